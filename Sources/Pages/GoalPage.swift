import Journeys
import Templates

/// One goal, and the journeys that contribute to it.
struct GoalPage: TemplateView {
    static let fields = ViewFields<GoalPage>(
        "goal",
        [
            .view("page", \.page),
            .text("title", \.title),
            .list("facts", \.facts),
            .flag("has-facts") { !$0.facts.isEmpty },
            .html("body", \.body),
            .view("metric", \.metric),
            .text("metric-missing", \.metricMissing),
            .html("chart", \.chart),
            .list("parts", \.parts),
        ])

    let page: PageFrame
    let title: String
    let facts: [FactView]
    let body: HTML
    let metric: MetricLineView?
    let metricMissing: String?
    let chart: [UInt8]?
    let parts: [SectionView]

    init(_ index: Int, _ edition: Edition, _ chrome: PageChrome) {
        let path = edition.map.path(of: .goal, index)
        let links = edition.links(on: path)
        let words = edition.words
        let item = edition.portfolio.goals[index]
        page = chrome.frame(
            for: path, titled: item.title, section: Navigation.Section(.goal, index), source: item.path,
            about: item.record.body.plain)
        title = item.title
        let measure = item.metric?.target.map(\.index)
        let unit = measure.flatMap { edition.portfolio.metrics[$0].unit }
        facts =
            FactView.optional(words[.widerGoal], links.links(to: [item.parent].compactMap { $0 }))
            + FactView.optional(words[.target], item.target.map { edition.figures.quantity($0, unit: unit) })
            + FactView.optional(words[.by], item.by.map { edition.figures.date($0) })
            + [
                FactView(
                    words[.status], edition.standing(ofGoal: index).text(edition),
                    isWarning: edition.standing(ofGoal: index) == .missed)
            ]
            + FactView.optional(words[.owner], item.record.owner) + FactView.optional(words[.team], item.record.team)
            + FactView.optional(words[.tags], texts: item.record.tags)
        body = links.html(item.record.body, from: item.path)
        metric = measure.map { MetricLineView($0, links: links, goal: item.target) }
        metricMissing = measure == nil ? words[.goalWithoutMetric] : nil
        chart = measure.flatMap { index in
            let metric = edition.portfolio.metrics[index]
            let target = item.target ?? metric.target
            return MetricChart(values: edition.series[index], baseline: metric.baseline, target: target)
                .drawings(edition, metric: metric)
        }
        let target = Target(kind: .goal, index: index)
        let journeys = edition.folded(edition.citing(target, as: [.goal], kind: .journey))
        parts = [
            SectionView(
                title: words[.narrowerGoals],
                links: edition.citing(target, as: [.goal], kind: .goal).map { links.link(to: $0) }),
            SectionView(
                title: words[.journeys], missing: words[.goalWithoutJourneys], more: journeys.more,
                table: JourneyTable(journeys.items.map(\.index), links: links).table),
            SectionView(
                title: words[.opportunities],
                links: edition.citing(target, as: [.goal], kind: .opportunity).map { links.link(to: $0) }),
        ].filter(\.isWorthShowing)
    }
}
