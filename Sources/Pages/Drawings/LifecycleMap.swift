import Scoring

/// A lifecycle as a line: its stages are stations, and the journeys that detail them are branches.
struct LifecycleMap: Hashable, Sendable {
    struct Branch: Hashable, Sendable {
        let title: String
        let address: String
    }

    struct Station: Hashable, Sendable {
        let title: String
        let address: String
        /// The health of what stands below it; nothing where nothing does.
        let mark: Mark?
        let branches: [Branch]
        /// How many more branches there are than are drawn.
        let more: Int
    }

    /// What stands in a station, and what it rests on.
    struct Mark: Hashable, Sendable {
        /// Nothing: not measured.
        let figure: String?
        let shade: String
        /// "3 of 4": the journeys that are measured, of those that count.
        let basis: String

        init(figure: String?, shade: String, basis: String) {
            self.figure = figure
            self.shade = shade
            self.basis = basis
        }

        init?(_ health: RolledHealth, _ edition: Edition) {
            guard health.journeys.whole > 0 else { return nil }
            figure = health.value.map { edition.figures.whole($0) }
            shade = health.value.map { ScoreView.shade(of: edition.grade(of: $0)) } ?? "score-plain"
            let figures = edition.figures
            basis = edition.words(
                .stationBasis,
                ["n": figures.number(health.journeys.part), "of": figures.number(health.journeys.whole)])
        }
    }

    /// A branch's words and where its stop is.
    struct Stop: Hashable, Sendable {
        let branch: Branch
        let lines: [String]
        let point: Point
    }

    /// How wide the page is that it is drawn for: where its stages do not fit beside each other, the line goes on below.
    enum Room: String, CaseIterable {
        case wide, middle, narrow

        fileprivate var width: Double {
            switch self {
            case .wide: 1120
            case .middle: 740
            case .narrow: 350
            }
        }

        /// The most stations that stand beside each other.
        fileprivate var stations: Int {
            switch self {
            case .wide: 7
            case .middle: 4
            case .narrow: 2
            }
        }
    }

    static let branchLimit = 3
    private static let leading = 17.0
    private static let titleSize = 15.0
    private static let labelSize = 13.0
    private static let radius = 18.0

    private static let rowGap = 26.0

    let stations: [Station]
    var room = Room.wide

    /// As many in each row as in the others, as nearly as can be.
    var perRow: Int {
        let rows = (stations.count + room.stations - 1) / room.stations
        return rows > 0 ? (stations.count + rows - 1) / rows : 1
    }
    /// In a small room words may turn out to be wider than is estimated by much of it.
    private var spacing: Double { (room.width - (room == .wide ? 0 : 14)) / Double(perRow) }
    var width: Double { room.width }

    var rows: [Range<Int>] {
        stride(from: 0, to: stations.count, by: perRow).map { $0..<min($0 + perRow, stations.count) }
    }

    private func title(of station: Int) -> [String] {
        TextFit.wrapped(stations[station].title, width: (spacing - 32) / Self.titleSize, lines: 3)
    }

    /// Under the tallest of the names of its row.
    private func line(of row: Range<Int>, from top: Double) -> Double {
        top + Double(row.map { title(of: $0).count }.max() ?? 1) * 19 + 14 + Self.radius
    }

    private func x(of station: Int) -> Double { Double(station % perRow) * spacing + Self.radius + 3 }

    func stops(of station: Int, line lineY: Double) -> [Stop] {
        var y = lineY + Self.radius + 38
        return stations[station].branches.map { branch in
            let lines = TextFit.wrapped(branch.title, width: (spacing - 52) / Self.labelSize, lines: 2)
            let stop = Stop(branch: branch, lines: lines, point: Point(x: x(of: station) + 14, y: y))
            y += Double(lines.count) * Self.leading + 11
            return stop
        }
    }

    func svg(_ edition: Edition, lifecycle: String) -> [UInt8] {
        var lines: [Double] = []
        var top = 0.0
        for row in rows {
            let line = line(of: row, from: top)
            lines.append(line)
            top = row.map { bottom(of: $0, line: line) }.max() ?? line
            top += Self.rowGap
        }
        var svg = SVG(
            width: width, height: top - Self.rowGap + 16, name: "lifecycle \(room.rawValue)", role: .group,
            title: edition.words(.lifecycleTitle, ["journey": edition.words.isolated(lifecycle)]), description: "",
            isMirrored: edition.isRightToLeft)
        for (row, line) in zip(rows, lines) {
            // From edge to edge where it goes on.
            let start = row.lowerBound == 0 ? x(of: row.lowerBound) : 0
            let end = row.upperBound == stations.count ? x(of: row.upperBound - 1) : width
            svg.line(from: Point(x: start, y: line), to: Point(x: end, y: line), name: "route")
            for index in row {
                draw(
                    stops(of: index, line: line), of: stations[index],
                    from: Point(x: x(of: index), y: line + Self.radius), edition, into: &svg)
                draw(stations[index], at: index, line: line, edition, into: &svg)
            }
        }
        return svg.closed()
    }

    private func bottom(of station: Int, line: Double) -> Double {
        let last = stops(of: station, line: line).last.map { $0.point.y + Double($0.lines.count - 1) * Self.leading }
        return (last ?? line + Self.radius) + (stations[station].more > 0 ? 26 : 0)
    }

    private func draw(
        _ station: Station, at index: Int, line: Double, _ edition: Edition, into svg: inout SVG
    ) {
        let center = Point(x: x(of: index), y: line)
        let lines = title(of: index)
        let first = line - Self.radius - 12 - Double(lines.count - 1) * 19
        svg.link(to: station.address) { svg in
            svg.lines(lines, at: Point(x: center.x - Self.radius, y: first), leading: 19, name: "station-name")
            if let mark = station.mark, let figure = mark.figure {
                svg.circle(at: center, radius: Self.radius, name: "station \(mark.shade)")
                svg.text(
                    figure, at: Point(x: center.x, y: center.y + 4.5), anchor: .middle, name: "station-figure")
            } else {
                svg.circle(at: center, radius: Self.radius * 0.6, name: "station")
            }
        }
        guard let mark = station.mark else { return }
        svg.text(
            mark.basis, at: Point(x: center.x + Self.radius + 7, y: center.y + 17), name: "station-basis")
    }

    private func draw(_ stops: [Stop], of station: Station, from start: Point, _ edition: Edition, into svg: inout SVG)
    {
        guard let last = stops.last else { return }
        let (x, top) = (start.x, start.y)
        svg.path(
            "M\(SVG.text(x)) \(SVG.text(top))V\(SVG.text(top + 8))L\(SVG.text(x + 14)) \(SVG.text(top + 22))"
                + "V\(SVG.text(last.point.y))", name: "branch")
        for stop in stops {
            svg.circle(at: stop.point, radius: 4.5, name: "stop")
            svg.link(to: stop.branch.address) { svg in
                svg.lines(
                    stop.lines, at: Point(x: stop.point.x + 13, y: stop.point.y + 4.5), leading: Self.leading,
                    name: "stop-name")
            }
        }
        guard station.more > 0 else { return }
        let below = last.point.y + Double(last.lines.count) * Self.leading + 9
        // The stage of the map names all of them.
        svg.link(to: station.address) { svg in
            svg.text(
                edition.words(.andMore, ["n": edition.figures.number(station.more)]), at: Point(x: x + 27, y: below),
                name: "stop-more")
        }
    }
}
