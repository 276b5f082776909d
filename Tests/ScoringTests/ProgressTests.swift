import Journeys
import Testing

@testable import Scoring

@Suite struct ProgressTests {
    private func progress(_ portfolio: WrittenPortfolio) -> Score? {
        portfolio.scored().journey("j")?.explained.progress
    }

    private static let pains = WrittenPortfolio.journey(
        "",
        """
        ## A
        - **Pains:**
          - Five {#five severity=5}
          - Minor {#minor severity=2}
          - Not assessed {#none}
        - **Employee pains:** Three {#three severity=3}
        - **Needs:** Need {#need severity=5}
        """)

    private static func opportunity(_ more: String = "") -> WrittenPortfolio {
        pains.with("opportunities/o.md", front: "title: O\naddresses: [j#five]\n\(more)")
    }

    private static func solution(_ front: String) -> WrittenPortfolio {
        opportunity().with("solutions/s.md", front: "title: S\nopportunities: [o]\n\(front)")
    }

    @Test func painsOfThreeAndMoreCountBySeverity() {
        #expect(progress(Self.pains)?.value == 0)
        #expect(progress(Self.pains)?.contributions.map(\.weight) == [5, 3])
        #expect(
            progress(Self.pains)?.explanation == .progress(pains: 2, untouched: 2, shipped: 0))
    }

    @Test func anOpportunityIsAQuarterOfTheWay() {
        // 0.25 × 5 / 8
        #expect(progress(Self.opportunity())?.value == 15.625)
        #expect(progress(Self.opportunity("decision: later\nstage: closed"))?.value == 15.625)
        #expect(progress(Self.opportunity("decision: wont"))?.value == 0)
    }

    @Test func anOpportunitiesLaneOnlyShows() {
        let shown = WrittenPortfolio.journey(
            "", "## A\n- **Pains:** Bad {severity=5}\n- **Opportunities:** [O](../opportunities/o.md)\n"
        ).with("opportunities/o.md", front: "title: O")
        #expect(progress(shown)?.value == 0)
    }

    @Test func solutionsTakeItFurther() {
        // Of 5 / 8: idea 0.25, planned 0.5, shipped 0.75.
        #expect(progress(Self.solution("status: idea"))?.value == 15.625)
        #expect(progress(Self.solution("status: rejected"))?.value == 15.625)
        #expect(progress(Self.solution("status: planned"))?.value == 31.25)
        #expect(progress(Self.solution("status: building"))?.value == 31.25)
        #expect(progress(Self.solution("status: shipped\nshipped: 2026-11-01"))?.value == 46.875)
        let wont = Self.solution("status: building").with(
            "opportunities/o.md", front: "title: O\naddresses: [j#five]\ndecision: wont")
        #expect(progress(wont)?.value == 0)
    }

    @Test func anImprovementThatLastsIsTheWholeWay() {
        func shipped(_ values: [Double]) -> WrittenPortfolio {
            Self.solution("status: shipped\nshipped: 2026-03-31\nmetrics: [m]")
                .with("metrics/m.md", front: "title: M\nperspective: customer")
                .with("metrics/m.csv", monthly(from: 2026, 1, values))
        }
        // Before 52, after 62: improved; the latest is above 52, or not.
        #expect(progress(shipped([50, 52, 54, 60, 62, 64, 53]))?.value == 62.5)
        #expect(progress(shipped([50, 52, 54, 60, 62, 64, 51]))?.value == 46.875)
    }

    private static let resolutions: [(String, Double?)] = [
        // 365 days before 2026-11-30 is 2025-11-30. Resolved: 5 of 8; left out: 0 of 3.
        ("resolved=2025-11-30", 62.5), ("resolved=2025-11-29", 0), ("resolved=2026-11", 62.5), ("", 0),
        ("resolved=2026-12", 0), ("resolved=2026-12-01", 62.5),
    ]

    @Test(arguments: resolutions) func resolvedPainsCountForAYear(attribute: String, value: Double?) {
        let portfolio = WrittenPortfolio.journey(
            "",
            "## A\n- **Pains:**\n  - Five {severity=5 status=resolved \(attribute)}\n  - Three {severity=3}\n")
        #expect(progress(portfolio)?.value == value)
    }

    @Test func withoutSuchPainsItIsNotMeasured() {
        #expect(progress(.journey("", "## A\n- **Pains:** Two {severity=2}\n"))?.value == nil)
        #expect(progress(.journey("", "## A\n- **Pains:** Old {severity=5 status=resolved}\n"))?.value == nil)
    }

    @Test func anInsightOfTypePainIsAmongThem() {
        let portfolio = WrittenPortfolio.journey(
            "", "## A\n- **Insights:** [I](../insights/i.md), [G](../insights/g.md)\n"
        )
        .with("insights/i.md", front: "title: I\ntype: pain\nseverity: 4")
        .with("insights/g.md", front: "title: G\ntype: gain\nseverity: 4")
        .with("opportunities/o.md", front: "title: O\naddresses: [i]")
        #expect(progress(portfolio)?.value == 25)
    }
}
