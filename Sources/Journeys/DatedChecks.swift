import Diagnostics

extension LinkedPortfolio {
    /// What is wrong on a given day, and what the portfolio's rules of governance ask for.
    package func checks(asOf today: CivilDate, root: String) -> [Diagnostic] {
        let rules = GovernanceRules(portfolio: portfolio, root: root)
        return portfolio.settings.settled(dated(asOf: today, root: root) + rules.diagnostics())
    }

    private func dated(asOf today: CivilDate, root: String) -> [Diagnostic] {
        var diagnostics: [Diagnostic] = []
        let path = PortfolioSettings.path
        for solution in portfolio.solutions {
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
        for journey in portfolio.journeys where journey.counts {
            if journey.record.owner == nil, !journey.given.contains("owner") {
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
            guard !journey.given.contains("reviewed") else { return nil }
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

    /// Reviews and evidence of a day to come: a slip of the year, most often.
    private func toCome(after today: CivilDate, root: String) -> [Diagnostic] {
        var diagnostics: [Diagnostic] = []
        let hint =
            "that day is \(today.iso), and is set with 'as_of' in \(PortfolioSettings.path): correct whichever is wrong"
        for journey in portfolio.journeys {
            guard let reviewed = journey.reviewed, reviewed.first > today else { continue }
            diagnostics.append(
                Diagnostic(
                    .datedInFuture, at: Location(path: root + journey.path, range: journey.reviewedRange ?? 0..<0),
                    "'\(journey.id)' was reviewed on \(reviewed.iso), which is after the day of this portfolio",
                    hint: hint))
        }
        for evidence in portfolio.evidence {
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
