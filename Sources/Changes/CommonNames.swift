import Journeys
import Markup
import Scoring

/// What the two sides call the same thing: by the names of the head, so that what was only renamed is no change.
struct CommonNames {
    let sides: Sides
    let isBase: Bool

    /// The side that these are not the names of.
    var other: ScoredPortfolio { isBase ? sides.head : sides.base }

    private var linked: LinkedPortfolio { isBase ? sides.base.linked : sides.head.linked }

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
            let move = sides.findingMoves.move(of: anchor, ofBase: target.index)
        {
            return sides.head.portfolio.journeys[move.head.journey].id + "#" + move.head.placed.finding.id
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

    /// What tells a prose from another: its words and marks, and where its links lead; not how its lines are broken or its links
    /// are written.
    func key(of prose: Prose, in path: String) -> String {
        var key = Self.withoutWrapping(String(decoding: prose.html, as: UTF8.self))
        for link in prose.links {
            key += "\u{0}"
            switch linked.directory.destination(of: link.destination, from: path) {
            case .item(let target): key += "\(target.kind.rawValue):\(name(of: target))"
            case .file(let file, let suffix): key += "file:\(file)\(suffix)"
            case .outside, .unsafe, .missing, .missingAnchor: key += link.destination
            }
        }
        return key
    }

    /// The words, but for the titles of what is linked to: those say nothing that the title does not.
    func keyWithoutTitles(of prose: Prose, in path: String) -> String {
        var text = Self.withoutWrapping(prose.plain)
        for link in prose.links {
            let label = Self.withoutWrapping(link.label)
            guard case .item(let target) = linked.directory.destination(of: link.destination, from: path),
                label == title(of: target), let place = text.firstRange(of: label)
            else { continue }
            text.replaceSubrange(place, with: "\u{0}")
        }
        return text
    }

    private func title(of target: Target) -> String {
        let words = target.anchor.flatMap { linked.directory.anchor($0, of: target)?.text }
        return Self.withoutWrapping(words ?? linked.portfolio.record(of: target).title)
    }

    /// The file that a path leads to, however it is written from where; of what leads to none, what was written.
    func file(_ written: String, from path: String) -> String {
        guard case .file(let file, let suffix) = linked.directory.destination(of: written, from: path) else {
            return written
        }
        return file + suffix
    }

    /// What the links of a prose lead to, as far as it is there.
    func names(ofLinksIn prose: Prose, in path: String) -> [String] {
        prose.links.compactMap { link in
            guard case .item(let target) = linked.directory.destination(of: link.destination, from: path) else {
                return nil
            }
            return name(of: target)
        }
    }

    /// With white space as one blank.
    static func withoutWrapping(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
