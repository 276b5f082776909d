import Diagnostics

/// Signs that stand between names in place of a comma. The commas of other scripts are commas, see `CommaList`.
struct Separators {
    /// The first of them, if there is one.
    let first: String?
    /// The names, whatever stands between them; none without such a sign.
    let parts: [String]

    private static let signs: [Character] = [";", "；", "؛"]
    /// These stand in names, too, unless there is a space on both sides.
    private static let spaced: [Character] = ["|", "•", "·"]
    /// In a list that has commas, a part of a name even so: whoever writes them knows what separates names.
    private static let doubtful: [Character] = ["/", ">", "›", "»", "→", "⇒", "➔", "➜", "➞", "➡"]
    /// Between names that are one behind the other, such as stages.
    private static let dashes: [Character] = ["-", "–", "—"]
    private static let sums: [Character] = ["+", "&"]

    /// - Parameter isRow: whether the text is all the names of a row, such as stages or audiences: of one alone there is no use.
    init(in text: String, isRow: Bool = false) {
        guard Self.mayHave(text, isRow: isRow) else {
            (first, parts) = (nil, [])
            return
        }
        let characters = Array(text)
        let isComma = CommaList(text).parts.count > 1
        var first: String?
        var parts: [String] = []
        var (start, at) = (0, 0)
        while at < characters.count {
            let length = Self.length(at: at, in: characters, isRow: isRow, isComma: isComma)
            if length == 0 {
                at += 1
                continue
            }
            if first == nil { first = String(characters[at..<(at + length)]) }
            parts += CommaList(String(characters[start..<at])).map(\.text)
            at += length
            start = at
        }
        self.first = first
        self.parts = parts + CommaList(String(characters[start...])).map(\.text)
    }

    /// Whether a sign stands in names as well, so that they may be one.
    var isDoubtful: Bool { first.map { $0 == "/" || $0 == ">" } ?? false }

    /// Most lists have none of these.
    private static func mayHave(_ text: String, isRow: Bool) -> Bool {
        text.withBytes { bytes in
            bytes.contains { byte in
                byte >= 0x80
                    || [UInt8(ascii: ";"), UInt8(ascii: "|"), UInt8(ascii: "/"), UInt8(ascii: ">")].contains(byte)
                    || isRow && [UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "&")].contains(byte)
            }
        }
    }

    /// Of the sign that separates names here; 0 where none does. What ends a text separates nothing.
    private static func length(at index: Int, in characters: [Character], isRow: Bool, isComma: Bool) -> Int {
        guard index > 0 else { return 0 }
        let sign = characters[index]
        if signs.contains(sign) { return characters[(index + 1)...].contains { $0 != " " } ? 1 : 0 }
        var length = 0
        if spaced.contains(sign) || !isComma && (doubtful.contains(sign) || isRow && sums.contains(sign)) {
            length = 1
        } else if !isComma, dashes.contains(sign) || sign == "=" {
            // `->`, `-->` and `=>`.
            let shaft = characters[index...].prefix { $0 == sign }.count
            let isArrow = index + shaft < characters.count && characters[index + shaft] == ">"
            length = isArrow ? shaft + 1 : isRow && sign != "=" ? shaft : 0
        }
        guard length > 0, index + length < characters.count else { return 0 }
        if characters[index - 1] == " ", characters[index + length] == " " { return length }
        return isRow && !isComma && doubtful.contains(sign) ? length : 0
    }
}

/// The word that stands before the last of several names, where a comma belongs: `a, b and c`, `a, b, und c`, `a, b & c`.
enum LastOfList {
    private static let words = ["and", "und", "&", "or", "oder", "+"].map { Array($0.utf8) }

    /// - Returns: the word, and the names on both sides of it; of `and c` the one behind it.
    static func split(_ name: String) -> (word: String, names: [String])? {
        // Most names have no such word.
        let found = name.withBytes { bytes -> (word: String, names: [String])? in
            guard let place = word(in: bytes, from: 0) else { return nil }
            // Several of them are no list that ends here.
            if word(in: bytes, from: place.upperBound) != nil { return nil }
            func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
            let before = place.lowerBound == 0 ? [] : [text(0..<(place.lowerBound - 1))]
            return (text(place), before + [text((place.upperBound + 1)..<bytes.count)])
        }
        return found.flatMap { found in found.names.contains("") ? nil : found }
    }

    /// The first of the words that has blanks around it, or stands first.
    private static func word(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Range<Int>? {
        var place = start
        while let blank = bytes.firstPlace(of: 0x20, from: place) {
            if words.contains(where: { $0.count == blank - place && bytes[place..<blank].elementsEqual($0) }) {
                return place..<blank
            }
            place = blank + 1
        }
        return nil
    }
}
