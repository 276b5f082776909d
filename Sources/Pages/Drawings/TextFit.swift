import Diagnostics

/// Breaks words into lines for drawings, where nothing else does.
///
/// Widths are estimates in ems, since a drawing is made before anybody knows the reader's fonts: they lean to the wide side.
enum TextFit {
    /// At most `lines` lines of `width` ems; what is left over ends in an ellipsis.
    static func wrapped(_ text: String, width: Double, lines limit: Int) -> [String] {
        let lines = text.withBytes { PlainLines.all(of: $0, width: width) } ?? lines(of: text, width: width)
        guard lines.count > limit else { return lines }
        var shown = Array(lines.prefix(limit))
        if var last = shown.popLast() {
            while !last.isEmpty, self.width(of: last[...]) + 0.9 > width { last.removeLast() }
            shown.append(last + "\u{2026}")
        }
        return shown
    }

    /// Whether a text takes more lines than that.
    static func isLonger(_ text: String, than limit: Int, width: Double) -> Bool {
        (text.withBytes { PlainLines.count(of: $0, width: width) } ?? lines(of: text, width: width).count) > limit
    }

    private static func lines(of text: String, width: Double) -> [String] {
        var lines: [String] = []
        var filling = LineFilling(width: width)
        for word in pieces(of: text, width: width) {
            if filling.startsLine(self.width(of: word)) {
                lines.append(String(word))
            } else {
                lines[lines.count - 1] += " " + word
            }
        }
        return lines
    }

    /// At most so many characters, cut between two words where there are some.
    static func shortened(_ text: String, to limit: Int) -> String {
        text.withBytes { plainlyShortened($0, to: limit) } ?? shortenedByCharacters(text, to: limit)
    }

    /// The same for a text whose beginning is ASCII, as most are: there a byte is a character, and need not be looked up. Nothing for
    /// others.
    private static func plainlyShortened(_ text: UnsafeBufferPointer<UInt8>, to limit: Int) -> String? {
        var shown: [UInt8] = []
        shown.reserveCapacity(limit + 4)
        var isBehindSpace = false
        for byte in text {
            guard byte < 0x80 else { return nil }
            // A byte of another script may belong to the letter before it, so one more than is shown has been looked at.
            if shown.count > limit + 1 { break }
            if byte == 0x20 || (0x09...0x0D).contains(byte) {
                isBehindSpace = !shown.isEmpty
            } else {
                if isBehindSpace { shown.append(0x20) }
                shown.append(byte)
                isBehindSpace = false
            }
        }
        if shown.count > limit {
            if shown[limit] != 0x20, let gap = shown[..<limit].lastIndex(of: 0x20) {
                shown.removeSubrange(gap...)
            } else {
                shown.removeSubrange(limit...)
            }
            while let last = shown.last, last == 0x20 || isPunctuation(last) { shown.removeLast() }
            shown += "\u{2026}".utf8
        }
        return String(decoding: shown, as: UTF8.self)
    }

    /// The punctuation of ASCII: its other signs are symbols.
    private static func isPunctuation(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "$"), UInt8(ascii: "+"), UInt8(ascii: "<"), UInt8(ascii: "="), UInt8(ascii: ">"),
            UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "|"), UInt8(ascii: "~"):
            false
        case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
        default: false
        }
    }

    private static func shortenedByCharacters(_ text: String, to limit: Int) -> String {
        let text = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard text.count > limit else { return text }
        var start = text.prefix(limit)
        if text[start.endIndex] != " ", let gap = start.lastIndex(of: " ") { start = start[..<gap] }
        while let last = start.last, last == " " || last.isPunctuation { start.removeLast() }
        return start + "\u{2026}"
    }

    /// Of the words that can't be broken.
    static func widestPiece(of text: String) -> Double { words(of: text).map(width(of:)).max() ?? 0 }

    static func width(of text: Substring) -> Double {
        text.unicodeScalars.reduce(0) { $0 + width(of: $1) }
    }

    static func width(of scalar: Unicode.Scalar) -> Double {
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
            0x1F300...0x1FAFF, 0x20000...0x3FFFD:
            1
        case 0x300...0x36F: 0
        default:
            switch scalar {
            case "i", "j", "l", "f", "t", "r", "I", ".", ",", ":", ";", "'", "|", "(", ")", " ": 0.33
            case "m", "w", "M", "W", "@", "%": 0.88
            default: scalar.properties.isUppercase ? 0.68 : 0.56
            }
        }
    }

    /// What stands between spaces at which a line may end: a figure and its unit stay together.
    private static func words(of text: String) -> [Substring] {
        text.split { $0.isWhitespace && $0 != "\u{A0}" && $0 != "\u{202F}" }
    }

    /// Words; those that no line holds are cut, and so is script without spaces.
    private static func pieces(of text: String, width: Double) -> [Substring] {
        words(of: text).flatMap { word -> [Substring] in
            var rest = word
            var pieces: [Substring] = []
            while self.width(of: rest) > width, rest.count > 1 {
                var end = rest.index(after: rest.startIndex)
                while end < rest.endIndex, self.width(of: rest[...end]) <= width { end = rest.index(after: end) }
                pieces.append(rest[..<end])
                rest = rest[end...]
            }
            if !rest.isEmpty { pieces.append(rest) }
            return pieces
        }
    }
}
