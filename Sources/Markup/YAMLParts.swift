import Diagnostics

/// Reads a mapping that has mistakes in it part by part, so that each costs no more than the value that it is in.
///
/// A part starts with a line that has a key in its first column. A line that has none there belongs to the part above it as
/// long as the two can be read together: it may go on with a list or a quote.
struct YAMLParts {
    private(set) var mapping = YAMLMapping()
    private(set) var diagnostics: [Diagnostic] = []
    private let source: SourceText

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
        if let stray = strayLine(in: part) {
            let before = YAMLReading.run(source, in: part.lowerBound..<stray)
            if before.problem == nil {
                take(before)
                let rest = YAMLReading.run(source, in: stray..<part.upperBound)
                diagnostics += rest.diagnostics + [rest.problem].compactMap { $0 }
                return
            }
        }
        diagnostics.append(problem)
        for line in lineStarts(in: part) {
            guard let key = key(at: line, before: part.upperBound) else { continue }
            let value = YAMLNode(kind: .broken, range: key.range)
            return add(YAMLMapping.Entry(key: key.text, keyRange: key.range, value: value))
        }
    }

    private mutating func take(_ reading: YAMLReading) {
        diagnostics += reading.diagnostics
        for entry in reading.mapping.entries { add(entry) }
    }

    private mutating func add(_ entry: YAMLMapping.Entry) {
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

    /// The first line of a part, but for its first, that starts in the first column with something else than a list's item.
    private func strayLine(in part: TextRange) -> Int? {
        lineStarts(in: part).first { line in
            guard line > part.lowerBound, key(at: line, before: part.upperBound) == nil else { return false }
            return source.bytes[line] > 0x20 && source.bytes[line] != UInt8(ascii: "#") && !isItem(at: line)
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
