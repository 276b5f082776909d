import Journeys
import Markup

extension LaneContent {
    /// Of a lane of references, the entries that say more than their links do: pages show what they lead to by its own name, so these
    /// would be lost but for the author's words. A link to a file or to the world outside has no other name.
    var tellingEntries: [Prose] {
        guard case .references(let references) = value else { return words }
        let isNamed = references.allSatisfy { $0.target != nil }
        if isNamed, isLinksAlone { return [] }
        return words.filter { words in
            words.saysMoreThanItsLinks
                || !isNamed
                    && words.links.contains { link in
                        references.contains { $0.range == link.range && $0.target == nil }
                    }
        }
    }
}

extension Prose {
    /// Whether there is a word or a picture beside its links: commas between them say nothing.
    fileprivate var saysMoreThanItsLinks: Bool {
        // Most are a link and no more. Further blocks of an entry are on lines of their own.
        if isLink { return false }
        let isOneLink = links.count == 1 && !links[0].isImage && plain == links[0].label
        if isOneLink, !html.contains(UInt8(ascii: "\n")) { return false }
        var outside: [UInt8] = []
        var rest = html[...]
        while let byte = rest.first {
            if rest.starts(with: Self.image) { return true }
            if rest.starts(with: Self.linkStart) {
                rest = Self.behind(Self.linkEnd, in: rest)
            } else if byte == UInt8(ascii: "<") {
                outside.append(UInt8(ascii: " "))
                rest = Self.behind(Self.tagEnd, in: rest)
            } else if byte == UInt8(ascii: "&") {
                rest = Self.behind(Self.entityEnd, in: rest)
            } else {
                outside.append(byte)
                rest = rest.dropFirst()
            }
        }
        return String(decoding: outside, as: UTF8.self).unicodeScalars.contains {
            $0.properties.isAlphabetic || $0.properties.numericType != nil
        }
    }

    private static let image = Array("<img ".utf8)
    private static let linkStart = Array("<a ".utf8)
    private static let linkEnd = Array("</a>".utf8)
    private static let tagEnd = Array(">".utf8)
    private static let entityEnd = Array(";".utf8)

    private static func behind(_ end: [UInt8], in bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var rest = bytes
        while !rest.isEmpty, !rest.starts(with: end) { rest = rest.dropFirst() }
        return rest.dropFirst(end.count)
    }
}
