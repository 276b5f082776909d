import Diagnostics
import Markup

/// Headings and lanes that Markdown takes for text, code or HTML.
struct StrayBlocks {
    let document: MarkdownDocument
    let labels: LaneLabels

    private func problem(_ code: DiagnosticCode, _ range: TextRange, _ message: String, hint: String) -> Diagnostic {
        Diagnostic(code, at: Location(path: document.source.path, range: range), message, hint: hint)
    }

    /// `##Stage`, `##` with a blank of another kind behind it, `＃＃ Stage`, and `##` behind a sign that nobody sees.
    func headings(in paragraph: MarkdownNode) -> [Diagnostic] {
        var problems: [Diagnostic] = []
        var isLineStart = true
        for inline in paragraph.children {
            if isLineStart, inline.kind == .text, let problem = heading(in: inline) { problems.append(problem) }
            isLineStart = inline.kind == .softBreak || inline.kind == .lineBreak
        }
        return problems
    }

    private func heading(in text: MarkdownNode) -> Diagnostic? {
        let isMark: (Unicode.Scalar) -> Bool = { $0 == "#" || $0 == "\u{FF03}" }
        let isUnseen: (Unicode.Scalar) -> Bool = { PlainSigns.isInvisible($0) || PlainSigns.isBlank($0) }
        // Most lines start with a letter.
        guard text.withLiteral({ $0.first.map { $0 == UInt8(ascii: "#") || $0 >= 0x80 } ?? false }) else { return nil }
        let scalars = text.literal.unicodeScalars
        let unseen = scalars.prefix(while: isUnseen)
        var rest = scalars.dropFirst(unseen.count)
        let marks = rest.prefix(while: isMark)
        rest = rest.dropFirst(marks.count)
        let blanks = rest.prefix { $0 == " " || isUnseen($0) }
        rest = rest.dropFirst(blanks.count)
        // A sign behind a backslash is meant as text.
        let isOdd = !unseen.isEmpty || marks.contains("\u{FF03}") || blanks.isEmpty || blanks.contains { $0 != " " }
        guard isOdd, (2...3).contains(marks.count), let next = rest.first,
            Character(next).isLetter || Character(next).isNumber
        else { return nil }
        let start = text.start + String(unseen).utf8.count
        let signs = String(repeating: "#", count: marks.count)
        let why =
            if marks.contains("\u{FF03}") {
                "'\(String(marks))' is of full width, so this is no heading"
            } else if !unseen.isEmpty {
                "a sign that can't be seen stands before '\(signs)', so this is no heading"
            } else if blanks.isEmpty {
                "a space is missing behind '\(signs)', so this is no heading"
            } else {
                "the blank behind '\(signs)' is not a plain space, so this is no heading"
            }
        return problem(
            .unspacedHeading, start..<(start + String(marks).utf8.count), why,
            hint: "write '\(signs) \(String(rest))'")
    }

    /// The first label of a known lane in a list.
    func firstLane(in list: MarkdownNode) -> Label? {
        list.children.lazy.compactMap { item in
            guard let paragraph = item.firstChild, paragraph.kind == .paragraph,
                let label = Label(of: paragraph, known: labels), label.lane != nil
            else { return nil }
            return label
        }.first
    }

    /// The first heading or lane in code that is set in, and in HTML. What stands between fences is meant as code.
    func lines(of block: MarkdownNode) -> [Diagnostic] {
        let bytes = document.source.bytes
        let range = block.wholeRange
        let isHTML = block.kind == .htmlBlock
        guard let first = bytes[range].first, isHTML || ![UInt8(ascii: "`"), UInt8(ascii: "~")].contains(first),
            !document.diagnostics.contains(where: {
                $0.code == .unclosedBlock && $0.location.range.lowerBound == range.lowerBound
            }), !isHTML || !bytes[range].starts(with: "<!--".utf8)
        else { return [] }
        let (place, cure) =
            isHTML
            ? ("stands in HTML, so it is shown as text", "leave a blank line above it")
            : ("is set in by four spaces or more, so it is read as code", "start its line without spaces")
        var found: Diagnostic?
        var line = range.lowerBound
        while line < range.upperBound {
            let next = TextLines.next(after: line, in: bytes)
            let text = bytes[line..<min(next, range.upperBound)]
            if let signs = ["## ", "### "].first(where: { text.starts(with: $0.utf8) }), found == nil {
                let marks = line..<(line + signs.utf8.count - 1)
                found = problem(.unspacedHeading, marks, "this heading \(place)", hint: cure)
                if isHTML { break }
            }
            if let label = PastedLabel(at: line, in: document.source, known: labels), label.cause != .plain {
                return [found ?? problem(.unreadLabel, label.range, "'\(label.name)' \(place)", hint: cure)]
            }
            line = next
            while line < range.upperBound, bytes[line] == 0x20 || bytes[line] == 0x09 { line += 1 }
        }
        // Code that is set in may well have such signs, but no lanes.
        return isHTML ? found.map { [$0] } ?? [] : []
    }
}
