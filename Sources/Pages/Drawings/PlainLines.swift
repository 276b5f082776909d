/// Lines of a text that is ASCII, as most are: there a byte is a character, and need not be looked up. Nothing for others.
///
/// The same as `TextFit` makes of characters.
enum PlainLines {
    static func all(of text: UnsafeBufferPointer<UInt8>, width: Double) -> [String]? {
        var lines: [String] = []
        var line: [UInt8] = []
        let isPlain = visitPieces(of: text, width: width) { piece, startsLine in
            if startsLine {
                if !line.isEmpty { lines.append(String(decoding: line, as: UTF8.self)) }
                line.removeAll(keepingCapacity: true)
            } else {
                line.append(UInt8(ascii: " "))
            }
            line += piece
        }
        if !line.isEmpty { lines.append(String(decoding: line, as: UTF8.self)) }
        return isPlain ? lines : nil
    }

    static func count(of text: UnsafeBufferPointer<UInt8>, width: Double) -> Int? {
        var count = 0
        let isPlain = visitPieces(of: text, width: width) { _, startsLine in count += startsLine ? 1 : 0 }
        return isPlain ? count : nil
    }

    /// Words, and the parts of those that no line holds.
    ///
    /// - Returns: whether the text is ASCII; of another no piece is visited.
    private static func visitPieces(
        of text: UnsafeBufferPointer<UInt8>, width: Double, _ visit: (Slice<UnsafeBufferPointer<UInt8>>, Bool) -> Void
    ) -> Bool {
        guard text.allSatisfy({ $0 < 0x80 }) else { return false }
        let widths = widths
        var filling = LineFilling(width: width)
        var start = 0
        while start < text.count {
            if isSpace(text[start]) {
                start += 1
                continue
            }
            var end = start
            while end < text.count, !isSpace(text[end]) { end += 1 }
            var wide = widths.sum(of: text[start..<end])
            while wide > width, end - start > 1 {
                var cut = start + 1
                var part = widths[Int(text[start])]
                while cut < end, part + widths[Int(text[cut])] <= width {
                    part += widths[Int(text[cut])]
                    cut += 1
                }
                visit(text[start..<cut], filling.startsLine(part))
                start = cut
                wide = widths.sum(of: text[start..<end])
            }
            if start < end { visit(text[start..<end], filling.startsLine(wide)) }
            start = end
        }
        return true
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte >= 0x09 && byte <= 0x0D }

    private static let widths = (0..<0x80).map { TextFit.width(of: Unicode.Scalar(UInt8($0))) }
}

extension [Double] {
    fileprivate func sum(of text: Slice<UnsafeBufferPointer<UInt8>>) -> Double {
        var sum = 0.0
        for byte in text { sum += self[Int(byte)] }
        return sum
    }
}

/// Puts words of some width behind each other, line by line.
struct LineFilling {
    private static let gap = 0.28

    let width: Double
    /// Of the line; nothing before the first.
    private var used: Double?

    init(width: Double) { self.width = width }

    /// Whether a word does not fit behind those before it.
    mutating func startsLine(_ wide: Double) -> Bool {
        if let used, used + Self.gap + wide <= width {
            self.used = used + (Self.gap + wide)
            return false
        }
        used = wide
        return true
    }
}
