import Journeys
import Testing

@testable import Scoring

@Suite struct ReviewTests {
    private func agenda(_ written: WrittenPortfolio, untouched: Set<Int> = []) -> ReviewAgenda {
        ReviewAgenda(PortfolioBasis(written.linked(), asOf: written.asOf), untouched: untouched)
    }

    private func journey(_ front: String, _ body: String = "") -> WrittenPortfolio {
        WrittenPortfolio()
            .with("journeys/j.md", front: "title: J\nlevel: lifecycle\n\(front)", body: "## S\n\n### T {#t}\n\n\(body)")
    }

    private func review(_ written: WrittenPortfolio, untouched: Set<Int> = []) throws -> Review {
        try #require(agenda(written, untouched: untouched).reviews[0])
    }

    @Test func overdue() throws {
        // 2026-11-30 is 92 days after 2026-08-30.
        let onTime = try review(journey("reviewed: 2026-08-30"))
        #expect(onTime.due == day("2026-11-30"))
        #expect(onTime.overdueDays == 0)
        #expect(onTime.kinds == [])
        let late = try review(journey("reviewed: 2026-08-29"))
        #expect(late.overdueDays == 1)
        #expect(late.kinds == [.overdue])
        // 13 days at a rhythm of 10, with one grievous pain: 3 / 10 × 2
        let pained = try review(
            journey(
                "reviewed: 2026-11-17\nreview: 10 days",
                "- **Pains:**\n  - A {severity=4}\n  - B {severity=3}\n  - C {severity=5 status=resolved}\n- **Employee pains:**\n  - D {severity=5}"
            ))
        #expect(pained.overdueDays == 3)
        #expect(pained.urgency == 0.6)
    }

    @Test func neverReviewed() throws {
        let found = try review(
            journey("review: monthly", "- **Evidence:** [E](../evidence/e.md)\n- **Pains:**\n  - A {severity=4}")
                .with("evidence/e.md", front: "title: E\ndate: 2026-11-01"), untouched: [0])
        #expect(found.due == nil)
        #expect(found.overdueDays == 31)
        #expect(found.kinds == [.overdue])
        // One rhythm: 1 × (1 + 1)
        #expect(found.urgency == 2)
    }

    @Test func onlyWhatCounts() {
        #expect(agenda(journey("status: draft")).reviews[0] == nil)
        #expect(agenda(journey("status: draft")).order == [])
    }

    @Test func metricOutsideItsLimits() throws {
        // Eight values, 10 and 12 in turn: mean 11, moving range 2, limits 11 ± 5.32.
        func written(_ last: Double, reviewed: String = "2026-10-15", values: Int = 8) -> WrittenPortfolio {
            journey("reviewed: \(reviewed)\nmetrics: [m]")
                .with("metrics/m.md", front: "title: M\nperspective: customer")
                .with(
                    "metrics/m.csv",
                    monthly(from: 2026, 10 - values + 1, (0..<values).map { $0 % 2 == 0 ? 10 : 12 } + [last]))
        }
        let found = try review(written(16.33))
        #expect(found.kinds == [.metric])
        guard case .metric(_, let limits) = found.triggers[0] else {
            Issue.record("\(found.triggers)")
            return
        }
        #expect((limits.mean, limits.low, limits.high, limits.values) == (11, 5.68, 16.32, 8))
        #expect(try review(written(16.32)).kinds == [])
        #expect(try review(written(5.67)).kinds == [.metric])
        #expect(try review(written(5.68)).kinds == [])
        #expect(try review(written(99, values: 7)).kinds == [])
        // The latest is of 30 November.
        #expect(try review(written(99, reviewed: "2026-11-30")).kinds == [])
    }

    @Test func atMostTwentyFourValuesCount() throws {
        // A wild first value is the 25th before the latest.
        let calm = (0..<24).map { Double($0 % 2) }
        func points(_ values: [Double]) -> [Series.Point] {
            values.enumerated().map { Series.Point(date: CivilDate(days: $0), value: $1) }
        }
        let limits = try #require(ControlLimits(points([900] + calm + [4])))
        #expect(limits.values == 24)
        // 0.5 ± 2.66
        #expect((limits.low, limits.high) == (-2.16, 3.16))
        #expect(limits.isBroken)
        #expect(ControlLimits([]) == nil)
    }

    @Test func evidenceThatIsNewer() throws {
        func written(
            _ date: String, reviewed: String = "2026-10-01", body: String = "- **Evidence:** [E](../evidence/e.md)"
        ) -> WrittenPortfolio {
            journey("reviewed: \(reviewed)", body).with("evidence/e.md", front: "title: E\ndate: \(date)")
                .with("insights/i.md", front: "title: I\ntype: gain\nevidence: [e]")
        }
        #expect(try review(written("2026-10-02")).kinds == [.evidence])
        #expect(try review(written("2026-10-01")).kinds == [])
        #expect(try review(written("2026-11-30")).kinds == [.evidence])
        #expect(try review(written("2026-12-01")).kinds == [])
        // A month stands for its first day.
        #expect(try review(written("2026-10")).kinds == [])
        #expect(try review(written("2026-11")).kinds == [.evidence])
        #expect(try review(written("2026-10-02", reviewed: "2026-10")).kinds == [.evidence])
        for body in [
            "> Q {evidence=e}", "- **Feeling:** Words {evidence=e}", "- **Gains:**\n  - G {evidence=e}",
            "- **Insights:** [I](../insights/i.md)",
        ] {
            #expect(try review(written("2026-10-02", body: body)).kinds == [.evidence], "\(body)")
        }
        #expect(try review(written("2026-10-02", body: "[E](../evidence/e.md)")).kinds == [])
    }

    @Test func solutionThatShipped() throws {
        func written(_ shipped: String, status: String = "shipped") -> WrittenPortfolio {
            journey("reviewed: 2026-10-01", "- **Solutions:** [S](../solutions/s.md)")
                .with("solutions/s.md", front: "title: S\nstatus: \(status)\nshipped: \(shipped)\nopportunities: []")
        }
        #expect(try review(written("2026-10-02")).kinds == [.solution])
        #expect(try review(written("2026-10-01")).kinds == [])
        // Statuses are not rewound: what has the status has shipped, whatever the day.
        #expect(try review(written("2026-12-01")).kinds == [.solution])
        #expect(try review(written("2026-10-02", status: "building")).kinds == [])
    }

    @Test func untouched() throws {
        #expect(try review(journey("reviewed: 2026-10-01"), untouched: [0]).kinds == [.untouched])
    }

    @Test func order() {
        var written = WrittenPortfolio()
        for (id, reviewed) in [("a", "2026-11-29"), ("b", "2026-08-01"), ("c", "2026-07-01"), ("d", "2026-08-01")] {
            written = written.with("journeys/\(id).md", front: "title: J\nlevel: lifecycle\nreviewed: \(reviewed)")
        }
        #expect(agenda(written).order == [2, 1, 3])
    }
}
