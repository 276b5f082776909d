/// Parts of a text between commas, trimmed, with their UTF-8 offsets; empty ones are left out.
struct CommaList: Sequence {
    struct Part {
        let text: String
        let range: Range<Int>
    }

    private let parts: [Part]

    init(_ text: String) {
        var parts: [Part] = []
        var offset = 0
        let space = UInt8(ascii: " ")
        for piece in text.utf8.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) {
            let name = piece.drop { $0 == space }
            let start = offset + piece.count - name.count
            let trimmed = String(Substring(Self.trimmed(name)))
            if !trimmed.isEmpty { parts.append(Part(text: trimmed, range: start..<(start + trimmed.utf8.count))) }
            offset += piece.count + 1
        }
        self.parts = parts
    }

    private static func trimmed(_ name: Substring.UTF8View) -> Substring.UTF8View {
        var name = name
        while name.last == UInt8(ascii: " ") { name.removeLast() }
        return name
    }

    func makeIterator() -> IndexingIterator<[Part]> { parts.makeIterator() }
}

extension Range<Int> {
    /// A part of what stands at this place, given relative to its start.
    func part(_ part: Range<Int>) -> Range<Int> { (lowerBound + part.lowerBound)..<(lowerBound + part.upperBound) }
}
