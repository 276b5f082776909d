extension Prose {
    /// The HTML of prose, of which only what its words and links don't say is kept.
    ///
    /// A text has the first of these forms that says all of it, so that the same texts have the same form.
    enum Form: Hashable, Sendable {
        /// The words alone, without a mark, and with nothing in them to escape: as most entries are.
        case words
        /// The same as a paragraph, as most notes are.
        case paragraph
        /// A link with such words, and nothing else, as most references are.
        case link
        case marked([UInt8])

        init(_ html: [UInt8], links: [Link], plain: String) {
            let form = html.withUnsafeBufferPointer { html in
                plain.withBytes { Self.form(of: html, links: links, words: $0) }
            }
            self = form ?? .marked(html)
        }

        private static func form(
            of html: UnsafeBufferPointer<UInt8>, links: [Link], words: UnsafeBufferPointer<UInt8>
        ) -> Form? {
            if html.isEmpty { return .words }
            switch links.count {
            case 0:
                if html.isSame(as: words) { return .words }
                return frame(html, words, by: paragraph.frame) ? .paragraph : nil
            case 1:
                let link = links[0]
                let isLink =
                    !link.isImage && link.offset == linkOffset && link.label.withBytes(words.isSame)
                    && frame(html, words, by: Form.link.frame)
                return isLink ? .link : nil
            default: return nil
            }
        }

        /// Whether HTML is words between two marks.
        private static func frame(
            _ html: UnsafeBufferPointer<UInt8>, _ words: UnsafeBufferPointer<UInt8>,
            by frame: (opening: [UInt8], closing: [UInt8])
        ) -> Bool {
            let (opening, closing) = frame
            guard html.count == opening.count + words.count + closing.count else { return false }
            let end = opening.count + words.count
            return html[..<opening.count].elementsEqual(opening) && html[end...].elementsEqual(closing)
                && UnsafeBufferPointer(rebasing: html[opening.count..<end]).isSame(as: words)
        }

        /// What stands around the words.
        var frame: (opening: [UInt8], closing: [UInt8]) {
            switch self {
            case .paragraph: Self.paragraphFrame
            case .link: Self.linkFrame
            case .words, .marked: ([], [])
            }
        }

        private static let paragraphFrame = (opening: Array("<p>".utf8), closing: Array("</p>\n".utf8))
        private static let linkFrame = (opening: Array("<a href=\"\">".utf8), closing: Array("</a>".utf8))

        /// Where the destination of a link that stands alone belongs.
        static let linkOffset = "<a href=\"".utf8.count
    }
}
