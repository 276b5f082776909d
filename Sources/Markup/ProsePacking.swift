import Diagnostics

extension Prose: Packed {
    package func pack(into pack: inout PackWriter) {
        pack.flag(isWords)
        pack.text(plain)
        if isWords { return }
        pack.raw(html)
        pack.list(links)
    }

    package init(from pack: inout PackReader) {
        let isWords = pack.flag()
        let plain = pack.text()
        if isWords {
            self.init(words: plain)
            return
        }
        let html = pack.raw()
        let links: [Link] = pack.list()
        self.init(html: html, links: links, plain: plain)
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
