import Diagnostics
import Markup

/// Lines below a key that were meant as a list, and are one text for YAML, which joins them.
extension FieldReader {
    /// The values of several lines without a sign before each: `stages:` with `Plan`, `Buy` below it.
    mutating func severalLines(
        of key: String, _ values: [(text: String, node: YAMLNode)]
    ) -> [(text: String, node: YAMLNode)]? {
        guard let node = mapping[key]?.value, isPlain(node), source.bytes[node.range].contains(0x0A) else { return nil }
        let lines = lines(of: node)
        guard lines.count > 1 else { return nil }
        let texts = lines.map { String(decoding: source.bytes[$0], as: UTF8.self) }
        say(
            .wrongValue, node.range, "'\(key)' is one text in several lines: each entry of a list starts with '- '",
            hint: "write '- \(texts[0])', and so the other lines")
        return zip(lines, texts).map { ($1, YAMLNode(kind: .scalar($1), range: $0)) }
    }

    /// `1. Plan` and `2. Buy`, which YAML takes for one text.
    mutating func numberedEntries(of node: YAMLNode) -> [(text: String, node: YAMLNode)]? {
        guard isPlain(node) else { return nil }
        let lines = lines(of: node)
        guard lines.count > 1 else { return nil }
        let words = lines.map { line in
            let text = String(decoding: source.bytes[line], as: UTF8.self)
            let rest = text.drop { $0.isASCII && $0.isNumber }
            let isNumbered = rest.startIndex > text.startIndex && (rest.hasPrefix(". ") || rest.hasPrefix(") "))
            return isNumbered ? String(rest.dropFirst(2).drop { $0 == " " }) : nil
        }
        guard let first = words[0], words.allSatisfy({ $0 != nil }) else { return nil }
        say(
            .yamlSyntax, lines[0].lowerBound..<(lines[0].upperBound - first.utf8.count),
            "a number starts no entry of a list", hint: "write '- \(first)'")
        return zip(lines, words).map { line, text in
            let text = text ?? ""
            let range = (line.upperBound - text.utf8.count)..<line.upperBound
            return (text, YAMLNode(kind: .scalar(text), range: range))
        }
    }

    /// `- Plan` and `- Buy` below it that is set in further, which is more of the same text.
    mutating func deeperEntries(of node: YAMLNode) -> [(text: String, node: YAMLNode)]? {
        guard isPlain(node) else { return nil }
        let lines = lines(of: node)
        guard lines.count > 1,
            let first = lines.dropFirst().first(where: { source.bytes[$0].starts(with: "- ".utf8) })
        else { return nil }
        say(
            .yamlSyntax, first.lowerBound..<(first.lowerBound + 1),
            "this line starts further right than the entry above it, so it reads as more of that",
            hint: "start both in the same column")
        return lines.map { line in
            let start = source.bytes[line].starts(with: "- ".utf8) ? line.lowerBound + 2 : line.lowerBound
            let text = String(decoding: source.bytes[start..<line.upperBound], as: UTF8.self)
            return (text, YAMLNode(kind: .scalar(text), range: start..<line.upperBound))
        }
    }

    /// Neither in quotes nor behind `>` or `|`.
    private func isPlain(_ node: YAMLNode) -> Bool {
        guard case .scalar = node.kind, let first = source.bytes[node.range].first else { return false }
        return !"\"'>|".utf8.contains(first)
    }
}
