import Journeys
import Testing

@testable import Scoring

@Suite struct PriorityTests {
    /// A journey with two pains, one backed; an opportunity with what is given.
    private func portfolio(_ opportunities: [String: String], settings: String = "title: P") -> WrittenPortfolio {
        var portfolio = WrittenPortfolio(["portfolio.yml": settings])
            .with(
                "journeys/j.md", front: "title: J\nlevel: lifecycle",
                body: """
                    ## S

                    ### T

                    - **Pains:**
                      - One {#one severity=4 evidence=e}
                      - Two {#two severity=2}
                      - Three {#three}
                    - **Insights:** [I](../insights/i.md)
                    """
            )
            .with("evidence/e.md", front: "title: E\nmethod: survey\ndate: 2026-01-01")
            .with("insights/i.md", front: "title: I\ntype: pain\nseverity: 5\nevidence: [e]")
        for (id, front) in opportunities {
            portfolio = portfolio.with("opportunities/\(id).md", front: "title: O\n" + front)
        }
        return portfolio
    }

    private func ranking(_ written: WrittenPortfolio) -> PriorityRanking {
        PriorityRanking(PortfolioBasis(written.linked(), asOf: written.asOf))
    }

    private func priority(_ front: String, model: String = "weighted") -> Priority {
        ranking(portfolio(["o": front], settings: "scoring: {priority: {model: \(model)}}")).priorities[0]
    }

    @Test func weighted() {
        // C = 0.75, B = 0.5, E = 0.25: base = 100 × (0.3375 + 0.15 + 0.0625) = 55; nothing addressed: × 0.5
        let found = priority("customer_impact: 4\nbusiness_impact: 3\neffort: 4")
        #expect(found.value == 27.5)
        #expect(found.confidence?.value == 0.5)
        #expect(found.parts.map(\.scaled) == [0.75, 0.5, 0.25])
        #expect(abs(found.parts.reduce(0) { $0 + $1.points } - 55) < 1e-9)
    }

    @Test(arguments: [
        // Backed 4 of 4 + 2: 0.5 + 0.5 × 2 / 3
        ("[j#one, j#two]", 0.833333333), ("[j#one]", 1), ("[j#two]", 0.5),
        // Without a severity a finding weighs 1: 4 of 5
        ("[j#one, j#three]", 0.9),
        // The step means all findings there, the insight too: (4 + 5) of 4 + 2 + 1 + 5
        ("[j#t]", 0.875), ("[j#s]", 0.875),
        // What is addressed twice counts once.
        ("[j#t, j#two, i]", 0.875), ("[i]", 1), ("[]", 0.5),
    ])
    func confidence(addresses: String, value: Double) throws {
        let confidence = try #require(priority("addresses: \(addresses)").confidence?.value)
        #expect(abs(confidence - value) < 1e-9)
    }

    @Test func severityStandsIn() {
        // Severity 4 as the impact: C = 0.75, B = 1, E = 1: (33.75 + 30 + 25) × 1
        let found = priority("addresses: [j#one]\nbusiness_impact: 5\neffort: 1")
        #expect(found.value == 88.75)
        #expect(found.customerImpact == 4)
        guard case .severity = found.given[0].source else {
            Issue.record("\(found.given)")
            return
        }
        // The insight that is named at the step is the highest.
        #expect(priority("addresses: [j#t]").customerImpact == 5)
        #expect(priority("addresses: [j#three]").customerImpact == nil)
    }

    @Test func missingInputs() {
        let found = priority("business_impact: 3")
        #expect(found.value == nil)
        #expect(found.missing == [.customerImpact, .effort])
        #expect(priority("importance: 3", model: "ulwick").missing == [.satisfaction])
        let ranked = ranking(portfolio(["o": "business_impact: 3"]))
        #expect(ranked.order.isEmpty)
        #expect(ranked.unscored == [0])
    }

