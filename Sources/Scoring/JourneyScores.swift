import Journeys
import Synchronization

/// All scores of one journey.
///
/// What they were made of is found again when somebody asks: it is many times their size, and asked for by two pages.
///
/// A class, because every page asks for some of them: as a value they would be copied whole.
package final class JourneyScores: Sendable {
    private let keptJourney: UInt32
    package let maturity: Maturity
    package let health: Health
    package let trust: Trust
    package let progress: ScoreFigure
    private let grounds: ScoreGrounds
    private let found = Mutex<[NextAction]?>(nil)

    init(of journey: Int, health: Health, gates: MaturityGates, on grounds: ScoreGrounds) {
        let basis = grounds.basis
        let claims = basis.claims(of: journey)
        let progress = grounds.stages.progress(of: journey)
        keptJourney = UInt32(journey)
        self.health = health
        trust = Trust(
            evidence: EvidenceScore(EvidenceTally(of: journey, claims: claims, in: basis)),
            stewardship: Stewardship(of: journey, in: basis).figure, in: basis)
        self.progress = progress.figure
        maturity = gates.maturity(of: journey, trust: trust, progress: progress)
        self.grounds = grounds
    }

    /// An index into the portfolio's journeys.
    package var journey: Int { Int(keptJourney) }

    /// Over its subtree, itself included.
    package var rolled: RolledHealth { grounds.rollUp.rolled(journey) }
    /// By stage: rolled health over what is placed under it or its steps.
    package var rolledStages: [RolledHealth] { grounds.rollUp.stages(of: journey) }

    /// The same with what they were made of.
    package var explained: ExplainedScores { ExplainedScores(of: journey, on: grounds) }

    /// The three changes that would raise a score most, the best first.
    ///
    /// They are looked for when somebody asks: who checks or compares a portfolio has no use for them.
    package var nextActions: [NextAction] {
        found.withLock { found in
            if let found { return found }
            let actions = NextActionSearch(for: self, on: grounds).best()
            found = actions
            return actions
        }
    }
}

/// All scores of one journey with what they were made of.
///
/// A class, as parts of it are handed around while a page is made.
package final class ExplainedScores: Sendable {
    package let health: ExplainedHealth
    package let trust: ExplainedTrust
    package let progress: Score
    /// How far each pain has come, in the order of the contributions of progress.
    package let steps: [Progress.Step]

    init(of journey: Int, on grounds: ScoreGrounds) {
        let progress = grounds.stages.progress(of: journey)
        health = ExplainedHealth(of: journey, in: grounds.basis)
        trust = ExplainedTrust(of: journey, in: grounds.basis)
        self.progress = progress.score
        steps = progress.steps
    }
}

/// What the scores of all journeys are made from, for what is looked for when somebody asks.
final class ScoreGrounds: Sendable {
    let basis: PortfolioBasis
    let stages: ProgressStages
    let rollUp: RollUp

    init(_ basis: PortfolioBasis, _ stages: ProgressStages, _ rollUp: RollUp) {
        self.basis = basis
        self.stages = stages
        self.rollUp = rollUp
    }
}
