/// How sure we are of a journey.
///
///     trust = mean by weight of evidence (60) and stewardship (40)
///
/// Source: "Scores", section 2.
package struct Trust: Sendable {
    package let score: ScoreFigure
    package let evidence: EvidenceScore
    package let stewardship: ScoreFigure

    package var value: Double? { score.value }

    init(evidence: EvidenceScore, stewardship: ScoreFigure, in basis: PortfolioBasis) {
        score = Self.figure(evidence: evidence.figure, stewardship: stewardship, in: basis)
        self.evidence = evidence
        self.stewardship = stewardship
    }

    static func figure(evidence: ScoreFigure, stewardship: ScoreFigure, in basis: PortfolioBasis) -> ScoreFigure {
        ExplainedTrust.score(evidence: evidence.value, stewardship: stewardship.value, in: basis).figure
    }
}

/// Trust and its parts with what they were made of.
package struct ExplainedTrust: Sendable {
    package let score: Score
    package let evidence: Score
    package let stewardship: Score

    init(of journey: Int, in basis: PortfolioBasis) {
        evidence = EvidenceTally(of: journey, claims: basis.claims(of: journey), in: basis).score
        stewardship = Stewardship(of: journey, in: basis).score
        score = Self.score(evidence: evidence.value, stewardship: stewardship.value, in: basis)
    }

    fileprivate static func score(evidence: Double?, stewardship: Double?, in basis: PortfolioBasis) -> Score {
        let weights = basis.settings.trust
        return .mean(
            byWeight: [
                Score.Part(name: .evidence, value: evidence, weight: weights.evidence),
                Score.Part(name: .stewardship, value: stewardship, weight: weights.stewardship),
            ], explanation: .trust(evidence: evidence, stewardship: stewardship))
    }
}
