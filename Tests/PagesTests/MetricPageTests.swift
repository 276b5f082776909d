import Journeys
import Testing

@testable import Pages

@Suite struct MetricPageTests {
    private static func page(_ csv: String, unit: String = "points, 1 to 7") throws -> String {
        let sample = SamplePortfolio.small
            .with(
                "metrics/csat.md",
                "---\ntitle: Happy movers\nunit: \"\(unit)\"\nperspective: customer\ntarget: 5.5\n---\n"
            )
            .with("metrics/csat.csv", csv)
        return try #require(sample.pages()["metrics/csat.html"])
    }

    @Test func `a unit is told once in a line`() throws {
        let html = try Self.page("date,value\n2026-10-31,4.95\n")
        #expect(html.contains("4.95\u{A0}points, 1 to 7</b> <span>target 5.5: short of it</span>"))
    }

    @Test func `values of a column have as many decimals as one of them needs`() throws {
        let html = try Self.page("date,value\n2026-09-30,4.95\n2026-10-31,5\n", unit: "")
        #expect(html.contains(">5.00</td>") && html.contains(">4.95</td>"))
    }

    @Test func `the latest value of each segment has a row, and the whole says how it comes from them`() throws {
        let html = try Self.page(
            """
            date,value,segment,sample
            2026-09-30,4,renters,10
            2026-09-30,5,owners,30
            2026-10-31,4.5,renters,12
            2026-10-31,6,owners,36

            """)
        #expect(html.contains("mean over the segments, weighted by sample."))
        #expect(html.contains("owners</span>\n</th><td class=\"number\" data-label=\"Latest\">6.0"))
        #expect(html.contains("data-label=\"Sample\">36</td>"))
        let alike = try Self.page("date,value,segment\n2026-10-31,4,a\n2026-10-31,5,b\n")
        #expect(alike.contains("each of which counts the same.") && !alike.contains(">Sample</th>"))
        let whole = try Self.page("date,value,segment\n2026-10-31,4,a\n2026-10-31,5,\n")
        #expect(whole.contains("By segment") && !whole.contains("mean over the segments"))
        #expect(!(try Self.page("date,value\n2026-10-31,4\n")).contains("By segment"))
    }
}

@Suite struct GoalStandingTests {
    private static func standing(by: String?, target: Double? = nil, latest: Double?) throws -> GoalStanding {
        var file = "---\ntitle: G\nmetric: csat\n"
        if let by { file += "by: \(by)\n" }
        if let target { file += "target: \(target)\n" }
        let portfolio = SamplePortfolio.small.with("goals/stay.md", file + "---\n").scored().portfolio
        return GoalStanding(
            portfolio.goals[0], of: portfolio.metrics[0], latest: latest,
            asOf: try #require(CivilDate(iso: "2026-11-15")))
    }

    @Test func `a goal is reached, missed, due or open`() throws {
        #expect(try Self.standing(by: "2026-06-30", latest: 80) == .reached)
        #expect(try Self.standing(by: "2027-06-30", target: 60, latest: 61) == .reached)
        #expect(try Self.standing(by: "2026-11-14", latest: 79) == .missed)
        #expect(try Self.standing(by: "2026-11-14", latest: nil) == .unmeasured)
        #expect(try Self.standing(by: "2026-11-15", latest: 79) == .due(days: 0))
        #expect(try Self.standing(by: "2026-11", latest: 79) == .due(days: 15))
        #expect(try Self.standing(by: nil, latest: 79) == .open)
    }

    @Test func `goals stand by day, each with how it stands`() throws {
        let pages = SamplePortfolio.small
            .with("goals/a.md", "---\ntitle: Aa\nmetric: csat\n---\n")
            .with("goals/b.md", "---\ntitle: Zz\nmetric: csat\nby: 2026-06-30\n---\n").pages()
        let html = try #require(pages["goals.html"])
        let places = try ["Zz</a>", "Keep movers</a>", "Aa</a>"].map { try #require(html.range(of: $0)).lowerBound }
        #expect(places == places.sorted())
        #expect(html.contains("class=\"late\" data-label=\"Status\"><span dir=\"auto\">missed"))
        #expect(html.contains("due in 7 months"))
        let own = try #require(pages["goals/stay.html"])
        #expect(own.contains("due in 7 months") && own.contains("chart narrow"))
    }
}
