import Journeys
import Testing

@testable import Scoring

@Suite struct ClosedLoopTests {
    private func loop(
        _ csv: String, metric: String = "", shipped: String = "2026-03-31", status: String = "shipped",
        asOf: String = "2026-11-30"
    ) -> ClosedLoop {
        let portfolio = WrittenPortfolio(asOf: asOf)
            .with("metrics/m.md", front: "title: M\nperspective: customer\n" + metric)
            .with("metrics/m.csv", csv)
            .with(
                "solutions/s.md",
                front: "title: S\nstatus: \(status)\nshipped: \(shipped)\nmetrics: [m, m]\nopportunities: []")
        return ClosedLoop(portfolio.linked().portfolio, asOf: portfolio.asOf)
    }

    private func measured(_ csv: String, metric: String = "", asOf: String = "2026-11-30") -> LoopMeasurement {
        loop(csv, metric: metric, asOf: asOf).results[0].measurements[0]
    }

    /// January to July 2026: before are January to March (31 December is the 90th day before, outside), after April's end
    /// (day 30 > 14) to June's end (day 91 ≤ 104); July's end is day 122.
    private let rise = monthly(from: 2026, 1, [50, 52, 54, 60, 62, 64, 99])

    @Test func windowsAndChange() throws {
        let found = measured(rise)
        let figures = try #require(found.figures)
        #expect(figures.before == 52)
        #expect(figures.after == 62)
        #expect(figures.change == 10)
        #expect(!figures.isSeasonal)
        #expect((figures.valuesBefore, figures.valuesAfter) == (3, 3))
        // No noise, baseline or target: 2% of 52
        #expect(figures.noise.threshold == 1.04)
        #expect(figures.noise.source == .before)
        #expect(figures.ownMovement == nil)
        #expect(found.outcome == .improved)
        #expect(!found.isPreliminary)
        #expect(figures.isStillBetter)
        #expect(found.beforeDays == day("2026-01-01")...day("2026-03-31"))
        #expect(found.afterDays == day("2026-04-15")...day("2026-07-13"))
    }

    @Test func edgesOfTheWindows() throws {
        // shipped - 90 is outside, the next day inside, shipped inside; shipped + 14 outside, + 15 and + 104 inside, + 105 outside
        let found = measured(
            """
            date,value
            2025-12-31,1000
            2026-01-01,10
            2026-03-31,20
            2026-04-14,1000
            2026-04-15,30
            2026-07-13,50
            2026-07-14,1000
            """)
        let figures = try #require(found.figures)
        #expect(figures.before == 15)
        #expect(figures.after == 40)
    }

    @Test func longPeriodsMakeLongWindows() {
        #expect(LoopMeasurement.width(of: metric("frequency: quarterly")) == 184)
        #expect(LoopMeasurement.width(of: metric("frequency: weekly")) == 90)
        #expect(LoopMeasurement.width(of: metric("frequency: 45 days")) == 90)
        #expect(LoopMeasurement.width(of: metric("frequency: 46 days")) == 92)
    }

    private func metric(_ front: String) -> Metric {
        WrittenPortfolio().with("metrics/m.md", front: "title: M\nperspective: customer\n" + front).linked().portfolio
            .metrics[0]
    }

    @Test func downIsBetterWhereItIsSaidToBe() {
        #expect(measured(rise, metric: "direction: down").outcome == .worse)
        let fall = monthly(from: 2026, 1, [54, 52, 50, 40, 40, 40])
        #expect(measured(fall).outcome == .worse)
        #expect(measured(fall, metric: "direction: down").outcome == .improved)
    }

    @Test(arguments: [
        ("noise: 10", LoopMeasurement.Outcome.unchanged), ("noise: 9.99", .improved),
        ("baseline: 0\ntarget: 100", .unchanged), ("baseline: 0\ntarget: 99", .improved),
        // The metric's own noise goes before the way to the target.
        ("noise: 9\nbaseline: 0\ntarget: 100", .improved),
        // A way of no length leaves no noise.
        ("baseline: 50\ntarget: 50", .improved),
        // 2% of 52 = 1.04, without both
        ("target: 1000", .improved),
    ])
    func noise(metric: String, outcome: LoopMeasurement.Outcome) {
        let found = measured(rise, metric: metric)
        #expect(found.outcome == outcome)
        #expect(found.figures?.unchangedBecause == (outcome == .unchanged ? .noise : nil))
    }

    @Test func seasonIsTakenOut() throws {
        // A year earlier the same months rose by 8 by themselves: 10 - 8 = 2, more than 2% of 52.
        let csv = monthly(from: 2025, 1, [40, 42, 44, 49, 50, 51, 0, 0, 0, 0, 0, 0, 50, 52, 54, 60, 62, 64])
        let figures = try #require(measured(csv).figures)
        #expect(figures.isSeasonal)
        #expect(figures.change == 2)
        #expect(measured(csv, metric: "noise: 2").outcome == .unchanged)
        #expect(measured(csv, metric: "noise: 1.9").outcome == .improved)
    }

