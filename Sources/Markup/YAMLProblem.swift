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
        if problem.contains("mapping values are not allowed") { return colon }
        if context.contains("quoted scalar") {
            return Explanation(
                message: "the quotes that open here are never closed",
                hint: "a quote inside quotes is written twice ('') or escaped (\\\")", place: opening)
        }
        if context.contains("flow") { return brackets }
        if context.contains("block scalar") {
            return Explanation(
                message: "a text behind '|' or '>' starts on the next line",
                hint: "put quotes around a value that starts with '|' or '>'")
        }
        if problem.contains("could not find expected ':'") {
            return Explanation(message: "expected a colon and a space after the key", hint: "write 'key: value'")
        }
        if context.contains("block mapping") || context.contains("block collection") { return misplaced }
        if problem.contains("control characters") {
            return Explanation(message: "a control character can't stand in YAML", hint: "delete it")
        }
        if context.contains("alias") || context.contains("anchor") { return start(with: "'*' or '&'") }
        if context.contains("tag") { return start(with: "'!'") }
        return Explanation(message: "this is not YAML: \(problem)")
    }

    private func start(with sign: String) -> Explanation {
        Explanation(message: "a value can't start with \(sign)", hint: "put quotes around the value")
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

    private var brackets: Explanation {
        if place < range.upperBound, bytes[place] == UInt8(ascii: ","), problem.contains("node content") {
            return Explanation(message: "a value is missing before this comma", hint: "delete one of the commas")
        }
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

    private var misplaced: Explanation {
        let before = bytes[range.lowerBound..<place].last { $0 != 0x20 && $0 != 0x09 }
        if let quote = before, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            let other = quote == UInt8(ascii: "'") ? "\"" : "'"
            return Explanation(
                message: "the value ends with the quote before this, and more follows",
                hint: "put the whole value in \(other) quotes")
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

extension YAMLReading {
    /// The parts of a mapping that start with a key in the first column; where one can't be read, also those that start with
    /// a word there, as a key that has lost its colon does.
    static func readableParts(of source: SourceText, in range: TextRange) -> [TextRange] {
        let parts = parts(of: source, in: range) { key(at: $0, of: source, in: range) != nil }
        return parts.flatMap { part in
            guard run(source, in: part).problem != nil else { return [part] }
            let finer = self.parts(of: source, in: part) { word(at: $0, of: source, in: part) != nil }
            // Text in quotes may run on in the first column: then the first line alone is no better.
            guard let first = finer.first, finer.count > 1, run(source, in: first).problem == nil else { return [part] }
            return finer
        }
    }

    private static func parts(of source: SourceText, in range: TextRange, where isStart: (Int) -> Bool) -> [TextRange] {
        var starts: [Int] = []
        var line = range.lowerBound
        while line < range.upperBound {
            if isStart(line) { starts.append(line) }
            let end = source.bytes[line..<range.upperBound].firstIndex(of: UInt8(ascii: "\n"))
            line = end.map { $0 + 1 } ?? range.upperBound
        }
        // What stands before the first key belongs to it, so that nothing is passed over in silence.
        if starts.isEmpty { return [range] }
        starts[0] = range.lowerBound
        return zip(starts, starts.dropFirst() + [range.upperBound]).map { $0..<$1 }
    }

    /// A key without its colon, or without the space behind it.
    static func mistypedLine(at start: Int, of source: SourceText, in range: TextRange) -> Diagnostic? {
        guard let word = word(at: start, of: source, in: range) else { return nil }
        let end = source.bytes[start..<range.upperBound].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? range.upperBound
        let after = word.range.upperBound
        let place = Location(path: source.path, range: start..<end)
        guard after < end, source.bytes[after] == UInt8(ascii: ":") else {
            let line = String(decoding: source.bytes[start..<end], as: UTF8.self)
            guard !line.contains(": ") else { return nil }
            return Diagnostic(
                .yamlSyntax, at: place, "expected a key with a colon and a space behind it", hint: "write 'key: value'")
        }
        guard after + 1 < end, source.bytes[after + 1] > 0x20 else { return nil }
        let value = String(decoding: source.bytes[(after + 1)..<end], as: UTF8.self)
        return Diagnostic(
            .yamlSyntax, at: place, "a space is missing behind the colon", hint: "write '\(word.text): \(value)'")
    }

    /// The key that starts a line in its first column: a word, then a colon.
    static func key(at start: Int, of source: SourceText, in range: TextRange) -> (text: String, range: TextRange)? {
        guard let word = word(at: start, of: source, in: range), word.range.upperBound < range.upperBound,
            source.bytes[word.range.upperBound] == UInt8(ascii: ":")
        else { return nil }
        return word
    }

    /// Letters, digits, `_` and `-` at the start of a line.
    static func word(at start: Int, of source: SourceText, in range: TextRange) -> (text: String, range: TextRange)? {
        var end = start
        while end < range.upperBound, isWord(source.bytes[end]) { end += 1 }
        guard end > start, source.bytes[start] != UInt8(ascii: "-") else { return nil }
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
