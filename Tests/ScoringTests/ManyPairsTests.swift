import Diagnostics
import Journeys
import Testing

@testable import Scoring

/// What is told where everything is alike: not every pair, but everything.
@Suite struct ManyPairsTests {
    /// How many there are of each thing.
    private static let count = 40

    private func pairs(_ written: WrittenPortfolio, order: ([String]) -> [String] = { $0 }) -> [[String]] {
        let linked = written.linked(order: order)
        let basis = PortfolioBasis(linked, asOf: written.asOf)
        let found = Contradictions(basis, loop: ClosedLoop(linked.portfolio, asOf: written.asOf))
        #expect(!found.waivers.contains(.idle))
        return found.all.map { clash in
            [clash.rule.rawValue + (clash.isWaived ? " waived" : "")] + clash.subjects.map { $0.name(in: basis) }
        }
    }

    private func journeys(
        _ count: Int = Self.count, waiver: String? = nil, front: String = "", body: (Int) -> String
    ) -> WrittenPortfolio {
        var written = WrittenPortfolio()
        for index in 0..<count {
            written = written.with(
                "journeys/j\(index).md", front: "title: J\nlevel: lifecycle\n\(front)",
                body: "## S\n\n### T {#t .moment-of-truth}\n\n\(body(index))")
        }
        guard let waiver else { return written }
        return written.with("portfolio.yml", "waivers:\n  - {\(waiver), because: so}")
    }

    private func samePain(_ index: Int) -> String { "- **Pains:**\n  - Describe the pain of customers here {#p}\n" }

    @Test("a text in ten journeys makes all its pairs")
    func ten() {
        #expect(pairs(journeys(10, body: samePain)).count == 45)
    }

    @Test("a text in many journeys is told of each with the first")
    func sameText() {
        let written = journeys(body: samePain)
        let found = pairs(written)
        #expect(found.count == Self.count - 1)
        #expect(found.allSatisfy { $0.contains("j0#p") && Set($0).count == 3 })
        #expect(Set(found.flatMap { $0 }).count == Self.count + 1)
        #expect(pairs(written) { $0.reversed() } == found)
    }

    @Test("what is accepted does not lead the others")
    func waived() {
        let found = pairs(journeys(waiver: "rule: j, subject: j0#p", body: samePain))
        #expect(found.filter { $0[0] == "j waived" } == [["j waived", "j0#p", "j1#p"]])
        #expect(found.filter { $0[0] == "j" && $0.contains("j1#p") }.count == Self.count - 2)
    }

    @Test("of a journey that says it twice, both are told with another journey")
    func twiceInOne() {
        let found = pairs(
            journeys { index in
                samePain(index) + (index == 0 ? "  - Describe the pain of customers here {#q}\n" : "")
            })
        #expect(found.count == Self.count)
        #expect(found.filter { $0.contains("j0#q") } == [["j", "j0#q", "j1#p"]])
    }

    @Test("of two texts that are alike and in many journeys each, the first are told together")
    func twoTexts() {
        let found = pairs(
            journeys { index in
                index % 2 == 0
                    ? samePain(index) : "- **Pains:**\n  - Describe the pain of all customers here {#p}\n"
            })
        #expect(found.count == Self.count - 1)
        #expect(found.filter { $0 == ["j", "j0#p", "j1#p"] }.count == 1)
        #expect(Set(found.flatMap { $0 }).count == Self.count + 1)
    }

    @Test("opportunities for one finding are told with the first")
    func opportunities() {
        var written = journeys(1, waiver: "rule: h, subject: o0") { _ in "- **Pains:**\n  - P {#p severity=1}" }
        for index in 0..<Self.count {
            written = written.with("opportunities/o\(index).md", front: "title: O\naddresses: [j0#p]")
        }
        let found = pairs(written)
        #expect(found.count == Self.count - 1)
        #expect(found.filter { $0[0] == "h waived" } == [["h waived", "o0", "o1"]])
        #expect(pairs(written) { $0.reversed() } == found)
    }

    @Test("solutions of many owners are told with the first, those of its owner with the first of another")
    func solutions() {
        var written = journeys(1) { _ in "" }.with("opportunities/o.md", front: "title: O")
        for index in 0..<Self.count {
            written = written.with(
                "solutions/s\(index).md",
                front: "title: S\nopportunities: [o]\nowner: \(["Ann", "Ben", "Cy"][index % 3])")
        }
        let found = pairs(written)
        #expect(found.count == Self.count - 1)
        // In the order of their ids: s0 (Ann), s1 (Ben), s10 (Ben), s11 (Cy) …
        #expect(found.filter { $0.contains("s3") } == [["i", "s1", "s3", "o"]])
        #expect(found.filter { $0.contains("s4") } == [["i", "s0", "s4", "o"]])
    }

    @Test("journeys where a touchpoint is felt apart are told with the one that is furthest from them")
    func touchpoints() {
        let written = journeys(
            waiver: "rule: e, subject: j0", front: "personas: [p, q]",
            body: { index in
                "- **Feeling:** \(index == 1 ? "-2" : index % 2 == 0 ? "+1.5" : "-1.5") X\n- **Touchpoints:** App\n"
            }
        ).with("personas/p.md", front: "title: P").with("personas/q.md", front: "title: Q")
        let found = pairs(written)
        #expect(found.count == Self.count - 1)
        #expect(found.filter { $0.contains("j2") } == [["e", "App", "j1", "j2"]])
        #expect(found.filter { $0.contains("j0") } == [["e waived", "App", "j0", "j1"]])
        #expect(pairs(written) { $0.reversed() } == found)
    }

    /// Each of many texts is like all others, and none is another.
    @Test("texts that are all alike are told with nine others each at most")
    func alike() {
        let sets: [[UInt32]] = (0..<300).map { [UInt32](0..<9) + [UInt32($0 + 9)] }
        let found = SimilarSets.pairs(among: sets, mostPairs: 100)
        #expect(found.count > 300 && found.count <= 9 * 300)
        #expect(Set(found.flatMap { [$0.first, $0.second] }).count == 300)
        #expect(SimilarSets.pairs(among: Array(sets.prefix(100))).count == 4950)
        // The same are found whatever the order: ranks say which elements are the same.
        let turned = sets.reversed().map { $0.map { 308 - $0 } }
        let names: (SimilarSets.Pair) -> Set<Int> = { [299 - $0.first, 299 - $0.second] }
        let again = SimilarSets.pairs(
            among: turned, ranks: (0..<309).map { UInt32(308 - $0) }, mostPairs: 100)
        #expect(Set(again.map(names)) == Set(found.map { [$0.first, $0.second] }))
    }
}
