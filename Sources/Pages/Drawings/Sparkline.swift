import Journeys

/// A metric's course in the space of a word, with the line that it should reach.
struct Sparkline: Hashable, Sendable {
    static let width = 112.0
    static let height = 28.0
    private static let margin = 4.0

    /// The latest of more values than can be told apart.
    private static let limit = 36

    let values: [Series.Point]
    let target: Double?
    /// Of the values and the target.
    private let range: ClosedRange<Double>

    init(_ values: [Series.Point], target: Double?) {
        self.values = Array(values.suffix(Self.limit))
        self.target = target
        let all = self.values.map(\.value) + [target].compactMap { $0 }
        range = (all.min() ?? 0)...(all.max() ?? 0)
    }

    private func y(of value: Double) -> Double {
        let span = range.upperBound - range.lowerBound
        guard span > 0 else { return Self.height / 2 }
        return Self.margin + (range.upperBound - value) / span * (Self.height - 2 * Self.margin)
    }

    /// Across by date, so that a missing month is a wider step.
    var points: [Point] {
        guard let first = values.first, let last = values.last else { return [] }
        let days = Double(max(last.date.days - first.date.days, 1))
        return values.map { value in
            let share = values.count == 1 ? 1 : Double(value.date.days - first.date.days) / days
            return Point(x: Self.margin + share * (Self.width - 2 * Self.margin), y: y(of: value.value))
        }
    }

    /// Nothing to draw without a value.
    func svg(_ edition: Edition, metric: Metric) -> [UInt8]? {
        guard let first = values.first, let last = values.last, let end = points.last else { return nil }
        let figures = edition.figures
        let course = edition.words(
            .sparklineCourse,
            [
                "first": figures.quantity(first.value, unit: metric.unit), "start": figures.shortDate(first.date),
                "last": figures.quantity(last.value, unit: metric.unit), "end": figures.shortDate(last.date),
            ])
        var svg = SVG(
            width: Self.width, height: Self.height, name: "sparkline", title: metric.title, description: course)
        if let target {
            svg.line(
                from: Point(x: 0, y: y(of: target)), to: Point(x: Self.width, y: y(of: target)), name: "spark-target")
        }
        svg.path(points.polyline, name: "spark-line")
        svg.circle(at: end, radius: 2.5, name: "spark-end")
        return svg.closed()
    }
}
