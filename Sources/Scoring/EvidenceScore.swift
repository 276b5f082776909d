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
    package let score: Score
    /// Shares from 0 to 1; nothing without claims.
    package let backed: Double?
    package let fresh: Double?
    package let mixed: Double?

    /// - Parameters:
    ///   - mended: claims that are taken as backed by a fresh piece, whatever they cite.
    ///   - hasValue: whether a metric is taken to have a value.
    init(
        of journey: Int, claims: [Claim], in basis: PortfolioBasis,
        mended: ((Claim) -> Bool)? = nil, hasValue: Bool = false
    ) {
        var (all, backed, fresh) = (0.0, 0.0, 0.0)
        var backedCount = 0
        var isQualitative = false
        var isQuantitative = hasValue
        for claim in claims {
            all += claim.weight
            let isMended = mended?(claim) ?? false
            if claim.isBacked || isMended {
                backed += claim.weight
                backedCount += 1
            }
            var isFresh = isMended
            for target in claim.evidence {
                let facts = basis.evidence[target.index]
                isFresh = isFresh || facts.isFresh
                isQualitative = isQualitative || facts.kind == .qualitative
                isQuantitative = isQuantitative || facts.kind == .quantitative
            }
            if isFresh { fresh += claim.weight }
        }
        guard all > 0 else {
            score = .notMeasured(.evidenceNotMeasured)
            (self.backed, self.fresh, mixed) = (nil, nil, nil)
            return
        }
        let valued = basis.metricsOfJourney[journey].filter { basis.attainments[$0].latest != nil }
        isQuantitative = isQuantitative || !valued.isEmpty
        let kinds = (isQualitative ? 0.5 : 0) + (isQuantitative ? 0.5 : 0)
        let shares = (backed: (backed / all).nineDecimals, fresh: (fresh / all).nineDecimals)
        let inputs = claims.map { ScoreInput($0.subject, $0.isBacked ? 1 : 0, weight: $0.weight) }
        let ages = claims.map { claim in
            let isFresh = claim.evidence.contains { basis.evidence[$0.index].isFresh }
            return ScoreInput(claim.subject, isFresh ? 1 : 0, weight: claim.weight)
        }
        score = .sum(
            [
                Self.part(.backed, backed / all, 0.6, inputs), Self.part(.fresh, fresh / all, 0.25, ages),
                Self.part(.mixed, kinds, 0.15, valued.map { ScoreInput(.metric($0), nil) }),
            ],
            explanation: .evidence(
                backed: backedCount, claims: claims.count, fresh: shares.fresh, isQualitative: isQualitative,
                isQuantitative: isQuantitative))
        (self.backed, self.fresh, mixed) = (shares.backed, shares.fresh, kinds)
    }

    private static func part(
        _ name: Contribution.Name, _ share: Double, _ weight: Double, _ inputs: [ScoreInput]
    ) -> Contribution {
        Contribution(name: name, value: 100 * share, weight: weight, points: 100 * weight * share, inputs: inputs)
    }
}
