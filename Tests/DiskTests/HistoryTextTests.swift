import Journeys
import Scoring
import Testing

@testable import Disk

@Suite struct HistoryTextTests {
    @Test func `States come back from text as they were`() throws {
        let states: [History.State] = [
            .broken(errors: 2, first: "journeys/a.md: what \u{200B}is this"),
            .scored(
                History.Figures(
                    health: nil, journeysMeasured: Share(0, of: 2), maturity: 0,
                    journeys: [
                        History.JourneyFigures(
                            id: "日本 語",
                            figures: Trend.Figures(
                                health: 0.1 + 0.2, trust: nil, progress: 100, maturity: 5, status: .future))
                    ])),
        ]
        for state in states { #expect(HistoryText.state(from: HistoryText.lines(of: state)) == state) }
        for lines in [
            [], ["health"], ["health\tx\t1\t1", "maturity\t1"], ["health\t1\t1\t1", "maturity\t1", "journey\ta"],
            ["health\t1\t1\t1", "maturity\t1", "journey\ta\t1\t1\t1\t1\tgone"],
        ] {
            #expect(HistoryText.state(from: lines) == nil)
        }
    }
}
