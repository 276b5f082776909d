import Diagnostics
import Markup

/// Finds items by id and by path.
package struct Directory: Sendable {
    /// Where a Markdown link leads.
    package enum Destination: Hashable, Sendable {
        case item(Target)
        /// A file of the content folder, relative to it, and what follows `#` or `?`.
        case file(String, suffix: String)
        /// An address outside, of a scheme that is safe to publish.
        case outside(String)
        /// A scheme that must not come through.
        case unsafe(scheme: String)
        /// No such file; the path that was meant, relative to the content folder.
        case missing(String)
        /// The file is there, but it has no such anchor.
        case missingAnchor(Target, String)
    }

    private let byPath: [String: Target]
    private let byID: [ContentKind: [String: Target]]
    private let files: Set<String>

    package func item(_ kind: ContentKind, id: String) -> Target? { byID[kind]?[id] }
    package func item(atPath path: String) -> Target? { byPath[path] }
}

extension Directory {
    /// Where a Markdown link in the file at `path` leads.
    package func destination(of written: String, from path: String) -> Destination {
        .missing(written)
    }
}
