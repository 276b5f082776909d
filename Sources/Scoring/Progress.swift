import Journeys

/// What is done about the pains of a journey.
///
///     progress = 100 × mean of how far each pain has come, weighted by severity
///
/// Over pains and employee pains of severity 3 or more. Not measured without such pains.
///
/// Source: "Scores", section 3.
package struct Progress: Sendable {
    /// How far a pain has come.
    package enum Stage: Int, CaseIterable, Hashable, Sendable, Comparable {
        /// Nothing is done about it.
        case untouched
        /// An opportunity that is not decided `wont` addresses it.
        case addressed
        /// A solution of such an opportunity is planned or building.
        case underway
        /// One is shipped.
        case shipped
        /// One is shipped, measured as an improvement, and a metric that it improved is still better than before.
        case improved
        /// It is resolved, for 365 days.
        case resolved

        /// From 0 to 1.
        package var share: Double { min(Double(rawValue) / 4, 1) }

        package static func < (left: Stage, right: Stage) -> Bool { left.rawValue < right.rawValue }
    }

    /// One pain, and how far it has come.
    package struct Step: Hashable, Sendable {
        /// An index into the findings of the basis.
        package let finding: Int
        package let severity: Int
        package let stage: Stage

        /// What it adds to the score.
        ///
        /// - Parameter weight: that of all steps.
        fileprivate func points(of weight: Double) -> Double { 100 * stage.share * Double(severity) / weight }
    }

    /// For how many days a resolved pain counts.
    static let memory = 365

    package let steps: [Step]

    /// Of all steps together.
    private var weight: Double { steps.reduce(0) { $0 + Double($1.severity) } }

    var figure: ScoreFigure {
        let weight = weight
        guard weight > 0 else { return ScoreFigure(nil, coverage: 0) }
        return ScoreFigure(steps.reduce(0) { $0 + $1.points(of: weight) }, coverage: 1)
    }

    package var score: Score {
        let weight = weight
        guard weight > 0 else { return .notMeasured(.progressNotMeasured) }
        let contributions = steps.map { step in
            let share = step.stage.share
            return Contribution(
                name: .pain, value: 100 * share, weight: Double(step.severity), points: step.points(of: weight),
                inputs: [ScoreInput(.finding(step.finding), share, weight: Double(step.severity))])
        }
        return .sum(
            contributions,
            explanation: .progress(
                pains: steps.count, untouched: steps.count { $0.stage == .untouched },
                shipped: steps.count { $0.stage >= .shipped }))
    }

    /// The share of the pains, by severity, that have come as far as an opportunity; nothing without pains.
    var addressed: Double? {
        let weight = steps.reduce(0) { $0 + $1.severity }
        guard weight > 0 else { return nil }
        let come = steps.reduce(0) { $1.stage >= .addressed ? $0 + $1.severity : $0 }
        return Double(come) / Double(weight)
    }

    /// The same journey with one pain further on.
    func moving(_ identity: ScoredFinding.Identity, to stage: Stage, in basis: PortfolioBasis) -> Progress {
        Progress(
            steps: steps.map { step in
                guard basis.identity(of: step.finding) == identity else { return step }
                return Step(finding: step.finding, severity: step.severity, stage: max(step.stage, stage))
            })
    }
}

/// How far the pains of a portfolio have come.
struct ProgressStages {
    private let basis: PortfolioBasis
    /// By opportunity; nothing for one that is decided `wont`.
    private let ofOpportunity: [Progress.Stage?]

    init(_ basis: PortfolioBasis, loop: ClosedLoop) {
        self.basis = basis
        let portfolio = basis.portfolio
        ofOpportunity = portfolio.opportunities.enumerated().map { index, opportunity in
            guard opportunity.decision != .wont else { return nil }
            let stages = basis.addressing.solutions[index].map { solution -> Progress.Stage in
                switch portfolio.solutions[solution].status {
                case .planned, .building: .underway
                case .shipped: loop.results[solution].isLastingImprovement ? .improved : .shipped
                case .idea, .rejected: .addressed
                }
            }
            return stages.max() ?? .addressed
        }
    }

    func progress(of journey: Int) -> Progress {
        Progress(steps: basis.findingsOfJourney[journey].compactMap(step))
    }

    /// Nothing for what takes no part.
    private func step(of index: Int) -> Progress.Step? {
        let finding = basis.findings[index]
        guard finding.kind == .pain || finding.kind == .employeePain, let severity = finding.severity, severity >= 3
        else { return nil }
        if !finding.isOpen {
            guard let resolved = finding.resolved, resolved.hasBegun(by: basis.asOf),
                basis.asOf.days - resolved.first.days <= Progress.memory
            else { return nil }
            return Progress.Step(finding: index, severity: severity, stage: .resolved)
        }
        var stage = Progress.Stage.untouched
        for opportunity in basis.opportunities(addressing: index) {
            if let own = ofOpportunity[opportunity] { stage = max(stage, own) }
        }
        return Progress.Step(finding: index, severity: severity, stage: stage)
    }
}
