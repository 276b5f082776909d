/// A score on the way from 0 to 100, with the range that it could lie in.
struct ScoreBar: Hashable, Sendable {
    static let width = 104.0
    static let height = 12.0
    private static let margin = 5.0

    let value: Double?
    /// What it could be, where not all of it is measured.
    var range: ClosedRange<Double>?

    /// What all bars begin with.
    private static let scale: [UInt8] = {
        var svg = SVG(width: width, height: height, name: "score-bar", role: .decoration, title: "", description: "")
        let middle = height / 2
        svg.line(from: Point(x: x(of: 0), y: middle), to: Point(x: x(of: 100), y: middle), name: "bar-scale")
        return svg.begun()
    }()

    static func x(of value: Double) -> Double {
        margin + min(max(value, 0), 100) / 100 * (width - 2 * margin)
    }

    /// By the place of their ends, in tenths of a unit: bars without a range.
    private static let plain = Kept<[UInt8]>(count: Int(width) * 10)

    /// The figures stand beside it: it says nothing of its own.
    var svg: [UInt8] {
        guard let value, range == nil else { return drawn }
        return Self.plain.value(at: Int(DecimalNumber.nearest(Self.x(of: value) * 10))) { drawn }
    }

    private var drawn: [UInt8] {
        var svg = SVG(from: Self.scale)
        let middle = Self.height / 2
        if let range {
            let start = Self.x(of: range.lowerBound)
            svg.rectangle(
                at: Point(x: start, y: middle - 4), width: Self.x(of: range.upperBound) - start, height: 8,
                name: "bar-range")
        }
        if let value {
            svg.line(
                from: Point(x: Self.x(of: 0), y: middle), to: Point(x: Self.x(of: value), y: middle), name: "bar-value")
            svg.circle(at: Point(x: Self.x(of: value), y: middle), radius: 4, name: "bar-end")
        }
        return svg.closed()
    }
}
