import Journeys
import Testing

@testable import Scoring

@Suite struct NextActionTests {
    private func actions(_ portfolio: WrittenPortfolio) -> [String] {
        (portfolio.scored().journey("j")?.nextActions ?? []).map {
            "\($0.action.rawValue) \($0.subject) \($0.score.rawValue) \(figure($0.gain))"
        }
    }

    /// Whole numbers without a point.
    private func figure(_ gain: Double) -> String {
        gain == gain.rounded() ? "\(Int(gain))" : "\((gain * 100).rounded() / 100)"
    }

    @Test func theBestThreeByGainThenByName() {
        // Trust is stewardship alone, as there are no claims: owner and review 25 each, a current metric 15.
        let portfolio = WrittenPortfolio.journey("metrics: [n, m]", "## A\n")
            .with("metrics/m.md", front: "title: M\nperspective: customer")
            .with("metrics/n.md", front: "title: N\nperspective: customer")
        #expect(
            actions(portfolio) == ["name-owner j trust 25", "review j trust 25", "update-metric m trust 15"])
        #expect(actions(.journey("owner: Ada\nreviewed: 2026-11-30", "## A\n")).isEmpty)
    }

    @Test func aReviewGainsWhatIsMissing() {
        // Age 138 of 92: half of it is left, 12.5.
        #expect(actions(.journey("owner: Ada\nreviewed: 2026-07-15", "## A\n")) == ["review j trust 12.5"])
    }

    private static let pains = WrittenPortfolio.journey(
        "owner: Ada\nreviewed: 2026-11-30",
        """
        ## A
        ### One
        - **Pains:**
          - Here {#b severity=4 evidence=talks}
          - There {#a severity=4 reach=0.5 evidence=talks}
        ### Two
        - **Pains:** Minor {#c severity=2 evidence=talks}
        """
    ).with("evidence/talks.md", front: "title: T\nmethod: interview\ndate: 2026-01-01")

    @Test func painsGainInHealthAndProgress() {
        // Progress 0: resolving one of two of severity 4 gains 50, an opportunity 12.5. Health: see below. 50 is the most.
        // Of the two, 'b' hurts more people: health gains more, but the gain that counts is that of progress, so names decide.
        #expect(actions(Self.pains) == ["resolve-pain a progress 50", "open-opportunity a progress 12.5"])
    }

    @Test func resolvingGainsHealthWhereProgressIsNotMeasured() {
        // d = 0.8 × 0.16 = 0.128: relief 87.2, and health is that.
        let portfolio = WrittenPortfolio.journey(
            "owner: Ada\nreviewed: 2026-11-30", "## A\n- **Pains:** Minor {#c severity=2 evidence=talks}\n"
        ).with("evidence/talks.md", front: "title: T\nmethod: interview\ndate: 2026-01-01")
        #expect(actions(portfolio) == ["resolve-pain c health 12.8"])
    }

    @Test func backingGainsTrust() {
        let portfolio = WrittenPortfolio.journey(
            "owner: Ada\nreviewed: 2026-11-30",
            """
            ## A {.moment-of-truth}
            - **Feeling:** +1 Well
            - **Gains:**
              - Good {#good severity=3}
              - Fine {#fine severity=3}
            """)
        // 3 of 8 by weight, backed and fresh: 100 × 0.85 × 0.375 × 0.6.
        #expect(actions(portfolio) == ["back-finding fine trust 19.13"])
    }

    @Test func anInsightIsMendedEverywhereAtOnce() {
        let portfolio = WrittenPortfolio.journey(
            "owner: Ada\nreviewed: 2026-11-30",
            "## A\n- **Insights:** [I](../insights/i.md)\n## B\n- **Insights:** [I](../insights/i.md)\n"
                + "- **Pains:** Own {#a severity=2}\n"
        ).with("insights/i.md", front: "title: I\ntype: pain\nseverity: 3")
        // Two occurrences of severity 3, and a pain too light for progress: progress 100 and 25; trust 60 × 0.85 × 6 / 8 = 38.25.
        #expect(
            actions(portfolio) == [
                "resolve-pain i progress 100", "back-finding i trust 38.25", "open-opportunity i progress 25",
            ])
    }
}
