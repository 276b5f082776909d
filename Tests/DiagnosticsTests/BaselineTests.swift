import Testing

@testable import Diagnostics

@Suite("A baseline")
struct BaselineTests {
    private func baseline(_ text: MarkedText, messages: [String]? = nil) -> (Baseline, [Diagnostic], SourceLines) {
        let lines = SourceLines(text.source)
        let diagnostics = zip(text.ranges, messages ?? Array(repeating: "m", count: text.ranges.count)).map {
            Diagnostic(.unknownKey, at: Location(path: text.source.path, range: $0), $1)
        }
        return (Baseline(of: diagnostics, root: "content/") { _ in lines }, diagnostics, lines)
    }

    private func comparison(
        _ before: String, _ after: String, revision: String = "", allowed: Set<DiagnosticCode> = []
    ) -> Baseline.Comparison {
        func text(_ text: String) -> MarkedText { MarkedText(text, path: "content/a.md") }
        let (_, diagnostics, lines) = baseline(text(after))
        return Baseline.Comparison(
            of: diagnostics, to: baseline(text(before)).0, revision: baseline(text(revision)).0, allowed: allowed,
            root: "content/"
        ) { _ in lines }
    }

    @Test("knows what has moved, and what is set in otherwise")
    func moved() {
        let comparison = comparison("⟦a⟧ x\n⟦b⟧ y\n", "new\n\n\t⟦b⟧ y  \nnew\n⟦a⟧ x\n")
        #expect(comparison.new.isEmpty && comparison.known.count == 2 && comparison.mended == 0)
    }

    @Test("counts: of two that are equal where one was known, one is new")
    func counted() {
        let more = comparison("⟦a⟧ x\n", "⟦a⟧ x\n⟦a⟧ x\n")
        #expect(more.new.count == 1 && more.known.count == 1)
        #expect(more.new.first?.location.range == 4..<5)
        let fewer = comparison("⟦a⟧ x\n⟦a⟧ x\n⟦b⟧ y\n", "⟦a⟧ x\n")
        #expect(fewer.new.isEmpty && fewer.mended == 2)
    }

    @Test("does not know a line that says something else")
    func changed() {
        let comparison = comparison("⟦a⟧ x\n", "⟦a⟧ y\n")
        #expect(comparison.new.count == 1 && comparison.mended == 1)
    }

    @Test("takes what a file and a revision both know for one thing")
    func both() {
        let comparison = comparison("⟦a⟧ x\n", "⟦a⟧ x\n⟦a⟧ x\n⟦a⟧ x\n", revision: "⟦a⟧ x\n⟦a⟧ x\n")
        #expect(comparison.known.count == 1 && comparison.revision.count == 1 && comparison.new.count == 1)
    }

    @Test("calls nothing mended that was not looked for")
    func allowed() {
        #expect(comparison("⟦a⟧ x\n", "", allowed: [.unknownKey]).mended == 0)
        #expect(comparison("⟦a⟧ x\n", "", allowed: [.unknownLane]).mended == 1)
    }

    @Test("knows what is about a whole file by no line of it")
    func wholeFile() {
        func entry(_ text: String) -> Baseline.Entry {
            let lines = SourceLines(SourceText(path: "a.md", text: text))
            return Baseline.Entry(
                Diagnostic(.orphan, at: Location(path: "a.md", range: 0..<0), "m"), root: ""
            ) { _ in lines }
        }
        #expect(entry("one") == entry("two") && entry("one").line == "-")
    }

