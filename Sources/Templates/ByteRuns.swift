/// Looks at eight bytes at once: most text has nothing in it that must be escaped.
///
/// A test is true of a byte by the byte's highest bit. It may also be true of a byte behind one that it is true of, never of one
/// before the first. After H. S. Warren, "Hacker's Delight", section 6-1.
public enum ByteRuns {
    @inlinable
    public static func eight(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

    @inlinable
    public static func equal(_ word: UInt64, _ byte: UInt8) -> UInt64 {
        let difference = word ^ eight(byte)
        return (difference &- eight(1)) & ~difference & eight(0x80)
    }

    /// - Parameter limit: at most 128.
    @inlinable
    public static func less(_ word: UInt64, _ limit: UInt8) -> UInt64 { (word &- eight(limit)) & ~word & eight(0x80) }

    /// Where a run of bytes that are not special ends, which starts at an index; nothing where there is none, or where fewer than
    /// eight bytes are left.
    @inlinable
    public static func plain(
        in bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ isSpecial: (UInt64) -> UInt64
    ) -> Int? {
        let raw = UnsafeRawBufferPointer(bytes)
        var index = start
        while index + 8 <= raw.count {
            let found = isSpecial(UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)))
            if found != 0 {
                index += found.trailingZeroBitCount / 8
                break
            }
            index += 8
        }
        return index > start ? index : nil
    }

    /// The last bytes, of which there are at least one and fewer than eight, as a word that ends in zeros.
    @inlinable @inline(__always)
    static func rest(of source: UnsafeRawPointer, count: Int, from index: Int) -> UInt64 {
        let left = count - index
        // Of a text that is long enough the last eight are read, and what is known of them is dropped.
        if count >= 8 {
            let last = UInt64(littleEndian: source.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self))
            return last &>> UInt64(8 * (8 - left))
        }
        func four(_ offset: Int) -> UInt64 {
            UInt64(UInt32(littleEndian: source.loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
        }
        func one(_ offset: Int) -> UInt64 { UInt64(source.load(fromByteOffset: offset, as: UInt8.self)) }
        // The two halves overlap, and say the same where they do.
        if left >= 4 { return four(index) | four(count - 4) &<< UInt64(8 * (left - 4)) }
        return one(index) | one(index + left / 2) &<< UInt64(8 * (left / 2)) | one(count - 1) &<< UInt64(8 * (left - 1))
    }

    /// Appends bytes until the first that may be special, eight at a time, and says where that is; the rest is left to look at
    /// one by one. Nearly all texts end here.
    @inlinable @inline(__always)
    public static func copyPlain(
        _ bytes: UnsafeBufferPointer<UInt8>, to page: inout PageBuffer, _ isSpecial: (UInt64) -> UInt64
    ) -> Int {
        guard let start = bytes.baseAddress else { return 0 }
        let source = UnsafeRawPointer(start)
        // A word more than there are bytes, so that the last of them can be written as a word, too.
        let target = UnsafeMutableRawPointer(page.room(for: bytes.count + 8))
        var index = 0
        while index + 8 <= bytes.count {
            let word = source.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            guard isSpecial(UInt64(littleEndian: word)) == 0 else { break }
            target.storeBytes(of: word, toByteOffset: index, as: UInt64.self)
            index += 8
        }
        let left = bytes.count - index
        if left > 0, left < 8 {
            // What is not there is no special byte: the letter a stands for it.
            let padding = eight(UInt8(ascii: "a")) &<< UInt64(8 * left)
            let word = rest(of: source, count: bytes.count, from: index)
            if isSpecial(word | padding) == 0 {
                target.storeBytes(of: word.littleEndian, toByteOffset: index, as: UInt64.self)
                index = bytes.count
            }
        }
        page.advance(by: index)
        return index
    }
}
