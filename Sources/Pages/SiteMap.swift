import Diagnostics
import Journeys

/// Where every page of the site is.
///
/// A class, as it is asked for each link: a value would be copied with all of its lists.
package final class SiteMap: Sendable {
    /// Pages that there is one of.
    enum Place: String, CaseIterable, Sendable {
        case portfolio = "index.html"
        case framework = "framework.html"
        case journeys = "journeys.html"
        case compare = "compare.html"
        case opportunities = "opportunities.html"
        case solutions = "solutions.html"
        case insights = "insights.html"
        case evidence = "evidence.html"
        case metrics = "metrics.html"
        case goals = "goals.html"
        case contradictions = "contradictions.html"
        case reviews = "reviews.html"
        case personas = "personas.html"
        case touchpoints = "touchpoints.html"
        case teams = "teams.html"
        case changes = "changes.html"
        case glossary = "glossary.html"
        case search = "search.html"
        case notFound = "404.html"
        case portfolioStylesheet = "theme/portfolio.css"
        case icon = "theme/icon.svg"
        // Made as data.
        case feed = "feed.xml"
        case historyTable = "data/history.csv"
        case changeTable = "data/changes.csv"
        case reviewCalendar = "reviews.ics"
        case portfolioData = "data/portfolio.json"
        case journeyTable = "data/journeys.csv"
        case opportunityTable = "data/opportunities.csv"
        case metricTable = "data/metrics.csv"

        /// The list of a kind; free pages stand in the navigation instead.
        init?(listOf kind: ContentKind) {
            switch kind {
            case .journey: self = .journeys
            case .persona: self = .personas
            case .goal: self = .goals
            case .metric: self = .metrics
            case .evidence: self = .evidence
            case .insight: self = .insights
            case .opportunity: self = .opportunities
            case .solution: self = .solutions
            case .page: return nil
            }
        }

        /// `journeys-2.html`, for the further parts of a long list.
        fileprivate func name(part: Int) -> String {
            part > 1 ? "\(rawValue.dropLast(".html".count))-\(part).html" : rawValue
        }
    }

    private let places: [Place: SitePath]
    /// By the order of kinds.
    private let items: [[SitePath?]]
    let links: ItemLinks
    private let scorecards: [SitePath?]
    /// What a link leads to whose page has no path that disks take.
    private let nowhere: SitePath
    /// Items whose ids are too long for the name of a file: they have no page.
    let diagnostics: [Diagnostic]

    /// Nothing only if the names above are none for files.
    package init?(_ portfolio: Portfolio) {
        guard let nowhere = SitePath(Place.notFound.rawValue) else { return nil }
        self.nowhere = nowhere
        places = Dictionary(
            uniqueKeysWithValues: Place.allCases.compactMap { place in SitePath(place.rawValue).map { (place, $0) } })
        var items: [[SitePath?]] = []
        var diagnostics: [Diagnostic] = []
        for kind in ContentKind.allCases {
            let records = portfolio.records(of: kind)
            let paths = records.map { SitePath("\(kind.folder)/\($0.id).html") }
            for (record, path) in zip(records, paths) where path == nil && record.hasLegalID {
                diagnostics.append(
                    Diagnostic(
                        .badID, at: Location(path: record.path, range: record.idRange),
                        "the id of '\(record.title)' is too long to name the file of its page",
                        hint: "give it a short 'id:'"))
            }
            items.append(paths)
        }
        self.items = items
        links = ItemLinks(items)
        self.diagnostics = diagnostics
        scorecards = portfolio.journeys.map { SitePath("scorecards/\($0.id).html") }
    }

    func path(of place: Place) -> SitePath { places[place] ?? nowhere }

    /// `journeys.html`, `journeys-2.html` …
    func path(of place: Place, part: Int) -> SitePath { SitePath(place.name(part: part)) ?? nowhere }

    func path(of target: Target) -> SitePath { path(of: target.kind, target.index) }
    func path(of kind: ContentKind, _ index: Int) -> SitePath { items[kind.order][index] ?? nowhere }
    func scorecard(of journey: Int) -> SitePath { scorecards[journey] ?? nowhere }
    func hasPage(_ kind: ContentKind, _ index: Int) -> Bool { items[kind.order][index] != nil }

    /// Files of the content folder are published under the paths that they have there.
    func path(ofFile file: String) -> SitePath { SitePath(file) ?? nowhere }
}
