import Diagnostics
import Templates

/// Writes JSON (RFC 8259) as bytes, keys in the order in which they are written.
///
/// Two layouts, so that a change of one figure is a change of one short line to those who compare two files: members a line each,
/// or a whole value on one line.
struct JSONWriter: ~Copyable {
    enum Layout {
        case lines, line
    }

    private var page = PageBuffer(capacity: 0)
    private var depth = 0
    /// How many of the open values stand on one line.
    private var onLine = 0
    /// What stands before the next value, or its key; and before those behind it, in what is open.
    private var separator = Separator.none
    private var following = Separator.betweenLines(at: 0)

    private init() {}

    /// Appends one value and a line end to a file.
    static func write(into file: inout PageBuffer, _ body: (inout JSONWriter) -> Void) {
        var writer = JSONWriter()
        // The file's bytes are taken over while they grow, and given back.
        swap(&writer.page, &file)
        body(&writer)
        writer.page.write(UInt8(ascii: "\n"))
        swap(&writer.page, &file)
    }

    // MARK: Structure

    // As part of what calls them, as is what they are handed: that would have to be called otherwise, with all that it needs.
    @inline(__always)
    mutating func object(_ layout: Layout = .lines, _ members: (inout JSONWriter) -> Void) {
        start()
        open(UInt8(ascii: "{"), layout)
        members(&self)
        close(UInt8(ascii: "}"))
    }

    @inline(__always)
    mutating func object(_ key: StaticString, _ layout: Layout = .lines, _ members: (inout JSONWriter) -> Void) {
        self.key(key)
        object(layout, members)
    }

    @inline(__always)
    mutating func list<Elements: Sequence>(
        _ key: StaticString, _ elements: Elements, _ layout: Layout = .lines,
        _ element: (inout JSONWriter, Elements.Element) -> Void
    ) {
        self.key(key)
        list(elements, layout, element)
    }

    @inline(__always)
    mutating func list<Elements: Sequence>(
        _ elements: Elements, _ layout: Layout = .lines, _ element: (inout JSONWriter, Elements.Element) -> Void
    ) {
        start()
        open(UInt8(ascii: "["), layout)
        for each in elements { element(&self, each) }
        close(UInt8(ascii: "]"))
    }

    @inline(never)
    private mutating func open(_ sign: UInt8, _ layout: Layout) {
        page.write(sign)
        depth += 1
        if layout == .line || onLine > 0 {
            onLine += 1
            separator = .none
            following = .onLine
        } else {
            separator = .line(at: depth)
            following = .betweenLines(at: depth)
        }
    }

    @inline(never)
    private mutating func close(_ sign: UInt8) {
        depth -= 1
        if onLine > 0 {
            onLine -= 1
        } else if separator.count == following.count {
            // There was something.
            separator = .line(at: depth)
            start()
        }
        page.write(sign)
        following = onLine > 0 ? .onLine : .betweenLines(at: depth)
        separator = following
    }

    // MARK: What stands between values

    /// One or two signs and spaces behind them, which are written without asking how many: what is too much is written over.
    private struct Separator {
        private let signs: UInt16
        let count: Int

        private init(_ first: UInt8, _ second: UInt8, count: Int) {
            signs = UInt16(littleEndian: UInt16(first) | UInt16(second) << 8)
            self.count = count
        }

        /// No file here is a dozen deep; one that were deeper than this would stand no further to the right.
        static var longest: Int { 2 * MemoryLayout<ByteBlocks.Block>.size }

        static var none: Separator { Separator(UInt8(ascii: " "), UInt8(ascii: " "), count: 0) }

        static var onLine: Separator { Separator(UInt8(ascii: ","), UInt8(ascii: " "), count: 2) }

        /// A line end and a space for each open value.
        static func line(at depth: Int) -> Separator {
            Separator(UInt8(ascii: "\n"), UInt8(ascii: " "), count: min(depth + 1, longest - 1))
        }

        static func betweenLines(at depth: Int) -> Separator {
            Separator(UInt8(ascii: ","), UInt8(ascii: "\n"), count: min(depth + 2, longest))
        }

        /// - Parameter room: for the longest.
        @inline(__always)
        func write(to room: UnsafeMutablePointer<UInt8>) {
            let room = UnsafeMutableRawPointer(room)
            let spaces = ByteBlocks.Block(repeating: UInt8(ascii: " "))
            room.storeBytes(of: spaces, as: ByteBlocks.Block.self)
            room.storeBytes(of: spaces, toByteOffset: MemoryLayout<ByteBlocks.Block>.size, as: ByteBlocks.Block.self)
            room.storeBytes(of: signs, as: UInt16.self)
        }
    }

    /// Writes what stands before a value.
    @inline(__always)
    private mutating func start() {
        separator.write(to: page.room(for: Separator.longest))
        page.advance(by: separator.count)
        separator = following
    }

