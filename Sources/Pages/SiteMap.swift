import Journeys

/// Where every page of the site is.
struct SiteMap: Sendable {
    /// Pages that there is one of.
    enum Place: String, CaseIterable, Sendable {
        case portfolio = "index.html"
        case framework = "framework.html"
        case journeys = "journeys.html"
        case opportunities = "opportunities.html"
        case solutions = "solutions.html"
        case insights = "insights.html"
        case evidence = "evidence.html"
        case metrics = "metrics.html"
        case goals = "goals.html"
        case personas = "personas.html"
        case touchpoints = "touchpoints.html"
        case teams = "teams.html"
        case glossary = "glossary.html"
        case notFound = "404.html"
        case stylesheet = "theme/waymark.css"
        case portfolioStylesheet = "theme/portfolio.css"

        var path: SitePath { SitePath(rawValue) }

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
    }

    private let items: [ContentKind: [SitePath]]
    private let scorecards: [SitePath]

    init(_ portfolio: Portfolio) {
        var items: [ContentKind: [SitePath]] = [:]
        for kind in ContentKind.allCases {
            items[kind] = portfolio.records(of: kind).map { SitePath("\(kind.folder)/\($0.id).html") }
        }
        self.items = items
        scorecards = portfolio.journeys.map { SitePath("scorecards/\($0.id).html") }
    }

    func path(of target: Target) -> SitePath { items[target.kind, default: []][target.index] }
    func path(of kind: ContentKind, _ index: Int) -> SitePath { items[kind, default: []][index] }
    func scorecard(of journey: Int) -> SitePath { scorecards[journey] }

    /// `journeys.html`, `journeys-2.html` …
    static func path(of place: Place, part: Int) -> SitePath {
        guard part > 1 else { return place.path }
        return SitePath("\(place.rawValue.dropLast(".html".count))-\(part).html")
    }

    /// Files of the content folder are published under the paths that they have there.
    static func path(ofFile file: String) -> SitePath { SitePath(file) }
}
