import CMark

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// `\|` in the lines of tables. cmark would take the backslash away, and the pipe would look like the end of a cell.
///
/// A control character of the same length, U+009F, stands for the two while cmark reads, so that nothing moves.
struct EscapedPipes {
    private(set) var bytes: [UInt8]
    private(set) var isHiding = false
    /// Where the sign itself is in the text, nothing is hidden: it could not be told apart.
    private lazy var isUsed = bytes.indices.dropLast().contains { bytes[$0] == 0xC2 && bytes[$0 + 1] == 0x9F }

    init(_ body: ArraySlice<UInt8>) {
        bytes = Array(body)
    }

    mutating func hide(in range: Range<Int>) {
        guard isHiding || !isUsed else { return }
        for index in range.dropLast() where bytes[index] == UInt8(ascii: "\\") && bytes[index + 1] == UInt8(ascii: "|")
        {
            isHiding = true
            bytes[index] = 0xC2
            bytes[index + 1] = 0x9F
        }
    }

    /// Puts pipes back: in a table everywhere, elsewhere in text alone, for code there stays as it was written.
    static func show(under root: MarkdownNode, isTable: Bool = false) {
        var nodes: [(OpaquePointer, String)] = []
        var links: [OpaquePointer] = []
        root.forEachDescendant { node in
            if let literal = cmark_node_get_literal(node), strchr(literal, 0x9F) != nil {
                nodes.append((node, String(cString: literal)))
            } else if let url = cmark_node_get_url(node), strchr(url, 0x9F) != nil {
                links.append(node)
            } else if let title = cmark_node_get_title(node), strchr(title, 0x9F) != nil {
                links.append(node)
            }
        }
        for (node, literal) in nodes {
            let isText = isTable || cmark_node_get_type(node) == CMARK_NODE_TEXT
            cmark_node_set_literal(node, shown(literal, as: isText ? "|" : "\\|"))
        }
        for node in links {
            if let url = cmark_node_get_url(node) { cmark_node_set_url(node, shown(String(cString: url), as: "|")) }
            if let title = cmark_node_get_title(node) {
                cmark_node_set_title(node, shown(String(cString: title), as: "|"))
            }
        }
    }

    private static func shown(_ text: String, as pipe: String) -> String {
        let parts = text.unicodeScalars.split(separator: "\u{9F}", omittingEmptySubsequences: false)
        return parts.map { String($0) }.joined(separator: pipe)
    }
}