    @Test(arguments: [
        // 2000 × 2 × 0.8 / 4
        ("rice", "reach: 2000\nimpact: 2\nconfidence: 0.8\neffort: 4", 800.0),
        ("ice", "impact: 8\nconfidence: 5\nease: 3", 120),
        ("ice-mean", "impact: 8\nconfidence: 5\nease: 3", 5.333333333),
        // (8 + 5 + 3) / 5
        ("wsjf", "value: 8\ntime_criticality: 5\nrisk_reduction: 3\neffort: 5", 3.2),
        ("ulwick", "importance: 9\nsatisfaction: 4", 14), ("ulwick", "importance: 4\nsatisfaction: 9", 4),
    ])
    func otherModels(model: String, front: String, value: Double) {
        let found = priority(front, model: model)
        #expect(found.value == value)
        #expect(found.confidence == nil)
        let ranked = ranking(portfolio(["o": front], settings: "scoring: {priority: {model: \(model)}}"))
        #expect(ranked.ranks == [1])
        #expect(ranked.firmness == [nil])
    }

    @Test func weightsMayHaveAnySum() {
        let settings = "scoring: {priority: {customer_impact: 4.5, business_impact: 3, ease: 2.5}}"
        let found = ranking(portfolio(["o": "customer_impact: 4\nbusiness_impact: 3\neffort: 4"], settings: settings))
        #expect(found.priorities[0].value == 27.5)
        #expect(found.firmness[0]?.best == 1)
    }

    @Test func order() {
        let high = "customer_impact: 5\nbusiness_impact: 5\neffort: 1"
        let found = ranking(
            portfolio([
                "a": high + "\nstage: closed", "b": high + "\ndecision: wont", "c": high, "d": high,
                // Base 45 + 15 + 0 = 60 and 30 + 30 with a higher impact: 0.45 × 1 + 0.3 × 0.5 = 0.6; 0.45 × 0 …
                "e": "customer_impact: 5\nbusiness_impact: 3\neffort: 5",
                // 0.45 × 0.75 + 0.30 × 0.875 = 0.6, with less impact
                "f": "customer_impact: 4\nbusiness_impact: 4.5\neffort: 5",
            ]))
        #expect(found.ranks == [nil, nil, 1, 2, 3, 4])
        #expect(found.priorities[0].value == 50)
        #expect(found.priorities[4].value == 30)
        #expect(found.priorities[5].value == 30)
        // Equal under all weights: they share the better rank, and are a tie.
        #expect(found.firmness[2] == found.firmness[3])
        #expect(found.firmness[3]?.first == Share(231, of: 231))
        #expect(found.ties[2] == [3])
        #expect(found.ties[3] == [2])
        #expect(found.firmness[0] == nil)
    }

    @Test func nearWeightings() {
        let weights = PriorityWeights(ScoringSettings().priority)
        #expect(RankAcceptability.Weighting.all.count == 231)
        // Customer impact 5 … 13 twentieths, business impact 3 … 9, ease 3 … 7 (0.125 … 0.375): for each of the seven and five, the
        // first is 20 less the two, from 4 (9 + 7, out) to 14 (3 + 3, out): 35 - 2
        #expect(RankAcceptability.Weighting.all.filter { $0.isNear(weights) }.count == 33)
        var settings = ScoringSettings().priority
        settings.customerImpact = 0.98
        settings.businessImpact = 0.01
        settings.ease = 0.01
        #expect(!RankAcceptability.Weighting.all.contains { $0.isNear(PriorityWeights(settings)) })
    }

    @Test func noPointIsNear() {
        let settings = "scoring: {priority: {customer_impact: 0.98, business_impact: 0.01, ease: 0.01}}"
        let found = ranking(portfolio(["o": "customer_impact: 4\nbusiness_impact: 3\neffort: 4"], settings: settings))
        #expect(found.ranks == [1])
        #expect(found.firmness == [nil])
        #expect(found.ties == [[]])
    }

