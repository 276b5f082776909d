import Journeys

/// What changed in `portfolio.yml`, as far as it changes what a portfolio says.
enum SettingsChanges {
    static func changes(_ sides: Sides) -> [Change] {
        let (base, head) = (sides.base.portfolio.settings, sides.head.portfolio.settings)
        let subject = Change.Subject(id: PortfolioSettings.path, title: head.title)
        let waivers = waivers(base.waivers, head.waivers, names: CommonNames(sides: sides, isBase: true))
        return Facet.changes(
            facets(of: base) + [.list("waivers", waivers.base)], facets(of: head) + [.list("waivers", waivers.head)],
            .settings, of: subject)
    }

    /// A waiver follows what it is about to its new name, as links do; one that nobody has touched says the same.
    private static func waivers(
        _ base: [PortfolioSettings.Waiver], _ head: [PortfolioSettings.Waiver], names: CommonNames
    ) -> (base: [String], head: [String]) {
        let now = head.map { shown($0, of: $0.subject) }
        let before = base.map { waiver in
            let written = shown(waiver, of: waiver.subject)
            return now.contains(written) ? written : shown(waiver, of: names.name(written: waiver.subject))
        }
        return (before, now)
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
            .list("checks", settings.checks.map { "\($0.key.rawValue): \($0.value.rawValue)" }),
            .list("trackers", settings.trackers.map { "\($0.key): \($0.value)" }),
        ]
    }

    private static func weights(_ weights: [(String, Double)]) -> String {
        weights.map { "\($0.0) \(Number.plain($0.1))" }.joined(separator: ", ")
    }

    private static func shown(_ waiver: PortfolioSettings.Waiver, of subject: String) -> String {
        // What it is of stands before the first colon: by that a waiver with other words is known again.
        "\(waiver.rule) of \(subject): \(waiver.because ?? "no reason")"
            + (waiver.until.map { ", until \($0.iso)" } ?? "")
    }
}
