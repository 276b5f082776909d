/// All pairs of sets with a Jaccard index |A ∩ B| / |A ∪ B| of 0.6 and more: those that share at least ⌈3 (n + m) / 8⌉ of their
/// n and m elements.
///
/// Of two sets that share s elements, those that both have first, in one order of all elements, stand among the first n - s + 1 of
/// the one and m - s + 1 of the other, and the first two or three among one or two more of each. A set of n shares at least 0.6 n with
/// any that is like it, and 0.75 n with any that is no smaller. So only sets are compared that have two elements in common among these,
/// in the order of how rare elements are: few have. Of many sets, where no two elements are rare, it is three, so that the time grows
/// little faster than their number; of large sets it is one. Prefix filtering, after R. Bayardo, Y. Ma and R. Srikant, "Scaling up all
/// pairs similarity search", WWW 2007, and J. Wang, G. Li and J. Feng, "Can we beat the prefix filtering?", SIGMOD 2012.
enum SimilarSets {
    struct Pair: Hashable {
        let first: Int
        let second: Int
        /// Of the elements of both, how many they share.
        let share: Share
    }

    /// As many as take longer to be found by two elements each than by three.
    private static let many = 1 << 18

    /// As many pairs, and four for each set, are found. Where there are more, a set is held against no more than nine that are like it.
    private static let mostPairs = 10_000
    private static let mostPartners = 9

    /// - Parameters:
    ///   - sets: of distinct elements from 0 on, none equal to another.
    ///   - ranks: of the elements, in an order that does not depend on that of the sets, so that it does not decide which pairs of very
    ///     many are found either.
    ///   - many: from so many sets on they are found by three elements.
    ///   - mostPairs: from when on not all pairs are found.
    static func pairs(
        among sets: consuming [[UInt32]], ranks: [UInt32]? = nil, many: Int = Self.many, mostPairs: Int = Self.mostPairs
    ) -> [Pair] {
        let tiers = Tier.all(ofThree: sets.count >= many)
        let ranked = byRarity(sets, ties: ranks)
        let order = ranked.indices.sorted { (ranked[$0].count, $0) < (ranked[$1].count, $1) }
        let limit = mostPairs > Int.max / 2 ? mostPairs : mostPairs + 4 * ranked.count
        if let all = pairs(among: ranked, in: order, tiers, partners: Int.max, limit: limit) { return all }
        let fixed = ranked.indices.sorted {
            ranked[$0].count == ranked[$1].count
                ? ranked[$0].lexicographicallyPrecedes(ranked[$1]) : ranked[$0].count < ranked[$1].count
        }
        return pairs(among: ranked, in: fixed, tiers, partners: mostPartners, limit: Int.max) ?? []
    }

    /// - Parameters:
    ///   - order: from the smallest set: a set is compared with those before it. Below, sets go by their places in this order.
    ///   - partners: how many of those before it a set is paired with at most.
    /// - Returns: nothing where there are more pairs than `limit`.
    private static func pairs(
        among ranked: [[UInt32]], in order: [Int], _ tiers: [Tier], partners: Int, limit: Int
    ) -> [Pair]? {
        let sketches = order.map { Sketch(ranked[$0]) }
        var holders = Holders(
            capacity: ranked.reduce(0) { $0 + Signature.kept(of: $1, in: tiers).reduce(0) { $0 + $1.number } })
        var pairs: [Pair] = []
        var met = [Int32](repeating: -1, count: ranked.count)
        var keys: [UInt64] = []
        // The first that is large enough.
        var first = 0
        for (place, index) in order.enumerated() {
            let set = ranked[index]
            let smallest = least(of: set.count, 3, 5)
            while sketches[first].count < smallest { first += 1 }
            let sketch = sketches[place]
            let most = partners < Int.max ? pairs.count + partners : Int.max
            Signature.asked(of: set, in: tiers).write(into: &keys)
            for key in keys where pairs.count < most {
                holders.visit(key, from: first) { other in
                    guard met[other] != Int32(place) else { return true }
                    met[other] = Int32(place)
                    guard sketch.mayBeSimilar(to: sketches[other]) else { return true }
                    let shared = common(set, ranked[order[other]])
                    let all = set.count + sketches[other].count - shared
                    guard 5 * shared >= 3 * all else { return true }
                    let (one, two) = (min(index, order[other]), max(index, order[other]))
                    pairs.append(Pair(first: one, second: two, share: Share(shared, of: all)))
                    return pairs.count < most
                }
            }
            if pairs.count > limit { return nil }
            for signature in Signature.kept(of: set, in: tiers) {
                signature.write(into: &keys)
                for key in keys { holders.add(place, under: key) }
            }
        }
        return pairs
    }

    /// Sets of some sizes, which look for others by so many elements at once.
    private struct Tier {
        let sizes: ClosedRange<Int>
        let count: Int

        /// Of larger sets there are too many pairs, and triples, among the first elements.
        static func all(ofThree: Bool) -> [Tier] {
            let large = Tier(sizes: 65...Int.max, count: 1)
            if !ofThree { return [Tier(sizes: 0...64, count: 2), large] }
            // Smaller ones may share less than three.
            return [Tier(sizes: 0...3, count: 2), Tier(sizes: 4...24, count: 3), Tier(sizes: 25...64, count: 2), large]
        }

