/// Escapes text for HTML, as bytes: runs between the five special characters are copied whole.
enum HTMLEscaping {
    /// Writes `text` with `&`, `<`, `>`, `"` and `'` as references, fit for content and for quoted attributes.
    ///
    /// - Parameter text: is left as it is; only what may be changed is read where it is, and not counted as another's.
    static func write(_ text: inout String, to page: inout PageBuffer) {
        text.withUTF8 { write($0, to: &page) }
    }

    private static func write(_ bytes: UnsafeBufferPointer<UInt8>, to page: inout PageBuffer) {
        var runStart = copyPlain(bytes, to: &page)
        if runStart == bytes.count { return }
        var index = runStart
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

    /// Appends bytes until sixteen of which some are special, and says where these are; the rest is left to look at one by one.
    private static func copyPlain(_ bytes: UnsafeBufferPointer<UInt8>, to page: inout PageBuffer) -> Int {
        let count = bytes.count
        guard count >= 16, let start = bytes.baseAddress else {
            return ByteRuns.copyPlain(bytes, to: &page, mayBeSpecial)
        }
        let source = UnsafeRawPointer(start)
        let target = UnsafeMutableRawPointer(page.room(for: count))
        var index = 0
        while index < count {
            // Of the last sixteen some may have been copied before: they are again.
            let place = min(index, count - 16)
            let sixteen = source.loadUnaligned(fromByteOffset: place, as: Sixteen.self)
            if hasSpecial(sixteen) { break }
            target.storeBytes(of: sixteen, toByteOffset: place, as: Sixteen.self)
            index = place + 16
        }
        page.advance(by: index)
        return index
    }

    /// Named in full, since vectors of a type that is only inferred are compared byte by byte.
    private typealias Sixteen = SIMD16<UInt8>

    @inline(__always)
    private static func hasSpecial(_ bytes: Sixteen) -> Bool {
        let found =
            ((bytes | Sixteen(repeating: 0x01)) .== Sixteen(repeating: UInt8(ascii: "'")))
            .| ((bytes | Sixteen(repeating: 0x02)) .== Sixteen(repeating: UInt8(ascii: ">")))
            .| (bytes .== Sixteen(repeating: UInt8(ascii: "\"")))
        let halves = unsafeBitCast(found, to: SIMD2<UInt64>.self)
        return halves.x | halves.y != 0
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
