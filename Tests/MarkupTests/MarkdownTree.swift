import Diagnostics
import Markup

extension MarkdownDocument {
    convenience init(_ text: String) {
        self.init(SourceText(path: "file.md", text: text), bodyStart: 0)
    }

    /// Everything as HTML, each link's destination in angle brackets.
    static func html(_ text: String) -> String {
        let document = MarkdownDocument(text)
        return document.prose(ofBlocks: Array(document.blocks)).html(destination: { "<\($0.destination)>" })
    }

    /// All nodes of a kind, in document order.
    func all(_ kind: MarkdownNode.Kind) -> [MarkdownNode] {
        var found: [MarkdownNode] = []
        // Without recursion: some tests nest a hundred thousand levels.
        var rest = Array(blocks.reversed())
        while let node = rest.popLast() {
            if node.kind == kind { found.append(node) }
            rest += node.children.reversed()
        }
        return found
    }
}

extension Prose {
    func html(destination: (Link) -> String = { $0.destination }) -> String {
        var bytes: [UInt8] = []
        write(into: &bytes) { Array(destination($0).utf8) }
        return String(decoding: bytes, as: UTF8.self)
    }
}
