import Testing

@testable import Changes

/// What moved a score adds up to the difference.
@Suite struct ScoreMoveTests {
    /// Edits of the sample that move scores in every way: severities, feelings, statuses, evidence, owners, data, weights.
    private static let edits: [(String, String)] = [
        ("severity=4", "severity=5"), ("severity=3", "severity=1"), ("severity=2", "severity=5"),
        ("- **Feeling:** -1 ", "- **Feeling:** +2 "), ("- **Feeling:** +1 ", "- **Feeling:** -2 → 0 "),
        ("- **Feeling:** -2", "- **Feeling:** 0"), (" .moment-of-truth", ""), ("status: active", "status: archived"),
        ("evidence=", "was="), ("owner: ", "was: "), ("reviewed: 2026", "reviewed: 2024"),
        ("status: building", "status: shipped\nshipped: 2026-01-02"), ("decision: will", "decision: wont"),
        ("2026-10-31,", "2026-10-30,7"), ("target: ", "target: 1"), ("### ", "### Else: "),
        ("- **Pains:**", "- **Needs:**"),
        ("experience:", "experience: 7"), ("stage: deliver", "stage: closed"), ("  - ", "  - Also "),
    ]

    private static func edited(_ seed: UInt64) -> [String: String] {
        var numbers = SteadyNumbers(seed)
        var files = TwoStates.sample
        let paths = files.keys.sorted()
        for _ in 0..<12 {
            let edit = edits[Int(numbers.next() % UInt64(edits.count))]
            let having = paths.filter { files[$0]?.contains(edit.0) ?? false }
            guard !having.isEmpty else { continue }
            let path = having[Int(numbers.next() % UInt64(having.count))]
            files[path] = files[path]?.replacing(edit.0, with: edit.1, maxReplacements: 1 + Int(numbers.next() % 2))
        }
        // Whole files come and go, too.
        let journeys = paths.filter { $0.hasPrefix("journeys/") && $0.contains("/micro/") }
        if numbers.next() % 2 == 0, let gone = journeys.randomElement(using: &numbers) { files[gone] = nil }
        return files
    }

    @Test(arguments: 1...10) func `Terms add up to the difference, and parts to their term`(seed: Int) {
        let states = TwoStates(TwoStates.sample, Self.edited(UInt64(seed)))
        let (base, head) = (states.scored(states.base), states.scored(states.head))
        let changes = PortfolioChanges.between(base, head)
        #expect(!changes.changes.isEmpty)
        for move in changes.scores where move.kind != .maturity {
            guard let difference = move.difference else { continue }
            let sum = move.terms.reduce(0) { $0 + $1.points }
            #expect(abs(sum - difference) < 1e-6, "\(move.name) \(move.way): \(sum)")
            for term in move.terms where !term.parts.isEmpty {
                let parts = term.parts.reduce(0) { $0 + $1.points }
                #expect(abs(parts - term.points) < 1e-6, "\(move.name) \(term.name): \(parts) of \(term.points)")
            }
        }
        // What is told of scores is what two whole builds say.
        for (index, journey) in head.portfolio.journeys.enumerated() {
            guard let other = base.portfolio.journeys.firstIndex(where: { $0.id == journey.id }) else { continue }
            let (before, now) = (base.journeys[other].health.value, head.journeys[index].health.value)
            let move = changes.scores.first { $0.journey == journey.id && $0.kind == .health }
            #expect(before == now ? move == nil : move?.from == before && move?.to == now)
        }
    }

    @Test(arguments: 1...3) func `Backwards, all comes out the other way round`(seed: Int) {
        let head = Self.edited(UInt64(seed))
        let there = TwoStates(TwoStates.sample, head).changes
        let back = TwoStates(head, TwoStates.sample).changes
        #expect(there.clashes.new == back.clashes.mended)
        #expect(there.scores.count == back.scores.count)
        for move in there.scores {
            let other = back.scores.first { $0.journey == move.journey && $0.kind == move.kind }
            #expect(other?.from == move.to && other?.to == move.from)
        }
    }

    @Test func `A clause says the part, its points and why`() throws {
        let head = TwoStates.sample.mapValues {
            $0.replacing("{#serial severity=4 reach=0.34", with: "{#serial severity=5 reach=0.34")
        }
        let changes = TwoStates(TwoStates.sample, head).changes
        let move = try #require(changes.scores.first { $0.journey == "move-home" && $0.kind == .health })
        #expect(move.because.count == 1)
        #expect(move.because.first?.hasPrefix("relief -") == true)
        #expect(move.because.first?.contains("pain 'serial' severity 4 → 5") == true)
    }
}

/// Numbers that look random and are the same in every run (SplitMix64, Steele, Lea and Flood 2014).
private struct SteadyNumbers: RandomNumberGenerator {
    var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
