import Diagnostics

/// Reads a mapping that has mistakes in it part by part, so that each costs no more than the value that it is in.
///
/// A part starts with a line that has a key in its first column. A line that has none there belongs to the part above it as
/// long as the two can be read together: it may go on with a list or a quote.
struct YAMLParts {
    private(set) var mapping = YAMLMapping()
    private(set) var diagnostics: [Diagnostic] = []
    private let source: SourceText
    /// Of lines that lack their colon, or the space behind it.
    private var mistypedKeys: Set<String> = []

    init(_ source: SourceText) {
        self.source = source
    }

    mutating func read(_ range: TextRange) {
        var starts = lineStarts(in: range).filter { key(at: $0, before: range.upperBound) != nil }
        guard let first = starts.first else { return readPart(range) }
        if isBlank(range.lowerBound..<first) {
            starts[0] = range.lowerBound
        } else {
            starts.insert(range.lowerBound, at: 0)
        }
        for (start, end) in zip(starts, starts.dropFirst() + [range.upperBound]) { readPart(start..<end) }
    }

    private mutating func readPart(_ part: TextRange) {
        let whole = YAMLReading.run(source, in: part)
        guard let problem = whole.problem else { return take(whole) }
        let strays = strayLines(in: part)
        // Text in quotes may run on in the first column: then the first line alone is no better.
        if let first = strays.first, case let before = YAMLReading.run(source, in: part.lowerBound..<first),
            before.problem == nil
        {
            take(before)
            for (start, end) in zip(strays, strays.dropFirst() + [part.upperBound]) { readStray(start..<end) }
            return
        }
        if let entries = YAMLEntries(source, in: part) { return take(entries) }
        refuse(part, for: problem)
    }

    private mutating func readStray(_ part: TextRange) {
        let reading = YAMLReading.run(source, in: part)
        if let problem = reading.problem { refuse(part, for: problem) } else { take(reading) }
    }

    /// Says what is wrong, and keeps the key: it is not missing.
    private mutating func refuse(_ part: TextRange, for problem: Diagnostic) {
        let mistyped = mistypedLine(at: part.lowerBound, before: part.upperBound)
        diagnostics.append(mistyped ?? problem)
        // `title T` below `title:` is the value that the latter lacks: neither is the key given twice, nor is it missing.
        if mistyped != nil, let word = word(at: part.lowerBound, before: part.upperBound), mapping[word.text] != nil {
            return mapping.breakIfEmpty(word.text)
        }
        let isLine = mistyped != nil
        for line in lineStarts(in: part) {
            guard let key = key(at: line, before: part.upperBound) ?? word(at: line, before: part.upperBound) else {
                continue
            }
            if isLine { mistypedKeys.insert(key.text) }
            return add(
                YAMLMapping.Entry(key: key.text, keyRange: key.range, value: YAMLNode(kind: .broken, range: key.range)))
        }
    }

    private mutating func take(_ reading: YAMLReading) {
        diagnostics += reading.diagnostics
        for entry in reading.mapping.entries { add(entry) }
    }

    private mutating func take(_ entries: YAMLEntries) {
        diagnostics += entries.diagnostics
        add(entries.entry)
    }

    private mutating func add(_ entry: YAMLMapping.Entry) {
        // What a line without its colon meant is given again, as it should be.
        if !entry.value.isBroken, mistypedKeys.remove(entry.key) != nil { return mapping.replace(entry) }
        guard let first = mapping.add(entry) else { return }
        diagnostics.append(YAMLReading.duplicate(entry, of: first, in: source.path))
    }

    // MARK: Lines

    private func lineStarts(in range: TextRange) -> [Int] {
        var starts: [Int] = []
        var line = range.lowerBound
        while line < range.upperBound {
            starts.append(line)
            line = TextLines.next(after: line, in: source.bytes)
        }
        return starts
    }

