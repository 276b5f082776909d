import Journeys
import Scoring

/// Whom and what a change reaches: the journeys that changed or whose scores moved, those above them, and who looks after them.
struct AffectedFinding {
    private(set) var affected = PortfolioChanges.Affected()

    init(_ sides: Sides, changes: [Change], scores: [ScoreMove]) {
        var journeys = Set(changes.compactMap(\.journey)).union(scores.compactMap(\.journey))
        let left = sides.findingMoves.all.map(\.base.journey) + sides.momentMoves.all.map(\.journeys.base)
        for journey in left { journeys.insert(sides.base.portfolio.journeys[journey].id) }
        var owners: Set<String> = []
        var teams: Set<String> = []
        var goals: Set<String> = []
        let items = Set(changes.filter { $0.journey == nil }.map { Item(noun: $0.noun, id: $0.subject) })
        for side in [sides.base, sides.head] {
            let portfolio = side.portfolio
            for (index, journey) in portfolio.journeys.enumerated() where journeys.contains(journey.id) {
                for parent in side.linked.hierarchy.ancestors(of: index) {
                    journeys.insert(portfolio.journeys[parent].id)
                }
            }
            for journey in portfolio.journeys where journeys.contains(journey.id) {
                if let owner = journey.record.owner { owners.insert(owner) }
                if let team = journey.record.team { teams.insert(team) }
                goals.formUnion(journey.goals.compactMap { Self.goal($0, in: portfolio) })
            }
            func reach<Element: ContentItem>(_ all: [Element], goals ofItem: (Element) -> [Reference] = { _ in [] }) {
                for item in all where items.contains(Item(noun: Change.Noun(Element.kind), id: item.id)) {
                    if let owner = item.record.owner { owners.insert(owner) }
                    if let team = item.record.team { teams.insert(team) }
                    goals.formUnion(ofItem(item).compactMap { Self.goal($0, in: portfolio) })
                }
            }
            reach(portfolio.opportunities) { $0.goals }
            reach(portfolio.solutions)
            reach(portfolio.insights)
            reach(portfolio.evidence)
            reach(portfolio.metrics)
            reach(portfolio.goals)
            // A goal is reached through the metric that it is measured by, too.
            for goal in portfolio.goals {
                let metric = goal.metric?.target.map { portfolio.metrics[$0.index].id }
                let isMeasuredAnew = metric.map { items.contains(Item(noun: .metric, id: $0)) } ?? false
                if isMeasuredAnew || items.contains(Item(noun: .goal, id: goal.id)) { goals.insert(goal.id) }
            }
        }
        affected.journeys = journeys.sorted()
        affected.owners = owners.sorted()
        affected.teams = teams.sorted()
        affected.goals = goals.sorted()
    }

    private struct Item: Hashable {
        let noun: Change.Noun
        let id: String
    }

    private static func goal(_ reference: Reference, in portfolio: Portfolio) -> String? {
        reference.target.map { portfolio.id(of: $0) }
    }
}
