/// Diagnostics for machines, as JSON with keys in a fixed order.
package enum DiagnosticReport {
    /// `{"diagnostics": […], "errors": 1, "warnings": 0}`; lines and columns count from 1, columns in characters.
    package static func json(of diagnostics: [Diagnostic], lines: (String) -> SourceLines?) -> String {
        let entries = diagnostics.map { "\n  " + json(of: $0, lines: lines) }.joined(separator: ",")
        let list = diagnostics.isEmpty ? "[]" : "[\(entries)\n]"
        return
            "{\"diagnostics\": \(list), \"errors\": \(diagnostics.errorCount), \"warnings\": \(diagnostics.warningCount)}"
    }

    private static func json(of diagnostic: Diagnostic, lines: (String) -> SourceLines?) -> String {
        let location = diagnostic.location
        let start = position(of: location.range.lowerBound, in: location.path, lines: lines)
        let end = position(of: location.range.upperBound, in: location.path, lines: lines)
        let notes = diagnostic.notes.map { note in
            let place = position(of: note.location.range.lowerBound, in: note.location.path, lines: lines)
            return "{\"path\": \(quoted(note.location.path)), \"line\": \(place.line), \"column\": \(place.column), "
                + "\"message\": \(quoted(note.message))}"
        }
        return "{\"code\": \(quoted(diagnostic.code.rawValue)), \"severity\": \(quoted(diagnostic.severity.rawValue)), "
            + "\"path\": \(quoted(location.path)), \"line\": \(start.line), \"column\": \(start.column), "
            + "\"end_line\": \(end.line), \"end_column\": \(end.column), \"message\": \(quoted(diagnostic.message)), "
            + "\"hint\": \(diagnostic.hint.map(quoted) ?? "null"), \"notes\": [\(notes.joined(separator: ", "))]}"
    }

    /// `null` for what is about a file or a folder as a whole.
    private static func position(of offset: Int, in path: String, lines: (String) -> SourceLines?) -> (
        line: String, column: String
    ) {
        guard let position = lines(path)?.position(of: offset) else { return ("null", "null") }
        return (String(position.line), String(position.column))
    }

    /// A JSON string (RFC 8259, 7).
    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            case "\r": result += "\\r"
            default:
                if scalar.value < 0x20 {
                    let digits = String(scalar.value, radix: 16)
                    result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                } else {
                    result.unicodeScalars.append(scalar)
                }
            }
        }
        return result + "\""
    }
}
