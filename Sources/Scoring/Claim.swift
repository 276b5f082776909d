import Journeys

/// What a journey claims to know: a finding, or an emotion.
///
/// A finding weighs its severity, or 1; each Feeling entry with a number 1, or 2 at a moment of truth.
///
/// Source: "Scores", section 2, evidence.
package struct Claim: Sendable {
    /// A finding, or an entry of a moment's Feeling.
    package let subject: ScoreInput.Subject
    package let weight: Double
    /// The pieces of evidence that it rests on and that are there.
    package let evidence: [Target]

    package var isBacked: Bool { !evidence.isEmpty }
}

extension PortfolioBasis {
    /// The claims of a journey, moment by moment: emotions, then findings.
    package func claims(of journey: Int) -> [Claim] {
        var claims: [Claim] = []
        for index in momentsOfJourney[journey] {
            let moment = moments[index]
            for (entry, emotion) in moment.emotions.enumerated() {
                claims.append(
                    Claim(
                        subject: .emotion(moment: index, entry: entry), weight: moment.isMomentOfTruth ? 2 : 1,
                        evidence: emotion.evidence))
            }
            for finding in moment.findings {
                claims.append(
                    Claim(
                        subject: .finding(finding), weight: findings[finding].weight,
                        evidence: findings[finding].evidence))
            }
        }
        return claims
    }
}
