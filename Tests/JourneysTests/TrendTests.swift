import Diagnostics
import Testing

@testable import Journeys

@Suite struct TrendTests {
    private func day(_ text: String) throws -> CivilDate { try #require(CivilDate(iso: text)) }

    private func read(_ text: String) -> Checked<Trend> {
        Trend.read(SourceText(path: "content/history.csv", text: text))
    }

    @Test func `Month ends go back from the day, which may be one`() throws {
        #expect(MonthEnd.last(3, upTo: try day("2024-03-30")).map(\.iso) == ["2023-12-31", "2024-01-31", "2024-02-29"])
        #expect(MonthEnd.last(2, upTo: try day("2026-11-30")).map(\.iso) == ["2026-10-31", "2026-11-30"])
        #expect(MonthEnd.last(0, upTo: try day("2026-11-30")).isEmpty)
        #expect(MonthEnd.isOne(try day("2024-02-29")))
        #expect(!MonthEnd.isOne(try day("2024-02-28")))
    }

    @Test(arguments: [("2026-11-15", "2026-09-30"), ("2026-09-30", "2026-06-30"), ("2026-01-01", "2025-12-31")])
    func `The last quarter is over`(asOf: String, end: String) throws {
        #expect(MonthEnd.lastOfQuarter(before: try day(asOf)).iso == end)
    }

    private static let small = """
        date,journey,health,trust,progress,maturity,status,measured,counting,untouched
        2026-09-30,b,50,60.5,,2,active,,,
        2026-09-30,,50,,,1,,1,2,
        2026-08-31,b,40.25,60,0,,,,,
        2026-10-31,a,100,,12.34,5,future,,,9c
        2026-10-31,b,,1,2,1,archived,,,
        """

    @Test func `Rows come in any order, and are kept by day and journey`() throws {
        let read = read(Self.small)
        #expect(read.diagnostics == [])
        let trend = read.value
        #expect(trend.days.map(\.iso) == ["2026-08-31", "2026-09-30", "2026-10-31"])
        #expect(trend.wholes == [nil, Trend.Whole(health: 50, maturity: 1, measured: 1, counting: 2), nil])
        #expect(trend.journeys == ["a", "b"])
        #expect(trend.place(of: "b") == 1)
        #expect(trend.place(of: "c") == nil)
        #expect(trend.figures(of: 1).map { $0?.health } == [40.25, 50, .some(nil)])
        #expect(trend.figures(of: 0).map { $0?.progress } == [nil, nil, 12.34])
        #expect(trend.figures(of: 1, on: 0)?.status == .active)
        #expect(trend.figures(of: 1, on: 0)?.maturity == nil)
        #expect(trend.figures(of: 0, on: 2)?.status == .future)
        #expect(trend.untouched == ["a": "9c"])
    }

    @Test func `A day knows nothing of later months`() throws {
        let trend = read(Self.small).value
        #expect(trend.known(on: try day("2026-10-31")) == trend)
        let known = trend.known(on: try day("2026-10-30"))
        #expect(known.days.map(\.iso) == ["2026-08-31", "2026-09-30"])
        #expect(known.journeys == ["b"])
        #expect(known.untouched == [:])
        #expect(trend.known(on: try day("2026-08-30")).isEmpty)
    }

    @Test func `Pages compare with what was known at the end of the last quarter`() throws {
        let trend = read(Self.small).value
        #expect(trend.lastQuarter(before: try day("2026-11-15")) == 1)
        #expect(trend.lastQuarter(before: try day("2027-02-01")) == 2)
        #expect(trend.lastQuarter(before: try day("2026-09-30")) == nil)
    }

    @Test(arguments: [
        "0", "7", "100", "100.0", "60.12", "0.01", "99.99", "12.345678",
    ])
    func `Scores are read to the last digit`(score: String) throws {
        let trend = read("date,journey,health,trust,progress,maturity\n2026-10-31,a,\(score),,,1\n").value
        #expect(trend.figures(of: 0, on: 0)?.health == Double(score))
    }

    @Test(arguments: ["-1", "100.01", "1.", ".5", "1.2.3", "1e2", "x", "+3", "1 000", "99999999999999999999"])
    func `What is no score is reported`(score: String) throws {
        let read = read("date,journey,health,trust,progress,maturity\n2026-10-31,a,\(score),,,1\n")
        #expect(read.diagnostics.map(\.code) == [.historyValue])
        #expect(read.value.journeys == [])
    }

    @Test func `An empty file and one without rows are no history`() {
        #expect(read("").diagnostics.map(\.code) == [.historyHeader])
        #expect(read("\n\n").diagnostics.map(\.code) == [.historyHeader])
        let bare = read("date,journey,health,trust,progress,maturity")
        #expect(bare.diagnostics == [])
        #expect(bare.value.isEmpty)
    }

    @Test func `Many months of many journeys are found again`() throws {
        var text = "date,journey,health,trust,progress,maturity\n"
        let months = MonthEnd.last(5, upTo: try day("2026-10-31"))
        // A journey comes in every month, so that the order of one month is never that of the next.
        for (number, month) in months.enumerated() {
            for journey in (0..<(10 + number)).reversed() { text += "\(month.iso),j\(journey),\(journey),,,1\n" }
        }
        let read = read(text)
        #expect(read.diagnostics == [])
        for journey in 0..<14 {
            let place = try #require(read.value.place(of: "j\(journey)"))
            let known = read.value.figures(of: place).compactMap { $0?.health }
            #expect(known == Array(repeating: Double(journey), count: min(5, 14 - journey)))
        }
    }
}
