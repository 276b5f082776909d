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
        let isWhole: (Diagnostic) -> Bool = {
            $0.code == .mergeConflict || $0.code == .notUTF8 && $0.location.range.lowerBound == 0
        }
        let damaged = Set(told.lazy.filter(isWhole).map(\.location.path))
        return damaged.isEmpty ? told : told.filter { !damaged.contains($0.location.path) || isWhole($0) }
    }

    private static func isMisplaced(_ found: Diagnostic) -> Bool {
        found.code == .unknownFile || found.code == .unknownFolder
    }
}
