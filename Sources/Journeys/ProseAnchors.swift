import Diagnostics
import Markup

/// The places to link to in blocks that are shown as they were written: headings, and quotes and items with an id.
struct ProseAnchors {
    private(set) var anchors: [Anchor] = []
    private(set) var diagnostics: [Diagnostic] = []

    init(in blocks: [MarkdownNode], of source: SourceText) {
        for node in blocks.flatMap(\.anchoredDescendants) {
            if node.kind == .heading, let names = node.anchorNames {
                anchors.append(
                    Anchor(
                        id: names.anchor, hostID: names.onCodeHosts, role: .heading, text: node.plainText,
                        range: node.textRange))
            }
            guard let list = node.attributes else { continue }
            var attributes = AttributeReader(list, in: source)
            if let id = attributes.id(), node.kind != .heading {
                anchors.append(Anchor(id: id.text, role: .passage, text: node.plainText, range: id.range))
            }
            _ = attributes.hasClass(nil)
            if node.kind == .quote {
                _ = attributes.references("evidence")
                _ = attributes.references("persona")
            }
            attributes.finish(on: "text like this")
            diagnostics += attributes.diagnostics
        }
    }
}

/// Gives every finding of a journey an id: its own, or one made from its words, once all headings have theirs.
struct FindingNaming {
    private var numbering: HeadingAnchors.Numbering

    init(taken: Set<String>) {
        numbering = HeadingAnchors.Numbering(taken: taken)
    }

    /// Names the findings of a moment; returns what can be linked to in it.
    mutating func name(_ moment: inout Moment, stage: Int, step: Int?) -> [Anchor] {
        var anchors: [Anchor] = []
        for quote in moment.quotes {
            guard let id = quote.id else { continue }
            anchors.append(Anchor(id: id, role: .passage, text: quote.text.plain, range: quote.range))
        }
        var count = 0
        for index in moment.lanes.indices {
            guard case .findings(var findings) = moment.lanes[index].value else { continue }
            for position in findings.indices {
                if findings[position].id.isEmpty {
                    let slug = HeadingAnchors.slug(of: findings[position].text.plain)
                    findings[position].id = numbering.next(slug.isEmpty ? findings[position].kind.rawValue : slug)
                }
                anchors.append(
                    Anchor(
                        id: findings[position].id, role: .finding(stage: stage, step: step, finding: count),
                        text: findings[position].text.plain, range: findings[position].range))
                count += 1
            }
            moment.lanes[index].value = .findings(findings)
        }
        return anchors
    }
}
