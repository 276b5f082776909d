import Diagnostics

/// Those of wikis, and formulas.
extension UnreadMarks {
    /// Whether a line that starts with a byte may start with `[TOC]`, `__TOC__`, `h2. ` or `{panel}`.
    static func mayStart(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "[") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "h") || byte == UInt8(ascii: "{")
    }

    private static let tables: Set<String> = [
        "[toc]", "[[toc]]", "[[_toc_]]", "{:toc}", "{toc}", "{{toc}}", "{{>toc}}", "__toc__", "[inhalt]", "__inhalt__",
    ]

    /// A short line, without the blanks around it and without what a macro is given: `{toc:maxLevel=2}`.
    private func words(ofLineAt start: Int) -> String? {
        let line = bytes[start...].prefix(80).prefix { $0 != 0x0A && $0 != 0x0D }
        if line.count == 80 { return nil }
        let words = Self.words(in: line)
        guard words.hasPrefix("{toc:"), words.hasSuffix("}") else { return words }
        return "{toc}"
    }

    /// A line that says nothing else but that a table of contents belongs there.
    func contents() -> [Found] {
        lines.filter { bytes[$0] != UInt8(ascii: "h") }.prefix(Self.most).compactMap { start in
            guard let words = words(ofLineAt: start), Self.tables.contains(words.lowercased()) else { return nil }
            let end = bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
            // What stands between two signs such as `_` is a text of its own in the tree.
            let text =
                words.hasPrefix("[[_")
                ? "[["
                : words.hasPrefix("{toc")
                    ? "{toc" : words.hasPrefix("__") ? String(words.dropFirst(2).dropLast(2)) : words
            return Found(range: start..<end, text: text, hint: "delete the line")
        }
    }

    /// `h2. Title`.
    func headings() -> [Found] {
        lines.lazy.filter { bytes[$0] == UInt8(ascii: "h") }.compactMap { start in
            guard start + 4 < bytes.count, (0x31...0x36).contains(bytes[start + 1]),
                bytes[start + 2] == UInt8(ascii: "."),
                bytes[start + 3] == 0x20
            else { return nil }
            let end = bytes[start...].prefix(Self.longest).firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
            let title = Self.words(in: bytes[(start + 4)..<end])
            let signs = String(repeating: "#", count: max(2, Int(bytes[start + 1]) - 0x30))
            return end - start < Self.longest && !title.isEmpty
                ? Found(
                    range: start..<end, text: String(decoding: bytes[start..<(start + 4)], as: UTF8.self),
                    hint: "write '\(signs) \(title)'") : nil
        }.prefix(Self.most).map { $0 }
    }

    private static let boxes: Set<String> = [
        "panel", "info", "note", "tip", "warning", "expand", "excerpt", "section", "column", "color", "status",
    ]

    /// A line that starts with `{panel}` or `{code:java}`. What closes it is not counted.
    func macros() -> [Found] {
        var found: [Found] = []
        var open = ""
        for start in lines where bytes[start] == UInt8(ascii: "{") && found.count < Self.most {
            let end = bytes[start...].prefix(Self.longest).firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
            guard let close = bytes[start..<min(end, bytes.count)].firstIndex(of: UInt8(ascii: "}")) else { continue }
            let name = String(
                decoding: bytes[(start + 1)..<close].prefix { (0x61...0x7A).contains($0) }, as: UTF8.self)
            let next = start + 1 + name.utf8.count
            guard next == close || bytes[next] == UInt8(ascii: ":") else { continue }
            let isCode = name == "code" || name == "noformat"
            guard isCode || name == "quote" || Self.boxes.contains(name) else { continue }
            if name == open {
                open = ""
                continue
            }
            open = name
            let hint =
                isCode
                ? "write a line of ``` in its place, and in that of the one that closes it"
                : name == "quote"
                    ? "write '> ' before each line of the quote" : "delete its two lines, and write a note"
            found.append(Found(range: start..<(close + 1), text: "{" + name, hint: hint))
        }
        return found
    }

    /// `$x^2$`, and `$$` around it, which may stand in lines of their own. Prices have none of the signs of formulas, and prices one behind the
    /// other a blank before the second.
    func maths() -> [Found] {
        let sign = UInt8(ascii: "$")
        var found: [Found] = []
        var at = start
        while found.count < Self.most, let opening = bytes.firstPlace(of: sign, from: at) {
            var inner = opening + 1
            while inner < bytes.count, bytes[inner] == sign { inner += 1 }
            let width = inner - opening
            at = inner
            guard width <= 2, inner < bytes.count, !isInWord(opening - 1), !isEscaped(opening) else { continue }
            let isBlock = width == 2 && isLineEnd(inner) && isLineEnd(opening - 1)
            guard let closing = closing(of: width, from: inner, isBlock: isBlock) else { continue }
            let written = bytes[inner..<closing]
            guard isBlock || Self.isFormula(written) else { continue }
            let words = Self.words(in: written)
            let text =
                String(decoding: bytes[opening..<inner], as: UTF8.self) + (isBlock ? "" : Self.plainStart(of: words))
            at = closing + width
            found.append(
                Found(
                    range: opening..<(isBlock ? inner : closing + width), text: text,
                    hint: "write it in words, or as code: `\(words)`"))
        }
        return found
    }

    private func isEscaped(_ place: Int) -> Bool { place > start && bytes[place - 1] == UInt8(ascii: "\\") }

    private func closing(of width: Int, from start: Int, isBlock: Bool) -> Int? {
        let sign = UInt8(ascii: "$")
        if !isBlock, isBlank(start) { return nil }
        var at = start
        let end = min(bytes.count, start + Self.longest)
        while at < end {
            if !isBlock, bytes[at] == 0x0A || bytes[at] == 0x0D { return nil }
            if bytes[at] == sign {
                var next = at + 1
                while next < bytes.count, bytes[next] == sign { next += 1 }
                let isAlone = isLineEnd(at - 1) && isLineEnd(next)
                let isOne = isBlock ? isAlone : !isBlank(at - 1) && !isInWord(next)
                return next - at == width && isOne && at > start ? at : nil
            }
            at += 1
        }
        return nil
    }

    /// Whether it has a sign of formulas and something that it is said of: one letter alone will do.
    private static func isFormula(_ text: ArraySlice<UInt8>) -> Bool {
        let isLetter: (UInt8) -> Bool = { (0x61...0x7A).contains($0 | 0x20) }
        guard text.contains(where: isLetter) else { return false }
        if text.count == 1 { return true }
        // `$FIRST_NAME$` stands for something else.
        let isName = text.allSatisfy {
            (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "_")
        }
        return !isName && text.contains { "\\^_{=+<>".utf8.contains($0) }
    }
}
