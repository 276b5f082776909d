import Diagnostics

/// Tabs that mean nothing in YAML: those of lines that have nothing else, and those before a comment.
enum BlankTabs {
    /// The file with spaces for them, all else where it was; nothing where there are none.
    static func asSpaces(_ source: SourceText, in range: TextRange) -> SourceText? {
        var bytes = source.bytes
        var hasAny = false
        var line = range.lowerBound
        while line < range.upperBound {
            var at = line
            while at < range.upperBound, bytes[at] == 0x20 || bytes[at] == 0x09 { at += 1 }
            let isBlank = at == range.upperBound || [0x0A, 0x0D, UInt8(ascii: "#")].contains(bytes[at])
            if isBlank {
                for tab in line..<at where bytes[tab] == 0x09 {
                    bytes[tab] = 0x20
                    hasAny = true
                }
            }
            line = TextLines.next(after: at, in: bytes)
        }
        return hasAny ? SourceText(path: source.path, bytes: bytes) : nil
    }
}
