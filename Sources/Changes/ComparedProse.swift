import Journeys
import Markup

/// A prose of one side, as what it is compared by: not how its lines are broken or its links are written.
struct ComparedProse {
    let prose: Prose
    /// The file that it stands in.
    let path: String
    let names: CommonNames

    init(_ prose: Prose, in path: String, names: CommonNames) {
        self.prose = prose
        self.path = path
        self.names = names
    }

    /// Its words and marks, and where its links lead.
    var key: String {
        var key = String(decoding: prose.html, as: UTF8.self).onOneLine
        for link in prose.links {
            key += "\u{0}"
            switch destination(of: link) {
            case .item(let target): key += "\(target.kind.rawValue):\(names.name(of: target))"
            case .file(let file, let suffix): key += "file:\(file)\(suffix)"
            case .outside, .unsafe, .missing, .missingAnchor: key += link.destination
            }
        }
        return key
    }

    /// The words, but for the titles of what is linked to: those say nothing that the title does not.
    var keyWithoutTitles: String {
        var text = prose.plain.onOneLine
        for link in prose.links {
            let label = link.label.onOneLine
            guard case .item(let target) = destination(of: link), label == title(of: target),
                let place = text.firstRange(of: label)
            else { continue }
            text.replaceSubrange(place, with: "\u{0}")
        }
        return text
    }

    /// What its links lead to, as far as it is there.
    var linkedNames: [String] {
        prose.links.compactMap { link in
            guard case .item(let target) = destination(of: link) else { return nil }
            return names.name(of: target)
        }
    }

    private func destination(of link: Prose.Link) -> Directory.Destination {
        names.linked.directory.destination(of: link.destination, from: path)
    }

    private func title(of target: Target) -> String {
        let words = target.anchor.flatMap { names.linked.directory.anchor($0, of: target)?.text }
        return (words ?? names.linked.portfolio.record(of: target).title).onOneLine
    }
}

extension String {
    /// With white space as one blank, however its lines are broken.
    var onOneLine: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
