/// What a check found, for those who print it: each thing with the place where its readers look for it.
///
/// Every format is a file of its own, an extension of this. What they have in common is here: paths as from the root of the repository,
/// places that lie on lines, and marks that stay the same while lines move.
package struct CheckReport {
    /// How much it takes for a check to fail.
    package enum Threshold: String, CaseIterable, Sendable {
        case error, warning, never

        package func fails(at severity: Diagnostic.Severity) -> Bool {
            switch self {
            case .error: severity == .error
            case .warning: true
            case .never: false
            }
        }
    }

    /// Where something is, as far as that can be told in lines.
    struct Place {
        /// As from the root of the repository, with `/`; empty where it is about no file.
        let path: String
        /// Nothing for what is about a file or a folder as a whole.
        let start: SourceLines.Position?
        let end: SourceLines.Position?
    }

    /// What is new, in its one order; all there is, if it was compared to nothing.
    package let diagnostics: [Diagnostic]
    /// What was known before, and makes no check fail; nothing if it was compared to nothing.
    package let known: [Diagnostic]?
    package let threshold: Threshold
    /// The day that the portfolio is read for, as an ISO date.
    package let day: String
    package let lines: (String) -> SourceLines?
    private let path: (String) -> String

    /// - Parameters:
    ///   - lines: the lines of the file at a path, as they were read; nothing for a file that could not be.
    ///   - path: a path as readers of the report want it.
    package init(
        _ diagnostics: [Diagnostic], known: [Diagnostic]? = nil, failingOn threshold: Threshold = .error, day: String,
        lines: @escaping (String) -> SourceLines?, path: @escaping (String) -> String = { $0 }
    ) {
        self.diagnostics = diagnostics
        self.known = known
        self.threshold = threshold
        self.day = day
        self.lines = lines
        self.path = path
    }

    /// Whether anything is bad enough for the check to fail.
    package var fails: Bool { diagnostics.contains { threshold.fails(at: $0.severity) } }

    /// - Parameter unit: what columns count.
    func place(of location: Location, counting unit: SourceLines.Unit = .characters) -> Place {
        let path = path(location.path)
        guard let lines = lines(location.path) else { return Place(path: path, start: nil, end: nil) }
        let range = lines.withoutLineEnd(location.range)
        return Place(
            path: path, start: lines.position(of: range.lowerBound, counting: unit),
            end: lines.position(of: range.upperBound, counting: unit))
    }

    /// A mark for each diagnostic, which tells it from all others, and stays while lines move. Equal ones are counted, those that are known
    /// first: of two the second is the new one, and each has the mark that it has where nothing is known.
    func fingerprints() -> (new: [String], known: [String]) {
        var seen: [String: Int] = [:]
        let known = (known ?? []).map { fingerprint(of: $0, seen: &seen) }
        return (diagnostics.map { fingerprint(of: $0, seen: &seen) }, known)
    }

    private func fingerprint(of diagnostic: Diagnostic, seen: inout [String: Int]) -> String {
        let place = place(of: diagnostic.location)
        let line = place.start.flatMap { lines(diagnostic.location.path)?.text(ofLine: $0.line) } ?? ""
        var parts = [diagnostic.code.rawValue, place.path, diagnostic.message, line.trimmingSpaces]
        let key = parts.joined(separator: "\u{0}")
        let before = seen[key, default: 0]
        seen[key] = before + 1
        if before > 0 { parts.append(String(before)) }
        return Fingerprint(of: parts).text
    }
}

extension Diagnostic {
    /// The message, and below it what to do.
    var messageWithHint: String { hint.map { "\(message)\nhint: \($0)" } ?? message }
}

extension String {
    /// Without white space before and behind: to set a line further in does not change what it says.
    var trimmingSpaces: String {
        let rest = drop { $0.isWhitespace }
        return String(rest[..<(rest.lastIndex { !$0.isWhitespace }.map { rest.index(after: $0) } ?? rest.startIndex)])
    }
}
