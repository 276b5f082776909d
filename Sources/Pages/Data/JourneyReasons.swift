import Journeys
import Scoring

/// Why the scores of a journey are what they are.
extension PublishedData {
    /// Every score and part of one, with the sentence that explains it, and what it was made of.
    func writeScores(of index: Int, _ json: inout JSONWriter) {
        let scores = edition.scores[index].explained
        let (health, trust) = (scores.health, scores.trust)
        let written = WrittenInputs(of: index, basis)
        func write(_ key: StaticString, _ score: Score, _ json: inout JSONWriter) {
            self.write(key, score, written, &json)
        }
        json.object("scores") { json in
            write("health", health.score, &json)
            write("experience", health.experience, &json)
            write("emotion", health.emotion, &json)
            write("relief", health.relief, &json)
            write("customer_outcomes", health.customerOutcomes, &json)
            write("business_outcomes", health.businessOutcomes, &json)
            write("operations", health.operations, &json)
            write("trust", trust.score, &json)
            write("evidence", trust.evidence, &json)
            write("stewardship", trust.stewardship, &json)
            write("progress", scores.progress, &json)
        }
    }

    private func write(
        _ key: StaticString, _ score: Score, _ written: WrittenInputs, _ json: inout JSONWriter
    ) {
        json.object(key) { json in
            json.score("value", score.value)
            json.share("coverage", score.coverage)
            json.text("sentence", Wording.english.sentence(for: score))
            json.list("contributions", score.contributions) { json, contribution in
                json.object { json in
                    json.text("name", contribution.name.rawValue)
                    json.score("value", contribution.value)
                    json.share("weight", contribution.weight)
                    json.score("points", contribution.points)
                    json.list("inputs", contribution.inputs) { write($1, of: contribution.name, written, &$0) }
                }
            }
        }
    }

    private func write(
        _ input: ScoreInput, of name: Contribution.Name, _ written: WrittenInputs, _ json: inout JSONWriter
    ) {
        json.object(.line) { json in
            let slot = written.slot(of: input.subject)
            if let slot, let known = written.known(input.subject, in: slot) {
                json.repeatMembers(known.subject)
                writeShare(of: input, &json)
                return json.repeatMembers(known.place)
            }
            let source = basis.source(of: input, in: name)
            let subject = json.members { json in
                write("subject", source.target, written, &json)
                json.text("title", source.title)
            }
            writeShare(of: input, &json)
            let place = json.members { json in
                write("source", source.location.path, written, &json)
                writeLine(of: input.subject, at: source, &json)
            }
            if let slot { written.keep(.init(input: input.subject, subject: subject, place: place), in: slot) }
        }
    }

    /// What is in the journey itself differs by its anchor alone.
    private func write(
        _ key: StaticString, _ target: Target, _ written: WrittenInputs, _ json: inout JSONWriter
    ) {
        guard target.kind == .journey, target.index == written.journey else { return write(key, target, &json) }
        json.object(key, .line) { json in
            if let known = written.identity {
                json.repeatMembers(known)
            } else {
                written.identity = json.members { json in
                    json.text("kind", target.kind.rawValue)
                    json.text("id", edition.id(of: target))
                }
            }
            json.text("anchor", target.anchor)
        }
    }

    private func write(
        _ key: StaticString, _ path: String, _ written: WrittenInputs, _ json: inout JSONWriter
    ) {
        guard path == written.path else { return json.text(key, root, path) }
        if let known = written.file { return json.repeatMembers(known) }
        written.file = json.members { $0.text(key, root, path) }
    }

    private func writeShare(of input: ScoreInput, _ json: inout JSONWriter) {
        json.share("value", input.value)
        json.share("weight", input.weight)
    }

    private func writeLine(of subject: ScoreInput.Subject, at source: ScoreSource, _ json: inout JSONWriter) {
        let line = source.row ?? record(of: subject).lines.line(of: source.location.range.lowerBound)
        if let journey = basis.journey(of: subject) {
            json.line("line", line, of: journey)
        } else {
            json.count("line", line)
        }
    }

