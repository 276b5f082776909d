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
    /// Whether nothing has been written yet in what is open.
    private var isFirst = true
    /// How many of the open values stand on one line.
    private var onLine = 0
    /// A key has been written that waits for its value.
    private var isKeyed = false

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

    mutating func object(_ layout: Layout = .lines, _ members: (inout JSONWriter) -> Void) {
        container(open: UInt8(ascii: "{"), close: UInt8(ascii: "}"), layout, members)
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

    mutating func list<Elements: Sequence>(
        _ elements: Elements, _ layout: Layout = .lines, _ element: (inout JSONWriter, Elements.Element) -> Void
    ) {
        container(open: UInt8(ascii: "["), close: UInt8(ascii: "]"), layout) { writer in
            for each in elements { element(&writer, each) }
        }
    }

    private mutating func container(
        open: UInt8, close: UInt8, _ layout: Layout, _ content: (inout JSONWriter) -> Void
    ) {
        startValue()
        page.write(open)
        depth += 1
        let isOnLine = layout == .line || onLine > 0
        if isOnLine { onLine += 1 }
        isFirst = true
        content(&self)
        depth -= 1
        if isOnLine { onLine -= 1 } else if !isFirst { startLine() }
        isFirst = false
        page.write(close)
    }

    private mutating func startLine() {
        let room = page.room(for: max(depth, Self.usualDepth) &+ 1)
        room[0] = UInt8(ascii: "\n")
        indent(room + 1)
        page.advance(by: depth &+ 1)
    }

    /// A block of spaces, so that no call is needed; those that are too many are written over.
    @inline(__always)
    private func indent(_ room: UnsafeMutablePointer<UInt8>) {
        UnsafeMutableRawPointer(room).storeBytes(
            of: ByteBlocks.Block(repeating: UInt8(ascii: " ")), as: ByteBlocks.Block.self)
        if depth > Self.usualDepth { room.update(repeating: UInt8(ascii: " "), count: depth) }
    }

    /// At least as deep as the files that are written here are: as many spaces as there are bytes in a block.
    private static let usualDepth = 16

    /// What stands between two values, or between a key and its value.
    @inline(__always)
    private mutating func startValue() {
        if isKeyed {
            isKeyed = false
            return
        }
        separate()
    }

    @inline(never)
    private mutating func separate() {
        if isFirst {
            isFirst = false
            if depth > 0, onLine == 0 { startLine() }
            return
        }
        if onLine > 0 { return page.write(", ") }
        // Two values side by side are inside of a third.
        let room = page.room(for: max(depth, Self.usualDepth) &+ 2)
        room[0] = UInt8(ascii: ",")
        room[1] = UInt8(ascii: "\n")
        indent(room + 2)
        page.advance(by: depth &+ 2)
    }

    // As part of what calls it, as is all that takes a key: a name is copied by a few instructions where it is known which.
    @inline(__always)
    mutating func key(_ name: StaticString) {
        separate()
        let count = name.utf8CodeUnitCount
        let room = page.room(for: count + 4)
        room[0] = UInt8(ascii: "\"")
        (room + 1).update(from: name.utf8Start, count: count)
        room[count + 1] = UInt8(ascii: "\"")
        room[count + 2] = UInt8(ascii: ":")
        room[count + 3] = UInt8(ascii: " ")
        page.advance(by: count + 4)
        isKeyed = true
    }

    // MARK: Values

    mutating func null() {
        startValue()
        page.write("null")
    }

    @inline(__always)
    mutating func null(_ key: StaticString) {
        self.key(key)
        null()
    }

    mutating func text(_ text: String) {
        startValue()
        Self.write(text, to: &page)
    }

    @inline(__always)
    mutating func text(_ key: StaticString, _ text: String?) {
        self.key(key)
        if let text { self.text(text) } else { null() }
    }

    /// A text whose place in the file is noted.
    mutating func text(_ key: StaticString, _ text: String, number: Int) {
        self.key(key)
        startValue()
        page.note(number) { Self.write(text, to: &$0) }
    }

    /// One text of two parts.
    @inline(__always)
    mutating func text(_ key: StaticString, _ first: String, _ second: String) {
        self.key(key)
        text(first, "", second)
    }

    /// - Parameter joint: what stands between the two; has nothing to escape in it.
    mutating func text(_ first: String, _ joint: StaticString, _ second: String) {
        startValue()
        Self.write(first, joint, second, to: &page)
    }

    @inline(__always)
    mutating func texts(_ key: StaticString, _ texts: some Sequence<String>) {
        list(key, texts, .line) { $0.text($1) }
    }

    @inline(__always)
    mutating func flag(_ key: StaticString, _ value: Bool?) {
        self.key(key)
        flag(value)
    }

    private mutating func flag(_ value: Bool?) {
        guard let value else { return null() }
        startValue()
        page.write(value ? "true" : "false")
    }

    @inline(__always)
    mutating func count(_ key: StaticString, _ value: Int?) {
        self.key(key)
        count(value)
    }

    /// A line whose place in the file is noted.
    mutating func line(_ key: StaticString, _ line: Int, of journey: Int) {
        self.key(key)
        startValue()
        page.note(PrintedNumber.line(line, of: journey)) { DecimalNumber.write(line, to: &$0) }
    }

    private mutating func count(_ value: Int?) {
        guard let value else { return null() }
        startValue()
        DecimalNumber.write(value, to: &page)
    }

    /// A number of at most so many decimals; what is not finite is no number in JSON.
    mutating func number(_ value: Double?, places: Int) {
        guard let value, value.isFinite else { return null() }
        startValue()
        DecimalNumber.write(value, places: places, to: &page)
    }

    /// A score, an attainment, an emotion: two decimals.
    @inline(__always)
    mutating func score(_ key: StaticString, _ value: Double?) {
        self.key(key)
        number(value, places: 2)
    }

    /// A share from 0 to 1, or what was measured in a unit of its own: four decimals.
    @inline(__always)
    mutating func share(_ key: StaticString, _ value: Double?) {
        self.key(key)
        number(value, places: 4)
    }

    /// A number that an author wrote, as it was written.
    @inline(__always)
    mutating func exact(_ key: StaticString, _ value: Double?) {
        self.key(key)
        exact(value)
    }

    private mutating func exact(_ value: Double?) {
        guard let value, value.isFinite else { return null() }
        startValue()
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
        isFirst = false
    }
}
