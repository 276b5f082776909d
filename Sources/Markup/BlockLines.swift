import CMark

/// Where the lines of a paragraph or a heading stand, as far as cmark does not say.
///
/// cmark counts the columns of inlines from where the block starts, as if all of its lines were indented like the first, and
/// their lines without those that link definitions at the block's start took.
struct BlockLines {
    private let block: OpaquePointer
    let firstLine: Int
    private let firstColumn: Int
    /// How many `>` may stand before the words of a line.
    private let quotes: Int
    private let definitionLines: Int

    init(of block: OpaquePointer, in document: MarkdownDocument) {
        self.block = block
        firstLine = Int(cmark_node_get_start_line(block))
        firstColumn = Int(cmark_node_get_start_column(block))
        var quotes = 0
        var parent = cmark_node_parent(block)
        while let current = parent {
            if cmark_node_get_type(current) == CMARK_NODE_BLOCK_QUOTE { quotes += 1 }
            parent = cmark_node_parent(current)
        }
        self.quotes = quotes
        definitionLines = Self.startsWithDefinition(block, in: document) ? Self.definitionLines(of: block) : 0
    }

    /// Blocks come and go, and another may stand in the memory of one that has gone.
    func isOf(_ other: OpaquePointer) -> Bool {
        block == other && firstLine == cmark_node_get_start_line(other)
            && firstColumn == cmark_node_get_start_column(other)
    }

    private static func startsWithDefinition(_ block: OpaquePointer, in document: MarkdownDocument) -> Bool {
        guard cmark_node_get_type(block) == CMARK_NODE_PARAGRAPH else { return false }
        let first = MarkdownNode(node: block, document: document).range
        let line = document.source.bytes[first]
        guard line.first == UInt8(ascii: "["), let close = line.firstIndex(of: UInt8(ascii: "]")) else { return false }
        return close + 1 < line.endIndex && line[close + 1] == UInt8(ascii: ":")
    }

    /// The last line of the block, less the line that cmark says its last words are on.
    private static func definitionLines(of block: OpaquePointer) -> Int {
        guard cmark_node_get_type(block) == CMARK_NODE_PARAGRAPH, var last = cmark_node_last_child(block) else {
            return 0
        }
        while let child = cmark_node_last_child(last) { last = child }
        guard [CMARK_NODE_TEXT, CMARK_NODE_CODE].contains(cmark_node_get_type(last)) else { return 0 }
        return max(0, Int(cmark_node_get_end_line(block)) - Int(cmark_node_get_end_line(last)))
    }

    /// The offset of an inline of the block.
    func offset(line: Int, column: Int, in document: MarkdownDocument) -> Int {
        let line = line + definitionLines
        guard line > firstLine else { return document.offset(line: line, column: column) }
        let end = document.lineEnd(line)
        return min(wordsStart(ofLine: line, in: document) + max(0, column - firstColumn), end)
    }

    private func wordsStart(ofLine line: Int, in document: MarkdownDocument) -> Int {
        let bytes = document.source.bytes
        let end = document.lineEnd(line)
        var index = document.lineStart(line)
        var quotes = quotes
        while index < end {
            if bytes[index] == UInt8(ascii: ">"), quotes > 0 {
                quotes -= 1
            } else if bytes[index] != 0x20, bytes[index] != 0x09 {
                break
            }
            index += 1
        }
        return index
    }
}
