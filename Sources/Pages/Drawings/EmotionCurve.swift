import Templates

/// The elevation profile of a journey: how each moment is felt, above its column of the map and in its direction.
struct EmotionCurve: Hashable, Sendable {
    /// One column of the map.
    struct Column: Hashable, Sendable {
        let title: String
        /// In order, from -2 to +2: several in a transition, none where nobody knows.
        let values: [Double]
        let isMomentOfTruth: Bool
        /// What only stands under a stage that has steps need not be felt: the curve passes over it.
        let isMoment: Bool
    }

    /// A number on the curve.
    struct Mark: Hashable, Sendable {
        let value: Double
        let point: Point
        let isMomentOfTruth: Bool
        /// Above the line where it stands on a height, below it in a hollow.
        let labelIsAbove: Bool
    }

    /// The columns of a stage, which its name stands below.
    struct Stage: Hashable, Sendable {
        let title: String
        var columns: Int
    }

    static let height = 176.0
    /// What the names of stages take below that: two lines.
    private static let band = 40.0
    private static let top = 40.0
    private static let bottom = 136.0

    let columns: [Column]
    /// Units of one column: the stylesheet draws a unit as a sixteenth of a rem, and a map's columns 15 rem wide, or 22 where a
    /// short map would leave room beside it.
    var columnWidth = 240.0
    static let roomyColumn = 352.0
    /// The longest map whose columns may have more room.
    static let roomyLimit = 4
    /// Where nothing else says which stage a column is in.
    var stages: [Stage] = []

    var isEmpty: Bool { columns.allSatisfy { $0.values.isEmpty } }
    var width: Double { Double(columns.count) * columnWidth }

    static func y(of value: Double) -> Double { top + (2 - min(max(value, -2), 2)) / 4 * (bottom - top) }

    /// The curve in pieces: it breaks where a moment has no emotion.
    var runs: [[Mark]] {
        var runs: [[Mark]] = []
        var run: [(value: Double, x: Double, isMomentOfTruth: Bool)] = []
        func finish() {
            guard !run.isEmpty else { return }
            runs.append(
                run.indices.map { index in
                    let mark = run[index]
                    let before = index > 0 ? run[index - 1].value : mark.value
                    let after = index + 1 < run.count ? run[index + 1].value : mark.value
                    return Mark(
                        value: mark.value, point: Point(x: mark.x, y: Self.y(of: mark.value)),
                        isMomentOfTruth: mark.isMomentOfTruth,
                        labelIsAbove: mark.value * 2 >= before + after && !(run.count == 1 && mark.value < 0))
                })
            run = []
        }
        for (index, column) in columns.enumerated() {
            guard !column.values.isEmpty else {
                if column.isMoment { finish() }
                continue
            }
            let share = columnWidth / Double(column.values.count + 1)
            for (position, value) in column.values.enumerated() {
                run.append(
                    (value, Double(index) * columnWidth + share * Double(position + 1), column.isMomentOfTruth))
            }
        }
        finish()
        return runs
    }

    /// For every width of columns that there may be: the style sheet shows one.
    func drawings(_ edition: Edition, journey: String) -> [UInt8] {
        guard columns.count <= Self.roomyLimit else { return svg(edition, journey: journey) }
        var roomy = self
        roomy.columnWidth = Self.roomyColumn
        return svg(edition, journey: journey) + roomy.svg(edition, journey: journey)
    }

    private var name: String {
        stages.isEmpty ? columnWidth == Self.roomyColumn ? "curve roomy" : "curve" : "curve staged"
    }

