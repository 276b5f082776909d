import Journeys
import Scoring
import Templates

/// Two journeys side by side.
struct PairPage: TemplateView {
    static let fields = ViewFields<PairPage>(
        "pair",
        [
            .view("page", \.page),
            .text("title", \.title),
            .text("kicker", \.kicker),
            .view("all", \.all),
            .list("sides", \.sides),
            .list("rows", \.rows),
            .list("stages", \.stages),
            .flag("has-stages") { !$0.stages.isEmpty },
            .list("metrics", \.metrics),
            .flag("has-metrics") { !$0.metrics.isEmpty },
        ])

    let page: PageFrame
    let title: String
    let kicker: String
    /// The list of all journeys compared.
    let all: LinkView
    let sides: [PairSideView]
    let rows: [PairRowView]
    let stages: [PairStageView]
    let metrics: [MetricLineView]

    init(_ pair: JourneyPair, _ edition: Edition, _ chrome: PageChrome) {
        let links = edition.links(on: pair.path)
        let words = edition.words
        title = edition.title(of: pair)
        kicker = words[pair.kind == .future ? .pairFuture : .pairSiblings]
        page = chrome.frame(
            for: pair.path, titled: title, section: .place(.compare),
            about: words(.pairAbout, ["title": title]))
        all = links.link(to: .compare)
        let maps = [pair.first, pair.second].map { JourneyMap($0, edition) }
        let width = maps.map { $0.columns.count }.max() ?? 0
        sides = zip([pair.first, pair.second], maps).map { index, map in
            PairSideView(index, map: map, width: width, links: links)
        }
        rows = PairRowView.all(of: pair, edition)
        stages = PairStageView.all(of: pair, links: links)
        let others = edition.basis.metricsOfJourney[pair.second]
        metrics = edition.basis.metricsOfJourney[pair.first].filter(others.contains)
            .map { MetricLineView($0, links: links) }
    }
}

/// What is said of one of the two alone.
struct PairSideView: TemplateView {
    static let fields = ViewFields<PairSideView>(
        "pair-side",
        [
            .view("journey", \.journey),
            .text("title") { $0.journey.text },
            .html("curve", \.curve),
            .text("curve-missing", \.curveMissing),
            .text("curve-stages", \.curveStages),
            .view("pains", \.pains),
            .view("opportunities", \.opportunities),
        ])

    /// More pains than these are left to the journey's own page.
    private static let limit = 6
    /// Half of a map's: two curves are to be seen as wholes.
    private static let columnWidth = 128.0

    let journey: LinkView
    let curve: [UInt8]?
    let curveMissing: String?
    /// The names of its stages in a row, where there is no room for them at the curve.
    let curveStages: String?
    let pains: SectionView
    let opportunities: SectionView

    /// - Parameter width: how many columns the longer curve has. The shorter is filled up, so that both are of one scale.
    init(_ index: Int, map: JourneyMap, width: Int, links: PageLinks) {
        let edition = links.edition
        let item = edition.portfolio.journeys[index]
        journey = links.link(toJourney: index)
        let nothing = EmotionCurve.Column(title: "", values: [], isMomentOfTruth: false, isMoment: false)
        let columns = map.curveColumns
        let stages = map.curveStages(of: item, unnamed: edition.words[.unnamedStage])
        let emotion = EmotionCurve(
            columns: columns + Array(repeating: nothing, count: max(0, width - columns.count)),
            columnWidth: Self.columnWidth, stages: stages)
        curve = emotion.isEmpty ? nil : emotion.svg(edition, journey: item.title)
        curveStages =
            emotion.isEmpty ? nil : edition.words.transition(stages.map { edition.words.isolated($0.title) })
        curveMissing = emotion.isEmpty ? edition.words[.curveMissing] : nil

        var found: [(severity: Int, moment: Moment, finding: Finding)] = []
        for place in item.places {
            for finding in place.moment.findings where finding.kind == .pain && finding.status == .open {
                found.append((finding.severity ?? 0, place.moment, finding))
            }
        }
        // Those of one severity stay in the order of the file.
        let worst = found.indices.sorted { (-found[$0].severity, $0) < (-found[$1].severity, $1) }
        pains = SectionView(
            missing: edition.words[.noOpenPains],
            more: worst.count > Self.limit
                ? edition.words(.andMore, ["n": edition.figures.number(worst.count - Self.limit)]) : nil,
            entries: worst.prefix(Self.limit).map { place in
                let (_, moment, finding) = found[place]
                let said = Target(kind: .journey, index: index, anchor: finding.id)
                var view = EntryView(
                    finding, from: item.record.path, links: links, place: links.link(to: said, text: moment.title))
                view.kindName = nil
                return view
            })
        let open = edition.opportunities(touching: index)
            .filter { edition.portfolio.opportunities[$0.index].stage != .closed }
        opportunities = SectionView(
            missing: edition.words[.noOpenOpportunities], links: open.map { links.link(to: $0) })
    }
}
