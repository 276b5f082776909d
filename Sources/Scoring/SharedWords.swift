import Journeys

/// Findings of two journeys whose texts share 60% or more of their words.
///
/// Jaccard's index |A ∩ B| / |A ∪ B| over the distinct lower-cased runs of three and more letters, five at least in each;
/// insights take no part. Source: "Scores", section 8, j.
enum SharedWords {
    static func find(in basis: PortfolioBasis) -> [Contradiction] {
        var vocabulary: [String: Int] = [:]
        var findingsOfWords: [[Int]: [Int]] = [:]
        for journey in basis.counting {
            for index in basis.findingsOfJourney[journey] where !basis.findings[index].isInsight {
                var ids = words(of: basis.findings[index].text).map { word in
                    if let id = vocabulary[word] { return id }
                    vocabulary[word] = vocabulary.count
                    return vocabulary.count - 1
                }
                ids.sort()
                let distinct = ids.indices.filter { $0 == 0 || ids[$0] != ids[$0 - 1] }.map { ids[$0] }
                if distinct.count >= 5 { findingsOfWords[distinct, default: []].append(index) }
            }
        }

        let groups = Array(findingsOfWords)
        var found: [Contradiction] = []
        func add(_ one: Int, _ other: Int, _ share: Share) {
            guard basis.findings[one].journey != basis.findings[other].journey else { return }
            let isInOrder = basis.name(of: one) < basis.name(of: other)
            let pair = isInOrder ? [one, other] : [other, one]
            found.append(Contradiction(.sameWordsTwice, pair.map { .finding($0) }, .sameWordsTwice(share)))
        }
        // Texts of the same words are compared once, however many there are.
        for group in groups {
            let count = group.key.count
            for (place, one) in group.value.enumerated() {
                for other in group.value[(place + 1)...] { add(one, other, Share(count, of: count)) }
            }
        }
        for pair in SimilarSets.pairs(among: groups.map(\.key)) {
            for one in groups[pair.first].value { for other in groups[pair.second].value { add(one, other, pair.share) } }
        }
        return found
    }

    /// The runs of three and more letters, in lower case, in order.
    static func words(of text: String) -> [String] {
        var words: [String] = []
        var word = String.UnicodeScalarView()
        func isLetter(_ scalar: Unicode.Scalar) -> Bool {
            if scalar.value < 0x80 { return (0x61...0x7A).contains(scalar.value) }
            switch scalar.properties.generalCategory {
            case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: return true
            default: return false
            }
        }
        for scalar in text.lowercased().unicodeScalars {
            if isLetter(scalar) {
                word.append(scalar)
            } else if !word.isEmpty {
                if word.count >= 3 { words.append(String(word)) }
                word = String.UnicodeScalarView()
            }
        }
        if word.count >= 3 { words.append(String(word)) }
        return words
    }
}

/// All pairs of sets with a Jaccard index of 0.6 and more.
///
/// Two such sets share one of their rarest elements: of a set of n at least 0.6 n are in the other, so one of any n - ⌈0.6 n⌉ + 1.
/// Only sets that do are compared. Prefix filtering, after R. Bayardo, Y. Ma and R. Srikant, "Scaling up all pairs similarity
/// search", WWW 2007.
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
        var holders: [[Int]] = Array(repeating: [], count: (ranked.lazy.compactMap(\.last).max() ?? -1) + 1)
        var lastCompared = [Int](repeating: -1, count: sets.count)
        var pairs: [Pair] = []
        for index in order {
            let set = ranked[index]
            let size = set.count
            for element in set.prefix(size - leastShared(size) + 1) {
                for other in holders[element] where lastCompared[other] != index {
                    lastCompared[other] = index
                    // A set of less than 0.6 as many elements can't share enough.
                    guard 5 * ranked[other].count >= 3 * size else { continue }
                    let shared = common(set, ranked[other])
                    let all = size + ranked[other].count - shared
                    guard 5 * shared >= 3 * all else { continue }
                    pairs.append(
                        Pair(first: min(index, other), second: max(index, other), share: Share(shared, of: all)))
                }
                holders[element].append(index)
            }
        }
        return pairs
    }

    /// ⌈0.6 n⌉
    private static func leastShared(_ size: Int) -> Int { (3 * size + 4) / 5 }

    /// The same sets with their elements named by how rare they are, the rarest first.
    private static func byRarity(_ sets: [[Int]]) -> [[Int]] {
        var uses = [Int](repeating: 0, count: (sets.lazy.compactMap { $0.max() }.max() ?? -1) + 1)
        for set in sets { for element in set { uses[element] += 1 } }
        let rarest = uses.indices.sorted { (uses[$0], $0) < (uses[$1], $1) }
        var rank = [Int](repeating: 0, count: uses.count)
        for (place, element) in rarest.enumerated() { rank[element] = place }
        return sets.map { $0.map { rank[$0] }.sorted() }
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
