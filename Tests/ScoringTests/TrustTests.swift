import Journeys
import Testing

@testable import Scoring

@Suite struct TrustTests {
    private func trust(_ portfolio: WrittenPortfolio) -> Trust? { portfolio.scored().journey("j")?.trust }
    private func explained(_ portfolio: WrittenPortfolio) -> ExplainedTrust? {
        portfolio.scored().journey("j")?.explained.trust
    }

    private static func claims(_ evidence: String, _ front: String = "") -> WrittenPortfolio {
        WrittenPortfolio.journey(
            front,
            """
            ## A
            ### One {.moment-of-truth}
            - **Feeling:**
              - -1 Cross {evidence=\(evidence)}
              - +1 Calm
              - Words alone {evidence=\(evidence)}
            - **Pains:** Bad {severity=4 evidence=\(evidence)}
            ### Two
            - **Feeling:** 0 Fine
            - **Gains:** Good
            """)
    }

    @Test func claimsWeighSeverityAndMomentsOfTruth() {
        let portfolio = Self.claims("talks").with(
            "evidence/talks.md", front: "title: T\nmethod: interview\ndate: 2026-01-01")
        // Feelings 2 + 2 + 1, findings 4 + 1: 10. Backed and fresh: 2 + 4 = 6. Qualitative alone: 0.5.
        // 100 × (0.6 × 0.6 + 0.25 × 0.6 + 0.15 × 0.5) = 58.5
        let trust = trust(portfolio)
        #expect(isClose(trust?.evidence.value, 58.5))
        #expect(trust?.evidence.backed == 0.6)
        #expect(trust?.evidence.fresh == 0.6)
        #expect(trust?.evidence.mixed == 0.5)
        #expect(
            explained(portfolio)?.evidence.explanation
                == .evidence(backed: 2, claims: 5, fresh: 0.6, isQualitative: true, isQuantitative: false))
    }

    private static let dates: [(String, Double)] = [
        // 548 days before 2026-11-30 is 2025-05-31.
        ("2025-05-31", 0.6), ("2025-05-30", 0), ("2026-11-30", 0.6), ("2026-12-01", 0),
        // A month by its last day, but not after the day; one that has not begun counts for nothing.
        ("2025-05", 0.6), ("2025-04", 0), ("2026-11", 0.6), ("2026", 0.6), ("2026-12", 0), ("2024", 0),
    ]

    @Test(arguments: dates) func freshness(date: String, share: Double) {
        let portfolio = Self.claims("talks").with(
            "evidence/talks.md", front: "title: T\nmethod: interview\ndate: \(date)")
        #expect(trust(portfolio)?.evidence.fresh == share)
        #expect(trust(portfolio)?.evidence.backed == 0.6)
    }

    @Test func freshnessComesFromTheSettings() {
        let portfolio = Self.claims("talks")
            .with("evidence/talks.md", front: "title: T\nmethod: interview\ndate: 2026-11-20")
            .with("portfolio.yml", "scoring:\n  evidence: {fresh: 9}\n")
        #expect(trust(portfolio)?.evidence.fresh == 0)
    }

    @Test func evidenceIsMixedAcrossClaims() {
        let both = Self.claims("talks,survey")
            .with("evidence/talks.md", front: "title: T\nmethod: tickets\ndate: 2026-01-01")
            .with("evidence/survey.md", front: "title: S\nmethod: survey\ndate: 2020-01-01")
        #expect(trust(both)?.evidence.mixed == 1)
        let metric = Self.claims("talks", "metrics: [m]")
            .with("evidence/talks.md", front: "title: T\nmethod: interview\ndate: 2026-01-01")
            .with("metrics/m.md", front: "title: M\nperspective: business")
        #expect(trust(metric)?.evidence.mixed == 0.5)
        #expect(trust(metric.with("metrics/m.csv", "date,value\n2026-12-01,1\n"))?.evidence.mixed == 0.5)
        #expect(trust(metric.with("metrics/m.csv", "date,value\n2020-01-01,1\n"))?.evidence.mixed == 1)
        // Nothing that is cited is there: no kind at all.
        #expect(trust(Self.claims("nowhere"))?.evidence.mixed == 0)
        #expect(trust(Self.claims("nowhere"))?.evidence.backed == 0)
    }

    @Test func withoutClaimsThereIsStewardshipAlone() {
        // Placed and nothing else: 0. Trust is that, and coverage is 0.4.
        let trust = trust(.journey("owner: Ada", "## A\n"))
        #expect(trust?.evidence.value == nil)
        #expect(trust?.evidence.mixed == nil)
        #expect(trust?.value == 25)
        #expect(trust?.score.coverage == 0.4)
    }

    /// The days of a quarter that are left, of 92, in a review's 25 points.
    private static let reviews: [(String, Double)] = [
        // Quarterly: 92 days. As of 2026-11-30: 92 days before is 2026-08-30, 184 days before 2026-05-30.
        ("2026-08-30", 92), ("2026-08-29", 91), ("2026-07-15", 46), ("2026-05-31", 1),
        ("2026-05-30", 0), ("2020", 0),
        // A month by its first day; one that has not begun is no review.
        ("2026-11", 92), ("2026-12", 0), ("2026-12-05", 92),
    ]

    @Test(arguments: reviews) func reviewInTime(date: String, left: Double) {
        let trust = trust(.journey("reviewed: \(date)", "## A\n"))
        #expect(isClose(trust?.stewardship.value, 25 * left / 92))
    }

    @Test func stewardshipCountsWhatIsThere() {
        let portfolio = WrittenPortfolio.journey(
            "owner: Ada\nparent: life\nmetrics: [m]\nreviewed: 2026-11-30",
            """
            ## A
            ### Whole
            - **Doing:** Waits
            - **Feeling:** 0 Fine
            - **Channels:** web
            ### No feeling
            - **Doing:** Waits
            - **Feeling:** Words
            - **Touchpoints:** Form
            ### No contact
            - **Doing:** Waits
            - **Feeling:** 0 Fine
            """
        )
        .with("journeys/life.md", front: "title: L\nlevel: lifecycle", body: "## A\n")
        .with("metrics/m.md", front: "title: M\nperspective: business")
        // 25 + 25 + 20 / 3 + 0 + 15
        #expect(isClose(trust(portfolio)?.stewardship.value, 65 + 20 / 3.0))
        #expect(
            explained(portfolio)?.stewardship.explanation
                == .stewardship(
                    hasOwner: true, reviewed: 1, described: Share(1, of: 3), hasCurrentMetric: false, isPlaced: true))
        // Monthly: 62 days. 2026-09-29 is 62 days before.
        let current = portfolio.with("metrics/m.csv", "date,value\n2026-09-29,1\n")
        #expect(isClose(trust(current)?.stewardship.value, 80 + 20 / 3.0))
        let stale = portfolio.with("metrics/m.csv", "date,value\n2026-09-28,1\n")
        #expect(isClose(trust(stale)?.stewardship.value, 65 + 20 / 3.0))
        // 0.6 evidence + 0.4 stewardship: three claims, none backed, no kind.
        #expect(isClose(trust(portfolio)?.value, 0.4 * (65 + 20 / 3.0)))
    }

    @Test func theTopLevelIsPlaced() {
        let top = WrittenPortfolio().with("journeys/j.md", front: "title: J\nlevel: lifecycle", body: "")
        #expect(trust(top)?.stewardship.value == 15)
        #expect(trust(.journey("parent: nowhere", ""))?.stewardship.value == 0)
    }
}
