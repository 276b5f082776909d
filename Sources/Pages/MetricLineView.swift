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
        let line = goal.map { MetricLine(index, target: $0, edition) } ?? edition.line(ofMetric: index)
        link = links.link(to: Target(kind: .metric, index: index))
        latest = line.latest
        date = line.date
        target = line.target
        standing = line.standing
        sparkline = edition.sparkline(of: index)
        missing = line.missing
    }
}

/// What a metric's line says on whatever page.
struct MetricLine: Sendable {
    let latest: String?
    let date: String?
    let target: String?
    let standing: String?
    let missing: String?

    init(_ index: Int, target: Double?, _ edition: Edition) {
        // Part by part: of a whole metric much would be copied that is not shown.
        let metrics = edition.portfolio.metrics
        let unit = metrics[index].unit
        let values = edition.series[index]
        latest = values.last.map { edition.figures.quantity($0.value, unit: unit) }
        date = values.last.map { edition.figures.date($0.date) }
        self.target = target.map {
            edition.words(.targetOf, ["value": edition.target($0, unit: unit, isAlone: values.isEmpty)])
        }
        standing = values.last.flatMap { metrics[index].standing(at: $0.value, target: target) }
            .map { edition.words[$0] }
        missing =
            values.isEmpty
            ? edition.words(.metricWithoutValues, ["file": edition.words.isolated(metrics[index].record.path)]) : nil
    }
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
