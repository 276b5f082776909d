/// Opportunities by effort, across, and impact, upwards: each a dot with its rank, and under it the ranks that it could have.
struct ValueEffortPlot: Hashable, Sendable {
    struct Dot: Hashable, Sendable {
        let rank: String
        /// "2–5", where other weights would rank it otherwise.
        let interval: String?
        /// Its name, for who points at it or hears it.
        let title: String
        let address: String
        /// Both from 1 to 5.
        let effort: Double
        let impact: Double
        /// Its rank hardly depends on the weights.
        let isFirm: Bool
    }

    /// More than these can't be told apart.
    static let limit = 40
    static let width = 760.0
    static let height = 520.0
    private static let left = 58.0
    private static let bottom = 40.0
    private static let radius = 13.0
    private static let margin = 34.0

    let dots: [Dot]

    private static func x(of effort: Double) -> Double {
        left + margin + (min(max(effort, 1), 5) - 1) / 4 * (width - left - 2 * margin)
    }

    private static func y(of impact: Double) -> Double {
        height - bottom - margin - (min(max(impact, 1), 5) - 1) / 4 * (height - bottom - 2 * margin)
    }

    /// Where each dot is drawn: those that would cover each other stand in a row beside each other, the better rank first.
    var places: [Point] {
        var taken: [Point] = []
        for dot in dots {
            let wanted = Point(x: Self.x(of: dot.effort), y: Self.y(of: dot.impact))
            taken.append(
                Self.offsets.lazy.map { Point(x: wanted.x + $0.x, y: wanted.y + $0.y) }.first { place in
                    Self.isInside(place) && taken.allSatisfy { !Self.touch($0, place) }
                } ?? wanted)
        }
        return taken
    }

    /// Ever further from where a dot belongs.
    private static let offsets: [Point] = {
        var offsets = [Point(x: 0, y: 0)]
        for row in 0...4 {
            for step in 1...4 {
                for sign in [1.0, -1.0] {
                    for side in row == 0 ? [1.0] : [1.0, -1.0] {
                        offsets.append(Point(x: sign * Double(step) * 41, y: side * Double(row) * 40))
                    }
                }
            }
            if row > 0 { offsets += [Point(x: 0, y: Double(row) * 40), Point(x: 0, y: -Double(row) * 40)] }
        }
        // Beside each other rather than under each other: a dot should stay in its quadrant.
        return offsets.sorted { $0.x * $0.x + 4 * $0.y * $0.y < $1.x * $1.x + 4 * $1.y * $1.y }
    }()

    private static func isInside(_ place: Point) -> Bool {
        place.x > left + radius && place.x < width - radius && place.y > radius && place.y < height - bottom - 26
    }

    /// With the figures under it, a dot is taller than wide.
    private static func touch(_ one: Point, _ other: Point) -> Bool {
        (one.x - other.x).magnitude < 40 && (one.y - other.y).magnitude < 39
    }

    func svg(_ edition: Edition) -> [UInt8]? {
        guard !dots.isEmpty else { return nil }
        let words = edition.words
        var svg = SVG(
            width: Self.width, height: Self.height, name: "plot", role: .group, title: words[.plotTitle],
            description: "")
        let floor = Self.height - Self.bottom
        let middle = Point(x: Self.x(of: 3), y: Self.y(of: 3))
        svg.line(from: Point(x: middle.x, y: 0), to: Point(x: middle.x, y: floor), name: "plot-middle")
        svg.line(from: Point(x: Self.left, y: middle.y), to: Point(x: Self.width, y: middle.y), name: "plot-middle")
        svg.line(from: Point(x: Self.left, y: floor), to: Point(x: Self.width, y: floor), name: "plot-axis")
        svg.line(from: Point(x: Self.left, y: 0), to: Point(x: Self.left, y: floor), name: "plot-axis")
        name(.quickWin, at: Point(x: Self.left + 10, y: 18), words, &svg)
        name(.bigBet, at: Point(x: Self.width - 6, y: 18), anchor: .end, words, &svg)
        name(.fillIn, at: Point(x: Self.left + 10, y: floor - 9), words, &svg)
        name(.timeSink, at: Point(x: Self.width - 6, y: floor - 9), anchor: .end, words, &svg)
        axes(words, floor: floor, &svg)
        for (dot, place) in zip(dots, places) { draw(dot, at: place, &svg) }
        return svg.closed()
    }

    private func name(
        _ word: ScoreWord, at point: Point, anchor: SVG.Anchor = .start, _ words: Words, _ svg: inout SVG
    ) {
        svg.text(words[word], at: point, anchor: anchor, name: "plot-quadrant")
    }

    private func axes(_ words: Words, floor: Double, _ svg: inout SVG) {
        let below = floor + 20
        svg.text(words[.axisLow], at: Point(x: Self.left, y: below), name: "plot-tick")
        svg.text(words[.axisEffort], at: Point(x: Self.x(of: 3), y: below), anchor: .middle, name: "plot-axis-name")
        svg.text(words[.axisHigh], at: Point(x: Self.width, y: below), anchor: .end, name: "plot-tick")
        let beside = Self.left - 8
        svg.text(words[.axisHigh], at: Point(x: beside, y: 12), anchor: .end, name: "plot-tick")
        svg.text(words[.axisImpact], at: Point(x: beside, y: Self.y(of: 3) + 4), anchor: .end, name: "plot-axis-name")
        svg.text(words[.axisLow], at: Point(x: beside, y: floor), anchor: .end, name: "plot-tick")
    }

    private func draw(_ dot: Dot, at place: Point, _ svg: inout SVG) {
        svg.link(to: dot.address, title: dot.title) { svg in
            svg.circle(at: place, radius: Self.radius, name: dot.isFirm ? "plot-dot" : "plot-dot loose")
            svg.text(
                dot.rank, at: Point(x: place.x, y: place.y + 4.5), anchor: .middle,
                name: dot.isFirm ? "plot-rank" : "plot-rank loose")
            if let interval = dot.interval {
                svg.text(
                    interval, at: Point(x: place.x, y: place.y + Self.radius + 12), anchor: .middle,
                    name: "plot-interval")
            }
        }
    }
}
