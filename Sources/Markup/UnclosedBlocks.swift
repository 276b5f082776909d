import CMark
import Diagnostics

/// Blocks of code and comments that are opened and never closed: Markdown ends them with the file, and all below them is lost.
enum UnclosedBlocks {
    static func problems(in document: MarkdownDocument) -> [Diagnostic] {
        var problems: [Diagnostic] = []
        var block = cmark_node_first_child(document.root)
        while let node = block {
            block = cmark_node_next(node)
            let found: (what: String, hint: String)?
            switch cmark_node_get_type(node) {
            case CMARK_NODE_CODE_BLOCK: found = unclosedCode(node, in: document)
            case CMARK_NODE_HTML_BLOCK: found = unclosedComment(node)
            default: found = nil
            }
            guard let found else { continue }
            let place = MarkdownNode(node: node, document: document).range
            problems.append(
                Diagnostic(
                    .unclosedBlock, at: Location(path: document.source.path, range: place), found.what,
                    hint: found.hint))
        }
        return problems
    }

    /// A fence without its second, above what can only be headings and lanes. Code at the end of a file may go without.
    private static func unclosedCode(_ node: OpaquePointer, in document: MarkdownDocument) -> (String, String)? {
        let bytes = document.source.bytes
        let start = MarkdownNode(node: node, document: document).start
        guard start < bytes.count, [UInt8(ascii: "`"), UInt8(ascii: "~")].contains(bytes[start]) else { return nil }
        let fence = bytes[start...].prefix { $0 == bytes[start] }
        let first = Int(cmark_node_get_start_line(node))
        let lines = first...max(first, Int(cmark_node_get_end_line(node)))
        guard fence.count >= 3, lines.count > 1 else { return nil }
        let last = bytes[document.lineStart(lines.upperBound)..<document.lineEnd(lines.upperBound)].drop { $0 == 0x20 }
        let closing = last.prefix { $0 == bytes[start] }
        if closing.count >= fence.count, last.dropFirst(closing.count).allSatisfy({ $0 <= 0x20 }) { return nil }
        let swallows = lines.dropFirst().contains { line in
            let text = bytes[document.lineStart(line)..<document.lineEnd(line)]
            return ["## ", "### ", "- **"].contains { text.starts(with: $0.utf8) }
        }
        guard swallows else { return nil }
        let sign = String(decoding: fence, as: UTF8.self)
        return (
            "this block of code is never closed, so all below it is read as code",
            "put a line of '\(sign)' below the end of the code"
        )
    }

    /// A comment without its end, above something. In the last line of a file it hides what it should.
    private static func unclosedComment(_ node: OpaquePointer) -> (String, String)? {
        guard let literal = cmark_node_get_literal(node).map({ String(cString: $0) }), literal.hasPrefix("<!--"),
            literal.firstRange(of: "-->") == nil, literal.split(whereSeparator: \.isNewline).count > 1
        else { return nil }
        return ("this comment is never closed, so all below it is left out", "put '-->' behind the end of the comment")
    }
}
