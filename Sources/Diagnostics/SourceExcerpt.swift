/// A piece of a source line around a mark, short enough to be read on a terminal.
struct SourceExcerpt {
    let before: String
    let marked: String
    let after: String
    /// Whether the line goes on to the left and to the right of what is shown.
    let isCutBefore: Bool
    let isCutAfter: Bool

    /// How much of a line is shown around a mark, and of the mark itself, in characters.
    private static let reach = 60
    private static let longestMark = 120
    /// No more bytes than this are looked at on each side: characters may be of any length.
    private static let window = 1024

    init(in bytes: [UInt8], from lineStart: Int, marking mark: TextRange, to lineEnd: Int) {
        var first = max(lineStart, mark.lowerBound - Self.window)
        while first > lineStart, bytes[first] & 0xC0 == 0x80 { first -= 1 }
        let left = String(decoding: bytes[first..<mark.lowerBound], as: UTF8.self)
        before = String(left.suffix(Self.reach))
        isCutBefore = first > lineStart || left.count > Self.reach

        let middle = Self.beginning(of: bytes[mark], count: Self.longestMark)
        marked = middle.text
        let right =
            middle.isCut
            ? (text: "", isCut: true) : Self.beginning(of: bytes[mark.upperBound..<lineEnd], count: Self.reach)
        after = right.text
        isCutAfter = right.isCut
    }

    private static func beginning(of bytes: ArraySlice<UInt8>, count: Int) -> (text: String, isCut: Bool) {
        var near = bytes.prefix(window)
        if near.endIndex < bytes.endIndex {
            // Not in the middle of a scalar.
            var end = near.endIndex
            while end > near.startIndex, bytes[end] & 0xC0 == 0x80 { end -= 1 }
            near = bytes[near.startIndex..<end]
        }
        let text = String(decoding: near, as: UTF8.self)
        let shown = text.prefix(count)
        return (String(shown), near.endIndex < bytes.endIndex || shown.endIndex < text.endIndex)
    }
}
