import CMark
import Diagnostics

/// `{#id .class key=value key="two words"}` at the end of a heading, a quote or an item, as in Pandoc.
///
/// A class, since it is handed on from the tree to whoever reads a heading, a quote or an entry.
package final class AttributeList: Sendable {
    package struct Word: Sendable {
        package let text: String
        package let range: TextRange

        package init(text: String, range: TextRange) {
            self.text = text
            self.range = range
        }
    }

    package struct Pair: Sendable {
        package let key: Word
        /// Without its quotes.
        package let value: Word
    }

    package let ids: [Word]
    package let classes: [Word]
    package let pairs: [Pair]
    /// Braces included.
    package let range: TextRange

    private init(ids: [Word], classes: [Word], pairs: [Pair], range: TextRange) {
        self.ids = ids
        self.classes = classes
        self.pairs = pairs
        self.range = range
    }

    /// What may be written before `=`. Braces that start with one of these, but can't be read, were meant as attributes.
    static let usualKeys: [String] = ["severity", "evidence", "reach", "status", "resolved", "persona", "segment"]

    enum Found {
        case attributes(AttributeList)
        /// Braces that look like attributes and are none.
        case suspicious(TextRange)
    }

    /// Takes the attribute list at the end of a heading or a paragraph out of its last text.
    static func take(from block: OpaquePointer, in document: MarkdownDocument) -> Found? {
        switch AttributeBraces.ending(block, in: document) {
        case nil: return nil
        case .markedUp(let range): return suspicious(range, in: document)
        case .braces(let braces):
            if braces.isEscaped { return nil }
            if let doubled = braces.doubledRange, isSuspicious(braces.braces.dropLast()) {
                return .suspicious(doubled)
            }
            guard let list = parse(braces) else { return suspicious(braces.range, in: document) }
            braces.remove(from: block)
            return .attributes(list)
        }
    }

    private static func suspicious(_ range: TextRange, in document: MarkdownDocument) -> Found? {
        isSuspicious(document.source.bytes[range]) ? .suspicious(range) : nil
    }

    private static func isSuspicious(_ braces: ArraySlice<UInt8>) -> Bool {
        let written = PlainSigns.folded(String(decoding: braces.dropFirst().dropLast(), as: UTF8.self))
        // Kramdown's `{: #id}`.
        let inner = written.drop { $0.isWhitespace || $0 == ":" }
        guard let first = inner.first else { return false }
        if first == "#" || first == "." { return inner.dropFirst().first?.isLetter == true }
        if AttributeRepair.isMomentOfTruth(inner) { return true }
        let word = inner.prefix { $0.isLetter }
        let rest = inner[word.endIndex...].drop { $0 == " " }
        guard rest.first == "=" || rest.first == ":" else {
            // `{severity 3}`
            return word.lowercased() == "severity" && rest.first?.isNumber == true
        }
        return usualKeys.contains(word.lowercased()) || word.lowercased() == "id"
    }

    /// Nothing where a word has none of the forms.
    private static func parse(_ ending: AttributeBraces) -> AttributeList? {
        let braces = ending.braces
        var ids: [Word] = []
        var classes: [Word] = []
        var pairs: [Pair] = []
        func word(_ part: Range<Int>) -> Word {
            Word(text: String(decoding: braces[part], as: UTF8.self), range: ending.place(of: part))
        }
        let end = braces.count - 1
        var index = 1
        while index < end {
            if isSpace(braces[index]) {
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
                if pairs.isEmpty { pairs.reserveCapacity(4) }
                pairs.append(Pair(key: word(key), value: word(value.text)))
                index = value.end
            } else if index - start > 1, braces[start] == UInt8(ascii: "#") {
                ids.append(word((start + 1)..<index))
            } else if index - start > 1, braces[start] == UInt8(ascii: ".") {
                classes.append(word((start + 1)..<index))
            } else {
                return nil
            }
            guard index == end || isSpace(braces[index]) else { return nil }
        }
        if ids.isEmpty, classes.isEmpty, pairs.isEmpty { return nil }
        return AttributeList(ids: ids, classes: classes, pairs: pairs, range: ending.range)
    }

    /// A value and where the list goes on behind it.
    private static func value(after equals: Int, before end: Int, in braces: [UInt8]) -> (text: Range<Int>, end: Int)? {
        let start = equals + 1
        if start < end, braces[start] == UInt8(ascii: "\"") {
            guard let close = braces[(start + 1)..<end].firstIndex(of: UInt8(ascii: "\"")) else { return nil }
            return ((start + 1)..<close, close + 1)
        }
        var index = start
        while index < end, !isSpace(braces[index]), braces[index] != UInt8(ascii: "\"") { index += 1 }
        if !braces[start..<index].contains(where: { $0 >= 0x80 }) { return (start..<index, index) }
        // A blank of another kind would make one value of all that follows.
        let text = String(decoding: braces[start..<index], as: UTF8.self)
        return text.unicodeScalars.contains(where: PlainSigns.isBlank) ? nil : (start..<index, index)
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."),
            UInt8(ascii: ":"), 0x80...:
            true
        default: false
        }
    }
}
