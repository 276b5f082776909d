import Diagnostics
import Journeys
import Pages
import Scoring

// MARK: Opportunities

extension Explained {
    func add(opportunity index: Int, to sheet: inout ExplainedSheet) {
        let opportunity = portfolio.opportunities[index]
        let priority = scored.ranking.priorities[index]
        addHead(
            opportunity.record,
            ["stage \(opportunity.stage.rawValue)", opportunity.decision.map { "decided: \($0.rawValue)" }],
            to: &sheet)
        let rank = scored.ranking.ranks[index].map { "rank \($0) of \(scored.ranking.order.count), " }
        sheet.add(
            heading: "Priority", priority.value, (rank ?? "no rank, ") + "by the model '\(priority.model.rawValue)'")
        if !priority.missing.isEmpty {
            let names = priority.missing.map { "'\($0.rawValue)'" }.joined(separator: ", ")
            sheet.add(sentence: "Not scored: the model asks for \(names), which it does not have.", depth: 1)
        }
        add(inputsOf: priority, of: opportunity, to: &sheet)
        if let firmness = scored.ranking.firmness[index] {
            sheet.add(
                heading: "How firm", "rank \(firmness.best) to \(firmness.worst) under weights near the chosen ones")
            let near = "\(firmness.topThree.part) of \(firmness.topThree.whole)"
            sheet.add(
                sentence: "Among the first three under \(near) of these; first under \(firmness.first.part) of all "
                    + "\(firmness.first.whole) weights.", depth: 1)
            for tie in scored.ranking.ties[index] {
                sheet.add(sentence: "A tie with '\(portfolio.opportunities[tie].title)'.", depth: 1)
            }
        }
        add(addressedBy: index, to: &sheet)
    }

    private func add(inputsOf priority: Priority, of opportunity: Opportunity, to sheet: inout ExplainedSheet) {
        for given in priority.given {
            let part = priority.parts.first { $0.input == given.input }
            let source: String
            switch given.source {
            case .opportunity: source = places.place(of: opportunity.record)
            case .severity(let finding): source = "the severity of '\(name(of: finding))' stands in"
            }
            sheet.add(
                Self.words(given.input.rawValue), depth: 1, value: Figure.plain(given.value), weight: part?.weight,
                points: part.map { Figure.signed($0.points, 2) } ?? "", rest: source)
        }
        guard let confidence = priority.confidence else { return }
        let rest =
            confidence.weight > 0
            ? "\(Figure.plain(confidence.backed)) of \(Figure.plain(confidence.weight)) by severity are backed by evidence"
            : "it addresses no finding"
        sheet.add("confidence", depth: 1, value: "× \(Figure.plain(confidence.value, 4))", rest: rest)
    }

    private func add(addressedBy index: Int, to sheet: inout ExplainedSheet) {
        let addressed = scored.basis.addressing.addressed[index]
        sheet.add(heading: "Addresses", addressed.isEmpty ? "nothing" : Self.count(addressed.count, "finding"))
        for finding in addressed {
            let (title, severity, isBacked, place) = facts(of: finding)
            sheet.add(
                title, depth: 1, value: severity.map { "severity \($0)" } ?? "-",
                rest: "\(isBacked ? "backed" : "not backed")  \(place)")
        }
        let solutions = scored.basis.addressing.solutions[index]
        sheet.add(heading: "Solutions", solutions.isEmpty ? "none" : Self.count(solutions.count, "solution"))
        for solution in solutions {
            sheet.add(
                portfolio.solutions[solution].title, depth: 1, value: portfolio.solutions[solution].status.rawValue,
                rest: places.place(of: portfolio.solutions[solution].record))
        }
    }

    private func name(of finding: ScoredFinding.Identity) -> String {
        switch finding {
        case .own(let index): scored.basis.name(of: index)
        case .insight(let index): portfolio.insights[index].id
        }
    }

