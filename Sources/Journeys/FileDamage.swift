import Diagnostics
import Markup

/// What is wrong with a file as a whole, told once and not with all that comes of it.
enum FileDamage {
    /// - Parameters:
    ///   - found: all else that was found in the file.
    ///   - damage: the bytes of it that are no text.
    ///   - source: the file as it is on the disk.
    static func told(with found: [Diagnostic], damage: [Diagnostic], in source: SourceText) -> [Diagnostic] {
        if let merge = MergeMarks.problem(in: source) { return [merge] }
        guard let first = damage.first else { return found }
        if UTF8Repair.isUTF16(source) { return damage }
        let place = first.location.range.lowerBound
        return damage + found.filter { $0.location.path != source.path || !$0.location.range.contains(place) }
    }
}

extension [Diagnostic] {
    /// Without what was found in files of which nothing could be read, or both sides of a merge: all of it may come of that.
    package func withoutConsequences() -> [Diagnostic] {
        // What is a warning of its own is an error where something else hangs on it.
        let raised = Set(lazy.filter { $0.severity == .error && Self.isMisplaced($0) }.map(\.location.path))
        let told =
            raised.isEmpty
            ? self : filter { $0.severity == .error || !Self.isMisplaced($0) || !raised.contains($0.location.path) }
        return told.withoutAddressesBeforeComments().withoutDamage()
    }

    /// `evid #lost`: an address that ends with the blank before a comment lacks what was meant as its anchor, and is lost.
    private func withoutAddressesBeforeComments() -> [Diagnostic] {
        let whole = filter { $0.code == .addressesWholeJourney }
        if whole.isEmpty { return self }
        let comments = Set(
            lazy.filter { $0.code == .yamlSyntax && $0.message.hasPrefix("'#' starts a comment") }.map { found in
                Location(
                    path: found.location.path,
                    range: (found.location.range.lowerBound - 1)..<found.location.range.lowerBound)
            })
        let cut = whole.filter { found in
            let end = found.location.range.upperBound
            return comments.contains(Location(path: found.location.path, range: end..<(end + 1)))
        }
        if cut.isEmpty { return self }
        return compactMap { found in
            if cut.contains(found) { return nil }
            var found = found
            let isCause = cut.contains {
                $0.location.path == found.location.path
                    && $0.location.range.upperBound + 1 == found.location.range.lowerBound
            }
            if isCause, found.code == .yamlSyntax { found.severity = .error }
            return found
        }
    }

    private func withoutDamage() -> [Diagnostic] {
        let isWhole: (Diagnostic) -> Bool = {
            $0.code == .mergeConflict || $0.code == .notUTF8 && $0.location.range.lowerBound == 0
        }
        let damaged = Set(lazy.filter(isWhole).map(\.location.path))
        return damaged.isEmpty ? self : filter { !damaged.contains($0.location.path) || isWhole($0) }
    }

    private static func isMisplaced(_ found: Diagnostic) -> Bool {
        found.code == .unknownFile || found.code == .unknownFolder
    }
}
