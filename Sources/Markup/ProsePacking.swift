import Diagnostics

extension Prose: Packed {
    package func pack(into pack: inout PackWriter) {
        pack.raw(html)
        pack.list(links)
        // Most entries are words without any mark, in which both are the same.
        let isPlain = plain.utf8.elementsEqual(html)
        pack.flag(isPlain)
        if !isPlain { pack.text(plain) }
    }

    package init(from pack: inout PackReader) {
        let html = pack.raw()
        let links: [Link] = pack.list()
        self.init(html: html, links: links, plain: pack.flag() ? String(decoding: html, as: UTF8.self) : pack.text())
        // They are where the HTML is cut: it must have them, in order.
        var last = 0
        for link in links {
            if link.offset < last || link.offset > html.count { pack.fail() }
            last = link.offset
        }
    }
}

extension Prose.Link: Packed {
    package func pack(into pack: inout PackWriter) {
        pack.number(offset)
        pack.text(destination)
        pack.text(label)
        pack.range(range)
        pack.flag(isImage)
    }

    package init(from pack: inout PackReader) {
        self.init(
            offset: pack.number(), destination: pack.text(), label: pack.text(), range: pack.range(),
            isImage: pack.flag())
    }
}
