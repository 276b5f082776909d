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

    static let branchLimit = 3
    private static let pageWidth = 1120.0
    private static let leading = 17.0
    private static let titleSize = 15.0
    private static let labelSize = 13.0
    private static let radius = 18.0

    let stations: [Station]

    /// Across the page where there is room; wider than it where there are many.
    var spacing: Double { max(152, Self.pageWidth / Double(max(stations.count, 1))) }
    var width: Double { spacing * Double(stations.count) }

    private var titles: [[String]] {
        stations.map { TextFit.wrapped($0.title, width: (spacing - 20) / Self.titleSize, lines: 3) }
    }

    /// Under the tallest of the names.
    private var lineY: Double { Double(titles.map(\.count).max() ?? 1) * 19 + 14 + Self.radius }

    private func x(of station: Int) -> Double { Double(station) * spacing + Self.radius + 3 }

    func stops(of station: Int) -> [Stop] {
        var y = lineY + Self.radius + 38
        return stations[station].branches.map { branch in
            let lines = TextFit.wrapped(branch.title, width: (spacing - 52) / Self.labelSize, lines: 2)
            let stop = Stop(branch: branch, lines: lines, point: Point(x: x(of: station) + 14, y: y))
            y += Double(lines.count) * Self.leading + 11
            return stop
        }
    }

    func svg(_ edition: Edition, lifecycle: String) -> [UInt8] {
        let allStops = stations.indices.map(stops)
        let deepest =
            allStops.enumerated().map { index, stops in
                let last =
                    stops.last.map { $0.point.y + Double($0.lines.count - 1) * Self.leading } ?? lineY + Self.radius
                return last + (stations[index].more > 0 ? 26 : 0)
            }.max() ?? lineY
        var svg = SVG(
            width: width, height: deepest + 16, name: "lifecycle", role: .group,
            title: edition.words(.lifecycleTitle, ["journey": edition.words.isolated(lifecycle)]), description: "",
            isMirrored: edition.isRightToLeft)
        svg.line(
            from: Point(x: x(of: 0), y: lineY), to: Point(x: x(of: stations.count - 1), y: lineY), name: "route")
        for (index, station) in stations.enumerated() {
            draw(allStops[index], more: station.more, from: x(of: index), edition, into: &svg)
            draw(station, at: index, edition, into: &svg)
        }
        return svg.closed()
    }

    private func draw(_ station: Station, at index: Int, _ edition: Edition, into svg: inout SVG) {
        let center = Point(x: x(of: index), y: lineY)
        let lines = titles[index]
        let first = lineY - Self.radius - 12 - Double(lines.count - 1) * 19
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

    private func draw(_ stops: [Stop], more: Int, from x: Double, _ edition: Edition, into svg: inout SVG) {
        guard let last = stops.last else { return }
        let top = lineY + Self.radius
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
        guard more > 0 else { return }
        let below = last.point.y + Double(last.lines.count) * Self.leading + 9
        svg.text(
            edition.words(.andMore, ["n": edition.figures.number(more)]), at: Point(x: x + 27, y: below),
            name: "stop-more")
    }
}
