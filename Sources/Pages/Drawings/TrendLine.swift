import Journeys

/// A score's course in the space of a word.
struct TrendLine: Hashable, Sendable {
    static let width = 104.0
    static let height = 28.0
    private static let margin = 4.0

    /// A line that fills its height says that much has moved: less than these points are drawn as less.
    private static let leastSpan = 20.0

    let points: [Course.Point]
    private let range: ClosedRange<Double>

    init(_ course: Course) {
        points = Array(course.points.drop { $0.value == nil })
        let values = points.compactMap(\.value)
        let (low, high) = (values.min() ?? 0, values.max() ?? 0)
        let rest = max(0, Self.leastSpan - (high - low)) / 2
        // What does not fit below 100 or above 0 goes to the other side.
        let floor = max(0, min(low - rest, 100 - max(Self.leastSpan, high - low)))
        range = floor...max(high, floor + Self.leastSpan)
    }

    private func place(of point: Course.Point, value: Double) -> Point {
        let first = points.first?.day.days ?? 0
        let days = Double(max((points.last?.day.days ?? 0) - first, 1))
        let share = Double(point.day.days - first) / days
        let rise = (range.upperBound - value) / (range.upperBound - range.lowerBound)
        return Point(
            x: Self.margin + share * (Self.width - 2 * Self.margin),
            y: Self.margin + rise * (Self.height - 2 * Self.margin))
    }

    /// The line is interrupted where nothing was measured.
    var runs: [[Point]] {
        var runs: [[Point]] = [[]]
        for point in points {
            if let value = point.value {
                runs[runs.count - 1].append(place(of: point, value: value))
            } else if runs.last?.isEmpty == false {
                runs.append([])
            }
        }
        return runs.filter { !$0.isEmpty }
    }

    /// Nothing to draw without two values.
    func svg(_ edition: Edition, title: String) -> [UInt8]? {
        let known = points.filter { $0.value != nil }
        guard known.count > 1, let first = known.first, let last = known.last, let start = first.value,
            let end = last.value
        else { return nil }
        let figures = edition.figures
        let course = edition.words(
            .sparklineCourse,
            [
                "first": figures.whole(start), "start": figures.shortDate(first.day),
                "last": figures.whole(end), "end": figures.shortDate(last.day),
            ])
        var svg = SVG(
            width: Self.width, height: Self.height, name: "sparkline", title: title, description: course)
        let runs = runs
        // A value alone between two gaps is a dot.
        let line = runs.map { $0.count == 1 ? ($0 + $0).polyline : $0.polyline }.joined()
        svg.path(line, name: "spark-line")
        if points.last?.value != nil, let today = runs.last?.last {
            svg.circle(at: today, radius: 2.5, name: "spark-end")
        }
        return svg.closed()
    }
}
