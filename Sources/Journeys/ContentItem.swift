import Diagnostics
import Markup

/// What every content file has, of whatever kind.
///
/// A class, as are the things of a portfolio that much is said of: they are handed about all the time and never change, and a value
/// would be copied whole, with a count for each text and list in it.
package final class Record: Sendable {
    package let id: String
    /// The file, relative to the content folder.
    package let path: String
    package let title: String
    package let tags: [String]
    /// Its audience: an index into the portfolio's audiences.
    package let visibility: Int
    package let owner: String?
    package let team: String?
    /// The Markdown below the front matter; for a journey its summary.
    package let body: Prose
    /// Everything in the file that can be linked to, in document order.
    package let anchors: [Anchor]
    /// Ids that stand in what could not be read, which has been told: that they are missed elsewhere need not be.
    let lostAnchors: Set<String>

    /// Stands among `lostAnchors` where any may be lost.
    static let all = "*"

    /// Words in braces at the ends of lines, which are ids where something names them.
    let bareNames: [AttributeList.Word]

    func mayHaveLost(_ anchor: String) -> Bool { lostAnchors.contains(anchor) || lostAnchors.contains(Self.all) }
    /// Where the id, or what stands for it, is written.
    package let idRange: TextRange
    /// The lines of the file: its text is not kept.
    package let lines: LineStarts

    init(
        id: String, path: String, title: String, tags: [String], visibility: Int, owner: String?, team: String?,
        body: Prose, anchors: [Anchor], lostAnchors: Set<String> = [],
        bareNames: [AttributeList.Word] = [], idRange: TextRange, lines: LineStarts
    ) {
        self.id = id
        self.path = path
        self.title = title
        self.tags = tags
        self.visibility = visibility
        self.owner = owner
        self.team = team
        self.body = body
        self.anchors = anchors
        self.lostAnchors = lostAnchors
        self.bareNames = bareNames
        self.idRange = idRange
        self.lines = lines
    }
}

extension Record {
    /// Whether its id has only what an id can have.
    package var hasLegalID: Bool { ItemID.illegalCharacter(in: id) == nil }
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
        /// A quote that has an id.
        case quote
        /// A list item that has an id.
        case passage
    }

    package let id: String
    /// What code hosts make of a heading as it is written: links to it work here too.
    package let hostID: String?
    private let place: Place
    private let kept: KeptRange
    /// The heading's words, or the passage's.
    package let text: String

    package init(id: String, hostID: String? = nil, role: Role, text: String, range: TextRange) {
        self.id = id
        self.hostID = hostID
        place = Place(role)
        self.text = text
        kept = KeptRange(range)
    }

    package var role: Role { place.role }
    package var range: TextRange { kept.range }

    /// A role in a third of its room: a journey has dozens of anchors.
    private struct Place: Hashable, Sendable {
        private enum Kind: Hashable, Sendable {
            case stage, step, finding, heading, quote, passage
        }

        private let kind: Kind
        private let stage: Int32
        /// Below 0 where there is none.
        private let step: Int32
        private let finding: Int32

        init(_ role: Role) {
            switch role {
            case .stage(let stage): self.init(kind: .stage, stage: stage)
            case .step(let stage, let step): self.init(kind: .step, stage: stage, step: step)
            case .finding(let stage, let step, let finding):
                self.init(kind: .finding, stage: stage, step: step, finding: finding)
            case .heading: self.init(kind: .heading)
            case .quote: self.init(kind: .quote)
            case .passage: self.init(kind: .passage)
            }
        }

        private init(kind: Kind, stage: Int = 0, step: Int? = nil, finding: Int = 0) {
            self.kind = kind
            self.stage = Int32(stage)
            self.step = Int32(step ?? -1)
            self.finding = Int32(finding)
        }

        var role: Role {
            switch kind {
            case .stage: .stage(Int(stage))
            case .step: .step(stage: Int(stage), step: Int(step))
            case .finding: .finding(stage: Int(stage), step: step < 0 ? nil : Int(step), finding: Int(finding))
            case .heading: .heading
            case .quote: .quote
            case .passage: .passage
            }
        }
    }
}

/// Anything that is read from a content file of its own.
package protocol ContentItem: Sendable {
    static var kind: ContentKind { get }
    var record: Record { get }
}

// As part of what asks: from another module they would find the record by way of the type, and count it, for each page and link.
extension ContentItem {
    @inlinable package var id: String { record.id }
    @inlinable package var title: String { record.title }
    @inlinable package var path: String { record.path }
}
