import Diagnostics
import Foundation
import Testing

@Suite("The report for machines")
struct DiagnosticReportTests {
    private struct Report: Decodable {
        struct Entry: Decodable {
            struct Note: Decodable {
                let path: String
                let line: Int?
                let column: Int?
                let message: String
            }

            let code: String
            let severity: String
            let path: String
            let line: Int?
            let column: Int?
            let end_line: Int?
            let end_column: Int?
            let message: String
            let hint: String?
            let notes: [Note]
        }

        let diagnostics: [Entry]
        let errors: Int
        let warnings: Int
    }

    private func report(_ diagnostics: [Diagnostic], of text: MarkedText) throws -> Report {
        let lines = SourceLines(text.source)
        let json = DiagnosticReport.json(of: diagnostics) { $0 == text.source.path ? lines : nil }
        return try JSONDecoder().decode(Report.self, from: Data(json.utf8))
    }

    @Test("is JSON with places, notes, hints and counts")
    func whole() throws {
        let text = MarkedText("a\nb: ⟦日\n本⟧", path: "x.md")
        let note = Diagnostic.Note("see", at: Location(path: "gone.md", range: 3..<4))
        let report = try report(
            [
                Diagnostic(.wrongValue, at: text.location, "m", notes: [note], hint: "h"),
                Diagnostic(.unknownKey, at: Location(path: "gone.md", range: 0..<0), "w"),
            ], of: text)
        #expect(report.errors == 1)
        #expect(report.warnings == 1)
        let first = try #require(report.diagnostics.first)
        #expect(first.line == 2 && first.column == 4)
        #expect(first.end_line == 3 && first.end_column == 2)
        #expect(first.code == "front-matter/wrong-value" && first.severity == "error")
        #expect(first.path == "x.md" && first.message == "m")
        #expect(first.hint == "h")
        #expect(first.notes.first?.line == nil)
        #expect(first.notes.first?.path == "gone.md")
        #expect(report.diagnostics.last?.line == nil)
        #expect(report.diagnostics.last?.severity == "warning")
    }

    @Test("of nothing has an empty list")
    func empty() throws {
        let report = try report([], of: MarkedText(""))
        #expect(report.diagnostics.isEmpty)
    }

    @Test("escapes whatever a text may hold")
    func escapes() throws {
        let message = (UInt8(0)..<128).map { String(Unicode.Scalar($0)) }.joined() + "\u{2028}\u{FEFF}é日👩‍👧\\\"/"
        let text = MarkedText("⟦a⟧")
        let report = try report([Diagnostic(.wrongValue, at: text.location, message, hint: message)], of: text)
        #expect(report.diagnostics.first?.message == message)
        #expect(report.diagnostics.first?.hint == message)
    }
}
