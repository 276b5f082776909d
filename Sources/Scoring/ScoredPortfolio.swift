import Journeys

/// All scores of one journey.
package struct JourneyScores: Sendable {
    /// An index into the portfolio's journeys.
    package let journey: Int
    package let health: Health
    package let trust: Trust
    package let progress: Progress
    package let rolled: RolledHealth
    /// By stage: rolled health over what is placed under it or its steps.
    package let rolledStages: [RolledHealth]
    package let maturity: Maturity
    /// The three changes that would raise a score most, the best first.
    package let nextActions: [NextAction]
}

/// A linked portfolio with its scores as of a day.
package struct ScoredPortfolio: Sendable {
    package let basis: PortfolioBasis
    /// By journey, in the portfolio's order; also those that do not count.
    package let journeys: [JourneyScores]
    /// Rolled over all journeys.
    package let health: RolledHealth
    package let maturity: PortfolioMaturity
    package let loop: ClosedLoop

    package var linked: LinkedPortfolio { basis.linked }
    package var asOf: CivilDate { basis.asOf }

    package static func score(_ linked: LinkedPortfolio, asOf: CivilDate) -> ScoredPortfolio {
        let basis = PortfolioBasis(linked, asOf: asOf)
        return ScoredPortfolio(basis, loop: ClosedLoop(linked.portfolio, asOf: asOf))
    }

    private init(_ basis: PortfolioBasis, loop: ClosedLoop) {
        self.basis = basis
        self.loop = loop
        let stages = ProgressStages(basis, loop: loop)
        let gates = MaturityGates(basis, loop: loop)
        let all = basis.portfolio.journeys
        let healths = all.indices.map { Health(of: $0, in: basis) }
        let rollUp = RollUp(healths, in: basis)
        journeys = all.indices.map { index in
            let claims = basis.claims(of: index)
            let stewardship = Stewardship(of: index, in: basis)
            let trust = Trust(
                evidence: EvidenceScore(of: index, claims: claims, in: basis), stewardship: stewardship.score,
                in: basis)
            let progress = stages.progress(of: index)
            let search = NextActionSearch(
                basis: basis, journey: index, health: healths[index], trust: trust, progress: progress,
                claims: claims, stewardship: stewardship)
            return JourneyScores(
                journey: index, health: healths[index], trust: trust, progress: progress,
                rolled: rollUp.journeys[index], rolledStages: rollUp.stages[index],
                maturity: gates.maturity(of: index, trust: trust, progress: progress), nextActions: search.best())
        }
        health = rollUp.portfolio
        maturity = PortfolioMaturity(basis.counting.map { [journeys] in journeys[$0].maturity.level })
    }
}
