import Diagnostics
import Markup

/// Keys that take several ids or names, and what looks like a list of them but is one text.
extension FieldReader {
    mutating func references(_ key: String) -> [Reference] {
        differentNames(key).map { Reference(form: .id, written: $0.text, range: $0.node.range) }
    }

    /// The names of a key that takes several, each once.
    mutating func differentNames(_ key: String) -> [(text: String, node: YAMLNode)] { once(names(key), of: key) }

    /// Names that are compared without case, of which none has a sign in it that separates others.
    mutating func tags(_ key: String) -> [String] {
        let values = names(key)
        for value in values where value.text.hasPrefix("#") && value.text.utf8.count > 1 {
            let parts = value.text.split(separator: " ")
            let plain = parts.map { $0.drop { $0 == "#" } }.joined(separator: ", ")
            let areSeveral = parts.count > 1 && parts.allSatisfy { $0.hasPrefix("#") }
            add([
                Diagnostic(
                    .wrongValue, at: Location(path: source.path, range: value.node.range),
                    "'#' is a part of this \(areSeveral ? "one " : "")tag, which no other file has so",
                    hint: "write \(areSeveral ? "\(key): [\(plain)]" : plain)", severity: .warning)
            ])
        }
        if case .sequence = mapping[key]?.value.kind {
            for value in values {
                let separators = Separators(in: value.text)
                guard let sign = separators.first, !separators.isDoubtful else { continue }
                say(
                    .wrongValue, value.node.range, "'\(sign)' separates nothing here: this is one value of '\(key)'",
                    hint: "write \(separators.parts.joined(separator: ", "))")
            }
        }
        return once(values, of: key, inAnyCase: true).map(\.text)
    }

    mutating func once(
        _ values: [(text: String, node: YAMLNode)], of key: String, inAnyCase: Bool = false
    ) -> [(text: String, node: YAMLNode)] {
        if values.count < 2 { return values }
        var seen: Set<String> = []
        var different: [(text: String, node: YAMLNode)] = []
        for value in values {
            if seen.insert(inAnyCase ? value.text.lowercased() : value.text).inserted {
                different.append(value)
            } else if let first = inAnyCase
                ? different.first(where: { $0.text != value.text && $0.text.lowercased() == value.text.lowercased() })
                : nil
            {
                say(
                    .repeatedValue, value.node.range,
                    "'\(value.text)' differs from '\(first.text)' in case alone: it counts once",
                    hint: "delete it, or write the one that was meant")
            } else {
                say(
                    .repeatedValue, value.node.range, "'\(value.text)' stands in '\(key)' twice: it counts once",
                    hint: "delete it, or write the one that was meant")
            }
        }
        return different
    }

    /// `[[queue]]` and `[[queue|Queues]]`, as wikis write links.
    static func plainName(in node: YAMLNode) -> String? {
        var node = node
        while case .sequence(let items) = node.kind, items.count == 1 { node = items[0] }
        guard case .scalar(let text) = node.kind else { return nil }
        return text.split(separator: "|").first.map(String.init)
    }

    /// The name in `"[[Ines Holm]]"`, which wikis make a link.
    mutating func withoutWikiSigns(
        _ text: String, _ node: YAMLNode, of key: String
    ) -> (text: String, node: YAMLNode)? {
        guard text.hasPrefix("[["), text.hasSuffix("]]"), text.utf8.count > 4 else { return nil }
        let name = String(text.dropFirst(2).dropLast(2).prefix { $0 != "|" })
        say(
            .wrongValue, node.range, "'\(text)' is written as wikis write links: '\(key)' takes the name alone",
            hint: "write \(key): \(name)")
        return (name, YAMLNode(kind: .scalar(name), range: node.range))
    }

