import Journeys
import Testing

@testable import Scoring

@Suite struct MaturityTests {
    private func maturity(_ portfolio: WrittenPortfolio) -> Maturity? { portfolio.scored().journey("j")?.maturity }

    private static let steps = """
        ## A
        - **Pains:** Bad {#bad severity=4 evidence=talks}
        ### One
        ### Two
        """

    private static func journey(_ front: String, _ body: String = steps) -> WrittenPortfolio {
        WrittenPortfolio.journey(front, body)
            .with("evidence/talks.md", front: "title: T\nmethod: interview\ndate: 2026-01-01")
            .with("journeys/life.md", front: "title: L\nlevel: lifecycle\nmetrics: [c]", body: "## A\n")
            .with("metrics/c.md", front: "title: C\nperspective: customer\ntarget: 10")
            .with("metrics/c.csv", monthly(from: 2026, 1, [5, 5, 5, 8, 8, 8, 8, 8, 8, 8]))
            .with("metrics/b.md", front: "title: B\nperspective: business\ntarget: 10")
            .with("metrics/b.csv", "date,value\n2026-10-31,5\n")
    }

    private static let defined = "owner: Ada\nparent: life#a"
    private static let managed = defined + "\nreviewed: 2026-11-01"

    private static let addressed = journey(managed).with(
        "opportunities/o.md", front: "title: O\naddresses: [j#bad]")

    @Test func definedAsksForOwnerPlaceAndMoments() {
        #expect(maturity(Self.journey(""))?.level == 1)
        #expect(maturity(Self.journey(""))?.unmet == [.owner, .place])
        #expect(maturity(Self.journey(Self.defined))?.level == 2)
        // One moment is enough at the lowest level only.
        #expect(maturity(Self.journey(Self.defined, "## A\n### One\n### Two\n"))?.unmet == [.moments])
        let lowest = Self.journey(Self.defined, "## A\n").with("portfolio.yml", "levels: [lifecycle, sub]\n")
        #expect(maturity(lowest)?.level == 2)
    }

    @Test func managedAsksForAReviewAndOpportunities() {
        #expect(maturity(Self.journey(Self.defined))?.unmet == [.reviewed, .opportunities])
        #expect(maturity(Self.journey(Self.managed))?.unmet == [.opportunities])
        #expect(maturity(Self.addressed)?.level == 3)
        // 92 days are in time, 93 are not.
        let late = Self.addressed.with(
            "journeys/j.md", front: "title: J\nlevel: sub\n\(Self.defined)\nreviewed: 2026-08-29", body: Self.steps)
        #expect(maturity(late)?.unmet == [.reviewed])
        // Half by severity: 3 of 6.
        let half = Self.addressed.with(
            "journeys/j.md", front: "title: J\nlevel: sub\n\(Self.managed)",
            body: "## A\n- **Pains:**\n  - B {#bad severity=3}\n  - C {severity=3}\n### One\n### Two\n")
        #expect(maturity(half)?.level == 3)
    }

    @Test func optimisedTakesMetricsFromAbove() {
        // The customer metric is the lifecycle's, the business metric its own.
        #expect(maturity(Self.addressed)?.unmet == [.businessMetric])
        let own = Self.addressed.with(
            "journeys/j.md", front: "title: J\nlevel: sub\n\(Self.managed)\nmetrics: [b]", body: Self.steps)
        #expect(maturity(own)?.level == 4)
        #expect(maturity(own.with("metrics/b.csv", "date,value\n2026-09-28,5\n"))?.unmet == [.businessMetric])
        #expect(
            maturity(own.with("metrics/c.md", front: "title: C\nperspective: customer"))?.unmet == [.customerMetric])
    }

    @Test func customerCentricAsksForAnImprovementAboveOrBelow() {
        let own = Self.addressed.with(
            "journeys/j.md", front: "title: J\nlevel: sub\n\(Self.managed)\nmetrics: [b]", body: Self.steps)
        #expect(maturity(own)?.unmet == [.progress, .improvement])
        func shipped(_ day: String, at journey: String) -> WrittenPortfolio {
            own.with(
                "solutions/s.md", front: "title: S\nstatus: shipped\nshipped: \(day)\nmetrics: [c]\nopportunities: [o]"
            ).with("opportunities/o.md", front: "title: O\naddresses: [\(journey)]")
        }
        // March's end: before 5, after 8 at once and still.
        #expect(maturity(shipped("2026-03-31", at: "j#bad"))?.level == 5)
        // One that touches the lifecycle above: the pain has lost its opportunity.
        let above = shipped("2026-03-31", at: "j#bad").with(
            "solutions/s.md", front: "title: S\nstatus: shipped\nshipped: 2026-03-31\nmetrics: [c]"
        ).with(
            "journeys/life.md", front: "title: L\nlevel: lifecycle\nmetrics: [c]",
            body: "## A\n- **Solutions:** [S](../solutions/s.md)\n")
        #expect(maturity(above)?.unmet == [.progress])
        #expect(maturity(own)?.allUnmet == [.progress, .improvement])
    }

    @Test func thePortfolioIsWhereThreeQuartersAre() {
        #expect(PortfolioMaturity([]).level == 0)
        #expect(PortfolioMaturity([]).reached == [0, 0, 0, 0, 0])
        #expect(PortfolioMaturity([4, 3, 3, 1]).level == 3)
        #expect(PortfolioMaturity([4, 3, 1, 1]).level == 1)
        #expect(PortfolioMaturity([4, 3, 3, 1]).reached == [4, 3, 3, 1, 0])
    }
}
