import Diagnostics
import Journeys

/// How pages link to the page of an item, worked out once: a page has hundreds of links, and nearly all of them are one of these.
///
/// A class, as it is asked for each link: a value would be copied with all of its lists.
final class ItemLinks: Sendable {
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

    /// Where the items of each kind begin in the lists.
    private let starts: [Int]
    // A list for each origin: where all of an item's links stood together, reading one would count the others as used too, and
    // each of them lies elsewhere.
    private let fromTop: [String]
    /// From the folder that the page itself is in.
    private let fromBeside: [String]
    private let fromFolder: [String]

    /// - Parameter pages: by the order of kinds.
    init(_ pages: [[SitePath?]]) {
        var starts: [Int] = []
        var (top, beside, folder): ([String], [String], [String]) = ([], [], [])
        for kind in ContentKind.allCases {
            starts.append(top.count)
            for page in pages[kind.order] {
                // Empty for a page that is not right in the folder of its kind, and for none.
                let path = page.flatMap { $0.isPlain && $0.folder?.text == kind.folder ? $0 : nil }
                top.append(path?.text ?? "")
                beside.append(path.map { String($0.name) } ?? "")
                folder.append(path.map { "../" + $0.text } ?? "")
            }
        }
        self.starts = starts
        (fromTop, fromBeside, fromFolder) = (top, beside, folder)
    }

    /// The link to an item's page, whatever the place on it; nothing where it must be worked out.
    func pageLink(to target: Target, from origin: Origin) -> String? {
        let kind = target.kind.order
        let place = starts[kind] + target.index
        let link: String
        switch origin {
        case .top: link = fromTop[place]
        case .folder(kind): link = fromBeside[place]
        case .folder: link = fromFolder[place]
        case .deeper: return nil
        }
        return link.isEmpty ? nil : link
    }
}
