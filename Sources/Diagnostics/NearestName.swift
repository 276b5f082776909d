/// Finds the name that an author most likely meant.
package enum NearestName {
    /// The candidate with the smallest edit distance to `name`, if it is near enough to be worth offering.
    ///
    /// Distance is that of Damerau and Levenshtein (restricted: optimal string alignment), without case; at most a third of
    /// the longer name may differ, and at least one edit is always allowed. A candidate that contains the name as a whole word,
    /// or the other way round, is near too. Ties go to the first in byte order.
    package static func nearest(to name: String, among candidates: some Sequence<String>) -> String? {
        let wanted = Array(name.lowercased().unicodeScalars.prefix(longest))
        guard !wanted.isEmpty else { return nil }
        var best: (distance: Int, name: String)?
        for candidate in candidates {
            let other = Array(candidate.lowercased().unicodeScalars.prefix(longest))
            guard !other.isEmpty else { continue }
            let limit = max(1, max(wanted.count, other.count) / 3)
            let bound = best.map { min($0.distance, limit) } ?? limit
            guard abs(wanted.count - other.count) <= bound else { continue }
            let distance = editDistance(wanted, other)
            guard distance <= limit, distance < max(wanted.count, other.count) else { continue }
            if let current = best {
                guard (distance, candidate) < (current.distance, current.name) else { continue }
            }
            best = (distance, candidate)
        }
        if let best { return best.name }
        return containing(name, among: candidates)
    }

    /// `did you mean 'x'?`, if there is a near one.
    package static func hint(for name: String, among candidates: some Sequence<String>) -> String? {
        nearest(to: name, among: candidates).map { "did you mean '\($0)'?" }
    }

    /// Names beyond this many scalars are compared by their beginnings.
    private static let longest = 200

    /// The shortest candidate that has all of the name's words, or whose words the name has.
    private static func containing(_ name: String, among candidates: some Sequence<String>) -> String? {
        let wanted = words(of: name)
        guard !wanted.isEmpty else { return nil }
        var best: String?
        for candidate in candidates {
            let other = words(of: candidate)
            guard !other.isEmpty, wanted.isSubset(of: other) || other.isSubset(of: wanted) else { continue }
            if let current = best, (current.utf8.count, current) <= (candidate.utf8.count, candidate) { continue }
            best = candidate
        }
        return best
    }

    private static func words(of name: String) -> Set<Substring> {
        Set(name.lowercased().split { !$0.isLetter && !$0.isNumber }.filter { $0.count > 2 })
    }

    private static func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
        var beforeLast = [Int](repeating: 0, count: right.count + 1)
        var last = Array(0...right.count)
        for row in 1...left.count {
            var current = [row] + [Int](repeating: 0, count: right.count)
            for column in 1...right.count {
                let cost = left[row - 1] == right[column - 1] ? 0 : 1
                var distance = min(last[column] + 1, current[column - 1] + 1, last[column - 1] + cost)
                if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
                    distance = min(distance, beforeLast[column - 2] + 1)
                }
                current[column] = distance
            }
            beforeLast = last
            last = current
        }
        return last[right.count]
    }
}
