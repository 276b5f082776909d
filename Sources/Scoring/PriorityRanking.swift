import Journeys

/// What first: the opportunities of a portfolio in the order of their priority.
///
/// By priority, then customer impact (or what stands in for it), then id. Closed opportunities and those decided `wont` keep their
/// priority and have no rank. Source: "Scores", section 6.
package struct PriorityRanking: Sendable {
    /// By opportunity, in the portfolio's order.
    package let priorities: [Priority]
    /// By opportunity: from 1 on; nothing for what is not scored, closed or decided against.
    package let ranks: [Int?]
    /// The opportunities that have a rank, from the first.
    package let order: [Int]
    /// By opportunity: nothing without a rank, in other models than the weighted one, and where no weighting is near.
    package let firmness: [RankFirmness?]
    /// By opportunity: its neighbours in the ranking that it is in a tie with.
    package let ties: [[Int]]

    package init(_ basis: PortfolioBasis) {
        let opportunities = basis.portfolio.opportunities
        let priorities = opportunities.indices.map { Priority(of: $0, in: basis) }
        let order = opportunities.indices.filter { index in
            priorities[index].value != nil && opportunities[index].isRanked
        }.sorted { left, right in
            let (first, second) = (priorities[left], priorities[right])
            if first.value != second.value { return (first.value ?? 0) > (second.value ?? 0) }
            let (impact, other) = (first.customerImpact ?? 0, second.customerImpact ?? 0)
            if impact != other { return impact > other }
            let (own, next) = (opportunities[left], opportunities[right])
            // Two of one id are an error that has been reported: their paths still tell them apart.
            return own.id != next.id ? own.id < next.id : own.path < next.path
        }

        var ranks = [Int?](repeating: nil, count: opportunities.count)
        var firmness = [RankFirmness?](repeating: nil, count: opportunities.count)
        var ties = [[Int]](repeating: [], count: opportunities.count)
        for (place, index) in order.enumerated() { ranks[index] = place + 1 }
        if basis.settings.priority.model == .weighted {
            let acceptability = RankAcceptability(
                order.map { priorities[$0] }, weights: PriorityWeights(basis.settings.priority))
            for (place, figures) in acceptability.firmness.enumerated() { firmness[order[place]] = figures }
            for (place, isTied) in acceptability.tiedWithNext.enumerated() where isTied {
                ties[order[place]].append(order[place + 1])
                ties[order[place + 1]].append(order[place])
            }
        }
        self.priorities = priorities
        self.ranks = ranks
        self.order = order
        self.firmness = firmness
        self.ties = ties
    }

    /// The opportunities that lack an input of the model, in the portfolio's order.
    package var unscored: [Int] { priorities.indices.filter { priorities[$0].value == nil } }
}

extension Opportunity {
    /// Neither closed nor decided against.
    package var isRanked: Bool { stage != .closed && decision != .wont }
}