    /// The file in which an input is written; of a metric's value, where a row is not known.
    private func record(of subject: ScoreInput.Subject) -> Record {
        switch subject {
        case .journey(let index): portfolio.journeys[index].record
        case .moment(let index), .emotion(let index, _): portfolio.journeys[basis.journey(ofMoment: index)].record
        case .finding(let index): portfolio.journeys[basis.journey(ofFinding: index)].record
        case .metric(let index): portfolio.metrics[index].record
        case .opportunity(let index): portfolio.opportunities[index].record
        case .solution(let index): portfolio.solutions[index].record
        }
    }

    // MARK: What follows from the scores

    func writeVerdicts(of index: Int, _ json: inout JSONWriter) {
        let scores = edition.scores[index]
        let unmet = scores.maturity.allUnmet
        json.list("gates", Maturity.Gate.allCases) { json, gate in
            json.object(.line) { json in
                json.text("gate", gate.rawValue)
                json.count("level", gate.level)
                json.flag("met", !unmet.contains(gate))
            }
        }
        if let review = edition.agenda.reviews[index] {
            json.object("review") { json in
                json.text("due", review.due?.iso)
                json.count("overdue_days", review.overdueDays)
                json.score("urgency", review.urgency)
                json.list("triggers", review.triggers) { write($1, &$0) }
            }
        } else {
            json.null("review")
        }
        json.list("next_actions", scores.nextActions) { json, action in
            json.object(.line) { json in
                json.text("action", action.action.rawValue)
                json.text("subject", action.subject)
                write("to", action.target, &json)
                json.text("score", action.score.rawValue)
                json.score("gain", action.gain)
            }
        }
        json.texts("solutions", basis.touching.solutions[index].map { edition.id(.solution, $0) }.inByteOrder)
        json.texts(
            "opportunities",
            Set(basis.findingsOfJourney[index].flatMap { basis.opportunities(addressing: $0) })
                .map { edition.id(.opportunity, $0) }.inByteOrder)
    }

    private func write(_ trigger: ReviewTrigger, _ json: inout JSONWriter) {
        json.object(.line) { json in
            json.text("kind", trigger.kind.rawValue)
            switch trigger {
            case .overdue(let days):
                json.null("subject")
                json.null("date")
                json.count("days", days)
            case .metric(let metric, let limits):
                write("subject", Target(kind: .metric, index: metric), &json)
                json.text("date", limits.latest.date.iso)
                json.null("days")
            case .evidence(let evidence, let date):
                write("subject", Target(kind: .evidence, index: evidence), &json)
                json.text("date", date.iso)
                json.null("days")
            case .solution(let solution, let day):
                write("subject", Target(kind: .solution, index: solution), &json)
                json.text("date", day.iso)
                json.null("days")
            case .untouched:
                json.null("subject")
                json.null("date")
                json.null("days")
            }
        }
    }
}

/// What was written of the inputs of one journey's scores, to be written again for all else that they are inputs of.
///
/// A class, as each of them is asked for by what is written within others: a value would be copied to be asked.
private final class WrittenInputs {
    struct Known {
        /// Of several feelings of a moment the one that was written last.
        let input: ScoreInput.Subject
        let subject: JSONWriter.Members
        let place: JSONWriter.Members
    }

    let journey: Int
    /// Of its file.
    let path: String
    /// What it is called, and where it is written.
    var identity: JSONWriter.Members?
    var file: JSONWriter.Members?
    private let slots: InputSlots
    private var known: [Known?]

    init(of journey: Int, _ basis: PortfolioBasis) {
        self.journey = journey
        path = basis.portfolio.journeys[journey].record.path
        slots = InputSlots(of: journey, basis)
        known = Array(repeating: nil, count: slots.count)
    }

    func slot(of input: ScoreInput.Subject) -> Int? { slots.slot(of: input) }

    func known(_ input: ScoreInput.Subject, in slot: Int) -> Known? {
        guard let known = known[slot], known.input == input else { return nil }
        return known
    }

    func keep(_ new: Known, in slot: Int) { known[slot] = new }
}
