import Diagnostics
import Journeys
import Testing

@testable import Scoring

@Suite struct ScoreChecksTests {
    private func checks(_ front: String, model: String = "weighted") -> [Diagnostic] {
        let written = WrittenPortfolio(["portfolio.yml": "scoring: {priority: {model: \(model)}}"])
            .with(
                "journeys/j.md", front: "title: J\nlevel: lifecycle",
                body: "## S\n\n- **Pains:**\n  - One {#one severity=4}\n  - Two {#two}"
            )
            .with("opportunities/o.md", front: "title: O\n" + front)
        return ScoredPortfolio.score(written.linked(), asOf: written.asOf).value.checks(root: "content/")
    }

    @Test func `An opportunity that lacks values is told of in one message`() {
        let found = checks("customer_impact: 4")
        #expect(found.map(\.code) == [.opportunityWithoutValues] && found.map(\.severity) == [.warning])
        #expect(found.first?.location == Location(path: "content/opportunities/o.md", range: 0..<0))
        #expect(found.first?.message == "'o' has no 'business_impact' and 'effort', so it has no priority")
        #expect(
            checks("effort: 2", model: "rice").first?.message
                == "'o' has no 'reach', 'impact' and 'confidence', so it has no priority")
    }

    @Test func `A severity that is addressed stands in for impact on customers`() {
        #expect(checks("addresses: ['j#one']\nbusiness_impact: 3\neffort: 2").isEmpty)
        #expect(checks("addresses: ['j#two']\nbusiness_impact: 3\neffort: 2").count == 1)
    }

    @Test func `What is closed, decided against or misread is left alone`() {
        #expect(checks("stage: closed").isEmpty)
        #expect(checks("decision: wont").isEmpty)
        // It is an error already.
        #expect(checks("customer_impact: 4\nbusiness_impact: 3\neffort: much").isEmpty)
        #expect(checks("customer_impact: 4\nbusiness_impact: 3\nefort: 2").isEmpty)
    }
}