    @Test func windowsAYearEarlierAreCutAsTheseAre() throws {
        // As of 31 May the after window holds April and May: so does the one a year earlier.
        let csv = monthly(from: 2025, 1, [40, 40, 40, 44, 46, 100, 0, 0, 0, 0, 0, 0, 50, 50, 50, 60, 62, 64])
        let found = measured(csv, asOf: "2026-05-31")
        let figures = try #require(found.figures)
        // (61 - 50) - (45 - 40)
        #expect(figures.change == 6)
        #expect(found.isPreliminary)
        #expect(found.outcome == .improved)
    }

    @Test func tooEarlyOrNoData() {
        // One value after, and the window closes on 13 July.
        #expect(measured(rise, asOf: "2026-05-30").outcome == .tooEarly)
        #expect(measured(rise, asOf: "2026-05-30").figures == nil)
        let thin = monthly(from: 2026, 1, [50, 52, 54, 60])
        #expect(measured(thin, asOf: "2026-07-12").outcome == .tooEarly)
        #expect(measured(thin, asOf: "2026-07-13").outcome == .noData)
        // One value before is too few, however early it is.
        #expect(measured(monthly(from: 2026, 3, [50, 60, 60]), asOf: "2026-05-31").outcome == .noData)
        #expect(measured(rise, asOf: "2026-07-12").isPreliminary)
        #expect(!measured(rise, asOf: "2026-07-13").isPreliminary)
    }

    @Test func whatHasNotShippedHasNoOutcome() {
        #expect(loop(rise, status: "building").results[0].outcome == nil)
        #expect(loop(rise, status: "building").moved == Share(0, of: 0))
        #expect(loop(rise).results[0].measurements.count == 1)
        #expect(loop(rise).moved == Share(1, of: 1))
        #expect(loop(rise, shipped: "2027-03-31").results[0].outcome == .noData)
    }

    @Test func outcomesOfASolution() {
        func outcome(_ series: [String: [Double]]) -> (LoopMeasurement.Outcome?, Bool) {
            var portfolio = WrittenPortfolio(asOf: "2026-07-31")
            for (id, values) in series {
                portfolio = portfolio.with("metrics/\(id).md", front: "title: M\nperspective: customer")
                    .with("metrics/\(id).csv", monthly(from: 2026, 1, values))
            }
            portfolio = portfolio.with(
                "solutions/s.md",
                front:
                    "title: S\nstatus: shipped\nshipped: 2026-03-31\nmetrics: [\(series.keys.sorted().joined(separator: ", "))]"
            )
            let result = ClosedLoop(portfolio.linked().portfolio, asOf: portfolio.asOf).results[0]
            return (result.outcome, result.isLastingImprovement)
        }
        let better = [50.0, 50, 50, 60, 60, 60]
        let worse = [50.0, 50, 50, 40, 40, 40]
        let same = [50.0, 50, 50, 50, 50, 50]
        #expect(outcome(["a": better, "b": worse]) == (.worse, false))
        #expect(outcome(["a": better, "b": same, "c": []]) == (.improved, true))
        #expect(outcome(["a": same, "b": []]) == (.unchanged, false))
        #expect(outcome(["a": []]) == (.noData, false))
        #expect(outcome([:]) == (.noData, false))
        // Improved, but in July back to where it was
        #expect(outcome(["a": better + [50]]) == (.improved, false))
        #expect(outcome(["a": better + [50], "b": better]) == (.improved, true))
    }

    @Test func seriesThatMovesByItself() throws {
        // Up and down by 20 every half year: the move of 10 and more around 31 March 2026 is nothing new.
        let csv = monthly(from: 2023, 1, (0..<41).map { ($0 / 4) % 2 == 0 ? 50 : 70 })
        let found = measured(csv, metric: "noise: 1")
        let figures = try #require(found.figures)
        let own = try #require(figures.ownMovement)
        #expect(own.pairs.whole >= 8)
        #expect(figures.unchangedBecause == (own.share > 0.2 ? .ownMovement : nil))
        #expect(found.outcome == .unchanged)
    }

    @Test func fewPairsAreNotAsked() throws {
        // Two windows with their gap take 194 days: six months give few pairs.
        let short = monthly(from: 2025, 10, [1, 9, 1, 9, 1, 9, 20, 20, 20])
        #expect(try #require(measured(short).figures).ownMovement == nil)
    }

