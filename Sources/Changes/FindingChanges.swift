import Journeys

/// What changed of a finding that both sides have, wherever it stands.
struct FindingChanges {
    private let sides: Sides
    private let names: (base: CommonNames, head: CommonNames)
    private let facets: (base: ItemFacets, head: ItemFacets)

    init(_ sides: Sides, names: (base: CommonNames, head: CommonNames), facets: (base: ItemFacets, head: ItemFacets)) {
        self.sides = sides
        self.names = names
        self.facets = facets
    }

    func changes(
        _ base: (finding: Finding, path: String), _ head: (finding: Finding, path: String), of subject: Change.Subject
    ) -> [Change] {
        let noun = Change.Noun(head.finding.kind)
        // That it was resolved says when.
        let isSettled = base.finding.status != head.finding.status
        func own(_ facets: [Facet]) -> [Facet] { facets.filter { !isSettled || $0.field != "resolved" } }
        return ComparedClaim.changes(claim(base, names.base), claim(head, names.head), noun, of: subject)
            + Facet.changes(
                own(facets.base.finding(base.finding)), own(facets.head.finding(head.finding)), noun, of: subject,
                severity: max(base.finding.severity ?? 0, head.finding.severity ?? 0))
    }

    private func claim(_ placed: (finding: Finding, path: String), _ names: CommonNames) -> ComparedClaim {
        let finding = placed.finding
        return ComparedClaim(
            severity: finding.severity, isOpen: finding.status == .open, resolved: finding.resolved,
            evidence: names.names(of: finding.evidence),
            key: ComparedProse(finding.text, in: placed.path, names: names).key,
            words: finding.text.plain.onOneLine)
    }

    /// Of those that stand in another journey now.
    var moves: [Change] {
        let journeys = (sides.base.portfolio.journeys, sides.head.portfolio.journeys)
        return sides.findingMoves.all.flatMap { move -> [Change] in
            let (before, now) = (journeys.0[move.base.journey], journeys.1[move.head.journey])
            let finding = move.head.placed.finding
            let subject = Change.Subject(
                journey: now.id, id: finding.id, title: finding.text.plain.onOneLine,
                moment: move.head.place.moment.anchor, place: move.head.place.moment.title)
            return [
                Change(
                    Change.Noun(finding.kind), .moved, of: subject,
                    from: "\(before.title) › \(move.base.place.moment.title)",
                    to: "\(now.title) › \(move.head.place.moment.title)", severity: finding.severity ?? 0)
            ] + changes((move.base.placed.finding, before.path), (finding, now.path), of: subject)
        }
    }
}
