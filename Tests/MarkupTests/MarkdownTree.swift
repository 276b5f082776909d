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
        func walk(_ nodes: [MarkdownNode]) {
            for node in nodes {
                if node.kind == kind { found.append(node) }
                walk(node.children)
            }
        }
        walk(Array(blocks))
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
