import Journeys
import Scoring
import Templates

/// The tables, for spreadsheets: a row a thing, in the order of ids.
extension PublishedData {
    func writeJourneyTable(into file: inout PageBuffer) {
        let columns = [
            "id", "title", "level", "state", "status", "owner", "team", "parent", "parent_anchor", "weight", "health",
            "grade", "provisional", "coverage", "low", "high", "trust", "backed", "fresh", "progress", "rolled",
            "rolled_journeys", "rolled_of", "maturity", "reviewed", "due", "overdue_days", "triggers", "source", "page",
        ]
        CSVWriter.write(into: &file, columns: columns) { table in
            for index in journeys { table.row { writeJourneyRow(index, &$0) } }
        }
    }

    private func writeJourneyRow(_ index: Int, _ row: inout CSVWriter) {
        let journey = portfolio.journeys[index]
        let scores = edition.scores[index]
        let parent = edition.linked.hierarchy.primary[index]
        let review = edition.agenda.reviews[index]
        row.text(journey.id)
        row.text(journey.title)
        row.text(level(of: journey))
        row.text(journey.state.rawValue)
        row.text(journey.status.rawValue)
        row.text(journey.record.owner)
        row.text(journey.record.team)
        row.text(parent.map { edition.id(.journey, $0.parent) })
        row.text(parent?.anchor)
        row.exact(journey.weight)
        row.score(scores.health.value)
        row.text(scores.health.grade?.rawValue)
        row.flag(scores.health.isProvisional)
        row.share(scores.health.coverage)
        row.score(scores.health.low)
        row.score(scores.health.high)
        row.score(scores.trust.value)
        row.share(scores.trust.evidence.backed)
        row.share(scores.trust.evidence.fresh)
        row.score(scores.progress.value)
        row.score(scores.rolled.value)
        row.count(scores.rolled.journeys.part)
        row.count(scores.rolled.journeys.whole)
        row.count(scores.maturity.level)
        row.text(journey.reviewed?.iso)
        row.text(review?.due?.iso)
        row.count(review?.overdueDays)
        row.texts((review?.kinds ?? []).map(\.rawValue))
        row.text(source(journey.path))
        row.text(page(of: .journey, index))
    }

    func writeOpportunityTable(into file: inout PageBuffer) {
        let columns =
            [
                "id", "title", "rank", "priority", "model", "best_rank", "worst_rank", "first", "top_three", "top_ten",
                "tied_with", "confidence", "missing",
            ] + Opportunity.Input.allCases.map { "input_\($0.rawValue)" } + [
                "addresses", "goals", "metrics", "solutions", "stage", "decision", "because", "decided", "owner",
                "team",
                "source", "page",
            ]
        CSVWriter.write(into: &file, columns: columns) { table in
            for index in portfolio.opportunities.orderedByID { table.row { writeOpportunityRow(index, &$0) } }
        }
    }

    private func writeOpportunityRow(_ index: Int, _ row: inout CSVWriter) {
        let item = portfolio.opportunities[index]
        let priority = edition.ranking.priorities[index]
        let firmness = edition.ranking.firmness[index]
        row.text(item.id)
        row.text(item.title)
        row.count(edition.ranking.ranks[index])
        row.score(priority.value)
        row.text(priority.model.rawValue)
        row.count(firmness?.best)
        row.count(firmness?.worst)
        row.share(firmness?.first.value)
        row.share(firmness?.topThree.value)
        row.share(firmness?.topTen.value)
        row.texts(edition.ranking.ties[index].map { edition.id(.opportunity, $0) }.inByteOrder)
        row.share(priority.confidence?.value)
        row.texts(priority.missing.map(\.rawValue))
        for input in Opportunity.Input.allCases { row.exact(item.inputs[input]) }
        row.texts(names(of: item.addresses))
        row.texts(names(of: item.goals))
        row.texts(names(of: item.metrics))
        row.texts(basis.addressing.solutions[index].map { edition.id(.solution, $0) }.inByteOrder)
        row.text(item.stage.rawValue)
        row.text(item.decision?.rawValue)
        row.text(item.because)
        row.text(item.decided?.iso)
        row.text(item.record.owner)
        row.text(item.record.team)
        row.text(source(item.path))
        row.text(page(of: .opportunity, index))
    }

    func writeFindingTable(into file: inout PageBuffer) {
        let columns = [
            "journey", "id", "kind", "at", "moment", "text", "severity", "reach", "status", "resolved", "insight",
            "persona", "evidence", "opportunities", "source", "line",
        ]
        CSVWriter.write(into: &file, columns: columns) { table in
            for journey in journeys {
                let record = portfolio.journeys[journey].record
                let file = source(record.path)
                for index in basis.findingsOfJourney[journey] {
                    table.row { writeFindingRow(index, of: journey, record, in: file, &$0) }
                }
            }
        }
    }

    private func writeFindingRow(
        _ index: Int, of journey: Int, _ record: Record, in file: String, _ row: inout CSVWriter
    ) {
        let finding = basis.findings[index]
        let moment = basis.moments[finding.moment]
        row.text(record.id)
        row.text(finding.id)
        row.text(finding.kind.rawValue)
        row.text(moment.anchor)
        row.text(moment.title)
        row.text(finding.text)
        row.count(finding.severity)
        row.share(finding.reach)
        row.text(finding.status.rawValue)
        row.text(finding.resolved?.iso)
        row.flag(finding.isInsight)
        row.text(finding.persona.map(name))
        row.texts(finding.evidence.map(name))
        row.texts(basis.opportunities(addressing: index).map { edition.id(.opportunity, $0) }.inByteOrder)
        row.text(file)
        row.line(record.lines.line(of: finding.range.lowerBound), of: journey)
    }

    func writeMetricTable(into file: inout PageBuffer) {
        let columns = [
            "id", "title", "unit", "type", "method", "perspective", "direction", "baseline", "target", "noise",
            "frequency_days", "latest_date", "latest", "attainment", "owner", "team", "journeys", "source", "page",
        ]
        CSVWriter.write(into: &file, columns: columns) { table in
            for index in portfolio.metrics.orderedByID { table.row { writeMetricRow(index, &$0) } }
        }
    }

    private func writeMetricRow(_ index: Int, _ row: inout CSVWriter) {
        let metric = portfolio.metrics[index]
        let attainment = basis.attainments[index]
        row.text(metric.id)
        row.text(metric.title)
        row.text(metric.unit)
        row.text(metric.type.rawValue)
        row.text(metric.method)
        row.text(metric.perspective.rawValue)
        row.text(metric.direction.rawValue)
        row.exact(metric.baseline)
        row.exact(metric.target)
        row.exact(metric.noise)
        row.count(metric.frequency.days)
        row.text(attainment.latest?.date.iso)
        row.share(attainment.latest?.value)
        row.score(attainment.value)
        row.text(metric.record.owner)
        row.text(metric.record.team)
        row.texts(ids(ofJourneys: basis.journeysOfMetric[index]))
        row.text(source(metric.path))
        row.text(page(of: .metric, index))
    }
}
