import CMark
import Diagnostics

/// Pipe tables, which CommonMark does not have: made of paragraphs after cmark has read them.
///
/// A table is a paragraph with a line of dashes and pipes that has as many cells as the line above it, as on code hosts.
enum TableRows {
    /// A body as cmark gets it, and what there is to be done when it has been read.
    struct Preparation {
        let bytes: [UInt8]
        let hasRules: Bool
        let hasTasks: Bool
        let hasHiddenPipes: Bool
    }

    static func prepared(_ body: ArraySlice<UInt8>) -> Preparation {
        var pipes = EscapedPipes(body)
        let hasTasks = TaskMarks.canBe(in: pipes.bytes)
        guard pipes.bytes.firstPlace(of: UInt8(ascii: "|"), from: 0) != nil else {
            return Preparation(
                bytes: pipes.bytes, hasRules: false, hasTasks: hasTasks, hasHiddenPipes: false)
        }
        var lineStart = 0
        var before = 0..<0
        var isInTable = false
        var hasRules = false
        while lineStart < pipes.bytes.count {
            let end = pipes.bytes.firstPlace(of: UInt8(ascii: "\n"), from: lineStart) ?? pipes.bytes.count
            let line = pipes.bytes[lineStart..<end]
            if isRule(line) {
                hasRules = true
                isInTable = true
                pipes.hide(in: before)
            } else if line.allSatisfy({ $0 <= 0x20 }) {
                isInTable = false
            }
            if isInTable { pipes.hide(in: lineStart..<end) }
            before = lineStart..<end
            lineStart = end + 1
        }
        return Preparation(
            bytes: pipes.bytes, hasRules: hasRules, hasTasks: hasTasks, hasHiddenPipes: pipes.isHiding)
    }

