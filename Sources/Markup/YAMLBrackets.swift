import Diagnostics

/// What is wrong with a value between brackets or braces, or right behind them.
enum YAMLBrackets {
    /// The value in which libyaml stopped between brackets; nothing if what is wrong is that they are not closed.
    ///
    /// - Parameter place: where it stopped: at a quote, a colon or a bracket amid a value.
    static func explanation(at place: Int, in bytes: [UInt8], within range: TextRange) -> YAMLProblem.Explanation? {
        guard place < range.upperBound, let value = value(around: place, in: bytes, within: range) else { return nil }
        let before = bytes[value.lowerBound..<place].last { $0 != 0x20 }
        let quotes = [UInt8(ascii: "\""), UInt8(ascii: "'")]
        let text = String(decoding: bytes[value], as: UTF8.self)
        switch bytes[place] {
        case UInt8(ascii: ":"):
            guard value.lowerBound < place else { return nil }
            let words = String(decoding: bytes[value.lowerBound..<place], as: UTF8.self)
            let key = words.split(separator: " ").last.map(String.init) ?? words
            return YAMLProblem.Explanation(
                message: "a colon followed by a space can't stand inside a value here",
                hint: words.contains(" ")
                    ? "put a comma before '\(key)' if it is a key, or quotes around the whole: \(YAMLQuotes.quoted(text))"
                    : "put quotes around the value: \(YAMLQuotes.quoted(text))")
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            guard value.lowerBound < place else { return nil }
            let sign = bytes[place] == UInt8(ascii: "{") ? "{" : "["
            return YAMLProblem.Explanation(
                message: "'\(sign)' can't stand inside a value here", hint: "put quotes around the value")
        default:
            guard let before, let first = bytes[value].first, quotes.contains(before), first == before else {
                return nil
            }
            // A key behind a value in quotes lacks the comma before it.
            let rest = String(decoding: bytes[place..<value.upperBound], as: UTF8.self)
            if !rest.utf8.contains(before), rest.contains(": ") {
                return YAMLProblem.Explanation(
                    message: "a comma is missing before this", hint: "separate keys by commas", length: 1)
            }
            let isHeld = bytes[value.upperBound - 1] == first && value.count > 2
            return YAMLProblem.Explanation(
                message: "the value ends with the quote before this, and more follows",
                hint: "write \(YAMLQuotes.quoted(isHeld ? String(text.dropFirst().dropLast()) : text))")
        }
    }

    /// `team: [Moves](moves.md)`, whose value starts with brackets and goes on behind them.
    static func explanation(
        ofTextBehind sign: UInt8, at place: Int, in bytes: [UInt8], within range: TextRange
    ) -> YAMLProblem.Explanation {
        let start =
            bytes[range.lowerBound..<place].lastIndex { $0 == 0x0A || $0 == 0x0D }.map { $0 + 1 } ?? range.lowerBound
        let opening = sign == UInt8(ascii: "]") ? UInt8(ascii: "[") : UInt8(ascii: "{")
        let first = bytes[start..<place].firstIndex(of: opening)
        var end = bytes[place..<range.upperBound].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? range.upperBound
        while end > place, bytes[end - 1] <= 0x20 { end -= 1 }
        let name = sign == UInt8(ascii: "]") ? "list ends with the ']'" : "mapping ends with the '}'"
        let whole = first.map { String(decoding: bytes[$0..<end], as: UTF8.self) }
        if let whole, whole.utf8.count <= 120, !whole.contains("\""), let id = idOfLink(whole) {
            return YAMLProblem.Explanation(
                message: "the \(name) before this, and more follows",
                hint: "an id stands without a link: \(id). A text needs quotes around the whole: \"\(whole)\"",
                length: max(1, end - place))
        }
        let isText = whole.map { $0.utf8.count <= 120 && !$0.contains("\"") } ?? false
        return YAMLProblem.Explanation(
            message: "the \(name) before this, and more follows",
            hint: "delete what follows"
                + (isText ? ", or put quotes around the whole if it is a text: \"\(whole ?? "")\"" : ""),
            length: max(1, end - place))
    }

    /// `calls#q1` of `[less calls](../goals/calls.md#q1)`.
    private static func idOfLink(_ text: String) -> String? {
        guard text.hasSuffix(")"), let start = text.firstRange(of: "](")?.upperBound,
            let ending = text[start...].firstRange(of: ".md"),
            case let rest = text[ending.upperBound...].dropLast(), rest.isEmpty || rest.first == "#",
            let stem = text[start..<ending.lowerBound].split(separator: "/").last
        else { return nil }
        return "\(stem)\(rest)".replacing("%20", with: " ")
    }

    /// From behind the comma, colon or bracket before a place to the comma or bracket behind it, if all of it is in one line.
    private static func value(around place: Int, in bytes: [UInt8], within range: TextRange) -> TextRange? {
        var start = place
        while start > range.lowerBound {
            let byte = bytes[start - 1]
            if byte == 0x0A || byte == 0x0D { return nil }
            if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") || byte == UInt8(ascii: ",") { break }
            if byte == UInt8(ascii: ":"), start < bytes.count, bytes[start] == 0x20 { break }
            start -= 1
        }
        while start < place, bytes[start] == 0x20 { start += 1 }
        var end = place
        while end < range.upperBound, bytes[end] >= 0x20, bytes[end] != UInt8(ascii: ","),
            bytes[end] != UInt8(ascii: "}"),
            bytes[end] != UInt8(ascii: "]")
        { end += 1 }
        while end > place, bytes[end - 1] == 0x20 { end -= 1 }
        return start < end ? start..<end : nil
    }
}
