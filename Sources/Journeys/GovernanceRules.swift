import Diagnostics

/// What a portfolio's rules of governance ask of what its files say, whatever the day.
struct GovernanceRules {
    let portfolio: Portfolio
    /// What stands before a path in diagnostics.
    let root: String

    /// Each with the severity of its code: the portfolio's own is set when all have been gathered.
    func diagnostics() -> [Diagnostic] {
        portfolio.journeys.filter(\.counts).flatMap(journey)
            + portfolio.insights.compactMap(insight) + goals() + portfolio.solutions.compactMap(solution)
            + portfolio.opportunities.compactMap(decision)
    }

    private func say(
        _ code: DiagnosticCode, in path: String, _ range: TextRange, _ message: String, hint: String
    ) -> Diagnostic {
        Diagnostic(code, at: Location(path: root + path, range: range), message, hint: hint)
    }

    // MARK: Journeys

    private func journey(_ journey: Journey) -> [Diagnostic] {
        var found: [Diagnostic] = []
        if journey.stages.isEmpty {
            found.append(
                say(
                    .noStage, in: journey.path, journey.record.idRange, "'\(journey.id)' has no stage",
                    hint: "write '## …' for each part of what customers go through, or set 'status: draft'"))
        }
        // A stage without steps is a column of the map, too.
        let steps = journey.stages.reduce(0) { $0 + max(1, $1.steps.count) }
        if steps > portfolio.settings.maxSteps {
            found.append(
                say(
                    .manySteps, in: journey.path, journey.record.idRange,
                    "'\(journey.id)' has more than \(portfolio.settings.maxSteps) steps",
                    hint: "it has \(steps): let a journey of a lower level detail a stage, and keep its main steps here"
                ))
        }
        for stage in journey.stages { found += moments(of: stage, in: journey) }
        return found
    }

    private func moments(of stage: Stage, in journey: Journey) -> [Diagnostic] {
        var found: [Diagnostic] = []
        func check(_ moment: Moment, isMeasured: () -> Bool) {
            if moment.isMomentOfTruth, !Self.isMeasured(stage.moment), !isMeasured() {
                found.append(
                    say(
                        .momentOfTruthWithoutMetric, in: journey.path, moment.range,
                        "'\(moment.title)' is a moment of truth, and no metric tells how it goes",
                        hint: "name one there: - **Metrics:** [its title](its file)"))
            }
            for finding in moment.findings where Self.isSevere(finding) {
                found.append(
                    say(
                        .severePainWithoutEvidence, in: journey.path, finding.range,
                        "a pain of severity \(finding.severity ?? 0) rests on no evidence",
                        hint: "add what it is known from to its braces: evidence=…"))
            }
        }
        // What is measured at one of its steps is measured in the stage.
        check(stage.moment) { stage.steps.contains(where: Self.isMeasured) }
        for step in stage.steps { check(step) { Self.isMeasured(step) } }
        return found
    }

    private static func isMeasured(_ moment: Moment) -> Bool { !moment.references(in: "metrics").isEmpty }

    private static func isSevere(_ finding: Finding) -> Bool {
        (finding.kind == .pain || finding.kind == .employeePain) && finding.status == .open
            && (finding.severity ?? 0) >= 4 && finding.evidence.isEmpty
    }

    // MARK: Blocks

    private func insight(_ insight: Insight) -> Diagnostic? {
        guard insight.type == .pain, insight.status == .open, let severity = insight.severity, severity >= 4,
            insight.evidence.isEmpty, !insight.given.contains(.evidence)
        else { return nil }
        return say(
            .severePainWithoutEvidence, in: insight.path, insight.record.idRange,
            "'\(insight.id)' is a pain of severity \(severity), and rests on no evidence",
            hint: "name what it is known from: evidence: […]")
    }

    /// A wider goal is measured by what is below it.
    private func goals() -> [Diagnostic] {
        var measured: Set<Int> = []
        for index in portfolio.goals.indices where portfolio.goals[index].metric != nil {
            var place: Int? = index
            while let goal = place, measured.insert(goal).inserted {
                place = portfolio.goals[goal].parent?.target?.index
            }
        }
        return portfolio.goals.indices.compactMap { index in
            let goal = portfolio.goals[index]
            guard !measured.contains(index), !goal.given.contains(.metric) else { return nil }
            return say(
                .goalWithoutMetric, in: goal.path, goal.record.idRange,
                "'\(goal.id)' has no metric, so nobody can tell whether it is reached",
                hint: "add 'metric:' with the id of one, or name it as the 'parent' of goals that have one")
        }
    }

    private func solution(_ solution: Solution) -> Diagnostic? {
        guard solution.status == .shipped, solution.metrics.isEmpty, !solution.given.contains(.metrics) else {
            return nil
        }
        return say(
            .shippedWithoutMetric, in: solution.path, solution.record.idRange,
            "'\(solution.id)' has shipped, and names no metric that it should move",
            hint: "add 'metrics:' with the ids of those; without, nobody can tell what it was good for")
    }

    private func decision(_ opportunity: Opportunity) -> Diagnostic? {
        guard let decision = opportunity.decision, (opportunity.because ?? "").isEmpty,
            !opportunity.given.contains(.because)
        else { return nil }
        return say(
            .decisionWithoutReason, in: opportunity.path, opportunity.decisionRange ?? opportunity.record.idRange,
            "'\(opportunity.id)' was decided on ('\(decision.rawValue)') without a reason",
            hint: "add 'because:' with a sentence; in a year nobody remembers it")
    }
}
