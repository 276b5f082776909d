import Journeys

/// A metric over time, with its baseline and its target as lines that name themselves.
struct MetricChart: Hashable, Sendable {
    static let height = 300.0
    private static let bottom = 36.0
    /// Between the axis and its figures, the lines and their names.
    private static let gap = 8.0

    let values: [Series.Point]
    let baseline: Double?
    let target: Double?
    /// For phones it is drawn anew: scaled down, its figures could not be read.
    var isNarrow = false

    var width: Double { isNarrow ? 350 : 720 }

    /// What stands around the lines, and how much room it takes.
    struct Margins: Hashable {
        var left = 56.0
        var right: Double
        var top = 24.0
    }

    var margins: Margins { Margins(right: isNarrow ? 104 : 128) }

    /// As wide as the figures of the axis and the longest word at the end of a line are, so that none is cut off.
    private func margins(for captions: Captions) -> Margins {
        var margins = margins
        margins.left = max(margins.left, captions.figureWidth + 2 * Self.gap)
        margins.right = min(max(margins.right, captions.wordWidth + 2 * Self.gap), width * 0.4)
        if captions.unit != nil { margins.top += 16 }
        return margins
    }

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

    private func y(of value: Double, ticks: [Double], _ margins: Margins) -> Double {
        guard let low = ticks.first, let high = ticks.last, high > low else { return Self.height / 2 }
        return margins.top + (high - value) / (high - low) * (Self.height - margins.top - Self.bottom)
    }

    private func x(of day: CivilDate, _ margins: Margins) -> Double {
        guard let first = values.first, let last = values.last, last.date > first.date else { return margins.left }
        let share = Double(day.days - first.date.days) / Double(last.date.days - first.date.days)
        return margins.left + share * (width - margins.left - margins.right)
    }

    func points(ticks: [Double], _ margins: Margins) -> [Point] {
        values.map { Point(x: x(of: $0.date, margins), y: y(of: $0.value, ticks: ticks, margins)) }
    }

    /// For every room that there may be: the style sheet shows one. Nothing to draw without a value.
    func drawings(_ edition: Edition, metric: Metric) -> [UInt8]? {
        guard let captions = captions(edition, metric: metric) else { return nil }
        var (wide, narrow) = (self, self)
        (wide.isNarrow, narrow.isNarrow) = (false, true)
        return wide.svg(captions) + narrow.svg(captions)
    }

    /// What a drawing says, whatever room there is for it.
    private struct Captions {
        let title: String
        let description: String
        let unit: String?
        let ticks: [(value: Double, text: String)]
        let labels: [Label]
        let first: String
        let last: String
        /// Of the widest figure at the axis, and of the longest word at the end of a line.
        let figureWidth: Double
        let wordWidth: Double
    }

    private func captions(_ edition: Edition, metric: Metric) -> Captions? {
        guard let first = values.first, let last = values.last else { return nil }
        let figures = edition.figures
        let ticks = ticks
        let places = ticks.count > 1 && ticks[1] - ticks[0] < 1 ? 2 : 1
        let texts = ticks.map { figures.number($0, places: places) }
        let labels = labels(edition, metric: metric, last: last)
        let (start, end) = (figures.shortDate(first.date), figures.shortDate(last.date))
        return Captions(
            title: metric.title,
            description: edition.words(
                .sparklineCourse,
                [
                    "first": figures.quantity(first.value, unit: metric.unit), "start": start,
                    "last": figures.quantity(last.value, unit: metric.unit), "end": end,
                ]), unit: figures.caption(of: metric.unit), ticks: Array(zip(ticks, texts)), labels: labels,
            first: start, last: end, figureWidth: texts.map { TextFit.width(of: $0[...]) * 12 }.max() ?? 0,
            wordWidth: labels.map { TextFit.widestPiece(of: $0.text) * $0.size }.max() ?? 0)
    }

