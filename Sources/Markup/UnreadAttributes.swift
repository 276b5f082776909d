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
package enum UnreadAttributes {
    /// Whether braces are written as they should be, and only stand where they are not read.
    package static func areRight(_ braces: String) -> Bool { AttributeRepair.repaired(braces) == braces }

    /// - Parameters:
    ///   - holder: a heading or a paragraph whose attributes have been taken out, if it has any.
    ///   - place: where they would be read, for a paragraph in which they never are.
    static func left(
        in holder: OpaquePointer, of document: MarkdownDocument, readAt place: String? = nil
    ) -> [Diagnostic] {
        var problems: [Diagnostic] = []
        // Whoever has more of them in one place has understood after a few.
        let isHeading = cmark_node_get_type(holder) == CMARK_NODE_HEADING
        for (literal, isWithin) in texts(in: holder) where problems.count < 8 {
            let text = Array(UnsafeRawBufferPointer(start: literal, count: strlen(literal)))
            guard let part = part(of: text) else { continue }
            // An id amid the words of an entry may be what it tells of; in a heading, and before the end, it was meant.
            let isName =
                (text[part].starts(with: "{#".utf8) || text[part].starts(with: "{.".utf8))
                && !text[part].contains(UInt8(ascii: "="))
            // `[#12]` at the end of an entry may be anything.
            if isBracketedName(text[part]), !isHeading || isWithin { continue }
            if isName, !isHeading, isWithin || text[part.upperBound...].contains(where: isLetter) { continue }
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
        if isHeading, problems.isEmpty, let bare = BareNames.problem(in: holder, of: document) { return [bare] }
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

    /// Attributes at the end of a paragraph that is none of those that have some: of a quote that lacks its sign, most often.
    static func ending(_ paragraph: OpaquePointer, of document: MarkdownDocument) -> [Diagnostic] {
        guard let last = cmark_node_last_child(paragraph), AttributeBraces.endsWithBrace(last),
            let literal = cmark_node_get_literal(last).map({ String(cString: $0) }), literal.hasSuffix("}"),
            let opening = literal.lastIndex(of: "{"), opening > literal.startIndex || cmark_node_previous(last) != nil
        else { return [] }
        let braces = String(literal[opening...])
        guard areRight(braces), braces.contains("=") || braces.hasPrefix("{#") else { return [] }
        let range = AttributeBraces.place(of: Array(braces.utf8)[...], under: paragraph, in: document)
        if range.lowerBound > 0, document.source.bytes[range.lowerBound - 1] == UInt8(ascii: "\\") { return [] }
        return [
            Diagnostic(
                .unreadAttributes, at: Location(path: document.source.path, range: range),
                "attributes of a paragraph are not read, so this is shown as text",
                hint: "a quote starts with '> ', and an entry with '- '",
                severity: braces.contains("=") ? .error : .warning)
        ]
    }

    /// The texts of a block that have a bracket, a brace or an equals sign, those in emphasis and links among them.
    private static func texts(in holder: OpaquePointer) -> [(literal: UnsafePointer<CChar>, isWithin: Bool)] {
        var texts: [(literal: UnsafePointer<CChar>, isWithin: Bool)] = []
        var child = cmark_node_first_child(holder)
        while let node = child {
            child = cmark_node_next(node)
            let isWithin = cmark_node_first_child(node) != nil
            NodeWalk.all(from: node) { node in
                guard cmark_node_get_type(node) == CMARK_NODE_TEXT, let literal = cmark_node_get_literal(node),
                    let sign = strpbrk(literal, Self.signs)
                else { return }
                // Another sign of that script may be anything.
                let isOther = sign[0] == Self.signs[5] && strpbrk(literal, "{([}=") == nil
                if isOther, strstr(literal, "\u{FF5B}") == nil { return }
                texts.append((literal, isWithin))
            }
        }
        return texts
    }

    /// Signs of attributes, and the byte that those of full width start with; a zero ends them.
    private static let signs: [CChar] = "{([}=".utf8.map { CChar(bitPattern: $0) } + [CChar(bitPattern: 0xEF), 0]

    private static func isLetter(_ byte: UInt8) -> Bool {
        byte >= 0x80 || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
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
            let inner = text.drop { "{([".contains($0) }.reversed().drop { "})]".contains($0) }.reversed()
            let repaired = AttributeRepair.repaired("{\(String(inner))}")
            hint = "put them between { and }" + (repaired.map { ": \($0)" } ?? "")
        } else if place == nil, areRight(text), isAtEnd(range, of: source) {
            hint = "delete the blank behind '}': it is not a plain space"
        } else if place == nil, areRight(text) {
            hint = "move them to the very end, with all others in one pair of braces"
        } else if let place {
            hint = "attributes are read at the end of \(place)"
        } else {
            hint = "write {#id .class key=value key=\"two words\"}, with spaces between them, at the end of the entry"
        }
        // Without a key that is read here, the braces may as well be the author's words.
        let isValueLost = ["=", ":", "\u{FF1D}"].contains { text.contains($0) } || text.hasPrefix("{severity")
        return Diagnostic(
            .unreadAttributes, at: Location(path: source.path, range: range),
            "this can't be read as attributes, so it is shown as text", hint: hint,
            severity: isValueLost ? .error : .warning)
    }

    /// Whether nothing but blanks of another kind stands behind them in their line.
    private static func isAtEnd(_ range: TextRange, of source: SourceText) -> Bool {
        let rest = source.bytes[range.upperBound...].prefix(20).prefix { $0 != 0x0A && $0 != 0x0D }
        return rest.count < 20 && !rest.allSatisfy { $0 == 0x20 || $0 == 0x09 }
            && String(decoding: rest, as: UTF8.self).unicodeScalars.allSatisfy {
                $0 == " " || PlainSigns.isBlank($0) || PlainSigns.isInvisible($0)
            }
    }

    /// The part of a text that was meant as attributes; signs of full width count as those that they look like.
    private static func part(of text: [UInt8]) -> Range<Int>? {
        guard text.contains(0xEF) else { return plainPart(of: text) }
        var plain: [UInt8] = []
        var places: [Int] = []
        var place = 0
        for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
            for byte in Array(String((0xFF01...0xFF5E).contains(scalar.value) ? PlainSigns.plain(scalar) : scalar).utf8)
            {
                plain.append(byte)
                places.append(place)
            }
            place += Unicode.UTF8.width(scalar)
        }
        places.append(text.count)
        return plainPart(of: plain).map { places[$0.lowerBound]..<places[$0.upperBound] }
    }

    /// The first part of a text that starts with a bracket and a usual key, ends with a brace behind one, or is one without either.
    private static func plainPart(of text: [UInt8]) -> Range<Int>? {
        for index in text.indices where [UInt8(ascii: "{"), UInt8(ascii: "("), UInt8(ascii: "[")].contains(text[index])
        {
            let isBrace = text[index] == UInt8(ascii: "{")
            let first = skipSpaces(in: text, from: index + 1)
            let key = isBrace ? first : skipName(in: text, from: first)
            if !isBrace, key > first, key + 1 == trimmedEnd(of: text),
                [UInt8(ascii: ")"), UInt8(ascii: "]")].contains(text[key])
            {
                return index..<(key + 1)
            }
            let end =
                endOfKey(in: text, at: key, withColon: isBrace) ?? (isBrace ? nil : endOfSeverity(in: text, at: key))
            if let end {
                let closing = text[end...].firstIndex {
                    [UInt8(ascii: "}"), UInt8(ascii: ")"), UInt8(ascii: "]")].contains($0)
                }
                return index..<(closing.map { $0 + 1 } ?? trimmedEnd(of: text))
            }
            if isBrace, let end = endOfOpenName(in: text, from: index) { return index..<end }
            // `{#id}` and `{.class}` that stand before the end, and are no longer than any that were seen.
            guard isBrace, let closing = text[key...].prefix(80).firstIndex(of: UInt8(ascii: "}")), closing > key + 1
            else { continue }
            let braces = String(decoding: text[index...closing], as: UTF8.self)
            if AttributeRepair.repaired(braces) != nil { return index..<(closing + 1) }
        }
        guard let closing = text.lastIndex(of: UInt8(ascii: "}")) else { return bare(in: text) }
        if text[..<closing].contains(UInt8(ascii: "{")) { return nil }
        let key = text[..<closing].indices.first { index in
            (index == 0 || text[index - 1] == 0x20) && endOfKey(in: text, at: index, withColon: false) != nil
        }
        return key.map { $0..<(closing + 1) }
    }

    /// `{#id` that nothing closes, at the end of its text.
    private static func endOfOpenName(in text: [UInt8], from brace: Int) -> Int? {
        let end = trimmedEnd(of: text)
        guard brace + 2 < end, text[brace + 1] == UInt8(ascii: "#"), end - brace < 80,
            !text[brace..<end].contains(UInt8(ascii: "}"))
        else { return nil }
        let braces = String(decoding: text[brace..<end], as: UTF8.self) + "}"
        return areRight(braces) ? end : nil
    }

    /// `severity=4` that nothing stands around, up to the end of its text.
    private static func bare(in text: [UInt8]) -> Range<Int>? {
        guard text.contains(UInt8(ascii: "=")) else { return nil }
        for index in text.indices where index == 0 || text[index - 1] == 0x20 {
            let keys = ["severity=", "reach=", "evidence="]
            guard let key = keys.first(where: { text[index...].starts(with: $0.utf8) }) else { continue }
            guard let value = text[index...].dropFirst(key.utf8.count).first else { return nil }
            let isNumber = (0x30...0x39).contains(value)
            if key == "evidence=" ? value > 0x20 : isNumber { return index..<trimmedEnd(of: text) }
        }
        return nil
    }

    /// Behind `severity: ` and before a digit: what stands in brackets with any other key may as well be words.
    private static func endOfSeverity(in text: [UInt8], at start: Int) -> Int? {
        guard text[min(start, text.count)...].starts(with: "severity:".utf8) else { return nil }
        let value = skipSpaces(in: text, from: start + 9)
        return value < text.count && (0x30...0x39).contains(text[value]) ? value : nil
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

    /// Behind `#serial ` in brackets that should be braces.
    private static func skipName(in text: [UInt8], from start: Int) -> Int {
        guard start + 1 < text.count, text[start] == UInt8(ascii: "#"), isLetter(text[start + 1]) else { return start }
        var index = start + 1
        while index < text.count,
            isLetter(text[index]) || text[index] == UInt8(ascii: "-") || text[index] == UInt8(ascii: "_")
        {
            index += 1
        }
        return skipSpaces(in: text, from: index)
    }

    private static func isBracketedName(_ text: ArraySlice<UInt8>) -> Bool {
        (text.starts(with: "(#".utf8) || text.starts(with: "[#".utf8)) && !text.contains(UInt8(ascii: "="))
            && !text.contains(UInt8(ascii: ":"))
    }

    private static func trimmedEnd(of text: [UInt8]) -> Int {
        (text.lastIndex { $0 != 0x20 } ?? -1) + 1
    }
}
