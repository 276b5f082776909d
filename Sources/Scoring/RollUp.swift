import Journeys

/// The health of everything below a place: the mean of the healths of all counting, measured journeys there, by their `weight`.
///
/// Source: "Scores", section 4.
package struct RolledHealth: Hashable, Sendable {
    /// From 0 to 100; nothing: none of the journeys is measured, or they weigh nothing.
    package let value: Double?
    /// How many of the counting journeys there are measured.
    package let journeys: Share
}

/// Rolled health of journeys, of stages and of the portfolio. Primary placements only, so no journey counts twice; through
/// journeys that do not count, too.
struct RollUp: Sendable {
    /// What journeys add up to.
    private struct Sum: Sendable {
        var weighted = 0.0
        var weight = 0.0
        var measured: UInt32 = 0
        var counting: UInt32 = 0

        static func += (left: inout Sum, right: Sum) {
            left.weighted += right.weighted
            left.weight += right.weight
            left.measured += right.measured
            left.counting += right.counting
        }

        var rolled: RolledHealth {
            RolledHealth(
                value: weight > 0 ? (weighted / weight).nineDecimals : nil,
                journeys: Share(Int(measured), of: Int(counting)))
        }
    }

    let portfolio: RolledHealth
    /// By journey: over its subtree, itself included.
    private let sums: [Sum]
    private let basis: PortfolioBasis

    /// - Parameter healths: by journey.
    init(_ healths: [Health], in basis: PortfolioBasis) {
        let all = basis.portfolio.journeys
        var sums = all.indices.map { index -> Sum in
            guard all[index].counts else { return Sum() }
            guard let value = healths[index].value else { return Sum(counting: 1) }
            let weight = all[index].weight
            return Sum(weighted: value * weight, weight: weight, measured: 1, counting: 1)
        }
        var total = Sum()
        for sum in sums { total += sum }
        // What stands below a journey stands behind it: backwards, every subtree is whole before it is added to its parent's.
        for journey in basis.tree.order.reversed() {
            if let parent = basis.hierarchy.primary[journey]?.parent { sums[parent] += sums[journey] }
        }
        portfolio = total.rolled
        self.sums = sums
        self.basis = basis
    }

    /// Over the subtree of a journey, itself included.
    func rolled(_ journey: Int) -> RolledHealth { sums[journey].rolled }

    /// By stage of a journey: over the subtrees placed under it or its steps.
    func stages(of journey: Int) -> [RolledHealth] {
        let item = basis.portfolio.journeys[journey]
        let below = basis.hierarchy.children[journey]
        guard !below.isEmpty else { return Array(repeating: Sum().rolled, count: item.stages.count) }
        var stageOfAnchor: [String: Int] = [:]
        for place in item.places where !place.moment.anchor.isEmpty {
            stageOfAnchor[place.moment.anchor] = stageOfAnchor[place.moment.anchor] ?? place.stage
        }
        var result = [Sum](repeating: Sum(), count: item.stages.count)
        for placement in below {
            if let stage = placement.anchor.flatMap({ stageOfAnchor[$0] }) { result[stage] += sums[placement.journey] }
        }
        return result.map(\.rolled)
    }
}
