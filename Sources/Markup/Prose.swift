import Diagnostics

/// A piece of an author's Markdown, rendered to safe HTML, with its links left open.
///
/// Where a link leads depends on the page that the prose is printed on, so the HTML has a hole for every destination;
/// `write(into:destination:)` fills them.
package struct Prose: Sendable, Hashable {
    /// A link or an image, as it was written.
    package struct Link: Sendable, Hashable {
        package let destination: String
        /// The words of the link, plain.
        package let label: String
        private let kept: KeptRange
        private let place: UInt32
        package let isImage: Bool

        package init(offset: Int, destination: String, label: String, range: TextRange, isImage: Bool) {
            place = UInt32(clamping: offset)
            self.destination = destination
            self.label = label
            kept = KeptRange(range)
            self.isImage = isImage
        }

        /// Where in `html` the destination belongs.
        package var offset: Int { Int(place) }
        /// Where the destination stands in the file.
        package var range: TextRange { kept.range }
    }

    let form: Form
    package let links: [Link]
    /// The words alone.
    package let plain: String

    /// - Parameter plain: nothing where there is no HTML.
    package init(html: [UInt8], links: [Link], plain: String) {
        form = Form(html, links: links, plain: plain)
        self.links = html.isEmpty ? [] : links
        self.plain = html.isEmpty ? "" : plain
    }

    /// Words that are their own HTML: without a mark, and with nothing in them to escape.
    package init(words: String) {
        self.init(paragraph: false, words: words)
    }

    /// Such words, as a paragraph or alone.
    init(paragraph isParagraph: Bool, words: String) {
        (form, links, plain) = (isParagraph ? .paragraph : .words, [], words)
    }

    /// A link and nothing else, of which `isLink` is true.
    package init(linkTo destination: String, label: String, range: TextRange) {
        let link = Link(
            offset: Form.linkOffset, destination: destination, label: label, range: range, isImage: false)
        (form, links, plain) = (.link, [link], label)
    }

    package static let empty = Prose(words: "")

    package var isEmpty: Bool { isWords && plain.isEmpty }

    /// Whether the HTML is the words alone.
    package var isWords: Bool { if case .words = form { true } else { false } }

    /// Whether it is a link and nothing else, with words in which nothing is to be escaped.
    package var isLink: Bool { if case .link = form { true } else { false } }

    package var html: [UInt8] {
        if case .marked(let html) = form { return html }
        let (opening, closing) = form.frame
        var html: [UInt8] = []
        html.reserveCapacity(opening.count + plain.utf8.count + closing.count)
        html += opening
        html += plain.utf8
        html += closing
        return html
    }

    /// Words are the same by their bytes, as HTML is.
    package static func == (left: Prose, right: Prose) -> Bool {
        left.form == right.form && left.links == right.links && left.plain.isSameInBytes(right.plain)
    }

    /// Appends the HTML with every destination filled in.
    ///
    /// - Parameter destination: the bytes to print into the attribute for a link; they are printed as they are, so they must
    ///   have been escaped. Nothing for a link that leads nowhere: its words stay, and are no link.
    package func write(into output: inout [UInt8], destination: (Link) -> [UInt8]?) {
        if links.isEmpty { return writeWithoutLinks(into: &output) }
        let html = html
        var written = 0
        for link in links {
            let address = destination(link)
            output.append(contentsOf: html[written..<link.offset])
            written = link.offset
            if let address {
                output.append(contentsOf: address)
            } else if !link.isImage, output.suffix(Self.opening.count).elementsEqual(Self.opening) {
                // An empty address would be that of the page itself.
                output.removeLast(Self.opening.count)
                written += 1
            } else if address == nil, link.isImage {
                written = Self.showWords(ofImageAt: link.offset, in: html, into: &output)
            }
        }
        output.append(contentsOf: html[written...])
    }

    private func writeWithoutLinks(into output: inout [UInt8]) {
        if case .marked(let html) = form { return output.append(contentsOf: html) }
        let (opening, closing) = form.frame
        output.append(contentsOf: opening)
        output.append(contentsOf: plain.utf8)
        output.append(contentsOf: closing)
    }

    /// What stands before an address; behind it a quote does.
    private static let opening = Array(" href=\"".utf8)
    private static let image = Array("<img src=\"".utf8)
    private static let words = Array("\" alt=\"".utf8)

    /// Of an image that is nowhere the words in its place, as browsers show them.
    ///
    /// - Returns: where the HTML goes on.
    private static func showWords(ofImageAt offset: Int, in html: [UInt8], into output: inout [UInt8]) -> Int {
        let rest = html[offset...]
        guard output.suffix(image.count).elementsEqual(image), rest.starts(with: words),
            let end = rest.dropFirst(words.count).firstIndex(of: UInt8(ascii: "\"")),
            let close = rest[end...].firstRange(of: Array("/>".utf8))
        else { return offset }
        output.removeLast(image.count)
        output.append(contentsOf: rest[(offset + words.count)..<end])
        return close.upperBound
    }

    /// The same with a place to link to at its start.
    package func anchored(_ id: String) -> Prose {
        let place = Array("<span id=\"".utf8) + MarkdownDocument.escaped(id) + Array("\"></span>".utf8)
        let start = html.starts(with: "<p>".utf8) ? 3 : 0
        let moved = links.map {
            Link(
                offset: $0.offset + place.count, destination: $0.destination, label: $0.label, range: $0.range,
                isImage: $0.isImage)
        }
        return Prose(html: html[..<start] + place + html[start...], links: moved, plain: plain)
    }

    /// This prose with another behind it.
    package func followed(by other: Prose) -> Prose {
        if isEmpty { return other }
        if other.isEmpty { return self }
        let html = html
        let moved = other.links.map {
            Link(
                offset: $0.offset + html.count, destination: $0.destination, label: $0.label, range: $0.range,
                isImage: $0.isImage)
        }
        return Prose(html: html + other.html, links: links + moved, plain: plain + "\n" + other.plain)
    }
}
