import Testing

@testable import Changes

/// Contradictions and overlaps that came and went, where so much is alike that not every pair is told.
@Suite struct ClashMovesTests {
    private static func journey(_ pain: String) -> String {
        "---\ntitle: J\nlevel: lifecycle\n---\n\n## S\n\n### T\n\n- **Pains:**\n  - \(pain) {#p}\n"
    }

    private static let same = journey("Describe the pain of customers here")
    private static let other = journey("The barrier closes before the ferry has left")

    private static func many(_ count: Int = 30) -> [String: String] {
        Dictionary(uniqueKeysWithValues: (0..<count).map { ("journeys/j\($0 + 10).md", same) })
    }

    private func moves(_ base: [String: String], _ head: [String: String]) -> (new: [[String]], mended: [[String]]) {
        let clashes = TwoStates(base, head).changes.clashes
        return (clashes.new.map(\.subjects), clashes.mended.map(\.subjects))
    }

    @Test func `The first of many that goes is told once, and comes once`() {
        let before = Self.many()
        let now = before.merging(["journeys/j10.md": Self.other]) { $1 }
        let (new, mended) = moves(before, now)
        #expect(new.isEmpty)
        #expect(mended == [["j10#p", "j11#p"]])
        let back = moves(now, before)
        #expect(back.new == mended && back.mended.isEmpty)
    }

    @Test func `Another of many that goes is told once`() {
        let (new, mended) = moves(
            Self.many(), Self.many().merging(["journeys/j20.md": Self.other]) { $1 })
        #expect(new.isEmpty)
        #expect(mended == [["j10#p", "j20#p"]])
    }

    @Test func `A journey that says what many say is told once, wherever it stands`() {
        for id in ["a", "z"] {
            let (new, mended) = moves(Self.many(), Self.many().merging(["journeys/\(id).md": Self.same]) { $1 })
            #expect(mended.isEmpty)
            #expect(new.count == 1 && new[0].contains("\(id)#p"))
        }
    }

    @Test func `Where many become few, only what has to do with what went is told`() {
        var few = Self.many(11)
        few["journeys/j10.md"] = nil
        let (new, mended) = moves(Self.many(11), few)
        #expect(new.isEmpty)
        // Of ten, all pairs are told.
        #expect(mended.count == 10 && mended.allSatisfy { $0.contains("j10#p") })
        let back = moves(few, Self.many(11))
        #expect(back.mended.isEmpty)
        #expect(back.new == mended)
    }

    @Test func `What is no longer accepted is told`() {
        let accepted = ["portfolio.yml": "waivers:\n  - {rule: j, subject: \"j10#p\", because: so}\n"]
        let (new, mended) = moves(Self.many().merging(accepted) { $1 }, Self.many())
        #expect(new.count == 1 && new[0].contains("j10#p"))
        #expect(mended.isEmpty)
    }
}
