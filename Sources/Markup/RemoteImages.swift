import CMark

/// Images on another host. A page asks no other host for anything, so a reader gets a link to the image, with its words.
enum RemoteImages {
    static func isRemote(_ link: Prose.Link) -> Bool {
        guard link.isImage else { return false }
        let start = link.destination.utf8.prefix(8).map { $0 | 0x20 }
        return ["http:", "https:", "//"].contains { start.starts(with: $0.utf8.map { $0 | 0x20 }) }
    }

    /// Puts a link in the place of an image; only its words where a link stands around it already.
    ///
    /// - Returns: the link's node, or nothing if it became words.
    static func showAsLink(_ image: OpaquePointer, to destination: String) -> OpaquePointer? {
        let link = isInLink(image) ? nil : NodeMemory.node(CMARK_NODE_LINK)
        var hasWords = false
        while let word = cmark_node_first_child(image) {
            if let link { cmark_node_append_child(link, word) } else { cmark_node_insert_before(image, word) }
            hasWords = true
        }
        if !hasWords, let text = NodeMemory.node(CMARK_NODE_TEXT) {
            cmark_node_set_literal(text, destination)
            if let link { cmark_node_append_child(link, text) } else { cmark_node_insert_before(image, text) }
        }
        if let link { cmark_node_insert_before(image, link) }
        cmark_node_unlink(image)
        cmark_node_free(image)
        return link
    }

    private static func isInLink(_ node: OpaquePointer) -> Bool {
        var node = cmark_node_parent(node)
        while let current = node {
            if cmark_node_get_type(current) == CMARK_NODE_LINK { return true }
            node = cmark_node_parent(current)
        }
        return false
    }
}
