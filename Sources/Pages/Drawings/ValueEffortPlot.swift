/// Opportunities by effort, across, and impact, upwards: each a dot with its rank, and where there is room the ranks that it could
/// have below it.
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

    let dots: [Dot]

    func svg(_ edition: Edition) -> [UInt8]? {
        dots.isEmpty ? nil : svg(in: .wide, edition) + svg(in: .narrow, edition)
    }

    private func svg(in room: PlotRoom, _ edition: Edition) -> [UInt8] {
        let words = edition.words
        var svg = SVG(
            width: room.width, height: room.height, name: room.name, role: .group, title: words[.plotTitle],
            description: "")
        let (left, floor, middle) = (room.left, room.floor, room.middle)
        svg.line(from: Point(x: middle.x, y: 0), to: Point(x: middle.x, y: floor), name: "plot-middle")
        svg.line(from: Point(x: left, y: middle.y), to: Point(x: room.width, y: middle.y), name: "plot-middle")
        svg.line(from: Point(x: left, y: floor), to: Point(x: room.width, y: floor), name: "plot-axis")
        svg.line(from: Point(x: left, y: 0), to: Point(x: left, y: floor), name: "plot-axis")
        name(.quickWin, at: Point(x: left + 10, y: 18), words, &svg)
        name(.bigBet, at: Point(x: room.width - 6, y: 18), anchor: .end, words, &svg)
        name(.fillIn, at: Point(x: left + 10, y: floor - 9), words, &svg)
        name(.timeSink, at: Point(x: room.width - 6, y: floor - 9), anchor: .end, words, &svg)
        effortAxis(words, in: room, &svg)
        impactAxis(words, in: room, &svg)
        for (dot, place) in zip(dots, room.places(of: dots)) { draw(dot, at: place, in: room, &svg) }
        return svg.closed()
    }

    private func name(
        _ word: ScoreWord, at point: Point, anchor: SVG.Anchor = .start, _ words: Words, _ svg: inout SVG
    ) {
        svg.text(words[word], at: point, anchor: anchor, name: "plot-quadrant")
    }

    private func effortAxis(_ words: Words, in room: PlotRoom, _ svg: inout SVG) {
        let below = room.floor + 20
        svg.text(words[.axisLow], at: Point(x: room.left, y: below), name: "plot-tick")
        svg.text(words[.axisEffort], at: Point(x: room.middle.x, y: below), anchor: .middle, name: "plot-axis-name")
        svg.text(words[.axisHigh], at: Point(x: room.width, y: below), anchor: .end, name: "plot-tick")
    }

    /// Beside the axis; along it, where there is no room for words.
    private func impactAxis(_ words: Words, in room: PlotRoom, _ svg: inout SVG) {
        let beside = room.left - 8
        if room.isNarrow {
            svg.text(words[.axisLow], at: Point(x: beside, y: room.floor), name: "plot-tick", isTurned: true)
            svg.text(
                words[.axisImpact], at: Point(x: beside, y: room.middle.y), anchor: .middle, name: "plot-axis-name",
                isTurned: true)
            svg.text(words[.axisHigh], at: Point(x: beside, y: 0), anchor: .end, name: "plot-tick", isTurned: true)
        } else {
            svg.text(words[.axisHigh], at: Point(x: beside, y: 12), anchor: .end, name: "plot-tick")
            svg.text(
                words[.axisImpact], at: Point(x: beside, y: room.middle.y + 4), anchor: .end, name: "plot-axis-name")
            svg.text(words[.axisLow], at: Point(x: beside, y: room.floor), anchor: .end, name: "plot-tick")
        }
    }

    private func draw(_ dot: Dot, at place: Point, in room: PlotRoom, _ svg: inout SVG) {
        svg.link(to: dot.address, title: dot.title) { svg in
            svg.circle(at: place, radius: room.radius, name: dot.isFirm ? "plot-dot" : "plot-dot loose")
            svg.text(
                dot.rank, at: Point(x: place.x, y: place.y + 4.5), anchor: .middle,
                name: dot.isFirm ? "plot-rank" : "plot-rank loose")
            if let interval = dot.interval, !room.isNarrow {
                svg.text(
                    interval, at: Point(x: place.x, y: place.y + room.radius + 12), anchor: .middle,
                    name: "plot-interval")
            }
        }
    }
}
