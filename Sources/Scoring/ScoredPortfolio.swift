import Diagnostics
import Journeys
import Synchronization

/// All scores of one journey.
///
/// A class, because every page asks for some of them: as a value they would be copied whole, with a count for each list in them.
package final class JourneyScores: Sendable {
    /// An index into the portfolio's journeys.
    package let journey: Int
    package let health: Health
    package let trust: Trust
    package let progress: Progress
    package let rolled: RolledHealth
    /// By stage: rolled health over what is placed under it or its steps.
    package let rolledStages: [RolledHealth]
    package let maturity: Maturity
    private let basis: PortfolioBasis
    private let found = Mutex<[NextAction]?>(nil)

    init(
        journey: Int, health: Health, trust: Trust, progress: Progress, rolled: RolledHealth,
        rolledStages: [RolledHealth], maturity: Maturity, in basis: PortfolioBasis
    ) {
        self.journey = journey
        self.health = health
        self.trust = trust
        self.progress = progress
        self.rolled = rolled
        self.rolledStages = rolledStages
        self.maturity = maturity
        self.basis = basis
    }

    /// The three changes that would raise a score most, the best first.
    ///
    /// They are looked for when somebody asks: who checks or compares a portfolio has no use for them.
    package var nextActions: [NextAction] {
        found.withLock { found in
            if let found { return found }
            let actions = NextActionSearch(
                basis: basis, journey: journey, health: health, trust: trust, progress: progress,
                claims: basis.claims(of: journey), stewardship: Stewardship(of: journey, in: basis)
            ).best()
            found = actions
            return actions
        }
    }
}

/// A linked portfolio with its scores as of a day.
package struct ScoredPortfolio: Sendable {
    package let basis: PortfolioBasis
    /// By journey, in the portfolio's order; also those that do not count.
    package let journeys: [JourneyScores]
    /// Rolled over all journeys.
    package let health: RolledHealth
    package let maturity: PortfolioMaturity
    /// What the shipped solutions moved.
    package let loop: ClosedLoop
    /// What first: priorities and ranks of the opportunities.
    package let ranking: PriorityRanking
    package let contradictions: Contradictions
    /// What should be reviewed first.
    package let agenda: ReviewAgenda

    package var linked: LinkedPortfolio { basis.linked }
    package var portfolio: Portfolio { basis.portfolio }
    package var asOf: CivilDate { basis.asOf }

    /// Scores a portfolio. What is wrong with it is said about waivers alone: all else was, when it was linked.
    ///
    /// - Parameters:
    ///   - root: what stands before a path in diagnostics, such as `content/`.
    ///   - untouched: the journeys whose review date moved while nothing else of them did, as the history of the files tells.
    ///   - texts: which texts are alike, where that is known already.
    package static func score(
        _ linked: LinkedPortfolio, asOf: CivilDate, root: String = "", untouched: Set<Int> = [],
        texts: SimilarTexts? = nil
    ) -> Checked<ScoredPortfolio> {
        let basis = PortfolioBasis(linked, asOf: asOf)
        let loop = ClosedLoop(basis.portfolio, asOf: asOf)
        let verdicts = Verdicts(basis, loop, untouched: untouched)
        return told(ScoredPortfolio(basis, loop, Contradictions(basis, loop: loop, texts: texts), verdicts), root: root)
    }

    /// The same on two cores: to compare the words of all findings takes about as long as all else.
    package static func scoreInParallel(
        _ linked: LinkedPortfolio, asOf: CivilDate, root: String = "", untouched: Set<Int> = []
    ) async -> Checked<ScoredPortfolio> {
        let basis = PortfolioBasis(linked, asOf: asOf)
        let loop = ClosedLoop(basis.portfolio, asOf: asOf)
        async let sharedWords = SharedWords.find(in: basis)
        var finding = ContradictionFinding(basis, loop: loop)
        async let verdicts = Verdicts(basis, loop, untouched: untouched)
        finding.add(await sharedWords)
        let contradictions = Contradictions(finding)
        return told(ScoredPortfolio(basis, loop, contradictions, await verdicts), root: root)
    }

    private static func told(_ scored: ScoredPortfolio, root: String) -> Checked<ScoredPortfolio> {
        Checked(scored, scored.contradictions.diagnostics(of: scored.portfolio.settings, root: root))
    }

    private init(
        _ basis: PortfolioBasis, _ loop: ClosedLoop, _ contradictions: Contradictions, _ verdicts: Verdicts
    ) {
        self.basis = basis
        self.loop = loop
        self.contradictions = contradictions
        journeys = verdicts.journeys
        health = verdicts.health
        maturity = verdicts.maturity
        ranking = verdicts.ranking
        agenda = verdicts.agenda
    }
}

/// All that follows from what a portfolio rests on, but for what does not add up in it.
private struct Verdicts: Sendable {
    let journeys: [JourneyScores]
    let health: RolledHealth
    let maturity: PortfolioMaturity
    let ranking: PriorityRanking
    let agenda: ReviewAgenda

    init(_ basis: PortfolioBasis, _ loop: ClosedLoop, untouched: Set<Int>) {
        ranking = PriorityRanking(basis)
        agenda = ReviewAgenda(basis, untouched: untouched)
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
            return JourneyScores(
                journey: index, health: healths[index], trust: trust, progress: progress,
                rolled: rollUp.journeys[index], rolledStages: rollUp.stages[index],
                maturity: gates.maturity(of: index, trust: trust, progress: progress), in: basis)
        }
        health = rollUp.portfolio
        maturity = PortfolioMaturity(basis.counting.map { [journeys] in journeys[$0].maturity.level })
    }
}
