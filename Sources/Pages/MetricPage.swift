import Journeys
import Scoring
import Templates

/// One metric: how it is computed, how it has moved, and who goes by it.
struct MetricPage: TemplateView {
    static let fields = ViewFields<MetricPage>(
        "metric-page",
        [
            .view("page", \.page),
            .text("title", \.title),
            .view("line", \.line),
            .html("chart", \.chart),
            .view("segments", \.segments),
            .list("facts", \.facts),
            .flag("has-facts") { !$0.facts.isEmpty },
            .html("body", \.body),
            .view("values", \.values),
            .list("uses", \.uses),
            .text("unused", \.unused),
        ])

    /// Rows of the table of values: the latest ones.
    private static let rows = 24

    let page: PageFrame
    let title: String
    let line: MetricLineView
    let chart: [UInt8]?
    /// The parts that the latest value is made of.
    let segments: SectionView?
    let facts: [FactView]
    let body: HTML
    let values: TableView?
    let uses: [SectionView]
    let unused: String?

    init(_ index: Int, _ edition: Edition, _ chrome: PageChrome) {
        let path = edition.map.path(of: .metric, index)
        let links = edition.links(on: path)
        let words = edition.words
        let item = edition.portfolio.metrics[index]
        let series = edition.series[index]
        page = chrome.frame(
            for: path, titled: item.title, section: Navigation.Section(.metric, index), source: item.path,
            about: item.record.body.plain)
        title = item.title
        line = MetricLineView(index, links: links)
        chart = MetricChart(values: series, baseline: item.baseline, target: item.target)
            .drawings(edition, metric: item)
        segments = links.segments(of: item)
        facts = Self.attainment(at: index, edition) + Self.facts(of: item, hasValues: !series.isEmpty, links: links)
        body = links.html(item.record.body, from: item.path)
        let shownValues = series.suffix(Self.rows)
        let places = Figures.places(for: shownValues.lazy.map(\.value))
        values = TableView(
            words[.latestValues],
            columns: [ColumnView(words[.dated]), ColumnView(words[.value], isNumber: true, .measure)],
            rows: shownValues.reversed().map { point in
                RowView(
                    head: LinkView(text: edition.figures.date(point.date)),
                    cells: [
                        .number(
                            edition.figures.quantity(point.value, unit: item.unit, places: places, isFilled: true))
                    ])
            })
        let target = Target(kind: .metric, index: index)
        let shown = edition.folded(edition.linked.citations(of: target, as: .shows))
        uses = [
            SectionView(
                title: words[.measuredIn], more: shown.more,
                links: shown.items.map { links.link(citing: $0.from) }),
            SectionView(
                title: words[.goals],
                links: edition.citing(target, as: [.metric], kind: .goal).map { links.link(to: $0) }),
            SectionView(
                title: words[.opportunities],
                links: edition.citing(target, as: [.metric], kind: .opportunity).map { links.link(to: $0) }),
            SectionView(
                title: words[.solutions],
                links: edition.citing(target, as: [.metric], kind: .solution).map { links.link(to: $0) }),
        ].filter(\.isWorthShowing)
        unused = uses.isEmpty ? words[.metricUnused] : nil
    }

    /// How far it has come, and by which rule.
    private static func attainment(at index: Int, _ edition: Edition) -> [FactView] {
        let attainment = edition.basis.attainments[index]
        let value = attainment.value.map { edition.words(.ofHundred, ["value": edition.figures.whole($0)]) }
        return [
            FactView(
                edition.words[.attainment],
                [LinkView(text: value ?? edition.missing(attainment), note: edition.wording.sentence(for: attainment))])
        ]
    }

