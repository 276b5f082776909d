import Diagnostics

/// Links and images with a space in their path, which Markdown takes for text: `[plan](../assets/my plan.png)`.
enum SpacedPaths {
    struct Found {
        /// From `[` or `!` to `)`.
        let range: TextRange
        /// How the tree has it, if it is text.
        let text: String
        let hint: String
    }

    static func diagnostic(_ found: Found, in source: SourceText) -> Diagnostic {
        Diagnostic(
            .spacedPath, at: Location(path: source.path, range: found.range),
            "the path of a link ends at its first space, so this is shown as text", hint: found.hint)
    }

    /// Those in a file that are text in its tree: neither code nor links that were read.
    static func find(in source: SourceText, from start: Int, under root: OpaquePointer) -> [Found] {
        PlainTexts.found(candidates(in: source.bytes, from: start), with: "](", under: root, text: \.text)
    }

    /// `](` and a path with a space in it, up to the `)` that closes it in the same line.
    private static func candidates(in bytes: [UInt8], from start: Int) -> [Found] {
        var candidates: [Found] = []
        var index = start
        while let close = bytes.firstPlace(of: UInt8(ascii: "]"), from: index) {
            index = close + 1
            guard index < bytes.count, bytes[index] == UInt8(ascii: "("), let end = closing(in: bytes, from: index + 1),
                bytes[(index + 1)..<end].contains(0x20), let opening = opening(in: bytes, before: close, from: start)
            else { continue }
            let inner = bytes[(index + 1)..<end]
            guard let (path, title) = parts(of: String(decoding: inner, as: UTF8.self)), isPath(path) || isPhone(path)
            else { continue }
            let words = String(decoding: bytes[opening...close], as: UTF8.self)
            // Words that are marked up are nodes of their own in the tree.
            let isPlain = !words.contains { "*_`&<\\".contains($0) }
            candidates.append(
                Found(
                    range: opening..<(end + 1),
                    text: String(decoding: bytes[(isPlain ? opening : close)...end], as: UTF8.self),
                    hint: "write \(words)(\(mended(path, title)))"))
            index = end
        }
        return candidates
    }

    /// Words behind the name of a content file, which none has in the middle, are a title.
    private static func mended(_ path: String, _ title: String) -> String {
        if isPhone(path) { return "tel:" + path.filter { $0 == "+" || $0.isNumber } }
        guard title.isEmpty, let end = path.firstRange(of: ".md ")?.upperBound, !path[end...].hasSuffix(".md") else {
            return "<\(path)>\(title)"
        }
        return "\(path[..<end])\"\(path[end...])\""
    }

    private static func closing(in bytes: [UInt8], from start: Int) -> Int? {
        var depth = 1
        for index in start..<bytes.count {
            switch bytes[index] {
            case 0x0A, 0x0D, UInt8(ascii: "<"), UInt8(ascii: ">"): return nil
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")"):
                depth -= 1
                if depth == 0 { return index }
            default: break
            }
        }
        return nil
    }

    /// The `[` of the same line, or the `!` before it, unless it is escaped.
    private static func opening(in bytes: [UInt8], before close: Int, from start: Int) -> Int? {
        var depth = 0
        var index = close
        while index >= start, bytes[index] != 0x0A, bytes[index] != 0x0D {
            if bytes[index] == UInt8(ascii: "]") { depth += 1 }
            if bytes[index] == UInt8(ascii: "[") {
                depth -= 1
                if depth == 0 {
                    let before = index > start ? bytes[index - 1] : 0x20
                    if before == UInt8(ascii: "\\") { return nil }
                    return before == UInt8(ascii: "!") ? index - 1 : index
                }
            }
            index -= 1
        }
        return nil
    }

    /// The path, and the title behind it with the space before it.
    private static func parts(of inner: String) -> (path: String, title: String)? {
        var path = inner[...]
        var title = ""
        for quote in ["\"", "'"] {
            guard path.hasSuffix(quote), let first = path.firstRange(of: " " + quote) else { continue }
            title = String(path[first.lowerBound...])
            path = path[..<first.lowerBound]
        }
        while path.first == " " { path.removeFirst() }
        while path.last == " " { path.removeLast() }
        return path.contains(" ") ? (String(path), title) : nil
    }

    /// `+49 30 123456`
    private static func isPhone(_ path: String) -> Bool {
        (path.hasPrefix("+") || path.hasPrefix("tel:")) && path.count { $0.isNumber } > 5
            && path.dropFirst(path.hasPrefix("tel:") ? 4 : 1).allSatisfy { $0.isNumber || " -/().+".contains($0) }
    }

    /// Words in parentheses behind words in brackets are no link: a path starts or ends as paths do.
    private static func isPath(_ path: String) -> Bool {
        if ["./", "../", "/"].contains(where: path.hasPrefix) || path.hasBytes(of: "://") { return true }
        if path.prefix(while: { $0 != " " }).hasSuffix(".md") { return true }
        let file = path.prefix { $0 != "#" && $0 != "?" }
        guard let dot = file.lastIndex(of: ".") else { return false }
        let ending = file[file.index(after: dot)...]
        return (2...5).contains(ending.count) && ending.first?.isLetter == true
            && ending.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
    }
}