    /// Whether there are only blank lines, comments and the sign that a document starts.
    private func isBlank(_ range: TextRange) -> Bool {
        lineStarts(in: range).allSatisfy { line in
            let text = source.bytes[line..<min(TextLines.next(after: line, in: source.bytes), range.upperBound)]
            guard let first = text.first(where: { $0 > 0x20 }) else { return true }
            return first == UInt8(ascii: "#") || text.starts(with: "---".utf8)
        }
    }

    /// The lines of a part, but for its first, that start in the first column with something else than a key or an item.
    private func strayLines(in part: TextRange) -> [Int] {
        lineStarts(in: part).filter { line in
            guard line > part.lowerBound, key(at: line, before: part.upperBound) == nil else { return false }
            return source.bytes[line] > 0x20 && source.bytes[line] != UInt8(ascii: "#") && !isItem(at: line)
        }
    }

    /// A key without its colon, or without the space behind it.
    private func mistypedLine(at start: Int, before limit: Int) -> Diagnostic? {
        guard let word = word(at: start, before: limit) else { return nil }
        let line = source.bytes[start..<limit]
        let end = line.firstIndex { $0 == 0x0A || $0 == 0x0D } ?? limit
        let after = word.range.upperBound
        let place = Location(path: source.path, range: start..<end)
        guard after < end, source.bytes[after] == UInt8(ascii: ":") else {
            guard !String(decoding: source.bytes[start..<end], as: UTF8.self).contains(": ") else { return nil }
            // `title = "T"`, as other formats have it.
            let value = String(decoding: source.bytes[after..<end], as: UTF8.self).drop { $0 == " " || $0 == "=" }
            let isGiven = mapping[word.text] != nil && !value.isEmpty
            return Diagnostic(
                .yamlSyntax, at: place, "expected a key with a colon and a space behind it",
                hint: isGiven ? "write '\(word.text): \(value)'" : YAMLMapping.formHint)
        }
        guard after + 1 < end, source.bytes[after + 1] > 0x20 else { return nil }
        let value = String(decoding: source.bytes[(after + 1)..<end], as: UTF8.self)
        let words = value.drop { $0.isWhitespace }
        return Diagnostic(
            .yamlSyntax, at: place,
            words.startIndex > value.startIndex
                ? "the space behind the colon is not a plain one: YAML does not read it as a space"
                : "a space is missing behind the colon",
            hint: "write '\(word.text): \(words)'")
    }

    /// Letters, digits, `_` and `-` at the start of a line.
    private func word(at start: Int, before limit: Int) -> (text: String, range: TextRange)? {
        var end = start
        while end < limit, Self.isWord(source.bytes[end]) { end += 1 }
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

    private func isItem(at line: Int) -> Bool {
        source.bytes[line] == UInt8(ascii: "-") && (line + 1 == source.bytes.count || source.bytes[line + 1] <= 0x20)
    }

    /// The key that starts a line in its first column: words, quoted or not, then a colon and white space.
    private func key(at start: Int, before limit: Int) -> (text: String, range: TextRange)? {
        let bytes = source.bytes
        let end = min(TextLines.next(after: start, in: bytes), limit)
        guard start < end, bytes[start] > 0x20, !Self.signs.contains(bytes[start]), !isItem(at: start) else {
            return nil
        }
        let isQuoted = bytes[start] == UInt8(ascii: "\"") || bytes[start] == UInt8(ascii: "'")
        var index = start
        if isQuoted {
            guard let close = bytes[(start + 1)..<end].firstIndex(of: bytes[start]) else { return nil }
            index = close
        }
        while index < end {
            let isEnd = index + 1 >= end || bytes[index + 1] <= 0x20
            if bytes[index] == UInt8(ascii: ":"), isEnd { break }
            if bytes[index] == UInt8(ascii: "#"), bytes[index - 1] <= 0x20 { return nil }
            index += 1
        }
        guard index < end else { return nil }
        while bytes[index - 1] <= 0x20 { index -= 1 }
        let text = isQuoted ? bytes[(start + 1)..<max(start + 1, index - 1)] : bytes[start..<index]
        return (String(decoding: text, as: UTF8.self), start..<index)
    }

    /// What starts something else than a key.
    private static let signs = Array("#?,[]{}&*!|>%@`:".utf8)
}
