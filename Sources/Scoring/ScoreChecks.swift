import Diagnostics
import Journeys

extension ScoredPortfolio {
    /// What rules of governance ask that only scores can tell. Each has the severity of its code.
    package func checks(root: String) -> [Diagnostic] {
        if portfolio.settings.scoring.priority.isModelUnread { return [] }
        return ranking.priorities.compactMap { priority in
            let opportunity = portfolio.opportunities[priority.opportunity]
            // A value that is there and can't be read has been reported.
            let missing = priority.missing.filter { !opportunity.given.contains($0) }
            guard !missing.isEmpty, missing.count == priority.missing.count, opportunity.isRanked
            else { return nil }
            let names = missing.map { "'\($0.rawValue)'" }
            let list = names.dropLast().joined(separator: ", ") + (names.count > 1 ? " and " : "") + (names.last ?? "")
            return Diagnostic(
                .opportunityWithoutValues,
                at: Location(path: root + opportunity.path, range: opportunity.record.idRange),
                "'\(opportunity.id)' has no \(list), so it has no priority",
                hint: "add what the model '\(priority.model.rawValue)' asks for, or 'stage: closed'")
        }
    }
}
