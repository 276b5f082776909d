import Journeys
import Scoring

/// Why the scores of a journey are what they are.
extension PublishedData {
    /// Every score and part of one, with the sentence that explains it, and what it was made of.
    func writeScores(of index: Int, _ json: inout JSONWriter) {
        let scores = scored.journeys[index]
        let health = scores.health
        json.object("scores") { json in
            write("health", health.score, &json)
            write("experience", health.experience, &json)
            write("emotion", health.emotion, &json)
            write("relief", health.relief, &json)
            write("customer_outcomes", health.customerOutcomes, &json)
            write("business_outcomes", health.businessOutcomes, &json)
            write("operations", health.operations, &json)
            write("trust", scores.trust.score, &json)
            write("evidence", scores.trust.evidence.score, &json)
            write("stewardship", scores.trust.stewardship, &json)
            write("progress", scores.progress.score, &json)
        }
    }

    private func write(_ key: StaticString, _ score: Score, _ json: inout JSONWriter) {
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
                    json.list("inputs", contribution.inputs) { write($1, of: contribution.name, &$0) }
                }
            }
        }
    }

    private func write(_ input: ScoreInput, of name: Contribution.Name, _ json: inout JSONWriter) {
        let place = basis.source(of: input, in: name)
        json.object(.line) { json in
            write("subject", place.target, &json)
            json.text("title", place.title)
            json.share("value", input.value)
            json.share("weight", input.weight)
            json.text("source", root, place.location.path)
            json.count("line", place.row ?? record(of: input.subject).lines.line(of: place.location.range.lowerBound))
        }
    }

    /// The file in which an input is written; of a metric's value, where a row is not known.
    private func record(of subject: ScoreInput.Subject) -> Record {
        switch subject {
        case .journey(let index): portfolio.journeys[index].record
        case .moment(let index), .emotion(let index, _): portfolio.journeys[basis.moments[index].journey].record
        case .finding(let index): portfolio.journeys[basis.findings[index].journey].record
        case .metric(let index): portfolio.metrics[index].record
        case .opportunity(let index): portfolio.opportunities[index].record
        case .solution(let index): portfolio.solutions[index].record
        }
    }

    // MARK: What follows from the scores

    func writeVerdicts(of index: Int, _ json: inout JSONWriter) {
        let scores = scored.journeys[index]
        json.list("gates", Maturity.Gate.allCases) { json, gate in
            json.object(.line) { json in
                json.text("gate", gate.rawValue)
                json.count("level", gate.level)
                json.flag("met", !scores.maturity.allUnmet.contains(gate))
            }
        }
        if let review = scored.agenda.reviews[index] {
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
        json.texts("solutions", basis.touching.solutions[index].map { portfolio.solutions[$0].record.id }.inByteOrder)
        json.texts(
            "opportunities",
            Set(basis.findingsOfJourney[index].flatMap { basis.opportunities(addressing: $0) })
                .map { portfolio.opportunities[$0].record.id }.inByteOrder)
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
