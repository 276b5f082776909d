import Journeys
import Scoring
import Templates

/// Who owns what, and what of it is overdue.
struct TeamsPage: TemplateView {
    static let fields = ViewFields<TeamsPage>(
        "teams",
        [
            .view("page", \.page),
            .text("title", \.title),
            .text("lead", \.lead),
            .view("filter", \.filter),
            .text("missing", \.missing),
            .list("sections", \.sections),
            .view("pager", \.pager),
        ])

    let page: PageFrame
    let title: String
    let lead: String
    let filter: FilterView?
    let missing: String?
    let sections: [SectionView]
    let pager: PagerView?

    init(part: Int, of holdings: Holdings, _ facets: Facets, _ edition: Edition, _ chrome: PageChrome) {
        let path = edition.map.path(of: .teams, part: part)
        let links = edition.links(on: path)
        let words = edition.words
        title = words[.teams]
        page = chrome.frame(
            for: path,
            titled: part > 1 ? words(.partOf, ["title": title, "part": edition.figures.number(part)]) : title,
            section: .place(.teams), about: words[.teamsLead])
        lead = words[.teamsLead]
        filter = FilterView(facets, script: holdings.script(facets)?.name)
        missing = holdings.owners.isEmpty && holdings.teams.isEmpty ? words[.ownersMissing] : nil
        sections = Self.sections(part: part, of: holdings, facets, links: links)
        pager = PagerView(.teams, part: part, of: holdings.parts, links: links)
    }

    fileprivate static func sections(
        part: Int, of holdings: Holdings, _ facets: Facets, links: PageLinks
    ) -> [SectionView] {
        let words = links.edition.words
        func slice(_ list: [Holdings.Holder]) -> ArraySlice<Holdings.Holder> {
            let start = min((part - 1) * Holdings.size, list.count)
            return list[start..<min(start + Holdings.size, list.count)]
        }
        return [
            SectionView(
                title: words[.ownersHeading],
                table: table(slice(holdings.owners), name: .owner, beside: .team, links: links) { facets[$0] }),
            SectionView(
                title: words[.teamsHeading],
                table: table(slice(holdings.teams), name: .team, beside: .owners, links: links) {
                    facets[holdings.owners.count + $0]
                }),
            SectionView(
                title: words[.ownerMissing],
                links: part == 1 ? shown(holdings.ownerless, links: links) : []),
        ].filter(\.isWorthShowing)
    }

    private static func table(
        _ holders: ArraySlice<Holdings.Holder>, name: Word, beside: Word, links: PageLinks,
        facets: (Int) -> String?
    ) -> TableView? {
        let edition = links.edition
        let words = edition.words
        return TableView(
            words[name],
            columns: [
                ColumnView(words[name]), ColumnView(words[.health], isNumber: true), ColumnView(words[beside]),
                ColumnView(words[.journeys], .links),
                ColumnView(words[.overdue], .links),
            ],
            rows: holders.indices.map { place in
                let holder = holders[place]
                let late = holder.journeys.filter { edition.reviews[$0].isLate }
                return RowView(
                    head: LinkView(text: holder.name, note: edition.count(.journeyCount, holder.journeys.count)),
                    cells: [
                        .score(health(of: holder, edition)),
                        .links(
                            holder.beside.sorted().prefix(Holdings.shown).map { LinkView(text: $0) }
                                + more(holder.beside.count, links)),
                        .links(shown(holder.journeys, links: links)),
                        .links(
                            late.prefix(Holdings.shown).map {
                                links.link(toJourney: $0, note: edition.reviewText(ofJourney: $0))
                            } + more(late.count, links)),
                    ], facets: facets(place), anchor: "\(name.rawValue)-\(place + 1)")
            })
    }

    /// The mean by weight of what they own, as health rolls up.
    private static func health(of holder: Holdings.Holder, _ edition: Edition) -> ScoreView {
        var (sum, weight) = (0.0, 0.0)
        for index in holder.journeys where edition.portfolio.journeys[index].counts {
            guard let value = edition.scores[index].health.value else { continue }
            sum += value * edition.portfolio.journeys[index].weight
            weight += edition.portfolio.journeys[index].weight
        }
        let value = weight > 0 ? (sum / weight).nineDecimals : nil
        return ScoreView(value, grade: value.map(edition.grade), edition)
    }

    private static func shown(_ journeys: [Int], links: PageLinks) -> [LinkView] {
        links.edition.byTitle(journeys).prefix(Holdings.shown).map { links.link(toJourney: $0) }
            + more(journeys.count, links)
    }

    private static func more(_ count: Int, _ links: PageLinks) -> [LinkView] {
        guard count > Holdings.shown else { return [] }
        let rest = links.edition.figures.number(count - Holdings.shown)
        return [LinkView(text: links.edition.words(.andMore, ["n": rest]))]
    }
}

/// Which journeys each owner and each team has.
struct Holdings: Sendable {
    struct Holder: Sendable {
        let name: String
        /// The teams of an owner, the owners of a team.
        var beside: Set<String> = []
        var journeys: [Int] = []
    }

    /// Journeys that a row names.
    static let shown = 8
    /// Rows of a page: each may name two dozen journeys.
    static let size = 100

    /// By name.
    let owners: [Holder]
    let teams: [Holder]
    let ownerless: [Int]

    var parts: Int { max(1, (max(owners.count, teams.count) + Self.size - 1) / Self.size) }

    /// Of owners, and behind them of teams.
    func facets(_ dimensions: FacetDimensions) -> Facets {
        dimensions.facets(
            ofGroups: (owners + teams).map(\.journeys), by: [.level, .status, .personas, .products, .segments, .tags])
    }

    /// What all of its parts are chosen from, where there are several.
    func script(_ facets: Facets) -> ListScript? {
        ListScript(.teams, parts: parts, facets) {
            TeamsPage.sections(part: $0, of: self, facets, links: $1)
        }
    }

    init(_ portfolio: Portfolio) {
        var owners: [String: Holder] = [:]
        var teams: [String: Holder] = [:]
        var ownerless: [Int] = []
        for (index, journey) in portfolio.journeys.enumerated() where journey.status != .archived {
            let owner = journey.record.owner
            let team = journey.record.team
            if let owner {
                owners[owner, default: Holder(name: owner)].journeys.append(index)
                if let team { owners[owner]?.beside.insert(team) }
            } else if journey.counts {
                ownerless.append(index)
            }
            if let team {
                teams[team, default: Holder(name: team)].journeys.append(index)
                if let owner { teams[team]?.beside.insert(owner) }
            }
        }
        func sorted(_ holders: [String: Holder]) -> [Holder] {
            holders.values.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        }
        self.owners = sorted(owners)
        self.teams = sorted(teams)
        self.ownerless = ownerless
    }
}
