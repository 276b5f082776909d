/// Something that is wrong in a portfolio, where it is, and what would mend it.
package struct Diagnostic: Hashable, Sendable {
    package enum Severity: String, CaseIterable, Hashable, Sendable, Comparable {
        case error, warning

        package static func < (left: Severity, right: Severity) -> Bool {
            left == .error && right == .warning
        }
    }

    /// A second place that has to do with it.
    package struct Note: Hashable, Sendable {
        package let location: Location
        package let message: String

        package init(_ message: String, at location: Location) {
            self.location = location
            self.message = message
        }
    }

    package let code: DiagnosticCode
    package var severity: Severity
    package let location: Location
    /// Leads with the specific thing, in the author's words, then states the rule.
    package let message: String
    package let notes: [Note]
    /// What to do about it: the nearest name, or what to write.
    package let hint: String?

    package init(
        _ code: DiagnosticCode, at location: Location, _ message: String,
        notes: [Note] = [], hint: String? = nil, severity: Severity? = nil
    ) {
        self.code = code
        self.severity = severity ?? code.severity
        self.location = location
        self.message = message
        self.notes = notes
        self.hint = hint
    }
}

extension Diagnostic: Comparable {
    /// By place, then by what is said there: the order of files and threads never shows.
    package static func < (left: Diagnostic, right: Diagnostic) -> Bool {
        if left.location != right.location { return left.location < right.location }
        if left.code != right.code { return left.code.rawValue < right.code.rawValue }
        if left.message != right.message { return left.message < right.message }
        if left.hint != right.hint { return (left.hint ?? "") < (right.hint ?? "") }
        if left.severity != right.severity { return left.severity < right.severity }
        return left.notes.lexicographicallyPrecedes(right.notes)
    }
}

extension Diagnostic.Note: Comparable {
    package static func < (left: Diagnostic.Note, right: Diagnostic.Note) -> Bool {
        left.location != right.location ? left.location < right.location : left.message < right.message
    }
}

/// What a stage makes of its input: its best effort, and all that was wrong.
package struct Checked<Output> {
    package var value: Output
    package var diagnostics: [Diagnostic]

    package init(_ value: Output, _ diagnostics: [Diagnostic] = []) {
        self.value = value
        self.diagnostics = diagnostics
    }
}

extension Checked: Sendable where Output: Sendable {}

extension Sequence<Diagnostic> {
    package var errorCount: Int { reduce(0) { $0 + ($1.severity == .error ? 1 : 0) } }
    package var warningCount: Int { reduce(0) { $0 + ($1.severity == .warning ? 1 : 0) } }

    /// In their one order, each once.
    package func inOrder() -> [Diagnostic] {
        var result: [Diagnostic] = []
        for diagnostic in sorted() where diagnostic != result.last { result.append(diagnostic) }
        return result
    }
}

// MARK: Kept from run to run

extension Checked: Packed where Output: Packed {
    package func pack(into pack: inout PackWriter) {
        value.pack(into: &pack)
        pack.list(diagnostics)
    }

    package init(from pack: inout PackReader) {
        self.init(Output(from: &pack), pack.list())
    }
}

extension Diagnostic: Packed {
    package func pack(into pack: inout PackWriter) {
        pack.choice(code)
        location.pack(into: &pack)
        pack.text(message)
        pack.list(notes)
        pack.optional(hint) { $0.text($1) }
        pack.choice(severity)
    }

    package init(from pack: inout PackReader) {
        self.init(
            pack.choice(), at: Location(from: &pack), pack.text(), notes: pack.list(),
            hint: pack.optional { $0.text() }, severity: pack.choice())
    }
}

extension Diagnostic.Note: Packed {
    package func pack(into pack: inout PackWriter) {
        pack.text(message)
        location.pack(into: &pack)
    }

    package init(from pack: inout PackReader) {
        self.init(pack.text(), at: Location(from: &pack))
    }
}

extension Location: Packed {
    package func pack(into pack: inout PackWriter) {
        pack.text(path)
        pack.range(range)
    }

    package init(from pack: inout PackReader) {
        self.init(path: pack.text(), range: pack.range())
    }
}
