import Journeys

/// What is measured of a journey from one perspective: the mean attainment of its metrics of that perspective.
///
/// Source: "Scores", section 1, customer and business outcomes.
enum Outcomes {
    static func score(of journey: Int, from perspective: Metric.Perspective, in basis: PortfolioBasis) -> Score {
        let metrics = basis.metricsOfJourney[journey].filter {
            basis.portfolio.metrics[$0].perspective == perspective
        }
        let measured = metrics.count { basis.attainments[$0].value != nil }
        guard measured > 0 else {
            return .notMeasured(.outcomesNotMeasured(perspective, metrics: metrics.count))
        }
        var lowest: (metric: Int, value: Double)?
        let contributions = metrics.map { metric in
            let attainment = basis.attainments[metric]
            if let value = attainment.value, lowest.map({ value < $0.value }) ?? true { lowest = (metric, value) }
            return Contribution(
                name: .metric, value: attainment.value, weight: 1, points: (attainment.value ?? 0) / Double(measured),
                inputs: [ScoreInput(.metric(metric), attainment.latest?.value)])
        }
        let title = lowest.map { basis.portfolio.metrics[$0.metric].record.title } ?? ""
        return .sum(
            contributions, coverage: Double(measured) / Double(metrics.count),
            explanation: .outcomes(
                perspective, measured: measured, metrics: metrics.count, lowest: title, value: lowest?.value ?? 0))
    }
}
