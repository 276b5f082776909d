import Diagnostics

/// What `portfolio.yml` says; every key has a default.
package struct PortfolioSettings: Sendable {
    package struct Theme: Sendable {
        /// `#rrggbb`
        package var accent: String?
        /// A file of the content folder, relative to it.
        package var logo: Reference?
    }

    /// A finding that is accepted, why, and until when.
    package struct Waiver: Sendable {
        package let rule: String
        package let subject: String
        package let because: String?
        package let until: CivilDate?
        package let range: TextRange
        /// Where its last day is written, if it is.
        package let untilRange: TextRange?
    }

    /// The file it came from, relative to the content folder.
    package static let path = "portfolio.yml"

    package var title = "Journeys"
    /// A BCP 47 tag.
    package var language = LanguageTag.english
    /// Where it is written, if it is.
    package var languageRange: TextRange?
    /// Where the site is published, ending in a slash: links that can't be relative need it.
    package var address: String?
    package var asOf: CivilDate?
    package var rhythm = ReviewRhythm.quarterly
    package var taxonomy = Taxonomy()
    /// Address templates with `{key}`, by the prefix of their keys.
    package var trackers: [String: String] = [:]
    /// What owners and teams are called on the code host, such as `@larkfield/home-moves`, by their names.
    package var handles: [String: String] = [:]
    package var scoring = ScoringSettings()
    package var theme = Theme()
    package var waivers: [Waiver] = []
    /// How serious a rule is; one that is not here is off.
    package var checks: [Check: Diagnostic.Severity] = Dictionary(
        uniqueKeysWithValues: Check.allCases.compactMap { check in check.standard.map { (check, $0) } })
    /// A map with more steps than this is one for two.
    package var maxSteps = PortfolioSettings.standardMaxSteps

    /// Whether their file could not be read.
    package private(set) var isLost = false

    package init() {}

    /// Of a file that could not be read, which has been told: what content says in the words of it is no mistake of its own.
    package static let lost = {
        var settings = PortfolioSettings()
        settings.isLost = true
        settings.taxonomy.unread = ["levels", "audiences", "lanes"]
        settings.scoring.priority.isModelUnread = true
        return settings
    }()
}
