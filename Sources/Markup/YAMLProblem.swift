import CYAML
import Diagnostics

extension YAMLReading {
    /// What libyaml stopped at, in an author's words.
    static func explanation(problem: String, context: String, found: Character?) -> (message: String, hint: String?) {
        if problem.contains("cannot start any token") {
            if found == "\t" {
                return ("a tab can't be used to indent here", "use spaces")
            }
            let character = found.map { "'\($0)'" } ?? "this character"
            return ("a value can't start with \(character)", "put quotes around the value")
        }
        if problem.contains("mapping values are not allowed") {
            return ("a colon followed by a space can't stand inside a value here", "put quotes around the value")
        }
        if context.contains("quoted scalar") {
            return (
                "the quotes that open here are never closed",
                "a quote inside quotes is written twice ('') or escaped (\\\")"
            )
        }
        if context.contains("flow sequence") {
            return (
                "the list that opens with '[' is not closed with ']'",
                "separate its values by commas, and quote those that have commas, colons or brackets"
            )
        }
        if context.contains("flow mapping") {
            return (
                "the mapping that opens with '{' is not closed with '}'",
                "separate its keys by commas, and put quotes around a text that starts with '{'"
            )
        }
        if problem.contains("could not find expected ':'") {
            return ("expected a colon and a space after the key", "write 'key: value'")
        }
        if context.contains("block mapping") || context.contains("block collection") {
            return (
                "expected 'key: value' in line with the keys above",
                "keys of one level start in the same column; a value that starts with a quote, '[' or '{' must end with it"
            )
        }
        if problem.contains("control characters") {
            return ("a control character can't stand in YAML", "delete it")
        }
        if context.contains("alias") || context.contains("anchor") {
            return ("a value can't start with '*' or '&'", "put quotes around the value")
        }
        if context.contains("tag") {
            return ("a value can't start with '!'", "put quotes around the value")
        }
        return ("this is not YAML: \(problem)", nil)
    }

    /// The parts of a mapping that start with a key in the first column.
    static func topLevelParts(of source: SourceText, in range: TextRange) -> [TextRange] {
        var starts: [Int] = []
        var line = range.lowerBound
        while line < range.upperBound {
            if key(at: line, of: source, in: range) != nil { starts.append(line) }
            let end = source.bytes[line..<range.upperBound].firstIndex(of: UInt8(ascii: "\n"))
            line = end.map { $0 + 1 } ?? range.upperBound
        }
        // What stands before the first key belongs to it, so that nothing is passed over in silence.
        if starts.isEmpty { return [range] }
        starts[0] = range.lowerBound
        return zip(starts, starts.dropFirst() + [range.upperBound]).map { $0..<$1 }
    }

    /// The key that starts a line in its first column: letters, digits, `_` and `-`, then a colon.
    static func key(at start: Int, of source: SourceText, in range: TextRange) -> (text: String, range: TextRange)? {
        var end = start
        while end < range.upperBound, isWord(source.bytes[end]) { end += 1 }
        guard end > start, end < range.upperBound, source.bytes[end] == UInt8(ascii: ":") else { return nil }
        return (String(decoding: source.bytes[start..<end], as: UTF8.self), start..<end)
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), 0x80...:
            true
        default: false
        }
    }
}
