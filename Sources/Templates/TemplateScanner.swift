import Diagnostics

/// What a tag is for, by its first character.
enum TemplateTagKind {
    case escaped, raw, section, inverted, close, partial, comment, delimiters

    /// Tags that print nothing themselves take their line with them where they are alone on it.
    var canStandAlone: Bool { self != .escaped && self != .raw }
}

/// A tag as it stands in the source.
struct TemplateTag {
    let kind: TemplateTagKind
    /// From brace to brace.
    let range: TextRange
    /// What stands in it, without the character for its kind and white space around.
    let content: TextRange
    /// The white space before it, if it is alone on its line.
    var indentation: TextRange?
}

/// Cuts a template into text and tags, and keeps track of the delimiters.
struct TemplateScanner {
    enum Piece {
        case text(TextRange)
        case tag(TemplateTag)
    }

    let source: SourceText
    private(set) var diagnostics: [Diagnostic] = []
    /// A tag was never closed, so that all after it was taken as text.
    private(set) var isCutShort = false

    private let start: Int
    private var position: Int
    private var pending: TemplateTag?
    private var opening: [UInt8] = Array("{{".utf8)
    private var closing: [UInt8] = Array("}}".utf8)

    init(_ source: SourceText) {
        self.source = source
        start = source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        position = start
    }

    private var bytes: [UInt8] { source.bytes }

    mutating func next() -> Piece? {
        if let tag = pending {
            pending = nil
            return .tag(tag)
        }
        while position < bytes.count {
            guard !isCutShort, let tagStart = offset(of: opening, from: position) else {
                return text(from: position, to: bytes.count, then: bytes.count)
            }
            guard var tag = tag(at: tagStart) else {
                // What was reported is left out; what is before it is text as ever.
                let textStart = position
                position = resumption
                if textStart < tagStart { return .text(textStart..<tagStart) }
                continue
            }
            if tag.kind == .delimiters { setDelimiters(by: tag) }
            let line = tag.kind.canStandAlone ? blankLine(around: tag.range) : nil
            if let line { tag.indentation = line.lowerBound..<tagStart }
            pending = tag
            let textEnd = line?.lowerBound ?? tagStart
            guard position < textEnd else {
                position = line?.upperBound ?? tag.range.upperBound
                pending = nil
                return .tag(tag)
            }
            return text(from: position, to: textEnd, then: line?.upperBound ?? tag.range.upperBound)
        }
        return nil
    }

    private mutating func text(from start: Int, to end: Int, then next: Int) -> Piece {
        position = next
        return .text(start..<end)
    }

    // MARK: Tags

    /// Where to go on after a tag that could not be read.
    private var resumption = 0

    private mutating func tag(at tagStart: Int) -> TemplateTag? {
        let (kind, sigil) = kind(at: tagStart + opening.count)
        let contentStart = tagStart + opening.count + (sigil == nil ? 0 : 1)
        if kind == .delimiters, let end = endOfDelimiters(from: contentStart) {
            return tag(kind, tagStart..<end + 1 + closing.count, contentStart..<end)
        }
        guard let end = endOfContent(from: contentStart, of: kind, tagStart: tagStart) else { return nil }
        if sigil == UInt8(ascii: "{") { return triple(tagStart, contentStart, end) }
        return tag(kind, tagStart..<end + closing.count, contentStart..<end)
    }

    /// Where the equals sign behind two delimiters stands. They may hold the closing one that counts until then.
    private func endOfDelimiters(from contentStart: Int) -> Int? {
        var offset = contentStart
        for _ in 0..<2 {
            offset = skip(from: offset, while: Self.isSpace)
            offset = skip(from: offset) { !Self.isSpace($0) && $0 != UInt8(ascii: "=") }
        }
        offset = skip(from: offset, while: Self.isSpace)
        return matches([UInt8(ascii: "=")] + closing, at: offset) ? offset : nil
    }

    private func tag(_ kind: TemplateTagKind, _ range: TextRange, _ content: TextRange) -> TemplateTag {
        TemplateTag(kind: kind, range: range, content: trimmed(content))
    }

    private func kind(at offset: Int) -> (kind: TemplateTagKind, sigil: UInt8?) {
        guard offset < bytes.count else { return (.escaped, nil) }
        let sigil = bytes[offset]
        return switch sigil {
        case UInt8(ascii: "{"), UInt8(ascii: "&"): (.raw, sigil)
        case UInt8(ascii: "#"): (.section, sigil)
        case UInt8(ascii: "^"): (.inverted, sigil)
        case UInt8(ascii: "/"): (.close, sigil)
        case UInt8(ascii: ">"): (.partial, sigil)
        case UInt8(ascii: "!"): (.comment, sigil)
        case UInt8(ascii: "="): (.delimiters, sigil)
        default: (.escaped, nil)
        }
    }

