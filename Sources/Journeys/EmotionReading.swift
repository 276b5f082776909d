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
    let bytes: [UInt8]

    init(_ entry: String) {
        bytes = Array(entry.utf8)
        var index = skipSpaces(from: 0)
        guard let first = number(at: index) else {
            problem = mistypedNumber(at: index)
            return
        }
        var numbers = [first]
        index = first.upperBound
        while let arrow = arrow(at: skipSpaces(from: index)) {
            let next = skipSpaces(from: arrow.upperBound)
            guard let number = number(at: next) else {
                problem = (
                    arrow, "expected a number behind the arrow", "write a transition as '-2 → +1', then the words"
                )
                break
            }
            numbers.append(number)
            index = number.upperBound
        }
        read(numbers)
        if problem == nil, numbers.count == 1 { problem = ofFive(first) }
        if problem == nil, let late = lateNumber(behind: index) {
            let first = numbers.map { text($0) }.joined(separator: " → ")
            problem = (
                late.range, "the numbers of a transition stand before the words",
                "write '\(first) → \(text(late.number)) …'"
            )
        }
        if problem == nil, numbers.count == 1, let second = secondFeeling(behind: index) {
            problem = (
                second, "a second feeling in one entry is read as words",
                "write an entry for each, or '\(text(first)) → \(text(second)) …' for a change"
            )
        }
        if problem == nil, let other = otherArrow(at: index) {
            problem = (other, "'\(text(other))' is no arrow between two feelings", "write a transition as '-2 → +1'")
        }
        // Half a transition would be another feeling than the author's.
        if problem != nil { values = [] }
        length = skipSpaces(from: index)
    }

    private mutating func read(_ numbers: [Range<Int>]) {
        for range in numbers {
            let written = text(range)
            let hasComma = bytes[range].contains(UInt8(ascii: ","))
            let point = hasComma ? written.replacing(",", with: ".") : written
            guard let value = ExactNumber.read(point) else { continue }
            if hasComma {
                let message = "'\(written)' has a comma for the decimal: expected a point"
                problem = problem ?? (range, message, "write \(point)")
            } else if !(-2...2).contains(value) {
                // Stars, and the answers of surveys.
                let stars = written.utf8.count == 1 && (3...5).contains(value) ? Int(value) : nil
                problem =
                    problem
                    ?? (
                        range, "\(written) is out of range: a feeling is a number from -2 to +2",
                        stars.map { "on a scale from 1 to 5, \($0) stands for \($0 == 3 ? "0" : "+\($0 - 3)")" }
                    )
            } else {
                values.append(value)
            }
        }
    }

    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    func skipSpaces(from start: Int) -> Int {
        var index = start
        while index < bytes.count {
            if bytes[index] == 0x20 || bytes[index] == 0x09 {
                index += 1
            } else if bytes[index] >= 0xC2, let blank = match(Self.unseen, at: index) {
                index = blank.upperBound
            } else {
                break
            }
        }
        return index
    }

    /// Marks for the direction of writing, which editors of Arabic put before a number, and blanks of other kinds.
    private static let unseen = [
        "\u{200E}", "\u{200F}", "\u{61C}", "\u{A0}", "\u{3000}", "\u{202F}", "\u{2009}", "\u{200B}", "\u{FEFF}",
    ]

    static let signs = ["+", "-", "\u{2212}"].map { Array($0.utf8) }

    /// A number that no letter follows: `2nd` is a word.
    func number(at start: Int, after signs: [[UInt8]] = Self.signs, isSigned: Bool = false) -> Range<Int>? {
        var index = start
        if let sign = signs.first(where: { has($0, at: start) }) {
            index += sign.count
        } else if isSigned {
            return nil
        }
        let digits = index
        while index < bytes.count, isDigit(bytes[index]) { index += 1 }
        guard index > digits else { return nil }
        func isDecimal() -> Bool {
            index + 1 < bytes.count && (bytes[index] == UInt8(ascii: ".") || bytes[index] == UInt8(ascii: ","))
                && isDigit(bytes[index + 1])
        }
        if isDecimal() {
            index += 1
            while index < bytes.count, isDigit(bytes[index]) { index += 1 }
            // `1.5.26` is a date, or a slip.
            if isDecimal() { return nil }
        }
        if index < bytes.count, isLetter(bytes[index]) || bytes[index] == UInt8(ascii: "%") { return nil }
        return start..<index
    }

    private func has(_ sign: [UInt8], at start: Int) -> Bool {
        start + sign.count <= bytes.count && sign.indices.allSatisfy { bytes[start + $0] == sign[$0] }
    }

    private func arrow(at start: Int) -> Range<Int>? {
        guard start < bytes.count, bytes[start] == UInt8(ascii: "-") || bytes[start] == 0xE2 else { return nil }
        return match(["→", "->"], at: start)
    }

    func match(_ texts: [String], at start: Int) -> Range<Int>? {
        for text in texts where start <= bytes.count && bytes[start...].starts(with: text.utf8) {
            return start..<(start + text.utf8.count)
        }
        return nil
    }

    func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) || (0xC3...0xDF).contains(byte) }
}
