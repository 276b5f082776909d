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
        var starts: [Int] = []
        starts.reserveCapacity((bytes.count - start) / shortLine + 1)
        starts.append(start)
        bytes.withUnsafeBufferPointer { bytes in
            let end = bytes.count
            let raw = UnsafeRawBufferPointer(bytes)
            var index = start
            while index < end {
                // Most of a line is letters, and is passed over eight at a time.
                while index + 8 <= end, !mayEndLine(raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)) {
                    index += 8
                }
                guard index < end else { break }
                let byte = bytes[index]
                index += 1
                // One comparison for most bytes: no letter is below these.
                if byte > UInt8(ascii: "\r") { continue }
                let isEnd =
                    byte == UInt8(ascii: "\n")
                    || byte == UInt8(ascii: "\r") && (index == end || bytes[index] != UInt8(ascii: "\n"))
                if isEnd { starts.append(index) }
            }
        }
        return starts
    }

    /// Few texts have lines that are shorter on the average.
    private static let shortLine = 16

    /// Whether one of eight bytes is at most CR, as no letter is; after H. S. Warren, "Hacker's Delight", section 6-1.
    private static func mayEndLine(_ word: UInt64) -> Bool {
        let ones: UInt64 = 0x0101_0101_0101_0101
        return (word &- ones &* UInt64(UInt8(ascii: "\r") + 1)) & ~word & (ones &* 0x80) != 0
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

/// Where the lines of a text start, kept when the text itself is not: figures say on which line they were written.
package struct LineStarts: Hashable, Sendable {
    private let starts: [UInt32]

    package init(of bytes: [UInt8]) {
        self.init(TextLines.starts(in: bytes))
    }

    /// - Parameter starts: of all lines, as `TextLines` tells them.
    package init(_ starts: [Int]) {
        self.starts = starts.map { UInt32(clamping: $0) }
    }

    /// The line that has an offset in it, counted from 1.
    package func line(of offset: Int) -> Int {
        // In place, without asking at each step whether there is such a line: data files ask for every entry of a journey.
        starts.withUnsafeBufferPointer { starts in
            var low = 0
            var count = starts.count
            while count > 1 {
                let half = count &>> 1
                low = Int(starts[low &+ half]) <= offset ? low &+ half : low
                count &-= half
            }
            return low + 1
        }
    }
}

extension LineStarts: Packed {
    /// As the lengths of the lines, which are small numbers.
    package func pack(into pack: inout PackWriter) {
        pack.number(starts.count)
        var last: UInt32 = 0
        for start in starts {
            pack.number(Int(start - last))
            last = start
        }
    }

    package init(from pack: inout PackReader) {
        var last: UInt32 = 0
        starts = pack.list { pack in
            last = UInt32(clamping: Int(last) + max(0, min(pack.number(), Int(UInt32.max))))
            return last
        }
    }
}
