import CMark
import Diagnostics

/// HTML that an author wrote, and that readers see with its tags.
struct ShownHTML {
    /// Its first tag.
    let range: TextRange
    /// All of it.
    let whole: TextRange
    let tag: String

    /// Nothing where it has none of the tags of HTML: `<name>` may well be a word.
    init?(_ node: OpaquePointer, in document: MarkdownDocument) {
        let literal = cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
        guard let tag = Self.tag(in: literal) else { return nil }
        let place = MarkdownNode(node: node, document: document)
        let isBlock = cmark_node_get_type(node) == CMARK_NODE_HTML_BLOCK
        let start = place.start
        let bytes = document.source.bytes
        let sought = Array("<\(tag)".utf8)
        // Inline, cmark may be off by what stands before the line.
        let end = isBlock ? place.wholeRange.upperBound : min(bytes.count, start + literal.utf8.count + Self.slack)
        guard
            let opening = (start..<max(start, end - sought.count + 1)).first(where: {
                bytes[$0] == sought[0] && bytes[$0..<min(bytes.count, $0 + sought.count)].elementsEqual(sought)
            })
        else { return nil }
        let close = bytes[opening...].prefix(Self.longest).firstIndex { $0 == UInt8(ascii: ">") || $0 == 0x0A }
        range = opening..<min(bytes.count, (close ?? opening + sought.count - 1) + 1)
        whole = isBlock ? start..<end : range
        self.tag = tag
    }

    private static let slack = 40
    private static let longest = 120

    /// The first tag that opens something, as it is written.
    private static func tag(in html: String) -> String? {
        html.withBytes { bytes in
            var at = 0
            while at < bytes.count, let opening = bytes[at...].firstIndex(of: UInt8(ascii: "<")) {
                at = opening + 1
                if bytes[at...].starts(with: "!--".utf8) {
                    while at + 2 < bytes.count, !bytes[at...].starts(with: "-->".utf8) { at += 1 }
                    continue
                }
                let name = bytes[at...].prefix { (0x61...0x7A).contains($0 | 0x20) || (0x31...0x36).contains($0) }
                let word = String(decoding: name, as: UTF8.self)
                if hints[word.lowercased()] != nil { return word }
            }
            return nil
        }
    }

    var hint: String { Self.hints[tag.lowercased()] ?? "delete it, and the tag that closes it" }

    /// What is written instead.
    private static let hints: [String: String] = {
        var hints: [String: String] = [:]
        func add(_ tags: String, _ hint: String) { for tag in tags.split(separator: " ") { hints[String(tag)] = hint } }
        add("b strong", "write **…**")
        add("i em", "write *…*")
        add("code kbd pre tt samp", "write `…`")
        add("img", "write ![what it shows](path/to/picture.png)")
        add("a", "write [words](address)")
        add("hr", "write a line of *** with blank lines around it")
        add("h1 h2 h3 h4 h5 h6", "write '## …', with as many '#' as it needs")
        add("ul ol li", "write '- …' for each entry")
        add("table thead tbody tr td th", "write a table with '|' between its cells")
        add("blockquote q", "write '> …'")
        add("details summary", "delete its tags: nothing is folded here")
        add("script style iframe object embed video audio", "delete it: link to what it shows")
        add(
            "div span p u s del ins strike font center small big sub sup mark aside section article figure figcaption col label input",
            "delete it, and the tag that closes it")
        return hints
    }()
}

extension MarkdownDocument {
    /// The first tag that readers see, in a line of which nothing else was said.
    package func problemsOfHTML(besides found: [Diagnostic]) -> [Diagnostic] {
        if shownHTML.isEmpty { return [] }
        let told = found.map(\.location.range.lowerBound)
        let lines = Set(told.map { lineStart(of: $0) })
        let left = shownHTML.filter { html in
            !lines.contains(lineStart(of: html.range.lowerBound)) && !told.contains(where: html.whole.contains)
        }
        guard let first = left.min(by: { $0.range.lowerBound < $1.range.lowerBound }) else { return [] }
        let more =
            left.count > 1
            ? ", and so \(left.count > 2 ? "are \(left.count - 1) others" : "is another") in this file" : ""
        return [
            Diagnostic(
                .unreadMark, at: Location(path: source.path, range: first.range),
                "'<\(first.tag)>' is a tag of HTML: it is shown as text\(more)", hint: first.hint)
        ]
    }
}
