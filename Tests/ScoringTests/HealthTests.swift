import Journeys
import Testing

@testable import Scoring

func isClose(_ left: Double?, _ right: Double?) -> Bool {
    guard let left, let right else { return left == nil && right == nil }
    return abs(left - right) < 1e-6
}

@Suite struct HealthTests {
    private func health(_ portfolio: WrittenPortfolio) -> Health? { portfolio.scored().journey("j")?.health }
    private func explained(_ portfolio: WrittenPortfolio) -> ExplainedHealth? {
        portfolio.scored().journey("j")?.explained.health
    }

    private static let threeSteps = """
        ## A
        ### One {.moment-of-truth}
        - **Feeling:** -2 → 0 Down and up
        ### Two
        - **Feeling:** +1 Fine
        ### Three
        ## B
        - **Feeling:** +1 → +2 Well
        """

    @Test func emotionFollowsThePeakEndRule() {
        // Means -1 (twice), 1, 1.5: mean 0.5 / 4 = 0.125. Worst -2. End 2.
        // E = 0.0625 - 0.5 + 0.5 = 0.0625; (0.0625 + 2) / 4 × 100 = 51.5625.
        let health = explained(.journey("", Self.threeSteps))
        #expect(isClose(health?.emotion.value, 51.5625))
        #expect(health?.emotion.contributions.map(\.name) == [.mean, .worst, .end])
        #expect(
            health?.emotion.explanation == .emotion(low: 0, felt: 3, moments: 4, worst: "One", value: -2))
    }

    @Test func theTopLevelHasNoEnd() {
        // E = 0.7 × 0.125 - 0.3 × 2 = -0.5125; (1.4875) / 4 × 100 = 37.1875.
        let top = WrittenPortfolio().with("journeys/j.md", front: "title: J\nlevel: lifecycle", body: Self.threeSteps)
        #expect(isClose(health(top)?.emotion.value, 37.1875))
        #expect(explained(top)?.emotion.contributions.map(\.name) == [.mean, .worst])
    }

    @Test func reliefCombinesPainsAtAMomentAndSpreadsOverAssessedOnes() {
        let portfolio = WrittenPortfolio.journey(
            "",
            """
            ## A
            ### One
            - **Pains:**
              - Five {severity=5}
              - Half of three {severity=3 reach=0.5}
              - Resolved {severity=5 status=resolved resolved=2026-01-01}
              - Not assessed
            ### Two
            - **Gains:** Good
            ### Three
            """)
        // Factors: 1 - 0.8 = 0.2; 1 - 0.8 × 0.36 × 0.5 = 0.856. d = 1 - 0.1712 = 0.8288 at One, 0 at Two; Three is not assessed.
        // 100 × (1 - (0.5 × 0.4144 + 0.5 × 0.8288)) = 37.84
        let health = explained(portfolio)
        #expect(isClose(health?.relief.value, 37.84))
        #expect(isClose(health?.experience.value, 37.84))
        #expect(
            health?.relief.explanation
                == .relief(isOfCustomers: true, open: 2, severe: 1, unrated: 1, worst: "One"))
        #expect(health?.operations.value == nil)
    }

    @Test func reliefIsMeasuredWhereAPainWithASeverityWasResolved() {
        let resolved = health(.journey("", "## A\n- **Pains:** Gone {severity=3 status=resolved}\n"))
        #expect(resolved?.relief.value == 100)
        let unrated = health(.journey("", "## A\n- **Pains:** There\n"))
        #expect(unrated?.relief.value == nil)
        #expect(unrated?.experience.value == nil)
        #expect(unrated?.grade == nil)
        #expect(unrated?.low == 0)
        #expect(unrated?.high == 100)
        #expect(unrated?.coverage == 0)
    }

    @Test func operationsAreReliefOverEmployeePains() {
        // d = 0.8 × (4 / 5)² = 0.512; one moment: 100 × (1 - 0.512) = 48.8.
        let health = explained(.journey("", "## A\n- **Employee pains:** Typed twice {severity=4}\n"))
        #expect(isClose(health?.operations.value, 48.8))
        #expect(health?.relief.value == nil)
        #expect(
            health?.operations.explanation
                == .relief(isOfCustomers: false, open: 1, severe: 1, unrated: 0, worst: "A"))
    }

    @Test func anInsightHurtsLikeAPain() {
        let portfolio = WrittenPortfolio.journey("", "## A\n- **Insights:** [I](../insights/i.md)\n")
            .with("insights/i.md", front: "title: I\ntype: pain\nseverity: 5\nreach: 0.5")
        // d = 0.8 × 0.5 = 0.4
        #expect(isClose(health(portfolio)?.relief.value, 60))
    }

    private static let measured = WrittenPortfolio.journey(
        "metrics: [a, b, c, d]",
        "## A\n- **Feeling:** +1 Fine\n- **Pains:** Some {severity=5 reach=0.5}\n"
    )
    .with("metrics/a.md", front: "title: A\nperspective: customer\nbaseline: 50\ntarget: 70")
    .with("metrics/a.csv", "date,value\n2026-10-31,60\n")
    .with("metrics/b.md", front: "title: B\nperspective: customer\ntarget: 10\ndirection: down")
    .with("metrics/b.csv", "date,value\n2026-10-31,20\n")
    .with("metrics/c.md", front: "title: C\nperspective: business\ntarget: 10")
    .with("metrics/d.md", front: "title: D\nperspective: customer\ntarget: 10")

    @Test func healthIsTheMeanByWeightOfWhatIsMeasured() {
        // Emotion (1 + 2) / 4 × 100 = 75; relief 60; experience 0.6 × 75 + 0.4 × 60 = 69.
        // Customer outcomes: A half way, 75; B 10 / 20, 50; D has no value: 62.5. Business: not measured.
        // (40 × 69 + 25 × 62.5) / 65 = 66.5; coverage 0.65; low 43.225, high 78.225.
        let health = health(Self.measured)
        #expect(isClose(health?.experience.value, 69))
        #expect(isClose(health?.customerOutcomes.value, 62.5))
        #expect(health?.businessOutcomes.value == nil)
        #expect(isClose(health?.value, 66.5))
        #expect(isClose(health?.coverage, 0.65))
        #expect(isClose(health?.low, 43.225))
        #expect(isClose(health?.high, 78.225))
        #expect(health?.grade == .b)
        #expect(health?.isProvisional == false)
        let explained = explained(Self.measured)
        #expect(explained?.businessOutcomes.explanation == .outcomesNotMeasured(.business, metrics: 1))
        #expect(
            explained?.customerOutcomes.explanation
                == .outcomes(.customer, measured: 2, metrics: 3, lowest: "B", value: 50))
        #expect(
            explained?.score.explanation
                == .health([
                    .init(name: .experience, value: health?.experience.value),
                    .init(name: .customerOutcomes, value: health?.customerOutcomes.value),
                    .init(name: .businessOutcomes, value: nil), .init(name: .operations, value: nil),
                ]))
    }

    @Test func weightsComeFromTheSettings() {
        // 10 × 69 + 90 × 62.5 over 100.
        let portfolio = Self.measured.with(
            "portfolio.yml",
            "scoring:\n  health: {experience: 10, customer_outcomes: 90, business_outcomes: 0, operations: 0}\n")
        #expect(isClose(health(portfolio)?.value, 63.15))
        #expect(health(portfolio)?.coverage == 1)
    }

    @Test func aWeightOfZeroMeasuresNothing() {
        let portfolio = Self.measured.with(
            "portfolio.yml",
            "scoring:\n  health: {experience: 0, customer_outcomes: 0, business_outcomes: 1, operations: 1}\n")
        #expect(health(portfolio)?.value == nil)
        #expect(health(portfolio)?.coverage == 0)
    }

    @Test func coverageOfAHalfIsNotProvisional() {
        let feeling = WrittenPortfolio.journey("", "## A\n- **Feeling:** +1 Fine\n")
        #expect(health(feeling)?.isProvisional == true)
        let half = feeling.with(
            "portfolio.yml",
            "scoring:\n  health: {experience: 3, customer_outcomes: 1, business_outcomes: 1, operations: 1}\n")
        #expect(health(half)?.isProvisional == false)
    }

    @Test func gradesAreTakenFromTwoDecimals() {
        let grades = ScoringSettings().grades
        #expect(Health.Grade(79.995, grades) == .a)
        #expect(Health.Grade(79.9949, grades) == .b)
        #expect(Health.Grade(65, grades) == .b)
        #expect(Health.Grade(50, grades) == .c)
        #expect(Health.Grade(35, grades) == .d)
        #expect(Health.Grade(34.99, grades) == .e)
        #expect(Health.Grade.a > Health.Grade.b)
    }
}
