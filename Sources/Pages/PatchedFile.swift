import Templates

/// A published file with other bytes at some places.
package struct PatchedFile: Sendable {
    fileprivate struct Patch: Sendable {
        let range: Range<Int>
        let new: [UInt8]
    }

    private let bytes: [UInt8]
    /// In their order, each of which makes a difference.
    private let patches: [Patch]

    fileprivate init(_ bytes: [UInt8], _ patches: [Patch]) {
        self.bytes = bytes
        self.patches = patches.filter { bytes[$0.range] != $0.new[...] }
    }

    /// The file; nothing where it is what it was.
    package func page(at path: SitePath) -> SitePage? {
        patches.isEmpty ? nil : SitePage(path: path) { write(to: &$0) }
    }

    private func write(to page: inout PageBuffer) {
        var written = 0
        for patch in patches {
            write(written..<patch.range.lowerBound, to: &page)
            page.write(patch.new)
            written = patch.range.upperBound
        }
        write(written..<bytes.count, to: &page)
    }

    /// Some of what was there, in pieces: a table of all journeys is never held twice.
    private func write(_ range: Range<Int>, to page: inout PageBuffer) {
        bytes.withUnsafeBufferPointer { bytes in
            for start in stride(from: range.lowerBound, to: range.upperBound, by: 1 << 18) {
                page.write(UnsafeBufferPointer(rebasing: bytes[start..<min(start + 1 << 18, range.upperBound)]))
                page.settle()
            }
        }
    }
}

/// Puts other bytes in the place of those that are published.
enum PublishedRuns {
    static func replaced(
        _ bytes: [UInt8], at runs: [PrintedRun], by printed: (PrintedRun) -> PrintedBytes
    ) -> (file: PatchedFile, runs: [PrintedRun])? {
        var patches: [PatchedFile.Patch] = []
        var moved: [PrintedRun] = []
        moved.reserveCapacity(runs.count)
        /// How far what follows has moved.
        var distance = 0
        var end = 0
        for run in runs {
            guard run.range.lowerBound >= end, run.range.upperBound <= bytes.count else { return nil }
            end = run.range.upperBound
            let start = run.range.lowerBound + distance
            var number = run.number
            var patch: [UInt8]?
            switch printed(run) {
            case .same: break
            case .bytes(let new): patch = new
            case .line(let new, let line):
                patch = new
                number = line.number
            case .unknown: return nil
            }
            if let patch {
                patches.append(PatchedFile.Patch(range: run.range, new: patch))
                distance += patch.count - run.range.count
            }
            moved.append(PrintedRun(number: number, range: start..<run.range.upperBound + distance))
        }
        return (PatchedFile(bytes, patches), moved)
    }
}

/// What is printed of a number; nothing where that can't be known.
enum PrintedBytes {
    case same
    /// With the number that it has now.
    case line([UInt8], PrintedNumber)
    case bytes([UInt8])
    case unknown

    /// The line alone is another: it may stand in a sentence.
    static func line(
        of run: PrintedRun, _ number: PrintedNumber, in bytes: [UInt8], _ lines: MovedLines
    ) -> PrintedBytes {
        guard case .line(let old) = number.kind else { return .unknown }
        guard let new = lines[old] else { return .unknown }
        if new == old { return .same }
        let text = bytes[run.range]
        func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
        guard let start = text.firstIndex(where: isDigit), let last = text.lastIndex(where: isDigit),
            text[start...last].elementsEqual(String(old).utf8)
        else { return .unknown }
        return .line(
            text[..<start] + Array(String(new).utf8) + text[(last + 1)...],
            PrintedNumber(.line(new), of: number.journey))
    }
}
