/// Lists of rising numbers that all grow at once, in the digits in which they are published.
///
/// A list lies in pieces of a few digits, each of which says where the next one is. So nothing moves while it grows, and no list has
/// room for more than one piece that it does not need: of the words of a portfolio most are in a few texts, and some in thousands.
struct EntryLists {
    struct List {
        /// The number of the first piece.
        fileprivate var start: UInt32 = 0
        /// Behind the last digit.
        fileprivate var end: UInt32 = 0
        fileprivate var last: UInt32 = 0
        fileprivate(set) var count: UInt32 = 0

        func ends(with entry: UInt32) -> Bool { count > 0 && last == entry }
    }

    private static let pieceSize = 16
    /// The rest is the number of the next piece.
    private static let digitsOfPiece = 12
    /// A row that all pieces were in would have to be copied as it grows, and have half of it to spare.
    private static let blockSize = 1 << 15

    private var blocks: [[UInt8]] = []
    private var pieceCount = 0
    /// Of all lists.
    private(set) var digitCount = 0

    // MARK: Growing

    mutating func append(_ entry: UInt32, to list: inout List) {
        if list.count == 0 {
            list.start = newPiece()
            list.end = list.start * UInt32(Self.pieceSize)
        }
        var distance = entry - list.last
        while true {
            // All of a number at once, unless it goes on in the next piece.
            let (block, start) = (Int(list.end) / Self.blockSize, Int(list.end) % Self.blockSize)
            let end = start - start % Self.pieceSize + Self.digitsOfPiece
            let (next, isWhole) = blocks[block].withUnsafeMutableBufferPointer { bytes in
                var (next, isWhole) = (start, false)
                while next < end, !isWhole {
                    (bytes[next], isWhole) = EntryDigits.take(from: &distance)
                    next += 1
                }
                return (next, isWhole)
            }
            list.end += UInt32(next - start)
            digitCount += next - start
            if isWhole { break }
            goOn(&list)
        }
        list.last = entry
        list.count += 1
    }

    /// Gives a list whose last piece is full another one.
    private mutating func goOn(_ list: inout List) {
        let piece = newPiece()
        let (block, start) = (Int(list.end) / Self.blockSize, Int(list.end) % Self.blockSize)
        for place in 0..<4 { blocks[block][start + place] = UInt8(truncatingIfNeeded: piece >> UInt32(8 * place)) }
        list.end = piece * UInt32(Self.pieceSize)
    }

    private mutating func newPiece() -> UInt32 {
        if pieceCount * Self.pieceSize == blocks.count * Self.blockSize {
            blocks.append([UInt8](repeating: 0, count: Self.blockSize))
        }
        pieceCount += 1
        return UInt32(pieceCount - 1)
    }

    // MARK: Reading

    func appendDigits(of list: List, to bytes: inout [UInt8]) {
        visitPieces(of: list) { piece in
            bytes += piece
            return true
        }
    }

    /// - Parameter limit: how many of the first are wanted.
    func visit(_ list: List, first limit: Int = .max, _ take: (UInt32) -> Void) {
        var number = EntryDigits.Number()
        var rest = limit
        visitPieces(of: list) { piece in
            for digit in piece {
                if rest == 0 { return false }
                if number.add(digit) == true {
                    take(number.value)
                    rest -= 1
                }
            }
            return true
        }
    }

    /// - Parameter visit: says whether the next one is wanted too.
    private func visitPieces(of list: List, _ visit: (ArraySlice<UInt8>) -> Bool) {
        if list.count == 0 { return }
        let (last, end) = (Int(list.end) / Self.pieceSize, Int(list.end) % Self.pieceSize)
        var piece = Int(list.start)
        while true {
            let block = blocks[piece * Self.pieceSize / Self.blockSize]
            let start = piece * Self.pieceSize % Self.blockSize
            let isLast = piece == last
            guard visit(block[start..<start + (isLast ? end : Self.digitsOfPiece)]), !isLast else { return }
            piece = (0..<4).reduce(0) { $0 | Int(block[start + Self.digitsOfPiece + $1]) << (8 * $1) }
        }
    }
}