    private func svg(_ captions: Captions) -> [UInt8] {
        let ticks = captions.ticks.map(\.value)
        let margins = margins(for: captions)
        let points = points(ticks: ticks, margins)
        var svg = SVG(
            width: width, height: Self.height, name: isNarrow ? "chart narrow" : "chart wide", title: captions.title,
            description: captions.description)
        if let unit = captions.unit {
            let line = TextFit.wrapped(unit, width: width / 12, lines: 1).first ?? ""
            svg.text(line, at: Point(x: 0, y: 12), name: "chart-tick")
        }
        let end = width - margins.right
        for (tick, text) in captions.ticks {
            let y = y(of: tick, ticks: ticks, margins)
            svg.line(from: Point(x: margins.left, y: y), to: Point(x: end, y: y), name: "chart-grid")
            svg.text(text, at: Point(x: margins.left - Self.gap, y: y + 4), anchor: .end, name: "chart-tick")
        }
        var labels = captions.labels
        place(&labels, ticks: ticks, margins)
        draw(labels, into: &svg, ticks: ticks, margins)
        svg.path(points.polyline, name: "chart-line")
        for point in points where points.count <= 40 { svg.circle(at: point, radius: 2.5, name: "chart-point") }
        if let today = points.last { svg.circle(at: today, radius: 5, name: "chart-end") }
        let bottom = Self.height - 10
        svg.text(captions.first, at: Point(x: margins.left, y: bottom), name: "chart-date")
        if let first = values.first, let last = values.last, last.date > first.date {
            svg.text(captions.last, at: Point(x: end, y: bottom), anchor: .end, name: "chart-date")
        }
        return svg.closed()
    }

    private struct Label {
        let text: String
        let value: Double
        let name: String
        /// How wide an em of it is taken for, the widest fonts and bold letters too.
        let size: Double
        var lines: [String] = []
        var y = 0.0
    }

    private func labels(_ edition: Edition, metric: Metric, last: Series.Point) -> [Label] {
        func amount(_ value: Double) -> String { edition.figures.amount(value, unit: metric.unit) }
        var labels = [Label(text: amount(last.value), value: last.value, name: "latest", size: 18.5)]
        if let target {
            let text = edition.words(.targetOf, ["value": amount(target)])
            labels.append(Label(text: text, value: target, name: "target", size: 14.5))
        }
        if let baseline {
            let text = edition.words(.baselineOf, ["value": amount(baseline)])
            labels.append(Label(text: text, value: baseline, name: "baseline", size: 14.5))
        }
        return labels.sorted { $0.value == $1.value ? $0.name < $1.name : $0.value > $1.value }
    }

    /// At the right end of the lines, pushed apart where they would lie on each other.
    private func place(_ labels: inout [Label], ticks: [Double], _ margins: Margins) {
        var lowest = 0.0
        for index in labels.indices {
            let label = labels[index]
            labels[index].lines = TextFit.wrapped(
                label.text, width: (margins.right - 1.5 * Self.gap) / label.size, lines: 3)
            labels[index].y = max(y(of: label.value, ticks: ticks, margins) + 4, lowest)
            lowest = labels[index].y + Double(labels[index].lines.count) * Self.leading + Self.gap / 2
        }
        // The last may have been pushed out of the picture: then all move up.
        let excess = max(0, lowest - Self.leading - Self.gap / 2 - (Self.height - 8))
        for index in labels.indices { labels[index].y -= excess }
    }

    private static let leading = 16.0

    private func draw(_ labels: [Label], into svg: inout SVG, ticks: [Double], _ margins: Margins) {
        let end = width - margins.right
        for label in labels {
            if label.name != "latest" {
                let y = y(of: label.value, ticks: ticks, margins)
                svg.line(from: Point(x: margins.left, y: y), to: Point(x: end, y: y), name: "chart-\(label.name)")
            }
            svg.lines(
                label.lines, at: Point(x: end + 1.5 * Self.gap, y: label.y), leading: Self.leading,
                name: "chart-label \(label.name)")
        }
    }
}
