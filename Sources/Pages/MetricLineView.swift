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

    /// - Parameter goal: a target other than the metric's own.
    init(_ index: Int, links: PageLinks, goal: Double? = nil) {
        let edition = links.edition
        let line = goal == nil ? edition.line(ofMetric: index) : MetricLine(index, edition, goal: goal)
        link = links.link(to: Target(kind: .metric, index: index))
        latest = line.latest
        date = line.date
        target = line.target
        standing = line.standing
        sparkline = line.sparkline
        missing = line.missing
    }
}

/// What every page says of a metric in a line.
final class MetricLine: Sendable {
    let latest: String?
    let date: String?
    let target: String?
    let standing: String?
    let sparkline: [UInt8]?
    let missing: String?

    fileprivate init(_ index: Int, _ edition: Edition, goal: Double? = nil) {
        let item = edition.portfolio.metrics[index]
        let unit = item.unit
        let values = edition.series[index]
        latest = values.last.map { edition.figures.quantity($0.value, unit: unit) }
        date = values.last.map { edition.figures.date($0.date) }
        let aim = goal ?? item.target
        target = aim.map {
            edition.words(.targetOf, ["value": edition.target($0, unit: unit, isAlone: values.isEmpty)])
        }
        standing = values.last.flatMap { item.standing(at: $0.value, target: aim) }.map { edition.words[$0] }
        sparkline =
            goal == nil
            ? Sparkline(values, target: item.target).svg(edition, metric: item)
            : edition.line(ofMetric: index).sparkline
        missing =
            values.isEmpty
            ? edition.words(.metricWithoutValues, ["file": edition.words.isolated(item.record.path)]) : nil
    }
}

extension Edition {
    func line(ofMetric index: Int) -> MetricLine { metricLines.value(at: index) { MetricLine(index, self) } }
}

extension Metric {
    /// Whether a value meets a target, in the direction that is better.
    func meets(_ target: Double, at value: Double) -> Bool { direction == .up ? value >= target : value <= target }

    /// The same in words that stand behind the target.
    fileprivate func standing(at value: Double, target: Double?) -> Word? {
        guard let target else { return nil }
        return meets(target, at: value) ? .targetMet : direction == .up ? .targetMissed : .targetExceeded
    }
}

extension Edition {
    /// Its unit stands with the value beside it, where there is one.
    func target(_ target: Double, unit: String?, isAlone: Bool) -> String {
        isAlone ? figures.quantity(target, unit: unit) : figures.amount(target, unit: unit)
    }
}
