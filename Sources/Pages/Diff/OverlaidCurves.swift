import Changes

/// How a journey is felt before and now, one curve over the other: a moment that both have stands in one column.
struct OverlaidCurves {
    private struct Column {
        let title: String
        let base: Double?
        let head: Double?
        let isMomentOfTruth: Bool
    }

    private static let columnWidth = 132.0
    private static let height = 210.0
    private static let top = 24.0
    private static let bottom = 140.0

    private let title: String
    private let columns: [Column]

    init(_ felt: PortfolioChanges.Felt) {
        title = felt.title
        columns = felt.columns.map { column in
            Column(
                title: (column.head ?? column.base)?.title ?? "", base: column.base?.mean, head: column.head?.mean,
                isMomentOfTruth: (column.head ?? column.base)?.isMomentOfTruth ?? false)
        }
    }

    private var width: Double { Double(max(columns.count, 1)) * Self.columnWidth }

    private static func y(of value: Double) -> Double { top + (2 - min(max(value, -2), 2)) / 4 * (bottom - top) }

    private static func x(of column: Int) -> Double { (Double(column) + 0.5) * columnWidth }

    var svg: [UInt8] {
        var svg = SVG(
            width: width, height: Self.height, name: "curves", title: "How '\(title)' is felt, before and now",
            description: description)
        for level in [2.0, 0, -2] {
            svg.line(
                from: Point(x: 0, y: Self.y(of: level)), to: Point(x: width, y: Self.y(of: level)),
                name: level == 0 ? "even" : "limit")
        }
        draw(columns.map(\.base), name: "before", into: &svg)
        draw(columns.map(\.head), name: "now", into: &svg)
        for (index, column) in columns.enumerated() { label(column, at: index, into: &svg) }
        return svg.closed()
    }

    /// In pieces: a curve breaks where nobody knows, and where there is no such moment.
    private func draw(_ values: [Double?], name: String, into svg: inout SVG) {
        var run: [Point] = []
        func point(_ index: Int, _ value: Double) -> Point { Point(x: Self.x(of: index), y: Self.y(of: value)) }
        for (index, value) in values.enumerated() {
            if let value { run.append(point(index, value)) }
            if value == nil || index + 1 == values.count {
                if run.count > 1 { svg.path(MonotoneCurve(points: run).path, name: "curve \(name)") }
                run = []
            }
        }
        for (index, value) in values.enumerated() {
            if let value { svg.circle(at: point(index, value), radius: name == "now" ? 6 : 5, name: "dot \(name)") }
        }
    }

    private func label(_ column: Column, at index: Int, into svg: inout SVG) {
        let x = Self.x(of: index)
        let isMoved = column.base != column.head
        if isMoved, let head = column.head {
            let isAbove = head >= column.base ?? -3
            svg.text(
                Self.signed(head), at: Point(x: x, y: Self.y(of: head) + (isAbove ? -11 : 21)), anchor: .middle,
                name: "figure")
        }
        if isMoved, let base = column.base {
            let isAbove = base > column.head ?? -3
            svg.text(
                Self.signed(base), at: Point(x: x, y: Self.y(of: base) + (isAbove ? -10 : 20)), anchor: .middle,
                name: "figure was")
        }
        let lines = TextFit.wrapped(column.title, width: 8.5, lines: 3)
        svg.lines(
            lines, at: Point(x: x, y: Self.bottom + 26), leading: 15, anchor: .middle,
            name: isMoved ? "moment moved" : "moment")
    }

    private var description: String {
        columns.filter { $0.base != $0.head }.map { column in
            func text(_ value: Double?) -> String { value.map(Self.signed) ?? "not felt" }
            return "\(column.title): \(text(column.base)), now \(text(column.head))"
        }.joined(separator: "; ")
    }

    private static func signed(_ value: Double) -> String { value > 0 ? "+\(tenths(value))" : tenths(value) }

    private static func tenths(_ value: Double) -> String {
        let text = SVG.text(abs(value))
        return value < 0 && text != "0" ? "\u{2212}" + text : text
    }
}
