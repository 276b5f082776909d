import Journeys
import Testing

@testable import Scoring

extension WrittenPortfolio {
    func basis() -> PortfolioBasis { PortfolioBasis(linked(), asOf: asOf) }
    func scored() -> ScoredPortfolio { ScoredPortfolio.score(linked(), asOf: asOf).value }

    /// One journey of the level `sub` that stands in no other.
    static func journey(_ front: String = "", _ body: String) -> WrittenPortfolio {
        WrittenPortfolio().with("journeys/j.md", front: "title: J\nlevel: sub\n\(front)", body: body)
    }
}

extension ScoredPortfolio {
    func journey(_ id: String) -> JourneyScores? {
        basis.portfolio.journeys.firstIndex { $0.id == id }.map { journeys[$0] }
    }
}

extension PortfolioBasis {
    func findings(ofJourney id: String) -> [String] {
        guard let journey = portfolio.journeys.firstIndex(where: { $0.id == id }) else { return [] }
        return findingsOfJourney[journey].map { findings[$0].id }
    }

    func addressed(by id: String) -> [String] {
        guard let opportunity = portfolio.opportunities.firstIndex(where: { $0.id == id }) else { return [] }
        return addressing.addressed[opportunity].map { identity in
            switch identity {
            case .own(let finding): name(of: finding)
            case .insight(let insight): portfolio.insights[insight].id
            }
        }
    }
}

@Suite struct BasisTests {
    @Test func momentsAreStepsBareStagesAndStagesWithSomethingOfTheirOwn() {
        let basis = WrittenPortfolio.journey(
            "",
            """
            ## Bare

            ## Felt
            - **Feeling:** Words alone
            ### Step one

            ## Found
            - **Pains:**
              - It hurts {#hurts severity=2}
            ### Step two

            ## Only done
            - **Doing:** Waits
            ### Step three
            """
        ).basis()
        #expect(basis.moments.map(\.title) == ["Bare", "Felt", "Step one", "Found", "Step two", "Step three"])
        #expect(basis.moments.map(\.isAssessed) == [false, false, false, true, false, false])
    }

    @Test func emotionsOfTransitionsAndOfSeveralPersonas() {
        let basis = WrittenPortfolio.journey(
            "",
            """
            ## A
            - **Feeling:**
              - -2 → +1 Up
              - 0 → -1 Down
              - Just words
            """
        ).basis()
        // Means -0.5 and -0.5; worst -2 and -1; ends +1 and -1.
        #expect(basis.moments[0].emotion?.value == -0.5)
        #expect(basis.moments[0].emotion?.worst == -1.5)
        #expect(basis.moments[0].emotion?.end == 0)
        #expect(basis.moments[0].emotions.count == 2)
    }

    @Test func findingsStandInTheOrderOfTheFile() {
        let basis = WrittenPortfolio.journey(
            "",
            """
            ## A
            - **Needs:** To know {#need}
            - **Insights:** [I](../insights/i.md), [again](../insights/i.md)
            - **Pains:** It hurts {#pain}
            """
        ).with("insights/i.md", front: "title: I\ntype: gain").basis()
        #expect(basis.findings(ofJourney: "j") == ["need", "i", "pain"])
        #expect(basis.findings.map(\.kind) == [.need, .gain, .pain])
    }

    /// life#a > sub#b > micro, all of which name the insight.
    private func nested(
        lifeNames: String = "A", subStatus: String = "active", microStatus: String = "active", microNames: Bool = true
    ) -> WrittenPortfolio {
        func names(_ isNamed: Bool) -> String { isNamed ? "- **Insights:** [I](../insights/i.md)\n" : "" }
        return WrittenPortfolio()
            .with("insights/i.md", front: "title: I\ntype: pain\nseverity: 4")
            .with(
                "journeys/life.md", front: "title: L\nlevel: lifecycle",
                body: "## A\n\(names(lifeNames == "A"))\n## Z\n\(names(lifeNames == "Z"))"
            )
            .with(
                "journeys/sub.md", front: "title: S\nlevel: sub\nparent: life#a\nstatus: \(subStatus)", body: "## B\n"
            )
            .with(
                "journeys/micro.md", front: "title: M\nlevel: micro\nparent: sub#b\nstatus: \(microStatus)",
                body: "## C\n\(names(microNames))")
    }

    @Test func anInsightIsOnlyShownAboveAJourneyInWhichItCounts() {
        let basis = nested().basis()
        #expect(basis.findings(ofJourney: "life").isEmpty)
        #expect(basis.findings(ofJourney: "micro") == ["i"])
        // What is only shown is no finding there.
        #expect(basis.moments.map(\.isAssessed) == [false, false, true, false])
    }

