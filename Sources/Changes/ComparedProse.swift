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
            switch names.destination(of: own(link)) {
            case .item(let target): key += "\(target.kind.rawValue):\(names.name(of: target))"
            case .file(let file, let suffix): key += "file:\(file)\(suffix)"
            case .outside, .unsafe: key += link.destination
            case .missing, .missingAnchor:
                // What became of the thing that it leads to is no change of the link.
                key +=
                    names.other(at: own(link)).map { "\($0.kind.rawValue):\($0.name)" }
                    ?? link.destination
            }
        }
        return key
    }

    /// The words, but for the titles of what is linked to: those say nothing that the title does not. One that it had on the other
    /// side is no word either: who renames a step changes none of the links to it.
    var keyWithoutTitles: String {
        var text = prose.plain.onOneLine
        for link in prose.links {
            let label = link.label.onOneLine
            let titles = [
                names.item(at: own(link)).map(names.title(of:)),
                names.other(at: own(link))?.title,
            ]
            guard titles.contains(label),
                let place = text.firstRange(of: label)
            else { continue }
            text.replaceSubrange(place, with: "\u{0}")
        }
        return text
    }

    /// What its links lead to, as far as it is there.
    var linkedNames: [String] {
        prose.links.compactMap { names.item(at: own($0)).map(names.name(of:)) }
    }

    private func own(_ link: Prose.Link) -> LinkInFile { LinkInFile(link.destination, in: path) }
}

extension String {
    /// With white space as one blank, however its lines are broken.
    var onOneLine: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
