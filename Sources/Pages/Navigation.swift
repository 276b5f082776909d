import Journeys

/// The site's sections, as the header of every page lists them.
struct Navigation: Sendable {
    enum Section: Hashable, Sendable {
        case place(SiteMap.Place)
        /// By the page's index.
        case freePage(Int)

        /// The section that the page of an item stands in.
        init(_ kind: ContentKind, _ index: Int) {
            self = SiteMap.Place(listOf: kind).map(Section.place) ?? .freePage(index)
        }
    }

    /// More free pages than these would crowd the header; the rest are found from the pages that link to them.
    private static let freePageLimit = 12

    /// In the order of the header.
    let sections: [Section]
    /// Beside the name: what the portfolio says about itself, its words last.
    let freePages: [Section]

    /// Every list is there, even an empty one: it says how to add to it. What changed is not a list of things.
    init(_ portfolio: Portfolio) {
        let places: [SiteMap.Place] = [
            .portfolio, .framework, .journeys, .compare, .opportunities, .solutions, .metrics, .goals,
            .contradictions, .reviews, .insights, .evidence, .personas, .touchpoints, .teams,
        ]
        sections = places.map(Section.place)
        freePages =
            portfolio.pages.indices.prefix(Self.freePageLimit).map(Section.freePage)
            + [.place(.changes), .place(.glossary)]
    }
}

extension Edition {
    func name(of section: Navigation.Section) -> String {
        switch section {
        case .place(let place): words[place.word]
        case .freePage(let index): portfolio.pages[index].record.title
        }
    }

    func path(of section: Navigation.Section) -> SitePath {
        switch section {
        case .place(let place): map.path(of: place)
        case .freePage(let index): map.path(of: .page, index)
        }
    }
}

extension SiteMap.Place {
    /// What the section is called.
    var word: Word {
        switch self {
        case .portfolio: .portfolio
        case .framework: .framework
        case .journeys: .journeys
        case .opportunities: .opportunities
        case .solutions: .solutions
        case .insights: .insights
        case .evidence: .evidence
        case .metrics: .metrics
        case .goals: .goals
        case .personas: .personas
        case .touchpoints: .touchpoints
        case .teams: .teams
        case .glossary: .glossary
        case .search: .search
        case .compare: .compare
        case .contradictions: .contradictions
        case .reviews: .reviews
        case .changes: .changes
        case .feed: .changesFeed
        case .reviewCalendar: .reviewCalendar
        case .portfolioData: .portfolioData
        case .changeTable: .changeTable
        case .journeyTable, .opportunityTable, .metricTable, .historyTable: .asTable
        case .notFound, .portfolioStylesheet, .icon: .notFound
        }
    }
}