    /// Where the closing delimiter stands. Another opening one before it means that this tag was forgotten open.
    private mutating func endOfContent(from contentStart: Int, of kind: TemplateTagKind, tagStart: Int) -> Int? {
        var offset = contentStart
        while offset < bytes.count {
            if matches(closing, at: offset) { return offset }
            if kind != .comment, matches(opening, at: offset) { break }
            offset += 1
        }
        isCutShort = offset >= bytes.count
        resumption = offset
        let lineEnd = bytes[tagStart..<offset].firstIndex { $0 == UInt8(ascii: "\n") } ?? offset
        let what = kind == .comment ? "comment" : "tag"
        report("\(what) is not closed: '\(text(closing))' is missing", at: trimmed(tagStart..<lineEnd))
        return nil
    }

    /// `{{{name}}}`, or `<%{name}%>` where the delimiters were changed.
    private mutating func triple(_ tagStart: Int, _ contentStart: Int, _ end: Int) -> TemplateTag? {
        if matches([UInt8(ascii: "}")] + closing, at: end) {
            return tag(.raw, tagStart..<end + 1 + closing.count, contentStart..<end)
        }
        let tagEnd = end + closing.count
        if end > contentStart, bytes[end - 1] == UInt8(ascii: "}") {
            return tag(.raw, tagStart..<tagEnd, contentStart..<end - 1)
        }
        resumption = tagEnd
        report(
            "tag is not closed as it was opened: '}\(text(closing))' is missing", at: tagStart..<tagEnd,
            hint: "HTML takes three braces on both sides, text takes two")
        return nil
    }

    private mutating func setDelimiters(by tag: TemplateTag) {
        let parts = bytes[tag.content].split(whereSeparator: Self.isSpace)
        guard bytes[tag.range.upperBound - closing.count - 1] == UInt8(ascii: "="), parts.count == 2,
            !parts.contains(where: { $0.contains(UInt8(ascii: "=")) })
        else {
            report(
                "'\(text(bytes[tag.range]))' does not set delimiters", at: tag.range,
                hint: "write the opening and the closing one between equals signs, as in {{=<% %>=}}")
            return
        }
        opening = Array(parts[0])
        closing = Array(parts[1])
    }

    // MARK: Lines

    /// The whole line or lines of a tag, line end included, if nothing but white space is around it.
    private func blankLine(around tag: TextRange) -> TextRange? {
        var lineStart = tag.lowerBound
        while lineStart > start, Self.isBlank(bytes[lineStart - 1]) { lineStart -= 1 }
        guard lineStart == start || bytes[lineStart - 1] == UInt8(ascii: "\n") else { return nil }
        let end = skip(from: tag.upperBound, while: Self.isBlank)
        guard end < bytes.count else { return lineStart..<end }
        if bytes[end] == UInt8(ascii: "\n") { return lineStart..<end + 1 }
        guard matches([UInt8(ascii: "\r"), UInt8(ascii: "\n")], at: end) else { return nil }
        return lineStart..<end + 2
    }

    // MARK: Bytes

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        isBlank(byte) || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
    }

    private func trimmed(_ range: TextRange) -> TextRange {
        var (lower, upper) = (range.lowerBound, range.upperBound)
        while lower < upper, Self.isSpace(bytes[lower]) { lower += 1 }
        while upper > lower, Self.isSpace(bytes[upper - 1]) { upper -= 1 }
        return lower..<upper
    }

    private func skip(from start: Int, while isSkipped: (UInt8) -> Bool) -> Int {
        var offset = start
        while offset < bytes.count, isSkipped(bytes[offset]) { offset += 1 }
        return offset
    }

    private func matches(_ pattern: [UInt8], at offset: Int) -> Bool {
        bytes[offset...].starts(with: pattern)
    }

    private func offset(of pattern: [UInt8], from start: Int) -> Int? {
        var offset = start
        while offset + pattern.count <= bytes.count {
            if bytes[offset] == pattern[0], matches(pattern, at: offset) { return offset }
            offset += 1
        }
        return nil
    }

    private func text(_ bytes: some Sequence<UInt8>) -> String {
        String(decoding: Array(bytes), as: UTF8.self)
    }

    private mutating func report(_ message: String, at range: TextRange, hint: String? = nil) {
        diagnostics.append(
            Diagnostic(.templateSyntax, at: Location(path: source.path, range: range), message, hint: hint))
    }
}
