import CMark
import Diagnostics

/// Lines such as `[Note]: ask-twice`, which Markdown takes for the address of links named [Note] and leaves out, where there is no such link.
enum UnusedDefinitions {
    private struct Candidate {
        let label: String
        let range: TextRange
    }

    /// - Parameters:
    ///   - body: as it was parsed.
    ///   - meant: labels that links were meant to have, which has been told.
    static func problems(
        in body: [UInt8], of document: MarkdownDocument, from start: Int, besides meant: [String]
    ) -> [Diagnostic] {
        let candidates = candidates(in: document.source.bytes, from: start)
        guard !candidates.isEmpty else { return [] }
        let leading = leadingPlaces(of: candidates.map(\.label), in: body)
        let used = linked(under: document.root)
        var known: Set<String> = []
        return zip(candidates, leading).compactMap { candidate, place in
            // Code, and what stands within a paragraph, defines nothing.
            guard let place else { return nil }
            let isFirst = known.insert(key(candidate.label)).inserted
            if isFirst, used.contains(place) || isComment(place) || meant.contains(candidate.label) { return nil }
            return Diagnostic(
                .unusedDefinition, at: Location(path: document.source.path, range: candidate.range),
                isFirst
                    ? "Markdown takes this line for the address of links named [\(candidate.label)], and there are none: it is not shown"
                    : "[\(candidate.label)] is defined twice: the first holds, and this is not shown",
                hint: isFirst ? "to show it, put a backslash before its '['" : "delete one of the two")
        }
    }

    /// `[//]: # (…)` is a way to write comments.
    private static func isComment(_ place: String) -> Bool { place.isEmpty || place.hasPrefix("#") }

    /// Labels are compared without case and spacing.
    private static func key(_ label: String) -> String {
        label.lowercased().split { $0 == " " || $0 == "\t" }.joined(separator: " ")
    }

    /// Lines that start with `[label]: `, behind the signs of quotes and lists.
    private static func candidates(in bytes: [UInt8], from start: Int) -> [Candidate] {
        var candidates: [Candidate] = []
        var index = start
        while let close = bytes.firstPlace(of: UInt8(ascii: "]"), from: index) {
            index = close + 1
            guard index < bytes.count, bytes[index] == UInt8(ascii: ":") else { continue }
            var opening = close - 1
            while opening >= start, bytes[opening] != UInt8(ascii: "["), bytes[opening] >= 0x20 { opening -= 1 }
            guard opening >= start, bytes[opening] == UInt8(ascii: "["), close > opening + 1 else { continue }
            var line = opening - 1
            while line >= start,
                [0x20, 0x09, UInt8(ascii: ">"), UInt8(ascii: "-"), UInt8(ascii: "*")].contains(bytes[line])
            { line -= 1 }
            guard line < start || bytes[line] == 0x0A || bytes[line] == 0x0D else { continue }
            var end = bytes[index...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
            while end > index, bytes[end - 1] <= 0x20 { end -= 1 }
            let label = String(decoding: bytes[(opening + 1)..<close], as: UTF8.self)
            candidates.append(Candidate(label: label, range: opening..<end))
        }
        return candidates
    }

    /// Where links of some labels lead in a text; nothing for what is no label. Each is tried at the text's end.
    private static func leadingPlaces(of labels: [String], in body: [UInt8]) -> [String?] {
        var probe = body
        for label in labels { probe += "\n\n[\(label)]".utf8 }
        guard
            let root = probe.withUnsafeBufferPointer({ buffer in
                buffer.withMemoryRebound(to: CChar.self) {
                    cmark_parse_document($0.baseAddress, $0.count, CMARK_OPT_DEFAULT)
                }
            })
        else { return labels.map { _ in nil } }
        defer { cmark_node_free(root) }
        var places: [String?] = []
        var block = cmark_node_last_child(root)
        while places.count < labels.count {
            guard let paragraph = block else {
                places.append(nil)
                continue
            }
            block = cmark_node_previous(paragraph)
            let link = cmark_node_first_child(paragraph)
            let isLink =
                cmark_node_get_type(paragraph) == CMARK_NODE_PARAGRAPH && link != nil
                && cmark_node_get_type(link) == CMARK_NODE_LINK && cmark_node_next(link) == nil
            places.append(isLink ? cmark_node_get_url(link).map { String(cString: $0) } ?? "" : nil)
        }
        return places.reversed()
    }

    /// Where all links and images of a tree lead.
    private static func linked(under root: OpaquePointer) -> Set<String> {
        var places: Set<String> = []
        guard let iterator = cmark_iter_new(root) else { return [] }
        defer { cmark_iter_free(iterator) }
        while cmark_iter_next(iterator) != CMARK_EVENT_DONE {
            guard let node = cmark_iter_get_node(iterator),
                [CMARK_NODE_LINK, CMARK_NODE_IMAGE].contains(cmark_node_get_type(node))
            else { continue }
            places.insert(cmark_node_get_url(node).map { String(cString: $0) } ?? "")
        }
        return places
    }
}
