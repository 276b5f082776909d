import Journeys
import Markup
import Templates

// exempt: free words, because the page notes where it prints them.

/// The map of one journey.
struct JourneyPage: TemplateView {
    static let fields = ViewFields<JourneyPage>(
        "journey",
        [
            .view("page", \.page),
            .text("title", \.title),
            .text("level", \.level),
            .texts("marks", \.marks),
            .list("breadcrumbs", \.breadcrumbs),
            .flag("has-breadcrumbs") { !$0.breadcrumbs.isEmpty },
            .view("previous", \.previous),
            .view("next", \.next),
            .list("further", \.further),
            .flag("has-further") { !$0.further.isEmpty },
            .view("scorecard", \.scorecard),
            .list("scores", \.scores),
            .list("facts", \.facts),
            .list("further-facts", \.furtherFacts),
            .flag("has-further-facts") { !$0.furtherFacts.isEmpty || !$0.further.isEmpty },
            .html("summary", \.summary),
            .list("loose-children", \.looseChildren),
            .flag("has-loose-children") { !$0.looseChildren.isEmpty },
            .html("curve", \.curve),
            .text("curve-missing", \.curveMissing),
            .text("columns", \.columns),
            .list("lanes", \.lanes),
            .list("stages", \.stages),
            .flag("has-stages") { !$0.stages.isEmpty },
            .list("metrics", \.metrics),
            .flag("has-metrics") { !$0.metrics.isEmpty },
            .list("opportunities", \.opportunities),
            .flag("has-opportunities") { !$0.opportunities.isEmpty },
        ])

    let page: PageFrame
    let title: String
    let level: String
    /// What is unlike a current, active journey: future, draft, archived.
    let marks: [String]
    let breadcrumbs: [LinkView]
    let previous: LinkView?
    let next: LinkView?
    /// Where else it recurs.
    let further: [LinkView]
    let scorecard: LinkView
    /// Health, trust and progress.
    let scores: [ScoreFactView]
    let facts: [FactView]
    /// Those that stand below the map.
    let furtherFacts: [FactView]
    let summary: Placed<HTML>
    /// Children that name no stage or step.
    let looseChildren: [LinkView]
    let curve: [UInt8]?
    let curveMissing: String?
    /// How many there are, as a class: paper has no room for more than a dozen beside each other.
    let columns: String
    let lanes: [LaneHeadView]
    let stages: [StageView]
    let metrics: [MetricLineView]
    let opportunities: [LinkView]

    init(_ index: Int, _ edition: Edition, _ chrome: PageChrome) {
        let path = edition.map.path(of: .journey, index)
        let links = edition.links(on: path)
        let journey = edition.portfolio.journeys[index]
        let hierarchy = edition.linked.hierarchy
        page = chrome.frame(
            for: path, titled: journey.title, section: .place(.journeys), source: journey.path,
            about: journey.record.body.plain, descriptionNumber: PrintedNumber(.description, of: index).number)
        title = journey.title
        level = Wording.capitalised(
            edition.words(.levelOfJourney, ["level": edition.words.isolated(edition.level(of: journey))]))
        marks = edition.marks(of: journey)
        breadcrumbs = hierarchy.ancestors(of: index).map { links.link(toJourney: $0) }
        (previous, next) = links.neighbours(of: index)
        further = hierarchy.further[index].map {
            links.link(citing: Target(kind: .journey, index: $0.parent, anchor: $0.anchor))
        }
        scorecard = LinkView(
            text: edition.words[.scorecard], address: links.address(of: edition.map.scorecard(of: index)))
        scores = ScoreFactView.all(of: edition.scores[index], edition)
        let reviews = edition.reviewFacts(ofJourney: index)
        facts = links.facts(of: journey, at: index, reviews: reviews)
        furtherFacts = links.furtherFacts(of: journey, reviews: reviews)
        summary = Placed(
            links.html(journey.record.body, from: journey.record.path), number: PrintedNumber.words(0, of: index))

        let map = JourneyMap(index, edition)
        let details = Details(of: index, links: links)
        looseChildren = details.loose
        let emotion = EmotionCurve(columns: map.curveColumns)
        let isFelt = !emotion.isEmpty
        curve = isFelt ? emotion.drawings(edition, journey: journey.title) : nil
        curveMissing = !isFelt && !map.columns.isEmpty ? edition.words[.curveMissing] : nil
        columns = map.columns.count > 12 ? "long" : "cols-\(map.columns.count)"
        lanes = map.lanes.enumerated().map { LaneHeadView(label: $1.label, row: $0 + 1) }
        let maker = MomentMaker(journey: journey, index: index, map: map, details: details, links: links)
        stages = journey.stages.indices.map { StageView($0, maker) }
        metrics = journey.metrics.compactMap { $0.target.map { MetricLineView($0.index, links: links) } }
        opportunities = edition.opportunities(touching: index).map { links.link(to: $0) }
    }
}

/// The name of a lane, at the left of the map.
struct LaneHeadView: TemplateView {
    static let fields = ViewFields<LaneHeadView>("lane-head", [.text("label", \.label), .text("row", \.row)])

    let label: String
    /// Its row of the map, as a class: the portfolio's stylesheet knows how many there are.
    let row: String

    init(label: String, row: Int) {
        self.label = label
        self.row = Figures.plain(row)
    }
}

extension Edition {
    /// In words: what is unlike a current, active journey.
    func marks(of journey: Journey) -> [String] {
        var marks: [String] = []
        if journey.state == .future { marks.append(words[.future]) }
        switch journey.status {
        case .draft: marks.append(words[.draft])
        case .archived: marks.append(words[.archived])
        case .active: break
        }
        return marks
    }

    func findOpportunities(touching journey: Int) -> [Target] {
        let target = Target(kind: .journey, index: journey)
        let addressing = citing(target, as: [.addresses], kind: .opportunity)
        var found = Set(addressing)
        var named: [Target] = []
        for place in portfolio.journeys[journey].places {
            for reference in place.moment.references(in: "opportunities") {
                if let item = reference.target?.item, found.insert(item).inserted { named.append(item) }
            }
        }
        return addressing + named
    }
}
