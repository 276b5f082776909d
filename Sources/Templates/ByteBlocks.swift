/// Looks at sixteen bytes at once, and copies those in which nothing is special: most texts are copied whole.
public enum ByteBlocks {
    public typealias Block = SIMD16<UInt8>
    public typealias Mask = SIMDMask<SIMD16<Int8>>

    /// How many bytes more than are copied may be written behind them.
    public static let overhang = 16

    // With a block on either side: to compare with a single byte goes through the block byte by byte.
    @inlinable @inline(__always)
    public static func equal(_ block: Block, _ byte: UInt8) -> Mask { block .== Block(repeating: byte) }

    @inlinable @inline(__always)
    public static func less(_ block: Block, _ limit: UInt8) -> Mask { block .< Block(repeating: limit) }

    /// Copies bytes up to the first sixteen that have a special one among them, and says how many it has copied: all, where
    /// none is special.
    ///
    /// - Parameters:
    ///   - target: has room for all bytes and the overhang.
    ///   - isSpecial: must not be true of the letter a, which stands in for what a short text does not have.
    @inlinable @inline(__always)
    public static func copyPlain(
        _ bytes: UnsafeBufferPointer<UInt8>, to target: UnsafeMutablePointer<UInt8>, _ isSpecial: (Block) -> Mask
    ) -> Int {
        guard let start = bytes.baseAddress else { return 0 }
        let source = UnsafeRawPointer(start)
        let target = UnsafeMutableRawPointer(target)
        let count = bytes.count
        var index = 0
        while index + 16 <= count {
            let block = source.loadUnaligned(fromByteOffset: index, as: Block.self)
            if isAny(isSpecial(block)) { return index }
            target.storeBytes(of: block, toByteOffset: index, as: Block.self)
            index += 16
        }
        if index == count { return count }
        // The last sixteen bytes again, of which some are written already; or a short text as a block that is filled up.
        let last = max(count - 16, 0)
        let block = count >= 16 ? source.loadUnaligned(fromByteOffset: last, as: Block.self) : short(source, count)
        if isAny(isSpecial(block)) { return index }
        target.storeBytes(of: block, toByteOffset: last, as: Block.self)
        return count
    }

    /// Fewer than sixteen bytes, and the letter a behind them.
    @inlinable @inline(__always)
    static func short(_ source: UnsafeRawPointer, _ count: Int) -> Block {
        let filling = ByteRuns.eight(UInt8(ascii: "a"))
        guard count >= 8 else {
            let word = ByteRuns.rest(of: source, count: count, from: 0) | filling &<< UInt64(8 * count)
            return block(of: word, filling)
        }
        let word = source.loadUnaligned(as: UInt64.self)
        if count == 8 { return block(of: UInt64(littleEndian: word), filling) }
        // The last eight bytes, without those that the first word has.
        let rest = UInt64(littleEndian: source.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self))
        return block(
            of: UInt64(littleEndian: word), rest &>> UInt64(8 * (16 - count)) | filling &<< UInt64(8 * (count - 8)))
    }

    @inlinable @inline(__always)
    static func block(of first: UInt64, _ second: UInt64) -> Block {
        unsafeBitCast(SIMD2(first.littleEndian, second.littleEndian), to: Block.self)
    }

    /// As two words: `any(_:)` asks byte by byte.
    @inlinable @inline(__always)
    static func isAny(_ mask: Mask) -> Bool {
        let words = unsafeBitCast(mask, to: SIMD2<UInt64>.self)
        return words[0] | words[1] != 0
    }
}
