import CMark
import Diagnostics

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// The braces that a heading or a paragraph ends with, and where they stand; they may go on over a few lines.
struct AttributeBraces {
    enum Ending {
        case braces(AttributeBraces)
        /// Where the file has braces that the text has not, because there is emphasis or a link in them.
        case markedUp(TextRange)
    }

    /// `{…}` with a space for each line end.
    let braces: [UInt8]
    /// From brace to brace in the file.
    let range: TextRange
    /// Behind a backslash braces are text.
    let isEscaped: Bool

    /// A line's part of the braces.
    private struct Piece {
        /// Where it starts in the braces, and in the file.
        let offset: Int
        let place: Int
    }

    private let pieces: [Piece]
    /// The text of the block that they start in, and how many of its bytes are kept.
    private let first: OpaquePointer
    private let kept: Int
    private let isDoubled: Bool
    /// The texts behind it, last first.
    private let further: [OpaquePointer]

    /// Longer lists are text: no one writes one over more lines.
    private static let mostLines = 8

    /// The braces at the end of a block; nothing where it does not end with one.
    static func ending(_ block: OpaquePointer, in document: MarkdownDocument) -> Ending? {
        guard var node = lastShown(in: block), endsWithBrace(node) else { return nil }
        let last = max(1, Int(cmark_node_get_end_line(block)))
        let first = Int(cmark_node_get_start_line(block))
        let places = first...max(first, last)
        // Nearly always they stand on one line.
        if let literal = cmark_node_get_literal(node) {
            let text = UnsafeRawBufferPointer(start: literal, count: trimmedLength(of: literal))
            if let opening = opening(in: text) {
                return .braces(
                    AttributeBraces(
                        Array(UnsafeRawBufferPointer(rebasing: text[opening...])), above: [], first: node,
                        kept: opening,
                        further: [], at: places, in: document))
            }
        }
        var texts: [OpaquePointer] = []
        var lines: [[UInt8]] = []
        var opening: Int?
        while true {
            guard cmark_node_get_type(node) == CMARK_NODE_TEXT, let text = bytes(of: node, isLast: lines.isEmpty) else {
                break
            }
            lines.append(text)
            texts.append(node)
            let joined = lines.count == 1 ? text : Array(lines.reversed().joined(separator: [0x20]))
            opening = joined.withUnsafeBytes(self.opening)
            guard opening == nil, lines.count < Self.mostLines, let lineBreak = cmark_node_previous(node),
                cmark_node_get_type(lineBreak) == CMARK_NODE_SOFTBREAK, let before = cmark_node_previous(lineBreak)
            else { break }
            node = before
        }
        guard let start = texts.popLast() else { return nil }
        guard let opening else { return bracesOnLine(last, in: document).map(Ending.markedUp) }
        let parts = [lines[lines.count - 1][opening...]] + lines.dropLast().reversed().map { $0[...] }
        return .braces(
            AttributeBraces(
                Array(parts.joined(separator: [0x20])), above: parts.dropLast().map(\.count), first: start,
                kept: opening, further: texts, at: places, in: document))
    }

    /// The last child but for comments of HTML, which nobody sees, and the white space before them.
    private static func lastShown(in block: OpaquePointer) -> OpaquePointer? {
        var last = cmark_node_last_child(block)
        while let node = last, cmark_node_get_type(node) == CMARK_NODE_HTML_INLINE,
            let literal = cmark_node_get_literal(node), strncmp(literal, "<!--", 4) == 0
        {
            last = cmark_node_previous(node)
        }
        return last
    }

    /// Whether the text of a node ends with a brace but for white space. Most don't, and are not copied to find out.
    static func endsWithBrace(_ node: OpaquePointer) -> Bool {
        guard cmark_node_get_type(node) == CMARK_NODE_TEXT, let literal = cmark_node_get_literal(node) else {
            return false
        }
        let end = trimmedLength(of: literal)
        return end > 0 && literal[end - 1] == CChar(bitPattern: UInt8(ascii: "}"))
    }

    /// How long a text is without the white space at its end.
    private static func trimmedLength(of literal: UnsafePointer<CChar>) -> Int {
        var end = strlen(literal)
        while end > 0, UInt8(bitPattern: literal[end - 1]) <= 0x20 { end -= 1 }
        return end
    }

    /// - Parameter lengths: of the parts of the braces that stand above their last line.
    private init(
        _ braces: [UInt8], above lengths: [Int], first: OpaquePointer, kept: Int, further: [OpaquePointer],
        at places: ClosedRange<Int>, in document: MarkdownDocument
    ) {
        self.braces = braces
        self.first = first
        self.kept = kept
        self.further = further
        let isBehindBrace =
            kept > 0
            && cmark_node_get_literal(first).map { $0[kept - 1] == CChar(bitPattern: UInt8(ascii: "{")) } == true
        isDoubled = isBehindBrace && braces.suffix(2).elementsEqual("}}".utf8)
        pieces = Self.pieces(of: braces, above: lengths, lines: places, in: document)
        if let start = pieces.first?.place, let end = pieces.last {
            range = start..<(end.place + braces.count - end.offset)
            var slashes = 0
            while start - slashes > 0, document.source.bytes[start - slashes - 1] == UInt8(ascii: "\\") { slashes += 1 }
            isEscaped = slashes % 2 == 1
        } else {
            let start = document.lineStart(places.lowerBound)
            range = start..<max(start, document.lineEnd(places.lowerBound))
            isEscaped = false
        }
    }

