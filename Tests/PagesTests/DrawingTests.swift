import Journeys
import Testing

@testable import Pages

@Suite struct EmotionCurveTests {
    private func column(_ values: [Double], isMoment: Bool = true) -> EmotionCurve.Column {
        EmotionCurve.Column(title: "Step", values: values, isMomentOfTruth: false, isMoment: isMoment)
    }

    @Test func `the curve breaks where nobody knows how it feels`() {
        let curve = EmotionCurve(columns: [column([-1]), column([]), column([1]), column([2])])
        #expect(curve.runs.map { $0.map(\.value) } == [[-1], [1, 2]])
    }

    @Test func `the curve passes over what need not be felt`() {
        let curve = EmotionCurve(columns: [column([-1]), column([], isMoment: false), column([1])])
        #expect(curve.runs.map { $0.map(\.value) } == [[-1, 1]])
    }

    @Test func `marks stand over the middle of their columns`() {
        let curve = EmotionCurve(columns: [column([0]), column([0])])
        #expect(curve.runs.joined().map(\.point.x) == [120, 360])
    }

    @Test func `a transition has its numbers side by side`() {
        let curve = EmotionCurve(columns: [column([-2, 1])])
        #expect(curve.runs.joined().map(\.point) == [Point(x: 80, y: 136), Point(x: 160, y: 64)])
    }

    @Test func `labels keep off the line`() {
        let curve = EmotionCurve(columns: [column([0]), column([2]), column([-2]), column([0])])
        #expect(curve.runs.joined().map(\.labelIsAbove) == [false, true, false, true])
    }

    @Test func `a journey without emotions has no curve`() {
        #expect(EmotionCurve(columns: [column([]), column([])]).isEmpty)
    }

    @Test func `the line never rises above its points`() {
        let curve = MonotoneCurve(points: [
            Point(x: 0, y: 0), Point(x: 1, y: 0), Point(x: 2, y: 10), Point(x: 3, y: 10),
        ])
        let ys = curve.path.split { !"0123456789.-".contains($0) }.compactMap { Double($0) }.enumerated()
            .filter { !$0.offset.isMultiple(of: 2) }.map(\.element)
        #expect(ys.allSatisfy { (0...10).contains($0) })
    }
}

@Suite struct SparklineTests {
    private func point(_ day: Int, _ value: Double) -> Series.Point {
        Series.Point(date: CivilDate(days: day), value: value)
    }

    @Test func `a missing month is a wider step`() {
        let line = Sparkline([point(0, 1), point(10, 2), point(40, 3)], target: nil)
        #expect(line.points.map(\.x) == [4, 30, 108])
        #expect(line.points.map(\.y) == [24, 14, 4])
    }

    @Test func `the target is in the picture`() {
        let line = Sparkline([point(0, 0), point(1, 10)], target: 20)
        #expect(line.points.map(\.y) == [24, 14])
    }

    @Test func `values that never move lie in the middle`() {
        #expect(Sparkline([point(0, 7), point(1, 7)], target: nil).points.map(\.y) == [14, 14])
    }
}

@Suite struct MetricChartTests {
    @Test(arguments: [(0.3, 0.5), (1, 1), (1.2, 2), (4, 5), (7, 10), (23, 50), (0, 1)])
    func `steps are round`(wanted: Double, step: Double) {
        #expect(MetricChart.roundStep(wanted) == step)
    }

    @Test func `ticks enclose values, baseline and target`() {
        let values = [
            Series.Point(date: CivilDate(days: 0), value: 63), Series.Point(date: CivilDate(days: 9), value: 71),
        ]
        let chart = MetricChart(values: values, baseline: 60, target: 80)
        #expect(chart.ticks == [60, 65, 70, 75, 80])
        #expect(chart.points(ticks: chart.ticks, chart.margins).map(\.x) == [56, 592])
    }

    @Test func `figures stand without the words of their unit, which are said once`() throws {
        let texts = try chart(unit: "points, 1 to 7", value: 4.95, target: 5.5)
        #expect(texts.contains("4.95") && texts.contains("target 5.5"))
        // And in the description; all of it twice, as the drawing is.
        #expect(texts.count { $0.contains("points") } == 4 && texts.contains("points, 1 to 7"))
        #expect(try chart(unit: "%", value: 62, target: nil).contains("62\u{202F}%"))
    }

    @Test func `large figures make room for themselves`() throws {
        let svg = try drawing(unit: "£", value: 15_000_000, target: 20_000_000)
        let axis = try #require(svg.ranges(of: "text-anchor=\"end\">15,000,000<").first)
        #expect(!svg[..<axis.lowerBound].hasSuffix("x=\"48\""))
        #expect(svg.contains("£15,000,000"))
    }

