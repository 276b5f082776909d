import Journeys
import Templates

/// A list of all items of a kind, or one part of a long one.
struct ListPage: TemplateView {
    static let fields = ViewFields<ListPage>(
        "list",
        [
            .view("page", \.page),
            .text("title", \.title),
            .text("lead", \.lead),
            .text("summary", \.summary),
            .list("files", \.files),
            .view("filter", \.filter),
            .view("weighing", \.weighing),
            .view("beside", \.beside),
            .text("missing", \.missing),
            .list("sections", \.sections),
            .view("pager", \.pager),
        ])

    let page: PageFrame
    let title: String
    let lead: String
    /// How many there are.
    let summary: String?
    /// The same as data.
    let files: [LinkView]
    /// Nothing where all items are alike.
    let filter: FilterView?
    /// Of opportunities.
    let weighing: WeighingView?
    /// Of journeys compared.
    let beside: BesideView?
    let missing: String?
    let sections: [SectionView]
    let pager: PagerView?
}

/// What a list page lists, cut into parts that a browser can hold.
struct Listing: Sendable {
    let place: SiteMap.Place
    var kind: ContentKind
    let lead: Word
    let missing: Word
    let counted: Word
    /// The same as data.
    var file: SiteMap.Place?
    /// In the order of the page.
    let items: [Int]
    let sections: @Sendable (ArraySlice<Int>, PageLinks) -> [SectionView]

    /// At least one: an empty list says so.
    var parts: Int { max(1, (items.count + PagerView.size - 1) / PagerView.size) }

    /// Whether its items can be set side by side.
    var isChosenFrom: Bool { place == .compare && items.count > 1 }

    /// What all of its parts are chosen from, where there are several.
    func script(_ facets: Facets) -> ListScript? {
        ListScript(place, parts: parts, facets) { part, links in
            sections(slice(part), links.edition.links(on: links.page, facets: facets))
        }
    }

    private func slice(_ part: Int) -> ArraySlice<Int> {
        let start = min((part - 1) * PagerView.size, items.count)
        return items[start..<min(start + PagerView.size, items.count)]
    }

    func page(part: Int, _ facets: Facets, _ edition: Edition, _ chrome: PageChrome) -> ListPage {
        let path = edition.map.path(of: place, part: part)
        let links = edition.links(on: path, facets: facets)
        let title = edition.words[place.word]
        let whole = part > 1 ? edition.words(.partOf, ["title": title, "part": edition.figures.number(part)]) : title
        return ListPage(
            page: chrome.frame(for: path, titled: whole, section: .place(place), about: edition.words[lead]),
            title: title,
            lead: edition.words[lead], summary: items.isEmpty ? nil : edition.count(counted, items.count),
            files: file.map { [links.link(to: $0)] } ?? [],
            filter: FilterView(facets, script: script(facets)?.name),
            weighing: place == .opportunities && part == 1 ? WeighingView(edition) : nil,
            beside: isChosenFrom ? BesideView(scripts: edition.beside.count) : nil,
            missing: items.isEmpty ? edition.words[missing] : nil,
            sections: sections(slice(part), links).filter(\.isWorthShowing),
            pager: PagerView(place, part: part, of: parts, links: links))
    }
}

extension Edition {
    /// The lists of the site, one a kind.
    var listings: [Listing] {
        [
            journeyListing, opportunityListing, solutionListing, compareListing, reviewListing,
            Listing(
                place: .metrics, kind: .metric, lead: .metricsLead, missing: .metricsMissing, counted: .metricCount,
                file: .metricTable,
                items: byTitle(.metric)
            ) { [SectionView(title: "", table: MetricTable(Array($0), links: $1).table)] },
            Listing(
                place: .goals, kind: .goal, lead: .goalsLead, missing: .goalsMissing, counted: .goalCount,
                items: goalsByDay
            ) { [SectionView(title: "", table: $1.goalTable($0))] },
            Listing(
                place: .personas, kind: .persona, lead: .personasLead, missing: .personasMissing,
                counted: .personaCount,
                items: byTitle(.persona)
            ) { [SectionView(title: "", table: $1.personaTable($0))] },
            Listing(
                place: .evidence, kind: .evidence, lead: .evidenceLead, missing: .evidenceMissing,
                counted: .evidenceCount,
                items: newestFirst
            ) { [SectionView(title: "", table: $1.evidenceTable($0))] },
            Listing(
                place: .insights, kind: .insight, lead: .insightsLead, missing: .insightsMissing,
                counted: .insightCount,
                items: worstFirst
            ) { [SectionView(title: "", table: $1.insightTable($0))] },
        ]
    }

