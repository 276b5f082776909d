import CMark
import Diagnostics

/// Links that are text because a sign of them is missing or in the wrong place: `[plan] (../plan.md)`, `[plan](../plan.md`, `[[plan]]`,
/// `[plan][the plan]` where nothing says what `[the plan]` is; and those that have no words, as `[](../plan.md)`.
struct UnreadLinks {
    struct Found {
        let range: TextRange
        /// A part of it as the tree has it, if it is text.
        fileprivate let text: String
        /// Whether lanes of references know better what to say of it: it names what it leads to, as links of wikis do, or leads there without
        /// words.
        let isTellable: Bool
        fileprivate let message: String
        fileprivate let hint: String
        fileprivate let severity: Diagnostic.Severity
        /// The label that was most likely meant, of a link whose own is nowhere.
        fileprivate(set) var meantLabel: String?

        func diagnostic(in source: SourceText) -> Diagnostic {
            Diagnostic(
                .unreadLink, at: Location(path: source.path, range: range), message, hint: hint, severity: severity)
        }
    }

    private let bytes: [UInt8]
    private let start: Int

    /// In bytes, how far a path or a line is looked through: hostile ones go on for ever.
    private static let longest = 400
    /// Whoever has more of them in a file has understood after a few.
    private static let most = 50

    /// Those in a file that are text in its tree.
    static func find(in source: SourceText, from start: Int, under root: OpaquePointer) -> [Found] {
        let links = UnreadLinks(bytes: source.bytes, start: start)
        return PlainTexts.found(links.candidates(), with: "]", under: root, text: \.text) + links.wordless(under: root)
    }

    private func candidates() -> [Found] {
        var found: [Found] = []
        var index = start
        while found.count < Self.most, let close = bytes.firstPlace(of: UInt8(ascii: "]"), from: index) {
            index = close + 1
            let one: Found? =
                switch index < bytes.count ? bytes[index] : 0x0A {
                case UInt8(ascii: "("): unclosed(close)
                case 0x20: spaced(close) ?? piped(close)
                case UInt8(ascii: "]"): wiki(close)
                case UInt8(ascii: "["): undefined(close)
                default: piped(close)
                }
            if let one, !isInCode(one.range.lowerBound) { found.append(one) }
        }
        return found
    }

    /// `[plan](../plan.md` up to the end of the line.
    private func unclosed(_ close: Int) -> Found? {
        var end = close + 2
        while end < bytes.count, bytes[end] > 0x20 {
            if bytes[end] == UInt8(ascii: ")") || end > close + Self.longest { return nil }
            end += 1
        }
        // Behind the first space a title may stand.
        let rest = bytes[end...].prefix(Self.longest).prefix { $0 != 0x0A && $0 != 0x0D }
        if rest.contains(UInt8(ascii: ")")) || rest.count == Self.longest { return nil }
        let written = String(decoding: bytes[(close + 2)..<end], as: UTF8.self)
        let isTorn = written.hasPrefix("<")
        let path = isTorn ? String(written.dropFirst()) : written
        guard Self.isPath(path), let opening = opening(before: close) else { return nil }
        let words = String(decoding: bytes[opening...close], as: UTF8.self)
        return Found(
            range: opening..<end, text: "](" + written, isTellable: false,
            message: "the ')' of this link is missing, so it is shown as text", hint: "write \(words)(\(path))",
            severity: .error)
    }

    /// `[plan] (../plan.md)`.
    private func spaced(_ close: Int) -> Found? {
        guard close + 2 < bytes.count, bytes[close + 2] == UInt8(ascii: "(") else { return nil }
        guard
            let end = bytes[(close + 3)...].prefix(Self.longest).firstIndex(where: {
                $0 <= 0x20 || $0 == UInt8(ascii: ")")
            }),
            bytes[end] == UInt8(ascii: ")")
        else { return nil }
        let path = String(decoding: bytes[(close + 3)..<end], as: UTF8.self)
        guard Self.isPath(path), let opening = opening(before: close) else { return nil }
        let words = String(decoding: bytes[opening...close], as: UTF8.self)
        // `[x]` is a task that is done, and `[3]` the number of a note.
        guard words.utf8.count > 3, words.contains(where: \.isLetter) else { return nil }
        return Found(
            range: opening..<(end + 1), text: "] (\(path))", isTellable: false,
            message: "a space parts the words of this link from its path, so it is shown as text",
            hint: "write \(words)(\(path))", severity: path.hasPrefix("http") ? .warning : .error)
    }

