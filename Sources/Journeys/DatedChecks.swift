import Diagnostics

extension Portfolio {
    /// What is wrong on a given day, and what the portfolio's rules of governance ask for: of one that has been linked, wherever its
    /// journeys stand.
    package func checks(asOf today: CivilDate, root: String) -> [Diagnostic] {
        let rules = GovernanceRules(portfolio: self, root: root)
        return settings.settled(dated(asOf: today, root: root) + rules.diagnostics())
    }

    private func dated(asOf today: CivilDate, root: String) -> [Diagnostic] {
        var diagnostics: [Diagnostic] = []
        let path = PortfolioSettings.path
        for solution in solutions {
            guard solution.status == .shipped, let shipped = solution.shipped, shipped.first > today else { continue }
            diagnostics.append(
                Diagnostic(
                    .shippedInFuture, at: Location(path: root + solution.path, range: solution.shippedRange ?? 0..<0),
                    "'\(solution.id)' shipped on \(shipped.iso), which is after the day of this portfolio",
                    hint:
                        "that day is \(today.iso); a solution that has not shipped yet is 'building' or 'planned'; the day is set with 'as_of' in \(path)"
                ))
        }
        diagnostics += toCome(after: today, root: root)
        for journey in journeys where journey.counts {
            if journey.record.owner == nil, !journey.given.contains(.owner) {
                diagnostics.append(
                    Diagnostic(
                        .missingOwner, at: Location(path: root + journey.path, range: journey.record.idRange),
                        "'\(journey.id)' has no owner", hint: "add 'owner:' with the one person who is accountable"))
            }
            if let (problem, hint) = overdue(journey, today: today) {
                diagnostics.append(
                    Diagnostic(
                        .overdueReview,
                        at: Location(path: root + journey.path, range: journey.reviewedRange ?? journey.record.idRange),
                        problem, hint: hint))
            }
        }
        return diagnostics
    }

    /// The message says nothing that is another tomorrow: baselines know it by what it says.
    private func overdue(_ journey: Journey, today: CivilDate) -> (problem: String, hint: String)? {
        guard let reviewed = journey.reviewed else {
            // A date that could not be read has been reported.
            guard !journey.given.contains(.reviewed) else { return nil }
            return ("'\(journey.id)' has never been reviewed", "review it, and set 'reviewed:' to that day")
        }
        let due = reviewed.first.advanced(by: journey.rhythm.days)
        let late = today.days - due.days
        guard late > 0 else { return nil }
        return (
            "'\(journey.id)' was due for review by \(due.iso)",
            "that is \(late) \(late == 1 ? "day" : "days") ago: review it, and set 'reviewed:' to that day"
        )
    }

    /// Values of days to come, which no page shows yet: of each file the first.
    private func valuesToCome(after today: CivilDate, root: String) -> [Diagnostic] {
        var told: Set<String> = []
        return metrics.compactMap { metric in
            guard let series = metric.series, let last = series.rows.last, last.date > today,
                told.insert(series.path).inserted
            else { return nil }
            let later = series.rows.filter { $0.date > today }
            guard let first = later.min(by: { $0.line < $1.line }) else { return nil }
            let others = later.count - 1
            let more = others == 0 ? "" : others == 1 ? "; nor is one more" : "; nor are \(others) more"
            return Diagnostic(
                .datedInFuture, at: Location(path: root + series.path, range: first.dateRange),
                "a value of '\(metric.id)' is of \(first.date.iso), which is after the day of this portfolio, so it is not shown\(more)",
                hint:
                    "that day is \(today.iso), and is set with 'as_of' in \(PortfolioSettings.path): correct whichever is wrong"
            )
        }
    }

    /// Reviews, evidence, decisions and what was resolved on a day to come: a slip of the year, most often.
    private func toCome(after today: CivilDate, root: String) -> [Diagnostic] {
        var diagnostics: [Diagnostic] = []
        let hint =
            "that day is \(today.iso), and is set with 'as_of' in \(PortfolioSettings.path): correct whichever is wrong"
        func say(
            _ what: @autoclosure () -> String, on date: CalendarPeriod?, at range: TextRange?, in path: String
        ) {
            guard let date, date.first > today else { return }
            diagnostics.append(
                Diagnostic(
                    .datedInFuture, at: Location(path: root + path, range: range ?? 0..<0),
                    "\(what()) on \(date.iso), which is after the day of this portfolio", hint: hint))
        }
        for journey in journeys {
            let (date, range) = (journey.reviewed, journey.reviewedRange)
            say("'\(journey.id)' was reviewed", on: date, at: range, in: journey.path)
            for stage in journey.stages {
                for moment in [stage.moment] + stage.steps {
                    for finding in moment.findings where finding.status == .resolved {
                        say("this was resolved", on: finding.resolved, at: finding.resolvedRange, in: journey.path)
                    }
                }
            }
        }
        for insight in insights where insight.status == .resolved {
            say("'\(insight.id)' was resolved", on: insight.resolved, at: insight.resolvedRange, in: insight.path)
        }
        for opportunity in opportunities {
            let (date, range) = (opportunity.decided, opportunity.decidedRange)
            say("'\(opportunity.id)' was decided", on: date, at: range, in: opportunity.path)
        }
        diagnostics += valuesToCome(after: today, root: root)
        for evidence in self.evidence {
            guard let date = evidence.date, date.first > today else { continue }
            diagnostics.append(
                Diagnostic(
                    .datedInFuture, at: Location(path: root + evidence.path, range: evidence.dateRange ?? 0..<0),
                    "'\(evidence.id)' is dated \(date.iso), which is after the day of this portfolio, so it does not count as fresh",
                    hint: hint))
        }
        return diagnostics
    }
}
