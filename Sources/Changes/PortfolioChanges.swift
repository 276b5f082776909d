import Diagnostics
import Journeys
import Scoring

/// What a change does to a portfolio: what was changed, in the terms of the domain, and what follows from it.
package struct PortfolioChanges: Sendable {
    package struct RankMove: Hashable, Sendable {
        package let opportunity: String
        package let title: String
        /// From 1; nothing: not ranked.
        package let from: Int?
        package let to: Int?
        package let priority: (from: Double?, to: Double?)

        package static func == (left: RankMove, right: RankMove) -> Bool {
            (left.opportunity, left.from, left.to) == (right.opportunity, right.from, right.to)
        }

        package func hash(into hasher: inout Hasher) { hasher.combine(opportunity) }
    }

    /// A contradiction or an overlap that came or went.
    package struct Clash: Hashable, Sendable {
        package let rule: Contradiction.Rule
        package let subjects: [String]
    }

    package struct Affected: Hashable, Sendable {
        /// By id: those with changes, and those above them.
        package var journeys: [String] = []
        package var owners: [String] = []
        package var teams: [String] = []
        package var goals: [String] = []
    }

    /// What matters most to the customer first.
    package let changes: [Change]
    package let scores: [ScoreMove]
    package let ranks: [RankMove]
    package let clashes: (new: [Clash], mended: [Clash])
    package let affected: Affected
    package let felt: [Felt]
    package let asOf: CivilDate
    /// Of the files of items that both sides have, in another place: the path now by the path before.
    package let movedFiles: [String: String]

    /// - Parameter isSame: whether the file at a path has the same bytes on both sides, read under the same settings: such files
    ///   are not looked into.
    package static func between(
        _ base: ScoredPortfolio, _ head: ScoredPortfolio, isSame: @escaping (String) -> Bool = { _ in false }
    ) -> PortfolioChanges {
        let sides = Sides(base: base, head: head, isSame: isSame)
        return PortfolioChanges(sides, changes(sides, isSame: isSame), ClashMoves(sides))
    }

    /// The same on two cores.
    package static func inParallel(
        between base: ScoredPortfolio, _ head: ScoredPortfolio, isSame: @escaping @Sendable (String) -> Bool
    ) async -> PortfolioChanges {
        let sides = Sides(base: base, head: head, isSame: isSame)
        async let clashes = ClashMoves(sides)
        let changes = changes(sides, isSame: isSame)
        return PortfolioChanges(sides, changes, await clashes)
    }

    private init(_ sides: Sides, _ changes: [Change], _ clashes: ClashMoves) {
        self.changes = changes
        scores = ScoreMoves(sides, changes: changes).moves
        ranks = Self.rankMoves(sides)
        self.clashes = (clashes.new, clashes.mended)
        affected = AffectedFinding(sides, changes: changes, scores: scores).affected
        felt = Self.felt(sides)
        asOf = sides.head.asOf
        movedFiles = Self.movedFiles(sides)
    }

    /// What was changed alone, without what follows from it; see `between`.
    package static func changes(
        _ base: ScoredPortfolio, _ head: ScoredPortfolio, isSame: @escaping (String) -> Bool
    ) -> [Change] {
        changes(Sides(base: base, head: head, isSame: isSame), isSame: isSame)
    }

    private static func changes(_ sides: Sides, isSame: @escaping (String) -> Bool) -> [Change] {
        (SettingsChanges.changes(sides)
            + ItemChanges(sides, isSame: isSame).changes).inOrderOfWeight()
    }

    package var isEmpty: Bool {
        changes.isEmpty && scores.isEmpty && ranks.isEmpty && clashes.new.isEmpty && clashes.mended.isEmpty
    }

    private static func movedFiles(_ sides: Sides) -> [String: String] {
        var moved: [String: String] = [:]
        for kind in ContentKind.allCases {
            let (before, now) = (sides.base.portfolio.records(of: kind), sides.head.portfolio.records(of: kind))
            for pair in sides.pairing(of: kind).pairs where before[pair.base].path != now[pair.head].path {
                moved[before[pair.base].path] = now[pair.head].path
            }
        }
        return moved
    }

    private static func rankMoves(_ sides: Sides) -> [RankMove] {
        let (before, now) = (sides.base.ranking, sides.head.ranking)
        var moves: [RankMove] = []
        for pair in sides.pairing(of: .opportunity).pairs where before.ranks[pair.base] != now.ranks[pair.head] {
            let record = sides.head.portfolio.opportunities[pair.head].record
            moves.append(
                RankMove(
                    opportunity: record.id, title: record.title, from: before.ranks[pair.base],
                    to: now.ranks[pair.head],
                    priority: (before.priorities[pair.base].value, now.priorities[pair.head].value)))
        }
        return moves.sorted { left, right in
            let (first, second) = (left.to ?? Int.max, right.to ?? Int.max)
            return first != second ? first < second : left.opportunity < right.opportunity
        }
    }

    private static func felt(_ sides: Sides) -> [Felt] {
        sides.maps.enumerated().compactMap { index, map in
            guard let map, !map.isIdentical else { return nil }
            let journey = sides.head.portfolio.journeys[index]
            func moments(_ places: [MapPairing.Place], of others: [Int?]) -> [Felt.Moment] {
                let stagesWithSteps = Set(places.filter { $0.step != nil }.map(\.stage))
                return places.enumerated().map { place, entry in
                    Felt.Moment(
                        title: entry.moment.title, values: entry.moment.feelings.compactMap(\.value),
                        isMomentOfTruth: entry.moment.isMomentOfTruth,
                        isMoment: entry.step != nil || !stagesWithSteps.contains(entry.stage), other: others[place])
                }
            }
            let felt = Felt(
                journey: journey.id, title: journey.title, base: moments(map.base, of: map.places.headOfBase),
                head: moments(map.head, of: map.places.baseOfHead))
            let values = (felt.base.map(\.values), felt.head.map(\.values))
            return values.0 == values.1 || values.1.allSatisfy(\.isEmpty) && values.0.allSatisfy(\.isEmpty)
                ? nil : felt
        }
    }
}

