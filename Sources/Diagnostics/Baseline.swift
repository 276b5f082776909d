/// Findings of a check that are known: an old portfolio can start with what it has, and only what comes anew makes a check fail.
///
/// A finding is known by its code, its file, what it says and the text of its line, and never by the number of that line: what moves stays
/// known. Two that are equal are two entries.
package struct Baseline: Sendable {
    package struct Entry: Hashable, Sendable {
        package let path: String
        package let code: String
        /// A checksum of the line's text, so that no text of the content is kept elsewhere; `-` for what is about a whole file.
        package let line: String
        package let message: String
    }

    /// How often each occurs.
    package private(set) var counts: [Entry: Int] = [:]

    package init() {}

    /// - Parameters:
    ///   - root: what stands before a path of the content, which is known wherever its folder lies.
    ///   - lines: the lines of the file at a path, as they were read.
    package init(of diagnostics: [Diagnostic], root: String, lines: (String) -> SourceLines?) {
        for diagnostic in diagnostics { add(Entry(diagnostic, root: root, lines: lines)) }
    }

    package var count: Int { counts.values.reduce(0, +) }

    package mutating func add(_ entry: Entry) { counts[entry, default: 0] += 1 }

    /// All entries in their one order, as often as they occur.
    package var entries: [Entry] {
        counts.sorted { $0.key < $1.key }.flatMap { Array(repeating: $0.key, count: $0.value) }
    }
}

extension Baseline.Entry {
    package init(_ diagnostic: Diagnostic, root: String, lines: (String) -> SourceLines?) {
        let location = diagnostic.location
        path = location.path.hasPrefix(root) ? String(location.path.dropFirst(root.count)) : location.path
        code = diagnostic.code.rawValue
        message = diagnostic.message.trimmingSpaces
        if location.range != 0..<0, let lines = lines(location.path) {
            let text = lines.text(ofLine: lines.position(of: location.range.lowerBound).line)
            line = String(Fingerprint(of: [text.trimmingSpaces]).text.prefix(Self.lineDigits))
        } else {
            line = "-"
        }
    }

    static let lineDigits = 16
}

extension Baseline.Entry: Comparable {
    package static func < (left: Self, right: Self) -> Bool {
        for part in [\Self.path, \.code, \.message, \.line] where left[keyPath: part] != right[keyPath: part] {
            return left[keyPath: part].utf8.lexicographicallyPrecedes(right[keyPath: part].utf8)
        }
        return false
    }
}

extension Baseline {
    /// What of a run is new, and what was known before.
    package struct Comparison: Sendable {
        package var new: [Diagnostic] = []
        /// Known from the file, and else only from the revision: in their one order.
        package var known: [Diagnostic] = []
        package var revision: [Diagnostic] = []
        /// Entries of the file that no longer occur.
        package var mended = 0

        package init(new: [Diagnostic]) {
            self.new = new
        }

        /// - Parameters:
        ///   - file: what was written down.
        ///   - revision: what an earlier revision has. What both have is one thing, not two.
        ///   - allowed: codes that were not looked at, so that nobody can tell whether their entries still hold.
        package init(
            of diagnostics: [Diagnostic], to file: Baseline, revision: Baseline, allowed: Set<DiagnosticCode>,
            root: String, lines: (String) -> SourceLines?
        ) {
            var seen: [Entry: Int] = [:]
            for diagnostic in diagnostics {
                let entry = Entry(diagnostic, root: root, lines: lines)
                let before = seen[entry, default: 0]
                seen[entry] = before + 1
                if before < file.counts[entry, default: 0] {
                    known.append(diagnostic)
                } else if before < revision.counts[entry, default: 0] {
                    self.revision.append(diagnostic)
                } else {
                    new.append(diagnostic)
                }
            }
            for (entry, count) in file.counts where !allowed.contains(where: { $0.rawValue == entry.code }) {
                mended += max(0, count - seen[entry, default: 0])
            }
        }
    }
}
