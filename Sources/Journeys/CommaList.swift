import Diagnostics

/// Parts of a text between commas of any script, trimmed, with their UTF-8 offsets; empty ones are left out.
struct CommaList: Sequence {
    struct Part {
        let text: String
        let range: Range<Int>
    }

    let parts: [Part]

    init(_ text: String) {
        parts = text.withBytes { bytes in
            var parts: [Part] = []
            var start = 0
            while start <= bytes.count {
                var end = start
                var width = 1
                while end < bytes.count {
                    width = Self.widthOfComma(at: end, in: bytes)
                    if width > 0 { break }
                    end += 1
                }
                let range = Self.trimmed(start..<end, of: bytes)
                if !range.isEmpty {
                    // Most texts are one part.
                    let name =
                        range.count == bytes.count
                        ? text : String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
                    if parts.isEmpty, end < bytes.count { parts.reserveCapacity(4) }
                    parts.append(Part(text: name, range: range))
                }
                start = end + (width > 0 ? width : 1)
            }
            return parts
        }
    }

    /// `,` or one of `،`, `、` and `，`, in bytes; 0 where none stands.
    private static func widthOfComma(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
        switch bytes[index] {
        case UInt8(ascii: ","): return 1
        case 0xD8: return index + 1 < bytes.count && bytes[index + 1] == 0x8C ? 2 : 0
        case 0xE3, 0xEF:
            guard index + 2 < bytes.count else { return 0 }
            let rest = (bytes[index + 1], bytes[index + 2])
            return rest == (bytes[index] == 0xE3 ? (0x80, 0x81) : (0xBC, 0x8C)) ? 3 : 0
        default: return 0
        }
    }

    private static func trimmed(_ range: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, bytes[start] == UInt8(ascii: " ") { start += 1 }
        while end > start, bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
        return start..<end
    }

    func makeIterator() -> IndexingIterator<[Part]> { parts.makeIterator() }
}

extension Range<Int> {
    /// A part of what stands at this place, given relative to its start.
    func part(_ part: Range<Int>) -> Range<Int> { (lowerBound + part.lowerBound)..<(lowerBound + part.upperBound) }
}
