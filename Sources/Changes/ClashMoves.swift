import Journeys
import Scoring

/// The contradictions and overlaps that came and went. What is waived counts as gone.
struct ClashMoves {
    let new: [PortfolioChanges.Clash]
    let mended: [PortfolioChanges.Clash]

    init(_ sides: Sides) {
        let before = Self.clashes(of: sides, isBase: true)
        let now = Self.clashes(of: sides, isBase: false)
        let (old, all) = (Set(before.all.map(Key.init)), Set(now.all.map(Key.init)))
        new = before.many.told(now.all.filter { !old.contains(Key($0)) })
        mended = now.many.told(before.all.filter { !all.contains(Key($0)) })
    }

    /// Two of a kind stand in the order of their names, which may have changed.
    private struct Key: Hashable {
        let rule: Contradiction.Rule
        let subjects: [String]

        init(_ clash: PortfolioChanges.Clash) {
            rule = clash.rule
            subjects = clash.subjects.sorted()
        }
    }

    /// All of one side, and what of it is told in one pair of many.
    private static func clashes(
        of sides: Sides, isBase: Bool
    ) -> (all: [PortfolioChanges.Clash], many: ClashGroups) {
        let scored = isBase ? sides.base : sides.head
        let names = CommonNames(sides: sides, isBase: isBase)
        var all: [PortfolioChanges.Clash] = []
        var many = ClashGroups()
        for contradiction in scored.contradictions.all where !contradiction.isWaived {
            let clash = PortfolioChanges.Clash(
                rule: contradiction.rule,
                subjects: contradiction.subjects.map { name(of: $0, in: scored.basis, names) })
            if contradiction.isOneOfMany { many.add(clash) }
            all.append(clash)
        }
        return (all, many)
    }

    private static func name(
        of subject: Contradiction.Subject, in basis: PortfolioBasis, _ names: CommonNames
    ) -> String {
        switch subject {
        case .finding(let index):
            let finding = basis.findings[index]
            return names.name(
                of: finding.insight.map { Target(kind: .insight, index: $0) }
                    ?? Target(kind: .journey, index: finding.journey, anchor: finding.id))
        case .moment(let index):
            let moment = basis.moments[index]
            return names.name(of: Target(kind: .journey, index: moment.journey, anchor: moment.anchor))
        case .metric(let index): return names.id(of: Target(kind: .metric, index: index))
        case .solution(let index): return names.id(of: Target(kind: .solution, index: index))
        case .opportunity(let index): return names.id(of: Target(kind: .opportunity, index: index))
        case .journey(let index): return names.id(of: Target(kind: .journey, index: index))
        case .touchpoint(let words): return words.lowercased()
        }
    }
}

extension Contradiction.Rule {
    /// What the rule finds, in a few words.
    package var words: String {
        switch self {
        case .grievousPainUnderGoodMetric: "a grave pain under a good metric"
        case .grievousPainWhereItFeelsGood: "a grave pain where it feels good"
        case .poorMetricWithoutPain: "a poor metric without a pain"
        case .solutionWithoutEffect: "a solution without effect"
        case .touchpointFeltApart: "a touchpoint felt far apart"
        case .resolvedPainUnderPoorMetric: "a resolved pain under a poor metric"
        case .closedOverOpenPain: "an opportunity closed over an open pain"
        case .sameFindingTwice: "two opportunities for one finding"
        case .sameOpportunityTwice: "two solutions of different owners for one opportunity"
        case .sameWordsTwice: "two findings in the same words"
        }
    }
}