    private static func facts(of item: Metric, hasValues: Bool, links: PageLinks) -> [FactView] {
        let words = links.edition.words
        let figures = links.edition.figures
        var facts = [FactView(words[.perspective], words[item.perspective.word])]
        facts.append(FactView(words[.better], words[item.direction.word]))
        facts += FactView.optional(words[.method], item.method)
        facts += FactView.optional(words[.type], item.type == .other ? nil : words[item.type.word])
        facts += FactView.optional(words[.baseline], item.baseline.map { figures.quantity($0, unit: item.unit) })
        facts += FactView.optional(words[.target], item.target.map { figures.quantity($0, unit: item.unit) })
        facts += FactView.optional(words[.noise], item.noise.map { figures.quantity($0, unit: item.unit) })
        // Otherwise it stands behind its figures.
        if !hasValues, item.baseline ?? item.target ?? item.noise == nil {
            facts += FactView.optional(words[.unit], item.unit)
        }
        facts += FactView.optional(
            words[.scale],
            item.scale.map {
                words(.fromTo, ["low": figures.number($0.lowerBound), "high": figures.number($0.upperBound)])
            })
        facts.append(FactView(words[.frequency], figures.rhythm(item.frequency)))
        facts += FactView.optional(words[.source], item.source.map { [links.source($0)] } ?? [])
        facts += FactView.optional(words[.owner], item.record.owner)
        facts += FactView.optional(words[.team], item.record.team)
        facts += FactView.optional(words[.tags], texts: item.record.tags)
        return facts
    }
}

extension Edition {
    /// Why there is no attainment: what is measured may be without a target.
    fileprivate func missing(_ attainment: Attainment) -> String {
        attainment.rule == .noTarget && attainment.latest != nil ? words[.noTarget] : words[.notMeasured]
    }
}

extension ScoreView {
    fileprivate init(_ attainment: Attainment, _ edition: Edition) {
        self.init(attainment.value, edition)
        if missing != nil { missing = edition.missing(attainment) }
    }
}

extension PageLinks {
    /// A source is a link if it is an address that is safe to publish, and words otherwise.
    func source(_ written: String) -> LinkView {
        let isAddress = written.hasPrefix("https://") || written.hasPrefix("http://")
        return LinkView(text: written, address: isAddress ? OutsideAddress.encoded(written) : nil)
    }
}

/// Metrics in a table, with their courses.
struct MetricTable {
    let table: TableView?

    init(_ indices: [Int], links: PageLinks) {
        let edition = links.edition
        let words = edition.words
        table = TableView(
            words[.metrics],
            columns: [
                ColumnView(words[.metric]), ColumnView(words[.perspective]),
                ColumnView(words[.latest], isNumber: true, .measure),
                ColumnView(words[.target], isNumber: true, .measure), ColumnView(words[.course]),
                ColumnView(words[.attainment], isNumber: true),
            ],
            rows: indices.map { index in
                let item = edition.portfolio.metrics[index]
                let latest = edition.series[index].last
                return RowView(
                    head: links.link(to: Target(kind: .metric, index: index)),
                    cells: [
                        .text(words[item.perspective.word]),
                        .number(latest.map { edition.figures.quantity($0.value, unit: item.unit) }),
                        .number(item.target.map { edition.target($0, unit: item.unit, isAlone: latest == nil) }),
                        .drawing(edition.sparkline(of: index)),
                        .score(ScoreView(edition.basis.attainments[index], edition)),
                    ], facets: links.facets?.numbers(of: .metric, index))
            })
    }
}

extension Metric.Perspective {
    var word: Word {
        switch self {
        case .customer: .customer
        case .business: .business
        }
    }
}

extension Metric.Direction {
    var word: Word {
        switch self {
        case .up: .higher
        case .down: .lower
        }
    }
}

extension Metric.Kind {
    var word: Word {
        switch self {
        case .nps: .nps
        case .csat: .csat
        case .ces: .ces
        case .conversion: .conversion
        case .time: .time
        case .cost: .cost
        case .volume: .volume
        case .ratio: .ratio
        case .other: .other
        }
    }
}
