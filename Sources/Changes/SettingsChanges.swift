import Journeys

/// What changed in `portfolio.yml`, as far as it changes what a portfolio says.
enum SettingsChanges {
    static func changes(_ base: PortfolioSettings, _ head: PortfolioSettings) -> [Change] {
        let subject = Change.Subject(id: PortfolioSettings.path, title: head.title)
        return Facet.changes(facets(of: base), facets(of: head), .settings, of: subject)
    }

    private static func facets(of settings: PortfolioSettings) -> [Facet] {
        let (scoring, taxonomy) = (settings.scoring, settings.taxonomy)
        let priority = scoring.priority
        return [
            .text(
                "weights-of-health",
                weights([
                    ("experience", scoring.health.experience), ("customer outcomes", scoring.health.customerOutcomes),
                    ("business outcomes", scoring.health.businessOutcomes), ("operations", scoring.health.operations),
                ])),
            .text(
                "weights-of-trust",
                weights([("evidence", scoring.trust.evidence), ("stewardship", scoring.trust.stewardship)])),
            .text("priority-model", priority.model.rawValue),
            .text(
                "weights-of-priority",
                weights([
                    ("customer impact", priority.customerImpact), ("business impact", priority.businessImpact),
                    ("ease", priority.ease),
                ])),
            .text(
                "grades",
                weights([
                    ("A", scoring.grades.a), ("B", scoring.grades.b), ("C", scoring.grades.c), ("D", scoring.grades.d),
                ])),
            .number("fresh-evidence", scoring.freshEvidence),
            // Their order is what they mean.
            .text("levels", taxonomy.levels.joined(separator: ", ")),
            .text("stages", taxonomy.stages.joined(separator: ", ")),
            .text(
                "lanes", taxonomy.lanes.map { "\($0.label) (\($0.id), \($0.kind.rawValue))" }.joined(separator: ", ")),
            .text("audiences", taxonomy.audiences.joined(separator: ", ")),
            .text("title", settings.title), .text("language", settings.language.text),
            .text("as-of", settings.asOf?.iso), .text("rhythm", settings.rhythm.text),
            .list("waivers", settings.waivers.map(shown)),
            .list("checks", settings.checks.map { "\($0.key.rawValue): \($0.value.rawValue)" }),
            .list("trackers", settings.trackers.map { "\($0.key): \($0.value)" }),
        ]
    }

    private static func weights(_ weights: [(String, Double)]) -> String {
        weights.map { "\($0.0) \(Number.plain($0.1))" }.joined(separator: ", ")
    }

    private static func shown(_ waiver: PortfolioSettings.Waiver) -> String {
        "\(waiver.rule) of \(waiver.subject)" + (waiver.until.map { " until \($0.iso)" } ?? "")
            + (waiver.because.map { ": \($0)" } ?? "")
    }
}
