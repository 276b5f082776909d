/// How alike two texts are, whatever their language: by the runs of three characters that they share.
///
/// The Sørensen–Dice coefficient 2 |A ∩ B| / (|A| + |B|) over the sets of trigrams of both, in lower case, with white space as one
/// blank. Source: L. R. Dice, "Measures of the Amount of Ecologic Association Between Species", Ecology 26 (1945).
struct Likeness: Hashable, Sendable {
    private let trigrams: Set<UInt64>

    /// Longer texts are compared by their beginnings.
    private static let longest = 4000

    init(_ text: String) {
        var trigrams: Set<UInt64> = []
        var (first, second): (UInt64, UInt64) = (0x20, 0x20)
        func add(_ scalar: UInt64) {
            if scalar == 0x20 && second == 0x20 { return }
            // A scalar has 21 bits: three fit.
            trigrams.insert(first << 42 | second << 21 | scalar)
            (first, second) = (second, scalar)
        }
        for scalar in text.lowercased().unicodeScalars.prefix(Self.longest) {
            add(scalar.properties.isWhitespace ? 0x20 : UInt64(scalar.value))
        }
        add(0x20)
        self.trigrams = trigrams
    }

    var isEmpty: Bool { trigrams.isEmpty }

    /// From 0 to 1; two empty texts are one.
    func to(_ other: Likeness) -> Double {
        if trigrams.isEmpty && other.trigrams.isEmpty { return 1 }
        let (small, large) = trigrams.count < other.trigrams.count ? (self, other) : (other, self)
        let shared = small.trigrams.count { large.trigrams.contains($0) }
        return 2 * Double(shared) / Double(trigrams.count + other.trigrams.count)
    }
}
