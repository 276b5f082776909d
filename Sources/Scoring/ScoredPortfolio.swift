import Diagnostics
import Journeys

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
        let gates = MaturityGates(basis, loop: loop)
        let all = basis.portfolio.journeys
        let healths = all.indices.map { Health(ExplainedHealth(of: $0, in: basis), basis.settings.grades) }
        let rollUp = RollUp(healths, in: basis)
        let grounds = ScoreGrounds(basis, ProgressStages(basis, loop: loop), rollUp)
        journeys = all.indices.map { JourneyScores(of: $0, health: healths[$0], gates: gates, on: grounds) }
        health = rollUp.portfolio
        maturity = PortfolioMaturity(basis.counting.map { [journeys] in journeys[$0].maturity.level })
    }
}
