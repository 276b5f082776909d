import Changes
import Diagnostics
import Journeys
import Scoring
import Templates

/// Scored portfolio in, a site out.
package enum SiteRendering {
    /// The pages are rendered when they are asked for: this only says which there are.
    ///
    /// - Parameters:
    ///   - log: what is recorded of its changes.
    ///   - flaws: what is wrong with the content, if it is published all the same: its pages say so.
    ///   - root: what stands before a path of the content folder in data files, such as `content/`.
    package static func site(
        for scored: ScoredPortfolio, log: ChangeLog = .none, templates: TemplateSet, flaws: Flaws = .none,
        root: String = ""
    ) -> Checked<Site> {
        let map = SiteMap(scored.portfolio)
        let draft = SiteDraft(for: scored, log: log, map: map, templates: templates, flaws: flaws, root: root)
        return draft?.site(with: SearchedTexts(scored.portfolio, map: map)) ?? Checked(Site(pages: []))
    }
}

/// A site without its search, which needs none of the rest: both can be made at once.
package struct SiteDraft: Sendable {
    private let edition: Edition
    private let pages: [SitePage]

    /// Nothing only if the site's own names were none for files; for the rest see `SiteRendering`.
    ///
    /// - Parameter map: of the portfolio, where it is known already.
    package init?(
        for scored: ScoredPortfolio, log: ChangeLog = .none, map: SiteMap? = nil, templates: TemplateSet,
        flaws: Flaws = .none, root: String = ""
    ) {
        guard let map = map ?? SiteMap(scored.portfolio) else { return nil }
        let edition = Edition(scored, log: log, map: map, words: templates.words, flaws: flaws, root: root)
        let press = Press(edition, templates)
        let overviews = press.overviews(
            edition.listings, TouchpointIndex(scored.portfolio), Holdings(scored.portfolio))
        pages = overviews + press.items + press.theme + PublishedData(edition, root: root).pages
        self.edition = edition
    }

    private init(edition: Edition, pages: [SitePage]) {
        self.edition = edition
        self.pages = pages
    }

    /// The same on two cores: half of it is to walk over all moments, and needs nothing of the other half.
    package static func inParallel(
        for scored: ScoredPortfolio, log: ChangeLog = .none, map: SiteMap? = nil, templates: TemplateSet,
        flaws: Flaws = .none, root: String = ""
    ) async -> SiteDraft? {
        let portfolio = scored.portfolio
        async let readings = JourneyReadings(of: scored, in: templates.words)
        async let touchpoints = TouchpointIndex(portfolio)
        async let holdings = Holdings(portfolio)
        guard let map = map ?? SiteMap(portfolio) else { return nil }
        let names = ItemNames(of: portfolio)
        let edition = Edition(
            scored, log: log, map: map, names: names, readings: await readings, words: templates.words, flaws: flaws,
            root: root)
        let press = Press(edition, templates)
        async let listings = edition.listings
        async let others = press.items + press.theme + PublishedData(edition, root: root).pages
        let overviews = press.overviews(await listings, await touchpoints, await holdings)
        return SiteDraft(edition: edition, pages: overviews + (await others))
    }

    /// - Parameter searched: the same portfolio's.
    package func site(with searched: SearchedTexts) -> Checked<Site> {
        let assets = edition.linked.assets
        let copies = assets.compactMap { file in SitePath(file).map { SiteCopy(path: $0, source: file) } }
        return Checked(
            Site(
                pages: pages + SearchFiles(edition, searched).pages, copies: copies, files: files(searched),
                spareEntries: searched.index.spares),
            edition.map.diagnostics)
    }

    private func files(_ searched: SearchedTexts) -> JourneyFiles.Lookup {
        let numbers = searched.entries.numbers(ofJourneys: edition.portfolio.journeys.count)
        return { [edition] index in
            guard edition.map.hasPage(.journey, index),
                let data = SitePath(PublishedData.path(of: edition.portfolio.journeys[index]))
            else { return nil }
            return JourneyFiles(
                page: edition.map.path(of: .journey, index), data: data,
                scorecard: edition.map.scorecard(of: index), entry: Int(numbers[index].entry),
                firstMoment: Int(numbers[index].firstMoment))
        }
    }
}

/// Prints an edition: one page for every thing in it.
private struct Press: Sendable {
    let edition: Edition
    let chrome: PageChrome
    let templates: TemplateSet

    init(_ edition: Edition, _ templates: TemplateSet) {
        self.edition = edition
        self.templates = templates
        chrome = PageChrome(edition, header: templates.header, footer: templates.footer)
    }

    private func page<V: TemplateView>(
        _ path: SitePath, _ template: Template<V>, _ view: @escaping @Sendable (Edition, PageChrome) -> V
    ) -> SitePage {
        SitePage(path: path, number: 0, of: series(template) { view($1, $2) })
    }

    private func series<V: TemplateView>(
        _ template: Template<V>, _ view: @escaping @Sendable (Int, Edition, PageChrome) -> V
    ) -> PageSeries {
        let (edition, chrome) = (edition, chrome)
        return PageSeries { number, page in template.render(view(number, edition, chrome), into: &page) }
    }

