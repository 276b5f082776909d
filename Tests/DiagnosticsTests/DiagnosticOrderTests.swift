import Diagnostics
import Testing

@Suite("The order of diagnostics")
struct DiagnosticOrderTests {
    private func diagnostic(
        _ path: String, _ range: TextRange, _ code: DiagnosticCode = .wrongValue, message: String = "m",
        hint: String? = nil,
        notes: [Diagnostic.Note] = []
    ) -> Diagnostic {
        Diagnostic(code, at: Location(path: path, range: range), message, notes: notes, hint: hint)
    }

    @Test("is by path in bytes, then place, code, message, hint and notes, whatever the order they came in")
    func order() {
        let note = { (text: String) in Diagnostic.Note(text, at: Location(path: "a", range: 0..<1)) }
        let sorted = [
            diagnostic("Z", 0..<1), diagnostic("a", 0..<1, .badDate), diagnostic("a", 0..<1, message: "k"),
            diagnostic("a", 0..<1), diagnostic("a", 0..<1, hint: "h"),
            diagnostic("a", 0..<1, hint: "h", notes: [note("1")]),
            diagnostic("a", 0..<1, hint: "h", notes: [note("2")]),
            diagnostic("a", 0..<2), diagnostic("a", 1..<1), diagnostic("a/b", 0..<1), diagnostic("é", 0..<1),
        ]
        var generator = SplitMix(state: 7)
        let isKept = (0..<50).allSatisfy { _ in (sorted + sorted).shuffled(using: &generator).inOrder() == sorted }
        #expect(isKept)
    }

    @Test("errors and warnings are counted apart")
    func counts() {
        let list = [diagnostic("a", 0..<1), diagnostic("a", 0..<1, .unknownKey), diagnostic("a", 0..<1, .unknownLane)]
        #expect(list.errorCount == 1)
        #expect(list.warningCount == 2)
    }

    @Test("codes are unique and read <stage>/<rule>")
    func codes() {
        for code in DiagnosticCode.allCases {
            let parts = code.rawValue.split(separator: "/", omittingEmptySubsequences: false)
            #expect(parts.count == 2)
            #expect(parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { $0.isLowercase || $0 == "-" || $0.isNumber } })
        }
    }
}

/// Numbers that look random and are the same in every run (Steele, Lea and Flood: SplitMix64).
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
