/// Finds the name that an author most likely meant.
package enum NearestName {
    /// The candidate with the smallest edit distance to `name`, if it is near enough to be worth offering.
    ///
    /// Distance is that of Damerau and Levenshtein (restricted: optimal string alignment), without case; at most a third of
    /// the longer name may differ, one edit from three letters on, none below. A candidate that has all of the name's words, or
    /// the other way round, is near too, unless they are little of it. Ties go to the first in byte order.
    package static func nearest(to name: String, among candidates: some Sequence<String>) -> String? {
        var search = NearestSearch(for: name)
        guard search.isPossible else { return nil }
        var folded = FoldedName("")
        for candidate in candidates {
            folded.replace(by: candidate)
            search.offer(candidate, folded)
        }
        return search.found
    }

    /// The same among the names of some lists.
    package static func nearest(to name: String, among lists: [CandidateNames]) -> String? {
        var search = NearestSearch(for: name)
        guard search.isPossible else { return nil }
        for list in lists { list.offer(to: &search) }
        return search.found
    }

    /// `did you mean 'x'?`, if there is a near one.
    package static func hint(for name: String, among candidates: some Sequence<String>) -> String? {
        nearest(to: name, among: candidates).map { "did you mean '\($0)'?" }
    }
}

/// The nearest name so far.
struct NearestSearch {
    private let pattern: EditPattern
    private let words: NameWords
    private var best: (distance: Int, name: String)?
    /// One that has all words of the other, while none is better.
    private var sharing: String?

    init(for name: String) {
        let folded = FoldedName(name)
        pattern = EditPattern(folded)
        words = NameWords(of: folded)
    }

    var isPossible: Bool { pattern.count > 0 }
    var found: String? { best?.name ?? sharing }

    /// False only of names that would not be taken.
    func mayTake(count: Int, classes: UInt64) -> Bool {
        pattern.mayBeNear(count: count, classes: classes, within: limit(for: count))
            || best == nil && words.mayBeShared(classes: classes)
    }

    mutating func offer(_ candidate: String, _ folded: FoldedName) {
        if let distance = pattern.distance(to: folded, within: limit(for: folded.count)) {
            if let current = best, distance == current.distance, !Self.precedes(candidate, current.name) { return }
            best = (distance, candidate)
        } else if best == nil, words.areShared(with: folded) {
            // The shortest says least that the author did not say.
            if let current = sharing, !Self.isShorter(candidate, current) { return }
            sharing = candidate
        }
    }

    /// How many edits may lie between, by the length of the longer one, and no more than there are already.
    private func limit(for count: Int) -> Int {
        let longest = max(pattern.count, count)
        return min(longest < 3 ? 0 : longest / 3, best?.distance ?? longest)
    }

    private static func isShorter(_ left: String, _ right: String) -> Bool {
        let (length, other) = (left.utf8.count, right.utf8.count)
        return length < other || length == other && precedes(left, right)
    }

    private static func precedes(_ left: String, _ right: String) -> Bool {
        left.utf8.lexicographicallyPrecedes(right.utf8)
    }
}
