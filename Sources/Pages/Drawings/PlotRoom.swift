/// The room that opportunities are drawn in by effort and impact, and where each finds its place in it.
struct PlotRoom: Hashable, Sendable {
    let name: String
    let width: Double
    let height: Double
    /// Where the axis of impact stands.
    let left: Double
    /// What stands below the axis of effort.
    let bottom: Double
    let radius: Double
    /// How far dots have to stand apart: with the figures under it, one is taller than wide.
    let apart: Point
    /// From the axes and the ends of both scales to the outermost dots, which leave room for the names of the quadrants.
    let margin: Double
    let isNarrow: Bool

    static let wide = PlotRoom(
        name: "plot wide", width: 760, height: 520, left: 58, bottom: 40, radius: 13, apart: Point(x: 40, y: 39),
        margin: 50, isNarrow: false)
    /// As wide as the smallest phone has room for, and tall.
    static let narrow = PlotRoom(
        name: "plot narrow", width: 288, height: 480, left: 22, bottom: 28, radius: 11, apart: Point(x: 24, y: 24),
        margin: 38, isNarrow: true)

    var floor: Double { height - bottom }
    var middle: Point { Point(x: x(of: 3), y: y(of: 3)) }

    /// A dot needs less room to the sides, where no name stands.
    private var side: Double { radius + 12 }

    private func x(of effort: Double) -> Double {
        left + side + (min(max(effort, 1), 5) - 1) / 4 * (width - left - 2 * side)
    }

    private func y(of impact: Double) -> Double {
        floor - margin - (min(max(impact, 1), 5) - 1) / 4 * (floor - 2 * margin)
    }

    // MARK: Places

    /// Where each dot is drawn: those that would cover each other stand in a row beside each other, the better rank first. None
    /// leaves its quadrant for that: one that stands on a middle line belongs to both sides of it.
    func places(of dots: [ValueEffortPlot.Dot]) -> [Point] {
        let offsets = offsets
        var taken: [Point] = []
        for dot in dots {
            let wanted = Point(x: x(of: dot.effort), y: y(of: dot.impact))
            taken.append(
                offsets.lazy.map { Point(x: wanted.x + $0.x, y: wanted.y + $0.y) }.first { place in
                    isInside(place) && isOnItsSide(place, of: wanted) && taken.allSatisfy { !touch($0, place) }
                } ?? wanted)
        }
        return taken
    }

    /// Ever further from where a dot belongs: the same for all dots, and long to put in order.
    private var offsets: [Point] {
        let steps = (-20...20).map { Double($0) / 2 }
        return steps.flatMap { column in steps.map { Point(x: column * apart.x, y: $0 * apart.y) } }
            // Beside each other rather than under each other: impact is what is looked for first.
            .sorted { left, right in
                let (first, second) = (distance(left), distance(right))
                return first != second ? first < second : (right.x, right.y) < (left.x, left.y)
            }
    }

    private func distance(_ offset: Point) -> Double { offset.x * offset.x + 4 * offset.y * offset.y }

    private func isInside(_ place: Point) -> Bool {
        let end = margin - 0.01
        return place.x > left + radius + 2 && place.x < width - radius - 2 && place.y > end && place.y < floor - end
    }

    /// A dot that has to move comes no nearer to a middle line than that it can be seen on which side it is.
    private func isOnItsSide(_ place: Point, of wanted: Point) -> Bool {
        func isKept(_ place: Double, _ wanted: Double, _ middle: Double) -> Bool {
            let (now, before) = (place - middle, wanted - middle)
            if before.magnitude < 0.01 { return true }
            return now * before > 0 && now.magnitude >= min(before.magnitude, radius + 2)
        }
        return isKept(place.x, wanted.x, middle.x) && isKept(place.y, wanted.y, middle.y)
    }

    private func touch(_ one: Point, _ other: Point) -> Bool {
        (one.x - other.x).magnitude < apart.x - 0.01 && (one.y - other.y).magnitude < apart.y - 0.01
    }
}
