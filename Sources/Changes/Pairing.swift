/// Which things of two lists are one: found step by step, what is sure before what is guessed.
struct Pairing: Hashable, Sendable {
    struct Pair: Hashable, Sendable {
        let base: Int
        let head: Int
        /// From 0 to 1, where they were taken for one because they are alike.
        let likeness: Double?
    }

    /// By index of the base: the other's; nothing where it is gone.
    private(set) var headOfBase: [Int?]
    /// By index of the head; nothing where it is new.
    private(set) var baseOfHead: [Int?]
    private var likenesses: [Int: Double] = [:]

    init(_ base: Int, _ head: Int) {
        headOfBase = Array(repeating: nil, count: base)
        baseOfHead = Array(repeating: nil, count: head)
    }

    /// In the order of the head.
    var pairs: [Pair] {
        baseOfHead.enumerated().compactMap { head, base in
            base.map { Pair(base: $0, head: head, likeness: likenesses[head]) }
        }
    }

    var removed: [Int] { headOfBase.indices.filter { headOfBase[$0] == nil } }
    var added: [Int] { baseOfHead.indices.filter { baseOfHead[$0] == nil } }

    func likeness(ofHead head: Int) -> Double? { likenesses[head] }

    mutating func pair(_ base: Int, _ head: Int, likeness: Double? = nil) {
        guard headOfBase[base] == nil, baseOfHead[head] == nil else { return }
        headOfBase[base] = head
        baseOfHead[head] = base
        likenesses[head] = likeness
    }

    /// Pairs what has one key on both sides, of those that are still open; several of one key in their order.
    mutating func pair<Key: Hashable>(base: (Int) -> Key?, head: (Int) -> Key?) {
        var waiting: [Key: [Int]] = [:]
        for index in removed.reversed() {
            if let key = base(index) { waiting[key, default: []].append(index) }
        }
        for index in added {
            guard let key = head(index), let other = waiting[key]?.popLast() else { continue }
            pair(other, index)
        }
    }

    /// Pairs what is alike, the most alike first.
    ///
    /// - Parameter likeness: of one of the base and one of the head, from 0 to 1.
    mutating func pairAlike(from threshold: Double, likeness: (Int, Int) -> Double) {
        let (left, right) = (removed, added)
        guard Self.canCompare(left.count, right.count) else { return }
        var candidates: [(likeness: Double, base: Int, head: Int)] = []
        for base in left {
            for head in right {
                let value = likeness(base, head)
                if value >= threshold { candidates.append((value, base, head)) }
            }
        }
        candidates.sort { ($1.likeness, $0.base, $0.head) < ($0.likeness, $1.base, $1.head) }
        for candidate in candidates { pair(candidate.base, candidate.head, likeness: candidate.likeness) }
    }

    /// Of very many of both, all is new: to compare each with each would take minutes, and guesses would be wild.
    static func canCompare(_ base: Int, _ head: Int) -> Bool { base * head <= 40_000 }

    /// Of a sequence of distinct numbers, those that stand outside its longest rising part: as few as have to move to sort it.
    ///
    /// Patience sorting, O(n log n). Source: M. L. Fredman, "On computing the length of longest increasing subsequences",
    /// Discrete Mathematics 11 (1975).
    static func moved(in sequence: [Int]) -> Set<Int> {
        var tails: [Int] = []
        var before = [Int?](repeating: nil, count: sequence.count)
        for (index, value) in sequence.enumerated() {
            var (low, high) = (0, tails.count)
            while low < high {
                let middle = (low + high) / 2
                if sequence[tails[middle]] < value { low = middle + 1 } else { high = middle }
            }
            before[index] = low > 0 ? tails[low - 1] : nil
            if low == tails.count { tails.append(index) } else { tails[low] = index }
        }
        var stay: Set<Int> = []
        var next = tails.last
        while let index = next {
            stay.insert(index)
            next = before[index]
        }
        return Set(sequence.indices.filter { !stay.contains($0) }.map { sequence[$0] })
    }
}
