/// Which pairs of things that are alike are told: only of two of different sides, such as findings of two journeys.
///
/// Of many things there are more pairs than anybody reads and a machine can keep: a text that was pasted into a thousand journeys makes
/// half a million. Up to ten things are told in all their pairs. Of more, each is told with the first of another side alone.
struct PairsOfMany<Side: Equatable> {
    let side: (Int) -> Side
    /// Whether a thing may be the one that the others are told with. What is accepted may not: they would be accepted with it.
    let mayLead: (Int) -> Bool

    struct Found {
        let pairs: [(Int, Int)]
        /// Whether there are no others.
        let areAll: Bool
    }

    /// - Parameter things: where there are more than ten, in an order that does not depend on that of files.
    func among(_ things: [Int]) -> Found {
        if PairLimit.allows(things.count * (things.count - 1) / 2) {
            let pairs = things.indices.flatMap { place in
                things[(place + 1)...].filter { side($0) != side(things[place]) }.map { (things[place], $0) }
            }
            return Found(pairs: pairs, areAll: true)
        }
        let leaders = leaders(among: things)
        let pairs = things.compactMap { thing in
            leaders.first { side($0) != side(thing) }.flatMap { leader in
                // The two leaders make one pair.
                thing == leaders.first ? nil : (leader, thing)
            }
        }
        return Found(pairs: pairs, areAll: false)
    }

    /// Each of some things with each of others; where these are too many pairs, the first with the first of another side.
    func between(_ things: [Int], _ others: [Int]) -> Found {
        if PairLimit.allows(things.count * others.count) {
            let pairs = things.flatMap { one in others.filter { side($0) != side(one) }.map { (one, $0) } }
            return Found(pairs: pairs, areAll: true)
        }
        for one in leaders(among: things) {
            if let other = leaders(among: others).first(where: { side($0) != side(one) }) {
                return Found(pairs: [(one, other)], areAll: false)
            }
        }
        return Found(pairs: [], areAll: false)
    }

    /// The first, and the first of another side.
    private func leaders(among things: [Int]) -> [Int] {
        guard let first = things.first(where: mayLead) ?? things.first else { return [] }
        func isOther(_ thing: Int) -> Bool { side(thing) != side(first) }
        let second = things.first { isOther($0) && mayLead($0) } ?? things.first(where: isOther)
        return [first] + [second].compactMap { $0 }
    }
}

enum PairLimit {
    /// Whether there are no more pairs than ten things make.
    static func allows(_ count: Int) -> Bool { count <= 45 }
}