    /// Says that quotes of word processors around a whole text are a part of it. What a persona says may well have them.
    mutating func warnOfCurlyQuotes(around text: String, _ node: YAMLNode, of key: String) {
        let opening = "\u{201C}\u{201D}\u{201E}\u{2018}\u{2019}\u{201A}\u{AB}\u{BB}"
        guard !text.isASCII, let first = text.first, let last = text.last, opening.contains(first),
            opening.contains(last), text.count > 2, key != "quote",
            source.bytes[node.range].first.map({ $0 >= 0x80 }) ?? false,
            node.range.lowerBound == 0 || !"\"'".utf8.contains(source.bytes[node.range.lowerBound - 1])
        else { return }
        let inner = text.dropFirst().dropLast()
        add([
            Diagnostic(
                .wrongValue, at: Location(path: source.path, range: node.range),
                "quotes such as \(first) are a part of the text here",
                hint: "write \(key): \(inner), or '\(text)' if they belong to it",
                severity: .warning)
        ])
    }

    /// The keys of `{a, b}` and of `{a: words, b: words}`; of `{1: a, 2: b}` what they number.
    static func bareKeys(of node: YAMLNode) -> [String]? {
        guard case .mapping(let mapping) = node.kind else { return nil }
        let areNumbers = mapping.entries.allSatisfy { Int($0.key) != nil }
        let names = mapping.entries.compactMap { entry -> String? in
            switch entry.value.kind {
            case .empty: entry.key
            // One alone may be anything.
            case .scalar(let text): mapping.entries.count == 1 ? nil : areNumbers ? text : entry.key
            default: nil
            }
        }
        return names.isEmpty || names.count < mapping.entries.count ? nil : names
    }

    /// Of a key that takes one id.
    mutating func reference(_ key: String) -> Reference? {
        guard let (text, node) = scalar(key) else { return nil }
        // No id has a comma in it.
        if let first = CommaList(text).parts.first, first.text.utf8.count < text.utf8.count, text.contains(",") {
            say(.wrongValue, node.range, "'\(key)' takes one id, not several", hint: "write \(key): \(first.text)")
            return nil
        }
        return Reference(form: .id, written: text, range: node.range)
    }

    /// The ids or names of a key; of `a, b`, which is one text, each of the parts, so that no more is said of it.
    ///
    /// - Parameter isRow: whether one name alone is of no use.
    mutating func names(_ key: String, isRow: Bool = false) -> [(text: String, node: YAMLNode)] {
        let values = scalars(key)
        if isRow, values.count == 1, case .sequence = mapping[key]?.value.kind {
            return separated(key, in: values[0].text, at: values[0].node, isRow: true) ?? values
        }
        guard values.count == 1, let node = mapping[key]?.value, case .scalar(let text) = node.kind,
            values[0].text == text
        else { return values }
        // `(a, b)`, as other languages write lists.
        let isBracketed = text.hasPrefix("(") && text.hasSuffix(")") && text.contains(",")
        let parts = CommaList(isBracketed ? " " + text.dropFirst().dropLast() : text).parts
        if let names = separated(key, in: text, at: values[0].node, isRow: isRow) { return names }
        guard parts.count > 1 else {
            return pair(key, of: values[0], isRow: isRow) ?? severalLines(of: key, values) ?? values
        }
        // Stages have such names.
        let last = isRow ? [] : parts.last.flatMap { LastOfList.split($0.text) }?.names ?? []
        let list = last.isEmpty ? parts.map(\.text) : parts.dropLast().map(\.text) + last
        say(
            .wrongValue, values[0].node.range, "'\(key)' is one text with commas: several are written as a list",
            hint: "write \(key): [\(list.joined(separator: ", "))]")
        return list.enumerated().map { index, text in
            let part = parts[min(index, parts.count - 1)].range
            return (text, YAMLNode(kind: .scalar(text), range: node.range(ofPart: part)))
        }
    }

    /// The two names of `public and internal`. Of a stage it may be the name.
    private mutating func pair(
        _ key: String, of value: (text: String, node: YAMLNode), isRow: Bool
    ) -> [(text: String, node: YAMLNode)]? {
        guard isRow, key != "stages", let (word, names) = LastOfList.split(value.text), names.count > 1 else {
            return nil
        }
        say(
            .wrongValue, value.node.range, "'\(key)' is one text: '\(word)' separates nothing here",
            hint: "write \(key): [\(names.joined(separator: ", "))]")
        return names.map { ($0, value.node) }
    }