    private func drawing(unit: String, value: Double, target: Double?) throws -> String {
        var sample = SamplePortfolio.small
        sample = sample.with(
            "metrics/csat.md", "---\ntitle: M\nunit: \"\(unit)\"\nperspective: customer\n---\n")
        let scored = sample.scored()
        let map = try #require(SiteMap(scored.portfolio))
        let edition = Edition(scored, map: map, words: TemplateSet.compiled().value.words)
        let values = [
            Series.Point(date: CivilDate(days: 0), value: 0), Series.Point(date: CivilDate(days: 9), value: value),
        ]
        let chart = MetricChart(values: values, baseline: nil, target: target)
        return String(
            decoding: try #require(chart.drawings(edition, metric: scored.portfolio.metrics[0])), as: UTF8.self)
    }

    private func chart(unit: String, value: Double, target: Double?) throws -> [String] {
        try drawing(unit: unit, value: value, target: target).split(separator: "<").compactMap { part in
            part.split(separator: ">", maxSplits: 1).dropFirst().first.map(String.init)
        }
    }

    @Test func `a line breaks at no space that does not break`() {
        #expect(TextFit.wrapped("target 62\u{202F}%", width: 4, lines: 3) == ["target", "62\u{202F}%"])
    }

    @Test func `one value that never moves still has an axis`() {
        let chart = MetricChart(values: [Series.Point(date: CivilDate(days: 0), value: 5)], baseline: nil, target: nil)
        #expect(chart.ticks.count >= 2)
    }
}

@Suite struct LifecycleMapTests {
    private func station(_ title: String, branches: [String] = []) -> LifecycleMap.Station {
        LifecycleMap.Station(
            title: title, address: "a.html", mark: nil,
            branches: branches.map { LifecycleMap.Branch(title: $0, address: "b.html") }, more: 0)
    }

    @Test func `stops hang below each other without touching`() {
        let map = LifecycleMap(
            stations: [
                station("Joining", branches: ["A title that is long enough to take two lines of the drawing", "Short"])
            ] + (0..<7).map { station("Stage \($0)") })
        let stops = map.stops(of: 0, line: 50)
        #expect(stops.map(\.lines.count) == [2, 1])
        #expect(stops[1].point.y - stops[0].point.y == 45)
    }

    @Test func `many stages make more rows, of as many each as can be`() {
        func rows(_ count: Int, _ room: LifecycleMap.Room) -> [Int] {
            LifecycleMap(stations: Array(repeating: station("S"), count: count), room: room).rows.map(\.count)
        }
        #expect(rows(7, .wide) == [7])
        #expect(rows(8, .wide) == [4, 4])
        #expect(rows(20, .wide) == [7, 7, 6])
        #expect(rows(7, .middle) == [4, 3])
        #expect(rows(7, .narrow) == [2, 2, 2, 1])
        #expect(rows(1, .narrow) == [1])
        #expect(rows(0, .wide) == [])
    }
}

@Suite struct TextFitTests {
    @Test func `words are kept whole and what is left over is marked`() {
        #expect(TextFit.wrapped("one two three four", width: 4, lines: 2) == ["one two", "three…"])
        #expect(TextFit.wrapped("one", width: 5, lines: 2) == ["one"])
        #expect(TextFit.wrapped("", width: 5, lines: 2) == [])
    }

    @Test func `what is long is shortened between two words`() {
        #expect(TextFit.shortened("one two", to: 7) == "one two")
        #expect(TextFit.shortened("one  two\nthree", to: 9) == "one two…")
        #expect(TextFit.shortened("one two, three", to: 9) == "one two…")
        #expect(TextFit.shortened("onetwothree", to: 6) == "onetwo…")
        // Of ASCII and not, at the places where the two ways to do it could differ.
        #expect(TextFit.shortened(" \r\none\t two ", to: 7) == "one two")
        #expect(TextFit.shortened("one two (three)", to: 9) == "one two…")
        #expect(TextFit.shortened("one two $ three", to: 9) == "one two $…")
        #expect(TextFit.shortened("one twe\u{301} three", to: 7) == "one twe\u{301}…")
        #expect(TextFit.shortened("one twe\u{301}", to: 7) == "one twe\u{301}")
        #expect(TextFit.shortened("one two", to: 6) == "one…")
        #expect(TextFit.shortened("¿one two?", to: 5) == "¿one…")
        #expect(TextFit.shortened("", to: 6) == "")
    }

    @Test func `a word that no line holds is cut, and so is script without spaces`() {
        #expect(TextFit.wrapped("顧客体験の地図", width: 4, lines: 3) == ["顧客体験", "の地図"])
        #expect(TextFit.wrapped(String(repeating: "m", count: 140), width: 8, lines: 2).count == 2)
    }

    /// A letter with an accent behind a text of ASCII has it looked at character by character.
    @Test(arguments: [
        "Tell us where you move to", "  one\r\ntwo\tthree  four ", "a wordthatisfartoolongforoneline b",
        "MMMMM iiiii WWW",
        "x",
    ])
    func `lines are the same by bytes and by characters`(text: String) {
        for width in [0.3, 2, 3.7, 5, 9.1, 40] {
            let plain = TextFit.wrapped(text, width: width, lines: 99)
            var others = TextFit.wrapped(text + " \u{E9}", width: width, lines: 99)
            let last = others.popLast() ?? ""
            if last != "\u{E9}" { others.append(String(last.dropLast(2))) }
            #expect(plain == others)
            #expect(TextFit.isLonger(text, than: plain.count - 1, width: width))
            #expect(!TextFit.isLonger(text, than: plain.count, width: width))
        }
    }
}
