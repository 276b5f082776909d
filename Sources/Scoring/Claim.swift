import Journeys

/// What a journey claims to know: a finding, or an emotion.
///
/// A finding weighs its severity, or 1; each Feeling entry with a number 1, or 2 at a moment of truth.
///
/// Source: "Scores", section 2, evidence.
struct Claim: Sendable {
    /// A finding, or an entry of a moment's Feeling.
    let subject: ScoreInput.Subject
    let weight: Double
    /// What it rests on.
    let backing: Backing

    var isBacked: Bool { backing.contains(.there) }
    var isFresh: Bool { backing.contains(.fresh) }
}

/// What a claim rests on, as trust asks of it.
struct Backing: OptionSet, Sendable {
    let rawValue: UInt8

    /// A piece of evidence that is there.
    static let there = Backing(rawValue: 1)
    /// One that is fresh.
    static let fresh = Backing(rawValue: 2)
    static let qualitative = Backing(rawValue: 4)
    static let quantitative = Backing(rawValue: 8)

    init(rawValue: UInt8) { self.rawValue = rawValue }

    /// - Parameters:
    ///   - references: those to evidence.
    ///   - evidence: the facts of all that there is.
    init(_ references: [Reference], among evidence: [EvidenceFacts]) {
        self = []
        // By place: a reference holds more than where it leads.
        for place in references.indices {
            guard let target = references[place].target else { continue }
            formUnion(.there)
            let facts = evidence[target.index]
            if facts.isFresh { formUnion(.fresh) }
            switch facts.kind {
            case .qualitative: formUnion(.qualitative)
            case .quantitative: formUnion(.quantitative)
            case nil: break
            }
        }
    }
}

extension PortfolioBasis {
    /// The claims of a journey, moment by moment: emotions, then findings.
    func claims(of journey: Int) -> [Claim] {
        var claims: [Claim] = []
        claims.reserveCapacity(2 * momentsOfJourney[journey].count + findingsOfJourney[journey].count)
        for index in momentsOfJourney[journey] {
            let moment = moments[index]
            for (entry, feeling) in moment.emotions.enumerated() {
                claims.append(
                    Claim(
                        subject: .emotion(moment: index, entry: entry), weight: moment.isMomentOfTruth ? 2 : 1,
                        backing: Backing(feeling.evidence, among: evidence)))
            }
            for finding in moment.findings {
                claims.append(
                    Claim(
                        subject: .finding(finding), weight: findings[finding].weight,
                        backing: findings[finding].backing))
            }
        }
        return claims
    }
}
