import Diagnostics

/// References that are written as links or paths are, where an id belongs.
extension ReferenceResolving {
    /// What was most likely meant by `[Move home](move-home.md#before)`, `move-home/before` and `move-home > Before`: the reference, and where
    /// it leads.
    func meant(by written: String, among kinds: [ContentKind]) -> (written: String, target: Target)? {
        if written.hasPrefix("["), let start = written.firstRange(of: "](")?.upperBound {
            let called = WrittenName(String(written[start...].prefix { $0 != ")" }))
            return named(ItemID.stem(of: called.id), at: called.anchor, among: kinds)
        }
        // `[talks]`, `@talks` and `"talks"`.
        let signs = "[](){}<>\"'@#"
        let bare = String(written.drop(while: signs.contains).reversed().drop(while: signs.contains).reversed())
        if bare.utf8.count < written.utf8.count {
            let called = WrittenName(bare)
            if let found = named(called.id, at: called.anchor, among: kinds) { return found }
        }
        for sign in ["/", ">", ":", ".", "→", "|"] {
            let parts = written.split(separator: sign, maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2 else { continue }
            let (id, place) = (trimmed(parts[0]), trimmed(parts[1]))
            if !id.isEmpty, !place.isEmpty, let found = named(id, at: place, among: kinds), found.target.anchor != nil {
                return found
            }
        }
        return nil
    }

    /// - Parameter place: an anchor, or the words of a heading.
    private func named(
        _ id: String, at place: String?, among kinds: [ContentKind]
    ) -> (written: String, target: Target)? {
        guard let item = kinds.lazy.compactMap({ directory.item($0, id: ItemID.normalised(id)) }).first else {
            return nil
        }
        let name = portfolio.record(of: item).id
        guard let place else { return (name, item) }
        let anchors = directory.anchors(of: item)
        let words = place.hasPrefix("#") ? String(place.dropFirst()) : place
        guard
            let anchor = anchors.first(where: { $0.id == words })
                ?? anchors.first(where: { $0.text.lowercased() == words.lowercased() })
        else { return (name, item) }
        return ("\(name)#\(anchor.id)", Target(kind: item.kind, index: item.index, anchor: anchor.id))
    }

    private func trimmed(_ part: Substring) -> String {
        String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
