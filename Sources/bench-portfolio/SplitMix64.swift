/// A small generator of numbers that look random and are the same everywhere, every time.
///
/// `z = (s += 0x9E3779B97F4A7C15); z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9; z = (z ^ z >> 27) * 0x94D049BB133111EB; z ^ z >> 31`
/// after Steele, Lea and Flood, "Fast splittable pseudorandom number generators" (2014).
struct SplitMix64 {
    private var state: UInt64

    /// One of its own for each thing, so that each can be made without those before it.
    init(_ kind: BlockKind, _ index: Int) {
        state =
            UInt64(kind.rawValue) &* 0xD1B5_4A32_D192_ED03 &+ UInt64(bitPattern: Int64(index)) &* 0x2545_F491_4F6C_DD1D
        _ = next()
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// The remainder is a little uneven, which nobody here minds.
    mutating func number(below bound: Int) -> Int { Int(next() % UInt64(max(1, bound))) }

    mutating func number(in range: ClosedRange<Int>) -> Int {
        range.lowerBound + number(below: range.upperBound - range.lowerBound + 1)
    }

    mutating func chance(_ percent: Int) -> Bool { number(below: 100) < percent }

    mutating func pick<Element>(_ elements: [Element]) -> Element { elements[number(below: elements.count)] }

    /// Some of the elements, each once, in their order from a random one on.
    mutating func pick<Element>(_ count: Int, of elements: [Element]) -> [Element] {
        let start = number(below: elements.count)
        return (0..<min(count, elements.count)).map { elements[(start + $0) % elements.count] }
    }
}

/// What a portfolio is made of, apart from its settings.
enum BlockKind: Int {
    case journey = 1
    case persona, goal, metric, evidence, insight, opportunity, solution
}
