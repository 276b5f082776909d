import Journeys
import Scoring

/// What the two sides call the same thing: by the names of the head, so that what was only renamed is no change.
struct CommonNames {
    let sides: Sides
    let isBase: Bool

    /// The side that these are not the names of.
    var other: ScoredPortfolio { isBase ? sides.head : sides.base }

    /// The side that these are the names of.
    var linked: LinkedPortfolio { isBase ? sides.base.linked : sides.head.linked }

    /// `move-home#tell-us`; of what leads nowhere, what was written.
    func name(of reference: Reference) -> String {
        reference.target.map(name(of:)) ?? reference.written
    }

    func names(of references: [Reference]) -> [String] { references.map(name(of:)) }

    /// Of what is called by its id, or by an id and an anchor, as authors write them.
    func name(written: String) -> String {
        let parts = written.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let items = ContentKind.allCases.lazy.compactMap { linked.directory.item($0, id: parts[0]) }
        guard let item = items.first else { return written }
        return name(of: Target(kind: item.kind, index: item.index, anchor: parts.count > 1 ? parts[1] : nil))
    }

    func name(of target: Target) -> String {
        if isBase, target.kind == .journey, let anchor = target.anchor,
            let move = sides.move(of: anchor, ofBase: target.index)
        {
            return sides.head.portfolio.journeys[move.journey].id + "#" + move.id
        }
        let id = id(of: target)
        guard let anchor = target.anchor else { return id }
        return id + "#" + self.anchor(anchor, of: target)
    }

    func id(of target: Target) -> String {
        guard isBase, let head = sides.pairing(of: target.kind).headOfBase[target.index] else {
            return linked.portfolio.id(of: target)
        }
        return sides.head.portfolio.id(of: Target(kind: target.kind, index: head))
    }

    func anchor(_ anchor: String, of target: Target) -> String {
        guard isBase, target.kind == .journey, let head = sides.pairing(of: .journey).headOfBase[target.index] else {
            return anchor
        }
        return sides.maps[head]?.headAnchor(of: anchor) ?? anchor
    }

    /// The file that a path leads to, however it is written from where; of what leads to none, what was written.
    func file(_ written: String, from path: String) -> String {
        guard case .file(let file, let suffix) = linked.directory.destination(of: written, from: path) else {
            return written
        }
        return file + suffix
    }
}
