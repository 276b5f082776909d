import Journeys
import Templates

/// A metric in one line: its latest value against its target, and its course.
struct MetricLineView: TemplateView {
    static let fields = ViewFields<MetricLineView>(
        "metric",
        [
            .view("link", \.link),
            .text("latest", \.latest),
            .text("date", \.date),
            .text("target", \.target),
            .text("standing", \.standing),
            .html("sparkline", \.sparkline),
            .text("missing", \.missing),
        ])

    let link: LinkView
    let latest: String?
    let date: String?
    let target: String?
    /// Whether the target is met, in words.
    let standing: String?
    let sparkline: [UInt8]?
    /// What to add where there is no value.
    let missing: String?

    init(_ index: Int, links: PageLinks) {
        let edition = links.edition
        // Part by part: of a whole metric much would be copied that is not shown.
        let metrics = edition.portfolio.metrics
        let unit = metrics[index].unit
        let values = edition.series[index]
        link = links.link(to: Target(kind: .metric, index: index))
        latest = values.last.map { edition.figures.quantity($0.value, unit: unit) }
        date = values.last.map { edition.figures.date($0.date) }
        target = metrics[index].target.map {
            edition.words(.targetOf, ["value": edition.figures.quantity($0, unit: unit)])
        }
        standing = values.last.flatMap { metrics[index].standing(at: $0.value) }.map { edition.words[$0] }
        sparkline = edition.sparkline(of: index)
        missing =
            values.isEmpty
            ? edition.words(.metricWithoutValues, ["file": edition.words.isolated(metrics[index].record.path)]) : nil
    }
}

extension Metric {
    /// Whether a value meets the target, in the direction that is better.
    func standing(at value: Double) -> Word? {
        guard let target else { return nil }
        switch direction {
        case .up: return value >= target ? .targetMet : .targetMissed
        case .down: return value <= target ? .targetMet : .targetExceeded
        }
    }
}
