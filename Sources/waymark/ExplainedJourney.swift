import Journeys
import Pages
import Scoring

extension Explained {
    func add(journey index: Int, to sheet: inout ExplainedSheet) {
        let journey = portfolio.journeys[index]
        let scores = scored.journeys[index]
        let explained = scores.explained
        let levels = portfolio.settings.taxonomy.levels
        addHead(
            journey.record,
            [
                levels.indices.contains(journey.level) ? levels[journey.level] : nil,
                journey.counts ? nil : "not counted: \(journey.status.rawValue), \(journey.state.rawValue)",
                journey.record.owner.map { "owned by \($0)" } ?? "without an owner",
                journey.record.team.map { "team \($0)" },
            ], to: &sheet)
        add(scores.health, explained.health, to: &sheet)
        sheet.add(heading: "Trust", scores.trust.value, "coverage \(Figure.percent(scores.trust.score.coverage))")
        add(
            explained.trust.score,
            parts: [.evidence: explained.trust.evidence, .stewardship: explained.trust.stewardship],
            to: &sheet)
        add(explained.progress, explained.steps, to: &sheet)
        add(rolled: scores, of: journey, to: &sheet)
        add(scores.maturity, to: &sheet)
        if let review = scored.agenda.reviews[index] { add(review, to: &sheet) }
        add(scores.nextActions, to: &sheet)
    }

    private func add(_ health: Health, _ explained: ExplainedHealth, to sheet: inout ExplainedSheet) {
        let grade = health.grade.map { "grade \($0.rawValue)\(health.isProvisional ? ", provisional" : ""), " } ?? ""
        let range = "range \(Figure.fixed(health.low, 2)) to \(Figure.fixed(health.high, 2))"
        sheet.add(
            heading: "Health", health.value, "\(grade)coverage \(Figure.percent(health.coverage)), \(range)",
            style: health.grade == nil ? nil : ScoreTable.grade(of: health).style)
        add(
            explained.score,
            parts: [
                .experience: explained.experience, .emotion: explained.emotion, .relief: explained.relief,
                .customerOutcomes: explained.customerOutcomes, .businessOutcomes: explained.businessOutcomes,
                .operations: explained.operations,
            ], to: &sheet)
    }

    private func add(_ progress: Score, _ steps: [Scoring.Progress.Step], to sheet: inout ExplainedSheet) {
        sheet.add(heading: "Progress", progress.value, "")
        sheet.add(sentence: Wording.english.sentence(for: progress), depth: 1)
        // A contribution a pain, in the order of the pains.
        for (pain, step) in zip(progress.contributions, steps) {
            guard let source = pain.inputs.first.map({ scored.basis.source(of: $0, in: pain.name) }) else { continue }
            sheet.add(pain, label: source.title, place: "\(step.stage)  \(places.place(of: source))", depth: 1)
        }
    }

    private func add(rolled scores: JourneyScores, of journey: Journey, to sheet: inout ExplainedSheet) {
        sheet.add(heading: "Rolled up", scores.rolled.value, Self.from(scores.rolled))
        for (stage, rolled) in zip(journey.stages, scores.rolledStages) where rolled.journeys.whole > 0 {
            sheet.add(
                stage.moment.title, depth: 1, value: rolled.value.map { Figure.fixed($0, 2) } ?? "-",
                rest: Self.from(rolled))
        }
    }

    private static func from(_ rolled: RolledHealth) -> String {
        let (part, whole) = (rolled.journeys.part, rolled.journeys.whole)
        return "from \(part) of \(whole) \(whole == 1 ? "journey" : "journeys")"
    }

    private static let levelNames = ["Ad hoc", "Defined", "Managed", "Optimised", "Customer-centric"]

    private func add(_ maturity: Maturity, to sheet: inout ExplainedSheet) {
        let name = Self.levelNames.indices.contains(maturity.level - 1) ? Self.levelNames[maturity.level - 1] : ""
        sheet.add(heading: "Maturity", "\(maturity.level) of 5, \(name)")
        for level in Maturity.levels {
            let unmet = maturity.allUnmet.filter { $0.level == level }
            guard !unmet.isEmpty else { continue }
            sheet.add(sentence: "Level \(level) still asks for:", depth: 1)
            for gate in unmet { sheet.add(sentence: gate.rawValue, depth: 2) }
        }
    }

    private func add(_ review: Review, to sheet: inout ExplainedSheet) {
        sheet.add(heading: "Review", review.due.map { "due on \($0.iso)" } ?? "never reviewed")
        for trigger in review.triggers {
            sheet.add(sentence: "\(trigger.kind.rawValue): \(sentence(for: trigger, of: review))", depth: 1)
        }
        if review.triggers.isEmpty { sheet.add(sentence: "Nothing asks for one before.", depth: 1) }
    }

    private func sentence(for trigger: ReviewTrigger, of review: Review) -> String {
        switch trigger {
        case .overdue(let days):
            guard let due = review.due else { return "It has never been reviewed." }
            return "It was due on \(due.iso), \(days) \(days == 1 ? "day" : "days") ago."
        case .metric(let metric, let limits):
            return "'\(portfolio.metrics[metric].record.title)' came to \(Figure.plain(limits.latest.value)) on "
                + "\(limits.latest.date.iso), outside \(Figure.plain(limits.low)) to \(Figure.plain(limits.high)), where "
                + "chance alone would keep it."
        case .evidence(let evidence, let date):
            return "'\(portfolio.evidence[evidence].record.title)' of \(date.iso) is newer than the review."
        case .solution(let solution, let shipped):
            return "'\(portfolio.solutions[solution].record.title)' shipped on \(shipped.iso), after the review."
        case .untouched: return "Its review date moved, but nothing else of it has changed in a year."
        }
    }

    private func add(_ actions: [NextAction], to sheet: inout ExplainedSheet) {
        sheet.add(
            heading: "Next", actions.isEmpty ? "nothing would raise a score by itself" : "what would raise a score most"
        )
        for action in actions {
            sheet.add(
                Self.words(for: action), depth: 1, value: Figure.signed(action.gain, 2),
                rest: "\(action.score.rawValue)  \(places.place(of: action.target, in: portfolio))")
        }
    }

    private static func words(for action: NextAction) -> String {
        switch action.action {
        case .backFinding: "back '\(action.subject)' with evidence"
        case .nameOwner: "name an owner"
        case .openOpportunity: "open an opportunity for '\(action.subject)'"
        case .resolvePain: "resolve '\(action.subject)'"
        case .review: "review it"
        case .updateMetric: "bring the data of '\(action.subject)' up to date"
        }
    }
}