    /// From brace to brace where they are doubled, as in templates: `{{severity=3}}`.
    var doubledRange: TextRange? {
        isDoubled ? (range.lowerBound - 1)..<range.upperBound : nil
    }

    /// Where a part of the braces stands in the file; all of them where that can't be said.
    func place(of part: Range<Int>) -> TextRange {
        guard let piece = pieces.last(where: { $0.offset <= part.lowerBound }) else { return range }
        let start = piece.place + part.lowerBound - piece.offset
        return start..<min(start + part.count, max(start, range.upperBound))
    }

    /// Takes the braces out of the block's text, with the white space and the line break before them.
    func remove(from block: OpaquePointer) {
        for text in further {
            if let lineBreak = cmark_node_previous(text) { cmark_node_unlink(lineBreak) }
            cmark_node_unlink(text)
        }
        if keepWords() { return }
        cmark_node_unlink(first)
        let breaks = [CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK]
        if let last = cmark_node_last_child(block), breaks.contains(cmark_node_get_type(last)) {
            cmark_node_unlink(last)
        }
    }

    /// Whether there are words before the braces; they alone are left.
    private func keepWords() -> Bool {
        guard let literal = cmark_node_get_literal(first) else { return false }
        var count = kept
        while count > 0, literal[count - 1] == 0x20 || literal[count - 1] == 0x09 { count -= 1 }
        guard count > 0 else { return false }
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: count + 1) { words in
            guard let start = words.baseAddress else { return }
            start.initialize(from: literal, count: count)
            (start + count).initialize(to: 0)
            cmark_node_set_literal(first, start)
        }
        return true
    }

    /// - Parameter isLast: whether white space at the end is left out.
    private static func bytes(of node: OpaquePointer, isLast: Bool) -> [UInt8]? {
        guard let literal = cmark_node_get_literal(node) else { return nil }
        let count = isLast ? trimmedLength(of: literal) : strlen(literal)
        return Array(UnsafeRawBufferPointer(start: literal, count: count))
    }

    /// The last `{` outside quotes.
    private static func opening(in text: UnsafeRawBufferPointer) -> Int? {
        var isQuoted = false
        for index in text.indices.reversed() {
            if text[index] == UInt8(ascii: "\"") { isQuoted.toggle() }
            if text[index] == UInt8(ascii: "{"), !isQuoted { return index }
        }
        return text.lastIndex(of: UInt8(ascii: "{"))
    }

    /// Looks for the last part from the block's last line up, where cmark's columns can't be relied on, then for the others
    /// on the lines above it. None where the file does not say what the text says.
    ///
    /// - Parameter lengths: of all parts but the last, between which there is one space.
    private static func pieces(
        of braces: [UInt8], above lengths: [Int], lines: ClosedRange<Int>, in document: MarkdownDocument
    ) -> [Piece] {
        let offset = lengths.reduce(0) { $0 + $1 + 1 }
        for line in lines.reversed() {
            guard let place = lastPlace(of: braces[offset...], onLine: line, in: document) else { continue }
            var pieces = [Piece(offset: offset, place: place)]
            var start = offset
            for (above, length) in lengths.reversed().enumerated() {
                let end = start - 1
                start = end - length
                guard let place = lastPlace(of: braces[start..<end], onLine: line - 1 - above, in: document) else {
                    return []
                }
                pieces.insert(Piece(offset: start, place: place), at: 0)
            }
            return pieces
        }
        return []
    }

    private static func lastPlace(of part: ArraySlice<UInt8>, onLine line: Int, in document: MarkdownDocument) -> Int? {
        guard line >= 1, let first = part.first else { return nil }
        let bytes = document.source.bytes
        var at = document.lineEnd(line) - part.count
        while at >= document.lineStart(line) {
            if bytes[at] == first, bytes[at..<(at + part.count)].elementsEqual(part) { return at }
            at -= 1
        }
        return nil
    }

    /// Where a part of a block's text stands, looked for from its last line up; its first line where that can't be found.
    static func place(of part: ArraySlice<UInt8>, under block: OpaquePointer, in document: MarkdownDocument)
        -> TextRange
    {
        let first = Int(cmark_node_get_start_line(block))
        for line in stride(from: max(first, Int(cmark_node_get_end_line(block))), through: first, by: -1) {
            if let place = lastPlace(of: part, onLine: line, in: document) { return place..<(place + part.count) }
        }
        return document.lineStart(first)..<max(document.lineStart(first), document.lineEnd(first))
    }

    private static func bracesOnLine(_ line: Int, in document: MarkdownDocument) -> TextRange? {
        let text = document.source.bytes[document.lineStart(line)..<document.lineEnd(line)]
        guard let close = text.lastIndex(of: UInt8(ascii: "}")),
            let open = text[..<close].lastIndex(of: UInt8(ascii: "{"))
        else { return nil }
        return open..<(close + 1)
    }
}
