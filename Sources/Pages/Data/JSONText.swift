import Diagnostics
import Templates

/// Texts in JSON.
extension JSONWriter {
    /// `"`, `\` and control characters are escaped, as they must be; and the two line ends that JavaScript does not take in a string.
    static func write(_ text: String, to page: inout PageBuffer) {
        text.withBytes { utf8 in
            // Room for all of it at once.
            let room = page.room(for: utf8.count + 2 + ByteBlocks.overhang)
            room[0] = UInt8(ascii: "\"")
            let plain = ByteBlocks.copyPlain(utf8, to: room + 1, mayBeSpecial)
            page.advance(by: plain + 1)
            if plain < utf8.count { escape(utf8, from: plain, to: &page) }
            page.write(UInt8(ascii: "\""))
        }
    }

    /// One text of two parts.
    ///
    /// - Parameter joint: what stands between the two; has nothing to escape in it.
    static func write(_ first: String, _ joint: StaticString, _ second: String, to page: inout PageBuffer) {
        page.write(UInt8(ascii: "\""))
        first.withBytes { escape($0, to: &page) }
        page.write(joint)
        second.withBytes { escape($0, to: &page) }
        page.write(UInt8(ascii: "\""))
    }

    private static func escape(_ utf8: UnsafeBufferPointer<UInt8>, to page: inout PageBuffer) {
        let plain = ByteBlocks.copyPlain(utf8, to: page.room(for: utf8.count + ByteBlocks.overhang), mayBeSpecial)
        page.advance(by: plain)
        if plain < utf8.count { escape(utf8, from: plain, to: &page) }
    }

    /// - Parameter first: the first byte that is not written yet.
    @inline(never)
    private static func escape(_ utf8: UnsafeBufferPointer<UInt8>, from first: Int, to page: inout PageBuffer) {
        var start = first
        var index = first
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

    @inline(__always)
    private static func mayBeSpecial(_ block: ByteBlocks.Block) -> ByteBlocks.Mask {
        ByteBlocks.less(block, 0x20) .| ByteBlocks.equal(block, UInt8(ascii: "\""))
            .| ByteBlocks.equal(block, UInt8(ascii: "\\")) .| ByteBlocks.equal(block, 0xE2)
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
