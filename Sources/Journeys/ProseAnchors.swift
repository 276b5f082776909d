import Diagnostics
import Markup

/// The places to link to in blocks that are shown as they were written: headings, and quotes and items with an id.
struct ProseAnchors {
    private(set) var anchors: [Anchor] = []
    private(set) var diagnostics: [Diagnostic] = []
    private let source: SourceText

    init(in blocks: [MarkdownNode], of source: SourceText) {
        self.source = source
        if blocks.isEmpty { return }
        for node in blocks.flatMap(\.anchoredDescendants) {
            if node.kind == .heading, let names = node.anchorNames {
                anchors.append(
                    Anchor(
                        id: names.anchor, hostID: names.onCodeHosts, role: .heading, text: node.shownText,
                        range: node.textRange))
            }
            let isQuote = node.kind == .quote
            read(
                node, as: isQuote ? .quote : .passage, on: "text like this",
                taking: isQuote ? ["evidence", "persona"] : [])
        }
    }

    /// Of blocks within an entry or a quote: attributes that do not stand at the end of that mean nothing but an id.
    ///
    /// - Parameter isToldElsewhere: of an item, whose attributes are passed over.
    init(
        within blocks: [MarkdownNode], of what: String, in source: SourceText,
        besides isToldElsewhere: (MarkdownNode) -> Bool
    ) {
        self.source = source
        var open = Array(blocks.reversed())
        while let node = open.popLast() {
            if node.kind == .item, isToldElsewhere(node) { continue }
            if ![.paragraph, .heading].contains(node.kind) { open += node.children.reversed() }
            read(node, as: .passage, on: "a list or a quote within \(what)")
        }
    }

    private mutating func read(
        _ node: MarkdownNode, as role: Anchor.Role, on what: String, taking keys: [String] = []
    ) {
        guard let list = node.attributes else { return }
        var attributes = AttributeReader(list, in: source)
        if let id = attributes.id(), node.kind != .heading {
            anchors.append(Anchor(id: id.text, role: role, text: node.shownText, range: id.range))
        }
        _ = attributes.hasClass(nil)
        for key in keys { _ = attributes.references(key) }
        attributes.finish(on: what)
        diagnostics += attributes.diagnostics
    }
}

/// Gives every finding of a journey an id: its own, or one made from its words, once all headings have theirs.
struct FindingNaming {
    private var numbering: HeadingAnchors.Numbering

    init(taken: Set<String>) {
        numbering = HeadingAnchors.Numbering(taken: taken)
    }

    /// The finding under a name that no other has.
    mutating func named(_ finding: Finding) -> Finding {
        let slug = HeadingAnchors.slug(of: finding.text.plain)
        return finding.named(numbering.next(slug.isEmpty ? finding.kind.rawValue : slug))
    }

    /// What can be linked to in a moment, whose findings have their names.
    static func anchors(in moment: Moment, stage: Int, step: Int?) -> [Anchor] {
        var anchors: [Anchor] = []
        for quote in moment.quotes {
            guard let id = quote.id else { continue }
            anchors.append(Anchor(id: id, role: .quote, text: quote.text.plain, range: quote.range))
        }
        for (count, finding) in moment.findings.enumerated() {
            anchors.append(
                Anchor(
                    id: finding.id, role: .finding(stage: stage, step: step, finding: count), text: finding.text.plain,
                    range: finding.range))
        }
        return anchors
    }
}
