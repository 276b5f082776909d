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
    private let bytes: [UInt8]

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
                problem = problem ?? (range, "\(written) is out of range: a feeling is a number from -2 to +2", nil)
            } else {
                values.append(value)
            }
        }
    }

    private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    private func skipSpaces(from start: Int) -> Int {
        var index = start
        while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
        return index
    }

    private static let signs = ["+", "-", "\u{2212}"].map { Array($0.utf8) }

    /// A number that no letter follows: `2nd` is a word.
    private func number(at start: Int, after signs: [[UInt8]] = Self.signs, isSigned: Bool = false) -> Range<Int>? {
        var index = start
        if let sign = signs.first(where: { bytes[min(index, bytes.count)...].starts(with: $0) }) {
            index += sign.count
        } else if isSigned {
            return nil
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

    private func arrow(at start: Int) -> Range<Int>? { match(["→", "->"], at: start) }

    private func match(_ texts: [String], at start: Int) -> Range<Int>? {
        for text in texts where start <= bytes.count && bytes[start...].starts(with: text.utf8) {
            return start..<(start + text.utf8.count)
        }
        return nil
    }

    // MARK: What was most likely meant

    private static let dashes = ["\u{2013}", "\u{2014}", "\u{2010}", "\u{2011}", "\u{FE63}", "\u{FF0D}"]

    /// `–1` with a dash for a minus, `+ 1` with a space, `.5` without its zero.
    private func mistypedNumber(at start: Int) -> (range: Range<Int>, message: String, hint: String?)? {
        let dashes = Self.dashes.map { Array($0.utf8) }
        if let range = number(at: start, after: dashes, isSigned: true) {
            let digits = text(range).unicodeScalars.dropFirst()
            return (range, "'\(text(range))' starts with a dash: expected a minus", "write -\(String(digits))")
        }
        if let sign = match(["+", "-", "\u{2212}"], at: start),
            let digits = number(at: skipSpaces(from: sign.upperBound)),
            digits.lowerBound > sign.upperBound
        {
            let range = start..<digits.upperBound
            return (range, "'\(text(range))' is no number", "write \(text(sign))\(text(digits)), without the space")
        }
        let sign = match(["+", "-", "\u{2212}"], at: start)
        let point = sign?.upperBound ?? start
        if let point = match(["."], at: point), let digits = number(at: point.upperBound, after: []) {
            let range = start..<digits.upperBound
            return (range, "'\(text(range))' is no number", "write \(sign.map { text($0) } ?? "")0.\(text(digits))")
        }
        return nil
    }

    /// A number with a sign, or in brackets, that stands behind the start of an entry without one: `(-1) meh`, `😡 -2 Furious`.
    static func laterNumber(in entry: String) -> String? {
        let isBlank: (Character) -> Bool = { $0 == " " || $0 == "\t" || $0 == "\u{A0}" }
        for word in entry.split(whereSeparator: isBlank) {
            let isBracketed = word.first.map { "([".contains($0) } ?? false
            let inner = word.drop { "([".contains($0) }
            let number = inner.prefix { !")]:,;".contains($0) }
            guard isBracketed || number.first.map({ "+-\u{2212}".contains($0) }) ?? false,
                inner.dropFirst(number.count).count <= 1, let value = ExactNumber.read(number), (-2...2).contains(value)
            else { continue }
            return String(number)
        }
        return nil
    }

    /// What stands for an arrow between two numbers, but is none: `to`, `=>`, and `/` or `,` before a sign.
    private func otherArrow(at start: Int) -> Range<Int>? {
        // `1/2` is one number to its author.
        if let slash = match(["/"], at: start), slash.upperBound < bytes.count, isDigit(bytes[slash.upperBound]) {
            return slash
        }
        let first = skipSpaces(from: start)
        // Most feelings go on with a word, and of words only "to" can be meant.
        if first == bytes.count || isLetter(bytes[first]) && bytes[first] != UInt8(ascii: "t") { return nil }
        let words = first > start ? ["to "] : []
        for (texts, isSigned) in [
            (words + ["=>", "-->", "–>", "—>", ">", "⇒", "➔", "➜", "⟶", "➝", "..", "…"], false),
            ([",", "/", "–", "—", "- ", ";", "|"], true),
        ] {
            guard let found = match(texts, at: first) else { continue }
            let next = skipSpaces(from: found.upperBound)
            guard let number = number(at: next, isSigned: isSigned), isFeeling(number) else { continue }
            let width = text(found).hasSuffix(" ") ? found.count - 1 : found.count
            return first..<(first + width)
        }
        return nil
    }

    private func isFeeling(_ range: Range<Int>) -> Bool {
        ExactNumber.read(text(range).replacing(",", with: ".")).map { (-2...2).contains($0) } ?? false
    }

    private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    private func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) || (0xC3...0xDF).contains(byte) }
}
