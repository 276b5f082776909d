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

    mutating func object(_ key: StaticString, _ layout: Layout = .lines, _ members: (inout JSONWriter) -> Void) {
        self.key(key)
        object(layout, members)
    }

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
        let room = page.room(for: max(depth, Self.usualDepth) + 1)
        room[0] = UInt8(ascii: "\n")
        // Of a known number, so that no call is needed; those that are too many are written over.
        (room + 1).update(repeating: UInt8(ascii: " "), count: Self.usualDepth)
        if depth > Self.usualDepth { (room + 1).update(repeating: UInt8(ascii: " "), count: depth) }
        page.advance(by: depth + 1)
    }

    /// At least as deep as the files that are written here are.
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

    private mutating func separate() {
        guard depth > 0 else { return }
        if onLine == 0 {
            if !isFirst { page.write(UInt8(ascii: ",")) }
            startLine()
        } else if !isFirst {
            page.write(", ")
        }
        isFirst = false
    }

    // As part of what calls it: a name is copied by a few instructions where it is known which.
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

    mutating func null(_ key: StaticString) {
        self.key(key)
        null()
    }

    mutating func text(_ text: String) {
        startValue()
        Self.write(text, to: &page)
    }

    mutating func text(_ key: StaticString, _ text: String?) {
        self.key(key)
        if let text { self.text(text) } else { null() }
    }

    /// One text of two parts.
    mutating func text(_ key: StaticString, _ first: String, _ second: String) {
        self.key(key)
        startValue()
        page.write(UInt8(ascii: "\""))
        first.withBytes { Self.escape($0, to: &page) }
        second.withBytes { Self.escape($0, to: &page) }
        page.write(UInt8(ascii: "\""))
    }

    mutating func texts(_ key: StaticString, _ texts: some Sequence<String>) {
        list(key, texts, .line) { $0.text($1) }
    }

    mutating func flag(_ key: StaticString, _ value: Bool?) {
        self.key(key)
        guard let value else { return null() }
        startValue()
        page.write(value ? "true" : "false")
    }

    mutating func count(_ key: StaticString, _ value: Int?) {
        self.key(key)
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
    mutating func score(_ key: StaticString, _ value: Double?) {
        self.key(key)
        number(value, places: 2)
    }

    /// A share from 0 to 1, or what was measured in a unit of its own: four decimals.
    mutating func share(_ key: StaticString, _ value: Double?) {
        self.key(key)
        number(value, places: 4)
    }

    /// A number that an author wrote, as it was written.
    mutating func exact(_ key: StaticString, _ value: Double?) {
        self.key(key)
        guard let value, value.isFinite else { return null() }
        startValue()
        DecimalNumber.writeExact(value, to: &page)
    }

    // MARK: Strings

    /// `"`, `\` and control characters are escaped, as they must be; and the two line ends that JavaScript does not take in a string.
    static func write(_ text: String, to page: inout PageBuffer) {
        page.write(UInt8(ascii: "\""))
        text.withBytes { escape($0, to: &page) }
        page.write(UInt8(ascii: "\""))
    }

    private static func escape(_ utf8: UnsafeBufferPointer<UInt8>, to page: inout PageBuffer) {
        var start = ByteRuns.copyPlain(utf8, to: &page, mayBeSpecial)
        if start == utf8.count { return }
        var index = start
        while index < utf8.count {
            if let next = ByteRuns.plain(in: utf8, from: index, mayBeSpecial) {
                index = next
                continue
            }
            let byte = utf8[index]
            let isPlain =
                byte < 64
                ? (special &>> UInt64(byte)) & 1 == 0 : byte != UInt8(ascii: "\\") && byte != 0xE2
            if isPlain || byte == 0xE2 && !isLineEnd(at: index, in: utf8) {
                index += 1
                continue
            }
            page.write(UnsafeBufferPointer(rebasing: utf8[start..<index]))
            page.write(UInt8(ascii: "\\"))
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): page.write(byte)
            case UInt8(ascii: "\n"): page.write(UInt8(ascii: "n"))
            case UInt8(ascii: "\r"): page.write(UInt8(ascii: "r"))
            case UInt8(ascii: "\t"): page.write(UInt8(ascii: "t"))
            case 0xE2:
                page.write(utf8[index + 2] == 0xA8 ? "u2028" : "u2029")
                index += 2
            default:
                page.write(byte < 0x10 ? "u000" : "u001")
                let digit = byte & 0xF
                page.write(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
            }
            index += 1
            start = index
        }
        page.write(UnsafeBufferPointer(rebasing: utf8[start...]))
    }

    private static func mayBeSpecial(_ word: UInt64) -> UInt64 {
        ByteRuns.less(word, 0x20) | ByteRuns.equal(word, UInt8(ascii: "\"")) | ByteRuns.equal(word, UInt8(ascii: "\\"))
            | ByteRuns.equal(word, 0xE2)
    }

    /// A bit for each byte below 64 that is escaped: control characters and the quotation mark.
    private static let special: UInt64 = 0xFFFF_FFFF | 1 << UInt64(UInt8(ascii: "\""))

    /// U+2028 or U+2029.
    private static func isLineEnd(at index: Int, in utf8: UnsafeBufferPointer<UInt8>) -> Bool {
        index + 2 < utf8.count && utf8[index + 1] == 0x80 && (utf8[index + 2] == 0xA8 || utf8[index + 2] == 0xA9)
    }
}
