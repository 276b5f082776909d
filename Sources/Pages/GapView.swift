import Journeys
import Templates

/// Something that the portfolio lacks: how much of it, and where to begin.
struct GapView: TemplateView {
    static let fields = ViewFields<GapView>(
        "gap",
        [
            .text("text", \.text),
            .list("examples", \.examples),
            .text("more", \.more),
            .list("rest", \.rest),
            .text("further", \.further),
        ])

    private static let limit = 5
    /// More than these no fold holds.
    private static let restLimit = 50

    let text: String
    let examples: [LinkView]
    /// How many more there are, which unfold.
    let more: String?
    let rest: [LinkView]
    /// How many are not among them.
    let further: String?

    private init?(_ word: Word, _ places: [Target], links: PageLinks) {
        guard !places.isEmpty else { return nil }
        let edition = links.edition
        text = edition.count(word, places.count)
        examples = places.prefix(Self.limit).map { links.link(citing: $0) }
        let others = places.dropFirst(Self.limit)
        func count(_ number: Int) -> String? {
            number > 0 ? edition.words(.andMore, ["n": edition.figures.number(number)]) : nil
        }
        more = count(others.count)
        rest = others.prefix(Self.restLimit).map { links.link(citing: $0) }
        further = count(others.count - rest.count)
    }

    /// Over the journeys that count.
    static func all(links: PageLinks) -> [GapView] {
        let edition = links.edition
        let journeys = edition.portfolio.journeys
        let addressed = addressedFindings(edition)
        var ownerless: [Target] = []
        var unmeasured: [Target] = []
        var truthsUnmeasured: [Target] = []
        var painsUnbacked: [Target] = []
        var painsUnaddressed: [Target] = []
        var adrift: [Target] = []
        for (index, journey) in journeys.enumerated() where journey.counts {
            let here = Target(kind: .journey, index: index)
            if journey.record.owner == nil { ownerless.append(here) }
            if edition.basis.metricsOfJourney[index].isEmpty { unmeasured.append(here) }
            if journey.level > 0, edition.linked.hierarchy.primary[index] == nil { adrift.append(here) }
            for place in journey.places {
                if place.moment.isMomentOfTruth, place.moment.references(in: "metrics").isEmpty {
                    truthsUnmeasured.append(Target(kind: .journey, index: index, anchor: place.moment.anchor))
                }
                for finding in place.moment.findings
                where finding.kind == .pain && finding.status == .open && (finding.severity ?? 0) >= 4 {
                    let target = Target(kind: .journey, index: index, anchor: finding.id)
                    if !finding.evidence.contains(where: { $0.target != nil }) { painsUnbacked.append(target) }
                    let moment = Target(kind: .journey, index: index, anchor: place.moment.anchor)
                    if !addressed.contains(target), !addressed.contains(moment) { painsUnaddressed.append(target) }
                }
            }
        }
        return [
            GapView(.gapOwner, ownerless, links: links),
            GapView(.gapPainsUnbacked, painsUnbacked, links: links),
            GapView(.gapPainsUnaddressed, painsUnaddressed, links: links),
            GapView(.gapTruths, truthsUnmeasured, links: links),
            GapView(.gapMetrics, unmeasured, links: links),
            GapView(.gapParents, adrift, links: links),
        ].compactMap { $0 }
    }

    private static func addressedFindings(_ edition: Edition) -> Set<Target> {
        var addressed: Set<Target> = []
        for opportunity in edition.portfolio.opportunities {
            addressed.formUnion(opportunity.addresses.compactMap(\.target))
        }
        return addressed
    }
}
