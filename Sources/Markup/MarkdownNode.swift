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
    /// Not counted: nodes come by the thousand, each valid only as long as its document is.
    private let owner: Unmanaged<MarkdownDocument>

    init(node: OpaquePointer, document: MarkdownDocument) {
        self.node = node
        owner = Unmanaged.passUnretained(document)
    }

    private init(_ node: OpaquePointer, of owner: Unmanaged<MarkdownDocument>) {
        self.node = node
        self.owner = owner
    }

    var document: MarkdownDocument { owner.takeUnretainedValue() }

    /// What the document says, without a count more and one less of those who hold it.
    private func ask<Answer>(_ question: (MarkdownDocument) -> Answer) -> Answer {
        owner._withUnsafeGuaranteedRef(question)
    }

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
            children.append(MarkdownNode(current, of: owner))
            child = cmark_node_next(current)
        }
        return children
    }

    package var firstChild: MarkdownNode? {
        cmark_node_first_child(node).map { MarkdownNode($0, of: owner) }
    }

    package var next: MarkdownNode? { cmark_node_next(node).map { MarkdownNode($0, of: owner) } }

    package var headingLevel: Int { Int(cmark_node_get_heading_level(node)) }
    package func setHeadingLevel(_ level: Int) { cmark_node_set_heading_level(node, Int32(min(max(level, 1), 6))) }

    package var isBulletList: Bool { cmark_node_get_list_type(node) == CMARK_BULLET_LIST }
    package var attributes: AttributeList? { ask { $0.attributes(of: node) } }

    /// The anchor names of a heading.
    package var anchorNames: HeadingAnchors.Names? { ask { $0.names(of: node) } }

    package var literal: String { String(decoding: literalBytes, as: UTF8.self) }
    package var destination: String { cmark_node_get_url(node).map { String(cString: $0) } ?? "" }

    /// Of a link: what browsers would show beside it.
    var hasNoTitle: Bool { cmark_node_get_title(node).map { $0[0] == 0 } ?? true }

    /// A heading underlined with `---` or `===`.
    package var isSetextHeading: Bool {
        guard kind == .heading else { return false }
        let start = start
        return ask { start < $0.source.bytes.count && $0.source.bytes[start] != UInt8(ascii: "#") }
    }

    /// Where the node starts in the file, as a UTF-8 offset.
    package var start: Int {
        ask { document in
            let line = Int(cmark_node_get_start_line(node))
            let column = Int(cmark_node_get_start_column(node))
            guard Self.isInline(node), var block = cmark_node_parent(node) else {
                return document.offset(line: line, column: column)
            }
            while Self.isInline(block), let parent = cmark_node_parent(block) { block = parent }
            // Most words stand in the first line of their block, where cmark is right.
            if line == cmark_node_get_start_line(block), !document.mayHaveMovedLines(block) {
                return document.offset(line: line, column: column)
            }
            return document.lines(of: block).offset(line: line, column: column, in: document)
        }
    }

    private static func isInline(_ node: OpaquePointer) -> Bool {
        cmark_node_get_type(node).rawValue >= CMARK_NODE_FIRST_INLINE.rawValue
    }

    /// From the node's start to the end of its first line.
    package var range: TextRange {
        let start = start
        return start..<max(start, firstLineEnd)
    }

    /// The end of the node's first line.
    package var firstLineEnd: Int { ask { $0.lineEnd(Int(cmark_node_get_start_line(node))) } }

    /// From the node's start to the end of its last line.
    package var wholeRange: TextRange {
        let start = start
        return start..<max(start, document.lineEnd(Int(cmark_node_get_end_line(node))))
    }

    package var isOneLine: Bool { cmark_node_get_start_line(node) == cmark_node_get_end_line(node) }

    /// The words of a heading or a paragraph: its first line without marks before and behind.
    package var textRange: TextRange {
        let start = firstChild?.start ?? start
        let isMarked = kind == .heading && !isSetextHeading
        // A paragraph's attributes belong to its quote or its item.
        let holder = kind == .paragraph ? cmark_node_parent(node) : node
        return ask { document in
            let bytes = document.source.bytes
            var end = document.lineEnd(Int(cmark_node_get_start_line(node)))
            if let braces = holder.flatMap(document.startOfAttributes), braces >= start, braces < end {
                end = braces
            } else if isMarked {
                // A heading may be closed by the signs that open it.
                var words = end
                while words > start, bytes[words - 1] <= 0x20 { words -= 1 }
                while words > start, bytes[words - 1] == UInt8(ascii: "#") { words -= 1 }
                if words > start, bytes[words - 1] <= 0x20 { end = words }
            }
            while end > start, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
            return start..<max(start, end)
        }
    }

    /// The headings, quotes and items among this node and those below it, in document order.
    package var anchoredDescendants: [MarkdownNode] {
        var nodes: [MarkdownNode] = []
        NodeWalk.anchored(from: node) { nodes.append(MarkdownNode($0, of: owner)) }
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

    /// The last child, if it is a text.
    package var lastText: MarkdownNode? {
        guard let child = cmark_node_last_child(node), cmark_node_get_type(child) == CMARK_NODE_TEXT else { return nil }
        return MarkdownNode(child, of: owner)
    }

    /// The first end of a line that was meant to stay one: two spaces, a backslash or `<br>`.
    package var lineBreak: MarkdownNode? {
        children.first { child in
            child.kind == .lineBreak
                || child.kind == .htmlInline && child.literal.lowercased().filter { $0 != " " && $0 != "/" } == "<br>"
        }
    }

    /// What stands before it, if that is a text.
    package var previousText: String? {
        guard let before = cmark_node_previous(node), cmark_node_get_type(before) == CMARK_NODE_TEXT else { return nil }
        let text = MarkdownNode(before, of: owner).literal
        return String(text.reversed().drop { $0 == " " }.reversed())
    }

    /// The child of a node that has a single one.
    package var onlyChild: MarkdownNode? {
        guard let child = cmark_node_first_child(node), cmark_node_next(child) == nil else { return nil }
        return MarkdownNode(child, of: owner)
    }

    /// The bytes of a text node.
    @inlinable
    package func withLiteral<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result { body(literalBytes) }

    /// There until the text is another.
    @usableFromInline
    package var literalBytes: UnsafeBufferPointer<UInt8> {
        guard let literal = cmark_node_get_literal(node) else { return UnsafeBufferPointer(start: nil, count: 0) }
        let bytes = UnsafeRawBufferPointer(start: literal, count: strlen(literal))
        return bytes.assumingMemoryBound(to: UInt8.self)
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
    }

    func forEachDescendant(_ body: (OpaquePointer) -> Void) { NodeWalk.all(from: node, body) }
}
