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
        for piece in text.split(separator: ",", omittingEmptySubsequences: false) {
            let name = piece.drop { $0 == " " }
            let start = offset + piece.utf8.count - name.utf8.count
            var end = name.endIndex
            while end > name.startIndex, name[name.index(before: end)] == " " { end = name.index(before: end) }
            let trimmed = String(name[..<end])
            if !trimmed.isEmpty { parts.append(Part(text: trimmed, range: start..<(start + trimmed.utf8.count))) }
            offset += piece.utf8.count + 1
        }
        self.parts = parts
    }

    func makeIterator() -> IndexingIterator<[Part]> { parts.makeIterator() }
}

extension Range<Int> {
    /// A part of what stands at this place, given relative to its start.
    func part(_ part: Range<Int>) -> Range<Int> { (lowerBound + part.lowerBound)..<(lowerBound + part.upperBound) }
}
