import Diagnostics

/// Links that are text because a sign of them is missing or in the wrong place: `[plan] (../plan.md)`, `[plan](../plan.md`, `[[plan]]`.
struct UnreadLinks {
    struct Found {
        let range: TextRange
        /// A part of it as the tree has it, if it is text.
        fileprivate let text: String
        /// Whether it is written as wikis write links.
        let isWiki: Bool
        fileprivate let message: String
        fileprivate let hint: String
        fileprivate let severity: Diagnostic.Severity

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
        PlainTexts.found(
            UnreadLinks(bytes: source.bytes, start: start).candidates(), with: "]", under: root, text: \.text)
    }

    private func candidates() -> [Found] {
        var found: [Found] = []
        var index = start
        while found.count < Self.most, let close = bytes.firstPlace(of: UInt8(ascii: "]"), from: index) {
            index = close + 1
            guard index < bytes.count else { break }
            let one: Found? =
                switch bytes[index] {
                case UInt8(ascii: "("): unclosed(close)
                case 0x20: spaced(close)
                case UInt8(ascii: "]"): wiki(close)
                default: nil
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
            range: opening..<end, text: "](" + written, isWiki: false,
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
            range: opening..<(end + 1), text: "] (\(path))", isWiki: false,
            message: "a space parts the words of this link from its path, so it is shown as text",
            hint: "write \(words)(\(path))", severity: path.hasPrefix("http") ? .warning : .error)
    }

    /// `[[plan]]` and `[[plan|The plan]]`.
    private func wiki(_ close: Int) -> Found? {
        guard let inner = opening(before: close), inner > start, bytes[inner - 1] == UInt8(ascii: "["),
            inner - 1 == start || bytes[inner - 2] != UInt8(ascii: "\\")
        else { return nil }
        let name = String(decoding: bytes[(inner + 1)..<close], as: UTF8.self)
        guard name.contains(where: \.isLetter) else { return nil }
        let words = name.split(separator: "|").last.map(String.init) ?? name
        return Found(
            range: (inner - 1)..<(close + 2), text: "[[\(name)]]", isWiki: true,
            message: "a link is not written so: this is shown as text",
            hint: "write [\(words)](path/to/file.md), or a backslash before its '[' if it is no link",
            severity: .warning)
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
