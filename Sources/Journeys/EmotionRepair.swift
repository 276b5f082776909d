import Markup

/// What was most likely meant by a number or an arrow that is none.
extension EmotionReading {
    /// What stands for an arrow before a number with its sign.
    private static let words: Set<String> = [
        "to", "then", "later", "and", "&", "bis", "auf", "dann", "und", "à", "puis", "et", "a", "hasta", "y", "luego",
        "إلى", "ثم",
        "から",
    ]

    private static let dashes = ["\u{2013}", "\u{2014}", "\u{2010}", "\u{2011}", "\u{FE63}", "\u{FF0D}"]

    /// `–1` with a dash for a minus, `+ 1` with a space, `.5` without its zero.
    func mistypedNumber(at start: Int) -> (range: Range<Int>, message: String, hint: String?)? {
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
        return sign.flatMap { gluedNumber(at: start, digits: $0.upperBound) } ?? otherDigits(at: start)
    }

    /// `+1Glad`
    private func gluedNumber(at start: Int, digits: Int) -> (range: Range<Int>, message: String, hint: String?)? {
        let end = bytes[digits...].firstIndex { !isDigit($0) && $0 != UInt8(ascii: ".") } ?? bytes.count
        guard end < bytes.count, isLetter(bytes[end]),
            ExactNumber.read(text(start..<end)).map((-2...2).contains) == true
        else { return nil }
        return (start..<end, "a space is missing behind '\(text(start..<end))'", "write '\(text(start..<end)) …'")
    }

    /// `－２` and `٢`: digits and signs of other keyboards.
    private func otherDigits(at start: Int) -> (range: Range<Int>, message: String, hint: String?)? {
        let end = bytes[start...].firstIndex { $0 == 0x20 || $0 == 0x09 } ?? bytes.count
        let scalars = text(start..<end).unicodeScalars.prefix { $0 != "\u{3000}" }
        let written = String(scalars)
        let plain = PlainSigns.folded(written)
        guard plain != written, let value = ExactNumber.read(plain), (-2...2).contains(value) else { return nil }
        return (
            start..<(start + written.utf8.count),
            "'\(written)' is not written in the digits and signs that are read here",
            "write \(plain)"
        )
    }

    /// `2/5` and `2 of 5`, which would be very good here.
    func ofFive(_ number: Range<Int>) -> (range: Range<Int>, message: String, hint: String?)? {
        let first = skipSpaces(from: number.upperBound)
        guard let sign = match(["/", "of ", "out of ", "von ", "sur ", "de "], at: first),
            let whole = self.number(at: skipSpaces(from: sign.upperBound), after: []), text(whole) == "5",
            let value = Int(text(number)), (1...5).contains(value)
        else { return nil }
        let range = number.lowerBound..<whole.upperBound
        return (
            range, "'\(text(range))' is of another scale: a feeling is a number from -2 to +2",
            "on a scale from 1 to 5, \(value) stands for \(value > 3 ? "+" : "")\(value - 3)"
        )
    }

    /// `-1 sad → +1 glad`: a second number, behind words and an arrow.
    func lateNumber(behind start: Int) -> (range: Range<Int>, number: Range<Int>)? {
        for index in bytes.indices[start...] where bytes[index] == UInt8(ascii: "-") || bytes[index] >= 0xE2 {
            guard let arrow = match(["→", "->", "⇒", "➔", "➜", "➡", "⟶", "➝"], at: index) else { continue }
            let next = skipSpaces(from: arrow.upperBound)
            guard let number = number(at: next, isSigned: true) ?? lastNumber(behind: next), isFeeling(number) else {
                continue
            }
            // Behind the first number itself it is a matter of the arrow.
            return skipSpaces(from: start) == index ? nil : (index..<number.upperBound, number)
        }
        return nil
    }

    /// `-1 (before), +1 (after)`
    func secondFeeling(behind start: Int) -> Range<Int>? {
        for index in bytes.indices[start...]
        where bytes[index] == UInt8(ascii: ",") || bytes[index] == UInt8(ascii: ";") {
            guard let number = number(at: skipSpaces(from: index + 1), isSigned: true), isFeeling(number) else {
                continue
            }
            let next = skipSpaces(from: number.upperBound)
            if skipSpaces(from: start) < index, next == bytes.count || bytes[next] == UInt8(ascii: "(") {
                return number
            }
        }
        return nil
    }

