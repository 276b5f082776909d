import Diagnostics

extension ReferenceResolving {
    /// A lane of references takes links: the same file, by its id, as the link to write.
    ///
    /// Words beside links are none: only what is the id of an item that the lane could hold.
    mutating func refuseBare(_ reference: Reference, kind: ContentKind?, in path: String) {
        let called = WrittenName(Self.withoutWikiSigns(reference.written))
        let (written, anchor) = (called.id, called.anchor)
        let id = Self.fileName(in: written) ?? Self.withoutSigns(written)
        let kinds = kind.map { [$0] } ?? ContentKind.allCases
        if reference.form == .words, item(among: kinds, id: id) == nil {
            let journey = kind == .journey ? directory.item(atPath: path) : nil
            guard let journey, heading(named: Self.withoutSigns(reference.written), of: journey) != nil else { return }
        }
        let name = item(among: kinds, id: id) ?? titled(id, kinds: kinds) ?? nearest(to: id, amongKinds: kinds)
        var hint = "write a link to its file: [title](path/to/file.md)"
        if let name {
            suspect(name)
            let record = portfolio.record(of: name)
            let suffix = anchor.map { "#" + $0 } ?? ""
            let destination = RelativePath.destination(RelativePath.path(to: record.path, from: path) + suffix)
            hint = "write [\(record.title)](\(destination))"
        } else if kind == .journey, let journey = directory.item(atPath: path),
            let place = heading(named: Self.withoutSigns(reference.written), of: journey)
        {
            hint = "write [\(place.text)](#\(place.id))"
        }
        say(
            .bareReference, in: path, reference.range, "'\(reference.written)' is not a link: this lane takes links",
            hint: hint)
    }

    /// `queue#long` of `[[queue#long|How long they wait]]`.
    private static func withoutWikiSigns(_ written: String) -> String {
        guard written.hasPrefix("[["), written.hasSuffix("]]") else { return written }
        return String(written.dropFirst(2).dropLast(2).prefix { $0 != "|" })
    }

    /// The id in a link that is not quite one: `b.md`, `<b.md>`, `[B](b.md`, `[B] (../b.md)`.
    private static func fileName(in written: String) -> String? {
        guard let end = written.firstRange(of: ".md")?.lowerBound else { return nil }
        let name = written[..<end].split { "/(<[]".contains($0) }.last
        return name.map(String.init)
    }

    /// The words of `[[Queues]]`, `[Queues][queue]`, `→ Two` and the like.
    private static func withoutSigns(_ written: String) -> String {
        var words = written.drop { "[→-> ".contains($0) }.prefix { $0 != "]" }
        // `[[queue|Queues]]`
        if written.hasPrefix("[["), let bar = words.firstIndex(of: "|") { words = words[..<bar] }
        return words.isEmpty ? written : String(words)
    }

    private func item(among kinds: [ContentKind], id: String) -> Target? {
        for kind in kinds { if let target = item(kind, id: id) { return target } }
        return nil
    }

    private mutating func nearest(to id: String, amongKinds kinds: [ContentKind]) -> Target? {
        guard let near = nearestID(to: id, of: kinds) else { return nil }
        return item(among: kinds, id: near)
    }

    private func heading(named name: String, of journey: Target) -> Anchor? {
        let name = name.hasPrefix("#") ? String(name.dropFirst()) : name
        return directory.anchors(of: journey).first { $0.id == name || $0.text.lowercased() == name.lowercased() }
    }
}
