/// The lines of a text, found once, to turn offsets into the lines and columns that people count.
///
/// Made when a diagnostic is printed, never while files are read.
package struct SourceLines: Sendable {
    /// A place as an editor shows it. Both count from 1; the column counts characters.
    package struct Position: Hashable, Sendable {
        package let line: Int
        package let column: Int
    }

    private let bytes: [UInt8]
    private let starts: [Int]

    package init(_ source: SourceText) {
        bytes = source.bytes
        var starts = [0]
        var index = 0
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "\n") {
                starts.append(index + 1)
            } else if bytes[index] == UInt8(ascii: "\r"),
                index + 1 == bytes.count || bytes[index + 1] != UInt8(ascii: "\n")
            {
                starts.append(index + 1)
            }
            index += 1
        }
        self.starts = starts
    }

    package func position(of offset: Int) -> Position {
        let offset = min(max(offset, 0), bytes.count)
        let line = lineIndex(of: offset)
        let before = String(decoding: bytes[lineStart(line)..<max(offset, lineStart(line))], as: UTF8.self)
        return Position(line: line + 1, column: before.count + 1)
    }

    /// The text of a line (counted from 1) without its line end.
    package func text(ofLine line: Int) -> String {
        guard starts.indices.contains(line - 1) else { return "" }
        return String(decoding: bytes[lineStart(line - 1)..<lineEnd(line - 1)], as: UTF8.self)
    }

    /// The end of the part of `range` that stands on its first line.
    package func endOnFirstLine(of range: TextRange) -> Int {
        let line = lineIndex(of: min(max(range.lowerBound, 0), bytes.count))
        return max(range.lowerBound, min(range.upperBound, lineEnd(line)))
    }

    private func lineIndex(of offset: Int) -> Int {
        var low = 0
        var high = starts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle } else { high = middle }
        }
        return low
    }

    /// A BOM is no character of the first line.
    private func lineStart(_ line: Int) -> Int {
        line == 0 && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : starts[line]
    }

    private func lineEnd(_ line: Int) -> Int {
        var end = line + 1 < starts.count ? starts[line + 1] : bytes.count
        while end > starts[line], bytes[end - 1] == UInt8(ascii: "\n") || bytes[end - 1] == UInt8(ascii: "\r") {
            end -= 1
        }
        return max(end, lineStart(line))
    }
}
