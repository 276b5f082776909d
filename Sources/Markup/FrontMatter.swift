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
            line = nextLine(after: line, in: bytes)
        }
        return unclosed(source, from: start, yaml: opening)
    }

    /// A file whose second fence is missing: front matter ends with the last line that can belong to it.
    private static func unclosed(_ source: SourceText, from start: Int, yaml: Int) -> Checked<FrontMatter> {
        var end = yaml
        while end < source.bytes.count {
            let first = source.bytes[end]
            if first == UInt8(ascii: "\n") || first == UInt8(ascii: "\r") || first == UInt8(ascii: "#") { break }
            end = nextLine(after: end, in: source.bytes)
        }
        let mapping = YAMLMapping.read(source, in: yaml..<end)
        let problem = Diagnostic(
            .frontMatterUnclosed, at: Location(path: source.path, range: start..<(start + 3)),
            "the front matter that opens here is never closed", hint: "put a line of '---' below its last key")
        return Checked(
            FrontMatter(mapping: mapping.value, range: yaml..<end, bodyStart: end), mapping.diagnostics + [problem])
    }

    /// Where the line after a fence starts, if the line at `start` is one: `---`, and nothing but spaces behind it.
    private static func fence(at start: Int, in bytes: [UInt8]) -> Int? {
        guard start + 3 <= bytes.count, bytes[start..<start + 3].allSatisfy({ $0 == UInt8(ascii: "-") }) else {
            return nil
        }
        var end = start + 3
        while end < bytes.count, bytes[end] != UInt8(ascii: "\n") {
            guard [UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r")].contains(bytes[end]) else { return nil }
            end += 1
        }
        return min(end + 1, bytes.count)
    }

    private static func nextLine(after start: Int, in bytes: [UInt8]) -> Int {
        bytes[start...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.count
    }
}
