import Diagnostics

/// The lines by which git shows where two branches changed the same place, left in a file: `<<<<<<< HEAD`, `=======`, `>>>>>>> theirs`.
enum MergeMarks {
    private static let opening = Array("<<<<<<< ".utf8)
    private static let closing = Array(">>>>>>> ".utf8)

    /// Where the first of them stands, if there are any.
    static func problem(in source: SourceText) -> Diagnostic? {
        first(in: source.bytes).map { mark in
            Diagnostic(
                .mergeConflict, at: Location(path: source.path, range: mark),
                "a merge was not finished here: both versions stand one below the other",
                hint: "keep what is right of the two, and delete the lines of '<<<<<<<', '=======' and '>>>>>>>'")
        }
    }

    /// The first opening mark that has a closing one below it. In a block of code they are an author's example.
    private static func first(in bytes: [UInt8]) -> TextRange? {
        guard let open = line(of: opening, in: bytes, from: 0), line(of: closing, in: bytes, from: open) != nil,
            !isInCode(open, of: bytes)
        else { return nil }
        return open..<(bytes[open...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count)
    }

    /// Whether a fence of code is open above a line.
    private static func isInCode(_ place: Int, of bytes: [UInt8]) -> Bool {
        var fences = 0
        for fence in ["```", "~~~"] {
            var at = 0
            while let found = line(of: Array(fence.utf8), in: bytes, from: at), found < place {
                fences += 1
                at = found + 1
            }
        }
        return !fences.isMultiple(of: 2)
    }

    /// Where a line starts that starts with a mark.
    private static func line(of mark: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
        var place = start
        while let found = bytes.firstPlace(of: mark[0], from: place) {
            let isLineStart = found == 0 || bytes[found - 1] == 0x0A || bytes[found - 1] == 0x0D
            if isLineStart, bytes[found...].starts(with: mark) { return found }
            place = found + 1
        }
        return nil
    }
}
