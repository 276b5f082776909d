import CMark
import Diagnostics

/// `## Tell us you are moving {tell-us}`: an id in braces that lacks its sign. Other words in braces are the author's own.
enum BareNames {
    static func problem(in heading: OpaquePointer, of document: MarkdownDocument) -> Diagnostic? {
        guard let last = cmark_node_last_child(heading), cmark_node_get_type(last) == CMARK_NODE_TEXT,
            AttributeBraces.endsWithBrace(last),
            let text = cmark_node_get_literal(last).map({ String(cString: $0) }), text.hasSuffix("}"),
            let opening = text.lastIndex(of: "{")
        else { return nil }
        let name = text[text.index(after: opening)...].dropLast()
        let words = text[..<opening].lowercased().split { !$0.isLetter && !$0.isNumber }
        let parts = name.lowercased().split(separator: "-")
        guard !parts.isEmpty, parts.allSatisfy({ words.contains($0) }) else { return nil }
        let range = AttributeBraces.place(of: Array(text[opening...].utf8)[...], under: heading, in: document)
        if range.lowerBound > 0, document.source.bytes[range.lowerBound - 1] == UInt8(ascii: "\\") { return nil }
        return Diagnostic(
            .unreadAttributes, at: Location(path: document.source.path, range: range),
            "this can't be read as attributes, so it is shown as text", hint: "write {#\(name)}")
    }
}
