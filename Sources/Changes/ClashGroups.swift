import Scoring

/// What is alike in so many places that each of it is told with one of the others alone, see `Contradiction.isOneOfMany`.
///
/// With which is no matter: where the first of them goes, all others are told with the next, and nothing about them has changed.
struct ClashGroups {
    private struct Member: Hashable {
        let rule: Contradiction.Rule
        /// What they have in common: a touchpoint, an opportunity.
        let shared: String
        let name: String
    }

    /// By member: another one of its group, up to the one that stands for it.
    private var parents: [Member: Member] = [:]

    mutating func add(_ clash: PortfolioChanges.Clash) {
        let members = Self.members(of: clash)
        for member in members where parents[member] == nil { parents[member] = member }
        guard let first = members.first.map(root), let last = members.last.map(root), first != last else { return }
        parents[last] = first
    }

    /// Of contradictions that the other side does not tell, those that are not so there. Of one that is alike with many, and there with none
    /// of them, the first says it.
    func told(_ clashes: [PortfolioChanges.Clash]) -> [PortfolioChanges.Clash] {
        if parents.isEmpty { return clashes }
        var seen: Set<Member> = []
        return clashes.filter { clash in
            let members = Self.members(of: clash)
            let strangers = members.filter { parents[$0] == nil }
            if strangers.isEmpty { return Set(members.map(root)).count > 1 }
            return strangers.count > 1 || seen.insert(strangers[0]).inserted
        }
    }

    private func root(of member: Member) -> Member {
        var member = member
        while let parent = parents[member], parent != member { member = parent }
        return member
    }

    /// The two that are held against each other.
    private static func members(of clash: PortfolioChanges.Clash) -> [Member] {
        let names = clash.subjects
        let (shared, pair) =
            switch clash.rule {
            case .touchpointFeltApart: (names.first ?? "", names.dropFirst())
            case .sameOpportunityTwice: (names.last ?? "", names.dropLast())
            default: ("", names[...])
            }
        return pair.map { Member(rule: clash.rule, shared: shared, name: $0) }
    }
}
