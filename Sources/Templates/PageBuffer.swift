/// The bytes of a page or a data file while they are made.
///
/// A page is a thousand short runs, and an array asks at each whether it is shared; this doesn't. It is `public` so that its
/// writing can be made part of the code that writes.
public struct PageBuffer: ~Copyable {
    @usableFromInline var memory: UnsafeMutableRawPointer
    @usableFromInline var capacity: Int
    @usableFromInline var count = 0
    private let outlet: Outlet?
    private let isNoting: Bool
    /// How many bytes have been handed on.
    private var settled = 0
    /// Where the values were printed that have a number.
    public private(set) var runs: [PrintedRun] = []
    /// Whether the page depends on such values in other ways than by printing them.
    public private(set) var isConditional = false

    /// Takes a piece of a long file, whose next one stands behind it.
    public typealias Outlet = (UnsafeRawBufferPointer) -> Void

    /// From so many bytes on what is settled is handed on.
    static let pieceSize = 1 << 18

    /// A page of one item has some hundred runs.
    private static let mostRunsOfItem = 1 << 13

    /// - Parameters:
    ///   - isNoting: whether anybody asks where values were printed.
    ///   - outlet: where long files go while they are made; without one all of a file is held.
    public init(capacity: Int = 16_384, isNoting: Bool = true, outlet: Outlet? = nil) {
        self.capacity = capacity
        self.isNoting = isNoting
        self.outlet = outlet
        memory = .allocate(byteCount: capacity, alignment: 1)
    }

    deinit {
        memory.deallocate()
    }

    /// Room for so many more bytes, behind those that are written: `advance(by:)` takes them in.
    @inlinable @inline(__always)
    public mutating func room(for byteCount: Int) -> UnsafeMutablePointer<UInt8> {
        if byteCount > capacity &- count { grow(by: byteCount) }
        return (memory + count).assumingMemoryBound(to: UInt8.self)
    }

    @inlinable @inline(__always)
    public mutating func advance(by byteCount: Int) { count += byteCount }

    @inlinable
    public mutating func write(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let start = bytes.baseAddress, !bytes.isEmpty else { return }
        room(for: bytes.count).update(from: start, count: bytes.count)
        count += bytes.count
    }

    /// Writes bytes that others go on behind, `longestShort` at least, whatever those are.
    ///
    /// What stands between two values is mostly a few letters: to copy more of them than are wanted is less than to ask how many.
    @inline(__always)
    mutating func write(literal start: UnsafeRawPointer, count byteCount: Int) {
        if byteCount <= Self.longestShort {
            if capacity &- count < Self.longestShort { grow(by: Self.longestShort) }
            memory.storeBytes(of: start.loadUnaligned(as: Short.self), toByteOffset: count, as: Short.self)
        } else {
            UnsafeMutableRawPointer(room(for: byteCount)).copyMemory(from: start, byteCount: byteCount)
        }
        count &+= byteCount
    }

    /// As many bytes as are moved at once.
    private typealias Short = SIMD32<UInt8>
    static let longestShort = MemoryLayout<Short>.size

    public mutating func write(_ other: borrowing PageBuffer) {
        write(UnsafeBufferPointer(start: other.memory.assumingMemoryBound(to: UInt8.self), count: other.count))
    }

    public mutating func write(_ bytes: [UInt8]) { bytes.withUnsafeBufferPointer { write($0) } }
    public mutating func write(_ bytes: ArraySlice<UInt8>) { bytes.withUnsafeBufferPointer { write($0) } }

    @inlinable @inline(__always)
    public mutating func write(_ text: StaticString) {
        let byteCount = text.utf8CodeUnitCount
        UnsafeMutableRawPointer(room(for: byteCount)).copyMemory(from: text.utf8Start, byteCount: byteCount)
        count += byteCount
    }

    @inlinable @inline(__always)
    public mutating func write(_ byte: UInt8) {
        room(for: 1).pointee = byte
        count += 1
    }

    /// Writes a text with what has a meaning in HTML as references, fit for content and for quoted attributes.
    public mutating func write(escaped text: String) {
        var text = text
        HTMLEscaping.write(&text, to: &self)
    }

    public mutating func write(text: String) {
        var text = text
        text.withUTF8 { write($0) }
    }

    @usableFromInline @inline(never)
    mutating func grow(by byteCount: Int) {
        capacity = max(capacity * 2, count + byteCount)
        let larger = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 1)
        larger.copyMemory(from: memory, byteCount: count)
        memory.deallocate()
        memory = larger
    }

    /// Says that nothing which is written so far will be looked at again by who writes: of a long file it can be handed on.
    public mutating func settle() {
        guard count >= Self.pieceSize, let outlet else { return }
        withBytes(outlet)
        settled += count
        count = 0
    }

    /// Forgets what is written, and keeps the memory for the next page: but for what only files of the whole portfolio need.
    public mutating func removeAll() {
        count = 0
        settled = 0
        if capacity > 4 * Self.pieceSize {
            memory.deallocate()
            capacity = Self.pieceSize
            memory = .allocate(byteCount: capacity, alignment: 1)
        }
        if !runs.isEmpty { runs.removeAll(keepingCapacity: runs.capacity <= Self.mostRunsOfItem) }
        isConditional = false
    }

    /// Notes where a value is printed.
    ///
    /// - Parameter number: below 0 where nobody will ask.
    public mutating func note(_ number: Int, _ write: (inout PageBuffer) -> Void) {
        let start = count
        write(&self)
        note(number, from: start)
    }

    /// Notes that a value was printed from a place on, up to the end.
    mutating func note(_ number: Int, from start: Int) {
        if isNoting, number >= 0 { runs.append(PrintedRun(number: number, range: settled + start..<settled + count)) }
    }

    /// Notes again what was noted of bytes that have been written again, right now.
    ///
    /// - Parameter start: where they stand, of those that are written and not handed on.
    public mutating func noteAgain(_ noted: Range<Int>, of start: Int, count byteCount: Int) {
        let distance = count - byteCount - start
        for place in noted {
            let run = runs[place]
            runs.append(
                PrintedRun(
                    number: run.number,
                    range: run.range.lowerBound + distance..<run.range.upperBound + distance))
        }
    }

    mutating func noteQuestion(about number: Int) { if number >= 0 { isConditional = true } }

    /// What is written, for as long as the body runs.
    @inlinable
    public func withBytes<Result, Failure: Error>(
        _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try body(UnsafeRawBufferPointer(start: memory, count: count))
    }

    /// A copy of what is written.
    public var bytes: [UInt8] { withBytes { Array($0) } }
}
