/// A value that can be kept as bytes from run to run: written by a `PackWriter`, read back by a `PackReader`.
///
/// What is generic here is `inlinable`, and `public` for its sake, so that it is compiled for each type that is kept: a portfolio has
/// millions of values.
///
/// The form of the bytes is that of one build of the program, which alone reads what it wrote. What `init(from:)` makes of bytes that
/// were not written by `pack(into:)` of the same type means nothing, but is made without a crash: `PackReader.isSound` tells.
public protocol Packed {
    func pack(into pack: inout PackWriter)
    init(from pack: inout PackReader)
}

/// Room of its own rather than an array's, which would ask before each byte whether it is shared: a portfolio is a hundred million of them.
public struct PackWriter: ~Copyable {
    private var start: UnsafeMutablePointer<UInt8>
    /// Where the next byte goes, and where there is room for no more.
    @usableFromInline var next: UnsafeMutablePointer<UInt8>
    @usableFromInline var end: UnsafeMutablePointer<UInt8>

    private let lines: LineStarts?
    /// Where all ranges start that were to be written, as lines of a text: see `init(rangesAsLinesOf:)`.
    package private(set) var rangeLines: [Int] = []

    /// - Parameter capacity: how many bytes there is room for before more is made.
    public init(capacity: Int = 1 << 10) { self.init(capacity: capacity, lines: nil) }

    /// Leaves ranges out, and notes the lines that they start in: to compare values by, not to be read back.
    package init(rangesAsLinesOf lines: LineStarts) { self.init(capacity: 1 << 13, lines: lines) }

    private init(capacity: Int, lines: LineStarts?) {
        start = .allocate(capacity: max(capacity, 16))
        next = start
        end = start + max(capacity, 16)
        self.lines = lines
    }

    deinit { start.deallocate() }

    public var count: Int { next - start }

    /// Starts again in the same room, which the system need not make anew.
    package mutating func removeAll() { next = start }

    public var bytes: [UInt8] { withBytes(Array.init) }

