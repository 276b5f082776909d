import Diagnostics

/// What libyaml stopped at, and how to say it in an author's words.
struct YAMLProblem {
    let problem: String
    let context: String
    /// Where libyaml stopped.
    let place: Int
    /// Where the quotes, the list or the mapping start that it stopped in.
    let opening: Int
    let bytes: [UInt8]
    let range: TextRange

    struct Explanation {
        let message: String
        var hint: String?
        /// Where it is best shown; where libyaml stopped, if nothing is said.
        var place: Int?
        var length = 1
    }

    var explanation: Explanation {
        if context.contains("flow"), let comment {
            return Explanation(
                message: "'#' starts a comment here: the rest of the line is not read",
                hint: "put quotes around the value", place: comment)
        }
        if problem.contains("unknown escape character") {
            return Explanation(
                message: "a backslash can't stand before this character",
                hint: "write the backslash twice, or put single quotes around the value", place: place - 1, length: 2)
        }
        if problem.contains("cannot start any token") { return badStart }
        if problem.contains("violates indentation") {
            return Explanation(message: "a tab can't be used to indent here", hint: "use spaces")
        }
        if problem.contains("block sequence entries") {
            return Explanation(
                message: "a list does not start behind its key",
                hint: "start it on the next line, or write its values between [ and ]")
        }
        if problem.contains("hexdecimal") || problem.contains("Unicode character escape") {
            return Explanation(
                message: "this is none of the characters that a backslash can stand for",
                hint: "write the backslash twice, or put single quotes around the value")
        }
        if context.contains("directive") || problem.contains("directive") || problem.contains("non-alphabetical") {
            let line = lineStart(of: place)
            if bytes[line] == UInt8(ascii: "%") {
                return Explanation(message: "a key can't start with '%'", hint: "put quotes around it", place: line)
            }
        }
        if problem.contains("node content"), !context.contains("flow") { return badStart }
        if problem.contains("mapping values are not allowed") { return colon }
        if context.contains("quoted scalar") {
            return Explanation(
                message: "the quotes that open here are never closed",
                hint: "a quote inside quotes is written twice ('') or escaped (\\\")", place: opening)
        }
        if let alias { return start(with: "'*'", at: alias) }
        if context.contains("flow") { return brackets }
        if context.contains("block scalar") { return blockScalar }
        if problem.contains("could not find expected ':'") {
            if let entry = unspacedEntry(at: opening) ?? unspacedEntry(at: place) { return entry }
            let line = lineStart(of: opening)
            if bytes[line] == UInt8(ascii: "{") || bytes[line] == UInt8(ascii: "[") {
                let sign = bytes[line] == UInt8(ascii: "{") ? "{" : "["
                return Explanation(
                    message: "a line of keys can't start with '\(sign)'", hint: "write 'key: value' without it",
                    place: line)
            }
            return Explanation(message: "expected a colon and a space after the key", hint: "write 'key: value'")
        }
        if context.contains("block mapping") || context.contains("block collection") { return misplaced }
        if problem.contains("document start"), let indented { return indented }
        if problem.contains("control characters") {
            return Explanation(message: "a control character can't stand in YAML", hint: "delete it")
        }
        if context.contains("alias") { return start(with: "'*'", at: opening) }
        if context.contains("anchor") { return start(with: "'&'", at: opening) }
        if context.contains("tag") { return start(with: "'!'", at: opening) }
        return Explanation(message: "this is not YAML: \(problem)")
    }

    /// `-young` in a list.
    private func unspacedEntry(at place: Int) -> Explanation? {
        let line = bytes[lineStart(of: place)..<range.upperBound].prefix { $0 != 0x0A && $0 != 0x0D }
        return Self.unspacedEntry(line)
    }

    /// Whether a line is the entry of a list without the space behind its sign.
    static func unspacedEntry(_ line: ArraySlice<UInt8>) -> Explanation? {
        let text = line.drop { $0 == 0x20 }
        guard text.first == UInt8(ascii: "-"), let next = text.dropFirst().first, next > 0x20,
            next != UInt8(ascii: "-")
        else { return nil }
        let words = String(decoding: text.dropFirst(), as: UTF8.self)
        return Explanation(
            message: "a space is missing behind this '-'", hint: "write '- \(words)'", place: text.startIndex)
    }

    private func start(with sign: String, at place: Int? = nil) -> Explanation {
        Explanation(message: "a value can't start with \(sign)", hint: "put quotes around the value", place: place)
    }

    /// A word that starts with a star, right before the one that libyaml stopped at: an alias, behind which nothing can stand.
    private var alias: Int? {
        let line = bytes[lineStart(of: min(place, range.upperBound))..<min(place, range.upperBound)]
        guard let end = line.lastIndex(where: { $0 != 0x20 }), end + 1 < place else { return nil }
        let start = line[...end].lastIndex { [0x20, UInt8(ascii: "["), UInt8(ascii: ",")].contains($0) }.map { $0 + 1 }
        guard let start, bytes[start] == UInt8(ascii: "*") else { return nil }
        return start
    }