    /// Pages that there is one of, and the parts of long lists.
    func overviews(_ listings: [Listing], _ touchpoints: TouchpointIndex, _ holdings: Holdings) -> [SitePage] {
        let map = edition.map
        var pages = [
            page(map.path(of: .portfolio), templates.portfolio) { PortfolioPage($0, $1) },
            page(map.path(of: .glossary), templates.glossary) { GlossaryPage($0, $1) },
            page(map.path(of: .search), templates.search) { SearchPage($0, $1) },
            page(map.path(of: .notFound), templates.notFound) { NotFoundPage($0, $1) },
        ]
        pages += [WeighingScript(edition)?.page].compactMap { $0 }
        let framework = Framework(edition.linked.hierarchy)
        let dimensions = FacetDimensions(edition)
        let ofJourneys = dimensions.facets(of: Array(edition.portfolio.journeys.indices), kind: .journey)
        pages += [framework.script(ofJourneys)?.page(edition)].compactMap { $0 }
        for part in 1...framework.parts {
            pages.append(
                page(map.path(of: .framework, part: part), templates.framework) {
                    FrameworkPage(part: part, of: framework, ofJourneys, $0, $1)
                })
        }
        for listing in listings {
            let facets = dimensions.facets(of: listing.items, kind: listing.kind)
            pages += [listing.script(facets)?.page(edition)].compactMap { $0 }
            if listing.isChosenFrom { pages += edition.beside.pages(edition) }
            for part in 1...listing.parts {
                pages.append(
                    page(map.path(of: listing.place, part: part), templates.list) {
                        listing.page(part: part, facets, $0, $1)
                    })
            }
        }
        let ofTouchpoints = touchpoints.facets(dimensions)
        pages += [touchpoints.script(ofTouchpoints)?.page(edition)].compactMap { $0 }
        for part in 1...touchpoints.parts {
            pages.append(
                page(map.path(of: .touchpoints, part: part), templates.touchpoints) {
                    TouchpointsPage(part: part, of: touchpoints, ofTouchpoints, $0, $1)
                })
        }
        let ofTeams = holdings.facets(dimensions)
        pages += [holdings.script(ofTeams)?.page(edition)].compactMap { $0 }
        for part in 1...holdings.parts {
            pages.append(
                page(map.path(of: .teams, part: part), templates.teams) {
                    TeamsPage(part: part, of: holdings, ofTeams, $0, $1)
                })
        }
        let months = ChangesPage.parts(of: edition.trend)
        for part in 1..<(months + 1) {
            pages.append(
                page(map.path(of: .changes, part: part), templates.changes) { ChangesPage(part: part, $0, $1) })
        }
        for part in 1...edition.clashes.parts {
            pages.append(
                page(map.path(of: .contradictions, part: part), templates.contradictions) {
                    ContradictionsPage(part: part, $0, $1)
                })
        }
        return pages
    }

    /// One page for every item; journeys have two, and some have one with another beside them.
    var items: [SitePage] {
        let portfolio = edition.portfolio
        var pages: [SitePage] = []
        let (maps, scorecards) = (
            series(templates.journey, JourneyPage.init), series(templates.scorecard, ScorecardPage.init)
        )
        pages.reserveCapacity(2 * portfolio.journeys.count)
        for index in portfolio.journeys.indices where edition.map.hasPage(.journey, index) {
            pages.append(SitePage(path: edition.map.path(of: .journey, index), number: index, of: maps))
            pages.append(SitePage(path: edition.map.scorecard(of: index), number: index, of: scorecards))
        }
        let pairs = series(templates.pair) { PairPage($1.pairs.all[$0], $1, $2) }
        pages += edition.pairs.all.enumerated().map { SitePage(path: $1.path, number: $0, of: pairs) }
        pages += all(.opportunity, templates.opportunity, portfolio.opportunities.count, OpportunityPage.init)
        pages += all(.solution, templates.solution, portfolio.solutions.count, SolutionPage.init)
        pages += all(.metric, templates.metric, portfolio.metrics.count, MetricPage.init)
        pages += all(.goal, templates.goal, portfolio.goals.count, GoalPage.init)
        pages += all(.persona, templates.persona, portfolio.personas.count, PersonaPage.init)
        pages += all(.evidence, templates.evidence, portfolio.evidence.count, EvidencePage.init)
        pages += all(.insight, templates.insight, portfolio.insights.count, InsightPage.init)
        pages += all(.page, templates.freePage, portfolio.pages.count, FreePageView.init)
        return pages
    }

    private func all<V: TemplateView>(
        _ kind: ContentKind, _ template: Template<V>, _ count: Int,
        _ view: @escaping @Sendable (Int, Edition, PageChrome) -> V
    ) -> [SitePage] {
        let series = series(template, view)
        return (0..<count).filter { edition.map.hasPage(kind, $0) }.map { index in
            SitePage(path: edition.map.path(of: kind, index), number: index, of: series)
        }
    }

    /// Style sheets and whatever else the templates bring.
    var theme: [SitePage] {
        let theme = Theme(edition.settings, laneCount: edition.laneCount)
        let made = [(SiteMap.Place.portfolioStylesheet, Array(theme.css.utf8)), (.icon, Array(theme.icon.utf8))]
        let brought = templates.assets.compactMap { asset in
            SitePath(asset.path).map { path in SitePage(path: path) { $0.write(asset.source.bytes) } }
        }
        // An author may bring an icon of another drawing.
        let paths = Set(brought.map(\.path))
        return brought
            + made.map { place, bytes in SitePage(path: edition.map.path(of: place)) { $0.write(bytes) } }
            .filter { !paths.contains($0.path) }
    }
}
