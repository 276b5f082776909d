extension CheckReport {
    /// Workflow commands, which GitHub shows as annotations at their lines: a line each, and nothing where nothing is wrong.
    ///
    /// `::error file=content/a.md,line=3,col=8,endLine=3,endColumn=11,title=link/unknown-stage::…`
    package var github: String {
        diagnostics.map { diagnostic in
            let properties = properties(of: diagnostic).map { "\($0)=\(GitHubCommand.property($1))" }
            return "::\(diagnostic.severity.rawValue) \(properties.joined(separator: ","))::"
                + GitHubCommand.data(diagnostic.messageWithHint) + "\n"
        }.joined()
    }

    private func properties(of diagnostic: Diagnostic) -> [(String, String)] {
        let place = place(of: diagnostic.location)
        var properties: [(String, String)] = []
        if !place.path.isEmpty { properties.append(("file", place.path)) }
        if let start = place.start, let end = place.end {
            properties.append(("line", String(start.line)))
            // Columns of several lines are refused.
            if start.line == end.line { properties.append(("col", String(start.column))) }
            properties.append(("endLine", String(end.line)))
            if start.line == end.line { properties.append(("endColumn", String(end.column))) }
        }
        return properties + [("title", diagnostic.code.rawValue)]
    }
}

/// How a workflow command is written, so that no text can end it or start another.
private enum GitHubCommand {
    static func data(_ text: String) -> String {
        escaped(text) { scalar in
            switch scalar {
            case "%": "%25"
            case "\r": "%0D"
            case "\n": "%0A"
            case "\t": nil
            // Logs are shown by terminals, too, which no content may drive.
            case _ where scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value): "\u{FFFD}"
            default: nil
            }
        }
    }

    static func property(_ text: String) -> String {
        escaped(data(text)) { scalar in
            switch scalar {
            case ":": "%3A"
            case ",": "%2C"
            default: nil
            }
        }
    }

    /// By scalars: CR and LF are one character.
    private static func escaped(_ text: String, _ replacement: (Unicode.Scalar) -> String?) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            if let replacement = replacement(scalar) {
                result += replacement
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
