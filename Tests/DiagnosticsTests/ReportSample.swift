@testable import Diagnostics

/// Diagnostics of all sorts, as reports for machines have to bear them.
struct ReportSample {
    let text = MarkedText(
        "title: ⟦ab⟧: c\n\n👩‍👧日 ⟦e\u{301}x⟧ same\n  👩‍👧日 ⟦e\u{301}x⟧ same\n⟦two\nlines\n⟧last\n", path: "content/a b.md")

    let hostile = "100%: a, b\r\nc <\"&'> [x](y) \u{1} ]]>"

    var diagnostics: [Diagnostic] {
        [
            Diagnostic(.unknownFolder, at: Location(path: "content/x", range: 0..<0), "no folder"),
            Diagnostic(
                .yamlSyntax, at: Location(path: text.source.path, range: text.ranges[0]), hostile,
                notes: [Diagnostic.Note("see", at: Location(path: text.source.path, range: text.ranges[3]))],
                hint: "mend"),
            Diagnostic(.unknownKey, at: Location(path: text.source.path, range: text.ranges[1]), "same"),
            Diagnostic(.unknownKey, at: Location(path: text.source.path, range: text.ranges[2]), "same"),
            Diagnostic(.unknownLane, at: Location(path: text.source.path, range: text.ranges[3]), "lines"),
            Diagnostic(.unreadable, at: Location(path: "", range: 0..<0), "nothing at all"),
        ]
    }

    func report(
        _ diagnostics: [Diagnostic]? = nil, failingOn threshold: CheckReport.Threshold = .error,
        of source: SourceText? = nil
    ) -> CheckReport {
        let source = source ?? text.source
        let lines = SourceLines(source)
        return CheckReport(
            diagnostics ?? self.diagnostics, failingOn: threshold, day: "2026-11-30",
            lines: { $0 == source.path ? lines : nil }, path: { $0.isEmpty ? "" : "site/" + $0 })
    }
}
