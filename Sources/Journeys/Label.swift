import Diagnostics
import Markup

/// `**Label:**` or `**Label**:` at the start of a bullet.
struct Label {
    let name: String
    let range: TextRange
    private static let colon = UInt8(ascii: ":")
    private let strong: MarkdownNode
    private let paragraph: MarkdownNode

    init?(of paragraph: MarkdownNode) {
        guard let strong = paragraph.firstChild, strong.kind == .strong else { return nil }
        let text = strong.plainText
        var name = text.utf8[...].trimmed
        if name.last == Self.colon {
            name = name.dropLast().trimmed
        } else {
            guard let next = strong.next, next.kind == .text,
                next.literal.utf8.first(where: { $0 != 0x20 }) == Self.colon
            else { return nil }
        }
        guard !name.isEmpty else { return nil }
        self.name = String(Substring(name))
        self.strong = strong
        self.paragraph = paragraph
        let start = strong.firstChild?.start ?? strong.start
        range = start..<max(start, min(start + name.count, strong.range.upperBound))
    }

    /// Leaves the value alone in the paragraph.
    func removeFromText() {
        strong.remove()
        guard let next = paragraph.firstChild else { return }
        guard next.kind == .text else {
            if next.kind == .softBreak { next.remove() }
            return
        }
        let literal = next.literal
        var rest = literal.utf8.drop { $0 == 0x20 }
        if rest.first == Self.colon { rest = rest.dropFirst().drop { $0 == 0x20 } }
        if rest.isEmpty {
            let following = next.next
            next.remove()
            if let following, following.kind == .softBreak { following.remove() }
        } else {
            next.setLiteral(String(Substring(rest)))
        }
    }
}

extension Substring.UTF8View {
    /// Without the spaces at both ends.
    fileprivate var trimmed: Substring.UTF8View {
        var rest = drop { $0 == 0x20 }
        while rest.last == 0x20 { rest.removeLast() }
        return rest
    }
}

/// The label of a known lane that is not written as one: `**Pains** …`, `**Pains: …**`, `*Pains:* …`, `Pains: …`, or with the colon of
/// Chinese and Japanese.
struct LooseLabel {
    let name: String
    let range: TextRange

    init?(of paragraph: MarkdownNode, known: LaneLabels) {
        guard let first = paragraph.firstChild else { return nil }
        let (text, start): (String, Int)
        switch first.kind {
        case .text: (text, start) = (first.literal, first.start)
        case .strong, .emphasis: (text, start) = (first.plainText, first.firstChild?.start ?? first.start)
        default: return nil
        }
        let colons: [Character] = [":", "\u{FF1A}"]
        var name = text[..<(text.firstIndex(where: colons.contains) ?? text.endIndex)]
        let hasColon = name.endIndex < text.endIndex || first.next?.literal.first.map(colons.contains) == true
        // Words in italics, or plain ones, are a label only with a colon.
        guard first.kind == .strong || hasColon else { return nil }
        // "**Next** week he calls" goes on in one sentence.
        if !hasColon, first.next?.literal.drop(while: { $0 == " " }).first?.isLowercase == true { return nil }
        while name.last == " " { name.removeLast() }
        guard known.lane(labelled: String(name)) != nil else { return nil }
        self.name = String(name)
        range = start..<max(start, min(start + name.utf8.count, first.range.upperBound))
    }
}
