import Foundation
import Scoring
import Testing

@testable import waymark

@Suite struct ScoreTableTests {
    private func table(
        _ filter: ScoreFilter = ScoreFilter(), by order: ScoreTable.Order = .health, isReversed: Bool = false
    ) async throws -> ScoreTable {
        ScoreTable(try await SmallPortfolio().scored(), filter: filter, order: order, isReversed: isReversed)
    }

    @Test func `The table lines up, with totals in the last line`() async throws {
        let text = try await table().text(in: .plain)
        #expect(
            text == """
                journey        level      health  grade  coverage  trust  progress  rolled  maturity  due
                Move           sub          50.1  C           65%   26.5      50.0    50.1         1  never reviewed
                Life, with us  lifecycle    58.8  C?          40%   26.0         -    54.4         1  2026-09-01
                2 journeys                  54.4                                                   1

                """)
    }

    @Test func `Drafts are shown when asked for, and count for nothing`() async throws {
        let all = try await table(ScoreFilter(isOfAll: true), by: .title)
        #expect(all.rows.map(\.journey.id) == ["draft", "life", "move"])
        #expect(all.totals.counting == 2)
        #expect(all.text(in: .plain).contains("draft\n"))
    }

    @Test(arguments: [
        (ScoreTable.Order.health, ["move", "life"]), (.trust, ["life", "move"]), (.progress, ["move", "life"]),
        (.priority, ["move", "life"]), (.title, ["life", "move"]), (.id, ["life", "move"]), (.due, ["life", "move"]),
        (.maturity, ["life", "move"]), (.rolled, ["move", "life"]), (.coverage, ["life", "move"]),
    ])
    func `Journeys are sorted`(order: ScoreTable.Order, ids: [String]) async throws {
        #expect(try await table(by: order).rows.map(\.journey.id) == ids)
    }

    @Test func `What is not measured is last either way`() async throws {
        #expect(try await table(by: .progress, isReversed: true).rows.map(\.journey.id) == ["move", "life"])
        #expect(try await table(by: .health, isReversed: true).rows.map(\.journey.id) == ["life", "move"])
        #expect(try await table(by: .priority).text(in: .plain).contains("36.9  short-form\n"))
    }

    @Test func `Filters choose, and totals are of what is chosen`() async throws {
        let care = try await table(ScoreFilter(team: "Care"))
        #expect(care.rows.map(\.journey.id) == ["life"])
        #expect(care.totals.health == care.rows.first?.scores.health.value)
        #expect(care.totals.maturity.level == care.rows.first?.scores.maturity.level)
        #expect(care.totals.maturity.reached.first == 1)
        #expect(try await table(ScoreFilter(level: "sub", owner: "Bo")).rows.map(\.journey.id) == ["move"])
        #expect(try await table(ScoreFilter(tag: "top", owner: "Bo")).rows.isEmpty)
    }

    @Test func `An unknown name gives the nearest`() async throws {
        let scored = try await SmallPortfolio().scored()
        #expect(ScoreFilter(level: "sub", team: "Care", tag: "top", owner: "Ada").unknownName(in: scored) == nil)
        #expect(
            ScoreFilter(level: "lifecycel").unknownName(in: scored)
                == "no journey has the level 'lifecycel': did you mean 'lifecycle'?")
        #expect(
            ScoreFilter(team: "Pricing").unknownName(in: scored)
                == "no journey has the team 'Pricing': there are 'Care'")
    }

    @Test func `CSV quotes what needs it and ends lines as it should`() async throws {
        let lines = try await table().csv.components(separatedBy: "\r\n")
        #expect(lines.count == 4)
        #expect(lines[0].hasPrefix("id,title,level,state,status,owner,team,health,grade,"))
        #expect(lines[1].hasPrefix("move,Move,sub,current,active,Bo,,50.09,C,false,0.65,32.56,67.56,26.5,50,"))
        #expect(lines[2].hasPrefix("life,\"Life, with us\",lifecycle,"))
        #expect(
            Set(lines.dropLast().map { $0.replacing("Life, with", with: "Life with").count { $0 == "," } }).count == 1)
    }

    @Test func `JSON can be read, and has null for what is not measured`() async throws {
        let json = try await table().json
        #expect(json.hasPrefix("{\"schema\": 1, \"as_of\": \"2026-06-30\", \"journeys\": [\n  {\"id\": \"move\", "))
        let read = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
        let journeys = try #require(read?["journeys"] as? [[String: Any]])
        #expect((journeys[0]["health"] as? [String: Any])?["value"] as? Double == 50.09)
        #expect((journeys[1]["progress"] as? [String: Any])?["value"] is NSNull)
        #expect(journeys[1]["priority"] is NSNull)
    }
}

@Suite struct TextTableTests {
    @Test func `Wide characters take two columns`() {
        var table = TextTable([.left, .right])
        table.add(["日本", "1"])
        table.add(["abc", "22"])
        #expect(table.text(in: .plain) == "日本   1\nabc   22\n")
    }

    @Test(arguments: [(0.0, "0.0"), (-0.04, "0.0"), (0.05, "0.1"), (-2.25, "-2.3"), (58.75, "58.8"), (1e300, "1e+300")])
    func `Figures are rounded half away from zero`(value: Double, text: String) {
        #expect(Figure.fixed(value) == text)
    }
}
