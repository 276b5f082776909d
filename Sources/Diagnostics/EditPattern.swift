/// A name, prepared to have its edit distance to many others found: optimal string alignment, all cells of a column of the
/// matrix in the bits of one word.
///
/// H. Hyyrö, "A bit-vector algorithm for computing Levenshtein and Damerau edit distances" (2003).
struct EditPattern {
    let count: Int
    private let classes: UInt64
    /// Where in the name each ASCII scalar stands, as bits.
    private var places = [UInt64](repeating: 0, count: 128)
    private var furtherPlaces: [(scalar: UInt32, bits: UInt64)] = []

    init(_ name: FoldedName) {
        count = name.count
        classes = name.classes
        for index in 0..<name.count {
            let scalar = name.scalars[index]
            let bit: UInt64 = 1 << UInt64(index)
            if scalar < 128 {
                places[Int(scalar)] |= bit
            } else if let known = furtherPlaces.firstIndex(where: { $0.scalar == scalar }) {
                furtherPlaces[known].bits |= bit
            } else {
                furtherPlaces.append((scalar, bit))
            }
        }
    }

    private func bits(of scalar: UInt32) -> UInt64 {
        if scalar < 128 { return places[Int(scalar)] }
        return furtherPlaces.first { $0.scalar == scalar }?.bits ?? 0
    }

    /// False only of names that are further away: each of these is a lower bound of the distance, lengths, and letters that only one of
    /// the two has.
    func mayBeNear(count: Int, classes: UInt64, within limit: Int) -> Bool {
        count > 0 && abs(count - self.count) <= limit && (self.classes & ~classes).nonzeroBitCount <= limit
            && (classes & ~self.classes).nonzeroBitCount <= limit
    }

    /// The distance, if it is no more than `limit`.
    func distance(to name: FoldedName, within limit: Int) -> Int? {
        guard mayBeNear(count: name.count, classes: name.classes, within: limit) else { return nil }
        var distance = count
        let last: UInt64 = 1 << UInt64(count - 1)
        var verticalUp = ~UInt64(0)
        var verticalDown: UInt64 = 0
        var diagonal: UInt64 = 0
        var before: UInt64 = 0
        for index in 0..<name.count {
            let match = bits(of: name.scalars[index])
            let swapped = ((~diagonal & match) << 1) & before
            diagonal = (((match & verticalUp) &+ verticalUp) ^ verticalUp) | match | verticalDown | swapped
            var horizontalUp = verticalDown | ~(diagonal | verticalUp)
            var horizontalDown = diagonal & verticalUp
            if horizontalUp & last != 0 { distance += 1 } else if horizontalDown & last != 0 { distance -= 1 }
            // Every scalar that is left can take back one edit at most.
            if distance - (name.count - 1 - index) > limit { return nil }
            horizontalUp = horizontalUp << 1 | 1
            horizontalDown <<= 1
            verticalUp = horizontalDown | ~(diagonal | horizontalUp)
            verticalDown = horizontalUp & diagonal
            before = match
        }
        return distance <= limit ? distance : nil
    }
}
