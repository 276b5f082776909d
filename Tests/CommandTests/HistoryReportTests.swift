import Diagnostics
import Disk
import Foundation
import Journeys
import Scoring
import Testing

@testable import waymark

@Suite struct HistoryReportTests {
    private func report() throws -> HistoryReport {
        func day(_ text: String) throws -> CivilDate { try #require(CivilDate(iso: text)) }
        func figures(_ health: Double?, _ progress: Double?) -> History.State {
            .scored(
                History.Figures(
                    health: health, journeysMeasured: Share(1, of: 2), maturity: 2,
                    journeys: [
                        History.JourneyFigures(
                            id: "move",
                            figures: Trend.Figures(
                                health: health, trust: 50, progress: progress, maturity: 2, status: .active))
                    ]))
        }
        return HistoryReport(
            History(
                points: [
                    History.Point(day: try day("2026-01-31"), commit: nil, state: .cutOff),
                    History.Point(day: try day("2026-02-28"), commit: "aaaaaaaaaaaa", state: figures(40, nil)),
                    History.Point(
                        day: try day("2026-03-31"), commit: "bbbbbbbbbbbb",
                        state: .broken(errors: 2, first: "journeys/a.md: no")),
                    History.Point(day: try day("2026-04-30"), commit: "cccccccccccc", state: figures(55.5, 25)),
                ], untouched: ["move": "8f3a"]), asOf: try day("2026-05-15"))
    }

    @Test func `Months and journeys are a line each`() throws {
        let report = try report()
        #expect(
            report.table(in: .plain) == """
                month end   commit     health  change  measured  maturity
                2026-02-28  aaaaaaaaa    40.0            1 of 2         2
                2026-03-31  bbbbbbbbb                                      left out: 2 errors in the content, first journeys/a.md: no
                2026-04-30  ccccccccc    55.5   +15.5    1 of 2         2

                journey  health  last  change  trust  change  progress  change
                move     ▄·▅     55.5   +15.5   50.0     0.0      25.0

                Reviewed by date alone: in a year nothing else of the file has changed.
                  move

                """)
        #expect(report.notes.count == 1)
        #expect(report.notes.first?.contains("git fetch --unshallow") == true)
    }

    @Test func `What was recorded is told in a line`() {
        let trend = Trend.read(
            SourceText(
                path: "history.csv",
                text: "date,journey,health,trust,progress,maturity\n2026-02-28,,40,,,1\n2026-04-30,,41,,,1\n")
        ).value
        let path = "content/history.csv"
        #expect(
            HistoryCommand.closing(.written, trend, kept: 1, path: path)
                == "waymark: 'content/history.csv' has 2 month ends, from 2026-02-28 to 2026-04-30, 1 of them from before\n"
        )
        #expect(
            HistoryCommand.closing(.unchanged, trend, kept: 0, path: path)
                == "waymark: 'content/history.csv' still has 2 month ends, from 2026-02-28 to 2026-04-30\n")
        #expect(HistoryCommand.closing(.nothing, .none, kept: 0, path: path) == "waymark: nothing was recorded\n")
    }

    @Test func `JSON says of each month why there is nothing`() throws {
        let json = try report().json
        let read = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
        let months = try #require(read?["months"] as? [[String: Any]])
        #expect(months.map { $0["state"] as? String } == ["cut-off", "scored", "broken", "scored"])
        #expect(months[2]["error"] as? String == "journeys/a.md: no")
        #expect(read?["untouched"] as? [String] == ["move"])
    }
}
