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
                let role: Anchor.Role = node.kind == .quote ? .quote : .passage
                anchors.append(Anchor(id: id.text, role: role, text: node.plainText, range: id.range))
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

    /// Names the findings of a moment; returns also what can be linked to in it.
    mutating func name(_ read: Moment, stage: Int, step: Int?) -> (Moment, [Anchor]) {
        var anchors: [Anchor] = []
        for quote in read.quotes {
            guard let id = quote.id else { continue }
            anchors.append(Anchor(id: id, role: .quote, text: quote.text.plain, range: quote.range))
        }
        let moment = named(read)
        for (count, finding) in moment.findings.enumerated() {
            anchors.append(
                Anchor(
                    id: finding.id, role: .finding(stage: stage, step: step, finding: count), text: finding.text.plain,
                    range: finding.range))
        }
        return (moment, anchors)
    }

    /// In the order of the file, whatever the order of the lanes.
    private mutating func named(_ moment: Moment) -> Moment {
        var places: [(lane: Int, position: Int, start: Int)] = []
        for lane in moment.lanes.indices {
            guard case .findings(let findings) = moment.lanes[lane].value else { continue }
            for position in findings.indices where findings[position].id.isEmpty {
                places.append((lane, position, findings[position].range.lowerBound))
            }
        }
        if places.isEmpty { return moment }
        var lanes = moment.lanes
        for place in places.sorted(by: { $0.start < $1.start }) {
            guard case .findings(var findings) = lanes[place.lane].value else { continue }
            let slug = HeadingAnchors.slug(of: findings[place.position].text.plain)
            let name = slug.isEmpty ? findings[place.position].kind.rawValue : slug
            findings[place.position] = findings[place.position].named(numbering.next(name))
            lanes[place.lane] = lanes[place.lane].with(.findings(findings))
        }
        return moment.with(moment.quotes, lanes)
    }
}
