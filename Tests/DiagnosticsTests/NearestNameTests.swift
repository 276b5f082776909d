import Diagnostics
import Testing

@Suite("The nearest name")
struct NearestNameTests {
    @Test(
        "is what the author meant",
        arguments: [
            ("discvery", ["discovery", "first-order", "first-bill"], "discovery"),
            ("severty", ["severity", "evidence", "reach"], "severity"),
            ("Pian", ["Pain", "Gain"], "Pain"),
            ("TITLE", ["title", "level"], "title"),
            ("tilte", ["title", "level"], "title"),
            ("personna", ["persona", "personas"], "persona"),
            ("jurneys", ["journeys", "personas"], "journeys"),
            ("Größe", ["groesse", "größe"], "größe"),
            ("customer pains", ["Pains", "Gains"], "Pains"),
            ("move-survey", ["move-home-survey", "bill-survey"], "move-home-survey"),
            ("ups", ["up", "down"], "up"),
        ])
    func meant(name: String, candidates: [String], expected: String) {
        #expect(NearestName.nearest(to: name, among: candidates) == expected)
    }

    @Test(
        "is not offered where it would be absurd",
        arguments: [
            ("a", ["b", "id"]), ("by", ["up", "id", "to", "be"]), ("x", ["xy"]), ("", ["a"]), ("a", [""]), ("a", []),
            ("colour", ["title", "level", "owner"]), ("nps", ["ces", "cost", "time"]), ("the-thing", ["the"]),
            ("for", ["what-this-is-for-and-why-it-matters"]), ("-", ["_"]), ("日", ["本"]),
        ])
    func absurd(name: String, candidates: [String]) {
        #expect(NearestName.nearest(to: name, among: candidates) == nil)
    }

    @Test("goes both ways")
    func symmetric() {
        let names = [
            "discovery", "discvery", "up", "ups", "pain", "gain", "pains", "move-home-survey", "survey", "move", "the",
            "onboarding", "on-boarding", "id", "ids", "Employee pains", "Pains",
        ]
        for left in names {
            for right in names where left != right {
                let there = NearestName.nearest(to: left, among: [right]) != nil
                let back = NearestName.nearest(to: right, among: [left]) != nil
                #expect(there == back, "\(left) and \(right)")
            }
        }
    }

    @Test("is the same of names that were looked at before")
    func listed() {
        var generator = SplitMix(state: 11)
        func name() -> String {
            let words = ["move", "home", "Bill", "größe", "é", "survey", "a", "12", "7"]
            let count = Int.random(in: 1...3, using: &generator)
            return (0..<count).map { _ in words.randomElement(using: &generator) ?? "" }.joined(separator: "-")
        }
        var found = 0
        for _ in 0..<300 {
            let candidates = (0..<12).map { _ in name() }
            let half = [CandidateNames(candidates.prefix(5)), CandidateNames(candidates.suffix(7))]
            let asked = name() + (Bool.random(using: &generator) ? "s" : "")
            let expected = NearestName.nearest(to: asked, among: candidates)
            #expect(NearestName.nearest(to: asked, among: [CandidateNames(candidates)]) == expected)
            #expect(NearestName.nearest(to: asked, among: half) == expected)
            found += expected == nil ? 0 : 1
        }
        #expect((100..<300).contains(found))
        #expect(NearestName.nearest(to: "", among: [CandidateNames(["a"])]) == nil)
    }

    @Test("does not depend on the order of candidates")
    func deterministic() {
        var generator = SplitMix(state: 3)
        let candidates = ["stage-a", "stage-b", "stage-c", "stages", "étage-a"]
        for _ in 0..<20 {
            let shuffled = candidates.shuffled(using: &generator)
            #expect(NearestName.nearest(to: "stage-d", among: shuffled) == "stage-a")
            #expect(NearestName.nearest(to: "stage d and stages", among: shuffled) == "stages")
        }
    }

    /// What the search is a faster way to find.
    private func distance(_ left: String, _ right: String) -> Int {
        let (a, b) = (Array(left.unicodeScalars), Array(right.unicodeScalars))
        var rows = [Array(0...b.count)]
        for i in 1..<(a.count + 1) {
            var row = [i]
            for j in 1..<(b.count + 1) {
                var best = min(rows[i - 1][j] + 1, row[j - 1] + 1, rows[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
                if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { best = min(best, rows[i - 2][j - 2] + 1) }
                row.append(best)
            }
            rows.append(row)
        }
        return rows[a.count][b.count]
    }

    @Test("is the one with the fewest edits")
    func fewestEdits() {
        var generator = SplitMix(state: 11)
        let alphabet = Array("abcé-")
        func word() -> String {
            String(
                (0..<Int.random(in: 3...9, using: &generator)).map { _ in
                    alphabet[Int.random(in: 0..<5, using: &generator)]
                })
        }
        for _ in 0..<300 {
            let name = word()
            let candidates = (0..<12).map { _ in word() }
            let near = candidates.filter { distance(name, $0) <= max(1, max(name.count, $0.count) / 3) }
            let best = near.min { left, right in
                let (l, r) = (distance(name, left), distance(name, right))
                return l != r ? l < r : left.utf8.lexicographicallyPrecedes(right.utf8)
            }
            if let best {
                #expect(NearestName.nearest(to: name, among: candidates) == best, "\(name) in \(candidates)")
            }
        }
    }

    @Test("is found in time: 20 unknown names among 10,000", .timeLimit(.minutes(2)))
    func fast() {
        let words = ["move", "bill", "meter", "tariff", "survey", "switch", "credit", "outage", "letter", "review"]
        let candidates = (0..<10_000).map { "\(words[$0 % 10])-\(words[$0 / 10 % 10])-\(words[$0 / 100 % 10])-\($0)" }
        let time = ContinuousClock().measure {
            for index in 0..<20 {
                _ = NearestName.nearest(to: "unknown-\(words[index % 10])-thing-\(index)", among: candidates)
            }
        }
        // A debug build on a busy machine; a release build takes a twentieth.
        #expect(time < .seconds(20))
    }
}