    @Test func ranksUnderOtherWeights() throws {
        // c is first by customer impact alone, b by business impact alone: under (i, j, k) c has 5 i / 20 of 100, b 5 j.
        let found = ranking(
            portfolio([
                "c": "customer_impact: 5\nbusiness_impact: 1\neffort: 5",
                "b": "customer_impact: 1\nbusiness_impact: 5\neffort: 5",
            ]))
        let business = try #require(found.firmness[0])
        let customer = try #require(found.firmness[1])
        #expect(found.ranks == [2, 1])
        // i ≥ j in as many points as j ≥ i; i = j where k is even: 11 points.
        #expect(customer.first == Share(121, of: 231))
        #expect(business.first == Share(121, of: 231))
        // Near: i = 20 - j - k. i < j: j = 9 with k = 3 … 6 gives i = 8 … 5: k = 3 → 8, 4 → 7, 5 → 6, 6 → 5; j = 8: k = 5 → 7, 6 → 6,
        // 7 → 5; j = 7: k = 7 → 6. i = j: j = 8, k = 4; j = 7, k = 6. So b is ahead in 8 of 33, equal in 2: 9 / 33 < 40%.
        #expect((customer.best, customer.worst) == (1, 2))
        #expect((business.best, business.worst) == (1, 2))
        #expect(found.ties == [[], []])
        #expect(customer.topThree == Share(33, of: 33))
    }

    @Test func agreesWithCountingOneByOne() {
        var numbers = SteadyNumbers(5)
        var opportunities: [String: String] = [:]
        for index in 0..<30 {
            func input() -> Int { Int.random(in: 1...5, using: &numbers) }
            let addresses = ["[]", "[j#one]", "[j#one, j#two]"].randomElement(using: &numbers) ?? "[]"
            opportunities["o\(index)"] =
                "customer_impact: \(input())\nbusiness_impact: \(input())\neffort: \(input())\naddresses: \(addresses)"
        }
        let found = ranking(portfolio(opportunities))
        let weights = PriorityWeights(ScoringSettings().priority)
        let near = RankAcceptability.Weighting.all.filter { $0.isNear(weights) }
        func value(_ index: Int, _ weighting: RankAcceptability.Weighting) -> Double {
            let parts = found.priorities[index].parts.map(\.scaled)
            let base =
                Double(weighting.customerImpact) * parts[0] + Double(weighting.businessImpact) * parts[1]
                + Double(weighting.ease) * parts[2]
            return (base * 5 * (found.priorities[index].confidence?.value ?? 0)).nineDecimals
        }
        func rank(_ index: Int, _ weighting: RankAcceptability.Weighting) -> Int {
            1 + found.order.filter { value($0, weighting) > value(index, weighting) }.count
        }
        for (place, index) in found.order.enumerated() {
            let ranks = near.map { rank(index, $0) }
            let firmness = found.firmness[index]
            #expect(firmness?.best == ranks.min())
            #expect(firmness?.worst == ranks.max())
            #expect(firmness?.topThree == Share(ranks.filter { $0 <= 3 }.count, of: near.count))
            #expect(firmness?.topTen == Share(ranks.filter { $0 <= 10 }.count, of: near.count))
            #expect(
                firmness?.first == Share(RankAcceptability.Weighting.all.filter { rank(index, $0) == 1 }.count, of: 231)
            )
            guard place + 1 < found.order.count else { continue }
            let next = found.order[place + 1]
            let ahead = near.reduce(0.0) { sum, weighting in
                let (own, other) = (value(index, weighting), value(next, weighting))
                return sum + (own > other ? 1 : own == other ? 0.5 : 0)
            }
            let share = ahead / Double(near.count)
            #expect(found.ties[index].contains(next) == (share >= 0.4 && share <= 0.6))
        }
        // In every weighting somebody is first.
        #expect(found.firmness.reduce(0) { $0 + ($1?.first.part ?? 0) } >= 231)
    }

    @Test func fiveThousandAreQuick() {
        let written = portfolio(["o": "customer_impact: 3\nbusiness_impact: 3\neffort: 3"])
        let one = ranking(written).priorities[0]
        let clock = ContinuousClock()
        let time = clock.measure {
            let found = RankAcceptability(
                Array(repeating: one, count: 5000), weights: PriorityWeights(ScoringSettings().priority))
            #expect(found.firmness.count == 5000)
        }
        #expect(time < .seconds(30))
    }
}
