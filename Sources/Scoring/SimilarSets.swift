/// All pairs of sets with a Jaccard index |A ∩ B| / |A ∪ B| of 0.6 and more: those that share at least ⌈3 (n + m) / 8⌉ of their
/// n and m elements.
///
/// Two such sets share one of their rarest elements: of a set of n at least 0.6 n are in the other, so one of any n - ⌈0.6 n⌉ + 1.
/// The larger has 0.75 of the smaller one's, so that of these n - ⌈0.75 n⌉ + 1 do. Only sets that do share one are compared. Prefix
/// filtering, after R. Bayardo, Y. Ma and R. Srikant, "Scaling up all pairs similarity search", WWW 2007, and C. Xiao et al.,
/// "Efficient similarity joins for near-duplicate detection", WWW 2008.
enum SimilarSets {
    struct Pair: Hashable {
        let first: Int
        let second: Int
        /// Of the elements of both, how many they share.
        let share: Share
    }

    /// - Parameter sets: of distinct elements from 0 on, none equal to another.
    static func pairs(among sets: [[Int]]) -> [Pair] {
        let ranked = byRarity(sets)
        // From the smallest: a set is compared with those before it.
        let order = ranked.indices.sorted { (ranked[$0].count, $0) < (ranked[$1].count, $1) }
        var holders = [Holders](repeating: Holders(), count: (ranked.lazy.compactMap(\.last).max() ?? -1) + 1)
        var pairs: [Pair] = []
        for index in order {
            let set = ranked[index]
            let sketch = Sketch(set, index)
            for (place, element) in set.prefix(set.count - least(of: set.count, 3, 5) + 1).enumerated() {
                // If this is the first that they share, what is left of the set must hold all: 3 (n + m) / 8 ≤ n - place.
                let largest = (5 * set.count - 8 * place) / 3
                holders[element].skip(below: least(of: set.count, 3, 5))
                for other in holders[element].sketches[holders[element].start...] {
                    guard other.count <= largest else { break }
                    guard other.mayBeSimilar(to: sketch) else { continue }
                    let candidate = ranked[other.index]
                    // A pair is looked at where it first meets.
                    if place > 0, meets(set[..<place], candidate) { continue }
                    let shared = common(set, candidate)
                    let all = set.count + candidate.count - shared
                    guard 5 * shared >= 3 * all else { continue }
                    let (first, second) = (min(index, other.index), max(index, other.index))
                    pairs.append(Pair(first: first, second: second, share: Share(shared, of: all)))
                }
            }
            for element in set.prefix(set.count - least(of: set.count, 3, 4) + 1) {
                holders[element].sketches.append(sketch)
            }
        }
        return pairs
    }

    /// The sets that are found by an element, from the smallest.
    private struct Holders {
        var sketches: [Sketch] = []
        /// Before it stand those that are too small for all that is still to come.
        private(set) var start = 0

        mutating func skip(below least: Int) {
            while start < sketches.count, sketches[start].count < least { start += 1 }
        }
    }

    /// A set in 128 bits, in which every element turns one over: what two sets do not share can turn over no more bits than it
    /// has elements.
    private struct Sketch {
        private var low: UInt64 = 0
        private var high: UInt64 = 0
        // Half as wide, since lists of them are walked whole.
        private let shortCount: Int32
        private let shortIndex: Int32
        var count: Int { Int(shortCount) }
        var index: Int { Int(shortIndex) }

        init(_ set: [Int], _ index: Int) {
            shortCount = Int32(set.count)
            shortIndex = Int32(index)
            for element in set {
                let bit = UInt64(1) << UInt64(element & 63)
                if element & 64 == 0 { low ^= bit } else { high ^= bit }
            }
        }

        /// False only of sets that are not.
        func mayBeSimilar(to other: Sketch) -> Bool {
            // They share at least 3 / 8 of n + m, so that at most a quarter is not shared. Most pairs end at the first half.
            let most = (count + other.count) / 4
            let different = (low ^ other.low).nonzeroBitCount
            return different <= most && different + (high ^ other.high).nonzeroBitCount <= most
        }
    }

    /// ⌈part / whole × size⌉
    private static func least(of size: Int, _ part: Int, _ whole: Int) -> Int { (part * size + whole - 1) / whole }

    /// The same sets with their elements named by how rare they are, the rarest first.
    private static func byRarity(_ sets: [[Int]]) -> [[Int]] {
        var uses = [Int](repeating: 0, count: (sets.lazy.compactMap { $0.max() }.max() ?? -1) + 1)
        for set in sets { for element in set { uses[element] += 1 } }
        let rarest = uses.indices.sorted { (uses[$0], $0) < (uses[$1], $1) }
        var rank = [Int](repeating: 0, count: uses.count)
        for (place, element) in rarest.enumerated() { rank[element] = place }
        return sets.map { $0.map { rank[$0] }.sorted() }
    }

    /// Whether one of some elements is among those by which a set is found.
    private static func meets(_ elements: ArraySlice<Int>, _ set: [Int]) -> Bool {
        let kept = set.prefix(set.count - least(of: set.count, 3, 4) + 1)
        return elements.contains { kept.contains($0) }
    }

    private static func common(_ left: [Int], _ right: [Int]) -> Int {
        var (first, second, count) = (0, 0, 0)
        while first < left.count, second < right.count {
            if left[first] == right[second] {
                count += 1
                first += 1
                second += 1
            } else if left[first] < right[second] {
                first += 1
            } else {
                second += 1
            }
        }
        return count
    }
}