    func svg(_ edition: Edition, journey: String) -> [UInt8] {
        let height = Self.height + (stages.isEmpty ? 0 : Self.band)
        var svg = SVG(
            width: width, height: height, name: name,
            title: edition.words(.curveTitle, ["journey": edition.words.isolated(journey)]), description: "",
            isMirrored: edition.isRightToLeft, isStretched: true)
        if columns.contains(where: { $0.isMoment }) { svg.describe { describe(edition, to: &$0) } }
        for level in [2.0, 0, -2] {
            svg.line(
                from: Point(x: 0, y: Self.y(of: level)), to: Point(x: width, y: Self.y(of: level)),
                name: level == 0 ? "curve-even" : "curve-limit")
        }
        drawStages(to: height, into: &svg)
        let runs = runs
        for run in runs where run.count > 1 {
            var path = PageBuffer(capacity: 1024)
            MonotoneCurve(points: run.map { $0.point }).write(to: &path)
            if let first = run.first, let last = run.last {
                svg.path(name: "curve-area") { area in
                    area.write(path)
                    for end in [last, first] {
                        area.write("L")
                        SVG.write(end.point.x, to: &area)
                        area.write(" ")
                        SVG.write(Self.y(of: 0), to: &area)
                    }
                    area.write("Z")
                }
            }
            svg.path(name: "curve-line") { $0.write(path) }
        }
        for mark in runs.joined() {
            draw(mark, edition, into: &svg)
        }
        for (index, column) in columns.enumerated() where column.values.isEmpty && column.isMoment {
            svg.text(
                edition.words[.curveGap], at: Point(x: (Double(index) + 0.5) * columnWidth, y: Self.y(of: 0) - 8),
                anchor: .middle, name: "curve-gap")
        }
        for (index, column) in columns.enumerated() where column.isMomentOfTruth {
            // On the side where the curve is not.
            let isLow = column.values.reduce(0, +) < 0
            svg.text(
                edition.words[.momentOfTruth],
                at: Point(x: (Double(index) + 0.5) * columnWidth, y: isLow ? 22 : Self.height - 10),
                anchor: .middle, name: "curve-truth")
        }
        return svg.closed()
    }

    private func drawStages(to height: Double, into svg: inout SVG) {
        var x = 0.0
        for stage in stages {
            let width = Double(stage.columns) * columnWidth
            svg.line(from: Point(x: x, y: 0), to: Point(x: x, y: height), name: "curve-border")
            svg.lines(
                TextFit.wrapped(stage.title, width: (width - 16) / 13.5, lines: 2),
                at: Point(x: x + 8, y: Self.height + 14), leading: 17, name: "curve-stage")
            x += width
        }
    }

    private func draw(_ mark: Mark, _ edition: Edition, into svg: inout SVG) {
        let station = Felt.station(of: mark.value, isMomentOfTruth: mark.isMomentOfTruth)
        if mark.isMomentOfTruth {
            let (x, y) = (mark.point.x, mark.point.y)
            let corners = [
                Point(x: x, y: y - 10), Point(x: x + 10, y: y), Point(x: x, y: y + 10), Point(x: x - 10, y: y),
            ]
            svg.path(name: station) { path in
                corners.writePolyline(to: &path)
                path.write("Z")
            }
        } else {
            svg.circle(at: mark.point, radius: 6.5, name: station)
        }
        let offset = mark.isMomentOfTruth ? 16.0 : 13.0
        svg.text(
            edition.entryWords.felt(mark.value),
            at: Point(x: mark.point.x, y: mark.labelIsAbove ? mark.point.y - offset : mark.point.y + offset + 11),
            anchor: .middle, name: "curve-figure")
    }

    /// "Tell us: −1; Move in: 0 → +2 (moment of truth)"
    private func describe(_ edition: Edition, to page: inout PageBuffer) {
        var isFirst = true
        for column in columns where column.isMoment {
            if !isFirst { page.write("; ") }
            isFirst = false
            page.write(escaped: column.title)
            page.write(": ")
            if column.values.isEmpty { page.write(escaped: edition.words[.curveGap]) }
            for (index, value) in column.values.enumerated() {
                if index > 0 {
                    page.write(" ")
                    page.write(escaped: edition.words[.arrow])
                    page.write(" ")
                }
                page.write(escaped: edition.entryWords.felt(value))
            }
            if column.isMomentOfTruth {
                page.write(" (")
                page.write(escaped: edition.words[.momentOfTruth])
                page.write(")")
            }
        }
    }
}
