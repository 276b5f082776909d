import Journeys
import Scoring
import Templates

/// How the portfolio is doing, on one screen.
struct PortfolioPage: TemplateView {
    static let fields = ViewFields<PortfolioPage>(
        "portfolio",
        [
            .view("page", \.page),
            .text("title", \.title),
            .view("health", \.health),
            .text("maturity", \.maturity),
            .text("asks", \.asks),
            .texts("gates", \.gates),
            .flag("has-gates") { !$0.gates.isEmpty },
            .text("scoreboard", \.scoreboard),
            .list("headline", \.headline),
            .list("lifecycles", \.lifecycles),
            .text("lifecycle-missing", \.lifecycleMissing),
            .list("briefs", \.briefs),
            .list("gaps", \.gaps),
            .text("no-gaps", \.noGaps),
        ])

    private static let lifecycleLimit = 3

    let page: PageFrame
    let title: String
    let health: ScoreFactView
    let maturity: String
    let asks: String?
    let gates: [String]
    /// How many of the shipped solutions moved their metric.
    let scoreboard: String
    let headline: [FactView]
    let lifecycles: [LifecycleView]
    let lifecycleMissing: String?
    /// What moved, what first, what is overdue, what does not add up.
    let briefs: [BriefView]
    let gaps: [GapView]
    let noGaps: String?

    init(_ edition: Edition, _ chrome: PageChrome) {
        let path = edition.map.path(of: .portfolio)
        let links = edition.links(on: path)
        let words = edition.words
        page = chrome.frame(
            for: path, titled: edition.settings.title, section: .place(.portfolio), source: PortfolioSettings.path)
        title = edition.settings.title
        let standing = PortfolioStanding(edition)
        health = standing.health
        maturity = standing.maturity
        asks = standing.asks
        gates = standing.gates
        scoreboard = edition.scoreboard
        headline = Self.headline(links)
        let roots = edition.linked.hierarchy.roots.filter {
            edition.portfolio.journeys[$0].level == 0 && edition.portfolio.journeys[$0].status != .archived
        }
        lifecycles = roots.prefix(Self.lifecycleLimit).map { LifecycleView($0, links: links) }
        lifecycleMissing =
            lifecycles.isEmpty ? words(.lifecycleMissing, ["level": edition.settings.taxonomy.levels.first ?? ""]) : nil
        let portfolio = edition.portfolio
        let hasJourneys = !portfolio.journeys.isEmpty
        func all(of place: SiteMap.Place, if isThere: Bool) -> LinkView? { isThere ? links.link(to: place) : nil }
        briefs = [
            BriefView(section: links.topMoves(), all: all(of: .changes, if: hasJourneys)),
            BriefView(
                section: links.topOpportunities(), all: all(of: .opportunities, if: !portfolio.opportunities.isEmpty)),
            BriefView(section: links.topReviews(), all: all(of: .reviews, if: hasJourneys)),
            BriefView(
                section: links.topClashes(), all: all(of: .contradictions, if: !edition.contradictions.all.isEmpty)),
        ]
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
            FactView(
                words[.reviewedInTime],
                [LinkView(text: part(inTime, of: counting.count), address: links.address(of: .reviews))],
                isWarning: inTime < counting.count),
            FactView(
                words[.claimsBacked],
                [LinkView(text: part(claims.backed, of: claims.total), address: links.address(of: .evidence))]),
        ]
    }
}

/// The first of a list, and the way to all of it.
struct BriefView: TemplateView {
    static let fields = ViewFields<BriefView>("brief", [.view("section", \.section), .view("all", \.all)])

    let section: SectionView
    /// Nothing where all of it would be an empty page.
    let all: LinkView?
}

extension PageLinks {
    func link(to place: SiteMap.Place) -> LinkView {
        LinkView(text: edition.words[place.word], address: address(of: place))
    }
}

/// A lifecycle as a drawing under its name.
struct LifecycleView: TemplateView {
    static let fields = ViewFields<LifecycleView>(
        "lifecycle",
        [
            .view("link", \.link), .html("drawing", \.drawing),
            .flag("has-rings", \.hasRings),
        ])

    let link: LinkView
    /// For every room that there may be: the style sheet shows one.
    let drawing: [UInt8]?
    /// Whether a figure stands in any of its stations.
    let hasRings: Bool

    init(_ index: Int, links: PageLinks) {
        let edition = links.edition
        let journey = edition.portfolio.journeys[index]
        link = links.link(toJourney: index)
        let children = edition.linked.hierarchy.children[index]
        let rolled = edition.scores[index].rolledStages
        let stations = journey.stages.enumerated().map { position, stage in
            let anchors = Set([stage.anchor] + stage.steps.map(\.anchor))
            let here = children.filter { $0.anchor.map(anchors.contains) ?? false }.map(\.journey)
                .filter { edition.portfolio.journeys[$0].status != .archived }
            return LifecycleMap.Station(
                title: stage.title,
                address: links.address(of: Target(kind: .journey, index: index, anchor: stage.anchor)),
                mark: rolled.indices.contains(position) ? LifecycleMap.Mark(rolled[position], edition) : nil,
                branches: here.prefix(LifecycleMap.branchLimit).map {
                    LifecycleMap.Branch(
                        title: edition.portfolio.journeys[$0].record.title,
                        address: links.address(of: Target(kind: .journey, index: $0)))
                },
                more: max(0, here.count - LifecycleMap.branchLimit))
        }
        hasRings = stations.contains { $0.mark != nil }
        drawing =
            stations.isEmpty
            ? nil
            : LifecycleMap.Room.allCases.flatMap {
                LifecycleMap(stations: stations, room: $0).svg(edition, lifecycle: journey.title)
            }
    }
}
