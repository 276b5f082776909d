import Diagnostics

/// Parts of a text between commas, trimmed, with their UTF-8 offsets; empty ones are left out.
struct CommaList: Sequence {
    struct Part {
        let text: String
        let range: Range<Int>
    }

    private let parts: [Part]

    init(_ text: String) {
        parts = text.withBytes { bytes in
            var parts: [Part] = []
            var start = 0
            while start <= bytes.count {
                var end = start
                while end < bytes.count, bytes[end] != UInt8(ascii: ",") { end += 1 }
                let range = Self.trimmed(start..<end, of: bytes)
                if !range.isEmpty {
                    let name = String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
                    parts.append(Part(text: name, range: range))
                }
                start = end + 1
            }
            return parts
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
