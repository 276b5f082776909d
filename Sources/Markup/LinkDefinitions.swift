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
            if first < bytes.count, bytes[first] == UInt8(ascii: "<") { first += 1 }
            var end = first
            while end < bytes.count, !Self.isSpace(bytes[end]), bytes[end] != UInt8(ascii: ">") { end += 1 }
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
        let wanted = Array(destination.utf8)
        let start = startOfLink
        guard !wanted.isEmpty else { return start..<min(start + 1, bytes.count) }
        // A link's words and its destination fit into this; a longer search would only find another link's.
        let end = min(bytes.count, start + wanted.count + plainText.utf8.count * 2 + 400)
        var index = start + 1
        while index + wanted.count <= end {
            let before = bytes[index - 1]
            if bytes[index] == wanted[0], before == UInt8(ascii: "(") || before == UInt8(ascii: "<") || before == 0x20,
                bytes[index..<(index + wanted.count)].elementsEqual(wanted)
            {
                return index..<(index + wanted.count)
            }
            index += 1
        }
        return document.definitions.place(of: destination) ?? range
    }

    /// cmark's columns slip on continued lines: if there is no bracket where it says, the line is searched from its start.
    private var startOfLink: Int {
        let start = start
        let bytes = document.source.bytes
        if start < bytes.count, [UInt8(ascii: "["), UInt8(ascii: "!"), UInt8(ascii: "<")].contains(bytes[start]) {
            return start
        }
        return document.lineStart(of: start)
    }
}
