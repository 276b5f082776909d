import Diagnostics

/// How a value is quoted that has quotes in it.
enum YAMLQuotes {
    private static let single = UInt8(ascii: "'")
    private static let double = UInt8(ascii: "\"")

    /// The value that stands around `place` in its line, quoted so that YAML reads all of it; nothing where it starts in another line or is
    /// too long to be shown.
    ///
    /// - Parameter quote: what its author took to quote it.
    static func line(of place: Int, opening quote: UInt8, in bytes: [UInt8], within range: TextRange) -> String? {
        let isLineEnd: (UInt8) -> Bool = { $0 == 0x0A || $0 == 0x0D }
        let start = bytes[range.lowerBound..<place].lastIndex(where: isLineEnd).map { $0 + 1 } ?? range.lowerBound
        var end = bytes[place..<range.upperBound].firstIndex(where: isLineEnd) ?? range.upperBound
        while end > place, bytes[end - 1] <= 0x20 { end -= 1 }
        // The value opens where a quote stands behind a key's colon or an entry's hyphen.
        let signs = [UInt8(ascii: ":"), UInt8(ascii: "-")]
        let opening = bytes[start..<place].indices.first { index in
            guard bytes[index] == quote else { return false }
            let before = bytes[start..<index].lastIndex { $0 > 0x20 }
            return before.map { $0 + 1 < index && signs.contains(bytes[$0]) } ?? false
        }
        guard let opening else { return nil }
        let whole = String(decoding: bytes[opening..<end], as: UTF8.self)
        guard whole.utf8.count <= 120 else { return nil }
        if let list = list(whole, in: quote) { return list }
        // Quotes at both ends were meant to hold all of it.
        let isHeld = bytes[end - 1] == quote && end - 1 > opening
        return quoted(isHeld ? String(whole.dropFirst().dropLast()) : whole)
    }

    /// `"Gas", "Power"`, as the list that it is.
    private static func list(_ text: String, in quote: UInt8) -> String? {
        let quote = Character(Unicode.Scalar(quote))
        let parts = text.split(separator: ",").map { $0.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed() }
        let isList =
            parts.count > 1
            && parts.allSatisfy {
                $0.count > 2 && $0.first == quote && $0.last == quote && $0.filter { $0 == quote }.count == 2
            }
        return isList ? "[\(parts.map { String($0) }.joined(separator: ", "))]" : nil
    }

    /// In the quotes that the text does not have, or in single ones, which are written twice inside.
    static func quoted(_ text: String) -> String {
        if !text.utf8.contains(double), !text.utf8.contains(UInt8(ascii: "\\")) { return "\"\(text)\"" }
        let inner = text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")
        return "'\(inner)'"
    }
}
