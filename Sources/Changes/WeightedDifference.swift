/// Why a mean by weight is otherwise than before, thing by thing, without a rest.
///
/// With R the mean before, w and v weight and value of a thing, W the sum of the weights, and ′ for now:
///
///     mean′ - mean = Σ [ w′/W′ (v′ - R) - w/W (v - R) ]
///
/// for the things before add up to Σ w/W (v - R) = 0. Held against R, what came new counts by how far it stands off, and what only
/// shares its weight with more counts for next to nothing.
struct WeightedDifference<Key: Hashable> {
    struct Thing {
        let key: Key
        let weight: Double
        let value: Double
    }

    /// By thing, in the order of now, then of before.
    let points: [(key: Key, points: Double)]

    init(_ base: [Thing], _ head: [Thing]) {
        let before = Self.mean(base)
        let now = Self.mean(head)
        // From nothing, or to nothing, every thing counts whole.
        let middle = base.isEmpty || head.isEmpty || before.weight == 0 || now.weight == 0 ? 0 : before.value
        var points: [Key: Double] = [:]
        var order: [Key] = []
        func add(_ things: [Thing], _ weight: Double, _ sign: Double) {
            for thing in things {
                if points[thing.key] == nil { order.append(thing.key) }
                let share = weight > 0 ? thing.weight / weight : 0
                points[thing.key, default: 0] += sign * share * (thing.value - middle)
            }
        }
        add(head, now.weight, 1)
        add(base, before.weight, -1)
        self.points = order.map { ($0, points[$0] ?? 0) }
    }

    private static func mean(_ things: [Thing]) -> (value: Double, weight: Double) {
        let weight = things.reduce(0) { $0 + $1.weight }
        guard weight > 0 else { return (0, 0) }
        return (things.reduce(0) { $0 + $1.weight * $1.value } / weight, weight)
    }
}
