import Diagnostics

/// Reads what stands before the words of a feeling: a number from -2 to +2, or a transition of them.
///
/// ```
/// feeling    = [ number { arrow number } ] words
/// number     = [ "+" | "-" | "−" ] digits [ "." digits ]
/// arrow      = "→" | "->"
/// ```
struct EmotionReading {
    private(set) var values: [Double] = []
    /// How many bytes of the text the numbers take, with white space around them.
    private(set) var length = 0
    /// What is wrong, and where in the text.
    private(set) var problem: (range: Range<Int>, message: String, hint: String?)?

    init(_ text: String) {
        let bytes = Array(text.utf8)
        var index = Self.skipSpaces(in: bytes, from: 0)
        guard let first = Self.number(in: bytes, at: index) else { return }
        var numbers = [first]
        index = first.upperBound
        while let arrow = Self.arrow(in: bytes, at: Self.skipSpaces(in: bytes, from: index)) {
            let next = Self.skipSpaces(in: bytes, from: arrow.upperBound)
            guard let number = Self.number(in: bytes, at: next) else {
                problem = (
                    arrow, "expected a number behind the arrow", "write a transition as '-2 → +1', then the words"
                )
                break
            }
            numbers.append(number)
            index = number.upperBound
        }
        for range in numbers {
            let written = String(decoding: bytes[range], as: UTF8.self)
            guard let value = ExactNumber.read(written.replacing(",", with: ".")) else { continue }
            if written.contains(",") {
                problem =
                    problem ?? (
                        range, "'\(written)' has a comma for the decimal: expected a point",
                        "write \(written.replacing(",", with: "."))"
                    )
            } else if !(-2...2).contains(value) {
                problem = problem ?? (range, "\(written) is out of range: a feeling is a number from -2 to +2", nil)
            } else {
                values.append(value)
            }
        }
        // Half a transition would be another feeling than the author's.
        if problem != nil { values = [] }
        index = Self.skipSpaces(in: bytes, from: index)
        length = index
    }

    private static func skipSpaces(in bytes: [UInt8], from start: Int) -> Int {
        var index = start
        while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
        return index
    }

    /// A number that no letter follows: `2nd` is a word.
    private static func number(in bytes: [UInt8], at start: Int) -> Range<Int>? {
        var index = start
        if index < bytes.count, bytes[index] == UInt8(ascii: "+") || bytes[index] == UInt8(ascii: "-") {
            index += 1
        } else if bytes[index...].starts(with: "\u{2212}".utf8) {
            index += 3
        }
        let digits = index
        while index < bytes.count, isDigit(bytes[index]) { index += 1 }
        guard index > digits else { return nil }
        if index + 1 < bytes.count, bytes[index] == UInt8(ascii: ".") || bytes[index] == UInt8(ascii: ","),
            isDigit(bytes[index + 1])
        {
            index += 1
            while index < bytes.count, isDigit(bytes[index]) { index += 1 }
        }
        if index < bytes.count, isLetter(bytes[index]) || bytes[index] == UInt8(ascii: "%") { return nil }
        return start..<index
    }

    private static func arrow(in bytes: [UInt8], at start: Int) -> Range<Int>? {
        for arrow in ["→", "->"] where start <= bytes.count && bytes[start...].starts(with: arrow.utf8) {
            return start..<(start + arrow.utf8.count)
        }
        return nil
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || (0xC3...0xDF).contains(byte)
    }
}
