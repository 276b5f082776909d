import CMark
import Diagnostics

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// `{#id .class key=value key="two words"}` at the end of a heading, a quote or an item, as in Pandoc.
package struct AttributeList: Sendable {
    package struct Word: Sendable {
        package let text: String
        package let range: TextRange
    }

    package struct Pair: Sendable {
        package let key: Word
        /// Without its quotes.
        package let value: Word
    }

    package private(set) var ids: [Word] = []
    package private(set) var classes: [Word] = []
    package private(set) var pairs: [Pair] = []
    /// Braces included.
    package let range: TextRange

    /// What may be written before `=`. Braces that start with one of these, but can't be read, were meant as attributes.
    static let usualKeys: [String] = ["severity", "evidence", "reach", "status", "resolved", "persona", "segment"]

    enum Found {
        case attributes(AttributeList)
        /// Braces that look like attributes and are none.
        case suspicious(TextRange)
    }

    /// Takes the attribute list at the end of a heading or a paragraph out of its last text.
    static func take(from block: OpaquePointer, in document: MarkdownDocument) -> Found? {
        guard let last = cmark_node_last_child(block), cmark_node_get_type(last) == CMARK_NODE_TEXT,
            let literal = cmark_node_get_literal(last)
        else { return nil }
        let text = Array(UnsafeBufferPointer(start: literal, count: strlen(literal)).map { UInt8(bitPattern: $0) })
        guard let end = text.lastIndex(where: { $0 != UInt8(ascii: " ") }), text[end] == UInt8(ascii: "}"),
            let start = opening(in: text[...end])
        else { return nil }
        let braces = Array(text[start...end])
        let range = place(of: braces, under: block, in: document)
        guard let list = parse(braces, at: range) else {
            return isSuspicious(braces) ? .suspicious(range) : nil
        }
        var kept = text[..<start]
        while kept.last == UInt8(ascii: " ") { kept.removeLast() }
        if kept.isEmpty {
            cmark_node_unlink(last)
            cmark_node_free(last)
            dropTrailingBreak(of: block)
        } else {
            cmark_node_set_literal(last, String(decoding: kept, as: UTF8.self))
        }
        return .attributes(list)
    }

    /// A list on a line of its own leaves a line break behind.
    private static func dropTrailingBreak(of block: OpaquePointer) {
        guard let last = cmark_node_last_child(block),
            [CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK].contains(cmark_node_get_type(last))
        else { return }
        cmark_node_unlink(last)
        cmark_node_free(last)
    }

    /// The last `{` outside quotes.
    private static func opening(in text: ArraySlice<UInt8>) -> Int? {
        var isQuoted = false
        for index in text.indices.reversed() {
            if text[index] == UInt8(ascii: "\"") { isQuoted.toggle() }
            if text[index] == UInt8(ascii: "{"), !isQuoted { return index }
        }
        return text.lastIndex(of: UInt8(ascii: "{"))
    }

    /// Where the braces stand in the file: on the block's last line, where cmark's columns can't be relied on.
    static func place(
        of braces: [UInt8], under block: OpaquePointer, in document: MarkdownDocument
    ) -> TextRange {
        let bytes = document.source.bytes
        let first = Int(cmark_node_get_start_line(block))
        let last = max(first, Int(cmark_node_get_end_line(block)))
        for line in stride(from: last, through: first, by: -1) {
            let start = document.lineStart(line)
            var at = document.lineEnd(line) - braces.count
            while at >= start {
                if bytes[at] == braces[0], bytes[at..<(at + braces.count)].elementsEqual(braces) {
                    return at..<(at + braces.count)
                }
                at -= 1
            }
        }
        let start = document.lineStart(first)
        return start..<max(start, document.lineEnd(first))
    }

    private static func isSuspicious(_ braces: [UInt8]) -> Bool {
        let inner = String(decoding: braces.dropFirst().dropLast(), as: UTF8.self).drop { $0 == " " }
        guard let first = inner.first else { return false }
        if first == "#" || first == "." { return inner.dropFirst().first?.isLetter == true }
        let word = inner.prefix { $0.isLetter }
        let rest = inner[word.endIndex...].drop { $0 == " " }
        return usualKeys.contains(word.lowercased()) && (rest.first == "=" || rest.first == ":")
    }

    /// Nothing where a word has none of the forms.
    private static func parse(_ braces: [UInt8], at range: TextRange) -> AttributeList? {
        var list = AttributeList(range: range)
        // Places inside the list are known where the file says the same as the text.
        let isExact = range.count == braces.count
        func word(_ part: Range<Int>) -> Word {
            let place = isExact ? (range.lowerBound + part.lowerBound)..<(range.lowerBound + part.upperBound) : range
            return Word(text: String(decoding: braces[part], as: UTF8.self), range: place)
        }
        let end = braces.count - 1
        var index = 1
        while index < end {
            if braces[index] == UInt8(ascii: " ") {
                index += 1
                continue
            }
            let start = index
            while index < end,
                isNameByte(braces[index])
                    || (index == start && (braces[index] == UInt8(ascii: "#") || braces[index] == UInt8(ascii: ".")))
            { index += 1 }
            guard index > start else { return nil }
            if index < end, braces[index] == UInt8(ascii: "=") {
                let key = start..<index
                guard let value = value(after: index, before: end, in: braces) else { return nil }
                list.pairs.append(Pair(key: word(key), value: word(value.text)))
                index = value.end
            } else if index - start > 1, braces[start] == UInt8(ascii: "#") {
                list.ids.append(word((start + 1)..<index))
            } else if index - start > 1, braces[start] == UInt8(ascii: ".") {
                list.classes.append(word((start + 1)..<index))
            } else {
                return nil
            }
            guard index == end || braces[index] == UInt8(ascii: " ") else { return nil }
        }
        return list.ids.isEmpty && list.classes.isEmpty && list.pairs.isEmpty ? nil : list
    }

    /// A value and where the list goes on behind it.
    private static func value(after equals: Int, before end: Int, in braces: [UInt8]) -> (text: Range<Int>, end: Int)? {
        let start = equals + 1
        if start < end, braces[start] == UInt8(ascii: "\"") {
            guard let close = braces[(start + 1)..<end].firstIndex(of: UInt8(ascii: "\"")) else { return nil }
            return ((start + 1)..<close, close + 1)
        }
        var index = start
        while index < end, braces[index] != UInt8(ascii: " "), braces[index] != UInt8(ascii: "\"") { index += 1 }
        return (start..<index, index)
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."),
            UInt8(ascii: ":"), 0x80...:
            true
        default: false
        }
    }

    private init(range: TextRange) {
        self.range = range
    }
}
