import Diagnostics

extension Prose: Packed {
    package func pack(into pack: inout PackWriter) {
        switch form {
        case .words, .paragraph:
            pack.number(isWords ? 0 : 1)
            pack.text(plain)
        case .link:
            pack.number(2)
            links[0].packWords(into: &pack)
        case .marked(let html):
            pack.number(3)
            pack.text(plain)
            pack.raw(html)
            pack.list(links)
        }
    }

    package init(from pack: inout PackReader) {
        switch pack.number() {
        case 0: self.init(words: pack.text())
        case 1: self.init(paragraph: true, words: pack.text())
        case 2: self.init(linkTo: pack.text(), label: pack.text(), range: pack.range())
        default:
            let plain = pack.text()
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
}

extension Prose.Link: Packed {
    package func pack(into pack: inout PackWriter) {
        pack.number(offset)
        packWords(into: &pack)
        pack.flag(isImage)
    }

    /// All but where in the HTML it belongs and whether it is an image, which a link that stands alone need not say.
    fileprivate func packWords(into pack: inout PackWriter) {
        pack.text(destination)
        pack.text(label)
        pack.range(range)
    }

    package init(from pack: inout PackReader) {
        self.init(
            offset: pack.number(), destination: pack.text(), label: pack.text(), range: pack.range(),
            isImage: pack.flag())
    }
}