        /// Whether any of its sets may be like one of a size, and no smaller.
        func mayFind(_ size: Int) -> Bool {
            let smallest = max(sizes.lowerBound, size)
            return smallest <= sizes.upperBound && size >= least(of: smallest, 3, 5)
        }
    }

    /// What a set is found by: every one, two or three of its first elements.
    private struct Signature {
        private let elements: ArraySlice<UInt32>
        private let count: Int

        /// - Parameter shared: how many elements it shares at least with any that is to be found.
        private init(of set: [UInt32], sharing shared: Int, by count: Int) {
            elements = set.prefix(set.count - shared + count)
            self.count = count
        }

        /// Of a set that looks for those that are no larger.
        static func asked(of set: [UInt32], in tiers: [Tier]) -> Signature {
            let count = tiers.first { $0.sizes.contains(set.count) }?.count ?? 1
            return Signature(of: set, sharing: least(of: set.count, 3, 5), by: count)
        }

        /// Of a set that is to be found by those that are no smaller, by whichever they ask for.
        static func kept(of set: [UInt32], in tiers: [Tier]) -> [Signature] {
            let shared = least(of: set.count, 3, 4)
            return tiers.compactMap { tier in
                tier.mayFind(set.count) ? Signature(of: set, sharing: shared, by: tier.count) : nil
            }
        }

        /// How many keys there are.
        var number: Int {
            let count = elements.count
            return switch self.count {
            case 1: count
            case 2: count * (count - 1) / 2
            default: count * (count - 1) * (count - 2) / 6
            }
        }

        func write(into keys: inout [UInt64]) {
            keys.removeAll(keepingCapacity: true)
            for (place, one) in elements.enumerated() {
                // No pair has this for its second.
                if count == 1 { keys.append(UInt64(one) << 32 | UInt64(UInt32.max)) }
                if count < 2 { continue }
                for (next, other) in elements.enumerated().dropFirst(place + 1) {
                    let pair = UInt64(one) << 32 | UInt64(other)
                    if count == 2 { keys.append(pair) }
                    if count < 3 { continue }
                    // Three numbers in the room of two: those of others may come to the same, and are compared in vain.
                    for third in elements.dropFirst(next + 1) {
                        keys.append((pair &* 0x9E37_79B9_7F4A_7C15) ^ UInt64(third))
                    }
                }
            }
        }
    }

    /// The sets that are found by a key: a table of chains, each from the largest set to the smallest.
    private struct Holders {
        private struct Entry {
            let key: UInt64
            let set: Int32
            /// The place of the one before it in the chain, which may have another key; below zero behind the last.
            let previous: Int32
        }

        private var entries: [Entry] = []
        private var lasts: [Int32]
        private let shift: UInt64

        init(capacity: Int) {
            entries.reserveCapacity(capacity)
            var bits: UInt64 = 8
            while 1 << bits < capacity { bits += 1 }
            lasts = [Int32](repeating: -1, count: 1 << bits)
            shift = 64 - bits
        }

        /// Multiplicative hashing: D. E. Knuth, "The Art of Computer Programming", vol. 3, section 6.4.
        private func slot(of key: UInt64) -> Int { Int(((key ^ key >> 32) &* 0x9E37_79B9_7F4A_7C15) >> shift) }

        /// The sets with a key, from the last that was added to the first that may be wanted, as long as more are.
        func visit(_ key: UInt64, from first: Int, _ wantsMore: (Int) -> Bool) {
            entries.withUnsafeBufferPointer { entries in
                var place = Int(lasts[slot(of: key)])
                while place >= 0, entries[place].set >= first {
                    if entries[place].key == key, !wantsMore(Int(entries[place].set)) { return }
                    place = Int(entries[place].previous)
                }
            }
        }

        mutating func add(_ set: Int, under key: UInt64) {
            let slot = slot(of: key)
            entries.append(Entry(key: key, set: Int32(set), previous: lasts[slot]))
            lasts[slot] = Int32(entries.count - 1)
        }
    }

    /// A set in 128 bits, in which every element turns one over: what two sets do not share can turn over no more bits than it
    /// has elements.
    private struct Sketch {
        private var low: UInt64 = 0
        private var high: UInt64 = 0
        let count: Int

        init(_ set: [UInt32]) {
            count = set.count
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
    private static func byRarity(_ sets: consuming [[UInt32]], ties: [UInt32]?) -> [[UInt32]] {
        var sets = sets
        var uses = [Int](repeating: 0, count: sets.lazy.compactMap { $0.max() }.max().map { Int($0) + 1 } ?? 0)
        for set in sets { for element in set { uses[Int(element)] += 1 } }
        let rarest = uses.indices.sorted {
            (uses[$0], ties?[$0] ?? UInt32($0)) < (uses[$1], ties?[$1] ?? UInt32($1))
        }
        var rank = [UInt32](repeating: 0, count: uses.count)
        for (place, element) in rarest.enumerated() { rank[element] = UInt32(place) }
        // In its place, since there are hundreds of thousands.
        for index in sets.indices { sets[index] = sets[index].map { rank[Int($0)] }.sorted() }
        return sets
    }

    private static func common(_ left: [UInt32], _ right: [UInt32]) -> Int {
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
