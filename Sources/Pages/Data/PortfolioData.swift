import Diagnostics
import Journeys
import Scoring

extension PublishedData {
    /// `data/portfolio.json`: item by item, and each is settled, so that no more than a piece of the file is held.
    func writePortfolio(_ json: inout JSONWriter) {
        let scored = edition.scored
        json.object { json in
            json.count("schema", Self.schema)
            json.text("title", edition.settings.title)
            json.text("as_of", edition.asOf.iso)
            json.text("generator", WaymarkVersion.generator)
            write("health", scored.health, &json)
            json.object("maturity", .line) { json in
                json.count("level", scored.maturity.level)
                json.object("reached") { json in
                    let keys: [StaticString] = ["1", "2", "3", "4", "5"]
                    for (key, count) in zip(keys, scored.maturity.reached) { json.count(key, count) }
                }
            }
            json.list("journeys", journeys) { json, index in
                writeSummary(of: index, &json)
                json.settle()
            }
            json.list("opportunities", portfolio.opportunities.orderedByID, .lines) { json, index in
                json.object(.line) { writeOpportunity(index, &$0) }
                json.settle()
            }
            json.list("solutions", portfolio.solutions.orderedByID) { json, index in
                json.object(.line) { writeSolution(index, &$0) }
                json.settle()
            }
            json.list("metrics", portfolio.metrics.orderedByID) { json, index in
                json.object(.line) { writeMetric(index, &$0) }
                json.settle()
            }
            json.list("contradictions", edition.contradictions.all) { json, contradiction in
                writeContradiction(contradiction, &json)
                json.settle()
            }
            json.list("trend", edition.trend.days.indices) { writeMonth($1, &$0) }
        }
    }

    func writeContradiction(_ contradiction: Contradiction, _ json: inout JSONWriter) {
        json.object(.line) { json in
            json.text("rule", contradiction.rule.rawValue)
            json.texts("subjects", contradiction.subjects.map { $0.name(in: basis) })
            json.flag("waived", contradiction.isWaived)
        }
    }

    func writeOpportunity(_ index: Int, _ json: inout JSONWriter) {
        let item = portfolio.opportunities[index]
        let ranking = edition.ranking
        let priority = ranking.priorities[index]
        let firmness = ranking.firmness[index]
        json.text("id", item.id)
        json.text("title", item.title)
        json.score("priority", priority.value)
        json.count("rank", ranking.ranks[index])
        json.count("best_rank", firmness?.best)
        json.count("worst_rank", firmness?.worst)
        json.share("first", firmness?.first.value)
        json.share("top_three", firmness?.topThree.value)
        json.share("top_ten", firmness?.topTen.value)
        json.texts("tied_with", ranking.ties[index].map { edition.id(.opportunity, $0) }.inByteOrder)
        json.share("confidence", priority.confidence?.value)
        json.text("model", priority.model.rawValue)
        json.texts("missing", priority.missing.map(\.rawValue))
        write("addresses", item.addresses, &json)
        json.text("decision", item.decision?.rawValue)
        json.text("stage", item.stage.rawValue)
    }

    func writeSolution(_ index: Int, _ json: inout JSONWriter) {
        let item = portfolio.solutions[index]
        let result = edition.loop.results[index]
        json.text("id", item.id)
        json.text("status", item.status.rawValue)
        json.text("outcome", result.outcome?.rawValue)
        json.flag("preliminary", result.isPreliminary)
        let measured = result.measurements.sorted { left, right in
            portfolio.metrics[left.metric].record.id.utf8.lexicographicallyPrecedes(
                portfolio.metrics[right.metric].record.id.utf8)
        }
        json.list("measured", measured) { json, measurement in
            json.object { json in
                json.text("metric", edition.id(.metric, measurement.metric))
                json.share("before", measurement.figures?.before)
                json.share("after", measurement.figures?.after)
                json.share("change", measurement.figures?.change)
                json.flag("seasonal", measurement.figures?.isSeasonal)
                json.text("outcome", measurement.outcome.rawValue)
            }
        }
    }

    func writeMetric(_ index: Int, _ json: inout JSONWriter) {
        json.text("id", portfolio.metrics[index].record.id)
        let attainment = basis.attainments[index]
        if let latest = attainment.latest {
            json.object("latest") { json in
                json.text("date", latest.date.iso)
                json.share("value", latest.value)
            }
        } else {
            json.null("latest")
        }
        json.score("attainment", attainment.value)
        json.texts("journeys", ids(ofJourneys: basis.journeysOfMetric[index]))
    }

    func write(_ key: StaticString, _ rolled: RolledHealth, _ json: inout JSONWriter) {
        json.object(key, .line) { json in
            json.score("value", rolled.value)
            json.count("journeys", rolled.journeys.part)
            json.count("of", rolled.journeys.whole)
        }
    }
}

extension Share {
    /// From 0 to 1; nothing of nothing.
    var value: Double? { whole > 0 ? Double(part) / Double(whole) : nil }
}
