import Journeys
import Scoring
import Templates
import Testing

@testable import Pages

@Suite struct TrendPageTests {
    /// Two months and a quarter before today, one of them after the quarter; 'gone' is there no more.
    private static let history = """
        date,journey,health,trust,progress,maturity,status,measured,counting,untouched
        2026-06-30,,40,,,1,,2,3,
        2026-06-30,move,30.25,20,,1,active,,,
        2026-06-30,gone,10,20,,1,archived,,,
        2026-09-30,,45.5,,,1,,2,3,
        2026-09-30,move,70.5,20,50,1,active,,,
        2026-10-31,move,,30,50,1,active,,,
        2027-01-31,move,99,99,99,5,active,,,
        """
    private static let sample = SamplePortfolio.small.with("history.csv", history)
    private static let pages = sample.pages()

    private func page(_ path: String) throws -> String { try #require(Self.pages[path], "there is no page '\(path)'") }

    private func health(of id: String) throws -> Double? {
        let scored = ScoredPortfolio.score(Self.sample.linked().value, asOf: Self.sample.asOf).value
        let index = try #require(scored.portfolio.journeys.firstIndex { $0.id == id })
        return scored.journeys[index].health.value
    }

    @Test func `a score has its change since the last quarter, with a shape, a sign and the day`() throws {
        #expect(Self.sample.linked().diagnostics == [])
        let change = try #require(try health(of: "move")) - 70.5
        let shape = change > 0 ? "▲" : "▼"
        let tenths = Int((abs(change) * 10).rounded())
        let figure = "\(change > 0 ? "+" : "\u{2212}")\(tenths / 10).\(tenths % 10)"
        let expected =
            "<span class=\"change \(change > 0 ? "up" : "down")\"><span aria-hidden=\"true\">\(shape)</span> \(figure)</span> <span class=\"since\">since 30 September 2026</span>"
        #expect(try page("journeys/move.html").contains(expected))
        #expect(try page("scorecards/move.html").contains(expected))
        #expect(try page("journeys.html").contains("\(shape)</span> \(figure)</span>"))
    }

    @Test func `a scorecard draws how each score went, and says it in words`() throws {
        let card = try page("scorecards/move.html")
        #expect(card.contains("<title>Health</title><desc>From 30 in Jun 2026 to "))
        #expect(card.contains("<title>Trust</title><desc>From 20 in Jun 2026 to "))
        #expect(!card.contains("2027"))
        #expect(!card.contains("no-history"))
    }

    @Test func `the portfolio says how it moved, and what moved most`() throws {
        let start = try page("index.html")
        #expect(start.contains("<title>Health</title><desc>From 40 in Jun 2026 to "))
        #expect(start.contains("What moved most"))
        #expect(start.contains("Health since 30 September 2026"))
        #expect(start.contains(", from 71 to "))
        #expect(start.contains("href=\"journeys/move.html\""))
    }

    @Test func `a journey that came since is new, and not from nothing`() throws {
        let list = try page("journeys.html")
        #expect(list.contains("Since Sep 2026"))
        #expect(list.contains("<span class=\"change even\">new</span>"))
    }

    @Test func `without a history one page says how to get one, and two that there is none`() throws {
        let pages = SamplePortfolio.small.pages()
        for (path, html) in pages {
            #expect(html.contains("waymark history --record") == (path == "changes.html"), "\(path)")
            let isTold = path == "index.html" || path.hasPrefix("scorecards/")
            #expect(html.contains("No history is recorded yet.") == isTold, "\(path)")
        }
        for path in ["journeys.html", "journeys/move.html"] {
            #expect(!(try #require(pages[path]).contains("Since ")), "\(path)")
        }
        #expect(pages["data/history.csv"] == nil)
    }

    @Test func `a history that does not reach back to a quarter says so`() throws {
        let young = SamplePortfolio.small.with(
            "history.csv", "date,journey,health,trust,progress,maturity\n2026-10-31,move,50,20,50,1\n")
        let pages = young.pages()
        let start = try #require(pages["index.html"])
        #expect(start.contains("Nothing is recorded from before 30 September 2026"))
        #expect(try #require(pages["changes.html"]).contains("once more of the history is there"))
        let card = try #require(pages["scorecards/move.html"])
        #expect(card.contains("<title>Health</title><desc>From 50 in Oct 2026 to "))
        #expect(!card.contains("class=\"change"))
    }

    @Test func `data has the trend, and the changes that pages show`() throws {
        let data = try Self.sample.data()
        let portfolio = try #require(data["data/portfolio.json"])
        #expect(
            portfolio.contains(
                #"{"date": "2026-09-30", "health": {"value": 45.5, "journeys": 2, "of": 3}, "maturity": 1}"#))
        #expect(portfolio.contains(#""change": {"since": "2026-09-30", "health": "#))
        #expect(!portfolio.contains("2027-01-31"))
        let journey = try #require(data["data/journeys/move.json"])
        #expect(
            journey.contains(
                #"{"date": "2026-10-31", "health": null, "trust": 30, "progress": 50, "maturity": 1, "status": "active"}"#
            ))
        let table = try #require(data["data/history.csv"])
        #expect(
            table.hasPrefix(
                "date,journey,health,trust,progress,maturity,status,measured,counting\n2026-06-30,,40,,,1,,2,3\n"))
        #expect(table.contains("\n2026-06-30,gone,10,20,,1,archived,,\n"))
        #expect(!table.contains("2027"))
        let source = try #require(DefaultTemplates.files.first { $0.path == "data/portfolio.schema.json" })
        let schema = try #require(JSONSchema(source.text.description))
        #expect(schema.problems(of: portfolio) == [])
    }

    @Test func `every link leads somewhere`() {
        #expect(Self.pages.deadLinks == [])
    }
}

@Suite struct TrendLineTests {
    private func line(_ values: [Double?]) throws -> TrendLine {
        let days = (0..<values.count).map { CivilDate(days: 20_000 + $0) }
        return TrendLine(
            Course(
                Array(values.dropLast()), on: Array(days.dropLast()), before: nil, today: try #require(values.last),
                asOf: try #require(days.last)))
    }

    private func path(_ values: [Double?]) throws -> String {
        var page = PageBuffer()
        try line(values).draw(into: &page)
        return String(decoding: page.bytes, as: UTF8.self)
    }

    @Test func `the line breaks where nothing was measured, and begins with the first value`() throws {
        // A value alone is a dot.
        #expect(try path([nil, 50, nil, 60, 70]) == "M4 24L4 24M68 14L100 4")
    }

    @Test func `a small move is drawn small, and a large one fills the height`() throws {
        #expect(try path([50, 51]) == "M4 14.5L100 13.5")
        #expect(try path([0, 100]) == "M4 24L100 4")
        // At the ends of the scale there is no room on one side.
        #expect(try path([99, 100]) == "M4 5L100 4")
        #expect(try path([0, 0]) == "M4 24L100 24")
    }

    @Test func `a change is the difference of what data files say`() {
        let course = Course(
            [60.87], on: [CivilDate(days: 1)], before: 0, today: 61.234_567, asOf: CivilDate(days: 2))
        #expect(course.change == 0.36)
        // A month end that is today is today.
        let same = Course([60.87], on: [CivilDate(days: 1)], before: nil, today: 61, asOf: CivilDate(days: 1))
        #expect(same.points == [Course.Point(day: CivilDate(days: 1), value: 61)])
    }
}
