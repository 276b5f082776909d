import Diagnostics
import Markup

/// `**Label:**` or `**Label**:` at the start of a bullet.
struct Label {
    let name: String
    /// The lane that it names: its place in the taxonomy.
    let lane: Int?
    let range: TextRange
    /// Whether it has its colon: one behind it is a part of the value.
    let isClosed: Bool
    private static let colon = UInt8(ascii: ":")
    private let strong: MarkdownNode
    private let paragraph: MarkdownNode

    init?(of paragraph: MarkdownNode, known labels: LaneLabels) {
        guard let strong = paragraph.firstChild, strong.kind == .strong else { return nil }
        self.init(strong, in: paragraph, known: labels)
    }

    init?(_ strong: MarkdownNode, in paragraph: MarkdownNode, known labels: LaneLabels) {
        let (name, lane, skipped, isClosed) = Self.name(of: strong, known: labels)
        if !isClosed {
            guard let next = strong.next, next.kind == .text,
                next.withLiteral({ $0.first { $0 != 0x20 } == Self.colon })
            else { return nil }
        }
        guard !name.isEmpty else { return nil }
        self.name = name
        self.lane = lane ?? labels.lane(labelled: name)
        self.isClosed = isClosed
        self.strong = strong
        self.paragraph = paragraph
        let start = (strong.firstChild?.start ?? strong.start) + skipped
        range = start..<max(start, min(start + name.utf8.count, strong.firstLineEnd))
    }

    /// Leaves the value alone in the paragraph.
    func removeFromText() {
        strong.remove()
        guard let next = paragraph.firstChild else { return }
        guard next.kind == .text else {
            if next.kind == .softBreak { next.remove() }
            return
        }
        let (start, isAll) = next.withLiteral { bytes in
            var start = 0
            func skipSpaces() { while start < bytes.count, bytes[start] == 0x20 { start += 1 } }
            skipSpaces()
            if !isClosed, start < bytes.count, bytes[start] == Self.colon {
                start += 1
                skipSpaces()
            }
            return (start, start == bytes.count)
        }
        if isAll {
            let following = next.next
            next.remove()
            if let following, following.kind == .softBreak { following.remove() }
        } else if start > 0 {
            next.dropFirst(start)
        }
    }

    private typealias Name = (name: String, lane: Int?, skipped: Int, isClosed: Bool)

    /// Without the spaces at both ends and a colon at the end, how many bytes were left out before it, and whether it had one; and its
    /// lane, where it is written just as that is called.
    private static func name(of strong: MarkdownNode, known labels: LaneLabels) -> Name {
        if let only = strong.onlyChild, only.kind == .text,
            let plain = only.withLiteral({ plainName(in: $0, known: labels) })
        {
            return plain
        }
        let text = strong.plainText
        if let plain = text.withBytes({ plainName(in: $0, known: labels) }) { return plain }
        // Texts that run from right to left have signs that nobody sees; in French a blank that does not break stands before a colon.
        let isLeftOut: (Unicode.Scalar) -> Bool = { $0 == " " || PlainSigns.isInvisible($0) || PlainSigns.isBlank($0) }
        var scalars = text.unicodeScalars[...]
        while let first = scalars.first, isLeftOut(first) { scalars.removeFirst() }
        func trimEnd() { while let last = scalars.last, isLeftOut(last) { scalars.removeLast() } }
        trimEnd()
        let isClosed = scalars.last == ":"
        if isClosed {
            scalars.removeLast()
            trimEnd()
        }
        return (String(scalars), nil, text.utf8.distance(from: text.startIndex, to: scalars.startIndex), isClosed)
    }

    /// The same on bytes, for a text of ASCII alone.
    private static func plainName(in bytes: UnsafeBufferPointer<UInt8>, known labels: LaneLabels) -> Name? {
        guard bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
        var (start, end) = (0, bytes.count)
        while start < end, bytes[start] == 0x20 { start += 1 }
        func trimEnd() { while end > start, bytes[end - 1] == 0x20 { end -= 1 } }
        trimEnd()
        let isClosed = end > start && bytes[end - 1] == colon
        if isClosed {
            end -= 1
            trimEnd()
        }
        let name = UnsafeBufferPointer(rebasing: bytes[start..<end])
        if let known = labels.known(name) { return (known.name, known.lane, start, isClosed) }
        return (String(decoding: name, as: UTF8.self), nil, start, isClosed)
    }
}

/// The label of a known lane that is not written as one: `**Pains** …`, `**Pains: …**`, `*Pains:* …`, `Pains: …`, or with the colon of
/// Chinese and Japanese.
struct LooseLabel {
    let name: String
    let range: TextRange
    let hasColon: Bool
    /// Whether its colon is the one of Chinese and Japanese, which looks like the other.
    let hasWideColon: Bool

    init?(of paragraph: MarkdownNode, known: LaneLabels) {
        guard let first = paragraph.firstChild else { return nil }
        let (text, start): (String, Int)
        switch first.kind {
        case .text: (text, start) = (first.literal, first.start)
        case .strong, .emphasis:
            // `***Pains:***` is one in the other.
            var words = first
            while let inner = words.firstChild { words = inner }
            (text, start) = (first.plainText, words.start)
        default: return nil
        }
        let colons: [Character] = [":", "\u{FF1A}"]
        var name = text[..<(text.firstIndex(where: colons.contains) ?? text.endIndex)]
        hasColon = name.endIndex < text.endIndex || first.next?.literal.first.map(colons.contains) == true
        // Words in italics, or plain ones, are a label only with a colon.
        guard first.kind == .strong || hasColon else { return nil }
        // "**Next** week he calls" goes on in one sentence.
        if !hasColon, first.next?.literal.drop(while: { $0 == " " }).first?.isLowercase == true { return nil }
        // `**Pains –** It rains`
        while let last = name.last, " -–—".contains(last) { name.removeLast() }
        let blanks = name.prefix { $0 == " " }.count
        name.removeFirst(blanks)
        guard known.lane(labelled: String(name)) != nil else { return nil }
        self.name = String(name)
        hasWideColon = text.contains("\u{FF1A}") || first.next?.literal.first == "\u{FF1A}"
        range = (start + blanks)..<max(start + blanks, min(start + blanks + name.utf8.count, first.range.upperBound))
    }
}
