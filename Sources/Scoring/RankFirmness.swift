import Journeys

/// How firm the rank of an opportunity is when the weights of the weighted model are not quite those that were chosen.
///
/// Rank acceptability over the 231 weightings (i, j, k) / 20 with i + j + k = 20, after SMAA: R. Lahdelma and P. Salminen,
/// "SMAA-2: Stochastic multicriteria acceptability analysis for group decision making", Operations Research 49 (2001).
/// Source: "Scores", section 6.
package struct RankFirmness: Hashable, Sendable {
    /// Over the near weightings.
    package let best: Int
    package let worst: Int
    /// Shares of the near weightings in which it is among the first.
    package let topThree: Share
    package let topTen: Share
    /// Of all weightings, in how many it is first.
    package let first: Share
}

/// The ranks of opportunities under other weights.
struct RankAcceptability: Sendable {
    /// Weights in twentieths.
    struct Weighting: Hashable, Sendable {
        let customerImpact: Int
        let businessImpact: Int
        let ease: Int

        static let all: [Weighting] = (0...20).flatMap { first in
            (0...(20 - first)).map { Weighting(customerImpact: first, businessImpact: $0, ease: 20 - first - $0) }
        }

        /// Whether every weight lies within half to one and a half times its default.
        func isNear(_ weights: PriorityWeights) -> Bool {
            [(customerImpact, weights.customerImpact), (businessImpact, weights.businessImpact), (ease, weights.ease)]
                .allSatisfy { twentieths, usual in
                    let weight = (Double(twentieths) / 20).nineDecimals
                    return weight >= (0.5 * usual).nineDecimals && weight <= (1.5 * usual).nineDecimals
                }
        }
    }

    /// By place in the ranking; empty where no weighting is near.
    private(set) var firmness: [RankFirmness] = []
    /// Whether a place and the next are a tie, by the former.
    private(set) var tiedWithNext: [Bool] = []

    /// - Parameter ranked: in the order of their ranks, all of the weighted model and all scored.
    init(_ ranked: [Priority], weights: PriorityWeights) {
        let all = Weighting.all
        let near = all.map { $0.isNear(weights) }
        let nearCount = near.reduce(0) { $0 + ($1 ? 1 : 0) }
        guard nearCount > 0, !ranked.isEmpty else { return }

        let scaled = ranked.map(ScaledInputs.init)
        var tally = Tally(ranked.count)
        var priorities = [Double](repeating: 0, count: ranked.count)
        for (weighting, isNear) in zip(all, near) {
            for place in scaled.indices { priorities[place] = scaled[place].priority(under: weighting) }
            tally.add(priorities, isNear: isNear)
        }
        firmness = ranked.indices.map { place in
            RankFirmness(
                best: tally.best[place], worst: tally.worst[place],
                topThree: Share(tally.topThree[place], of: nearCount),
                topTen: Share(tally.topTen[place], of: nearCount),
                first: Share(tally.first[place], of: all.count))
        }
        // Each is ahead in at least two fifths of the near ones, an equal one counting half for each.
        tiedWithNext = tally.halvesAhead.map { halves in
            5 * halves >= 4 * nearCount && 5 * (2 * nearCount - halves) >= 4 * nearCount
        }
    }
}

/// The inputs of an opportunity from 0 to 1, and how sure they are.
private struct ScaledInputs {
    private let customerImpact: Double
    private let businessImpact: Double
    private let ease: Double
    private let confidence: Double

    init(_ priority: Priority) {
        func scaled(_ input: Priority.Input) -> Double { priority.parts.first { $0.input == input }?.scaled ?? 0 }
        customerImpact = scaled(.customerImpact)
        businessImpact = scaled(.businessImpact)
        ease = scaled(.effort)
        confidence = priority.confidence?.value ?? 0.5
    }

    func priority(under weighting: RankAcceptability.Weighting) -> Double {
        let base =
            Double(weighting.customerImpact) * customerImpact + Double(weighting.businessImpact) * businessImpact
            + Double(weighting.ease) * ease
        return (5 * base * confidence).nineDecimals
    }
}

/// What is counted from weighting to weighting, by place in the ranking.
private struct Tally {
    var best: [Int]
    var worst: [Int]
    var topThree: [Int]
    var topTen: [Int]
    var first: [Int]
    /// By place: 2 for every near weighting in which it is ahead of the next, 1 where the two are equal.
    var halvesAhead: [Int]
    private var order: [(priority: Double, place: Int)]

    init(_ count: Int) {
        best = Array(repeating: Int.max, count: count)
        worst = Array(repeating: 0, count: count)
        topThree = Array(repeating: 0, count: count)
        topTen = topThree
        first = topThree
        halvesAhead = Array(repeating: 0, count: max(0, count - 1))
        order = (0..<count).map { (0, $0) }
    }

    mutating func add(_ priorities: [Double], isNear: Bool) {
        guard let highest = priorities.max() else { return }
        for place in priorities.indices where priorities[place] == highest { first[place] += 1 }
        guard isNear else { return }
        for place in halvesAhead.indices {
            let (own, next) = (priorities[place], priorities[place + 1])
            halvesAhead[place] += own > next ? 2 : own == next ? 1 : 0
        }
        for place in priorities.indices { order[place] = (priorities[place], place) }
        order.sort { $0.priority > $1.priority }
        var rank = 1
        for (position, entry) in order.enumerated() {
            // Equal priorities share the better rank.
            if position > 0, entry.priority < order[position - 1].priority { rank = position + 1 }
            best[entry.place] = min(best[entry.place], rank)
            worst[entry.place] = max(worst[entry.place], rank)
            if rank <= 3 { topThree[entry.place] += 1 }
            if rank <= 10 { topTen[entry.place] += 1 }
        }
    }
}