extension [Change] {
    /// What customers meet before what is done about it, before how it is looked after.
    func inOrderOfWeight() -> [Change] {
        sorted { left, right in
            let (first, second) = (left.weight, right.weight)
            if first != second { return first < second }
            return left.sortKeys.lexicographicallyPrecedes(right.sortKeys)
        }
    }
}

extension Change {
    fileprivate var sortKeys: [String] {
        [journey ?? "", subject, kind, title, from ?? "", to ?? ""] + added + removed
    }

    /// By what it means to customers: the less, the sooner it is told.
    var weight: Int {
        switch noun {
        case .pain, .employeePain, .insight:
            let isGrave =
                [.opened, .resolved, .reopened, .worsened, .eased, .removed].contains(act) || field == Self.severity
            return (noun == .employeePain ? 5 : 0) + (isGrave ? 5 - severity : 20)
        case .journey:
            return act == .changed ? 50 + (Self.soon.firstIndex(of: field ?? "") ?? Self.soon.count) : 11
        case .stage, .step:
            if act == .changed { return field == "emotion" || field == "moment-of-truth" ? 12 : 22 }
            return act == .renamed ? 16 : 14
        case .gain, .need: return 18
        case .opportunity, .solution: return act == .changed && !Self.deciding.contains(field ?? "") ? 34 : 30
        case .metric: return field == "data" ? 40 : 38
        case .settings: return 36
        case .quote: return 42
        case .evidence, .goal, .persona: return 44
        case .page: return 70
        }
    }

    private static let soon = ["status", "state", "owner", "review"]
    private static let deciding: Set<String> = ["decision", "stage", "status", "verdict", "shipped"]
}
