import Diagnostics
import Journeys
import Markup
import Templates

/// Links as one page writes them: relative to itself.
///
/// A class, as all that is on a page is handed it: a value would be copied a thousand times.
final class PageLinks: Sendable {
    let edition: Edition
    let page: SitePath
    /// Of the list that is being written.
    let facets: Facets?
    private let origin: ItemLinks.Origin
    /// What links from its own folder call the page.
    private let name: String

    init(edition: Edition, page: SitePath, facets: Facets? = nil) {
        self.edition = edition
        self.page = page
        self.facets = facets
        origin = ItemLinks.Origin(page)
        name = String(page.name)
    }

    func address(of target: Target) -> String {
        if let page = edition.map.links.pageLink(to: target, from: origin) {
            guard let anchor = target.anchor else { return page }
            // A page's links to itself are its anchors alone.
            if let link = SitePath.link(mayBeOwn(target) && page == name ? "" : page, to: anchor) { return link }
        }
        return page.relativeLink(to: edition.map.path(of: target), anchor: target.anchor)
    }

    func address(of place: SiteMap.Place) -> String { page.relativeLink(to: edition.map.path(of: place)) }

    func address(of path: SitePath) -> String { page.relativeLink(to: path) }

    /// An author's Markdown, with its links led to the pages of this site.
    ///
    /// - Parameter first: where its first link leads, if that is known.
    func html(_ prose: Prose, from file: String, first: Directory.Destination? = nil) -> HTML {
        // Nothing is words too.
        if prose.isWords { return HTML(words: prose.plain) }
        return bytes(prose, from: file, first: first).map { HTML($0) } ?? .none
    }

    /// The same as bytes; nothing where there is nothing.
    func bytes(_ prose: Prose, from file: String, first: Directory.Destination? = nil) -> [UInt8]? {
        guard !prose.isEmpty else { return nil }
        guard !prose.links.isEmpty else { return prose.html }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(2 * prose.plain.utf8.count + 96 * prose.links.count)
        var known = first
        prose.write(into: &bytes) { link in
            let destination = known ?? edition.linked.directory.destination(of: link.destination, from: file)
            known = nil
            return address(of: destination).map { Array(Self.escaped($0).utf8) }
        }
        return bytes
    }

    /// Nothing for a link that leads nowhere, or must not lead where it says: the linker has said so.
    private func address(of destination: Directory.Destination) -> String? {
        switch destination {
        case .item(let target), .missingAnchor(let target, _): address(of: target)
        case .file(let path, let suffix): page.relativeLink(to: edition.map.path(ofFile: path)) + suffix
        case .outside(let address): OutsideAddress.encoded(address)
        case .unsafe, .missing: nil
        }
    }

    /// For an attribute between double quotes, or for text.
    static func escaped(_ text: String) -> String {
        // Most texts have nothing to escape.
        guard text.withBytes({ $0.contains { entity(for: $0) != nil } }) else { return text }
        var result: [UInt8] = []
        result.reserveCapacity(text.utf8.count + 16)
        for byte in text.utf8 {
            if let entity = entity(for: byte) { result += entity.utf8 } else { result.append(byte) }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func entity(for byte: UInt8) -> String? {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        default: nil
        }
    }
}

extension PageLinks {
    /// A link with the item's title.
    func link(to target: Target, note: String? = nil) -> LinkView {
        link(to: target, text: edition.title(of: target), note: note)
    }

    /// A link with other words.
    func link(to target: Target, text: String, note: String? = nil) -> LinkView {
        LinkView(text: text, address: address(of: target), note: note)
    }

    func link(to reference: Reference) -> LinkView? { reference.target.map { link(to: $0) } }

    /// Whose it is; nothing where that is who the page is about.
    func persona(_ target: Target?) -> LinkView? {
        guard let target, !isOwn(target) else { return nil }
        return link(to: target)
    }

    /// Whether the page that is being written is that of an item.
    private func isOwn(_ target: Target) -> Bool {
        mayBeOwn(target) && edition.map.path(of: target) == page
    }

    /// Most are of another folder, and not compared.
    private func mayBeOwn(_ target: Target) -> Bool {
        if case .folder(let kind) = origin, kind != target.kind.order { return false }
        return true
    }

    /// Those of the references that lead somewhere.
    func links(to references: [Reference]) -> [LinkView] { references.compactMap(link(to:)) }

    /// Of several references to one piece of evidence, all but the first show the passage alone; on its own page so does the
    /// first, and one to the whole of it says nothing.
    func evidence(_ references: [Reference]) -> [LinkView] {
        if references.isEmpty { return [] }
        var links: [LinkView] = []
        links.reserveCapacity(references.count)
        // A look at those before each takes longer only where there are many.
        var known: Set<Target>? = references.count > 16 ? [] : nil
        for index in references.indices {
            guard let target = references[index].target else { continue }
            let isOwn = isOwn(target)
            let isFirst =
                known?.insert(target.item).inserted ?? !references[..<index].contains { $0.leads(to: target) }
            let isKnown = isOwn || !isFirst
            if isKnown, let anchor = target.anchor {
                links.append(link(to: target, text: passage(anchor, of: target)))
            } else if !isOwn {
                links.append(link(to: target))
            }
        }
        return links
    }

    /// The first words of what stands at an anchor.
    private func passage(_ anchor: String, of target: Target) -> String {
        let anchors = target.kind == .evidence ? edition.portfolio.evidence[target.index].record.anchors : []
        guard let place = anchors.firstIndex(where: { $0.id == anchor }), !anchors[place].text.isEmpty
        else { return edition.title(of: target) }
        return edition.passages(of: target.index)[place]
    }

    func link(toJourney index: Int, anchor: String? = nil, note: String? = nil) -> LinkView {
        link(to: Target(kind: .journey, index: index, anchor: anchor), note: note)
    }
}

extension Reference {
    /// Whether it leads to an item, wherever on its page.
    fileprivate func leads(to item: Target) -> Bool { target?.kind == item.kind && target?.index == item.index }
}
