/// Diagnostics for machines, as JSON with keys in a fixed order.
package enum DiagnosticReport {
    /// `{"diagnostics": […], "errors": 1, "warnings": 0, "known": […], "mended": 0, "allowed": 0}`; lines and columns count from 1,
    /// columns in characters.
    ///
    /// - Parameters:
    ///   - known: what was known before; it is counted nowhere else.
    ///   - mended: how much of what was known no longer occurs.
    ///   - allowed: how many were left out.
    package static func json(
        of diagnostics: [Diagnostic], known: [Diagnostic] = [], mended: Int = 0, allowed: Int = 0,
        lines: (String) -> SourceLines?
    ) -> String {
        "{\"diagnostics\": \(list(of: diagnostics, lines: lines)), \"errors\": \(diagnostics.errorCount), "
            + "\"warnings\": \(diagnostics.warningCount), \"known\": \(list(of: known, lines: lines)), "
            + "\"mended\": \(mended), \"allowed\": \(allowed)}"
    }

    private static func list(of diagnostics: [Diagnostic], lines: (String) -> SourceLines?) -> String {
        let entries = diagnostics.map { "\n  " + json(of: $0, lines: lines) }.joined(separator: ",")
        return diagnostics.isEmpty ? "[]" : "[\(entries)\n]"
    }

    private static func json(of diagnostic: Diagnostic, lines: (String) -> SourceLines?) -> String {
        let location = diagnostic.location
        let start = position(of: location.range.lowerBound, in: location.path, lines: lines)
        let end = position(of: location.range.upperBound, in: location.path, lines: lines)
        let notes = diagnostic.notes.map { note in
            let place = position(of: note.location.range.lowerBound, in: note.location.path, lines: lines)
            return
                "{\"path\": \(JSONString.quoted(note.location.path)), \"line\": \(place.line), \"column\": \(place.column), "
                + "\"message\": \(JSONString.quoted(note.message))}"
        }
        return
            "{\"code\": \(JSONString.quoted(diagnostic.code.rawValue)), \"severity\": \(JSONString.quoted(diagnostic.severity.rawValue)), "
            + "\"path\": \(JSONString.quoted(location.path)), \"line\": \(start.line), \"column\": \(start.column), "
            + "\"end_line\": \(end.line), \"end_column\": \(end.column), \"message\": \(JSONString.quoted(diagnostic.message)), "
            + "\"hint\": \(diagnostic.hint.map(JSONString.quoted) ?? "null"), \"notes\": [\(notes.joined(separator: ", "))]}"
    }

    /// `null` for what is about a file or a folder as a whole.
    private static func position(of offset: Int, in path: String, lines: (String) -> SourceLines?) -> (
        line: String, column: String
    ) {
        guard let position = lines(path)?.position(of: offset) else { return ("null", "null") }
        return (String(position.line), String(position.column))
    }
}
