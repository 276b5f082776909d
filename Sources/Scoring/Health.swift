import Journeys

/// How a journey is: a balanced scorecard of what is felt and what is measured, by customers and by the business.
///
///     health   = mean by weight of experience (40), customer outcomes (25), business outcomes (20), operations (15)
///     experience = 0.6 emotion + 0.4 relief, by weight
///     coverage = weight measured / weight in all
///     range    = health if all that is not measured were 0 … if it were 100
///
/// Source: "Scores", section 1.
package struct Health: Sendable {
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

    package let score: ScoreFigure
    package let experience: ScoreFigure
    package let emotion: ScoreFigure
    package let relief: ScoreFigure
    package let customerOutcomes: ScoreFigure
    package let businessOutcomes: ScoreFigure
    package let operations: ScoreFigure
    package let grade: Grade?

    /// From 0 to 100; nothing: not measured.
    package var value: Double? { score.value }
    package var coverage: Double { score.coverage }
    /// Health if all that is not measured were 0, and if it were 100.
    package var low: Double { ((value ?? 0) * coverage).nineDecimals }
    package var high: Double { (low + 100 * (1 - coverage)).nineDecimals }
    /// Coverage is under a half.
    package var isProvisional: Bool { coverage < 0.5 }

    init(_ explained: ExplainedHealth, _ grades: ScoringSettings.Grades) {
        score = explained.score.figure
        experience = explained.experience.figure
        emotion = explained.emotion.figure
        relief = explained.relief.figure
        customerOutcomes = explained.customerOutcomes.figure
        businessOutcomes = explained.businessOutcomes.figure
        operations = explained.operations.figure
        grade = score.value.map { Grade($0, grades) }
    }

    /// The value of the same journey with one pain resolved: only what rests on pains is scored again.
    func value(resolving identity: ScoredFinding.Identity, of journey: Int, in basis: PortfolioBasis) -> Double? {
        let relief = Relief.score(of: journey, from: .pain, in: basis, resolved: identity)
        let operations = Relief.score(of: journey, from: .employeePain, in: basis, resolved: identity)
        return ExplainedHealth.score(
            experience: ExplainedHealth.experience(emotion: emotion.value, relief: relief.value).value,
            customerOutcomes: customerOutcomes.value, businessOutcomes: businessOutcomes.value,
            operations: operations.value, settings: basis.settings
        ).value
    }
}

/// Health and its parts with what they were made of.
package struct ExplainedHealth: Sendable {
    package let score: Score
    package let experience: Score
    package let emotion: Score
    package let relief: Score
    package let customerOutcomes: Score
    package let businessOutcomes: Score
    package let operations: Score

    init(of journey: Int, in basis: PortfolioBasis) {
        emotion = Emotion.score(of: journey, in: basis)
        relief = Relief.score(of: journey, from: .pain, in: basis)
        customerOutcomes = Outcomes.score(of: journey, from: .customer, in: basis)
        businessOutcomes = Outcomes.score(of: journey, from: .business, in: basis)
        operations = Relief.score(of: journey, from: .employeePain, in: basis)
        experience = Self.experience(emotion: emotion.value, relief: relief.value)
        score = Self.score(
            experience: experience.value, customerOutcomes: customerOutcomes.value,
            businessOutcomes: businessOutcomes.value, operations: operations.value, settings: basis.settings)
    }

    fileprivate static func experience(emotion: Double?, relief: Double?) -> Score {
        .mean(
            byWeight: [
                Score.Part(name: .emotion, value: emotion, weight: 0.6),
                Score.Part(name: .relief, value: relief, weight: 0.4),
            ], explanation: .experience(emotion: emotion, relief: relief))
    }

    fileprivate static func score(
        experience: Double?, customerOutcomes: Double?, businessOutcomes: Double?, operations: Double?,
        settings: ScoringSettings
    ) -> Score {
        let weights = settings.health
        let parts = [
            Score.Part(name: .experience, value: experience, weight: weights.experience),
            Score.Part(name: .customerOutcomes, value: customerOutcomes, weight: weights.customerOutcomes),
            Score.Part(name: .businessOutcomes, value: businessOutcomes, weight: weights.businessOutcomes),
            Score.Part(name: .operations, value: operations, weight: weights.operations),
        ]
        return .mean(
            byWeight: parts,
            explanation: .health(parts.map { Explanation.Measured(name: $0.name, value: $0.value) }))
    }
}
