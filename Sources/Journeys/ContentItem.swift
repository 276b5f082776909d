import Diagnostics
import Markup

/// What every content file has, of whatever kind.
package struct Record: Sendable {
    package var id: String
    /// The file, relative to the content folder.
    package let path: String
    package var title: String
    package var tags: [String]
    /// Its audience: an index into the portfolio's audiences.
    package var visibility: Int
    package var owner: String?
    package var team: String?
    /// The Markdown below the front matter; for a journey its summary.
    package var body: Prose
    /// Everything in the file that can be linked to, in document order.
    package var anchors: [Anchor]
    /// Where the id, or what stands for it, is written.
    package var idRange: TextRange
    /// The lines of the file: its text is not kept.
    package let lines: LineStarts
}

/// A place inside a file that a link can lead to.
package struct Anchor: Hashable, Sendable {
    package enum Role: Hashable, Sendable {
        /// Indices into the journey's stages, their steps, and the findings of the moment.
        case stage(Int)
        case step(stage: Int, step: Int)
        case finding(stage: Int, step: Int?, finding: Int)
        /// A heading in prose.
        case heading
        /// A quote or a list item that has an id.
        case passage
    }

    package let id: String
    /// What code hosts make of a heading as it is written: links to it work here too.
    package let hostID: String?
    package let role: Role
    /// The heading's words, or the passage's.
    package let text: String
    package let range: TextRange

    package init(id: String, hostID: String? = nil, role: Role, text: String, range: TextRange) {
        self.id = id
        self.hostID = hostID
        self.role = role
        self.text = text
        self.range = range
    }
}

/// Anything that is read from a content file of its own.
package protocol ContentItem: Sendable {
    static var kind: ContentKind { get }
    var record: Record { get set }
}

extension ContentItem {
    package var id: String { record.id }
    package var title: String { record.title }
    package var path: String { record.path }
}
