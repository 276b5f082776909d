extension Facets {
    /// One thing to choose by, and what each item has of it.
    struct Dimension: Sendable {
        /// Of more values than these nobody chooses from a list: the search finds them.
        private static let limit = 150

        let word: Word
        /// Values that have an order of their own, in it; others follow by their letters.
        let order: [String]
        /// Each value once: below they are told apart by their places here, since a text takes long to look up.
        let names: [String]
        /// The values of all items, one item's behind the other's, and where those of each end.
        private let all: [Int32]
        private let ends: [Int32]

        private init(word: Word, order: [String], names: [String], all: [Int32], ends: [Int32]) {
            self.word = word
            self.order = order
            self.names = names
            self.all = all
            self.ends = ends
        }

        /// - Parameter count: how many items there are.
        init(_ word: Word, order: [String] = [], count: Int, values: (Int) -> [String]) {
            var places: [String: Int32] = [:]
            var names: [String] = []
            var all: [Int32] = []
            var ends: [Int32] = []
            ends.reserveCapacity(count)
            for item in 0..<count {
                for value in values(item) {
                    let place = places[value] ?? Int32(names.count)
                    if Int(place) == names.count {
                        places[value] = place
                        names.append(value)
                    }
                    all.append(place)
                }
                ends.append(Int32(all.count))
            }
            self.init(word: word, order: order, names: names, all: all, ends: ends)
        }

        func values(of item: Int) -> some Sequence<Int> {
            all[(item == 0 ? 0 : Int(ends[item - 1]))..<Int(ends[item])].lazy.map { Int($0) }
        }

        /// What groups of the items have: each what any of its items has, by their letters.
        func grouped(_ groups: [[Int]]) -> Dimension {
            var ranks = [Int](repeating: 0, count: names.count)
            for (rank, value) in names.indices.sorted(by: { names[$0] < names[$1] }).enumerated() {
                ranks[value] = rank
            }
            var lastGroup = [Int](repeating: -1, count: names.count)
            var all: [Int32] = []
            var ends: [Int32] = []
            for (group, items) in groups.enumerated() {
                var own: [Int] = []
                for item in items {
                    for value in values(of: item) where lastGroup[value] != group {
                        lastGroup[value] = group
                        own.append(value)
                    }
                }
                all += own.sorted { ranks[$0] < ranks[$1] }.map { Int32($0) }
                ends.append(Int32(all.count))
            }
            return Dimension(word: word, order: order, names: names, all: all, ends: ends)
        }

        /// The values that some items have, in the order in which they are offered; nothing where there is nothing to choose.
        func offered(by items: [Int]) -> [Int]? {
            var isFound = [Bool](repeating: false, count: names.count)
            var count = 0
            var isAnyWithout = false
            for item in items {
                var isWithout = true
                for value in values(of: item) {
                    isWithout = false
                    if !isFound[value] { count += 1 }
                    isFound[value] = true
                }
                if isWithout { isAnyWithout = true }
            }
            guard count > 1 || isAnyWithout && count > 0, count <= Self.limit else { return nil }
            let found = names.indices.filter { isFound[$0] }
            let places = Dictionary(found.map { (names[$0], $0) }) { first, _ in first }
            let ordered = order.compactMap { places[$0] }
            let rest = found.filter { !ordered.contains($0) }
                .map { (place: $0, small: names[$0].lowercased()) }
                .sorted { one, other in
                    one.small == other.small
                        ? names[one.place].utf8.lexicographicallyPrecedes(names[other.place].utf8)
                        : one.small < other.small
                }
            return ordered + rest.map(\.place)
        }
    }
}
