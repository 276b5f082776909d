/// The digits in which lists of entries are published: each number as its distance from the one before, in digits of five bits, the
/// lowest first; a sixth bit says that another digit follows.
enum EntryDigits {
    private static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    private static let values: [UInt8] = {
        var values = [UInt8](repeating: .max, count: 256)
        for (value, digit) in digits.enumerated() { values[Int(digit)] = UInt8(value) }
        return values
    }()

    @inline(__always)
    static func visit(_ distance: UInt32, _ take: (UInt8) -> Void) {
        let digits = digits
        var rest = distance
        while rest > 31 {
            take(digits[Int(rest & 31 | 32)])
            rest >>= 5
        }
        take(digits[Int(rest)])
    }

    static func append(_ entries: some Sequence<UInt32>, to bytes: inout [UInt8]) {
        var previous: UInt32 = 0
        for entry in entries {
            visit(entry - previous) { bytes.append($0) }
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
