import Journeys

/// How well a journey is managed, from 1 to 5, each level asking for all below it.
///
///     1 Ad hoc            the map exists
///     2 Defined           an owner; a place in the hierarchy; three moments, or one at the lowest level
///     3 Managed           reviewed in time; half of the pains of progress, by severity, as far as an opportunity
///     4 Optimised         a customer and a business metric with target and current data, here or above; backed ≥ 0.6
///     5 Customer-centric  backed ≥ 0.8; progress ≥ 60 or not measured; a solution that touches it, or a journey above or
///                         below it, shipped within 365 days and measured as an improvement
///
/// Source: "Scores", section 5.
package struct Maturity: Hashable, Sendable {
    package enum Gate: String, CaseIterable, Hashable, Sendable {
        case owner = "an owner"
        case place = "a place in the hierarchy"
        case moments = "three moments, or one at the lowest level"
        case reviewed = "reviewed in time"
        case opportunities = "opportunities for half of the pains of severity 3 and more"
        case customerMetric = "customer metric with target and current data"
        case businessMetric = "business metric with target and current data"
        case backed = "60% of the claims backed by evidence"
        case wellBacked = "80% of the claims backed by evidence"
        case progress = "progress of 60 or more"
        case improvement = "a solution shipped within a year and measured as an improvement"

        /// The level that asks for it.
        package var level: Int {
            switch self {
            case .owner, .place, .moments: 2
            case .reviewed, .opportunities: 3
            case .customerMetric, .businessMetric, .backed: 4
            case .wellBacked, .progress, .improvement: 5
            }
        }
    }

    package static let levels = 1...5

    /// By place among all gates: a bit for each that is not met.
    private let bits: UInt16

    init(unmet: [Gate]) {
        bits = Gate.allCases.enumerated().reduce(0) { unmet.contains($1.element) ? $0 | 1 << $1.offset : $0 }
    }

    /// The gates that are not met, of all levels.
    package var allUnmet: [Gate] {
        Gate.allCases.enumerated().compactMap { bits >> $0.offset & 1 == 1 ? $0.element : nil }
    }

    /// 1 to 5.
    package var level: Int { allUnmet.reduce(5) { min($0, $1.level - 1) } }

    /// The gates of the next level that are not met; none at level 5.
    package var unmet: [Gate] {
        let next = level + 1
        return allUnmet.filter { $0.level == next }
    }
}

/// How many journeys have reached each level, and which one the portfolio has: the highest that 75% of the counting journeys have
/// reached; 0 without any.
package struct PortfolioMaturity: Hashable, Sendable {
    package let level: Int
    /// By level, from 1 to 5: how many counting journeys have reached it.
    package let reached: [Int]

    /// Of some journeys that count, by their levels.
    package init(_ levels: [Int]) {
        let reached = Maturity.levels.map { level in levels.count { $0 >= level } }
        self.reached = reached
        level = levels.isEmpty ? 0 : Maturity.levels.last { 4 * reached[$0 - 1] >= 3 * levels.count } ?? 0
    }
}

/// What maturity needs to know of a journey and of those above and below it.
struct MaturityGates {
    private let basis: PortfolioBasis
    /// By journey: whether it, or one above it, has such a metric with target and current data.
    private let customerMetric: [Bool]
    private let businessMetric: [Bool]
    /// By journey: whether it, or one above or below it, is touched by a solution that improved something lately.
    private let improvement: [Bool]

    init(_ basis: PortfolioBasis, loop: ClosedLoop) {
        self.basis = basis
        customerMetric = Self.metrics(.customer, in: basis)
        businessMetric = Self.metrics(.business, in: basis)
        var touched = [Bool](repeating: false, count: basis.portfolio.journeys.count)
        for (index, solution) in basis.portfolio.solutions.enumerated() {
            guard loop.results[index].outcome == .improved, let shipped = solution.shipped?.first,
                (0...365).contains(basis.asOf.days - shipped.days)
            else { continue }
            for journey in basis.touching.journeys[index] { touched[journey] = true }
        }
        var below = touched
        for journey in basis.tree.order.reversed() where below[journey] {
            if let parent = basis.hierarchy.primary[journey]?.parent { below[parent] = true }
        }
        let above = Self.handedDown(touched, in: basis)
        improvement = zip(below, above).map { $0 || $1 }
    }

    private static func metrics(_ perspective: Metric.Perspective, in basis: PortfolioBasis) -> [Bool] {
        let own = basis.metricsOfJourney.map { metrics in
            metrics.contains { index in
                let metric = basis.portfolio.metrics[index]
                return metric.perspective == perspective && metric.target != nil && basis.attainments[index].isCurrent
            }
        }
        return handedDown(own, in: basis)
    }

    /// Whether a journey, or any above it, has something.
    private static func handedDown(_ own: [Bool], in basis: PortfolioBasis) -> [Bool] {
        var result = own
        for journey in basis.tree.order {
            if let parent = basis.hierarchy.primary[journey]?.parent, result[parent] { result[journey] = true }
        }
        return result
    }

    func maturity(of index: Int, trust: Trust, progress: Progress) -> Maturity {
        let journey = basis.portfolio.journeys[index]
        let isLowest = journey.level == basis.portfolio.settings.taxonomy.levels.count - 1
        let age = journey.age(asOf: basis.asOf)
        let backed = trust.evidence.backed
        let met: [(Maturity.Gate, Bool)] = [
            (.owner, journey.record.owner != nil),
            (.place, basis.isPlaced(index)),
            (.moments, basis.momentsOfJourney[index].count >= (isLowest ? 1 : 3)),
            (.reviewed, age.map { $0 <= journey.rhythm.days } ?? false),
            (.opportunities, progress.addressed.map { $0.nineDecimals >= 0.5 } ?? true),
            (.customerMetric, customerMetric[index]),
            (.businessMetric, businessMetric[index]),
            (.backed, backed.map { $0 >= 0.6 } ?? false),
            (.wellBacked, backed.map { $0 >= 0.8 } ?? false),
            (.progress, progress.figure.value.map { $0 >= 60 } ?? true),
            (.improvement, improvement[index]),
        ]
        return Maturity(unmet: met.filter { !$0.1 }.map(\.0))
    }
}
