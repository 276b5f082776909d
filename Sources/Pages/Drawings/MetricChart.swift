import Journeys

/// A metric over time, with its baseline and its target as lines that name themselves.
struct MetricChart: Hashable, Sendable {
    static let height = 300.0
    private static let left = 56.0
    private static let top = 24.0
    private static let bottom = 36.0

    let values: [Series.Point]
    let baseline: Double?
    let target: Double?
    /// For phones it is drawn anew: scaled down, its figures could not be read.
    var isNarrow = false

    var width: Double { isNarrow ? 350 : 720 }
    private var right: Double { isNarrow ? 104 : 128 }

    /// Round figures that enclose all values and lines.
    var ticks: [Double] {
        let all = values.map(\.value) + [baseline, target].compactMap { $0 }
        guard let low = all.min(), let high = all.max() else { return [] }
        let span = high > low ? high - low : max(abs(high), 1) * 0.2
        let step = Self.roundStep(span / 4)
        let first = (low / step).rounded(.down)
        let last = max((high / step).rounded(.up), first + 1)
        return stride(from: first, through: last, by: 1).map { $0 * step }
    }

    /// 1, 2 or 5 times a power of ten, at least as large as asked.
    static func roundStep(_ wanted: Double) -> Double {
        guard wanted.isFinite, wanted > 0 else { return 1 }
        var power = 1.0
        while power * 10 <= wanted { power *= 10 }
        while power > wanted { power /= 10 }
        for factor in [1.0, 2, 5] where power * factor >= wanted { return power * factor }
        return power * 10
    }

    private func y(of value: Double, ticks: [Double]) -> Double {
        guard let low = ticks.first, let high = ticks.last, high > low else { return Self.height / 2 }
        return Self.top + (high - value) / (high - low) * (Self.height - Self.top - Self.bottom)
    }

    private func x(of day: CivilDate) -> Double {
        guard let first = values.first, let last = values.last, last.date > first.date else { return Self.left }
        let share = Double(day.days - first.date.days) / Double(last.date.days - first.date.days)
        return Self.left + share * (width - Self.left - right)
    }

    func points(ticks: [Double]) -> [Point] {
        values.map { Point(x: x(of: $0.date), y: y(of: $0.value, ticks: ticks)) }
    }

    /// Nothing to draw without a value.
    func svg(_ edition: Edition, metric: Metric) -> [UInt8]? {
        let ticks = ticks
        let points = points(ticks: ticks)
        guard let first = values.first, let last = values.last, let end = points.last else { return nil }
        let figures = edition.figures
        let places = ticks.count > 1 && ticks[1] - ticks[0] < 1 ? 2 : 1
        var svg = SVG(
            width: width, height: Self.height, name: isNarrow ? "chart narrow" : "chart wide", title: metric.title,
            description: edition.words(
                .sparklineCourse,
                [
                    "first": figures.quantity(first.value, unit: metric.unit), "start": figures.shortDate(first.date),
                    "last": figures.quantity(last.value, unit: metric.unit), "end": figures.shortDate(last.date),
                ]))
        for tick in ticks {
            let y = y(of: tick, ticks: ticks)
            svg.line(from: Point(x: Self.left, y: y), to: Point(x: width - right, y: y), name: "chart-grid")
            svg.text(
                figures.number(tick, places: places), at: Point(x: Self.left - 8, y: y + 4), anchor: .end,
                name: "chart-tick")
        }
        draw(labels(edition, metric: metric, last: last, ticks: ticks), into: &svg, ticks: ticks)
        svg.path(points.polyline, name: "chart-line")
        for point in points where points.count <= 40 { svg.circle(at: point, radius: 2.5, name: "chart-point") }
        svg.circle(at: end, radius: 5, name: "chart-end")
        svg.text(
            figures.shortDate(first.date), at: Point(x: Self.left, y: Self.height - 10), name: "chart-date")
        if last.date > first.date {
            svg.text(
                figures.shortDate(last.date), at: Point(x: width - right, y: Self.height - 10), anchor: .end,
                name: "chart-date")
        }
        return svg.closed()
    }

    private struct Label {
        let lines: [String]
        let value: Double
        let name: String
        var y: Double
    }

    /// At the right end of the lines, pushed apart where they would lie on each other.
    private func labels(_ edition: Edition, metric: Metric, last: Series.Point, ticks: [Double]) -> [Label] {
        let unit = metric.unit
        let figures = edition.figures
        func lines(_ text: String, size: Double) -> [String] {
            TextFit.wrapped(text, width: (right - 12) / size, lines: 3)
        }
        var labels = [
            Label(
                lines: lines(figures.quantity(last.value, unit: unit), size: 15), value: last.value, name: "latest",
                y: 0)
        ]
        if let target {
            let text = edition.words(.targetOf, ["value": figures.quantity(target, unit: unit)])
            labels.append(Label(lines: lines(text, size: 13), value: target, name: "target", y: 0))
        }
        if let baseline {
            let text = edition.words(.baselineOf, ["value": figures.quantity(baseline, unit: unit)])
            labels.append(Label(lines: lines(text, size: 13), value: baseline, name: "baseline", y: 0))
        }
        labels.sort { $0.value == $1.value ? $0.name < $1.name : $0.value > $1.value }
        var lowest = 0.0
        for index in labels.indices {
            labels[index].y = max(y(of: labels[index].value, ticks: ticks) + 4, lowest)
            lowest = labels[index].y + Double(labels[index].lines.count) * 16
        }
        // The last may have been pushed out of the picture: then all move up.
        let excess = max(0, lowest - 16 - (Self.height - 8))
        for index in labels.indices { labels[index].y -= excess }
        return labels
    }

    private func draw(_ labels: [Label], into svg: inout SVG, ticks: [Double]) {
        for label in labels {
            if label.name != "latest" {
                let y = y(of: label.value, ticks: ticks)
                svg.line(
                    from: Point(x: Self.left, y: y), to: Point(x: width - right, y: y),
                    name: "chart-\(label.name)")
            }
            svg.lines(
                label.lines, at: Point(x: width - right + 12, y: label.y), leading: 16,
                name: "chart-label \(label.name)")
        }
    }
}
