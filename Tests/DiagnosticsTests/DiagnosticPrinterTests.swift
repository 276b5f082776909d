import Diagnostics
import Testing

@Suite("Printed diagnostics")
struct DiagnosticPrinterTests {
    private func print(
        _ marked: String, message: String = "wrong", notes: [Diagnostic.Note] = [], hint: String? = nil,
        style: DiagnosticPrinter.Style = .plain
    ) -> String {
        let text = MarkedText(marked)
        let lines = SourceLines(text.source)
        let printer = DiagnosticPrinter(style: style) { $0 == text.source.path ? lines : nil }
        return printer.text(of: Diagnostic(.wrongValue, at: text.location, message, notes: notes, hint: hint))
    }

    /// The source line and the line of the caret.
    private func excerpt(_ marked: String) -> [String] {
        print(marked).split(separator: "\n").dropFirst().map(String.init)
    }

    @Test("show the place, the line, a caret, notes and the hint")
    func whole() {
        let note = Diagnostic.Note("it is here", at: Location(path: "file.md", range: 0..<1))
        #expect(
            print("title: x\nlevel: ⟦subb⟧ # note\n", notes: [note], hint: "did you mean 'sub'?") == """
                file.md:2:8: error: wrong [front-matter/wrong-value]
                  2 | level: subb # note
                    |        ^~~~
                  file.md:1:1: note: it is here
                  hint: did you mean 'sub'?

                """)
    }

    @Test("of a file that is not there have a path alone")
    func noFile() {
        let printer = DiagnosticPrinter(style: .plain) { _ in nil }
        let diagnostic = Diagnostic(.unknownFolder, at: Location(path: "content/jurneys", range: 0..<0), "unknown")
        #expect(printer.text(of: diagnostic) == "content/jurneys: warning: unknown [read/unknown-folder]\n")
    }

    @Test("put the caret under wide characters, emoji, combining marks and tabs")
    func columns() {
        #expect(excerpt("日本⟦語⟧x") == ["  1 | 日本語x", "    |     ^~"])
        #expect(excerpt("🚆 ⟦x⟧") == ["  1 | 🚆 x", "    |    ^"])
        #expect(excerpt("❤️ ⟦x⟧") == ["  1 | ❤️ x", "    |    ^"])
        #expect(excerpt("🇫🇷⟦x⟧") == ["  1 | 🇫🇷x", "    |   ^"])
        #expect(excerpt("e\u{301}e\u{301}⟦e\u{301}⟧") == ["  1 | e\u{301}e\u{301}e\u{301}", "    |   ^"])
        #expect(excerpt("a\u{200B}⟦b⟧") == ["  1 | a\u{200B}b", "    |  ^"])
        #expect(excerpt("\ta ⟦b⟧") == ["  1 | \ta b", "    | \t  ^"])
        #expect(excerpt("\u{FEFF}⟦ab⟧") == ["  1 | ab", "    | ^~"])
    }

    @Test("mark an empty range, the end of a line and the end of the file by one caret")
    func emptyRanges() {
        #expect(excerpt("a⟦⟧b") == ["  1 | ab", "    |  ^"])
        #expect(excerpt("ab⟦⟧\r\nc") == ["  1 | ab", "    |   ^"])
        #expect(excerpt("ab⟦⟧") == ["  1 | ab", "    |   ^"])
        #expect(excerpt("ab\n⟦⟧") == ["  2 | ", "    | ^"])
        #expect(excerpt("⟦⟧") == ["  1 | ", "    | ^"])
    }

    @Test("mark the first line of a range over several")
    func severalLines() {
        #expect(excerpt("a: ⟦[b,\r\n c]⟧") == ["  1 | a: [b,", "    |    ^~~"])
    }

    @Test("make room for line numbers of several digits")
    func longNumbers() {
        #expect(
            excerpt(String(repeating: "\n", count: 1233) + "a⟦b⟧") == ["  1234 | ab", "       |  ^"])
    }

    @Test("show a long line around its mark")
    func longLines() {
        let far = String(repeating: "x", count: 300)
        let sixty = String(repeating: "x", count: 60)
        #expect(
            excerpt(far + "⟦here⟧" + far) == [
                "  1 | …\(sixty)here\(sixty)…", "    | " + String(repeating: " ", count: 61) + "^~~~",
            ])
        // A mark that is itself long is cut as well.
        let long = excerpt("a ⟦" + String(repeating: "y", count: 100_000) + "⟧ b")
        #expect(long.allSatisfy { $0.count < 300 })
        #expect(long.last?.hasPrefix("    |   ^~~~") == true)
    }

    @Test("of a line of a megabyte are printed fast", .timeLimit(.minutes(5)))
    func hugeLine() {
        let text = String(repeating: "[a](b) ", count: 150_000)
        let lines = SourceLines(SourceText(path: "a", text: text))
        let printer = DiagnosticPrinter(style: .plain) { _ in lines }
        let time = ContinuousClock().measure {
            for index in stride(from: 0, to: 150_000, by: 50) {
                let location = Location(path: "a", range: (index * 7)..<(index * 7 + 6))
                _ = printer.text(of: Diagnostic(.unknownTarget, at: location, "gone"))
            }
        }
        #expect(time < .seconds(10))
    }

    @Test("leave no control character of the author's in the terminal")
    func controls() {
        let hostile = "\u{1B}[31m\u{9B}2J\u{202E}\r\n\u{7}"
        let note = Diagnostic.Note("note \(hostile)", at: Location(path: "x\(hostile)", range: 0..<0))
        let text = print(
            "a \u{1B}[2J ⟦b⟧ \u{202E}", message: "message \(hostile)", notes: [note], hint: "hint \(hostile)")
        let controls = text.unicodeScalars.filter {
            ($0.value < 0x20 && $0 != "\n") || (0x7F..<0xA0).contains($0.value)
        }
        #expect(controls.isEmpty)
        #expect(!text.unicodeScalars.contains { (0x202A...0x202E).contains($0.value) })
        #expect(text.split(separator: "\n").count == 5)
        #expect(text.contains("1 | a �[2J b"))
    }

    @Test("are coloured only if asked, and then end every colour")
    func colours() {
        let plain = print("a⟦b⟧", hint: "c")
        #expect(!plain.contains("\u{1B}"))
        let coloured = print("a⟦b⟧", hint: "c", style: .coloured)
        #expect(coloured.contains("\u{1B}[1;31merror: \u{1B}[0m"))
        #expect(coloured.split(separator: "\u{1B}[").count % 2 == 1 || coloured.hasPrefix("\u{1B}["))
        var stripped = coloured
        for code in ["0", "1", "1;31", "1;33", "32", "36"] {
            stripped = stripped.replacing("\u{1B}[\(code)m", with: "")
        }
        #expect(stripped == plain)
    }
}
