import Diagnostics

/// Numbers as authors write them: digits with a point, no exponents, no names.
package enum ExactNumber {
    /// Reads `12`, `-0.5`, `+3` and `−2` (U+2212); nothing else.
    package static func read(_ text: some StringProtocol) -> Double? {
        // On bytes: every severity, feeling and value of a series passes through here.
        if let read = text.utf8.withContiguousStorageIfAvailable(number) { return read }
        return Array(text.utf8).withUnsafeBufferPointer(number)
    }

    package static func read(_ text: String) -> Double? { text.withBytes(number) }

    /// Without a decimal where it is whole.
    static func text(of number: Double) -> String {
        number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
    }

    private static func number(in text: UnsafeBufferPointer<UInt8>) -> Double? {
        var start = 0
        var isNegative = false
        if text.first == 0xE2, text.starts(with: "\u{2212}".utf8) {
            start = "\u{2212}".utf8.count
            isNegative = true
        } else if let sign = text.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
            start = 1
            isNegative = sign == UInt8(ascii: "-")
        }
        guard let size = size(of: UnsafeBufferPointer(rebasing: text[start...])), size.isFinite else { return nil }
        let number = isNegative ? -size : size
        return number == 0 ? 0 : number
    }

    private static func size(of text: UnsafeBufferPointer<UInt8>) -> Double? {
        let point = UInt8(ascii: ".")
        guard let first = text.first, first != point, text.last != point else { return nil }
        var digits = 0
        var decimals: Int?
        for byte in text {
            if byte == point {
                guard decimals == nil else { return nil }
                decimals = 0
                continue
            }
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
            decimals = decimals.map { $0 + 1 }
            if text.count <= longest { digits = 10 * digits + Int(byte - UInt8(ascii: "0")) }
        }
        guard text.count <= longest else { return Double(String(decoding: text, as: UTF8.self)) }
        // Both are whole numbers that a Double holds, and what it divides it rounds right: the same as reading the text.
        return Double(digits) / powers[decimals ?? 0]
    }

    /// So many digits and a point are a whole number below 2^53, over a power of ten that is exact as well.
    private static let longest = 15
    private static let powers: [Double] = [
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
    ]
}
