/// Escapes text for HTML, as bytes: runs between the five special characters are copied whole.
enum HTMLEscaping {
    /// Writes `text` with `&`, `<`, `>`, `"` and `'` as references, fit for content and for quoted attributes.
    ///
    /// - Parameter text: is left as it is; only what may be changed is read where it is, and not counted as another's.
    @inline(__always)
    static func write(_ text: inout String, to page: inout PageBuffer) {
        text.withUTF8 { write($0, to: &page) }
    }

    // As part of what calls it: a short text and a long one come here from different places, and are all that a page prints.
    @inline(__always)
    private static func write(_ bytes: UnsafeBufferPointer<UInt8>, to page: inout PageBuffer) {
        let room = page.room(for: bytes.count + ByteBlocks.overhang)
        let plain = ByteBlocks.copyPlain(bytes, to: room, mayBeSpecial)
        page.advance(by: plain)
        if plain < bytes.count { escape(bytes, from: plain, to: &page) }
    }

    /// - Parameter first: the first byte that is not written yet.
    @inline(never)
    private static func escape(_ bytes: UnsafeBufferPointer<UInt8>, from first: Int, to page: inout PageBuffer) {
        var runStart = first
        var index = first
        while index < bytes.count {
            if let next = ByteRuns.plain(in: bytes, from: index, mayBeSpecial) {
                index = next
                continue
            }
            let byte = bytes[index]
            if byte < 64, (special &>> UInt64(byte)) & 1 == 1 {
                page.write(UnsafeBufferPointer(rebasing: bytes[runStart..<index]))
                page.write(reference(for: byte))
                runStart = index + 1
            }
            index += 1
        }
        page.write(UnsafeBufferPointer(rebasing: bytes[runStart...]))
    }

    @inline(__always)
    private static func mayBeSpecial(_ block: ByteBlocks.Block) -> ByteBlocks.Mask {
        ByteBlocks.equal(block | ByteBlocks.Block(repeating: 0x01), UInt8(ascii: "'"))
            .| ByteBlocks.equal(block | ByteBlocks.Block(repeating: 0x02), UInt8(ascii: ">"))
            .| ByteBlocks.equal(block, UInt8(ascii: "\""))
    }

    /// `&` and `'` differ in the last bit alone, `<` and `>` in the one before it.
    private static func mayBeSpecial(_ word: UInt64) -> UInt64 {
        ByteRuns.equal(word | ByteRuns.eight(0x01), UInt8(ascii: "'"))
            | ByteRuns.equal(word | ByteRuns.eight(0x02), UInt8(ascii: ">")) | ByteRuns.equal(word, UInt8(ascii: "\""))
    }

    /// A bit for each byte below 64 that is escaped; there are none above.
    private static let special: UInt64 =
        1 << UInt64(UInt8(ascii: "&")) | 1 << UInt64(UInt8(ascii: "<")) | 1 << UInt64(UInt8(ascii: ">"))
        | 1 << UInt64(UInt8(ascii: "\"")) | 1 << UInt64(UInt8(ascii: "'"))

    private static func reference(for byte: UInt8) -> StaticString {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        default: "&#39;"
        }
    }
}
