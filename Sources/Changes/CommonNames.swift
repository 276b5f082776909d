import Journeys
import Scoring

/// What the two sides call the same thing: by the names of the head, so that what was only renamed is no change.
struct CommonNames {
    let sides: Sides
    let isBase: Bool

    /// The side that these are not the names of.
    var other: ScoredPortfolio { isBase ? sides.head : sides.base }

    /// The side that these are the names of: its basis, which is no more than a reference.
    var basis: PortfolioBasis { isBase ? sides.base.basis : sides.head.basis }

    /// The names of the other side.
    private var others: CommonNames { CommonNames(sides: sides, isBase: !isBase) }

    /// `move-home#tell-us`; of what leads nowhere on either side, what was written. What became of the thing that it leads to is no
    /// change of the reference: one that leads nowhere on this side alone has the name of what it leads to on the other.
    ///
    /// - Parameter path: the file that a link stands in.
    func name(of reference: Reference, in path: String? = nil) -> String {
        if let target = reference.target { return name(of: target) }
        switch reference.form {
        case .id: return others.name(of: reference.written) ?? reference.written
        case .link:
            guard let path, let target = others.item(at: LinkInFile(reference.written, in: path)) else {
                return reference.written
            }
            return others.name(of: target)
        case .bare, .words: return reference.written
        }
    }

    func name(of reference: Reference) -> String { name(of: reference, in: nil) }

    func names(of references: [Reference], in path: String? = nil) -> [String] {
        references.map { name(of: $0, in: path) }
    }

    /// Of what is called by its id, or by an id and an anchor, as authors write them.
    func name(written: String) -> String { name(of: written) ?? written }

    private func name(of written: String) -> String? {
        let written = WrittenName(written)
        let items = ContentKind.allCases.lazy.compactMap { basis.linked.directory.item($0, id: written.id) }
        guard let item = items.first else { return nil }
        return name(of: Target(kind: item.kind, index: item.index, anchor: written.anchor))
    }

    /// What a link leads to.
    func item(at link: LinkInFile) -> Target? {
        if case .item(let target) = destination(of: link) { target } else { nil }
    }

    /// Where a link leads on this side.
    func destination(of link: LinkInFile) -> Directory.Destination {
        basis.linked.directory.destination(of: link.destination, from: link.file)
    }

    /// What a link leads to on the other side, as it is called there.
    struct OtherEnd {
        let kind: ContentKind
        let name: String
        let title: String
    }

    func other(at link: LinkInFile) -> OtherEnd? {
        let others = others
        return others.item(at: link).map {
            OtherEnd(kind: $0.kind, name: others.name(of: $0), title: others.title(of: $0))
        }
    }

    /// The words of a heading or a passage, or the title of an item.
    func title(of target: Target) -> String {
        let words = target.anchor.flatMap { basis.linked.directory.anchor($0, of: target)?.text }
        return (words ?? basis.portfolio.record(of: target).title).onOneLine
    }

    func name(of target: Target) -> String {
        if isBase, target.kind == .journey, let anchor = target.anchor,
            let move = sides.move(of: anchor, ofBase: target.index)
        {
            return sides.head.basis.portfolio.journeys[move.journey].id + "#" + move.id
        }
        let id = id(of: target)
        guard let anchor = target.anchor else { return id }
        return id + "#" + self.anchor(anchor, of: target)
    }

    func id(of target: Target) -> String {
        guard isBase, let head = sides.pairing(of: target.kind).headOfBase[target.index] else {
            return basis.portfolio.id(of: target)
        }
        return sides.head.basis.portfolio.id(of: Target(kind: target.kind, index: head))
    }

    func anchor(_ anchor: String, of target: Target) -> String {
        guard isBase, target.kind == .journey, let head = sides.pairing(of: .journey).headOfBase[target.index] else {
            return anchor
        }
        return sides.maps[head]?.headAnchor(of: anchor) ?? anchor
    }

    /// The file that a link leads to, however it is written from where; of what leads to none, what was written.
    func file(at link: LinkInFile) -> String {
        if case .file(let file, let suffix) = destination(of: link) { file + suffix } else { link.destination }
    }
}
