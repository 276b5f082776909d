import Journeys

/// How well the claims of a journey are backed.
///
///     evidence = 100 × (0.60 backed + 0.25 fresh + 0.15 mixed)          not measured without claims
///     backed = share of the claims, by weight, with a piece of evidence that resolves
///     fresh  = share of the claims, by weight, with a fresh piece
///     mixed  = 1 where both qualitative and quantitative pieces are cited, 0.5 for one kind, 0 for none;
///              a metric of the journey with a value counts as quantitative
///
/// Source: "Scores", section 2, evidence.
package struct EvidenceScore: Sendable {
    package let figure: ScoreFigure
    private let keptBacked: KeptNumber
    private let keptFresh: KeptNumber
    private let keptMixed: KeptNumber

    package var value: Double? { figure.value }
    /// Shares from 0 to 1; nothing without claims.
    package var backed: Double? { keptBacked.number }
    package var fresh: Double? { keptFresh.number }
    package var mixed: Double? { keptMixed.number }

    init(_ tally: EvidenceTally) {
        let shares = tally.shares
        figure = tally.figure
        keptBacked = KeptNumber(shares?.backed.nineDecimals)
        keptFresh = KeptNumber(shares?.fresh.nineDecimals)
        keptMixed = KeptNumber(shares?.mixed)
    }
}

/// What the claims of a journey rest on, added up.
struct EvidenceTally {
    /// Weights of the claims, of those that are backed, and of those that rest on something fresh.
    private var all = 0.0
    private var backed = 0.0
    private var fresh = 0.0
    private var backedCount = 0
    private var isQualitative = false
    private var isQuantitative: Bool
    /// The metrics of the journey that have a value.
    private let valued: [Int]
    private let claims: [Claim]

    /// - Parameters:
    ///   - mended: claims that are taken as backed by a fresh piece, whatever they cite.
    ///   - hasValue: whether a metric is taken to have a value.
    init(
        of journey: Int, claims: [Claim], in basis: PortfolioBasis,
        mended: ((Claim) -> Bool)? = nil, hasValue: Bool = false
    ) {
        valued = basis.metricsOfJourney[journey].filter { basis.attainments[$0].latest != nil }
        isQuantitative = hasValue || !valued.isEmpty
        self.claims = claims
        for claim in claims {
            all += claim.weight
            let isMended = mended?(claim) ?? false
            if claim.isBacked || isMended {
                backed += claim.weight
                backedCount += 1
            }
            if claim.isFresh || isMended { fresh += claim.weight }
            isQualitative = isQualitative || claim.backing.contains(.qualitative)
            isQuantitative = isQuantitative || claim.backing.contains(.quantitative)
        }
    }

    /// From 0 to 1 each; nothing without claims.
    var shares: (backed: Double, fresh: Double, mixed: Double)? {
        guard all > 0 else { return nil }
        return (backed / all, fresh / all, (isQualitative ? 0.5 : 0) + (isQuantitative ? 0.5 : 0))
    }

    var figure: ScoreFigure {
        guard let shares else { return ScoreFigure(nil, coverage: 0) }
        return ScoreFigure(
            Self.points(.backed, shares.backed) + Self.points(.fresh, shares.fresh) + Self.points(.mixed, shares.mixed),
            coverage: 1)
    }

    var score: Score {
        guard let shares else { return .notMeasured(.evidenceNotMeasured) }
        let inputs = claims.map { ScoreInput($0.subject, $0.isBacked ? 1 : 0, weight: $0.weight) }
        let ages = claims.map { ScoreInput($0.subject, $0.isFresh ? 1 : 0, weight: $0.weight) }
        return .sum(
            [
                Self.part(.backed, shares.backed, inputs), Self.part(.fresh, shares.fresh, ages),
                Self.part(.mixed, shares.mixed, valued.map { ScoreInput(.metric($0), nil) }),
            ],
            explanation: .evidence(
                backed: backedCount, claims: claims.count, fresh: shares.fresh.nineDecimals,
                isQualitative: isQualitative, isQuantitative: isQuantitative))
    }

    private static func part(_ name: Contribution.Name, _ share: Double, _ inputs: [ScoreInput]) -> Contribution {
        Contribution(
            name: name, value: 100 * share, weight: weight(of: name), points: points(name, share), inputs: inputs)
    }

    private static func points(_ name: Contribution.Name, _ share: Double) -> Double {
        100 * weight(of: name) * share
    }

    private static func weight(of name: Contribution.Name) -> Double {
        switch name {
        case .backed: 0.6
        case .fresh: 0.25
        default: 0.15
        }
    }
}
