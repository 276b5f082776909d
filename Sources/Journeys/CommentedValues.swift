import Diagnostics
import Markup

/// A `#` behind a space starts a comment, which is not what everybody means by it.
extension FieldReader {
    /// `accent: #0b6e4f` has no value: a `#` behind a space starts a comment.
    mutating func sayIfCommented(_ value: YAMLNode, key: String) {
        guard let comment = commented(value) else { return }
        say(
            .yamlSyntax, comment, "'#' starts a comment here, so '\(key)' has no value",
            hint: "put quotes around it: \"\(String(decoding: source.bytes[comment], as: UTF8.self))\"")
    }

    /// What stands in place of an empty value as a comment: `# to be decided` is one, `#0b6e4f` was meant as a value.
    func commented(_ value: YAMLNode) -> TextRange? {
        guard case .empty = value.kind, value.range.isEmpty else { return nil }
        let isSpace: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 }
        let bytes = source.bytes
        let start = bytes[min(value.range.lowerBound, bytes.count)...].firstIndex { !isSpace($0) } ?? bytes.count
        guard start + 1 < bytes.count, bytes[start] == UInt8(ascii: "#"), bytes[start + 1] > 0x20,
            bytes[start + 1] != UInt8(ascii: "#")
        else { return nil }
        let line = bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
        let end = bytes[start..<line].lastIndex { !isSpace($0) }.map { $0 + 1 } ?? line
        return start..<end
    }

    /// `parent: base #before` and `title: Room #5` lose what stands behind the space. A comment has one behind its `#`.
    mutating func warnOfComment(behind value: YAMLNode, of key: String) {
        let bytes = source.bytes
        let end = value.range.upperBound
        // Most values end with their line.
        guard case .scalar(let text) = value.kind, end + 2 < bytes.count, bytes[end] == 0x20,
            let first = bytes[value.range].first, first != UInt8(ascii: "\""), first != UInt8(ascii: "'"),
            let start = bytes[end...].firstIndex(where: { $0 != 0x20 }), start + 1 < bytes.count,
            bytes[start] == UInt8(ascii: "#"), bytes[start + 1] > 0x20, bytes[start + 1] != UInt8(ascii: "#")
        else { return }
        let line = bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
        let comment = String(decoding: bytes[start..<line], as: UTF8.self)
        let isReference = ["parent", "also_in", "addresses", "evidence"].contains(key)
        add([
            Diagnostic(
                .yamlSyntax, at: Location(path: source.path, range: start..<line),
                "'#' starts a comment here, so this is no part of '\(key)'",
                hint: isReference
                    ? "write \(text)\(comment), without the space"
                    : "put quotes around it all: \"\(text) \(comment)\"; a comment has a space behind its '#'",
                severity: .warning)
        ])
    }
}
