import CMark
import Diagnostics

/// The Markdown of one file as a tree, with true places in the file.
///
/// Attribute lists at the ends of headings, quotes and items have been read and taken out of the text. The tree lives as long
/// as the document, and its nodes must not outlive it.
package final class MarkdownDocument {
    package let source: SourceText
    let root: OpaquePointer
    private let memory: NodeMemory
    /// Whether the text has the sign that stands for `\|`; see `EscapedPipes`.
    let hasHiddenPipes: Bool
    /// What has been found out about headings, quotes and items. Each that something is known of has its place here, counted from 1, as
    /// its user data.
    private var notes: [Note] = []

    private struct Note {
        var attributes: AttributeList?
        /// Of a heading; see `HeadingAnchors`.
        var names: HeadingAnchors.Names?
    }

    package private(set) var diagnostics: [Diagnostic] = []
    /// Links that are text because of a space in their path, or of a sign that is missing.
    package private(set) var spacedPaths: [TextRange] = []
    /// Links that lanes of references know more of, unless what stands at their place was told otherwise.
    private var tellableLinks: [UnreadLinks.Found] = []
    package var problemsOfTellableLinks: [Diagnostic] { tellableLinks.map { $0.diagnostic(in: source) } }

    /// What was written as HTML, and was shown so far.
    var shownHTML: [ShownHTML] = []

    package func forgetTellableLinks(in range: TextRange) {
        if !tellableLinks.isEmpty { tellableLinks.removeAll { range.overlaps($0.range) } }
    }

    /// Where the lines of the file start.
    package let lines: LineStarts
    /// Where the lines of the body start; cmark counts them from 1.
    private let lineStarts: [Int]
    private(set) lazy var definitions = LinkDefinitions(source: source, from: lineStarts.first ?? 0)

    package init(_ source: SourceText, bodyStart: Int) {
        self.source = source
        let prepared = TableRows.prepared(source.bytes[bodyStart...])
        // Without it, lines are not counted inside code and raw HTML, and all that follows is said to be too high up.
        let options = CMARK_OPT_SOURCEPOS
        hasHiddenPipes = prepared.hasHiddenPipes
        let memory = NodeMemory.enter()
        self.memory = memory
        root = prepared.bytes.withUnsafeBufferPointer { buffer in
            buffer.withMemoryRebound(to: CChar.self) { text in
                let parser = cmark_parser_new_with_mem(options, memory.functions)
                cmark_parser_feed(parser, text.baseAddress, text.count)
                return cmark_parser_finish(parser)
            }
        }
        let starts = TextLines.starts(in: source.bytes)
        lines = LineStarts(starts)
        lineStarts = [bodyStart] + starts.drop { $0 <= bodyStart }
        let spaced = SpacedPaths.find(in: source, from: bodyStart, under: root)
        spacedPaths = spaced.map(\.range)
        diagnostics += spaced.map { SpacedPaths.diagnostic($0, in: source) }
        let unread = UnreadLinks.find(in: source, from: bodyStart, under: root)
        tellableLinks = unread.filter(\.isTellable)
        for link in unread where !link.isTellable {
            spacedPaths.append(link.range)
            diagnostics.append(link.diagnostic(in: source))
        }
        diagnostics += UnusedDefinitions.problems(
            in: prepared.bytes, of: self, from: bodyStart, besides: unread.compactMap(\.meantLabel))
        diagnostics += UnreadMarks.problems(in: source, from: bodyStart, lines: lineStarts[...], under: root)
        var anchored: [OpaquePointer] = []
        NodeWalk.anchored(from: root) { anchored.append($0) }
        readAttributes(of: anchored)
        diagnostics += UnclosedBlocks.problems(in: self)
        nameHeadings(among: anchored)
        if prepared.hasTasks { TaskMarks.show(ofItemsAmong: anchored) }
        if prepared.hasRules { TableRows.build(in: self) }
        if hasHiddenPipes { EscapedPipes.show(under: MarkdownNode(node: root, document: self)) }
    }

    /// All nodes go at once, those that have been taken out of the tree as well: until then others may still hold them.
    deinit { memory.leave() }

    package var blocks: some Sequence<MarkdownNode> { MarkdownNode(node: root, document: self).children }

    /// The UTF-8 offset of a line and a column as cmark counts them: both from 1, columns in bytes.
    func offset(line: Int, column: Int) -> Int {
        guard line >= 1 else { return lineStarts[0] }
        guard line <= lineStarts.count else { return source.bytes.count }
        let offset = lineStarts[line - 1] + max(column, 1) - 1
        // A line ends with two bytes at most: what stands before them is in it.
        if line < lineStarts.count, offset + 2 < lineStarts[line] { return offset }
        return min(offset, lineEnd(line))
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

    /// Whether even the first line of a block may stand elsewhere than cmark says: behind definitions, and in tables.
    func mayHaveMovedLines(_ block: OpaquePointer) -> Bool {
        if !tableLines.isEmpty { return true }
        let start = offset(
            line: Int(cmark_node_get_start_line(block)), column: Int(cmark_node_get_start_column(block)))
        return start < source.bytes.count && source.bytes[start] == UInt8(ascii: "[")
    }

    /// A table stands where the paragraph stood that it is made of.
    func noteLines(of table: OpaquePointer, from paragraph: OpaquePointer) {
        tableLines[table] = lines(of: paragraph)
    }

    /// Where the first line of a table starts, or of what stands right above it.
    package func startOfTable(_ table: MarkdownNode) -> Int { lineStart(lines(of: table.node).firstLine) }

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

    func attributes(of node: OpaquePointer) -> AttributeList? {
        let place = Int(bitPattern: cmark_node_get_user_data(node))
        return place == 0 ? nil : notes[place - 1].attributes
    }

    func startOfAttributes(of node: OpaquePointer) -> Int? {
        let place = Int(bitPattern: cmark_node_get_user_data(node))
        return place == 0 ? nil : notes[place - 1].attributes?.range.lowerBound
    }

    func names(of heading: OpaquePointer) -> HeadingAnchors.Names? {
        let place = Int(bitPattern: cmark_node_get_user_data(heading))
        return place == 0 ? nil : notes[place - 1].names
    }

    private func note(_ node: OpaquePointer, _ change: (inout Note) -> Void) {
        var place = Int(bitPattern: cmark_node_get_user_data(node))
        if place == 0 {
            notes.append(Note())
            place = notes.count
            cmark_node_set_user_data(node, UnsafeMutableRawPointer(bitPattern: place))
        }
        change(&notes[place - 1])
    }

    /// The first explicit id of every list, in the order of the file.
    package var explicitIDs: [AttributeList.Word] {
        notes.compactMap { $0.attributes?.ids.first }.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    /// The anchors that headings have, and all explicit ids.
    package var takenAnchors: Set<String> {
        var anchors = allIDs
        for note in notes { if let names = note.names { anchors.insert(names.anchor) } }
        return anchors
    }

    /// All explicit ids. Not to be asked for before all attributes have been read.
    private(set) lazy var allIDs: Set<String> = {
        var ids = Set<String>(minimumCapacity: notes.count)
        for note in notes { if let list = note.attributes { for id in list.ids { ids.insert(id.text) } } }
        return ids
    }()

    private func nameHeadings(among nodes: [OpaquePointer]) {
        let headings = nodes.filter { cmark_node_get_type($0) == CMARK_NODE_HEADING }
        for (heading, names) in zip(headings, HeadingAnchors.names(of: headings, in: self)) {
            note(heading) { $0.names = names }
        }
    }

    private func readAttributes(of owners: [OpaquePointer]) {
        let start = lineStarts.first ?? 0
        let hasMark = [UInt8(ascii: "="), UInt8(ascii: "}")].contains {
            source.bytes.firstPlace(of: $0, from: start) != nil
        }
        guard hasMark else { return }
        var block = cmark_node_first_child(root)
        while let node = block {
            block = cmark_node_next(node)
            guard let paragraph = paragraph(node) else { continue }
            tell(UnreadAttributes.alone(in: paragraph, of: self))
            tell(UnreadAttributes.ending(paragraph, of: self))
        }
        for owner in owners {
            let holder = textHolder(of: owner)
            tellUnread(beside: holder, in: owner)
            guard let text = holder else { continue }
            switch AttributeList.take(from: text, in: self) {
            case .attributes(let list): note(owner) { $0.attributes = list }
            case .suspicious(let range):
                let braces = String(decoding: source.bytes[range], as: UTF8.self)
                diagnostics.append(UnreadAttributes.problem(at: range, saying: braces, in: source))
                continue
            case nil: break
            }
            tell(UnreadAttributes.left(in: text, of: self))
        }
    }

    /// Nearly always there is nothing to tell, and it is asked for every item.
    private func tell(_ problems: [Diagnostic]) {
        if !problems.isEmpty { diagnostics += problems }
    }

    /// Tells what looks like attributes in the other paragraphs of a quote or an item.
    private func tellUnread(beside holder: OpaquePointer?, in owner: OpaquePointer) {
        let isQuote = cmark_node_get_type(owner) == CMARK_NODE_BLOCK_QUOTE
        guard isQuote || cmark_node_get_type(owner) == CMARK_NODE_ITEM else { return }
        var child = cmark_node_first_child(owner)
        while let node = child {
            child = cmark_node_next(node)
            guard node != holder, let paragraph = paragraph(node) else { continue }
            tell(
                UnreadAttributes.left(
                    in: paragraph, of: self,
                    readAt: isQuote ? "the quote's last paragraph" : "the first paragraph of an entry"))
        }
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