    private var badStart: Explanation {
        let found = String(decoding: bytes[min(place, range.upperBound)..<range.upperBound].prefix(4), as: UTF8.self)
            .first
        if found == "\t" { return Explanation(message: "a tab can't be used to indent here", hint: "use spaces") }
        return start(with: found.map { "'\($0)'" } ?? "this character")
    }

    /// A second colon in a line, or a first one in a line that is set in too far.
    private var colon: Explanation {
        let line = lineStart(of: place)
        let text = String(decoding: bytes[line..<place], as: UTF8.self)
        let key = text.drop { $0 == " " }
        let isSecond = text.contains(": ") || key.hasPrefix("- ")
        if !isSecond, line > range.lowerBound, text.hasPrefix(" ") {
            return Explanation(
                message: "this line starts further right than the key above it, so it reads as part of its value",
                hint: "start it in the same column as the key above it",
                place: line + text.utf8.count - key.utf8.count, length: key.utf8.count)
        }
        return Explanation(
            message: "a colon followed by a space can't stand inside a value here", hint: "put quotes around the value")
    }

    /// A first key that is set in further than the one at which libyaml stopped.
    private var indented: Explanation? {
        let bytes = bytes[range.lowerBound..<min(place, range.upperBound)]
        guard let first = bytes.firstIndex(where: { $0 > 0x20 }), lineStart(of: first) < first else { return nil }
        let end = bytes[first...].firstIndex { $0 <= 0x20 || $0 == UInt8(ascii: ":") } ?? bytes.endIndex
        return Explanation(
            message: "this key starts further right than those below it", hint: "start all of them in the first column",
            place: first, length: end - first)
    }

    private var brackets: Explanation {
        if place < range.upperBound, bytes[place] == UInt8(ascii: ","), problem.contains("node content") {
            return Explanation(message: "a value is missing before this comma", hint: "delete one of the commas")
        }
        if let value = YAMLBrackets.explanation(at: place, in: bytes, within: range) { return value }
        if context.contains("flow mapping") {
            return Explanation(
                message: "the mapping that opens with '{' is not closed with '}'",
                hint: "separate its keys by commas, and put quotes around a text that starts with '{'", place: opening)
        }
        if context.contains("flow sequence") {
            return Explanation(
                message: "the list that opens with '[' is not closed with ']'",
                hint: "separate its values by commas, and quote those that have commas, colons or brackets",
                place: opening)
        }
        return Explanation(
            message: "a value was expected here",
            hint: "put quotes around a value with brackets, braces or commas in it")
    }

    /// `target: > 70`: the sign says that a text stands in the lines below.
    private var blockScalar: Explanation {
        let line = bytes[opening..<range.upperBound].prefix { $0 != 0x0A && $0 != 0x0D }
        let end = line.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? opening
        let written = String(decoding: bytes[opening..<end], as: UTF8.self)
        return Explanation(
            message: "behind '\(written.prefix(1))' a text stands in the lines below, and none in this one",
            hint: "put quotes around the value: \(YAMLQuotes.quoted(written))", place: opening, length: end - opening)
    }

    private var misplaced: Explanation {
        let before = bytes[range.lowerBound..<place].last { $0 != 0x20 && $0 != 0x09 }
        if let quote = before, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            let line = YAMLQuotes.line(of: place, opening: quote, in: bytes, within: range)
            return Explanation(
                message: "the value ends with the quote before this, and more follows",
                hint: line.map { "write \($0)" }
                    ?? "write '>' behind the key, and the text below it, set in by two spaces")
        }
        if let sign = before, sign == UInt8(ascii: "]") || sign == UInt8(ascii: "}") {
            return YAMLBrackets.explanation(ofTextBehind: sign, at: place, in: bytes, within: range)
        }
        return Explanation(
            message: "expected 'key: value' in line with the keys above",
            hint: "keys of one level start in the same column; a value that starts with '[' or '{' must end with it")
    }

    private func lineStart(of offset: Int) -> Int {
        bytes[range.lowerBound..<offset].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? range.lowerBound
    }

    /// A `#` behind a space and right before a value, in the line that the list or mapping opens in.
    private var comment: Int? {
        var index = lineStart(of: min(opening, place)) + 1
        while index + 1 < range.upperBound, index < place, bytes[index] != UInt8(ascii: "\n") {
            if bytes[index] == UInt8(ascii: "#"), bytes[index - 1] == 0x20, bytes[index + 1] > 0x20 { return index }
            index += 1
        }
        return nil
    }
}