    /// The windows as they are written down in the text, day by day and row by row.
    private func plainly(
        _ points: [Series.Point], shipped: Int, width: Int, asOf: Int, change: Double?, seasonal: Bool
    ) -> (count: Int, asFar: Int) {
        func values(_ start: Int, _ end: Int) -> [Series.Point] {
            points.filter { $0.date.days > start && $0.date.days <= end }
        }
        func mean(_ points: [Series.Point]) -> Double { points.reduce(0) { $0 + $1.value } / Double(points.count) }
        var seen: Set<[[Series.Point]]> = []
        var asFar = 0
        for day in (asOf - 2500)...shipped where day + 14 + width <= shipped {
            let sets = [values(day - width, day), values(day + 14, day + 14 + width)]
            let then = seasonal ? [values(day - width - 365, day - 365), values(day - 351, day - 351 + width)] : []
            guard (sets + then).allSatisfy({ $0.count >= 2 }), seen.insert(sets + then).inserted else { continue }
            var moved = mean(sets[1]) - mean(sets[0])
            if seasonal { moved -= mean(then[1]) - mean(then[0]) }
            if let change, abs(moved).nineDecimals >= abs(change) { asFar += 1 }
        }
        return (seen.count, asFar)
    }

    @Test func windowsAgreeWithThoseOfTheText() throws {
        var numbers = SteadyNumbers(11)
        for run in 0..<24 {
            var points: [Series.Point] = []
            var date = 18_000
            for _ in 0..<Int.random(in: 3...90, using: &numbers) {
                date += Int.random(in: 1...(run % 3 == 0 ? 5 : 40), using: &numbers)
                points.append(
                    Series.Point(date: CivilDate(days: date), value: Double(Int.random(in: 0...9, using: &numbers))))
            }
            let shipped = date - Int.random(in: 10...150, using: &numbers)
            let asOf = date + Int.random(in: -20...20, using: &numbers)
            let means = WindowMeans(points)
            compareWindows(of: points, means, shipped: shipped, asOf: asOf)
            for seasonal in [true, false] {
                let plain = plainly(
                    points, shipped: shipped, width: 90, asOf: asOf, change: 1.5, seasonal: seasonal)
                let own = OwnMovement(by: 1.5, seasonal: seasonal, until: shipped, width: 90, in: means)
                #expect(own?.pairs == (plain.count >= 8 ? Share(plain.asFar, of: plain.count) : nil))
            }
        }
    }

    /// Each window against the values that the text puts into it.
    private func compareWindows(of points: [Series.Point], _ means: WindowMeans, shipped: Int, asOf: Int) {
        let windows = LoopWindows(around: shipped, width: 90, through: asOf, in: means)
        let expected: [(Range<Int>, Int, Int)] = [
            (windows.before, shipped - 90, min(shipped, asOf)),
            (windows.after, shipped + 14, min(shipped + 104, asOf)),
            (windows.beforeThen, shipped - 455, min(shipped, asOf) - 365),
            (windows.afterThen, shipped - 351, min(shipped + 104, asOf) - 365),
        ]
        for (places, start, end) in expected {
            let values = points.filter { $0.date.days > start && $0.date.days <= end }.map(\.value)
            #expect(points[places].map(\.value) == values)
            guard !values.isEmpty else { continue }
            #expect(abs(means.mean(places) - values.reduce(0, +) / Double(values.count)) < 1e-12)
        }
    }

    @Test func sumsDoNotBlur() {
        // 0.1 behind a sum of 1e16: a plain running sum would have lost it.
        let points = [1e16, 0.1, 0.1].enumerated().map { Series.Point(date: CivilDate(days: $0), value: $1) }
        #expect(WindowMeans(points).mean(1..<3).nineDecimals == 0.1)
    }

    @Test func movesWithItsSeries() throws {
        // The same series 28 days later, and shipped as much later, comes to the same figures.
        var numbers = SteadyNumbers(3)
        let values = (0..<1200).map { _ in Double(Int.random(in: 0...100, using: &numbers)) }
        func figures(_ shift: Int) throws -> LoopMeasurement.Figures? {
            let start = day("2023-01-01").days + shift
            let csv = "date,value\n" + values.enumerated().map { "\(CivilDate(days: start + $0).iso),\($1)\n" }.joined()
            let shipped = CivilDate(days: start + 1000).iso
            return loop(csv, metric: "frequency: daily", shipped: shipped, asOf: CivilDate(days: start + 1060).iso)
                .results[0].measurements[0].figures
        }
        let first = try #require(try figures(0))
        #expect(first.ownMovement != nil)
        #expect(try figures(28) == first)
    }

    @Test func tenYearsOfDaysAreQuick() {
        let points = (0..<3650).map { Series.Point(date: CivilDate(days: 15_000 + $0), value: Double($0 * 7919 % 101)) }
        let clock = ContinuousClock()
        let time = clock.measure {
            let means = WindowMeans(points)
            _ = OwnMovement(by: 1, seasonal: true, until: 18_500, width: 90, in: means)
        }
        #expect(time < .seconds(1))
    }
}
