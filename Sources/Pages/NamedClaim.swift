import Journeys

/// What names an item: a finding, an insight, or at a moment the feeling or the quote that does.
struct NamedClaim: Sendable {
    /// As it was found: to look for it again would be to go through its journey once more.
    enum Source: Sendable {
        case finding(Finding, Moment)
        /// Which of the moment's quotes, or of its feelings.
        case quote(Int, Moment)
        case feeling(Int, Moment)
        /// A lane of references.
        case moment(Moment)
        /// Not at a moment: an insight, or the front matter of a journey.
        case item
    }

    let from: Target
    let source: Source
}

extension Edition {
    /// Everything that names an item, once each: an entry that names two passages of it is two citations.
    func claims(naming item: Target, as role: Citation.Role) -> [NamedClaim] {
        let citations = linked.citations[item]
        var found: [(from: Target, count: Int)] = []
        found.reserveCapacity(citations.count)
        // By place: what they name is as far away as who names it, and not asked for.
        for index in citations.indices where citations[index].role == role {
            let from = citations[index].from
            // Those of one item stand in a row.
            var place = found.count - 1
            while place >= 0, found[place].from.index == from.index, found[place].from.kind == from.kind,
                found[place].from.anchor != from.anchor
            {
                place -= 1
            }
            if place >= 0, found[place].from == from { found[place].count += 1 } else { found.append((from, 1)) }
        }
        var claims: [NamedClaim] = []
        claims.reserveCapacity(found.count)
        for (from, count) in found { add(from, naming: item, count, to: &claims) }
        return claims
    }

    /// - Parameter count: how often the item is named there.
    private func add(_ from: Target, naming item: Target, _ count: Int, to claims: inout [NamedClaim]) {
        switch place(of: from) {
        case .finding(let finding, let moment):
            claims.append(NamedClaim(from: from, source: .finding(finding, moment)))
        case .moment(let moment, _):
            var rest = count
            moment.visitClaims(naming: item) { source, times in
                claims.append(NamedClaim(from: from, source: source))
                rest -= times
            }
            // What is left over stands in a lane of references.
            if rest > 0 { claims.append(NamedClaim(from: from, source: .moment(moment))) }
        case nil: claims.append(NamedClaim(from: from, source: .item))
        }
    }

    private func place(of target: Target) -> NamedPlace? {
        guard target.kind == .journey, let anchor = target.anchor else { return nil }
        return NamedPlace(anchor, in: portfolio.journeys[target.index])
    }
}

extension PageLinks {
    func entry(for claim: NamedClaim) -> EntryView {
        func file() -> String { edition.portfolio.journeys[claim.from.index].record.path }
        switch claim.source {
        case .finding(let finding, let moment):
            return EntryView(finding, from: file(), links: self, place: link(to: moment, at: claim.from))
        case .quote(let place, let moment):
            return EntryView(moment.quotes[place], from: file(), links: self, place: link(to: moment, at: claim.from))
        case .feeling(let place, let moment):
            return EntryView(
                moment.feelings[place], from: file(), links: self, place: link(to: moment, at: claim.from))
        case .moment(let moment): return entry(for: moment, at: claim.from)
        case .item: return entry(for: claim.from)
        }
    }
}

extension Moment {
    /// The quotes, then the feelings that name an item, and how often each does.
    fileprivate func visitClaims(naming item: Target, _ visit: (NamedClaim.Source, Int) -> Void) {
        func isNamed(by target: Target?) -> Bool { target?.kind == item.kind && target?.index == item.index }
        func count(_ evidence: [Reference], _ persona: Reference?) -> Int {
            evidence.indices.count { isNamed(by: evidence[$0].target) } + (isNamed(by: persona?.target) ? 1 : 0)
        }
        // By place: most name something else, and are not copied to find out.
        for place in quotes.indices {
            let count = count(quotes[place].evidence, quotes[place].persona)
            if count > 0 { visit(.quote(place, self), count) }
        }
        for place in feelings.indices {
            let count = count(feelings[place].evidence, feelings[place].persona)
            if count > 0 { visit(.feeling(place, self), count) }
        }
    }
}
