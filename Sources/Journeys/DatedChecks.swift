import Diagnostics

extension LinkedPortfolio {
    /// What is wrong on a given day, and what the portfolio's rules of governance ask for.
    package func checks(asOf today: CivilDate, root: String) -> [Diagnostic] {
        var diagnostics: [Diagnostic] = []
        let path = PortfolioSettings.path
        for solution in portfolio.solutions {
            guard solution.status == .shipped, let shipped = solution.shipped, shipped.first > today else { continue }
            diagnostics.append(
                Diagnostic(
                    .shippedInFuture, at: Location(path: root + solution.path, range: solution.shippedRange ?? 0..<0),
                    "'\(solution.id)' shipped on \(shipped.iso), which is after \(today.iso), the day of this portfolio",
                    hint:
                        "a solution that has not shipped yet is 'building' or 'planned'; the day is set with 'as_of' in \(path)"
                ))
        }
        for journey in portfolio.journeys where journey.counts {
            if let severity = portfolio.settings.checks[.missingOwner], journey.record.owner == nil,
                !journey.given.contains("owner")
            {
                diagnostics.append(
                    Diagnostic(
                        .missingOwner, at: Location(path: root + journey.path, range: journey.record.idRange),
                        "'\(journey.id)' has no owner", hint: "add 'owner:' with the one person who is accountable",
                        severity: severity))
            }
            if let severity = portfolio.settings.checks[.overdueReview], let problem = overdue(journey, today: today) {
                diagnostics.append(
                    Diagnostic(
                        .overdueReview,
                        at: Location(path: root + journey.path, range: journey.reviewedRange ?? journey.record.idRange),
                        problem, hint: "review it, and set 'reviewed:' to that day", severity: severity))
            }
        }
        return diagnostics
    }

    private func overdue(_ journey: Journey, today: CivilDate) -> String? {
        guard let reviewed = journey.reviewed else {
            // A date that could not be read has been reported.
            return journey.given.contains("reviewed") ? nil : "'\(journey.id)' has never been reviewed"
        }
        let late = today.days - reviewed.first.days - journey.rhythm.days
        return late > 0 ? "'\(journey.id)' is overdue for review by \(late) \(late == 1 ? "day" : "days")" : nil
    }
}
