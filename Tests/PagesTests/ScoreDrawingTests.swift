import Testing

@testable import Pages

@Suite struct ScoreBarTests {
    @Test func `nought and a hundred stand at the ends`() {
        #expect(ScoreBar.x(of: 0) == 5)
        #expect(ScoreBar.x(of: 100) == ScoreBar.width - 5)
        #expect(ScoreBar.x(of: 140) == ScoreBar.x(of: 100))
    }

    @Test func `what is not measured has no mark, but a range`() {
        let svg = String(decoding: ScoreBar(value: nil, range: 0...100).svg, as: UTF8.self)
        #expect(svg.contains("bar-range") && !svg.contains("bar-end"))
        #expect(svg.contains("aria-hidden=\"true\""), "the figures beside it say the same")
    }
}

@Suite struct ValueEffortPlotTests {
    private func dot(_ rank: Int, effort: Double, impact: Double) -> ValueEffortPlot.Dot {
        ValueEffortPlot.Dot(
            rank: "\(rank)", interval: nil, title: "Dot \(rank)", address: "a.html", effort: effort, impact: impact,
            isFirm: true)
    }

    @Test(arguments: [PlotRoom.wide, .narrow]) func `more effort is further right, more impact higher up`(
        room: PlotRoom
    ) {
        let places = room.places(of: [dot(1, effort: 1, impact: 5), dot(2, effort: 5, impact: 1)])
        #expect(places[0].x < places[1].x)
        #expect(places[0].y < places[1].y)
    }

    @Test(arguments: [PlotRoom.wide, .narrow]) func `dots of the same figures stand beside each other`(room: PlotRoom) {
        let places = room.places(of: (1...5).map { dot($0, effort: 3, impact: 3) })
        #expect(Set(places).count == 5)
        #expect(Set(places.prefix(3).map(\.y)).count == 1)
    }

    @Test(arguments: [PlotRoom.wide, .narrow]) func `as many as are drawn find a place inside`(room: PlotRoom) {
        for place in room.places(of: (1...ValueEffortPlot.limit).map { dot($0, effort: 1, impact: 5) }) {
            #expect((0...room.width).contains(place.x) && (0...room.height).contains(place.y))
        }
    }

    @Test(arguments: [PlotRoom.wide, .narrow]) func `dots that are shifted apart stay in their quadrant`(room: PlotRoom)
    {
        for (effort, impact) in [(2.75, 3.25), (3.5, 2.5), (2.5, 2.9), (3.2, 4)] {
            for place in room.places(of: (1...20).map { dot($0, effort: effort, impact: impact) }) {
                #expect((place.x < room.middle.x) == (effort < 3), "\(effort), \(impact): \(place)")
                #expect((place.y > room.middle.y) == (impact < 3), "\(effort), \(impact): \(place)")
            }
        }
    }

    @Test(arguments: [PlotRoom.wide, .narrow]) func `twenty-five of one quadrant cover none`(room: PlotRoom) {
        let places = room.places(of: (1...25).map { dot($0, effort: 2, impact: 4) })
        for (number, place) in places.enumerated() {
            for other in places.dropFirst(number + 1) {
                let gap = ((place.x - other.x) * (place.x - other.x) + (place.y - other.y) * (place.y - other.y))
                    .squareRoot()
                #expect(gap >= 2 * room.radius)
            }
        }
    }
}
