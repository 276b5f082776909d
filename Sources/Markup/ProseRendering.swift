import CMark
import Diagnostics

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

extension MarkdownDocument {
    /// Takes blocks out of the tree and renders them.
    package func prose(ofBlocks blocks: [MarkdownNode]) -> Prose {
        guard !blocks.isEmpty, let parent = cmark_node_new(CMARK_NODE_DOCUMENT) else { return .empty }
        defer { cmark_node_free(parent) }
        for block in blocks { cmark_node_append_child(parent, block.node) }
        return render(parent)
    }

    /// Takes inlines out of the tree and renders them without a paragraph around them.
    package func prose(ofInlines inlines: [MarkdownNode]) -> Prose {
        guard let first = inlines.first, let parent = cmark_node_new(CMARK_NODE_PARAGRAPH) else { return .empty }
        defer { cmark_node_free(parent) }
        if inlines.count == 1, first.kind == .text {
            let text = first.literal
            return text.isEmpty ? .empty : Prose(html: Self.escaped(text), links: [], plain: text)
        }
        for inline in inlines { cmark_node_append_child(parent, inline.node) }
        let prose = render(parent)
        let (opening, closing) = ("<p>".utf8.count, "</p>\n".utf8.count)
        guard prose.html.count >= opening + closing else { return .empty }
        return Prose(
            html: Array(prose.html[opening..<(prose.html.count - closing)]),
            links: prose.links.map {
                Prose.Link(
                    offset: $0.offset - opening, destination: $0.destination, label: $0.label, range: $0.range,
                    isImage: $0.isImage)
            },
            plain: prose.plain)
    }

    package static func escaped(_ text: String) -> [UInt8] {
        var html: [UInt8] = []
        html.reserveCapacity(text.utf8.count)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): html += "&amp;".utf8
            case UInt8(ascii: "<"): html += "&lt;".utf8
            case UInt8(ascii: ">"): html += "&gt;".utf8
            case UInt8(ascii: "\""): html += "&quot;".utf8
            default: html.append(byte)
            }
        }
        return html
    }

    private func render(_ parent: OpaquePointer) -> Prose {
        let plain = MarkdownNode(node: parent, document: self).plainText
        let links = openHoles(under: parent)
        guard let rendered = cmark_render_html(parent, CMARK_OPT_DEFAULT) else { return .empty }
        defer { free(rendered) }
        let html = UnsafeBufferPointer(start: rendered, count: strlen(rendered)).map { UInt8(bitPattern: $0) }
        return Self.cut(html, links: links, plain: plain)
    }

    private static let marker = Array("\"waymark.".utf8)

    /// Numbers the links and images, sets anchors, and shows raw HTML as text.
    private func openHoles(under parent: OpaquePointer) -> [Prose.Link] {
        var links: [OpaquePointer] = []
        var anchored: [(OpaquePointer, id: String)] = []
        var raw: [OpaquePointer] = []
        MarkdownNode(node: parent, document: self).forEachDescendant { node in
            switch cmark_node_get_type(node) {
            case CMARK_NODE_LINK, CMARK_NODE_IMAGE: links.append(node)
            case CMARK_NODE_HEADING:
                if let names = headings[node] { anchored.append((node, names.anchor)) }
            case CMARK_NODE_BLOCK_QUOTE, CMARK_NODE_ITEM:
                if let id = attributes[node]?.ids.first?.text { anchored.append((node, id)) }
            case CMARK_NODE_HTML_BLOCK, CMARK_NODE_HTML_INLINE: raw.append(node)
            default: break
            }
        }
        for (node, id) in anchored { setAnchor(id, on: node) }
        for node in raw { showAsText(node) }
        return links.enumerated().map { index, node in
            let link = MarkdownNode(node: node, document: self)
            let hole = Prose.Link(
                offset: 0, destination: link.destination, label: link.plainText, range: link.destinationRange,
                isImage: link.kind == .image)
            cmark_node_set_url(node, "waymark.\(index)")
            return hole
        }
    }

    private func setAnchor(_ id: String, on node: OpaquePointer) {
        guard let anchor = cmark_node_new(CMARK_NODE_CUSTOM_INLINE) else { return }
        cmark_node_set_on_enter(anchor, "<span id=\"\(String(decoding: Self.escaped(id), as: UTF8.self))\"></span>")
        var holder: OpaquePointer? = node
        if cmark_node_get_type(node) != CMARK_NODE_HEADING { holder = cmark_node_first_child(node) }
        if holder == nil || cmark_node_prepend_child(holder, anchor) == 0 { cmark_node_free(anchor) }
    }

    /// Safe mode leaves raw HTML out. Comments may go; the rest is the author's and is shown as it was typed.
    private func showAsText(_ node: OpaquePointer) {
        let literal = cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
        let isInline = cmark_node_get_type(node) == CMARK_NODE_HTML_INLINE
        if literal.hasPrefix("<!--") { return remove(node) }
        let type: cmark_node_type
        switch literal.lowercased().filter({ $0 != " " && $0 != "/" }) {
        case "<br>" where isInline: type = CMARK_NODE_LINEBREAK
        default: type = isInline ? CMARK_NODE_TEXT : CMARK_NODE_CODE_BLOCK
        }
        guard let text = cmark_node_new(type) else { return }
        if type != CMARK_NODE_LINEBREAK { cmark_node_set_literal(text, literal) }
        cmark_node_replace(node, text)
        cmark_node_free(node)
    }

    private func remove(_ node: OpaquePointer) {
        cmark_node_unlink(node)
        cmark_node_free(node)
    }

    /// Cuts the numbered destinations out of rendered HTML. Text can't look like one: its quotes are escaped.
    private static func cut(_ html: [UInt8], links: [Prose.Link], plain: String) -> Prose {
        guard !links.isEmpty else { return Prose(html: html, links: [], plain: plain) }
        var output: [UInt8] = []
        output.reserveCapacity(html.count)
        var holes: [Prose.Link] = []
        var index = 0
        while index < html.count {
            guard html[index] == UInt8(ascii: "\""), html[index...].starts(with: marker),
                html.prefix(index).suffix(1).first == UInt8(ascii: "=")
            else {
                output.append(html[index])
                index += 1
                continue
            }
            output.append(html[index])
            index += marker.count
            var number = 0
            while index < html.count, (0x30...0x39).contains(html[index]) {
                number = number * 10 + Int(html[index] - 0x30)
                index += 1
            }
            guard links.indices.contains(number) else { continue }
            let link = links[number]
            holes.append(
                Prose.Link(
                    offset: output.count, destination: link.destination, label: link.label, range: link.range,
                    isImage: link.isImage))
        }
        return Prose(html: output, links: holes, plain: plain)
    }
}
