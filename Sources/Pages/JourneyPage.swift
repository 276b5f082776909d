import Journeys
import Markup
import Templates

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
    let summary: [UInt8]?
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
            about: journey.record.body.plain)
        title = journey.title
        level = Wording.capitalised(
            edition.words(.levelOfJourney, ["level": edition.words.isolated(edition.level(of: journey))]))
        marks = edition.marks(of: journey)
        breadcrumbs = hierarchy.ancestors(of: index).map { links.link(toJourney: $0) }
        (previous, next) = links.neighbours(of: index)
        further = hierarchy.further[index].map { links.link(toJourney: $0.parent, anchor: $0.anchor) }
        scorecard = LinkView(
            text: edition.words[.scorecard], address: links.address(of: edition.map.scorecard(of: index)))
        scores = ScoreFactView.all(of: edition.scores[index], edition)
        facts = links.facts(of: journey, at: index)
        furtherFacts = links.furtherFacts(of: journey, at: index)
        summary = links.html(journey.record.body, from: journey.record.path)

        let map = JourneyMap(journey, taxonomy: edition.taxonomy)
        let details = Details(of: index, links: links)
        looseChildren = details.loose
        let emotion = EmotionCurve(columns: map.curveColumns)
        curve = emotion.isEmpty ? nil : emotion.drawings(edition, journey: journey.title)
        curveMissing = emotion.isEmpty && !map.columns.isEmpty ? edition.words[.curveMissing] : nil
        columns = map.columns.count > 12 ? "long" : "cols-\(map.columns.count)"
        lanes = map.lanes.enumerated().map { LaneHeadView(label: $1.label, row: $0 + 1) }
        let maker = MomentMaker(journey: journey, index: index, map: map, details: details, links: links)
        stages = journey.stages.indices.map { StageView($0, maker) }
        metrics = journey.metrics.compactMap(\.target).map { MetricLineView($0.index, links: links) }
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
        self.row = String(row)
    }
}

/// The columns and lanes of a journey's map.
struct JourneyMap {
    struct Column {
        let stage: Int
        /// Nothing for what stands under the stage itself.
        let step: Int?
        let moment: Moment
        /// A step; a stage without steps; or a stage with steps that has a feeling or findings of its own.
        let isMoment: Bool
    }

    struct LaneName {
        let id: String
        let label: String
        let referenceKind: ContentKind?
    }

    let columns: [Column]
    /// From the top down: the row of a lane is its place here.
    let lanes: [LaneName]

    init(_ journey: Journey, taxonomy: Taxonomy) {
        columns = Self.columns(of: journey)
        lanes = Self.laneNames(of: journey, taxonomy: taxonomy)
    }

    private static func columns(of journey: Journey) -> [Column] {
        journey.places.compactMap { place in
            let isMoment = journey.isMoment(place.moment, stage: place.stage, step: place.step)
            guard isMoment || place.moment.hasContent else { return nil }
            return Column(stage: place.stage, step: place.step, moment: place.moment, isMoment: isMoment)
        }
    }

    /// What the emotion curve above the map is drawn through.
    var curveColumns: [EmotionCurve.Column] { Self.curveColumns(columns) }

    /// The same, without the map.
    static func curveColumns(of journey: Journey) -> [EmotionCurve.Column] { curveColumns(columns(of: journey)) }

    private static func curveColumns(_ columns: [Column]) -> [EmotionCurve.Column] {
        columns.map { column in
            EmotionCurve.Column(
                title: column.moment.title, values: Felt(column.moment)?.path ?? [],
                isMomentOfTruth: column.moment.isMomentOfTruth, isMoment: column.isMoment)
        }
    }

    /// The stages of the curve's columns, in their order.
    func curveStages(of journey: Journey, unnamed: String) -> [EmotionCurve.Stage] {
        var stages: [(stage: Int, shown: EmotionCurve.Stage)] = []
        for column in columns {
            if let last = stages.last, last.stage == column.stage {
                stages[stages.count - 1].shown.columns += 1
            } else {
                let stage = journey.stages[column.stage]
                let title = stage.isUnnamed ? unnamed : stage.title
                stages.append((column.stage, EmotionCurve.Stage(title: title, columns: 1)))
            }
        }
        return stages.map(\.shown)
    }

    /// The taxonomy's lanes that have something in them, then the author's own. Details stand at the head of their moment.
    static func laneNames(of journey: Journey, taxonomy: Taxonomy) -> [LaneName] {
        let lanes = taxonomy.lanes
        var isUsed = [Bool](repeating: false, count: lanes.count)
        var own: [LaneName] = []
        func take(_ moment: Moment) {
            // The lanes of a moment are in the taxonomy's order, the author's own behind them.
            var place = 0
            for content in moment.lanes {
                if let label = content.ownLabel {
                    if own.contains(where: { $0.id == content.lane }) { continue }
                    own.append(LaneName(id: content.lane, label: label, referenceKind: nil))
                } else {
                    while place < lanes.count, lanes[place].id != content.lane { place += 1 }
                    if place < lanes.count { isUsed[place] = true }
                }
            }
        }
        for stage in journey.stages {
            take(stage.moment)
            for step in stage.steps { take(step) }
        }
        let known = lanes.indices.filter { isUsed[$0] && lanes[$0].id != Lane.details }.map { lanes[$0] }
        return known.map { LaneName(id: $0.id, label: $0.label, referenceKind: $0.referenceKind) } + own
    }
}

extension Lane {
    /// The lanes of references that are drawn, not listed.
    static let details = "details"
    static let next = "next"
}

extension Journey {
    /// A step; a stage without steps; or a stage with steps that has a feeling or findings of its own.
    func isMoment(_ moment: Moment, stage: Int, step: Int?) -> Bool {
        step != nil || stages[stage].steps.isEmpty || !moment.feelings.isEmpty || !moment.findings.isEmpty
    }
}

extension Moment {
    /// Anything besides its heading.
    var hasContent: Bool { !lanes.isEmpty || !quotes.isEmpty || !notes.isEmpty }
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

    /// Opportunities that address something in a journey, or that it names.
    func opportunities(touching journey: Int) -> [Target] {
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