    @Test func itCountsAtAMomentUnderWhichItDoesNot() {
        let basis = nested(lifeNames: "Z").basis()
        #expect(basis.findings(ofJourney: "life") == ["i"])
        #expect(nested(microNames: false).basis().findings(ofJourney: "life") == ["i"])
    }

    @Test func onlyCountingJourneysTakeItFromTheMomentAbove() {
        // Neither the sub nor the micro journey counts: it counts above too.
        let drafts = nested(subStatus: "draft", microStatus: "draft").basis()
        #expect(drafts.findings(ofJourney: "life") == ["i"])
        #expect(drafts.findings(ofJourney: "micro") == ["i"])
        // The micro journey counts, but what stands under the moment is a draft.
        #expect(nested(subStatus: "draft").basis().findings(ofJourney: "life") == ["i"])
        // The sub journey counts, and below it the insight does.
        #expect(nested(microStatus: "draft").basis().findings(ofJourney: "life").isEmpty)
    }

    @Test func aShownInsightMakesNoMomentOfAStageWithSteps() {
        let shown = nested().with(
            "journeys/life.md", front: "title: L\nlevel: lifecycle",
            body: "## A\n- **Insights:** [I](../insights/i.md)\n### Step\n")
        #expect(shown.basis().moments.filter { $0.journey == 0 }.map(\.title) == ["Step"])
        let counting = shown.with("journeys/micro.md", front: "title: M\nlevel: micro\nparent: sub#b", body: "## C\n")
        #expect(counting.basis().moments.filter { $0.journey == 0 }.map(\.title) == ["A", "Step"])
    }

    @Test func aStepOrStageInAddressesMeansAllFindingsThere() {
        let portfolio = WrittenPortfolio.journey(
            "",
            """
            ## A
            - **Pains:** Own {#own}
            ### One
            - **Insights:** [I](../insights/i.md)
            - **Gains:** Good {#good}
            - **Pains:** Bad {#bad}
            ### Two
            - **Pains:** Worse {#worse}
            ## B
            - **Pains:** Else {#else}
            """
        )
        .with("insights/i.md", front: "title: I\ntype: pain")
        .with("insights/loose.md", front: "title: Loose\ntype: pain")
        .with("opportunities/finding.md", front: "title: O\naddresses: [j#bad, j#bad]")
        .with("opportunities/step.md", front: "title: O\naddresses: [j#one]")
        .with("opportunities/stage.md", front: "title: O\naddresses: [j#a]")
        .with("opportunities/insight.md", front: "title: O\naddresses: [loose, i]")
        let basis = portfolio.basis()
        #expect(basis.addressed(by: "finding") == ["j#bad"])
        #expect(basis.addressed(by: "step") == ["j#good", "j#bad", "i"])
        #expect(basis.addressed(by: "stage") == ["j#own", "j#good", "j#bad", "j#worse", "i"])
        #expect(basis.addressed(by: "insight") == ["i", "loose"])
    }

    @Test func whatAddressesAnInsightAnywhereAddressesItEverywhere() {
        let basis = WrittenPortfolio.journey("", "## A\n- **Insights:** [I](../insights/i.md)\n")
            .with(
                "journeys/k.md", front: "title: K\nlevel: sub", body: "## B\n- **Insights:** [I](../insights/i.md)\n"
            )
            .with("insights/i.md", front: "title: I\ntype: pain")
            .with("opportunities/o.md", front: "title: O\naddresses: [k#b]")
            .with("solutions/s.md", front: "title: S\nopportunities: [o]")
            .basis()
        #expect(basis.findings.indices.map { Array(basis.opportunities(addressing: $0)) } == [[0], [0]])
        #expect(basis.touching.journeys.map(Array.init) == [[0, 1]])
    }

    @Test func metricsOfAJourneyCountOnce() {
        let basis = WrittenPortfolio.journey(
            "metrics: [b]",
            """
            ## A
            - **Metrics:** [A](../metrics/a.md)
            ### One
            - **Metrics:** [B](../metrics/b.md), [A](../metrics/a.md)
            """
        )
        .with("metrics/a.md", front: "title: A\nperspective: customer")
        .with("metrics/b.md", front: "title: B\nperspective: business").basis()
        #expect(basis.metricsOfJourney.map(Array.init) == [[1, 0]])
        #expect(basis.moments.map(\.metrics) == [[1, 0]])
        #expect(basis.journeysOfMetric.map(Array.init) == [[0], [0]])
    }

    @Test func aSolutionTouchesWhatNamesIt() {
        let basis = WrittenPortfolio.journey("", "## A\n- **Solutions:** [S](../solutions/s.md)\n### One\n")
            .with("solutions/s.md", front: "title: S").basis()
        #expect(basis.touching.solutions.map(Array.init) == [[0]])
    }
}
