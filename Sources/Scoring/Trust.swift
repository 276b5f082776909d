/// How sure we are of a journey.
///
///     trust = mean by weight of evidence (60) and stewardship (40)
///
/// Source: "Scores", section 2.
package struct Trust: Sendable {
    package let score: Score
    package let evidence: EvidenceScore
    package let stewardship: Score

    package var value: Double? { score.value }

    init(evidence: EvidenceScore, stewardship: Score, in basis: PortfolioBasis) {
        let weights = basis.settings.trust
        score = Score.mean(
            byWeight: [
                Score.Part(name: .evidence, score: evidence.score, weight: weights.evidence),
                Score.Part(name: .stewardship, score: stewardship, weight: weights.stewardship),
            ], explanation: .trust(evidence: evidence.score.value, stewardship: stewardship.value))
        self.evidence = evidence
        self.stewardship = stewardship
    }
}
