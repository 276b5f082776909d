import CMark
import Diagnostics

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// A node of a document's tree. Valid as long as its document is.
package struct MarkdownNode {
    package enum Kind: Sendable {
        case document, quote, list, item, codeBlock, htmlBlock, custom, paragraph, heading, rule
        case text, softBreak, lineBreak, code, htmlInline, emphasis, strong, link, image
    }

    let node: OpaquePointer
    // exempt: unowned(unsafe), because nodes come by the thousand, each valid only as long as its document is: to count
    // references to it would take a tenth of the reading.
    unowned(unsafe) let document: MarkdownDocument

    package var kind: Kind {
        switch cmark_node_get_type(node) {
        case CMARK_NODE_BLOCK_QUOTE: .quote
        case CMARK_NODE_LIST: .list
        case CMARK_NODE_ITEM: .item
        case CMARK_NODE_CODE_BLOCK: .codeBlock
        case CMARK_NODE_HTML_BLOCK: .htmlBlock
        case CMARK_NODE_CUSTOM_BLOCK, CMARK_NODE_CUSTOM_INLINE: .custom
        case CMARK_NODE_PARAGRAPH: .paragraph
        case CMARK_NODE_HEADING: .heading
        case CMARK_NODE_THEMATIC_BREAK: .rule
        case CMARK_NODE_TEXT: .text
        case CMARK_NODE_SOFTBREAK: .softBreak
        case CMARK_NODE_LINEBREAK: .lineBreak
        case CMARK_NODE_CODE: .code
        case CMARK_NODE_HTML_INLINE: .htmlInline
        case CMARK_NODE_EMPH: .emphasis
        case CMARK_NODE_STRONG: .strong
        case CMARK_NODE_LINK: .link
        case CMARK_NODE_IMAGE: .image
        default: .document
        }
    }

    /// The children as they are now: the list does not change while they are moved.
    package var children: [MarkdownNode] {
        var count = 0
        var child = cmark_node_first_child(node)
        while let current = child {
            count += 1
            child = cmark_node_next(current)
        }
        var children: [MarkdownNode] = []
        children.reserveCapacity(count)
        child = cmark_node_first_child(node)
        while let current = child {
            children.append(MarkdownNode(node: current, document: document))
            child = cmark_node_next(current)
        }
        return children
    }

    package var firstChild: MarkdownNode? {
        cmark_node_first_child(node).map { MarkdownNode(node: $0, document: document) }
    }

    package var next: MarkdownNode? { cmark_node_next(node).map { MarkdownNode(node: $0, document: document) } }

    package var headingLevel: Int { Int(cmark_node_get_heading_level(node)) }
    package func setHeadingLevel(_ level: Int) { cmark_node_set_heading_level(node, Int32(min(max(level, 1), 6))) }

    package var isBulletList: Bool { cmark_node_get_list_type(node) == CMARK_BULLET_LIST }
    package var attributes: AttributeList? { document.attributes(of: node) }

    /// The anchor names of a heading.
    package var anchorNames: HeadingAnchors.Names? { document.names(of: node) }

    package var literal: String { cmark_node_get_literal(node).map { String(cString: $0) } ?? "" }
    package var destination: String { cmark_node_get_url(node).map { String(cString: $0) } ?? "" }

    /// Of a link: what browsers would show beside it.
    var hasNoTitle: Bool { cmark_node_get_title(node).map { $0[0] == 0 } ?? true }

    /// A heading underlined with `---` or `===`.
    package var isSetextHeading: Bool {
        kind == .heading && start < document.source.bytes.count && document.source.bytes[start] != UInt8(ascii: "#")
    }

    /// Where the node starts in the file, as a UTF-8 offset.
    package var start: Int {
        let line = Int(cmark_node_get_start_line(node))
        let column = Int(cmark_node_get_start_column(node))
        guard isInline, var block = cmark_node_parent(node) else { return document.offset(line: line, column: column) }
        while MarkdownNode(node: block, document: document).isInline, let parent = cmark_node_parent(block) {
            block = parent
        }
        // Most words stand in the first line of their block, where cmark is right.
        if line == cmark_node_get_start_line(block), !document.mayHaveMovedLines(block) {
            return document.offset(line: line, column: column)
        }
        return document.lines(of: block).offset(line: line, column: column, in: document)
    }

    private var isInline: Bool { cmark_node_get_type(node).rawValue >= CMARK_NODE_FIRST_INLINE.rawValue }

    /// From the node's start to the end of its first line.
    package var range: TextRange {
        let start = start
        return start..<max(start, firstLineEnd)
    }

    /// The end of the node's first line.
    package var firstLineEnd: Int { document.lineEnd(Int(cmark_node_get_start_line(node))) }

    /// From the node's start to the end of its last line.
    package var wholeRange: TextRange {
        let start = start
        return start..<max(start, document.lineEnd(Int(cmark_node_get_end_line(node))))
    }

    package var isOneLine: Bool { cmark_node_get_start_line(node) == cmark_node_get_end_line(node) }

    /// The words of a heading or a paragraph: its first line without marks before and behind.
    package var textRange: TextRange {
        let start = firstChild?.start ?? start
        let line = Int(cmark_node_get_start_line(node))
        let bytes = document.source.bytes
        var end = document.lineEnd(line)
        if let braces = ownAttributes?.range.lowerBound, braces >= start, braces < end {
            end = braces
        } else if kind == .heading, !isSetextHeading {
            // A heading may be closed by the signs that open it.
            var words = end
            while words > start, bytes[words - 1] <= 0x20 { words -= 1 }
            while words > start, bytes[words - 1] == UInt8(ascii: "#") { words -= 1 }
            if words > start, bytes[words - 1] <= 0x20 { end = words }
        }
        while end > start, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
        return start..<max(start, end)
    }

    /// The attributes that stand at the end of the node itself: a paragraph's belong to its quote or its item.
    private var ownAttributes: AttributeList? {
        if kind != .paragraph { return attributes }
        return cmark_node_parent(node).flatMap(document.attributes)
    }

    /// The headings, quotes and items among this node and those below it, in document order.
    package var anchoredDescendants: [MarkdownNode] {
        var nodes: [MarkdownNode] = []
        NodeWalk.anchored(from: node) { nodes.append(MarkdownNode(node: $0, document: document)) }
        return nodes
    }

    /// The words alone, with a space for every line break.
    package var plainText: String { text(ofHTML: { _ in "" }) }

    /// The words as pages have them where they are shown without their marks: with the HTML, which is shown as it was typed.
    package var shownText: String { text(ofHTML: RawHTML.shownText) }

    private func text(ofHTML html: (OpaquePointer) -> String) -> String {
        // The most frequent case, without a walk.
        if let only = onlyChild, only.kind == .text { return only.literal }
        var text = ""
        forEachDescendant { node in
            switch cmark_node_get_type(node) {
            case CMARK_NODE_TEXT, CMARK_NODE_CODE:
                text += cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
            case CMARK_NODE_HTML_INLINE: text += html(node)
            case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: text += " "
            case CMARK_NODE_PARAGRAPH, CMARK_NODE_ITEM, CMARK_NODE_HEADING: if !text.isEmpty { text += " " }
            default: break
            }
        }
        return text
    }

    /// Whether it is a text without any marks, as most are.
    package var isWordsAlone: Bool { onlyChild?.kind == .text }

    /// The links and images below a node, but for those in another.
    package var linksAndImages: [MarkdownNode] {
        var found: [MarkdownNode] = []
        var rest = Array(children.reversed())
        while let node = rest.popLast() {
            if node.kind == .link || node.kind == .image {
                found.append(node)
            } else {
                rest += node.children.reversed()
            }
        }
        return found
    }

    /// The child of a node that has a single one.
    package var onlyChild: MarkdownNode? {
        guard let child = cmark_node_first_child(node), cmark_node_next(child) == nil else { return nil }
        return MarkdownNode(node: child, document: document)
    }

    /// The bytes of a text node.
    package func withLiteral<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        guard let literal = cmark_node_get_literal(node) else { return body(UnsafeBufferPointer(start: nil, count: 0)) }
        let count = strlen(literal)
        return literal.withMemoryRebound(to: UInt8.self, capacity: count) {
            body(UnsafeBufferPointer(start: $0, count: count))
        }
    }

    /// Takes bytes off the start of a text node.
    package func dropFirst(_ count: Int) {
        guard let literal = cmark_node_get_literal(node) else { return }
        // cmark copies it before it lets go of what was there.
        cmark_node_set_literal(node, literal + count)
    }

    /// Replaces the text of a text node.
    package func setLiteral(_ text: String) {
        cmark_node_set_literal(node, text)
    }

    /// Takes the node out of its place, for who goes on to render it: whatever goes with its place does not take it along.
    package func detach() {
        cmark_node_unlink(node)
    }

    /// Takes the node out of the tree; it and what is below it stay valid as long as the document.
    package func remove() {
        cmark_node_unlink(node)
        document.keep(node)
    }

    func forEachDescendant(_ body: (OpaquePointer) -> Void) { NodeWalk.all(from: node, body) }
}
