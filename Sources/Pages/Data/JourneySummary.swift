import Journeys
import Scoring

extension PublishedData {
    /// A journey as it stands in `data/portfolio.json`, and at the head of its own file.
    func writeSummary(of index: Int, _ json: inout JSONWriter) {
        let journey = portfolio.journeys[index]
        let scores = edition.scores[index]
        json.object { json in
            json.text("id", journey.id)
            json.text("title", journey.title)
            json.text("level", level(of: journey))
            json.text("state", journey.state.rawValue)
            json.text("status", journey.status.rawValue)
            json.text("owner", journey.record.owner)
            json.text("team", journey.record.team)
            writePlaces(of: index, &json)
            json.text("source", source(journey.path))
            json.text("page", page(of: .journey, index))
            json.text(
                "scorecard", edition.map.hasPage(.journey, index) ? edition.map.scorecard(of: index).text : nil)
            writeStages(of: index, rolled: scores.rolledStages, &json)
            json.list("findings", basis.findingsOfJourney[index]) {
                writeFinding($1, of: index, lines: journey.record, &$0)
            }
            json.texts("metrics", basis.metricsOfJourney[index].map { edition.id(.metric, $0) }.inByteOrder)
            writeHealth(scores.health, &json)
            writeTrust(scores.trust, &json)
            json.object("progress", .line) { $0.score("value", scores.progress.value) }
            write("rolled", scores.rolled, &json)
            json.object("maturity", .line) { json in
                json.count("level", scores.maturity.level)
                json.texts("unmet", scores.maturity.allUnmet.map(\.rawValue))
            }
            writeChange(of: index, &json)
            json.object("review", .line) { json in
                let review = edition.agenda.reviews[index]
                json.text("due", review?.due?.iso)
                json.count("overdue_days", review?.overdueDays ?? 0)
                json.texts("triggers", (review?.kinds ?? []).map(\.rawValue))
            }
            json.list("next_actions", scores.nextActions) { json, action in
                json.object(.line) { json in
                    json.text("action", action.action.rawValue)
                    json.text("subject", action.subject)
                    json.text("score", action.score.rawValue)
                    json.score("gain", action.gain)
                }
            }
        }
    }

    // MARK: Where it stands

    private func writePlaces(of index: Int, _ json: inout JSONWriter) {
        let hierarchy = edition.linked.hierarchy
        if let primary = hierarchy.primary[index] {
            json.key("parent")
            writePlace(primary, &json)
        } else {
            json.null("parent")
        }
        let further = hierarchy.further[index].sorted { left, right in
            let (one, other) = (edition.id(.journey, left.parent), edition.id(.journey, right.parent))
            if one != other { return one.utf8.lexicographicallyPrecedes(other.utf8) }
            return (left.anchor ?? "").utf8.lexicographicallyPrecedes((right.anchor ?? "").utf8)
        }
        json.list("also_in", further, .line) { writePlace($1, &$0) }
        json.texts("children", ids(ofJourneys: hierarchy.children[index].map(\.journey)))
    }

    private func writePlace(_ placement: Hierarchy.Placement, _ json: inout JSONWriter) {
        json.object(.line) { json in
            json.text("journey", edition.id(.journey, placement.parent))
            json.text("anchor", placement.anchor)
        }
    }

    // MARK: What it is made of

    private func writeStages(of index: Int, rolled: [RolledHealth], _ json: inout JSONWriter) {
        let journey = portfolio.journeys[index]
        let lines = journey.record.lines
        // Moments stand in the order of the file, so one walk finds them all.
        var rest = basis.momentsOfJourney[index]
        func emotion(stage: Int, step: Int?) -> Double? {
            guard let place = rest.first else { return nil }
            let moment = basis.moments[place]
            guard moment.stage == stage, moment.step == step else { return nil }
            rest = rest.dropFirst()
            return moment.emotion?.value
        }
        // By place: what is gone through otherwise is held, each part of it.
        let stages = journey.stages
        json.list("stages", stages.indices) { json, position in
            let moment = stages[position].moment
            json.object { json in
                json.text("id", moment.anchor)
                json.text("title", moment.title)
                json.line("line", lines.line(of: moment.range.lowerBound), of: index)
                json.score("emotion", emotion(stage: position, step: nil))
                write("rolled", rolled[position], &json)
                json.list("steps", stages[position].steps.indices) { json, place in
                    let step = stages[position].steps[place]
                    json.object(.line) { json in
                        json.text("id", step.anchor)
                        json.text("title", step.title)
                        json.line("line", lines.line(of: step.range.lowerBound), of: index)
                        json.score("emotion", emotion(stage: position, step: place))
                        json.flag("moment_of_truth", step.isMomentOfTruth)
                    }
                }
            }
        }
    }

    private func writeFinding(_ index: Int, of journey: Int, lines record: Record, _ json: inout JSONWriter) {
        let finding = basis.findings[index]
        json.object(.line) { json in
            json.text("id", finding.id)
            json.text("kind", finding.kind.rawValue)
            json.text("at", basis.moments[finding.moment].anchor)
            json.text("text", finding.text)
            json.count("severity", finding.severity)
            json.share("reach", finding.reach)
            json.text("status", finding.status.rawValue)
            json.list("evidence", finding.evidence, .line) { writeName(of: $1, &$0) }
            json.line("line", record.lines.line(of: finding.range.lowerBound), of: journey)
            json.flag("insight", finding.isInsight)
        }
    }

    // MARK: How it is

    private func writeHealth(_ health: Health, _ json: inout JSONWriter) {
        let weights = edition.settings.scoring.health
        json.object("health") { json in
            json.score("value", health.value)
            json.share("coverage", health.coverage)
            json.score("low", health.low)
            json.score("high", health.high)
            json.text("grade", health.grade?.rawValue)
            json.flag("provisional", health.isProvisional)
            json.object("parts") { json in
                json.object("experience", .line) { json in
                    json.score("value", health.experience.value)
                    json.exact("weight", weights.experience)
                    json.score("emotion", health.emotion.value)
                    json.score("relief", health.relief.value)
                }
                writePart("customer_outcomes", health.customerOutcomes, weight: weights.customerOutcomes, &json)
                writePart("business_outcomes", health.businessOutcomes, weight: weights.businessOutcomes, &json)
                writePart("operations", health.operations, weight: weights.operations, &json)
            }
        }
    }

    private func writeTrust(_ trust: Trust, _ json: inout JSONWriter) {
        let weights = edition.settings.scoring.trust
        json.object("trust") { json in
            json.score("value", trust.value)
            json.share("coverage", trust.score.coverage)
            json.object("parts") { json in
                json.object("evidence", .line) { json in
                    json.score("value", trust.evidence.value)
                    json.exact("weight", weights.evidence)
                    json.share("backed", trust.evidence.backed)
                    json.share("fresh", trust.evidence.fresh)
                    json.share("mixed", trust.evidence.mixed)
                }
                writePart("stewardship", trust.stewardship, weight: weights.stewardship, &json)
            }
        }
    }

    private func writePart(_ key: StaticString, _ score: ScoreFigure, weight: Double, _ json: inout JSONWriter) {
        json.object(key, .line) { json in
            json.score("value", score.value)
            json.exact("weight", weight)
        }
    }
}
