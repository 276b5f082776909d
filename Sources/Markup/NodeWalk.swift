import CMark

/// Walks through a part of a tree, from its first node on in document order; without recursion, however deep nodes nest, and without memory
/// of its own, which cmark's iterators ask for. What is visited stays as it is meanwhile.
enum NodeWalk {
    @inline(__always)
    static func all(from root: OpaquePointer, _ visit: (OpaquePointer) -> Void) {
        walk(from: root, isEntered: { _ in true }, visit)
    }

    /// The blocks alone: what stands in paragraphs and headings is most of a tree.
    @inline(__always)
    static func blocks(from root: OpaquePointer, _ visit: (OpaquePointer) -> Void) {
        walk(
            from: root,
            isEntered: { node in
                let type = cmark_node_get_type(node)
                return type != CMARK_NODE_PARAGRAPH && type != CMARK_NODE_HEADING
            }, visit)
    }

    /// The headings, quotes and items.
    @inline(__always)
    static func anchored(from root: OpaquePointer, _ visit: (OpaquePointer) -> Void) {
        blocks(from: root) { node in
            switch cmark_node_get_type(node) {
            case CMARK_NODE_HEADING, CMARK_NODE_BLOCK_QUOTE, CMARK_NODE_ITEM: visit(node)
            default: break
            }
        }
    }

    @inline(__always)
    private static func walk(
        from root: OpaquePointer, isEntered: (OpaquePointer) -> Bool, _ visit: (OpaquePointer) -> Void
    ) {
        var current = root
        while true {
            visit(current)
            if isEntered(current), let child = cmark_node_first_child(current) {
                current = child
                continue
            }
            while current != root {
                if let next = cmark_node_next(current) {
                    current = next
                    break
                }
                guard let parent = cmark_node_parent(current) else { return }
                current = parent
            }
            if current == root { return }
        }
    }
}
