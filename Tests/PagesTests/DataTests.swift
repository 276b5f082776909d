import Foundation
import Journeys
import Testing

@testable import Pages

@Suite struct DataTests {
    private static let portfolios = [
        SamplePortfolio.small, SamplePortfolio.empty, SamplePortfolio.hostile, DataGolden.portfolio,
    ]

    @Test func `a portfolio that was scored by hand has these bytes`() throws {
        #expect(DataGolden.portfolio.linked().diagnostics.map(\.message) == [])
        let text = try #require(try DataGolden.portfolio.data()["data/portfolio.json"])
        let (lines, expected) = (text.split(separator: "\n"), DataGolden.json.split(separator: "\n"))
        for (line, other) in zip(lines, expected) where line != other {
            Issue.record("\(line)\nis not\n\(other)")
        }
        #expect(text == DataGolden.json)
    }

    @Test(arguments: portfolios.indices)
    func `what is published is what the schema says`(index: Int) throws {
        let source = try #require(DefaultTemplates.files.first { $0.path == "data/portfolio.schema.json" })
        let schema = try #require(JSONSchema(source.text.description))
        let text = try #require(try Self.portfolios[index].data()["data/portfolio.json"])
        for problem in schema.problems(of: text) { Issue.record("\(problem)") }
    }

    @Test func `the schema sees what is wrong`() throws {
        let source = try #require(DefaultTemplates.files.first { $0.path == "data/portfolio.schema.json" })
        let schema = try #require(JSONSchema(source.text.description))
        let text = DataGolden.json
        for (right, wrong) in [
            ("\"schema\": 1", "\"schema\": 2"), ("\"owner\": null,\n", ""), ("\"grade\": \"B\"", "\"grade\": \"F\""),
            ("\"severity\": 4", "\"severity\": 6"), ("\"severity\": 4", "\"severity\": 4.5"),
            ("\"provisional\": false", "\"provisional\": 0"), ("\"provisional\": false", "\"provisional\": null"),
            ("\"due\": \"2026-10-01\"", "\"due\": \"1 October\""), ("\"rank\": 1", "\"rank\": 1, \"more\": 1"),
            ("\"coverage\": 0.65", "\"coverage\": 65"), ("\"parent\": null", "\"parent\": \"life\""),
        ] {
            #expect(text.contains(right))
            #expect(schema.problems(of: text.replacing(right, with: wrong)) != [], "\(wrong)")
        }
    }

    @Test func `the schema is published beside the data`() {
        let pages = SamplePortfolio.small.pages()
        #expect(pages["data/portfolio.schema.json"] != nil)
        #expect(pages["data/portfolio.json"] != nil)
        #expect(pages["data/journeys/move.json"] != nil)
        #expect(pages["reviews.ics"] != nil)
    }

    @Test(arguments: portfolios.indices)
    func `all of it can be read, and is the same every time`(index: Int) throws {
        let data = try Self.portfolios[index].data()
        for (path, text) in data where path.hasSuffix(".json") {
            #expect(JSONSchema.parse(text) != nil, "\(path)")
            #expect(text.utf8.allSatisfy { $0 >= 0x20 || $0 == UInt8(ascii: "\n") }, "\(path)")
        }
        #expect(try Self.portfolios[index].data() == data)
    }

    @Test func `the file of a journey has all that is on its pages`() throws {
        let text = try #require(try SamplePortfolio.small.data()["data/journeys/move.json"])
        let file = try #require(JSONSchema.parse(text) as? [String: Any])
        #expect(file["summary"] as? String == "From the first call on.")
        #expect(file["personas"] as? [String] == ["nadia"])
        let moments = try #require(file["moments"] as? [[String: Any]])
        #expect(moments.map { $0["id"] as? String } == ["before", "tell-us", "wait", "arrive"])
        #expect(moments.map { $0["line"] as? Int } == [14, 16, 30, 36])
        #expect(moments[2]["notes"] as? String == "A note with emphasis.")
        let quote = try #require((moments[1]["quotes"] as? [[String: Any]])?.first)
        #expect(quote["text"] as? String == "Nobody asked me.")
        #expect(quote["evidence"] as? [String] == ["talks#q1"])
        let lanes = try #require(moments[1]["lanes"] as? [[String: Any]])
        #expect(
            lanes.map { $0["lane"] as? String } == [
                "doing", "feeling", "touchpoints", "pains", "insights", "metrics", "next",
            ])
        #expect(lanes.last?["words"] as? [String] == ["back to Wait if it fails"])

        let scores = try #require(file["scores"] as? [String: [String: Any]])
        for (name, score) in scores {
            let parts = try #require(score["contributions"] as? [[String: Any]])
            #expect(score["sentence"] as? String != "", "\(name)")
            if let value = score["value"] as? Double {
                let sum = parts.reduce(0) { $0 + ($1["points"] as? Double ?? 0) }
                #expect((sum - value).magnitude < 0.005 * Double(parts.count + 1), "\(name)")
            }
        }
        let outcome = try #require((scores["customer_outcomes"]?["contributions"] as? [[String: Any]])?.first)
        let input = try #require((outcome["inputs"] as? [[String: Any]])?.first)
        #expect(input["source"] as? String == "content/metrics/csat.csv")
        #expect(input["line"] as? Int == 4)
        #expect(input["value"] as? Double == 70)
    }

    @Test func `blocks have all their fields`() throws {
        let text = try #require(try SamplePortfolio.small.data()["data/blocks.json"])
        let file = try #require(JSONSchema.parse(text) as? [String: Any])
        let persona = try #require((file["personas"] as? [[String: Any]])?.first)
        #expect(persona["needs"] as? [String] == ["A quick answer"])
        #expect(persona["body"] as? String == "Rents.")
        #expect(persona["journeys"] as? [String] == ["move"])
        let evidence = try #require((file["evidence"] as? [[String: Any]])?.first)
        #expect((evidence["passages"] as? [[String: Any]])?.first?["text"] as? String == "Nobody asked me.")
        #expect((evidence["passages"] as? [[String: Any]])?.first?["line"] as? Int == 7)
        let insight = try #require((file["insights"] as? [[String: Any]])?.first)
        #expect(insight["counts_at"] as? [String] == ["move#tell-us"])
        #expect(insight["opportunities"] as? [String] == ["prefill"])
        #expect((file["goals"] as? [[String: Any]])?.first?["by"] as? String == "2027-06-30")
    }

    @Test func `a journey whose name is too long for a disk has no file and no page`() throws {
        let name = String(repeating: "long", count: 70)
        let data = try SamplePortfolio.small.with(
            "journeys/j.md", "---\nid: \(name)\ntitle: J\nlevel: lifecycle\n---\n"
        ).data()
        let file = try #require(JSONSchema.parse(data["data/portfolio.json", default: ""]) as? [String: Any])
        let journey = try #require((file["journeys"] as? [[String: Any]])?.first { $0["id"] as? String == name })
        #expect(journey["page"] is NSNull)
        #expect(data["data/journeys/\(name).json"] == nil)
    }
}