    private var journeyListing: Listing {
        let journeys = portfolio.journeys
        let order = byTitle(.journey).enumerated()
            .sorted { (journeys[$0.element].level, $0.offset) < (journeys[$1.element].level, $1.offset) }
            .map(\.element)
        return Listing(
            place: .journeys, kind: .journey, lead: .journeysLead, missing: .journeysMissing, counted: .journeyCount,
            file: .journeyTable, items: order
        ) { slice, links in
            let edition = links.edition
            return edition.taxonomy.levels.enumerated().map { level, name in
                let rows = slice.filter { journeys[$0].level == level }
                return SectionView(
                    title: Wording.capitalised(name),
                    table: JourneyTable(rows, links: links, caption: name, isOneLevel: true).table)
            }
        }
    }

    private var opportunityListing: Listing {
        let ranked = RankedOpportunities(ranking, titled: byTitle(.opportunity))
        return Listing(
            place: .opportunities, kind: .opportunity, lead: .opportunitiesLead, missing: .opportunitiesMissing,
            counted: .opportunityCount, file: .opportunityTable, items: ranked.items
        ) { ranked.sections($0, links: $1) }
    }

    /// By the three diamonds: what is not understood yet, what is being sought, what is being delivered.
    private var solutionListing: Listing {
        let solutions = portfolio.solutions
        let diamonds: [(Word, [Solution.Status])] = [
            (.diamondFind, [.idea, .planned]), (.diamondDeliver, [.building, .shipped]), (.rejected, [.rejected]),
        ]
        let titles = byTitle(.solution)
        let order = Solution.Status.allCases.flatMap { status in titles.filter { solutions[$0].status == status } }
        return Listing(
            place: .solutions, kind: .solution, lead: .solutionsLead, missing: .solutionsMissing,
            counted: .solutionCount, items: order
        ) { slice, links in
            let words = links.edition.words
            let opportunities = links.edition.portfolio.opportunities
            let ranks = links.edition.ranking.ranks
            let open = opportunities.indices.filter { [.discover, .define].contains(opportunities[$0].stage) }
                .sorted { (ranks[$0] ?? .max, $0) < (ranks[$1] ?? .max, $1) }
            let isFirst = slice.startIndex == 0
            let problem = SectionView(
                title: words[.diamondDiscover], missing: isFirst ? words[.diamondDiscoverMissing] : nil,
                table: isFirst ? OpportunityTable(Array(open.prefix(PagerView.size)), links: links).table : nil)
            return (isFirst ? [SectionView(lead: links.edition.scoreboard)] : []) + [problem]
                + diamonds.map { word, statuses in
                    let rows = slice.filter { statuses.contains(solutions[$0].status) }
                    return SectionView(
                        title: words[word], table: SolutionTable(rows, links: links, caption: words[word]).table)
                }
        }
    }

    private var newestFirst: [Int] {
        let days = portfolio.evidence.map { -($0.date?.last.days ?? Int.min / 2) }
        return portfolio.evidence.indices.sorted { (days[$0], $0) < (days[$1], $1) }
    }

    private var worstFirst: [Int] {
        let insights = portfolio.insights
        return insights.indices.sorted { left, right in
            let (one, other) = (insights[left], insights[right])
            let oneKey = (one.status == .open ? 0 : 1, -(one.severity ?? 0), left)
            let otherKey = (other.status == .open ? 0 : 1, -(other.severity ?? 0), right)
            return oneKey < otherKey
        }
    }
}
