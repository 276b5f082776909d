import Diagnostics

/// The lines of a file that something was said about, as they were then: what is said again of them later is still true, and shows
/// what is written there.
struct ToldLines: Hashable, Sendable {
    /// By the number of a line: what tells its bytes from others.
    private let sums: [Int: UInt64]

    static let none = ToldLines(sums: [:])

    private init(sums: [Int: UInt64]) { self.sums = sums }

    init(_ ranges: [TextRange], in bytes: [UInt8]) {
        let lines = Lines(of: bytes)
        sums = Dictionary(
            ranges.flatMap { lines.numbers(in: $0) }.map { ($0, lines.sum(of: $0) ?? 0) }
        ) { first, _ in first }
    }

    /// Whether the file has the same lines still.
    func stand(in bytes: [UInt8]) -> Bool {
        if sums.isEmpty { return true }
        let lines = Lines(of: bytes)
        return sums.allSatisfy { lines.sum(of: $0) == $1 }
    }

    private struct Lines {
        let bytes: [UInt8]
        let starts: [Int]

        init(of bytes: [UInt8]) {
            self.bytes = bytes
            starts = TextLines.starts(in: bytes)
        }

        /// Those that a range has a part of, from 1.
        func numbers(in range: TextRange) -> ClosedRange<Int> {
            let lines = LineStarts(starts)
            let first = lines.line(of: range.lowerBound)
            return first...max(first, lines.line(of: range.upperBound))
        }

        func sum(of line: Int) -> UInt64? {
            guard starts.indices.contains(line - 1) else { return nil }
            let end = starts.indices.contains(line) ? starts[line] : bytes.count
            var sum = Checksum()
            sum.add(bytes[starts[line - 1]..<end])
            return sum.value
        }
    }
}

extension ToldLines: Packed {
    func pack(into pack: inout PackWriter) {
        pack.list(sums.keys.sorted()) { pack, line in
            pack.number(line)
            pack.sum(sums[line] ?? 0)
        }
    }

    init(from pack: inout PackReader) {
        let lines = pack.list { (line: $0.number(), sum: $0.sum()) }
        sums = Dictionary(lines.map { ($0.line, $0.sum) }) { first, _ in first }
    }
}

extension PackWriter {
    mutating func sum(_ sum: UInt64) { decimal(Double(bitPattern: sum)) }
}

extension PackReader {
    mutating func sum() -> UInt64 { decimal().bitPattern }
}