    /// `[plan|https://ferries.example]`, as trackers and their wikis write links.
    private func piped(_ close: Int) -> Found? {
        guard let opening = opening(before: close), close - opening < Self.longest,
            let pipe = bytes[opening..<close].firstIndex(of: UInt8(ascii: "|")), pipe > opening + 1
        else { return nil }
        let address = String(decoding: bytes[(pipe + 1)..<close], as: UTF8.self)
        guard Self.isPath(address) || address.hasPrefix("mailto:"), !address.contains(where: { " |".contains($0) })
        else {
            return nil
        }
        let written = String(decoding: bytes[opening...close], as: UTF8.self)
        let words = String(decoding: bytes[(opening + 1)..<pipe], as: UTF8.self)
        // What may be a mark of Markdown starts a text of its own in the tree.
        let text = String(written.reversed().prefix { !"*_`&<\\!".contains($0) }.reversed())
        return Found(
            range: opening..<(close + 1), text: text, isTellable: false,
            message: "'|' makes no link here, so this is shown as text", hint: "write [\(words)](\(address))",
            severity: .warning)
    }

    /// `[[plan]]` and `[[plan|The plan]]`.
    private func wiki(_ close: Int) -> Found? {
        guard let inner = opening(before: close), inner > start, bytes[inner - 1] == UInt8(ascii: "["),
            inner - 1 == start || bytes[inner - 2] != UInt8(ascii: "\\")
        else { return nil }
        let name = String(decoding: bytes[(inner + 1)..<close], as: UTF8.self)
        // `[[toc]]` is told as what it is.
        guard name.contains(where: \.isLetter), name.utf8.count != 3 || name.lowercased() != "toc" else { return nil }
        let words = name.split(separator: "|").last.map(String.init) ?? name
        // Wikis show what stands behind `!`.
        let isPicture = inner - 1 > start && bytes[inner - 2] == UInt8(ascii: "!")
        return Found(
            range: (inner - (isPicture ? 2 : 1))..<(close + 2), text: "[[\(name)]]", isTellable: true,
            message: "\(isPicture ? "a picture" : "a link") is not written so: this is shown as text",
            hint: isPicture
                ? "write ![what it shows](path/to/\(name.prefix { $0 != "|" }))"
                : "write [\(words)](path/to/file.md), or a backslash before its '[' if it is no link",
            severity: .warning)
    }

    /// `[plan][the plan]` and `[plan][]`, which a line of `[the plan]: ../plan.md` would make a link.
    private func undefined(_ close: Int) -> Found? {
        let signs: [UInt8] = [0x0A, 0x0D, UInt8(ascii: "["), UInt8(ascii: "]")]
        guard let end = bytes[(close + 2)...].prefix(Self.longest).firstIndex(where: signs.contains),
            bytes[end] == UInt8(ascii: "]"), let opening = opening(before: close),
            opening == start || !Self.isInWord(bytes[opening - 1])
        else { return nil }
        let words = String(decoding: bytes[opening...close], as: UTF8.self)
        let label = String(decoding: bytes[(close + 2)..<end], as: UTF8.self)
        // `[1][2]` are the numbers of notes, and footnotes are told otherwise.
        guard words.contains(where: \.isLetter), !words.hasPrefix("[^"), !label.hasPrefix("^"),
            label.isEmpty || label.contains(where: { $0.isLetter || $0.isNumber })
        else { return nil }
        let isPath = Self.isPath(label)
        let name = label.isEmpty ? String(words.dropFirst().dropLast()) : label
        let near = isPath ? nil : NearestName.nearest(to: name, among: definedLabels)
        let hint =
            near.map { "did you mean \(words)[\($0)]?" } ?? "write \(words)(\(isPath ? label : "path/to/file.md"))"
        return Found(
            range: opening..<(end + 1), text: "][\(label)]", isTellable: true,
            message: isPath
                ? "the path of a link stands in parentheses: this is shown as text"
                : "nothing says where [\(name)] leads, so this is shown as text",
            hint: hint, severity: isPath ? .error : .warning, meantLabel: near)
    }

