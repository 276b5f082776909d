import Diagnostics

/// `[Desk (web, phone), Form]` and `{label: Doing (a, b)}`: commas part values of a list in brackets or braces, in parentheses, too.
enum SplitParentheses {
    /// The values of a list or a mapping in brackets that has an opening parenthesis, and what was torn apart in it. The latter is not read.
    static func joined(
        _ items: [YAMLNode], _ mapping: YAMLMapping, in source: SourceText
    ) -> (items: [YAMLNode], mapping: YAMLMapping, diagnostics: [Diagnostic]) {
        var diagnostics: [Diagnostic] = []
        var whole: [YAMLNode] = []
        var index = 0
        while index < items.count {
            let end =
                opens(items[index], in: source)
                ? items[(index + 1)...].firstIndex { closes($0.range, isBare: isPlain($0, in: source), in: source) }
                : nil
            guard let end else {
                whole.append(items[index])
                index += 1
                continue
            }
            whole.append(torn(items[index].range.lowerBound..<items[end].range.upperBound, in: source, &diagnostics))
            index = end + 1
        }
        return (whole, joined(mapping, in: source, &diagnostics), diagnostics)
    }

    /// What stands behind a comma in braces is a key without a value.
    private static func joined(
        _ mapping: YAMLMapping, in source: SourceText, _ diagnostics: inout [Diagnostic]
    ) -> YAMLMapping {
        let entries = mapping.entries
        var whole = YAMLMapping()
        var index = 0
        while index < entries.count {
            let entry = entries[index]
            let bare = entries[(index + 1)...].prefix { if case .empty = $0.value.kind { true } else { false } }
            let end =
                opens(entry.value, in: source)
                ? bare.firstIndex { closes($0.keyRange, isBare: true, in: source) } : nil
            guard let end else {
                _ = whole.add(entry)
                index += 1
                continue
            }
            let range = entry.value.range.lowerBound..<entries[end].keyRange.upperBound
            _ = whole.add(
                YAMLMapping.Entry(
                    key: entry.key, keyRange: entry.keyRange, value: torn(range, in: source, &diagnostics)))
            index = end + 1
        }
        return whole
    }

    private static func isPlain(_ node: YAMLNode, in source: SourceText) -> Bool {
        guard case .scalar = node.kind, let first = source.bytes[node.range].first else { return false }
        return first != UInt8(ascii: "\"") && first != UInt8(ascii: "'")
    }

    private static func opens(_ node: YAMLNode, in source: SourceText) -> Bool {
        guard isPlain(node, in: source) else { return false }
        return depth(of: node.range, in: source) > 0
    }

    private static func closes(_ range: TextRange, isBare: Bool, in source: SourceText) -> Bool {
        isBare && depth(of: range, in: source) < 0
    }

    /// How many parentheses are left open; below 0, how many are closed that none has opened.
    private static func depth(of range: TextRange, in source: SourceText) -> Int {
        source.bytes[range].reduce(0) { depth, byte in
            byte == UInt8(ascii: "(") ? depth + 1 : byte == UInt8(ascii: ")") ? depth - 1 : depth
        }
    }

    private static func torn(_ range: TextRange, in source: SourceText, _ diagnostics: inout [Diagnostic]) -> YAMLNode {
        let text = String(decoding: source.bytes[range], as: UTF8.self)
        // What is written like a colour is none as a whole, which whoever takes colours says.
        let isColour = ["rgb", "hsl"].contains { text.lowercased().hasPrefix($0) }
        if isColour { return YAMLNode(kind: .scalar(text), range: range, lead: 0) }
        diagnostics.append(
            Diagnostic(
                .yamlSyntax, at: Location(path: source.path, range: range),
                "a comma ends a value between brackets or braces, so this is read as several",
                hint: "put quotes around it: \(YAMLQuotes.quoted(text))"))
        return YAMLNode(kind: .broken, range: range)
    }
}
