import Journeys

/// How a journey is: a balanced scorecard of what is felt and what is measured, by customers and by the business.
///
///     health   = mean by weight of experience (40), customer outcomes (25), business outcomes (20), operations (15)
///     experience = 0.6 emotion + 0.4 relief, by weight
///     coverage = weight measured / weight in all
///     range    = health if all that is not measured were 0 … if it were 100
///
/// Source: "Scores", section 1.
package final class Health: Sendable {
    /// A ≥ 80, B ≥ 65, C ≥ 50, D ≥ 35, E below; from the value rounded to two decimals.
    package enum Grade: String, CaseIterable, Hashable, Sendable, Comparable {
        case a = "A"
        case b = "B"
        case c = "C"
        case d = "D"
        case e = "E"

        package init(_ value: Double, _ thresholds: ScoringSettings.Grades) {
            switch value.twoDecimals {
            case thresholds.a...: self = .a
            case thresholds.b...: self = .b
            case thresholds.c...: self = .c
            case thresholds.d...: self = .d
            default: self = .e
            }
        }

        /// The better grade is the greater.
        package static func < (left: Grade, right: Grade) -> Bool { left.rawValue > right.rawValue }
    }

    package let score: Score
    package let experience: Score
    package let emotion: Score
    package let relief: Score
    package let customerOutcomes: Score
    package let businessOutcomes: Score
    package let operations: Score
    /// Health if all that is not measured were 0, and if it were 100.
    package let low: Double
    package let high: Double
    package let grade: Grade?
    /// Coverage is under a half.
    package let isProvisional: Bool

    /// From 0 to 100; nothing: not measured.
    package var value: Double? { score.value }
    package var coverage: Double { score.coverage }

    convenience init(of journey: Int, in basis: PortfolioBasis) {
        self.init(
            emotion: Emotion.score(of: journey, in: basis),
            relief: Relief.score(of: journey, from: .pain, in: basis),
            customerOutcomes: Outcomes.score(of: journey, from: .customer, in: basis),
            businessOutcomes: Outcomes.score(of: journey, from: .business, in: basis),
            operations: Relief.score(of: journey, from: .employeePain, in: basis), settings: basis.settings)
    }

    private init(
        emotion: Score, relief: Score, customerOutcomes: Score, businessOutcomes: Score, operations: Score,
        settings: ScoringSettings
    ) {
        let experience = Score.mean(
            byWeight: [
                Score.Part(name: .emotion, score: emotion, weight: 0.6),
                Score.Part(name: .relief, score: relief, weight: 0.4),
            ], explanation: .experience(emotion: emotion.value, relief: relief.value))
        let weights = settings.health
        let parts = [
            Score.Part(name: .experience, score: experience, weight: weights.experience),
            Score.Part(name: .customerOutcomes, score: customerOutcomes, weight: weights.customerOutcomes),
            Score.Part(name: .businessOutcomes, score: businessOutcomes, weight: weights.businessOutcomes),
            Score.Part(name: .operations, score: operations, weight: weights.operations),
        ]
        score = Score.mean(
            byWeight: parts,
            explanation: .health(parts.map { Explanation.Measured(name: $0.name, value: $0.score.value) }))
        self.experience = experience
        self.emotion = emotion
        self.relief = relief
        self.customerOutcomes = customerOutcomes
        self.businessOutcomes = businessOutcomes
        self.operations = operations
        low = ((score.value ?? 0) * score.coverage).nineDecimals
        high = (low + 100 * (1 - score.coverage)).nineDecimals
        grade = score.value.map { Grade($0, settings.grades) }
        isProvisional = score.coverage < 0.5
    }

    /// The same journey with one pain resolved: only what rests on pains is scored again.
    func resolving(_ identity: ScoredFinding.Identity, of journey: Int, in basis: PortfolioBasis) -> Health {
        Health(
            emotion: emotion, relief: Relief.score(of: journey, from: .pain, in: basis, resolved: identity),
            customerOutcomes: customerOutcomes, businessOutcomes: businessOutcomes,
            operations: Relief.score(of: journey, from: .employeePain, in: basis, resolved: identity),
            settings: basis.settings)
    }
}
