import Diagnostics
import Journeys

/// How pages link to the page of an item, worked out once: a page has hundreds of links, and nearly all of them are one of these.
struct ItemLinks: Sendable {
    /// Where the page stands that links.
    enum Origin: Sendable {
        /// At the top of the site.
        case top
        /// Right in a folder there; of a kind, where it is that of one, as the order of kinds counts them.
        case folder(kind: Int?)
        /// In a folder of a folder: its links are worked out one by one.
        case deeper

        init(_ page: SitePath) {
            guard let folder = page.folder else {
                self = .top
                return
            }
            self = folder.folder == nil ? .folder(kind: ContentKind(folder: folder.text)?.order) : .deeper
        }
    }

    fileprivate let fromTop: String
    /// From the folder that the page itself is in.
    fileprivate let fromBeside: String
    fileprivate let fromFolder: String

    /// Nothing for a page that is not right in the folder of its kind.
    init?(_ page: SitePath, kind: ContentKind) {
        guard page.isPlain, let folder = page.folder, folder.text == kind.folder else { return nil }
        fromTop = page.text
        fromBeside = String(page.name)
        fromFolder = "../" + page.text
    }
}

extension SiteMap {
    /// The link to an item's page, or to a place on it; nothing where it must be worked out.
    func link(to target: Target, from origin: ItemLinks.Origin) -> String? {
        let kind = target.kind.order
        switch origin {
        case .top: return links[kind][target.index].flatMap { Self.link($0.fromTop, to: target.anchor) }
        // A page's links to itself are its anchors alone.
        case .folder(kind): return target.anchor == nil ? links[kind][target.index]?.fromBeside : nil
        case .folder: return links[kind][target.index].flatMap { Self.link($0.fromFolder, to: target.anchor) }
        case .deeper: return nil
        }
    }

    private static func link(_ page: String, to anchor: String?) -> String? {
        guard let anchor else { return page }
        return SitePath.link(page, to: anchor)
    }
}
