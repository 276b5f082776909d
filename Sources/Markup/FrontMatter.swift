import Diagnostics

/// The YAML between the lines of `---` at the top of a file, and where the Markdown below it starts.
package struct FrontMatter: Sendable {
    /// Nothing where the file has no front matter.
    package let mapping: YAMLMapping?
    /// The line that opens it; nothing where there is none.
    package let opening: TextRange?
    /// Between the fences; empty where there are none.
    package let range: TextRange
    package let bodyStart: Int

    package static func read(_ source: SourceText) -> Checked<FrontMatter> {
        FrontMatterReading(source: source).read()
    }
}

/// Finds the fences, and those that are not quite right: `--`, `----`, `—`, or one below blank lines.
private struct FrontMatterReading {
    let source: SourceText
    private let bytes: [UInt8]

    init(source: SourceText) {
        self.source = source
        bytes = source.bytes
    }

    func read() -> Checked<FrontMatter> {
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        var line = start
        var isBelowText = false
        var code: TextRange?
        while line < bytes.count {
            if isCodeFence(line) { code = line..<contentEnd(line) }
            if isAside(line) { isBelowText = true } else if !isBlank(line) { break }
            line = next(after: line)
        }
        // A first line of `---` opens front matter; anything else like it does so only above a key.
        guard let opening = fence(at: line) ?? indentedFence(at: line), !isBelowText || opening.isExact,
            (line == start && opening.isExact) || isKey(next(after: line)),
            let end = closing(of: opening, after: line, isFirst: line == start)
        else { return Checked(FrontMatter(mapping: nil, opening: nil, range: start..<start, bodyStart: start)) }

        let yaml = next(after: line)
        var problems: [Diagnostic] = []
        if !opening.isExact {
            problems.append(
                say(
                    .frontMatterMissing, opening.range, "this line opens no front matter",
                    hint: hasUnseen(before: opening.range.lowerBound)
                        ? "delete the sign before '---', which can't be seen"
                        : "front matter opens with a line of exactly three hyphens: ---"))
        } else if line > start, let code {
            let sign = String(decoding: bytes[code.prefix(3)], as: UTF8.self)
            problems.append(
                say(
                    .frontMatterMissing, code,
                    "front matter starts in the first line of a file, and this one starts a block of code",
                    hint: "delete this line, and the line of '\(sign)' that ends the block"))
        } else if line > start {
            problems.append(
                say(
                    .frontMatterMissing, opening.range, "front matter starts in the first line of a file",
                    hint: isBelowText ? "move what stands above it below its end" : "delete the blank lines above it"))
        }
        problems += end.problems
        let second = end.isGuessed ? nil : another(below: end)
        if let second {
            problems.append(
                say(
                    .frontMatterMissing, second.opening, "this line opens a second front matter: a file has one",
                    hint: "delete it, and the line of '---' that ends the first"))
        }
        let text = second.map { blanked([end.start..<contentEnd(end.start), $0.opening]) } ?? source
        let last = second?.end ?? end
        let mapping = YAMLMapping.read(text, in: yaml..<last.start)
        // Where it was never closed, words of the body may stand among its lines.
        let found = mapping.diagnostics.filter { !end.isGuessed || $0.code != .yamlSyntax }
        return Checked(
            FrontMatter(
                mapping: mapping.value, opening: opening.range, range: yaml..<last.start, bodyStart: last.bodyStart),
            found + problems)
    }

    /// A second one right below the first, whose keys are read as if they stood in it.
    private func another(below first: End) -> (opening: TextRange, end: End)? {
        var line = first.bodyStart
        while line < bytes.count, isBlank(line) { line = next(after: line) }
        guard let opening = fence(at: line), opening.isExact else { return nil }
        var at = next(after: line)
        // Below a blank line it may be a rule of the text, and words in capitals start a sentence.
        guard isKey(at, inCapitals: line == first.bodyStart) else { return nil }
        while at < bytes.count, !isBlank(at), bytes[at] != UInt8(ascii: "#") {
            if let fence = fence(at: at) {
                let end = End(start: at, bodyStart: next(after: at), problems: [])
                return fence.isExact ? (opening.range, end) : nil
            }
            at = next(after: at)
        }
        return nil
    }

    /// The same text with blanks in place of some of its lines.
    private func blanked(_ lines: [TextRange]) -> SourceText {
        var bytes = bytes
        for line in lines { for index in line { bytes[index] = 0x20 } }
        return SourceText(path: source.path, bytes: bytes)
    }

    private struct Fence {
        let range: TextRange
        /// `---`
        let isExact: Bool
    }

    private struct End {
        let start: Int
        let bodyStart: Int
        let problems: [Diagnostic]
        /// Whether there is no line that closes it.
        var isGuessed = false
    }

    /// Where front matter ends. One that opens with a wrong fence must have an end, or it would be a guess.
    private func closing(of opening: Fence, after line: Int, isFirst: Bool) -> End? {
        let yaml = next(after: line)
        var at = yaml
        var heading: Int?
        while at < bytes.count {
            if let fence = fence(at: at) {
                // A stage inside front matter would be a comment of YAML: the fence is the rule of some stage further down.
                if fence.isExact, let heading, !hasKeys(heading..<at) { break }
                let hint = "front matter is closed by a line of exactly three hyphens: ---"
                let problem = say(
                    .frontMatterUnclosed, fence.range, "this line does not close the front matter", hint: hint)
                return End(start: at, bodyStart: next(after: at), problems: fence.isExact ? [] : [problem])
            }
            if heading == nil, bytes[at] == UInt8(ascii: "#"),
                bytes[at...].starts(with: "## ".utf8) || bytes[at...].starts(with: "### ".utf8)
            {
                heading = at
            }
            at = next(after: at)
        }
        return opening.isExact && isFirst ? unclosed(opening, yaml: yaml) : nil
    }

