/// Where lines start: behind LF, CRLF or a CR alone.
package enum TextLines {
    /// Where the line behind the one that has `offset` in it starts; the end of the text, if there is none.
    package static func next(after offset: Int, in bytes: [UInt8]) -> Int {
        bytes.withUnsafeBufferPointer { bytes in
            var index = offset
            while index < bytes.count {
                // One comparison for most bytes: no letter is below these.
                if bytes[index] <= UInt8(ascii: "\r"), isEnd(at: index, in: bytes) { return index + 1 }
                index += 1
            }
            return bytes.count
        }
    }

    /// The start of every line from `start` on, which is the first.
    package static func starts(in bytes: [UInt8], from start: Int = 0) -> [Int] {
        var starts: [Int] = []
        starts.reserveCapacity((bytes.count - start) / shortLine + 1)
        starts.append(start)
        bytes.withUnsafeBufferPointer { bytes in
            guard bytes.firstPlace(of: UInt8(ascii: "\r"), from: start) == nil else {
                for index in start..<bytes.count where isEnd(at: index, in: bytes) { starts.append(index + 1) }
                return
            }
            var index = start
            while let end = bytes.firstPlace(of: UInt8(ascii: "\n"), from: index) {
                index = end + 1
                starts.append(index)
            }
        }
        return starts
    }

    /// Few texts have lines that are shorter on the average.
    private static let shortLine = 16

    /// Whether the last byte of a line end stands there.
    private static func isEnd(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        switch bytes[index] {
        case UInt8(ascii: "\n"): true
        case UInt8(ascii: "\r"): index + 1 == bytes.count || bytes[index + 1] != UInt8(ascii: "\n")
        default: false
        }
    }
}

/// Where the lines of a text start, kept when the text itself is not: figures say on which line they were written.
package struct LineStarts: Hashable, Sendable {
    /// Most files have less than 64 KiB.
    private enum Kept: Hashable, Sendable {
        case short([UInt16])
        case long([UInt32])
    }

    private let kept: Kept

    package init(of bytes: [UInt8]) {
        self.init(TextLines.starts(in: bytes))
    }

    /// - Parameter starts: of all lines in order, as `TextLines` tells them.
    package init(_ starts: [Int]) {
        if starts.last ?? 0 <= UInt16.max {
            kept = .short(starts.map { UInt16(clamping: $0) })
        } else {
            kept = .long(starts.map { UInt32(clamping: $0) })
        }
    }

    /// The line that has an offset in it, counted from 1.
    package func line(of offset: Int) -> Int {
        switch kept {
        case .short(let starts): Self.line(of: offset, among: starts)
        case .long(let starts): Self.line(of: offset, among: starts)
        }
    }

    @inline(__always)
    private static func line(of offset: Int, among starts: [some FixedWidthInteger]) -> Int {
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
        let starts =
            switch kept {
            case .short(let starts): starts.map { Int($0) }
            case .long(let starts): starts.map { Int($0) }
            }
        pack.number(starts.count)
        var last = 0
        for start in starts {
            pack.number(start - last)
            last = start
        }
    }

    package init(from pack: inout PackReader) {
        var last = 0
        self.init(
            pack.list { pack in
                last += max(0, min(pack.number(), Int(UInt32.max)))
                return last
            })
    }
}
