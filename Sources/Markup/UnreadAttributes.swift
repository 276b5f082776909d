import CMark
import Diagnostics

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// What was meant as attributes and can't be read as such: shown as text, it would be lost without a word.
enum UnreadAttributes {
    /// - Parameters:
    ///   - holder: a heading or a paragraph whose attributes have been taken out, if it has any.
    ///   - place: where they would be read, for a paragraph in which they never are.
    static func left(
        in holder: OpaquePointer, of document: MarkdownDocument, readAt place: String? = nil
    ) -> [Diagnostic] {
        var problems: [Diagnostic] = []
        // Whoever has more of them in one place has understood after a few.
        for literal in texts(in: holder) where problems.count < 8 {
            let text = Array(String(cString: literal).utf8)
            guard let part = part(of: text) else { continue }
            let range = AttributeBraces.place(of: text[part], under: holder, in: document)
            // Behind a backslash braces are text.
            let isEscaped =
                range.lowerBound > 0 && document.source.bytes[range.lowerBound - 1] == UInt8(ascii: "\\")
            if isEscaped { break }
            problems.append(
                problem(
                    at: range, saying: String(decoding: text[part], as: UTF8.self), in: document.source, readAt: place))
            // Braces that go on in the next line are one mistake.
            if text[part.upperBound - 1] != UInt8(ascii: "}") { break }
        }
        return problems
    }

    /// A paragraph that is nothing but what looks like attributes, below what they were meant for.
    static func alone(in paragraph: OpaquePointer, of document: MarkdownDocument) -> [Diagnostic] {
        guard let node = cmark_node_first_child(paragraph), cmark_node_next(node) == nil,
            cmark_node_get_type(node) == CMARK_NODE_TEXT, let literal = cmark_node_get_literal(node),
            literal[0] == CChar(bitPattern: UInt8(ascii: "{"))
        else { return [] }
        return left(
            in: paragraph, of: document, readAt: "a heading, of a quote's last or of an entry's first paragraph")
    }

    /// The texts of a block that have a bracket or a brace, those in emphasis and links among them.
    private static func texts(in holder: OpaquePointer) -> [UnsafePointer<CChar>] {
        var texts: [UnsafePointer<CChar>] = []
        func take(_ node: OpaquePointer) {
            guard cmark_node_get_type(node) == CMARK_NODE_TEXT, let literal = cmark_node_get_literal(node),
                strpbrk(literal, "{([}") != nil
            else { return }
            texts.append(literal)
        }
        var child = cmark_node_first_child(holder)
        while let node = child {
            child = cmark_node_next(node)
            guard cmark_node_first_child(node) != nil, let iterator = cmark_iter_new(node) else {
                take(node)
                continue
            }
            defer { cmark_iter_free(iterator) }
            while cmark_iter_next(iterator) != CMARK_EVENT_DONE {
                if let inner = cmark_iter_get_node(iterator) { take(inner) }
            }
        }
        return texts
    }

    /// Braces at the end that start as attributes do.
    static func problem(
        at range: TextRange, saying text: String, in source: SourceText, readAt place: String? = nil
    ) -> Diagnostic {
        let hint: String
        if place == nil, let repaired = AttributeRepair.repaired(text), repaired != text {
            hint = "write \(repaired)"
        } else if text.unicodeScalars.contains(where: { (0x2018...0x201F).contains($0.value) }) {
            hint = "write key=\"two words\", with straight quotes"
        } else if !text.hasPrefix("{") || !text.hasSuffix("}") {
            hint = "put them between { and }"
        } else if let place {
            hint = "attributes are read at the end of \(place)"
        } else {
            hint = "write {#id .class key=value key=\"two words\"}, with spaces between them, at the end of the entry"
        }
        // Without a key that is read here, the braces may as well be the author's words.
        let isValueLost = text.contains("=") || text.contains(":")
        return Diagnostic(
            .unreadAttributes, at: Location(path: source.path, range: range),
            "this can't be read as attributes, so it is shown as text", hint: hint,
            severity: isValueLost ? .error : .warning)
    }

    /// The first part of a text that starts with a bracket and a usual key, or ends with a brace behind one.
    private static func part(of text: [UInt8]) -> Range<Int>? {
        for index in text.indices where [UInt8(ascii: "{"), UInt8(ascii: "("), UInt8(ascii: "[")].contains(text[index])
        {
            let key = skipSpaces(in: text, from: index + 1)
            guard let end = endOfKey(in: text, at: key, withColon: text[index] == UInt8(ascii: "{")) else { continue }
            let closing = text[end...].firstIndex {
                [UInt8(ascii: "}"), UInt8(ascii: ")"), UInt8(ascii: "]")].contains($0)
            }
            return index..<(closing.map { $0 + 1 } ?? trimmedEnd(of: text))
        }
        guard let closing = text.lastIndex(of: UInt8(ascii: "}")), !text[..<closing].contains(UInt8(ascii: "{")) else {
            return nil
        }
        let key = text[..<closing].indices.first { index in
            (index == 0 || text[index - 1] == 0x20) && endOfKey(in: text, at: index, withColon: false) != nil
        }
        return key.map { $0..<(closing + 1) }
    }

    /// Behind `severity=`.
    private static func endOfKey(in text: [UInt8], at start: Int, withColon: Bool) -> Int? {
        for key in AttributeList.usualKeys where text[min(start, text.count)...].starts(with: key.utf8) {
            let sign = skipSpaces(in: text, from: start + key.utf8.count)
            guard sign < text.count else { continue }
            if text[sign] == UInt8(ascii: "=") || (withColon && text[sign] == UInt8(ascii: ":")) { return sign + 1 }
        }
        return nil
    }

    private static func skipSpaces(in text: [UInt8], from start: Int) -> Int {
        var index = start
        while index < text.count, text[index] == 0x20 { index += 1 }
        return index
    }

    private static func trimmedEnd(of text: [UInt8]) -> Int {
        (text.lastIndex { $0 != 0x20 } ?? -1) + 1
    }
}
