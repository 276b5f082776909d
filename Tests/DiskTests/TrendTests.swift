import Journeys
import Scoring
import Testing

@testable import Disk

@Suite struct TrendTests {
    private func day(_ text: String) throws -> CivilDate { try #require(CivilDate(iso: text)) }

    @Test func `Month ends go back from the day, which may be one`() throws {
        #expect(MonthEnd.last(3, upTo: try day("2024-03-30")).map(\.iso) == ["2023-12-31", "2024-01-31", "2024-02-29"])
        #expect(MonthEnd.last(2, upTo: try day("2026-11-30")).map(\.iso) == ["2026-10-31", "2026-11-30"])
        #expect(MonthEnd.last(0, upTo: try day("2026-11-30")).isEmpty)
    }

    @Test(arguments: [("2026-11-15", "2026-09-30"), ("2026-09-30", "2026-06-30"), ("2026-01-01", "2025-12-31")])
    func `The last quarter is over`(asOf: String, end: String) throws {
        #expect(MonthEnd.lastOfQuarter(before: try day(asOf)).iso == end)
    }

    @Test func `A page finds the quarter before`() throws {
        func figures(_ health: Double) -> Trend.State {
            .scored(Trend.Figures(health: health, journeysMeasured: Share(1, of: 1), maturity: 1, journeys: []))
        }
        let trend = Trend(
            points: [
                Trend.Point(day: try day("2026-08-31"), commit: "a", state: figures(40)),
                Trend.Point(day: try day("2026-09-30"), commit: "b", state: figures(50)),
                Trend.Point(day: try day("2026-10-31"), commit: "c", state: figures(60)),
            ], untouched: [])
        #expect(trend.lastQuarter(before: try day("2026-11-15"))?.figures?.health == 50)
        #expect(trend.lastQuarter(before: try day("2026-09-15")) == nil)
    }

    @Test func `States come back from text as they were`() throws {
        let states: [Trend.State] = [
            .broken(errors: 2, first: "journeys/a.md: what \u{200B}is this"),
            .scored(
                Trend.Figures(
                    health: nil, journeysMeasured: Share(0, of: 2), maturity: 0,
                    journeys: [
                        Trend.JourneyFigures(id: "日本 語", health: 0.1 + 0.2, trust: nil, progress: 100, maturity: 5)
                    ])),
        ]
        for state in states { #expect(TrendText.state(from: TrendText.lines(of: state)) == state) }
        for lines in [
            [], ["health"], ["health\tx\t1\t1", "maturity\t1"], ["health\t1\t1\t1", "maturity\t1", "journey\ta"],
        ] {
            #expect(TrendText.state(from: lines) == nil)
        }
    }
}
