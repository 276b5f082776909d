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
}
