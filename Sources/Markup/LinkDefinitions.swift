import Diagnostics

/// Where link destinations stand in a file: cmark tells what a link leads to, but not where that is written.
struct LinkDefinitions {
    /// Destinations of `[label]: destination` lines, by what they say.
    private let places: [String: TextRange]

    init(source: SourceText, from start: Int) {
        var places: [String: TextRange] = [:]
        let bytes = source.bytes
        var index = start
        while index + 1 < bytes.count {
            guard bytes[index] == UInt8(ascii: "]"), bytes[index + 1] == UInt8(ascii: ":") else {
                index += 1
                continue
            }
            var first = index + 2
            while first < bytes.count, Self.isSpace(bytes[first]) { first += 1 }
            let isBracketed = first < bytes.count && bytes[first] == UInt8(ascii: "<")
            if isBracketed { first += 1 }
            var end = first
            while end < bytes.count, bytes[end] != UInt8(ascii: "\n") {
                if isBracketed ? bytes[end] == UInt8(ascii: ">") : Self.isSpace(bytes[end]) { break }
                end += 1
            }
            let destination = String(decoding: bytes[first..<end], as: UTF8.self)
            if places[destination] == nil { places[destination] = first..<end }
            index = max(end, index + 1)
        }
        self.places = places
    }

    func place(of destination: String) -> TextRange? { places[destination] }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}

extension MarkdownNode {
    /// Where the destination of a link or an image stands in the file.
    ///
    /// Looked for behind the link's start, then among the definitions; the link's own start where it is written differently
    /// (escapes, entities).
    package var destinationRange: TextRange {
        let bytes = document.source.bytes
        let wanted = destination
        let start = startOfLink
        guard let first = wanted.utf8.first else { return start..<min(start + 1, bytes.count) }
        if start < bytes.count, bytes[start] == UInt8(ascii: "<"),
            let end = bytes[start...].firstIndex(of: UInt8(ascii: ">"))
        {
            return (start + 1)..<end
        }
        var index = start + 1
        while let found = bytes.firstPlace(of: first, from: index), mayBeOwn(found, behind: start) {
            let place = found..<(found + wanted.utf8.count)
            guard place.upperBound <= bytes.count else { break }
            if Self.isBehindWords(found, in: bytes) || isAutolink(at: place), bytes.isSame(place, as: wanted) {
                return place
            }
            index = found + 1
        }
        return document.definitions.place(of: wanted) ?? range
    }

    /// Whether `<` and `>` stand around, as around an address that is its own words: of one below the first line of its paragraph cmark
    /// tells another place.
    private func isAutolink(at place: TextRange) -> Bool {
        let bytes = document.source.bytes
        return place.lowerBound > 0 && bytes[place.lowerBound - 1] == UInt8(ascii: "<")
            && place.upperBound < bytes.count && bytes[place.upperBound] == UInt8(ascii: ">")
    }

    /// Whether a link's destination may stand so far behind its start: its words fit in between. A longer search would only find another
    /// link's.
    private func mayBeOwn(_ place: Int, behind start: Int) -> Bool {
        let distance = place - start
        return distance <= 400 || distance <= plainText.utf8.count * 2 + 400
    }

    /// Whether `](` stands before, with white space or `<` between.
    private static func isBehindWords(_ index: Int, in bytes: [UInt8]) -> Bool {
        var before = index - 1
        if before >= 0, bytes[before] == UInt8(ascii: "<") { before -= 1 }
        while before >= 0, bytes[before] <= 0x20 { before -= 1 }
        return before > 0 && bytes[before] == UInt8(ascii: "(") && bytes[before - 1] == UInt8(ascii: "]")
    }

    /// If there is no bracket where the link should start, its line is searched from its own start.
    private var startOfLink: Int {
        let bytes = document.source.bytes
        // cmark gives a link the line that it ends on; its words are right where they are.
        if let words = firstChild, words.kind == .text, case let before = words.start - 1, before >= 0,
            bytes[before] == UInt8(ascii: "[")
        {
            return before
        }
        let start = start
        if start < bytes.count, [UInt8(ascii: "["), UInt8(ascii: "!"), UInt8(ascii: "<")].contains(bytes[start]) {
            return start
        }
        return document.lineStart(of: start)
    }
}
