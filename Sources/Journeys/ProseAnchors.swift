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
        var unnamed: [(lane: Int, position: Int, finding: Finding)] = []
        for (lane, content) in moment.lanes.enumerated() {
            guard case .findings(let findings) = content.value else { continue }
            for (position, finding) in findings.enumerated() where finding.id.isEmpty {
                unnamed.append((lane, position, finding))
            }
        }
        if unnamed.isEmpty { return moment }
        var named: [Int: [(position: Int, finding: Finding)]] = [:]
        for (lane, position, finding) in unnamed.sorted(by: {
            $0.finding.range.lowerBound < $1.finding.range.lowerBound
        }) {
            let slug = HeadingAnchors.slug(of: finding.text.plain)
            let name = numbering.next(slug.isEmpty ? finding.kind.rawValue : slug)
            named[lane, default: []].append((position, finding.named(name)))
        }
        var lanes = moment.lanes
        for (lane, renamed) in named {
            guard case .findings(var findings) = lanes[lane].value else { continue }
            for (position, finding) in renamed { findings[position] = finding }
            lanes[lane] = lanes[lane].with(.findings(findings))
        }
        return moment.with(moment.quotes, lanes)
    }
}