    @Test("is the same after it was written and read, whatever it holds, and in one order")
    func roundTrip() {
        let messages = ["tab\there", "line\nbreak\rand \\n", "b", "a", "# not a comment \\"]
        let text = MarkedText("⟦a⟧\n⟦b⟧\n⟦c⟧\n⟦d⟧\n⟦e⟧", path: "#content/a\t.md")
        let baseline = baseline(text, messages: messages).0
        let written = baseline.text
        let read = Baseline.read(SourceText(path: "b.txt", text: written))
        #expect(read.diagnostics.isEmpty && read.value.counts == baseline.counts && read.value.text == written)
        #expect(written.hasPrefix("waymark baseline 1\n#"))
        let windows = Baseline.read(
            SourceText(path: "b.txt", text: "\u{FEFF}" + written.replacing("\n", with: "\r\n")))
        #expect(windows.diagnostics.isEmpty && windows.value.counts == baseline.counts)
        #expect(Baseline.read(SourceText(path: "b.txt", text: Baseline().text)).value.count == 0)
    }

    @Test(
        "says where it is damaged",
        arguments: [
            ("⟦waymark basline 1⟧\n", DiagnosticCode.baselineHeader, "no baseline"),
            ("⟦⟧", .baselineHeader, "no baseline"),
            ("⟦waymark baseline 2⟧\nanything\n", .baselineHeader, "another form"),
            ("waymark baseline 1\n⟦<<<<<<< HEAD⟧\n", .baselineLine, "merge"),
            ("waymark baseline 1\n\n# x\n⟦a b c d⟧\r\n", .baselineLine, "1 field "),
            ("waymark baseline 1\n⟦a\tb\tXYZ\td⟧\n", .baselineLine, "'XYZ'"),
            ("waymark baseline 1\n⟦a\tb\t-\td\\x⟧\n", .baselineLine, "'\\'"),
            ("waymark baseline 1\n⟦a\tb\t-\td\\⟧", .baselineLine, "'\\'"),
        ])
    func damaged(marked: String, code: DiagnosticCode, words: String) {
        let text = MarkedText(marked, path: "b.txt")
        let diagnostics = Baseline.read(text.source).diagnostics
        #expect(diagnostics.map(\.code) == [code])
        #expect(diagnostics.map(\.location) == [text.location])
        #expect(diagnostics.first?.message.contains(words) == true, "\(diagnostics)")
    }

    @Test("that is not UTF-8 is damaged, too")
    func bytes() {
        let bytes = Array("waymark baseline 1\n".utf8) + [0xFF, 0x0A]
        let diagnostics = Baseline.read(SourceText(path: "b.txt", bytes: bytes)).diagnostics
        #expect(diagnostics.map(\.location.range) == [19..<20])
    }

    @Test("changes no fingerprint: of two that are equal the second is the new one")
    func fingerprints() {
        let text = MarkedText("⟦a⟧ x\n⟦a⟧ x\n", path: "a.md")
        let all = text.ranges.map { Diagnostic(.unknownKey, at: Location(path: "a.md", range: $0), "m") }
        let lines = SourceLines(text.source)
        let whole = CheckReport(all, day: "2026-11-30") { _ in lines }.fingerprints()
        let compared = CheckReport([all[1]], known: [all[0]], day: "2026-11-30") { _ in lines }.fingerprints()
        #expect(compared.known + compared.new == whole.new && whole.known.isEmpty)
    }

    @Test("shows in reports what was known: it fails nothing")
    func reports() throws {
        let sample = ReportSample()
        let lines = SourceLines(sample.text.source)
        let report = CheckReport(
            Array(sample.diagnostics[2...2]), known: Array(sample.diagnostics[3...3]), failingOn: .warning,
            day: "2026-11-30"
        ) { $0 == sample.text.source.path ? lines : nil }
        #expect(report.github.split(separator: "\n").count == 1)
        #expect(report.gitlab.split(separator: "\n").count { $0.contains("check_name") } == 1)
        let states = report.sarif.split(separator: "\n").filter { $0.contains("baselineState") }
        #expect(states.map { $0.contains("unchanged") } == [false, true])
        #expect(report.sarif.split(separator: "\n").count { $0.contains("\"suppressions\"") } == 1)
        #expect(report.junit.contains("tests=\"2\" failures=\"1\" errors=\"0\" skipped=\"1\""))
        #expect(report.junit.contains("<skipped message=\"known from before\"/>"))
    }
}