    private func facts(of finding: ScoredFinding.Identity) -> (String, Int?, Bool, String) {
        switch finding {
        case .own(let index):
            let finding = scored.basis.findings[index]
            let location = Location(path: portfolio.journeys[finding.journey].path, range: finding.range)
            return (finding.text, finding.severity, finding.isBacked, places.place(of: location))
        case .insight(let index):
            let insight = portfolio.insights[index]
            let isBacked = insight.evidence.contains { $0.target != nil }
            return (insight.title, insight.severity, isBacked, places.place(of: insight.record))
        }
    }
}

// MARK: Solutions and metrics

extension Explained {
    func add(solution index: Int, to sheet: inout ExplainedSheet) {
        let solution = portfolio.solutions[index]
        let result = scored.loop.results[index]
        addHead(
            solution.record, [solution.status.rawValue, result.shipped.map { "shipped on \($0.iso)" }], to: &sheet)
        let outcome = result.outcome.map { Self.words($0.rawValue) + (result.isPreliminary ? ", preliminary" : "") }
        sheet.add(heading: "Outcome", outcome ?? "none, as it has not shipped")
        for measurement in result.measurements {
            let metric = portfolio.metrics[measurement.metric]
            sheet.add(
                metric.title, depth: 1, value: measurement.figures.map { Figure.signed($0.change, 2) } ?? "-",
                rest: "\(Self.words(measurement.outcome.rawValue))  \(places.place(of: metric.record))")
            sheet.add(sentence: Wording.english.sentence(for: measurement), depth: 2)
        }
        let opportunities = solution.opportunities.compactMap(\.target)
        sheet.add(
            heading: "For", opportunities.isEmpty ? "no opportunity" : Self.count(opportunities.count, "opportunity"))
        for target in opportunities { add(target, to: &sheet) }
        let journeys = scored.basis.touching.journeys[index]
        sheet.add(heading: "Touches", journeys.isEmpty ? "no journey" : Self.count(journeys.count, "journey"))
        for journey in journeys { add(Target(kind: .journey, index: journey), to: &sheet) }
    }

    func add(metric index: Int, to sheet: inout ExplainedSheet) {
        let metric = portfolio.metrics[index]
        let attainment = scored.basis.attainments[index]
        addHead(
            metric.record,
            [
                metric.perspective.rawValue, metric.direction == .up ? "more is better" : "less is better",
                metric.frequency.text, metric.unit,
            ], to: &sheet)
        sheet.add(heading: "Attainment", attainment.value, Wording.english.sentence(for: attainment))
        for (name, value) in [("baseline", metric.baseline), ("target", metric.target), ("noise", metric.noise)] {
            guard let value else { continue }
            sheet.add(name, depth: 1, value: Figure.plain(value), rest: places.place(of: metric.record))
        }
        if let latest = attainment.latest {
            let age = attainment.isCurrent ? "current" : "no longer current"
            sheet.add(
                "latest", depth: 1, value: Figure.plain(latest.value),
                rest: "\(latest.date.iso), \(age)  \(place(of: latest, of: metric))")
        }
        let journeys = scored.basis.journeysOfMetric[index]
        sheet.add(heading: "Counts in", journeys.isEmpty ? "no journey" : Self.count(journeys.count, "journey"))
        for journey in journeys { add(Target(kind: .journey, index: journey), to: &sheet) }
    }

    /// The row of a value; of a mean over segments, the first of them.
    private func place(of point: Series.Point, of metric: Metric) -> String {
        guard let series = metric.series, let row = series.rows.first(where: { $0.date == point.date }) else {
            return places.place(of: metric.record)
        }
        return places.place(ofRow: row.line, in: series.path)
    }

    private func add(_ target: Target, to sheet: inout ExplainedSheet) {
        sheet.add(
            portfolio.record(of: target).title, depth: 1, value: "", rest: places.place(of: target, in: portfolio))
    }

    private static func count(_ number: Int, _ noun: String) -> String {
        if number == 1 { return "one \(noun)" }
        return "\(number) " + (noun.hasSuffix("y") && !noun.hasSuffix("ey") ? noun.dropLast() + "ies" : noun + "s")
    }
}
