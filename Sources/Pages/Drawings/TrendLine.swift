import Journeys
import Templates

/// A score's course in the space of a word.
struct TrendLine: Hashable, Sendable {
    static let width = 104.0
    static let height = 28.0
    private static let margin = 4.0

    /// A line that fills its height says that much has moved: less than these points are drawn as less.
    private static let leastSpan = 20.0

    /// From the first that was measured.
    let points: ArraySlice<Course.Point>
    private let range: ClosedRange<Double>
    /// What it runs over.
    private let firstDay: Int
    private let days: Double

    init(_ course: Course) {
        points = course.points.drop { $0.value == nil }
        firstDay = points.first?.day.days ?? 0
        days = Double(max((points.last?.day.days ?? 0) - firstDay, 1))
        var (low, high) = (points.first?.value ?? 0, points.first?.value ?? 0)
        for point in points {
            guard let value = point.value else { continue }
            low = min(low, value)
            high = max(high, value)
        }
        let rest = max(0, Self.leastSpan - (high - low)) / 2
        // What does not fit below 100 or above 0 goes to the other side.
        let floor = max(0, min(low - rest, 100 - max(Self.leastSpan, high - low)))
        range = floor...max(high, floor + Self.leastSpan)
    }

    private func place(of point: Course.Point, value: Double) -> Point {
        let share = Double(point.day.days - firstDay) / days
        let rise = (range.upperBound - value) / (range.upperBound - range.lowerBound)
        return Point(
            x: Self.margin + share * (Self.width - 2 * Self.margin),
            y: Self.margin + rise * (Self.height - 2 * Self.margin))
    }

    /// Straight lines from point to point, interrupted where nothing was measured.
    func draw(into path: inout PageBuffer) {
        /// Of the run that is being drawn.
        var (count, last) = (0, Point(x: 0, y: 0))
        func close() {
            // A value alone between two gaps is a dot.
            if count == 1 { SVG.line(to: last, into: &path) }
            count = 0
        }
        for point in points {
            guard let value = point.value else {
                close()
                continue
            }
            last = place(of: point, value: value)
            if count == 0 { SVG.move(to: last, into: &path) } else { SVG.line(to: last, into: &path) }
            count += 1
        }
        close()
    }

    /// Nothing to draw without two values.
    func svg(_ edition: Edition, title: String) -> [UInt8]? {
        guard let first = points.first, let start = first.value,
            let place = points.lastIndex(where: { $0.value != nil }),
            place > points.startIndex, let end = points[place].value
        else { return nil }
        let last = points[place]
        let figures = edition.figures
        let course = edition.words(
            .sparklineCourse,
            [
                "first": figures.whole(start), "start": figures.shortDate(first.day),
                "last": figures.whole(end), "end": figures.shortDate(last.day),
            ])
        var svg = SVG(
            width: Self.width, height: Self.height, name: "sparkline", title: title, description: course)
        svg.path(name: "spark-line", draw)
        if place == points.endIndex - 1 {
            svg.circle(at: self.place(of: last, value: end), radius: 2.5, name: "spark-end")
        }
        return svg.closed()
    }
}