    package func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        body(UnsafeBufferPointer(start: start, count: count))
    }

    @usableFromInline @inline(never)
    mutating func makeRoom(for more: Int) {
        let (count, room) = (count, 2 * (end - start) + more)
        let wider = UnsafeMutablePointer<UInt8>.allocate(capacity: room)
        wider.update(from: start, count: count)
        start.deallocate()
        (start, next, end) = (wider, wider + count, wider + room)
    }

    @inlinable
    mutating func byte(_ byte: UInt8) {
        if next == end { makeRoom(for: 1) }
        next.pointee = byte
        next += 1
    }

    /// In groups of seven bits, the lowest first, since most numbers are small; the sign is the lowest bit of all.
    @inlinable
    public mutating func number(_ number: Int) {
        var rest = UInt(bitPattern: (number << 1) ^ (number >> (Int.bitWidth - 1)))
        while rest > 0x7F {
            byte(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        byte(UInt8(truncatingIfNeeded: rest))
    }

    @inlinable
    public mutating func flag(_ flag: Bool) { byte(flag ? 1 : 0) }

    /// Bit by bit: not a digit is lost.
    public mutating func decimal(_ decimal: Double) {
        withUnsafeBytes(of: decimal.bitPattern.littleEndian) { append($0.bindMemory(to: UInt8.self)) }
    }

    public mutating func text(_ text: String) {
        text.withBytes { own in
            number(own.count)
            append(own)
        }
    }

    public mutating func raw(_ raw: [UInt8]) {
        number(raw.count)
        raw.withUnsafeBufferPointer { append($0) }
    }

    /// Bytes whose number the reader knows.
    public mutating func append(_ raw: ArraySlice<UInt8>) { raw.withUnsafeBufferPointer { append($0) } }

    package mutating func append(_ raw: UnsafeBufferPointer<UInt8>) {
        guard let first = raw.baseAddress else { return }
        if raw.count > end - next { makeRoom(for: raw.count) }
        next.update(from: first, count: raw.count)
        next += raw.count
    }

    public mutating func range(_ range: TextRange) {
        if let lines { return rangeLines.append(lines.line(of: range.lowerBound)) }
        number(range.lowerBound)
        number(range.count)
    }

    /// One of a few: by its place among all.
    @inlinable
    public mutating func choice<Choice: CaseIterable & Equatable>(_ choice: Choice) {
        var place = 0
        for other in Choice.allCases {
            if other == choice { break }
            place += 1
        }
        number(place)
    }

    @inlinable
    public mutating func optional<Value>(_ value: Value?, _ write: (inout PackWriter, Value) -> Void) {
        flag(value != nil)
        if let value { write(&self, value) }
    }

    @inlinable
    public mutating func list<Value>(_ values: [Value], _ write: (inout PackWriter, Value) -> Void) {
        number(values.count)
        for value in values { write(&self, value) }
    }

    @inlinable
    public mutating func list<Value: Packed>(_ values: [Value]) { list(values) { $1.pack(into: &$0) } }
    public mutating func texts(_ texts: [String]) { list(texts) { $0.text($1) } }

    /// In one order: sets have none.
    public mutating func texts(_ texts: Set<String>) { list(texts.sorted()) { $0.text($1) } }
}

public struct PackReader: Sendable {
    private let bytes: [UInt8]
    @usableFromInline var place: Int
    @usableFromInline let end: Int
    /// Whether all that was asked for was there. Once it was not, all is zero, empty or the first of its kind.
    public private(set) var isSound = true

    public init(_ bytes: [UInt8], in range: TextRange? = nil) {
        self.bytes = bytes
        let range = (range ?? bytes.indices).clamped(to: bytes.indices)
        place = range.lowerBound
        end = range.upperBound
    }

    /// Whether all was read, and nothing is left over.
    public var isFinished: Bool { isSound && place == end }

    /// The place of the next byte among all bytes.
    public var offset: Int { place }

    public mutating func fail() {
        isSound = false
        place = end
    }

    private mutating func take(_ count: Int) -> TextRange? {
        guard count >= 0, count <= end - place else {
            fail()
            return nil
        }
        defer { place += count }
        return place..<place + count
    }

    public mutating func number() -> Int {
        var result: UInt = 0
        var shift = 0
        while place < end, shift < UInt.bitWidth {
            let byte = bytes[place]
            place += 1
            result |= UInt(byte & 0x7F) << UInt(shift)
            if byte < 0x80 { return Int(bitPattern: result >> 1) ^ -Int(bitPattern: result & 1) }
            shift += 7
        }
        fail()
        return 0
    }

    public mutating func flag() -> Bool {
        guard let range = take(1) else { return false }
        return bytes[range.lowerBound] != 0
    }

    public mutating func decimal() -> Double {
        guard let range = take(8) else { return 0 }
        return Double(bitPattern: range.reversed().reduce(0) { $0 << 8 | UInt64(bytes[$1]) })
    }

    public mutating func text() -> String {
        guard let range = take(number()) else { return "" }
        return String(decoding: bytes[range], as: UTF8.self)
    }

    public mutating func raw() -> [UInt8] {
        guard let range = take(number()) else { return [] }
        return Array(bytes[range])
    }

    public mutating func range() -> TextRange {
        let (start, count) = (number(), number())
        guard start >= 0, count >= 0, let end = Optional(start.addingReportingOverflow(count)), !end.overflow else {
            fail()
            return 0..<0
        }
        return start..<end.partialValue
    }

    @inlinable
    public mutating func choice<Choice: CaseIterable>(_ type: Choice.Type = Choice.self) -> Choice
    where Choice.AllCases == [Choice] {
        let place = number()
        let all = Choice.allCases
        guard all.indices.contains(place) else {
            fail()
            return all[0]
        }
        return all[place]
    }

    @inlinable
    public mutating func optional<Value>(_ read: (inout PackReader) -> Value) -> Value? {
        flag() ? read(&self) : nil
    }

    @inlinable
    public mutating func list<Value>(_ read: (inout PackReader) -> Value) -> [Value] {
        let count = number()
        // Each takes a byte at least: a number that is damaged asks for no memory.
        guard count >= 0, count <= end - place else {
            fail()
            return []
        }
        var values: [Value] = []
        values.reserveCapacity(count)
        for _ in 0..<count where isSound { values.append(read(&self)) }
        return values
    }

    @inlinable
    public mutating func list<Value: Packed>(of type: Value.Type = Value.self) -> [Value] {
        list { Value(from: &$0) }
    }

    public mutating func texts() -> [String] { list { $0.text() } }
}