    /// Writes a key whose value follows at once.
    // As part of what calls it, as is all that takes a key: a name is copied by a few instructions where it is known which.
    @inline(__always)
    private mutating func start(_ name: StaticString) {
        let count = name.utf8CodeUnitCount
        let start = page.room(for: Separator.longest &+ count &+ 4)
        separator.write(to: start)
        let room = start + separator.count
        room[0] = UInt8(ascii: "\"")
        (room + 1).update(from: name.utf8Start, count: count)
        room[count &+ 1] = UInt8(ascii: "\"")
        room[count &+ 2] = UInt8(ascii: ":")
        room[count &+ 3] = UInt8(ascii: " ")
        page.advance(by: separator.count &+ count &+ 4)
        separator = following
    }

    /// Writes a key, which the next value is that of.
    @inline(__always)
    mutating func key(_ name: StaticString) {
        start(name)
        separator = .none
    }

    // MARK: Values

    mutating func null() {
        start()
        page.write("null")
    }

    @inline(__always)
    mutating func null(_ key: StaticString) {
        start(key)
        page.write("null")
    }

    mutating func text(_ text: String) {
        start()
        Self.write(text, to: &page)
    }

    @inline(__always)
    mutating func text(_ key: StaticString, _ text: String?) {
        start(key)
        if let text { Self.write(text, to: &page) } else { page.write("null") }
    }

    /// A text whose place in the file is noted.
    mutating func text(_ key: StaticString, _ text: String, number: Int) {
        start(key)
        page.note(number) { Self.write(text, to: &$0) }
    }

    /// One text of two parts.
    @inline(__always)
    mutating func text(_ key: StaticString, _ first: String, _ second: String) {
        start(key)
        Self.write(first, "", second, to: &page)
    }

    /// - Parameter joint: what stands between the two; has nothing to escape in it.
    mutating func text(_ first: String, _ joint: StaticString, _ second: String) {
        start()
        Self.write(first, joint, second, to: &page)
    }

    @inline(__always)
    mutating func texts(_ key: StaticString, _ texts: some Sequence<String>) {
        list(key, texts, .line) { $0.text($1) }
    }

    @inline(__always)
    mutating func flag(_ key: StaticString, _ value: Bool?) {
        start(key)
        page.write(value.map { $0 ? "true" : "false" } ?? "null")
    }

    @inline(__always)
    mutating func count(_ key: StaticString, _ value: Int?) {
        start(key)
        if let value { DecimalNumber.write(value, to: &page) } else { page.write("null") }
    }

    /// A line whose place in the file is noted.
    mutating func line(_ key: StaticString, _ line: Int, of journey: Int) {
        start(key)
        page.note(PrintedNumber.line(line, of: journey)) { DecimalNumber.write(line, to: &$0) }
    }

    /// A number of at most so many decimals; what is not finite is no number in JSON.
    mutating func number(_ value: Double?, places: Int) {
        start()
        write(value, places: places)
    }

    private mutating func write(_ value: Double?, places: Int) {
        guard let value, value.isFinite else { return page.write("null") }
        DecimalNumber.write(value, places: places, to: &page)
    }

    /// A score, an attainment, an emotion: two decimals.
    @inline(__always)
    mutating func score(_ key: StaticString, _ value: Double?) {
        start(key)
        write(value, places: 2)
    }

    /// A share from 0 to 1, or what was measured in a unit of its own: four decimals.
    @inline(__always)
    mutating func share(_ key: StaticString, _ value: Double?) {
        start(key)
        write(value, places: 4)
    }

    /// A number that an author wrote, as it was written.
    @inline(__always)
    mutating func exact(_ key: StaticString, _ value: Double?) {
        start(key)
        guard let value, value.isFinite else { return page.write("null") }
        DecimalNumber.writeExact(value, to: &page)
    }

    /// Says that no members before here will be repeated: of a long file they need not be held any longer.
    mutating func settle() { page.settle() }

    // MARK: What has been written before

    /// Members that stand in the file already.
    struct Members {
        fileprivate let start: Int
        fileprivate let end: Int
        /// What was noted of them.
        fileprivate let runs: Range<Int>
    }

    /// Writes members of an object that stands on one line, and says where they are.
    mutating func members(_ members: (inout JSONWriter) -> Void) -> Members {
        let (start, runs) = (page.withBytes { $0.count }, page.runs.count)
        members(&self)
        return Members(start: start, end: page.withBytes { $0.count }, runs: runs..<page.runs.count)
    }

    /// Writes members again: as the first ones of their object, if they were, and behind others otherwise.
    mutating func repeatMembers(_ members: Members) {
        let count = members.end - members.start
        let room = UnsafeMutableRawPointer(page.room(for: count))
        page.withBytes { bytes in
            if let start = bytes.baseAddress { room.copyMemory(from: start + members.start, byteCount: count) }
        }
        page.advance(by: count)
        page.noteAgain(members.runs, of: members.start, count: count)
        separator = following
    }
}
