import Diagnostics

/// Finds partials that would include themselves for ever.
///
/// Data is finite, so recursion ends if it goes deeper into some view again and again. This is the size-change principle
/// (Lee, Jones and Ben-Amram, 2001): follow where each register's view comes from along every chain of calls; a chain that
/// can repeat, and in whose repetition no register goes down into itself, never ends.
struct TemplateRecursion {
    /// Where a register's view comes from: a register at the start of the chain, as it was or deeper.
    struct Origin: Hashable {
        let register: Int
        let isDeeper: Bool
    }

    struct Step: Hashable {
        let from: Int
        let to: Int
        /// By register; one that isn't there is as it was.
        let origins: [Int: Origin]
        /// The tag, if it goes back to a partial that is under way.
        let callsBack: Location?

        func origin(of register: Int) -> Origin {
            origins[register] ?? Origin(register: register, isDeeper: false)
        }
    }

    /// Chains beyond this many are not followed: a template so tangled is refused.
    private static let mostChains = 2_000

    private var steps: [Step] = []

    mutating func add(_ step: Step) {
        steps.append(step)
    }

    /// The tags at which recursion can go on without end.
    func endlessCalls() -> Set<Location> {
        guard steps.contains(where: { $0.callsBack != nil }) else { return [] }
        var chains = Set(steps)
        var waiting = Array(chains)
        while let chain = waiting.popLast() {
            for step in steps where step.from == chain.to {
                let longer = Self.chain(chain, step)
                guard chains.insert(longer).inserted else { continue }
                guard chains.count <= Self.mostChains else { return Set(steps.compactMap(\.callsBack)) }
                waiting.append(longer)
            }
        }
        return Set(chains.filter { Self.isEndless($0) }.compactMap(\.callsBack))
    }

    private static func chain(_ first: Step, _ second: Step) -> Step {
        var origins: [Int: Origin] = [:]
        for register in Set(first.origins.keys).union(second.origins.keys) {
            let middle = second.origin(of: register)
            let start = first.origin(of: middle.register)
            origins[register] = Origin(register: start.register, isDeeper: start.isDeeper || middle.isDeeper)
        }
        return Step(from: first.from, to: second.to, origins: origins, callsBack: second.callsBack)
    }

    /// Repeats itself, and no register is deeper in itself after it.
    private static func isEndless(_ chain: Step) -> Bool {
        guard chain.from == chain.to, Self.chain(chain, chain).origins == chain.origins else { return false }
        return !chain.origins.contains { $0.key == $0.value.register && $0.value.isDeeper }
    }
}
