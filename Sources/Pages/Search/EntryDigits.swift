/// The digits in which lists of entries are published: each number as its distance from the one before, in digits of five bits, the
/// lowest first; a sixth bit says that another digit follows.
enum EntryDigits {
    private static let digits: StaticString = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"

    private static let values: [UInt8] = {
        var values = [UInt8](repeating: .max, count: 256)
        for value in 0..<digits.utf8CodeUnitCount { values[Int(digits.utf8Start[value])] = UInt8(value) }
        return values
    }()

    /// The first digit of a distance, which becomes what is left of it.
    @inline(__always)
    static func take(from distance: inout UInt32) -> (digit: UInt8, isLast: Bool) {
        let isLast = distance < 32
        let digit = digits.utf8Start[Int(isLast ? distance : distance & 31 | 32)]
        distance >>= 5
        return (digit, isLast)
    }

    static func append(_ entries: some Sequence<UInt32>, to bytes: inout [UInt8]) {
        var previous: UInt32 = 0
        for entry in entries {
            var distance = entry - previous
            var isWhole = false
            while !isWhole {
                let (digit, isLast) = take(from: &distance)
                bytes.append(digit)
                isWhole = isLast
            }
            previous = entry
        }
    }

    /// Nothing for what are no such digits.
    static func numbers(_ digits: ArraySlice<UInt8>) -> [UInt32]? {
        var numbers: [UInt32] = []
        var number = Number()
        for digit in digits {
            guard let isWhole = number.add(digit) else { return nil }
            if isWhole { numbers.append(number.value) }
        }
        return number.isBegun ? nil : numbers
    }

    /// A number that is read digit by digit, and then the one behind it.
    struct Number {
        private(set) var value: UInt32 = 0
        private var distance: UInt32 = 0
        private var shift: UInt32 = 0

        var isBegun: Bool { shift > 0 }

        /// - Returns: whether it is whole; nothing for what is no digit of it.
        @inline(__always)
        mutating func add(_ digit: UInt8) -> Bool? {
            let part = values[Int(digit)]
            guard part != .max, shift < 32 else { return nil }
            distance |= UInt32(part & 31) << shift
            shift += 5
            guard part < 32 else { return false }
            value &+= distance
            (distance, shift) = (0, 0)
            return true
        }
    }
}
