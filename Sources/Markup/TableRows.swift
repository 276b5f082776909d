import CMark
import Diagnostics

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Pipe tables and task lists, which CommonMark does not have: made of paragraphs and items after cmark has read them.
///
/// A table is a paragraph with a line of dashes and pipes that has as many cells as the line above it, as on code hosts.
enum TableRows {
    /// The bytes to give to cmark, and whether there is anything for `build` to do.
    static func prepared(_ body: ArraySlice<UInt8>) -> (bytes: [UInt8], hasTables: Bool) {
        var bytes = Array(body)
        var hasRules = false
        var hasTasks = false
        var lineStart = 0
        while lineStart < bytes.count {
            let end = bytes[lineStart...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            if isRule(bytes[lineStart..<end]) { hasRules = true }
            lineStart = end + 1
        }
        for index in bytes.indices.dropLast(2)
        where bytes[index] == UInt8(ascii: "[") && bytes[index + 2] == UInt8(ascii: "]") {
            hasTasks = true
            break
        }
        if hasRules {
            // U+009F, a control character of the same length, stands for `\|` while cmark reads: the backslash would be lost.
            for index in bytes.indices.dropLast()
            where bytes[index] == UInt8(ascii: "\\") && bytes[index + 1] == UInt8(ascii: "|") {
                bytes[index] = 0xC2
                bytes[index + 1] = 0x9F
            }
        }
        return (bytes, hasRules || hasTasks)
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
        var tasks: [OpaquePointer] = []
        let root = MarkdownNode(node: document.root, document: document)
        root.forEachDescendant { node in
            if cmark_node_get_type(node) == CMARK_NODE_PARAGRAPH { paragraphs.append(node) }
            if cmark_node_get_type(node) == CMARK_NODE_ITEM { tasks.append(node) }
        }
        for item in tasks { checkMark(of: item) }
        for paragraph in paragraphs { table(of: MarkdownNode(node: paragraph, document: document)) }
        restorePipes(under: root)
    }

    // MARK: Task lists

    private static func checkMark(of item: OpaquePointer) {
        guard let paragraph = cmark_node_first_child(item), cmark_node_get_type(paragraph) == CMARK_NODE_PARAGRAPH,
            let text = cmark_node_first_child(paragraph), cmark_node_get_type(text) == CMARK_NODE_TEXT,
            let literal = cmark_node_get_literal(text).map({ String(cString: $0) })
        else { return }
        for (mark, sign) in [("[ ] ", "☐ "), ("[x] ", "☑ "), ("[X] ", "☑ ")] where literal.hasPrefix(mark) {
            cmark_node_set_literal(text, sign + literal.dropFirst(mark.count))
        }
    }

    // MARK: Tables

    private typealias Row = [[MarkdownNode]]

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
        let text = line[0].literal.filter { $0 != " " && $0 != "\t" }
        var cells = text.split(separator: "|", omittingEmptySubsequences: false)
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

    private static func cellCount(of line: [MarkdownNode]) -> Int {
        let text = line.map { $0.kind == .text ? $0.literal : "x" }.joined().filter { $0 != " " }
        guard !text.isEmpty else { return 0 }
        let pipes = text.count { $0 == "|" }
        return pipes + 1 - (text.hasPrefix("|") ? 1 : 0) - (text.count > 1 && text.hasSuffix("|") ? 1 : 0)
    }

    private static func build(_ lines: [[MarkdownNode]], head: Int, alignments: [String?], in paragraph: MarkdownNode) {
        guard
            let table = custom(
                CMARK_NODE_CUSTOM_BLOCK, "<div class=\"table-frame\" tabindex=\"0\"><table>", "</table></div>")
        else { return }
        for (index, line) in lines.enumerated() where index == head || index > head + 1 {
            let isHead = index == head
            let opening = isHead ? "<thead><tr>" : index == head + 2 ? "<tbody><tr>" : "<tr>"
            let closing = isHead ? "</tr></thead>" : index == lines.count - 1 ? "</tr></tbody>" : "</tr>"
            guard let row = custom(CMARK_NODE_CUSTOM_INLINE, opening, closing) else { return }
            cmark_node_append_child(table, row)
            let cells = cells(of: line)
            for (column, alignment) in alignments.enumerated() {
                let name = isHead ? "th scope=\"col\"" : "td"
                let opening = "<\(name)\(alignment.map { " class=\"\($0)\"" } ?? "")>"
                guard let cell = custom(CMARK_NODE_CUSTOM_INLINE, opening, isHead ? "</th>" : "</td>") else { return }
                cmark_node_append_child(row, cell)
                for inline in cells.indices.contains(column) ? cells[column] : [] {
                    cmark_node_append_child(cell, inline)
                }
            }
        }
        cmark_node_insert_after(paragraph.node, table)
        // What stands above the head stays a paragraph.
        for (index, line) in lines.enumerated() where index == head + 1 { line.forEach { $0.remove() } }
        dropBreaks(of: paragraph, keep: max(0, head - 1))
        if paragraph.firstChild == nil { paragraph.remove() }
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
                guard part.contains(where: { $0 != " " }), let text = cmark_node_new(CMARK_NODE_TEXT) else { continue }
                cmark_node_set_literal(text, String(part))
                cells[cells.count - 1].append(text)
            }
            isFirst = false
            inline.remove()
        }
        return cells
    }

    private static func custom(_ type: cmark_node_type, _ enter: String, _ exit: String) -> OpaquePointer? {
        guard let node = cmark_node_new(type) else { return nil }
        cmark_node_set_on_enter(node, enter)
        cmark_node_set_on_exit(node, exit)
        return node
    }

    /// In a table `\|` is a pipe; elsewhere cmark would have made it one too, but for code, where it stays as written.
    private static func restorePipes(under root: MarkdownNode) {
        var nodes: [(OpaquePointer, String)] = []
        root.forEachDescendant { node in
            guard let literal = cmark_node_get_literal(node), strchr(literal, 0x9F) != nil else { return }
            nodes.append((node, String(cString: literal)))
        }
        for (node, literal) in nodes {
            let isCode = [CMARK_NODE_CODE_BLOCK, CMARK_NODE_HTML_BLOCK].contains(cmark_node_get_type(node))
            let parts = literal.unicodeScalars.split(separator: "\u{9F}", omittingEmptySubsequences: false)
            cmark_node_set_literal(node, parts.map { String($0) }.joined(separator: isCode ? "\\|" : "|"))
        }
    }
}