    /// The names in a text that has other signs between them than commas.
    private mutating func separated(
        _ key: String, in text: String, at node: YAMLNode, isRow: Bool
    ) -> [(text: String, node: YAMLNode)]? {
        let separators = Separators(in: text, isRow: isRow)
        guard let sign = separators.first else { return nil }
        say(
            .wrongValue, node.range, "'\(key)' is one text: '\(sign)' separates nothing here",
            hint: "write \(key): [\(separators.parts.joined(separator: ", "))]")
        return separators.parts.map { ($0, node) }
    }

    /// The entries that a text was meant as whose lines start with a dash or a bullet of a word processor, which make no list.
    private mutating func entriesBehindSigns(of node: YAMLNode) -> [(text: String, node: YAMLNode)]? {
        let signs: [Character] = ["–", "—", "•", "·", "‣", "▪", "●"]
        let lines = lines(of: node)
        let texts = lines.map { String(decoding: source.bytes[$0], as: UTF8.self) }
        guard startsLine(node), let first = texts.first?.first, signs.contains(first),
            texts.allSatisfy({ $0.first == first && $0.dropFirst().first == " " })
        else { return nil }
        let width = String(first).utf8.count
        let words = texts.map { String($0.dropFirst().drop { $0 == " " }) }
        say(
            .yamlSyntax, lines[0].lowerBound..<(lines[0].lowerBound + width), "'\(first)' starts no entry of a list",
            hint: "write '- \(words[0])'")
        return zip(lines, words).map { line, text in
            let range = (line.upperBound - text.utf8.count)..<line.upperBound
            return (text, YAMLNode(kind: .scalar(text), range: range))
        }
    }

    /// The entries that a text was meant as whose lines start with '-' and no space behind it: YAML takes them for more of one text.
    mutating func unspacedEntries(of node: YAMLNode) -> [(text: String, node: YAMLNode)]? {
        let hyphen = UInt8(ascii: "-")
        // Most values are one line that starts with a letter.
        let written = source.bytes[node.range]
        if let sign = written.first, sign >= 0xC2, let entries = entriesBehindSigns(of: node) { return entries }
        let isBroken = written.contains(0x0A)
        guard written.first == hyphen || isBroken else { return nil }
        if isBroken, let entries = numberedEntries(of: node) ?? deeperEntries(of: node) { return entries }
        let lines = lines(of: node)
        let isUnspaced = lines.map { line in
            line.count > 1 && source.bytes[line.lowerBound] == hyphen
                && String(decoding: source.bytes[line].dropFirst(), as: UTF8.self).first?.isLetter == true
        }
        guard let first = isUnspaced.firstIndex(of: true), first > 0 || startsLine(node) else { return nil }
        let words = String(decoding: source.bytes[lines[first]].dropFirst(), as: UTF8.self)
        say(
            .yamlSyntax, lines[first].lowerBound..<(lines[first].lowerBound + 1), "a space is missing behind this '-'",
            hint: "write '- \(words)'")
        return zip(lines, isUnspaced).map { line, isUnspaced in
            let range = isUnspaced ? (line.lowerBound + 1)..<line.upperBound : line
            let text = String(decoding: source.bytes[range], as: UTF8.self)
            return (text, YAMLNode(kind: .scalar(text), range: range))
        }
    }

    /// The lines of a value, without the blanks around them.
    func lines(of node: YAMLNode) -> [TextRange] {
        let bytes = source.bytes
        var lines: [TextRange] = []
        var at = node.range.lowerBound
        while at < node.range.upperBound {
            let next = min(TextLines.next(after: at, in: bytes), node.range.upperBound)
            var (start, end) = (at, next)
            while start < end, bytes[start] <= 0x20 { start += 1 }
            while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
            if start < end { lines.append(start..<end) }
            at = next
        }
        return lines
    }

    /// Whether nothing but blanks stands before a value in its line.
    private func startsLine(_ node: YAMLNode) -> Bool {
        let before = source.bytes[..<node.range.lowerBound].last { $0 != 0x20 && $0 != 0x09 }
        return before == 0x0A || before == 0x0D
    }
}
