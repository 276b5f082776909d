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
        guard !blocks.isEmpty, let parent = NodeMemory.node(CMARK_NODE_DOCUMENT) else { return .empty }
        return render(blocks, under: parent)
    }

    /// Takes the inlines of a paragraph out of the tree and renders them without a paragraph around them.
    package func prose(ofInlinesOf paragraph: MarkdownNode) -> Prose {
        guard paragraph.firstChild != nil else { return .empty }
        if let plain = plainProse(of: paragraph) { return plain }
        guard let parent = NodeMemory.node(CMARK_NODE_PARAGRAPH) else { return .empty }
        let prose = render(paragraph.children, under: parent)
        let (opening, closing) = ("<p>".utf8.count, "</p>\n".utf8.count)
        guard prose.html.count >= opening + closing else { return .empty }
        return Prose(
            html: Array(prose.html[opening..<(prose.html.count - closing)]),
            links: prose.links.map { $0.moved(by: -opening) }, plain: prose.plain)
    }

    /// Words and links of mere words, as most entries are, without a renderer; nothing for all else.
    private func plainProse(of paragraph: MarkdownNode) -> Prose? {
        if let text = paragraph.onlyChild, text.kind == .text {
            return text.withLiteral { words in
                let plain = String(decoding: words, as: UTF8.self)
                return words.contains(where: Self.isSpecial)
                    ? Prose(html: Self.escaped(words), links: [], plain: plain) : Prose(words: plain)
            }
        }
        var html: [UInt8] = []
        var plain = ""
        var links: [Prose.Link] = []
        var next = paragraph.firstChild
        while let inline = next {
            next = inline.next
            if inline.kind == .text {
                inline.withLiteral { Self.escape($0, into: &html) }
                plain += inline.literal
                continue
            }
            guard inline.kind == .link, let text = inline.onlyChild, text.kind == .text, inline.hasNoTitle else {
                return nil
            }
            html.append(contentsOf: "<a href=\"".utf8)
            let label = text.literal
            links.append(
                Prose.Link(
                    offset: html.count, destination: inline.destination, label: label, range: inline.destinationRange,
                    isImage: false))
            html.append(contentsOf: "\">".utf8)
            text.withLiteral { Self.escape($0, into: &html) }
            html.append(contentsOf: "</a>".utf8)
            plain += label
        }
        return Prose(html: html, links: links, plain: plain)
    }

    package static func escaped(_ text: String) -> [UInt8] { text.withBytes(escaped) }

    private static func escaped(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        if !text.contains(where: isSpecial) { return Array(text) }
        var html: [UInt8] = []
        html.reserveCapacity(text.count + 16)
        escape(text, into: &html)
        return html
    }

    private static func isSpecial(_ byte: UInt8) -> Bool {
        // All of them are below the letters, and a space is none.
        byte <= UInt8(ascii: ">") && byte != 0x20
            && (byte == UInt8(ascii: "&") || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">")
                || byte == UInt8(ascii: "\""))
    }

    private static func escape(_ text: UnsafeBufferPointer<UInt8>, into html: inout [UInt8]) {
        // Most texts have nothing to escape.
        guard text.contains(where: isSpecial) else { return html.append(contentsOf: text) }
        for byte in text {
            switch byte {
            case UInt8(ascii: "&"): html.append(contentsOf: "&amp;".utf8)
            case UInt8(ascii: "<"): html.append(contentsOf: "&lt;".utf8)
            case UInt8(ascii: ">"): html.append(contentsOf: "&gt;".utf8)
            case UInt8(ascii: "\""): html.append(contentsOf: "&quot;".utf8)
            default: html.append(byte)
            }
        }
    }

    private func render(_ nodes: [MarkdownNode], under parent: OpaquePointer) -> Prose {
        // Places are known as long as the nodes are where they stood.
        let written = nodes.flatMap(links(in:))
        for node in nodes { cmark_node_append_child(parent, node.node) }
        let links = written.compactMap { node, link -> (node: OpaquePointer, link: Prose.Link)? in
            guard RemoteImages.isRemote(link) else { return (node, link) }
            return RemoteImages.showAsLink(node, to: link.destination).map { ($0, link.asLink) }
        }
        for (index, link) in links.enumerated() { cmark_node_set_url(link.node, "\(Self.hole)\(index)") }
        setAnchors(under: parent)
        let plain = MarkdownNode(node: parent, document: self).plainText
        guard let rendered = cmark_render_html(parent, CMARK_OPT_DEFAULT) else { return .empty }
        let html = Array(UnsafeRawBufferPointer(start: rendered, count: strlen(rendered)))
        return Self.cut(html, links: links.map(\.link), plain: plain)
    }

    private func noteHTML(_ node: OpaquePointer) {
        if shownHTML.count < UnreadMarks.most, let html = ShownHTML(node, in: self) { shownHTML.append(html) }
    }

    /// The links and images that have a destination in HTML: not those among the words of an image.
    private func links(in node: MarkdownNode) -> [(node: OpaquePointer, link: Prose.Link)] {
        var found: [(node: OpaquePointer, link: Prose.Link)] = []
        guard let iterator = cmark_iter_new(node.node) else { return [] }
        defer { cmark_iter_free(iterator) }
        var image: OpaquePointer?
        while true {
            let event = cmark_iter_next(iterator)
            guard event != CMARK_EVENT_DONE, let current = cmark_iter_get_node(iterator) else { return found }
            if event == CMARK_EVENT_EXIT {
                if current == image { image = nil }
                continue
            }
            let type = cmark_node_get_type(current)
            if type == CMARK_NODE_HTML_INLINE || type == CMARK_NODE_HTML_BLOCK { noteHTML(current) }
            let isImage = type == CMARK_NODE_IMAGE
            guard image == nil, isImage || type == CMARK_NODE_LINK else { continue }
            if isImage { image = current }
            let link = MarkdownNode(node: current, document: self)
            found.append(
                (
                    current,
                    Prose.Link(
                        offset: 0, destination: link.destination, label: link.plainText, range: link.destinationRange,
                        isImage: isImage)
                ))
        }
    }

    /// Sets the anchors of headings, quotes and items, and shows raw HTML as text.
    private func setAnchors(under parent: OpaquePointer) {
        var anchored: [(OpaquePointer, id: String)] = []
        var raw: [OpaquePointer] = []
        MarkdownNode(node: parent, document: self).forEachDescendant { node in
            switch cmark_node_get_type(node) {
            case CMARK_NODE_HEADING:
                if let names = names(of: node) { anchored.append((node, names.anchor)) }
            case CMARK_NODE_BLOCK_QUOTE, CMARK_NODE_ITEM:
                if let id = attributes(of: node)?.ids.first?.text { anchored.append((node, id)) }
            case CMARK_NODE_HTML_BLOCK, CMARK_NODE_HTML_INLINE: raw.append(node)
            default: break
            }
        }
        for (node, id) in anchored { setAnchor(id, on: node) }
        for node in raw { RawHTML.showAsText(node) }
    }

    private func setAnchor(_ id: String, on node: OpaquePointer) {
        let html = "<span id=\"\(String(decoding: Self.escaped(id), as: UTF8.self))\"></span>"
        let holder = cmark_node_get_type(node) == CMARK_NODE_HEADING ? node : cmark_node_first_child(node)
        // A quote may start with a list: then the anchor stands before it.
        for (type, parent) in [(CMARK_NODE_CUSTOM_INLINE, holder), (CMARK_NODE_CUSTOM_BLOCK, node)] {
            guard let anchor = NodeMemory.node(type) else { return }
            cmark_node_set_on_enter(anchor, html)
            if cmark_node_prepend_child(parent, anchor) == 1 { return }
            cmark_node_free(anchor)
        }
    }

    /// What stands for a link's destination while cmark renders.
    private static let hole = "waymark."
    private static let openings = ["href=\"" + hole, "src=\"" + hole].map { Array($0.utf8) }

    /// Cuts the numbered destinations out of rendered HTML. Nothing else can look like one: quotes are escaped in text and
    /// in titles, and ids are behind `id=`.
    private static func cut(_ html: [UInt8], links: [Prose.Link], plain: String) -> Prose {
        guard !links.isEmpty else { return Prose(html: html, links: [], plain: plain) }
        var output: [UInt8] = []
        output.reserveCapacity(html.count)
        var holes: [Prose.Link] = []
        var index = 0
        while index < html.count {
            guard html[index] == UInt8(ascii: "h") || html[index] == UInt8(ascii: "s"), index > 0,
                html[index - 1] == 0x20,
                let opening = openings.first(where: { html[index...].starts(with: $0) })
            else {
                output.append(html[index])
                index += 1
                continue
            }
            output += opening.dropLast(hole.utf8.count)
            index += opening.count
            var number = 0
            while index < html.count, (0x30...0x39).contains(html[index]), number < links.count {
                number = number * 10 + Int(html[index] - 0x30)
                index += 1
            }
            guard links.indices.contains(number) else { continue }
            holes.append(links[number].moved(by: output.count))
        }
        return Prose(html: output, links: holes, plain: plain)
    }
}

extension Prose.Link {
    fileprivate func moved(by distance: Int) -> Prose.Link {
        Prose.Link(
            offset: offset + distance, destination: destination, label: label, range: range, isImage: isImage)
    }

    fileprivate var asLink: Prose.Link {
        Prose.Link(offset: offset, destination: destination, label: label, range: range, isImage: false)
    }
}
