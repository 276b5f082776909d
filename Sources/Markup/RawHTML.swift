import CMark

/// HTML that an author wrote. cmark's safe mode leaves it out; here only comments go, and the rest is shown as it was typed.
enum RawHTML {
    static func showAsText(_ node: OpaquePointer) {
        let literal = cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
        let text = withoutComments(literal)
        let isInline = cmark_node_get_type(node) == CMARK_NODE_HTML_INLINE
        let isBlank = text.utf8.allSatisfy { $0 <= 0x20 }
        if isBlank {
            let (before, after) = (cmark_node_previous(node), cmark_node_next(node))
            cmark_node_unlink(node)
            cmark_node_free(node)
            join(before, after)
        } else if isInline, isLineBreak(text) {
            replace(node, by: NodeMemory.node(CMARK_NODE_LINEBREAK))
        } else if isInline {
            replace(node, by: leaf(CMARK_NODE_TEXT, text))
        } else if text.utf8.contains(UInt8(ascii: "<")) {
            replace(node, by: leaf(CMARK_NODE_CODE_BLOCK, text))
        } else {
            // Words behind a comment on its line: a block of HTML for cmark, a paragraph for the author.
            let paragraph = NodeMemory.node(CMARK_NODE_PARAGRAPH)
            let words = text.split { $0.isWhitespace }.joined(separator: " ")
            cmark_node_append_child(paragraph, leaf(CMARK_NODE_TEXT, words))
            replace(node, by: paragraph)
            join(paragraph, cmark_node_next(paragraph))
            join(cmark_node_previous(paragraph), paragraph)
        }
    }

    /// Makes one text of the lines above and below a comment in an item whose lines follow each other: paragraphs of such items are printed
    /// without anything between them.
    private static func join(_ first: OpaquePointer?, _ second: OpaquePointer?) {
        guard let first, let second, let item = cmark_node_parent(first), cmark_node_get_type(item) == CMARK_NODE_ITEM,
            let list = cmark_node_parent(item), cmark_node_get_list_tight(list) != 0,
            [first, second].allSatisfy({ cmark_node_get_type($0) == CMARK_NODE_PARAGRAPH })
        else { return }
        cmark_node_append_child(first, NodeMemory.node(CMARK_NODE_SOFTBREAK))
        // The second one stays, empty: others may still look at it.
        while let child = cmark_node_first_child(second) { cmark_node_append_child(first, child) }
    }

    /// The same in a line of words without marks.
    static func shownText(_ node: OpaquePointer) -> String {
        let text = withoutComments(cmark_node_get_literal(node).map { String(cString: $0) } ?? "")
        return isLineBreak(text) ? " " : text
    }

    private static func isLineBreak(_ tag: String) -> Bool {
        ["<br>", "<br/>"].contains(tag.lowercased().filter { $0 != " " })
    }

    private static func leaf(_ type: cmark_node_type, _ text: String) -> OpaquePointer? {
        guard let node = NodeMemory.node(type) else { return nil }
        cmark_node_set_literal(node, text)
        return node
    }

    private static func replace(_ node: OpaquePointer, by other: OpaquePointer?) {
        guard let other else { return }
        cmark_node_replace(node, other)
        cmark_node_free(node)
    }

    /// What is left of HTML without `<!-- … -->`; a comment that is not closed goes to the end.
    private static func withoutComments(_ html: String) -> String {
        guard html.utf8.contains(UInt8(ascii: "!")) else { return html }
        var kept: [UInt8] = []
        var rest = Array(html.utf8)[...]
        let (opening, closing) = (Array("<!--".utf8), Array("-->".utf8))
        while let byte = rest.first {
            guard byte == opening[0], rest.starts(with: opening) else {
                kept.append(byte)
                rest = rest.dropFirst()
                continue
            }
            rest = rest.dropFirst(opening.count)
            while !rest.isEmpty, !(rest.first == closing[0] && rest.starts(with: closing)) { rest = rest.dropFirst() }
            rest = rest.dropFirst(closing.count)
        }
        return String(decoding: kept, as: UTF8.self)
    }
}