    /// `😡 -2` and `glad +1`: a number that a text ends with.
    private func lastNumber(behind start: Int) -> Range<Int>? {
        guard let blank = bytes[start...].lastIndex(of: 0x20), let number = number(at: blank + 1, isSigned: true) else {
            return nil
        }
        return number.upperBound == bytes.count ? number : nil
    }

    /// A number with a sign, or in brackets, that stands behind the start of an entry without one: `(-1) meh`, `😡 -2 Furious`.
    static func laterNumber(in entry: String) -> String? {
        let isBlank: (Character) -> Bool = { $0 == " " || $0 == "\t" || $0 == "\u{A0}" }
        for word in entry.split(whereSeparator: isBlank) {
            let isBracketed = word.first.map { "([{".contains($0) } ?? false
            let inner = word.drop { "([{\"'“„«".contains($0) }
            let number = inner.prefix { !")]}:,;\"'”“»".contains($0) }
            guard isBracketed || number.first.map({ "+-\u{2212}".contains($0) }) ?? false,
                inner.dropFirst(number.count).count <= 1, let value = ExactNumber.read(number), (-2...2).contains(value)
            else { continue }
            return String(number)
        }
        return nil
    }

    private static let faces: [Character: String] = [
        "😡": "-2", "😠": "-2", "🤬": "-2", "😭": "-2", "😢": "-1", "😞": "-1", "🙁": "-1", "☹": "-1", "☹️": "-1", "😕": "-1",
        "😟": "-1",
        "😐": "0", "😑": "0", "🙂": "+1", "😊": "+1", "😀": "+2", "😃": "+2", "😄": "+2", "😍": "+2", "🤩": "+2",
    ]

    /// What to write for a feeling that has its number in a word or in stars: `minus 1`, `★★☆☆☆`, `neutral`.
    static func hint(forWords entry: String) -> String? {
        let stars = entry.prefix { "★⭐☆".contains($0) }
        if stars.count == 5 {
            let value = stars.count { $0 != "☆" }
            return "on a scale from 1 to 5, \(stars) stands for \(value > 3 ? "+" : "")\(value - 3)"
        }
        let words = entry.split(separator: " ", maxSplits: 2).map { $0.lowercased() }
        guard let first = words.first else { return nil }
        if ["minus", "plus"].contains(first), words.count > 1, case let digits = words[1].prefix(while: \.isNumber),
            let number = ExactNumber.read(digits), (0...2).contains(number)
        {
            return "write '\(first == "minus" ? "-" : "+")\(digits) …'"
        }
        if let face = entry.first, let value = faces[face] {
            return "write '\(value) \(face) …', if that is what it says"
        }
        return first == "neutral" ? "write '0 \(entry)'" : nil
    }

    /// What stands for an arrow between two numbers, but is none: `to`, `=>`, and `/` or `,` before a sign.
    func otherArrow(at start: Int) -> Range<Int>? {
        // `1/2` is one number to its author.
        if start + 1 < bytes.count, bytes[start] == UInt8(ascii: "/"), isDigit(bytes[start + 1]) {
            return start..<(start + 1)
        }
        let first = skipSpaces(from: start)
        if first == bytes.count { return nil }
        // `1-2`
        if first == start, bytes[first] == UInt8(ascii: "-"), let number = number(at: first + 1, after: []),
            isFeeling(number)
        {
            return first..<(first + 1)
        }
        // Most feelings go on with a word.
        let word = bytes[first...].prefix { $0 > 0x20 }
        let next = skipSpaces(from: first + word.count)
        if first > start, let number = number(at: next, isSigned: true),
            Self.words.contains(text(first..<(first + word.count))), isFeeling(number)
        {
            return first..<(first + word.count)
        }
        if isLetter(bytes[first]) && bytes[first] != UInt8(ascii: "t") { return nil }
        let words = first > start ? ["to "] : []
        for (texts, isSigned) in [
            (
                words + [
                    "=>", "-->", "–>", "—>", ">", "⇒", "➔", "➜", "➡", "⮕", "⟶", "➝", "➞", "↗", "↘", "»", "...", "..",
                    "…",
                ], false
            ),
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
}
