import Diagnostics

/// The YAML between the lines of `---` at the top of a file, and where the Markdown below it starts.
package struct FrontMatter: Sendable {
    /// Nothing where the file has no front matter.
    package let mapping: YAMLMapping?
    /// Between the fences; empty where there are none.
    package let range: TextRange
    package let bodyStart: Int

    package static func read(_ source: SourceText) -> Checked<FrontMatter> {
        let bytes = source.bytes
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        guard let opening = fence(at: start, in: bytes) else {
            return Checked(FrontMatter(mapping: nil, range: start..<start, bodyStart: start))
        }
        var line = opening
        while line < bytes.count {
            if let end = fence(at: line, in: bytes) {
                let mapping = YAMLMapping.read(source, in: opening..<line)
                return Checked(
                    FrontMatter(mapping: mapping.value, range: opening..<line, bodyStart: end), mapping.diagnostics)
            }
            line = TextLines.next(after: line, in: bytes)
        }
        return unclosed(source, from: start, yaml: opening)
    }

    /// A file whose second fence is missing: front matter ends with the last line that can belong to it.
    private static func unclosed(_ source: SourceText, from start: Int, yaml: Int) -> Checked<FrontMatter> {
        var end = yaml
        var hasKeys = false
        while end < source.bytes.count {
            let first = source.bytes[end]
            if first == UInt8(ascii: "\n") || first == UInt8(ascii: "\r") { break }
            // Below the keys a `#` is a heading's, above them a comment's.
            if first != UInt8(ascii: "#") { hasKeys = true } else if hasKeys { break }
            end = TextLines.next(after: end, in: source.bytes)
        }
        let mapping = YAMLMapping.read(source, in: yaml..<end)
        let problem = Diagnostic(
            .frontMatterUnclosed, at: Location(path: source.path, range: start..<(start + 3)),
            "the front matter that opens here is never closed", hint: "put a line of '---' below its last key")
        return Checked(
            FrontMatter(mapping: mapping.value, range: yaml..<end, bodyStart: end), mapping.diagnostics + [problem])
    }

    /// Where the line after a fence starts, if the line at `start` is one: `---`, and nothing but white space behind it.
    private static func fence(at start: Int, in bytes: [UInt8]) -> Int? {
        guard start + 3 <= bytes.count, bytes[start..<start + 3].allSatisfy({ $0 == UInt8(ascii: "-") }) else {
            return nil
        }
        let next = TextLines.next(after: start + 3, in: bytes)
        let isBlank = bytes[(start + 3)..<next].allSatisfy { $0 <= 0x20 }
        return isBlank ? next : nil
    }
}
