import CMark
import Diagnostics

/// The Markdown of one file as a tree, with true places in the file.
///
/// Attribute lists at the ends of headings, quotes and items have been read and taken out of the text. The tree lives as long
/// as the document, and its nodes must not outlive it.
package final class MarkdownDocument {
    package let source: SourceText
    let root: OpaquePointer
    /// Whether the text has the sign that stands for `\|`; see `EscapedPipes`.
    let hasHiddenPipes: Bool
    /// The attribute list of each heading, quote and item that has one.
    private(set) var attributes: [OpaquePointer: AttributeList] = [:]
    /// The anchors of headings, in document order; see `HeadingAnchors`.
    private(set) var headings: [OpaquePointer: HeadingAnchors.Names] = [:]
    package private(set) var diagnostics: [Diagnostic] = []
    /// Links that are text because of a space in their path.
    package private(set) var spacedPaths: [TextRange] = []
    /// Where the lines of the body start; cmark counts them from 1.
    private let lineStarts: [Int]
    private(set) lazy var definitions = LinkDefinitions(source: source, from: lineStarts.first ?? 0)

    package init(_ source: SourceText, bodyStart: Int) {
        self.source = source
        let prepared = TableRows.prepared(source.bytes[bodyStart...])
        // Without it, lines are not counted inside code and raw HTML, and all that follows is said to be too high up.
        let options = CMARK_OPT_SOURCEPOS
        hasHiddenPipes = prepared.hasHiddenPipes
        root = prepared.bytes.withUnsafeBufferPointer { buffer in
            buffer.withMemoryRebound(to: CChar.self) { cmark_parse_document($0.baseAddress, $0.count, options) }
        }
        lineStarts = TextLines.starts(in: source.bytes, from: bodyStart)
        let spaced = SpacedPaths.find(in: source, from: bodyStart, under: root)
        spacedPaths = spaced.map(\.range)
        diagnostics += spaced.map { SpacedPaths.diagnostic($0, in: source) }
        readAttributes()
        diagnostics += UnclosedBlocks.problems(in: self)
        headings = HeadingAnchors.names(in: self)
        if prepared.hasTasks { TaskMarks.show(in: self) }
        if prepared.hasRules { TableRows.build(in: self) }
        if hasHiddenPipes { EscapedPipes.show(under: MarkdownNode(node: root, document: self)) }
    }

    deinit {
        cmark_node_free(root)
        for node in removed { cmark_node_free(node) }
    }

    /// What has been taken out of the tree. Freed with it and no earlier: others may still hold what is below, and no new node
    /// may come to stand where the attributes of an old one are known.
    private var removed: [OpaquePointer] = []

    func keep(_ node: OpaquePointer) { removed.append(node) }

    package var blocks: some Sequence<MarkdownNode> { MarkdownNode(node: root, document: self).children }

    /// The UTF-8 offset of a line and a column as cmark counts them: both from 1, columns in bytes.
    func offset(line: Int, column: Int) -> Int {
        guard line >= 1 else { return lineStarts[0] }
        guard line <= lineStarts.count else { return source.bytes.count }
        return min(lineStarts[line - 1] + max(column, 1) - 1, lineEnd(line))
    }

    /// The end of a line, without its line end.
    func lineEnd(_ line: Int) -> Int {
        guard line >= 1, line <= lineStarts.count else { return source.bytes.count }
        var end = line < lineStarts.count ? lineStarts[line] : source.bytes.count
        while end > lineStarts[line - 1], source.bytes[end - 1] == 0x0A || source.bytes[end - 1] == 0x0D { end -= 1 }
        return end
    }

    /// Where the block whose inlines were last asked for has its lines; see `BlockLines`.
    private var lastLines: BlockLines?

    func lines(of block: OpaquePointer) -> BlockLines {
        if !tableLines.isEmpty, let table = tableLines[block] { return table }
        if let lastLines, lastLines.isOf(block) { return lastLines }
        let lines = BlockLines(of: block, in: self)
        lastLines = lines
        return lines
    }

    private var tableLines: [OpaquePointer: BlockLines] = [:]

    /// A table stands where the paragraph stood that it is made of.
    func noteLines(of table: OpaquePointer, from paragraph: OpaquePointer) {
        tableLines[table] = lines(of: paragraph)
    }

    /// Where the line that `offset` is in starts.
    package func lineStart(of offset: Int) -> Int {
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        return lineStarts[low]
    }

    func lineStart(_ line: Int) -> Int {
        guard line >= 1 else { return lineStarts[0] }
        return line <= lineStarts.count ? lineStarts[line - 1] : source.bytes.count
    }

    // MARK: Attributes

    /// The first explicit id of every list, in the order of the file.
    package var explicitIDs: [AttributeList.Word] {
        attributes.values.compactMap { $0.ids.first }.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    /// The anchors that headings have, and all explicit ids.
    package var takenAnchors: Set<String> {
        Set(headings.values.map(\.anchor)).union(attributes.values.flatMap { $0.ids.map(\.text) })
    }

    private func readAttributes() {
        let marks = [UInt8(ascii: "}"), UInt8(ascii: "=")]
        guard source.bytes[(lineStarts.first ?? 0)...].contains(where: marks.contains) else { return }
        var owners: [OpaquePointer] = []
        MarkdownNode(node: root, document: self).forEachDescendant { node in
            switch cmark_node_get_type(node) {
            case CMARK_NODE_HEADING, CMARK_NODE_BLOCK_QUOTE, CMARK_NODE_ITEM: owners.append(node)
            default: break
            }
        }
        var block = cmark_node_first_child(root)
        while let node = block {
            block = cmark_node_next(node)
            if let paragraph = paragraph(node) {
                diagnostics += UnreadAttributes.alone(in: paragraph, of: self)
                diagnostics += UnreadAttributes.ending(paragraph, of: self)
            }
        }
        for owner in owners {
            let holder = textHolder(of: owner)
            diagnostics += unreadBeside(holder, in: owner)
            guard let text = holder else { continue }
            switch AttributeList.take(from: text, in: self) {
            case .attributes(let list): attributes[owner] = list
            case .suspicious(let range):
                let braces = String(decoding: source.bytes[range], as: UTF8.self)
                diagnostics.append(UnreadAttributes.problem(at: range, saying: braces, in: source))
                continue
            case nil: break
            }
            diagnostics += UnreadAttributes.left(in: text, of: self)
        }
    }

    /// What looks like attributes in the other paragraphs of a quote or an item.
    private func unreadBeside(_ holder: OpaquePointer?, in owner: OpaquePointer) -> [Diagnostic] {
        let isQuote = cmark_node_get_type(owner) == CMARK_NODE_BLOCK_QUOTE
        guard isQuote || cmark_node_get_type(owner) == CMARK_NODE_ITEM else { return [] }
        var problems: [Diagnostic] = []
        var child = cmark_node_first_child(owner)
        while let node = child {
            child = cmark_node_next(node)
            guard node != holder, let paragraph = paragraph(node) else { continue }
            problems += UnreadAttributes.left(
                in: paragraph, of: self,
                readAt: isQuote ? "the quote's last paragraph" : "the first paragraph of an entry")
        }
        return problems
    }

    /// The heading itself, a quote's last paragraph, or an item's first.
    private func textHolder(of owner: OpaquePointer) -> OpaquePointer? {
        switch cmark_node_get_type(owner) {
        case CMARK_NODE_HEADING: owner
        case CMARK_NODE_BLOCK_QUOTE: paragraph(cmark_node_last_child(owner))
        default: paragraph(cmark_node_first_child(owner))
        }
    }

    private func paragraph(_ node: OpaquePointer?) -> OpaquePointer? {
        guard let node, cmark_node_get_type(node) == CMARK_NODE_PARAGRAPH else { return nil }
        return node
    }
}
