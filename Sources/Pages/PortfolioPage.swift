import Journeys
import Templates

/// How the portfolio is doing, on one screen.
struct PortfolioPage: TemplateView {
    static let fields = ViewFields<PortfolioPage>(
        "portfolio",
        [
            .view("page") { $0.page },
            .text("title") { $0.title },
            .list("headline") { $0.headline },
            .list("lifecycles") { $0.lifecycles },
            .text("lifecycle-missing") { $0.lifecycleMissing },
            .view("overdue") { $0.overdue },
            .text("overdue-more") { $0.overdueMore },
            .view("teams") { $0.teams },
            .list("gaps") { $0.gaps },
            .text("no-gaps") { $0.noGaps },
        ])

    /// What one screen holds.
    private static let overdueLimit = 8
    private static let lifecycleLimit = 3

    let page: PageFrame
    let title: String
    let headline: [FactView]
    let lifecycles: [LifecycleView]
    let lifecycleMissing: String?
    let overdue: SectionView
    let overdueMore: String?
    let teams: LinkView
    let gaps: [GapView]
    let noGaps: String?

    init(_ edition: Edition, _ chrome: PageChrome) {
        let path = edition.map.path(of: .portfolio)
        let links = edition.links(on: path)
        let words = edition.words
        page = chrome.frame(
            for: path, titled: edition.settings.title, section: .place(.portfolio), source: PortfolioSettings.path)
        title = edition.settings.title
        headline = Self.headline(links)
        let roots = edition.linked.hierarchy.roots.filter {
            edition.portfolio.journeys[$0].level == 0 && edition.portfolio.journeys[$0].status != .archived
        }
        lifecycles = roots.prefix(Self.lifecycleLimit).map { LifecycleView($0, links: links) }
        lifecycleMissing =
            lifecycles.isEmpty ? words(.lifecycleMissing, ["level": edition.taxonomy.levels.first ?? ""]) : nil
        let late = edition.reviews.indices.filter { edition.reviews[$0].isLate }
            .sorted { (-edition.reviews[$0].urgency, $0) < (-edition.reviews[$1].urgency, $1) }
        overdue = SectionView(
            title: words[.overdueForReview], missing: words[.nothingOverdue],
            table: Self.overdueTable(late.prefix(Self.overdueLimit), links: links))
        overdueMore =
            late.count > Self.overdueLimit
            ? words(.andMore, ["n": edition.figures.number(late.count - Self.overdueLimit)]) : nil
        teams = LinkView(text: words[.teams], address: links.address(of: .teams))
        gaps = GapView.all(links: links)
        noGaps = gaps.isEmpty ? words[.noGaps] : nil
    }

    private static func headline(_ links: PageLinks) -> [FactView] {
        let edition = links.edition
        let words = edition.words
        let journeys = edition.portfolio.journeys
        let counting = journeys.indices.filter { journeys[$0].counts }
        func part(_ count: Int, of total: Int) -> String {
            words(.countOf, ["n": edition.figures.number(count), "of": edition.figures.number(total)])
        }
        let levels = edition.taxonomy.levels.enumerated().map { level, name in
            LinkView(
                text: edition.figures.number(counting.count { journeys[$0].level == level }),
                address: links.address(of: .journeys), note: name)
        }
        let owned = counting.count { journeys[$0].record.owner != nil }
        let inTime = counting.count { !edition.reviews[$0].isLate }
        let claims = counting.reduce(Claims()) { $0 + edition.claims[$1] }
        return [
            FactView(words[.journeys], levels),
            FactView(
                words[.owned],
                [LinkView(text: part(owned, of: counting.count), address: links.address(of: .teams))],
                isWarning: owned < counting.count),
            FactView(words[.reviewedInTime], part(inTime, of: counting.count), isWarning: inTime < counting.count),
            FactView(
                words[.claimsBacked],
                [LinkView(text: part(claims.backed, of: claims.total), address: links.address(of: .evidence))]),
        ]
    }

    private static func overdueTable(_ late: ArraySlice<Int>, links: PageLinks) -> TableView? {
        let edition = links.edition
        let words = edition.words
        return TableView(
            words[.overdueForReview],
            columns: [ColumnView(words[.journey]), ColumnView(words[.owner]), ColumnView(words[.reviewed])],
            rows: late.map { index in
                RowView(
                    head: links.link(toJourney: index),
                    cells: [
                        .text(edition.portfolio.journeys[index].record.owner ?? words[.ownerMissing]),
                        .text(edition.reviews[index].text(edition), isWarning: true),
                    ])
            })
    }
}

/// A lifecycle as a drawing under its name.
struct LifecycleView: TemplateView {
    static let fields = ViewFields<LifecycleView>(
        "lifecycle", [.view("link") { $0.link }, .html("drawing") { $0.drawing }])

    let link: LinkView
    let drawing: [UInt8]?

    init(_ index: Int, links: PageLinks) {
        let edition = links.edition
        let journey = edition.portfolio.journeys[index]
        link = links.link(toJourney: index)
        let children = edition.linked.hierarchy.children[index]
        let stations = journey.stages.map { stage in
            let anchors = Set([stage.anchor] + stage.steps.map(\.anchor))
            let here = children.filter { $0.anchor.map(anchors.contains) ?? false }.map(\.journey)
                .filter { edition.portfolio.journeys[$0].status != .archived }
            let known = here.compactMap { edition.felt[$0] }
            return LifecycleMap.Station(
                title: stage.title,
                address: links.address(of: Target(kind: .journey, index: index, anchor: stage.anchor)),
                felt: Felt.mean(of: stage) ?? Felt.mean(of: known),
                branches: here.prefix(LifecycleMap.branchLimit).map {
                    LifecycleMap.Branch(
                        title: edition.portfolio.journeys[$0].title,
                        address: links.address(of: Target(kind: .journey, index: $0)))
                },
                more: max(0, here.count - LifecycleMap.branchLimit))
        }
        drawing = stations.isEmpty ? nil : LifecycleMap(stations: stations).svg(edition, lifecycle: journey.title)
    }
}
