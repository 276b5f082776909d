import CMark
import Diagnostics

/// `[ ]` and `[x]` at the start of an item: a task that is open or done, as on code hosts.
enum TaskMarks {
    private static let signs = [("[ ] ", "☐ "), ("[x] ", "☑ "), ("[X] ", "☑ ")]

    static func canBe(in body: [UInt8]) -> Bool {
        var index = 0
        while let opening = body.firstPlace(of: UInt8(ascii: "["), from: index) {
            if opening + 2 < body.count, body[opening + 2] == UInt8(ascii: "]") { return true }
            index = opening + 1
        }
        return false
    }

    static func show(ofItemsAmong nodes: [OpaquePointer]) {
        for node in nodes where cmark_node_get_type(node) == CMARK_NODE_ITEM { show(of: node) }
    }

    private static func show(of item: OpaquePointer) {
        guard let paragraph = cmark_node_first_child(item), cmark_node_get_type(paragraph) == CMARK_NODE_PARAGRAPH,
            let text = cmark_node_first_child(paragraph), cmark_node_get_type(text) == CMARK_NODE_TEXT,
            let literal = cmark_node_get_literal(text).map({ String(cString: $0) })
        else { return }
        for (mark, sign) in signs where literal.hasPrefix(mark) {
            cmark_node_set_literal(text, sign + literal.dropFirst(mark.count))
        }
    }
}
