import Disk
import Foundation
import Journeys
import Testing

@testable import waymark

@Suite struct ExplainTests {
    @Test func `A journey is explained to its last input`() async throws {
        let text = try await SmallPortfolio().explanation(of: "move")
        for part in [
            """
            Move
            content/journeys/move.md:1
            sub, owned by Bo, as of 2026-06-30

            Health                        50.09                  grade C, coverage 65%, range 32.56 to 67.56
            """,
            """
              experience                  34.52    × 40  +21.24
            """,
            """
                  worst                   25.00  × 0.25   +6.25
                    Before                   -1                  content/journeys/move.md:9
            """,
            """
                    The form is long       0.51     × 4          content/journeys/move.md:13
            """,
            """
                Its one customer metric, 'Happy movers', stands at 75 of 100.
                Happy movers              75.00     × 1  +75.00  content/metrics/csat.csv:3
              business outcomes               -    × 20
            """,
            """
            Progress                      50.00
            """,
            """
              The form is long            50.00     × 4  +50.00  underway  content/journeys/move.md:13

            Rolled up                     50.09                  from 1 of 1 journey

            Maturity: 1 of 5, Ad hoc
              Level 2 still asks for:
                three moments, or one at the lowest level
            """,
            """
            Review: never reviewed
            """,
            """
              back 'form' with evidence  +40.80                  trust  content/journeys/move.md:13
            """,
        ] {
            #expect(text.contains(part))
        }
        #expect(!text.split(separator: "\n").contains { $0.hasSuffix(" ") })
        #expect(!text.contains("\u{1B}"))
    }

    @Test func `Rolled health is told by stage, and a journey that does not count says so`() async throws {
        let portfolio = try SmallPortfolio()
        let life = try await portfolio.explanation(of: "life")
        #expect(life.contains("Life, with us\n"))
        #expect(life.contains("from 2 of 2 journeys"))
        #expect(life.contains("\n  Joining"))
        #expect(
            try await portfolio.explanation(of: "draft").contains("sub, not counted: draft, current, without an owner"))
    }

    @Test func `An opportunity, a solution and a metric are explained`() async throws {
        let portfolio = try SmallPortfolio()
        #expect(
            try await portfolio.explanation(of: "short-form").hasPrefix(
                """
                A short form
                content/opportunities/short-form.md:1
                stage discover, as of 2026-06-30

                Priority                 36.88                  rank 1 of 1, by the model 'weighted'
                  customer impact            4  × 0.45  +33.75  the severity of 'move#form' stands in
                  business impact            3   × 0.3  +15.00  content/opportunities/short-form.md:1
                  effort                     1  × 0.25  +25.00  content/opportunities/short-form.md:1
                  confidence             × 0.5                  0 of 4 by severity are backed by evidence
                """))
        let solution = try await portfolio.explanation(of: "form-two")
        #expect(solution.contains("Outcome: none, as it has not shipped\n"))
        #expect(solution.contains("Touches: one journey\n  Move"))
        let metric = try await portfolio.explanation(of: "csat")
        #expect(metric.contains("Attainment  75.00      70 on the way from the baseline 60, which counts 50"))
        #expect(metric.contains("2026-06-30, current  content/metrics/csat.csv:3"))
    }

    @Test func `Machines get the same as in the data of the site`() async throws {
        let portfolio = try SmallPortfolio()
        let content = ScoredContent(
            scored: try await portfolio.scored(), folder: try ContentFolder(portfolio.path), exitCode: .success)
        func read(_ id: String) throws -> [String: Any] {
            let text = ExplainCommand.json(
                of: Explained.subjects(named: id, in: content.scored.portfolio), in: content)
            return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any], "\(id)")
        }
        let journey = try read("move")
        #expect((journey["journey"] as? [String: Any])?["id"] as? String == "move")
        let scores = try #require(journey["scores"] as? [String: [String: Any]])
        #expect(scores["health"]?["value"] as? Double == 50.09)
        let opportunity = try read("short-form")
        #expect((opportunity["opportunity"] as? [String: Any])?["priority"] as? Double == 36.88)
        let inputs = try #require(opportunity["inputs"] as? [[String: Any]])
        #expect(inputs.map { $0["severity_of"] as? String } == ["move#form", nil, nil])
        #expect(inputs.map { $0["points"] as? Double } == [33.75, 15, 25])
        #expect((try read("form-two")["solution"] as? [String: Any])?["status"] as? String == "building")
        #expect((try read("csat")["metric"] as? [String: Any])?["attainment"] as? Double == 75)
    }

    @Test func `Colour is for terminals alone, and content can't drive one`() async throws {
        var files = SmallPortfolio.files
        files["journeys/move.md"]?.replace("title: Move", with: "title: \"Mo\\e[2Jve\"")
        let portfolio = try SmallPortfolio(files)
        #expect(try await portfolio.explanation(of: "move").hasPrefix("Mo\u{FFFD}[2Jve\n"))
        let coloured = try await portfolio.explanation(of: "move", in: TerminalText(isColoured: true))
        #expect(coloured.hasPrefix("\u{1B}[1mMo\u{FFFD}[2Jve\u{1B}[0m\n"))
    }

    @Test func `An unknown id gives the nearest one, and a known one without a score says so`() async throws {
        var files = SmallPortfolio.files
        files["personas/renter.md"] = "---\ntitle: Renter\n---\n"
        let portfolio = try await SmallPortfolio(files).scored().portfolio
        #expect(Explained.subjects(named: "mvoe", in: portfolio).isEmpty)
        #expect(Explained.unknown("mvoe", in: portfolio).hasSuffix("did you mean 'move'?"))
        #expect(Explained.unknown("renter", in: portfolio).hasPrefix("'renter' is a persona, which has no score"))
        #expect(Explained.unknown("\u{1B}[2J", in: portfolio).contains("\u{FFFD}[2J"))
    }
}