    /// Of the lines that start with `[label]:`.
    private var definedLabels: [String] {
        var labels: [String] = []
        var index = start
        while let close = bytes.firstPlace(of: UInt8(ascii: "]"), from: index) {
            index = close + 1
            guard index < bytes.count, bytes[index] == UInt8(ascii: ":"), labels.count < Self.most,
                let opening = opening(before: close)
            else { continue }
            let before = bytes[start..<opening].last { $0 != 0x20 }
            if before == nil || before == 0x0A || before == 0x0D {
                labels.append(String(decoding: bytes[(opening + 1)..<close], as: UTF8.self))
            }
        }
        return labels
    }

    private static func isInWord(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "]")
    }

    /// `[](../plan.md)`, which is a link that nobody sees.
    private func wordless(under root: OpaquePointer) -> [Found] {
        var candidates: [(range: TextRange, path: String)] = []
        var index = start
        while let close = bytes.firstPlace(of: UInt8(ascii: "]"), from: index) {
            index = close + 1
            guard index < bytes.count, bytes[index] == UInt8(ascii: "("), candidates.count < Self.most else { continue }
            let opening = bytes[start..<close].lastIndex { $0 != 0x20 } ?? start
            guard opening < close, bytes[opening] == UInt8(ascii: "["),
                opening == start || ![UInt8(ascii: "!"), UInt8(ascii: "\\")].contains(bytes[opening - 1]),
                let end = bytes[index...].prefix(Self.longest).firstIndex(of: UInt8(ascii: ")")), !isInCode(opening)
            else { continue }
            candidates.append((opening..<(end + 1), String(decoding: bytes[(index + 1)..<end], as: UTF8.self)))
        }
        guard !candidates.isEmpty else { return [] }
        var found: [Found] = []
        NodeWalk.all(from: root) { node in
            guard cmark_node_get_type(node) == CMARK_NODE_LINK, Self.isWordless(node),
                let url = cmark_node_get_url(node)
            else { return }
            let path = String(cString: url)
            guard let place = candidates.firstIndex(where: { $0.path == path }) else { return }
            let range = candidates.remove(at: place).range
            found.append(
                Found(
                    range: range, text: "", isTellable: true, message: "this link has no words, so nobody sees it",
                    hint: "write between the brackets what it leads to: [words](\(path))", severity: .error))
        }
        return found
    }

    private static func isWordless(_ link: OpaquePointer) -> Bool {
        guard let child = cmark_node_first_child(link) else { return true }
        guard cmark_node_next(child) == nil, cmark_node_get_type(child) == CMARK_NODE_TEXT,
            let literal = cmark_node_get_literal(child)
        else { return false }
        return String(cString: literal).allSatisfy { $0 == " " }
    }

    /// Whether a backtick is open before a place in its line.
    private func isInCode(_ place: Int) -> Bool {
        let before = bytes[start..<place].suffix(Self.longest)
        let line = before.lastIndex { $0 == 0x0A || $0 == 0x0D } ?? before.startIndex
        return bytes[line..<place].count { $0 == UInt8(ascii: "`") } % 2 == 1
    }

    /// The `[` of the same line that `]` closes, unless there is none or it is escaped.
    private func opening(before close: Int) -> Int? {
        var index = close - 1
        while index >= start, bytes[index] != 0x0A, bytes[index] != 0x0D, bytes[index] != UInt8(ascii: "]") {
            if bytes[index] == UInt8(ascii: "[") {
                return index > start && bytes[index - 1] == UInt8(ascii: "\\") ? nil : index
            }
            index -= 1
        }
        return nil
    }

    /// A path that is nothing else: to a folder, a content file or an address.
    private static func isPath(_ text: String) -> Bool {
        let isRelative =
            text.hasPrefix("./") || text.hasPrefix("../") || text.hasPrefix("https://") || text.hasPrefix("http://")
        return isRelative || text.prefix { $0 != "#" }.hasSuffix(".md")
    }
}
