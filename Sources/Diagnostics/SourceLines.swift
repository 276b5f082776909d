/// The lines of a text, found once, to turn offsets into the lines and columns that people count.
///
/// Made when a diagnostic is printed, never while files are read.
package struct SourceLines: Sendable {
    /// A place as an editor shows it. Both count from 1; the column counts characters.
    package struct Position: Hashable, Sendable {
        package let line: Int
        package let column: Int
    }

    /// What columns count.
    package enum Unit: Sendable {
        /// What people take for one sign.
        case characters
        /// Unicode's code points.
        case scalars
    }

    private let bytes: [UInt8]
    private let starts: [Int]
    /// Columns known beforehand, so that a thousand mistakes on a line of a megabyte don't have it counted a thousand times.
    private let milestones: [Milestone]

    private struct Milestone {
        let offset: Int
        /// Counted from 0.
        let column: Int
    }

    package init(_ source: SourceText) {
        bytes = source.bytes
        starts = TextLines.starts(in: bytes)
        milestones = Self.milestones(in: bytes, starts: starts)
    }

    private static let milestoneDistance = 1024

    private static func milestones(in bytes: [UInt8], starts: [Int]) -> [Milestone] {
        var milestones: [Milestone] = []
        for (line, start) in starts.enumerated() {
            let end = line + 1 < starts.count ? starts[line + 1] : bytes.count
            var last = Milestone(offset: line == 0 ? lengthOfBOM(in: bytes) : start, column: 0)
            while end - last.offset > 4 * milestoneDistance {
                let offset = characterStart(in: bytes, from: last.offset + milestoneDistance)
                let column = last.column + String(decoding: bytes[last.offset..<offset], as: UTF8.self).count
                last = Milestone(offset: offset, column: column)
                milestones.append(last)
            }
        }
        return milestones
    }

    /// A place where a character starts for certain: at a scalar of ASCII; at any scalar where there is none near.
    private static func characterStart(in bytes: [UInt8], from offset: Int) -> Int {
        let near = bytes[offset..<min(offset + milestoneDistance, bytes.count)]
        return near.firstIndex { $0 < 0x80 } ?? near.firstIndex { $0 & 0xC0 != 0x80 } ?? near.endIndex
    }

    package func position(of offset: Int) -> Position {
        let offset = clamped(offset)
        let line = lineIndex(of: offset)
        var start = Milestone(offset: lineStart(line), column: 0)
        if let near = lastMilestone(upTo: offset), near.offset > start.offset { start = near }
        let before = String(decoding: bytes[start.offset..<max(offset, start.offset)], as: UTF8.self)
        return Position(line: line + 1, column: start.column + before.count + 1)
    }

    /// The same, with columns in another unit.
    package func position(of offset: Int, counting unit: Unit) -> Position {
        if unit == .characters { return position(of: offset) }
        let offset = clamped(offset)
        let line = lineIndex(of: offset)
        let start = lineStart(line)
        // Each scalar has one byte that is no continuation of another.
        let before = bytes[start..<max(offset, start)].reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
        return Position(line: line + 1, column: before + 1)
    }

    /// A range that ends behind a line end, ended before it: it is of no line below.
    func withoutLineEnd(_ range: TextRange) -> TextRange {
        let start = clamped(range.lowerBound)
        var end = clamped(range.upperBound)
        while end > start, bytes[end - 1] == UInt8(ascii: "\n") || bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        return start..<max(start, end)
    }

    private func lastMilestone(upTo offset: Int) -> Milestone? {
        var low = 0
        var high = milestones.count
        while low < high {
            let middle = (low + high) / 2
            if milestones[middle].offset <= offset { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? milestones[low - 1] : nil
    }

    /// The text of a line (counted from 1) without its line end.
    package func text(ofLine line: Int) -> String {
        guard starts.indices.contains(line - 1) else { return "" }
        return String(decoding: bytes[lineStart(line - 1)..<lineEnd(line - 1)], as: UTF8.self)
    }

    /// What is on the first line of a range: itself, and what stands before and behind it.
    func excerpt(of range: TextRange) -> SourceExcerpt {
        let line = lineIndex(of: clamped(range.lowerBound))
        let start = min(max(clamped(range.lowerBound), lineStart(line)), lineEnd(line))
        let end = max(start, min(range.upperBound, lineEnd(line)))
        return SourceExcerpt(in: bytes, from: lineStart(line), marking: start..<end, to: lineEnd(line))
    }

    private func clamped(_ offset: Int) -> Int { min(max(offset, 0), bytes.count) }

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
    private static func lengthOfBOM(in bytes: [UInt8]) -> Int { bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }

    private func lineStart(_ line: Int) -> Int { line == 0 ? Self.lengthOfBOM(in: bytes) : starts[line] }

    private func lineEnd(_ line: Int) -> Int {
        var end = line + 1 < starts.count ? starts[line + 1] : bytes.count
        while end > starts[line], bytes[end - 1] == UInt8(ascii: "\n") || bytes[end - 1] == UInt8(ascii: "\r") {
            end -= 1
        }
        return max(end, lineStart(line))
    }
}
