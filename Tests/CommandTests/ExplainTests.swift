import Journeys
import Testing

@testable import waymark

@Suite struct ExplainTests {
    @Test func `A journey is explained to its last input`() async throws {
        let text = try await SmallPortfolio().explanation(of: "move")
        print(text)
        for line in [
            "Move\ncontent/journeys/move.md:1\nsub, owned by Bo, as of 2026-06-30\n",
        ] {
            #expect(text.contains(line))
        }
        #expect(!text.split(separator: "\n").contains { $0.hasSuffix(" ") })
    }

    @Test func `An opportunity, a solution and a metric are explained`() async throws {
        let portfolio = try SmallPortfolio()
        let opportunity = try await portfolio.explanation(of: "short-form")
        print(opportunity)
        let solution = try await portfolio.explanation(of: "form-two")
        print(solution)
        let metric = try await portfolio.explanation(of: "csat")
        print(metric)
    }

    @Test func `An unknown id gives the nearest one, and a known one without a score says so`() async throws {
        let portfolio = try await SmallPortfolio().scored().portfolio
        #expect(Explained.subjects(named: "mvoe", in: portfolio).isEmpty)
        #expect(Explained.unknown("mvoe", in: portfolio).hasSuffix("did you mean 'move'?"))
        #expect(Explained.unknown("\u{1B}[2J", in: portfolio).contains("\u{FFFD}[2J"))
    }
}
