import CMark

/// Tells what looks like a mark in a file from what the tree has as text: neither code nor what was read.
enum PlainTexts {
    /// Those candidates whose text is text in the tree, in their order.
    ///
    /// - Parameters:
    ///   - candidates: in the order of the file.
    ///   - sign: is part of the text of each.
    ///   - startsText: whether each stands at the start of a text of the tree.
    static func found<Candidate>(
        _ candidates: [Candidate], with sign: String, under root: OpaquePointer, startsText: Bool = false,
        text: (Candidate) -> String
    ) -> [Candidate] {
        guard !candidates.isEmpty, let iterator = cmark_iter_new(root) else { return [] }
        defer { cmark_iter_free(iterator) }
        var left = candidates[...]
        var found: [Candidate] = []
        while cmark_iter_next(iterator) != CMARK_EVENT_DONE, !left.isEmpty {
            guard let node = cmark_iter_get_node(iterator), cmark_node_get_type(node) == CMARK_NODE_TEXT,
                let literal = cmark_node_get_literal(node)
            else { continue }
            let own = String(cString: literal)
            guard startsText ? own.hasPrefix(sign) : own.hasBytes(of: sign) else { continue }
            // The tree has them in the order of the file.
            var rest = own[...]
            if startsText {
                guard let first = left.firstIndex(where: { own.hasPrefix(text($0)) }) else { continue }
                found.append(left[first])
                left = left[(first + 1)...]
                continue
            }
            while let first = left.firstIndex(where: { rest.firstRange(of: text($0)) != nil }),
                let place = rest.firstRange(of: text(left[first]))
            {
                found.append(left[first])
                left = left[(first + 1)...]
                rest = rest[place.upperBound...]
            }
        }
        return found
    }
}
