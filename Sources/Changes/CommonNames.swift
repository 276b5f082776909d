import Journeys
import Markup

/// What the two sides call the same thing: by the names of the head, so that what was only renamed is no change.
struct CommonNames {
    let sides: Sides
    let isBase: Bool

    private var linked: LinkedPortfolio { isBase ? sides.base.linked : sides.head.linked }

    /// `move-home#tell-us`; of what leads nowhere, what was written.
    func name(of reference: Reference) -> String {
        reference.target.map(name(of:)) ?? reference.written
    }

    func names(of references: [Reference]) -> [String] { references.map(name(of:)) }

    func name(of target: Target) -> String {
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

    /// With white space as one blank.
    static func withoutWrapping(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
