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

    @Test func `more effort is further right, more impact higher up`() {
        let places = ValueEffortPlot(dots: [dot(1, effort: 1, impact: 5), dot(2, effort: 5, impact: 1)]).places
        #expect(places[0].x < places[1].x)
        #expect(places[0].y < places[1].y)
    }

    @Test func `dots of the same figures stand beside each other`() {
        let places = ValueEffortPlot(dots: (1...5).map { dot($0, effort: 3, impact: 3) }).places
        #expect(Set(places).count == 5)
        #expect(Set(places.prefix(3).map(\.y)).count == 1)
    }

    @Test func `as many as are drawn find a place inside`() {
        let dots = (1...ValueEffortPlot.limit).map { dot($0, effort: 1, impact: 5) }
        for place in ValueEffortPlot(dots: dots).places {
            #expect((0...ValueEffortPlot.width).contains(place.x) && (0...ValueEffortPlot.height).contains(place.y))
        }
    }
}