    /// Only dashes, colons, pipes and white space (and the `>` of a quote), with a dash and a pipe among them.
    private static func isRule(_ line: ArraySlice<UInt8>) -> Bool {
        var hasDash = false
        var hasPipe = false
        for byte in line {
            switch byte {
            case UInt8(ascii: "-"): hasDash = true
            case UInt8(ascii: "|"): hasPipe = true
            case UInt8(ascii: ":"), UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: ">"): break
            default: return false
            }
        }
        return hasDash && hasPipe
    }

    static func build(in document: MarkdownDocument) {
        var paragraphs: [OpaquePointer] = []
        NodeWalk.blocks(from: document.root) { node in
            if cmark_node_get_type(node) == CMARK_NODE_PARAGRAPH { paragraphs.append(node) }
        }
        for paragraph in paragraphs { table(of: MarkdownNode(node: paragraph, document: document)) }
    }

    private static func table(of paragraph: MarkdownNode) {
        var lines: [[MarkdownNode]] = [[]]
        for inline in paragraph.children {
            if inline.kind == .softBreak || inline.kind == .lineBreak {
                lines.append([])
            } else {
                lines[lines.count - 1].append(inline)
            }
        }
        guard lines.count > 1 else { return }
        for index in 1..<lines.count {
            guard let alignments = alignments(of: lines[index]), cellCount(of: lines[index - 1]) == alignments.count
            else { continue }
            build(lines, head: index - 1, alignments: alignments, in: paragraph)
            return
        }
    }

    /// Reads `| :--- | ---: |`: a class for each column, or nothing where the line is no rule.
    private static func alignments(of line: [MarkdownNode]) -> [String?]? {
        guard line.count == 1, line[0].kind == .text, isRule(Array(line[0].literal.utf8)[...]) else { return nil }
        var cells = line[0].literal.split(separator: "|", omittingEmptySubsequences: false).map(trimmed)
        if cells.first?.isEmpty == true { cells.removeFirst() }
        if cells.last?.isEmpty == true { cells.removeLast() }
        var alignments: [String?] = []
        for cell in cells {
            guard !cell.isEmpty, cell.contains("-"), cell.dropFirst().dropLast().allSatisfy({ $0 == "-" }) else {
                return nil
            }
            switch (cell.hasPrefix(":"), cell.hasSuffix(":")) {
            case (true, true): alignments.append("centre")
            case (false, true): alignments.append("end")
            default: alignments.append(nil)
            }
        }
        return alignments.isEmpty ? nil : alignments
    }

    private static func trimmed(_ cell: Substring) -> Substring {
        var cell = cell.drop { $0 == " " || $0 == "\t" }
        while cell.last == " " || cell.last == "\t" { cell.removeLast() }
        return cell
    }

    private static func cellCount(of line: [MarkdownNode]) -> Int {
        let text = line.map { $0.kind == .text ? $0.literal : "x" }.joined().filter { $0 != " " }
        guard !text.isEmpty else { return 0 }
        let pipes = text.count { $0 == "|" }
        return pipes + 1 - (text.hasPrefix("|") ? 1 : 0) - (text.count > 1 && text.hasSuffix("|") ? 1 : 0)
    }

    /// Rows are filled up with empty cells, but not so that a small file could make a huge page.
    private static let mostMissing = 100_000

    private static func build(_ lines: [[MarkdownNode]], head: Int, alignments: [String?], in paragraph: MarkdownNode) {
        guard
            let table = custom(
                CMARK_NODE_CUSTOM_BLOCK, "<div class=\"table-frame\" tabindex=\"0\"><table>", "</table></div>")
        else { return }
        var missing = 0
        for (index, line) in lines.enumerated() where index == head || index > head + 1 {
            let isHead = index == head
            let opening = isHead ? "<thead><tr>" : index == head + 2 ? "<tbody><tr>" : "<tr>"
            let closing = isHead ? "</tr></thead>" : index == lines.count - 1 ? "</tr></tbody>" : "</tr>"
            guard let row = custom(CMARK_NODE_CUSTOM_INLINE, opening, closing) else { return }
            cmark_node_append_child(table, row)
            let cells = joined(cells(of: line), to: alignments.count)
            missing += max(0, alignments.count - cells.count)
            for (column, alignment) in alignments.enumerated() {
                if missing > mostMissing, column >= cells.count { break }
                let name = isHead ? "th scope=\"col\"" : "td"
                let opening = "<\(name)\(alignment.map { " class=\"\($0)\"" } ?? "")>"
                guard let cell = custom(CMARK_NODE_CUSTOM_INLINE, opening, isHead ? "</th>" : "</td>") else { return }
                cmark_node_append_child(row, cell)
                for inline in cells.indices.contains(column) ? cells[column] : [] {
                    cmark_node_append_child(cell, inline)
                }
            }
        }
        if paragraph.document.hasHiddenPipes {
            EscapedPipes.show(under: MarkdownNode(node: table, document: paragraph.document), isTable: true)
        }
        paragraph.document.noteLines(of: table, from: paragraph.node)
        cmark_node_insert_after(paragraph.node, table)
        // What stands above the head stays a paragraph.
        for (index, line) in lines.enumerated() where index == head + 1 { line.forEach { $0.remove() } }
        dropBreaks(of: paragraph, keep: max(0, head - 1))
        if paragraph.firstChild == nil { paragraph.remove() }
    }

    /// Code hosts leave out what is more than the head has. Here it stays in the last cell as it was typed, pipes and all.
    private static func joined(_ cells: [[OpaquePointer]], to count: Int) -> [[OpaquePointer]] {
        guard let last = cells.lastIndex(where: { !$0.isEmpty }), last >= count else { return cells }
        var joined = Array(cells[..<count])
        for cell in cells[count...last] {
            guard let pipe = NodeMemory.node(CMARK_NODE_TEXT) else { continue }
            cmark_node_set_literal(pipe, "|")
            joined[count - 1] += [pipe] + cell
        }
        return joined
    }

    private static func dropBreaks(of paragraph: MarkdownNode, keep: Int) {
        var seen = 0
        for inline in paragraph.children where inline.kind == .softBreak || inline.kind == .lineBreak {
            seen += 1
            if seen > keep { inline.remove() }
        }
    }

    /// The inlines of each cell, split at the pipes of the line's own text.
    private static func cells(of line: [MarkdownNode]) -> [[OpaquePointer]] {
        var cells: [[OpaquePointer]] = [[]]
        var isFirst = true
        for inline in line {
            guard inline.kind == .text else {
                cmark_node_unlink(inline.node)
                cells[cells.count - 1].append(inline.node)
                isFirst = false
                continue
            }
            let parts = inline.literal.split(separator: "|", omittingEmptySubsequences: false)
            for (index, part) in parts.enumerated() {
                if index > 0, !(isFirst && index == 1 && parts[0].allSatisfy { $0 == " " }) { cells.append([]) }
                guard part.contains(where: { $0 != " " }), let text = NodeMemory.node(CMARK_NODE_TEXT) else { continue }
                cmark_node_set_literal(text, String(part))
                cells[cells.count - 1].append(text)
            }
            isFirst = false
            inline.remove()
        }
        return cells
    }

    private static func custom(_ type: cmark_node_type, _ enter: String, _ exit: String) -> OpaquePointer? {
        guard let node = NodeMemory.node(type) else { return nil }
        cmark_node_set_on_enter(node, enter)
        cmark_node_set_on_exit(node, exit)
        return node
    }
}
