import Journeys

/// What the shipped solutions of a portfolio have moved.
package struct ClosedLoop: Sendable {
    package typealias Outcome = LoopMeasurement.Outcome

    /// What became of one solution: worse if any metric is worse, else improved if any improved, else too early, unchanged,
    /// no data, in this order.
    package struct Result: Hashable, Sendable {
        /// An index into the portfolio's solutions.
        package let solution: Int
        /// Nothing for what has not shipped, or not on a known day.
        package let shipped: CivilDate?
        /// By metric, in the order of the solution's `metrics`, each once.
        package let measurements: [LoopMeasurement]
        /// Nothing for what has not shipped.
        package let outcome: Outcome?

        /// Whether any verdict may still change, and the outcome with it.
        package var isPreliminary: Bool { measurements.contains { $0.isPreliminary } }

        /// Measured as an improvement, and a metric that it improved is still better than before it shipped.
        package var isLastingImprovement: Bool {
            outcome == .improved
                && measurements.contains { $0.outcome == .improved && $0.figures?.isStillBetter == true }
        }

        /// The first of these that any metric came to.
        static let order: [Outcome] = [.worse, .improved, .tooEarly, .unchanged, .noData]

        init(_ index: Int, of solution: Solution, measurements: [LoopMeasurement]) {
            self.solution = index
            self.measurements = measurements
            let isShipped = solution.status == .shipped
            shipped = isShipped ? solution.shipped?.first : nil
            let outcomes = Set(measurements.map(\.outcome))
            // Shipped, but with no metric to see it by: there is no data.
            outcome = isShipped ? Self.order.first { outcomes.contains($0) } ?? .noData : nil
        }
    }

    /// By solution, in the portfolio's order.
    package let results: [Result]
    package let asOf: CivilDate

    package init(_ portfolio: Portfolio, asOf day: CivilDate) {
        asOf = day
        var series: [Int: WindowMeans] = [:]
        results = portfolio.solutions.enumerated().map { index, solution in
            guard solution.status == .shipped, let shipped = solution.shipped?.first else {
                return Result(index, of: solution, measurements: [])
            }
            var seen: Set<Int> = []
            let metrics = solution.metrics.compactMap { $0.target?.index }.filter { seen.insert($0).inserted }
            let measurements = metrics.map { metric in
                let means = series[metric] ?? WindowMeans(portfolio.metrics[metric].values(asOf: day))
                series[metric] = means
                return LoopMeasurement(
                    metric, of: portfolio.metrics[metric], series: means, shipped: shipped, asOf: day)
            }
            return Result(index, of: solution, measurements: measurements)
        }
    }

    /// How many shipped solutions came to an outcome.
    package func count(of outcome: Outcome) -> Int { results.reduce(0) { $0 + ($1.outcome == outcome ? 1 : 0) } }

    /// How many of the shipped solutions moved their metric for the better.
    package var moved: Share { Share(count(of: .improved), of: results.reduce(0) { $0 + ($1.outcome == nil ? 0 : 1) }) }
}
