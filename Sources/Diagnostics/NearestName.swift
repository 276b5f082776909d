/// Finds the name that an author most likely meant.
package enum NearestName {
    /// The candidate with the smallest edit distance to `name`, if it is near enough to be worth offering.
    ///
    /// Distance is that of Damerau and Levenshtein (restricted: optimal string alignment), without case; at most a third of
    /// the longer name may differ, one edit from three letters on, none below. A candidate that has all of the name's words, or
    /// the other way round, is near too, unless they are little of it. Ties go to the first in byte order.
    package static func nearest(to name: String, among candidates: some Sequence<String>) -> String? {
        var folded = FoldedName(name)
        let pattern = EditPattern(folded)
        let words = NameWords(of: folded)
        guard pattern.count > 0 else { return nil }
        var best: (distance: Int, name: String)?
        var sharing: String?
        for candidate in candidates {
            folded.replace(by: candidate)
            let longest = max(pattern.count, folded.count)
            let limit = min(limit(for: longest), best?.distance ?? longest)
            if let distance = pattern.distance(to: folded, within: limit) {
                if let current = best, distance == current.distance, !precedes(candidate, current.name) { continue }
                best = (distance, candidate)
            } else if best == nil, words.areShared(with: folded) {
                // The shortest says least that the author did not say.
                if let current = sharing, !isShorter(candidate, current) { continue }
                sharing = candidate
            }
        }
        return best?.name ?? sharing
    }

    /// `did you mean 'x'?`, if there is a near one.
    package static func hint(for name: String, among candidates: some Sequence<String>) -> String? {
        nearest(to: name, among: candidates).map { "did you mean '\($0)'?" }
    }

    /// How many edits may lie between two names, by the length of the longer one.
    private static func limit(for longest: Int) -> Int { longest < 3 ? 0 : longest / 3 }

    private static func isShorter(_ left: String, _ right: String) -> Bool {
        let (length, other) = (left.utf8.count, right.utf8.count)
        return length < other || length == other && precedes(left, right)
    }

    private static func precedes(_ left: String, _ right: String) -> Bool {
        left.utf8.lexicographicallyPrecedes(right.utf8)
    }
}
