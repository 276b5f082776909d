/// Where lines start: behind LF, CRLF or a CR alone.
package enum TextLines {
    /// Where the line behind the one that has `offset` in it starts; the end of the text, if there is none.
    package static func next(after offset: Int, in bytes: [UInt8]) -> Int {
        var index = offset
        while index < bytes.count {
            if isEnd(at: index, in: bytes) { return index + 1 }
            index += 1
        }
        return bytes.count
    }

    /// The start of every line from `start` on, which is the first.
    package static func starts(in bytes: [UInt8], from start: Int = 0) -> [Int] {
        var starts = [start]
        for index in start..<max(start, bytes.count) where isEnd(at: index, in: bytes) { starts.append(index + 1) }
        return starts
    }

    /// Whether the last byte of a line end stands there.
    private static func isEnd(at index: Int, in bytes: [UInt8]) -> Bool {
        switch bytes[index] {
        case UInt8(ascii: "\n"): true
        case UInt8(ascii: "\r"): index + 1 == bytes.count || bytes[index + 1] != UInt8(ascii: "\n")
        default: false
        }
    }
}
