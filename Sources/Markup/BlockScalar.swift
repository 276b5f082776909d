import Diagnostics

/// A text behind `>` or `|`, in the lines below it.
enum BlockScalar {
    /// The value without the line ends around it, which nobody means; one of a single line stands where that line is, and not at its sign.
    static func node(
        of text: UnsafeBufferPointer<UInt8>, at place: TextRange, in bytes: UnsafeBufferPointer<UInt8>
    ) -> YAMLNode {
        let isBlank: (UInt8) -> Bool = { $0 == 0x0A || $0 == 0x20 }
        let start = text.firstIndex { !isBlank($0) } ?? text.count
        let end = text.lastIndex { !isBlank($0) }.map { $0 + 1 } ?? text.count
        let value = UnsafeBufferPointer(rebasing: text[start..<end])
        let kind = YAMLNode.Kind.scalar(String(decoding: value, as: UTF8.self))
        guard !value.isEmpty, !value.contains(0x0A),
            let line = bytes[place].firstIndex(where: { $0 == 0x0A || $0 == 0x0D }),
            let start = bytes[line..<place.upperBound].firstIndex(where: { $0 > 0x20 }),
            start + value.count <= place.upperBound, bytes[start..<(start + value.count)].elementsEqual(value)
        else { return YAMLNode(kind: kind, range: place) }
        return YAMLNode(kind: kind, range: start..<(start + value.count), lead: 0)
    }
}