    /// The second fence is missing: front matter ends with the last line that can belong to it.
    private func unclosed(_ opening: Fence, yaml: Int) -> End {
        var end = yaml
        var hasKeys = false
        while end < bytes.count, !isBlank(end) {
            // Below the keys a `#` is a heading's, above them a comment's.
            if bytes[end] != UInt8(ascii: "#") { hasKeys = true } else if hasKeys { break }
            end = next(after: end)
        }
        let problem = say(
            .frontMatterUnclosed, opening.range, "the front matter that opens here is never closed",
            hint: "put a line of '---' below its last key")
        return End(start: end, bodyStart: end, problems: [problem], isGuessed: true)
    }

    /// The line at `start`, if it has nothing but two or more hyphens or dashes, or the `...` that ends a YAML document.
    private func fence(at start: Int) -> Fence? {
        guard start < bytes.count, Self.mayFence(bytes[start]) else { return nil }
        var end = contentEnd(start)
        while end > start, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
        let range = start..<end
        if bytes[range].elementsEqual("---".utf8) { return Fence(range: range, isExact: true) }
        let text = String(decoding: bytes[range], as: UTF8.self)
        guard !text.isEmpty else { return nil }
        let isDashes =
            text.unicodeScalars.allSatisfy { $0 == "-" || (0x2010...0x2015).contains($0.value) } && text != "-"
        return isDashes || text == "..." ? Fence(range: range, isExact: false) : nil
    }

    /// Most lines start with a letter. Dashes other than the hyphen start with the last of these.
    private static func mayFence(_ first: UInt8) -> Bool {
        first == UInt8(ascii: "-") || first == UInt8(ascii: ".") || first == 0xE2
    }

    /// A heading, a comment or the start of code on one line, which some put above front matter.
    private func isAside(_ start: Int) -> Bool {
        let line = bytes[start..<contentEnd(start)]
        if line.starts(with: "# ".utf8) { return true }
        let text =
            line.first == UInt8(ascii: "<") || line.first == UInt8(ascii: "`")
            ? String(decoding: line, as: UTF8.self) : ""
        return text.hasPrefix("<!--") && text.hasSuffix("-->") || isCodeFence(start)
    }

    /// "```markdown", in which assistants hand over a whole file, and "```yaml".
    private func isCodeFence(_ start: Int) -> Bool {
        let line = bytes[start..<contentEnd(start)]
        guard let sign = line.first, sign == UInt8(ascii: "`") || sign == UInt8(ascii: "~") else { return false }
        let word = String(decoding: line.drop { $0 == sign }, as: UTF8.self).lowercased().filter { $0 != " " }
        return line.prefix { $0 == sign }.count >= 3 && ["", "yaml", "yml", "markdown", "md"].contains(word)
    }

    /// Zero-width spaces and byte order marks.
    private static let unseen = ["\u{FEFF}", "\u{200B}"].map { Array($0.utf8) }

    private func hasUnseen(before index: Int) -> Bool {
        // The first byte order mark of a file is as it should be.
        index > 3 && Self.unseen.contains { bytes[..<index].suffix(3).elementsEqual($0) }
            || bytes[..<index].elementsEqual(Self.unseen[1])
    }

    /// A fence behind spaces, or behind signs that nobody sees.
    private func indentedFence(at start: Int) -> Fence? {
        var text = start
        while text < bytes.count {
            if bytes[text] == 0x20 || bytes[text] == 0x09 {
                text += 1
            } else if Self.unseen.contains(where: { bytes[text...].starts(with: $0) }) {
                text += 3
            } else {
                break
            }
        }
        return text > start ? fence(at: text).map { Fence(range: $0.range, isExact: false) } : nil
    }

    private func hasKeys(_ range: TextRange) -> Bool {
        var line = range.lowerBound
        while line < range.upperBound {
            if isKey(line) { return true }
            line = next(after: line)
        }
        return false
    }

    /// A line that starts with a word of lower case and a colon.
    private func isKey(_ start: Int, inCapitals: Bool = false) -> Bool {
        var index = start
        while index < bytes.count {
            let byte = inCapitals ? bytes[index] | 0x20 : bytes[index]
            guard (0x61...0x7A).contains(byte) || bytes[index] == UInt8(ascii: "_") else { break }
            index += 1
        }
        return index > start && index < bytes.count && bytes[index] == UInt8(ascii: ":")
    }

    private func isBlank(_ start: Int) -> Bool {
        bytes[start..<contentEnd(start)].allSatisfy { $0 == 0x20 || $0 == 0x09 }
    }

    /// The end of a line without its line end.
    private func contentEnd(_ start: Int) -> Int {
        bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
    }

    private func next(after start: Int) -> Int { TextLines.next(after: start, in: bytes) }

    private func say(_ code: DiagnosticCode, _ range: TextRange, _ message: String, hint: String) -> Diagnostic {
        Diagnostic(code, at: Location(path: source.path, range: range), message, hint: hint)
    }
}
