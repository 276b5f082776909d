/// Cycles among things of which each has at most one parent.
enum Cycles {
    /// Every cycle once, from its smallest member on, in the order of these.
    static func find(in parents: [Int?]) -> [[Int]] {
        var cycles: [[Int]] = []
        var walk = [Int](repeating: -1, count: parents.count)
        for start in parents.indices where walk[start] == -1 {
            var current: Int? = start
            while let next = current, walk[next] == -1 {
                walk[next] = start
                current = parents[next]
            }
            guard let entry = current, walk[entry] == start else { continue }
            var cycle = [entry]
            while let next = parents[cycle[cycle.count - 1]], next != entry { cycle.append(next) }
            let first = cycle.indices.min { cycle[$0] < cycle[$1] } ?? 0
            cycles.append(Array(cycle[first...] + cycle[..<first]))
        }
        return cycles.sorted { $0[0] < $1[0] }
    }
}
