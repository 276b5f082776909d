import Diagnostics

/// What a reference leads to: a content file, or an anchor in it.
package struct Target: Hashable, Sendable {
    // The widest first: what stands behind a target in another value then begins where it ends.
    package let anchor: String?
    private let place: UInt32
    package let kind: ContentKind

    package init(kind: ContentKind, index: Int, anchor: String? = nil) {
        self.kind = kind
        place = UInt32(index)
        self.anchor = anchor
    }

    /// The place of the item in the portfolio's list of its kind.
    package var index: Int { Int(place) }

    /// The item itself, whatever the anchor.
    package var item: Target { anchor == nil ? self : Target(kind: kind, index: index) }
}

/// One file pointing at another: an id in front matter, or a Markdown link in a body.
package struct Reference: Hashable, Sendable {
    package enum Form: CaseIterable, Hashable, Sendable {
        /// `move-home#tell-us`
        case id
        /// `../personas/renter.md#needs`, or `#tell-us` in the same file
        case link
        /// `tell-us` where a link should be: an error, which shows the link to write
        case bare
        /// Words beside the links of a lane: they may be an id that should have been a link too.
        case words
    }

    /// The id or the link's destination, as it was written.
    package let written: String
    /// The link's words; empty for an id.
    package let label: String
    private let kept: KeptRange
    /// What it leads to: known once the portfolio has been linked, nothing where it leads nowhere.
    package var target: Target?
    package let form: Form

    package init(form: Form, written: String, label: String = "", range: TextRange) {
        self.form = form
        self.written = written
        self.label = label
        kept = KeptRange(range)
    }

    /// Where `written` stands in its file.
    package var range: TextRange { kept.range }
}

/// A reference that few have: without one it takes no more room than an empty list.
struct RareReference: Sendable {
    private let list: [Reference]

    init(_ reference: Reference?) {
        list = reference.map { [$0] } ?? []
    }

    var reference: Reference? { list.first }
    var target: Target? { list.isEmpty ? nil : list[0].target }
}

/// What is called by its id, or by an id and an anchor, as authors write them: `move-home#tell-us`, cut at the first `#`.
package struct WrittenName {
    package let id: String
    package let anchor: String?

    package init(_ written: String) {
        guard let hash = written.withBytes({ $0.firstIndex(of: UInt8(ascii: "#")) }) else {
            (id, anchor) = (written, nil)
            return
        }
        let place = written.utf8.index(written.startIndex, offsetBy: hash)
        id = String(written[..<place])
        anchor = String(written[written.utf8.index(after: place)...])
    }
}
