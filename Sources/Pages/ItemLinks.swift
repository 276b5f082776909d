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
            self = page.text.withBytes { bytes in
                var (depth, end) = (0, 0)
                for index in bytes.indices where bytes[index] == UInt8(ascii: "/") {
                    depth += 1
                    end = index
                }
                guard depth == 1 else { return depth == 0 ? .top : .deeper }
                let folder = UnsafeBufferPointer(rebasing: bytes[..<end])
                return .folder(
                    kind: ContentKind.allCases.first { $0.folder.withBytes { $0.isSame(as: folder) } }?.order)
            }
        }
    }

    fileprivate let fromTop: String
    /// From the folder that the page itself is in.
    fileprivate let fromBeside: String
    fileprivate let fromFolder: String

    /// Empty for a page that is not right in the folder of its kind, and for none.
    init(_ page: SitePath?, kind: ContentKind) {
        guard let page, page.isPlain, let folder = page.folder, folder.text == kind.folder else {
            (fromTop, fromBeside, fromFolder) = ("", "", "")
            return
        }
        fromTop = page.text
        fromBeside = String(page.name)
        fromFolder = "../" + page.text
    }
}

extension SiteMap {
    /// The link to an item's page, whatever the place on it; nothing where it must be worked out.
    func pageLink(to target: Target, from origin: ItemLinks.Origin) -> String? {
        let kind = target.kind.order
        let link: String
        switch origin {
        case .top: link = links[kind][target.index].fromTop
        case .folder(kind):
            // A page's links to itself are its anchors alone.
            if target.anchor != nil { return nil }
            link = links[kind][target.index].fromBeside
        case .folder: link = links[kind][target.index].fromFolder
        case .deeper: return nil
        }
        return link.isEmpty ? nil : link
    }
}
