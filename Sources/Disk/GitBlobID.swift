/// The name that git gives to the contents of a file: SHA-1 of `blob`, the number of bytes and the bytes (FIPS 180-4, section 6.1).
///
/// With it a file of the disk is known as the same that a commit has. Nothing is kept safe by it: it tells contents apart.
struct GitBlobID {
    let text: String

    init(of bytes: [UInt8]) {
        var digest = SHA1()
        digest.add(Array("blob \(bytes.count)\0".utf8))
        digest.add(bytes)
        let words = digest.finish()
        text = String(unsafeUninitializedCapacity: 8 * words.count) { digits in
            for place in digits.indices {
                let half = words[place / 8] >> UInt32(28 - 4 * (place % 8)) & 0xF
                digits.initializeElement(at: place, to: UInt8(half < 10 ? 0x30 + half : 0x61 + half - 10))
            }
            return digits.count
        }
    }
}

private struct SHA1 {
    private var state: (UInt32, UInt32, UInt32, UInt32, UInt32) = (
        0x6745_2301, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476, 0xC3D2_E1F0
    )
    /// What does not make a whole block yet.
    private var rest: [UInt8] = []
    private var count = 0

    private static let block = 64

    mutating func add(_ bytes: [UInt8]) {
        count += bytes.count
        var start = 0
        if !rest.isEmpty {
            start = min(Self.block - rest.count, bytes.count)
            rest += bytes[..<start]
            guard rest.count == Self.block else { return }
            rest.withUnsafeBytes { digest($0) }
            rest.removeAll(keepingCapacity: true)
        }
        bytes.withUnsafeBytes { bytes in
            while bytes.count - start >= Self.block {
                digest(UnsafeRawBufferPointer(rebasing: bytes[start..<start + Self.block]))
                start += Self.block
            }
        }
        rest += bytes[start...]
    }

    /// The five words of the digest.
    mutating func finish() -> [UInt32] {
        let bits = UInt64(count) * 8
        // A one, and noughts up to the last eight bytes of a block.
        var end = [UInt8](repeating: 0, count: 1 + (2 * Self.block - 9 - count % Self.block) % Self.block)
        end[0] = 0x80
        withUnsafeBytes(of: bits.bigEndian) { end += $0 }
        add(end)
        return [state.0, state.1, state.2, state.3, state.4]
    }

    private mutating func digest(_ block: UnsafeRawBufferPointer) {
        // Four words at a time, each group from whole groups before it: parts of two that lie in memory would be waited for.
        withUnsafeTemporaryAllocation(of: SIMD4<UInt32>.self, capacity: 20) { groups in
            for group in 0..<4 {
                func word(_ place: Int) -> UInt32 {
                    UInt32(bigEndian: block.loadUnaligned(fromByteOffset: 16 * group + 4 * place, as: UInt32.self))
                }
                groups[group] = SIMD4(word(0), word(1), word(2), word(3))
            }
            for group in 4..<8 {
                let last = groups[group - 1]
                let mixed =
                    SIMD4(last.y, last.z, last.w, 0) ^ groups[group - 2]
                    ^ Self.middle(of: groups[group - 4], groups[group - 3]) ^ groups[group - 4]
                var own = mixed &<< 1 | mixed &>> 31
                // The last word is mixed from the first of its own group, too.
                own.w ^= own.x << 1 | own.x >> 31
                groups[group] = own
            }
            // The same rule applied to itself: of words that lie further back, four can be mixed at once (M. Locktyukhin, 2010).
            for group in 8..<20 {
                let mixed =
                    Self.middle(of: groups[group - 2], groups[group - 1]) ^ groups[group - 4] ^ groups[group - 7]
                    ^ groups[group - 8]
                groups[group] = mixed &<< 2 | mixed &>> 30
            }
            UnsafeMutableRawBufferPointer(groups).withMemoryRebound(to: UInt32.self) { words in
                var rounds = Rounds(state)
                for place in stride(from: 0, to: 20, by: 5) {
                    rounds.five(words, place, 0x5A82_7999) { $2 ^ $0 & ($1 ^ $2) }
                }
                for place in stride(from: 20, to: 40, by: 5) { rounds.five(words, place, 0x6ED9_EBA1) { $0 ^ $1 ^ $2 } }
                for place in stride(from: 40, to: 60, by: 5) {
                    rounds.five(words, place, 0x8F1B_BCDC) { $0 & $1 | $2 & ($0 | $1) }
                }
                for place in stride(from: 60, to: 80, by: 5) { rounds.five(words, place, 0xCA62_C1D6) { $0 ^ $1 ^ $2 } }
                state = (
                    state.0 &+ rounds.a, state.1 &+ rounds.b, state.2 &+ rounds.c, state.3 &+ rounds.d,
                    state.4 &+ rounds.e
                )
            }
        }
    }

    /// The last two words of a group, and the first two of the next.
    @inline(__always)
    private static func middle(of first: SIMD4<UInt32>, _ second: SIMD4<UInt32>) -> SIMD4<UInt32> {
        SIMD4(first.z, first.w, second.x, second.y)
    }

    private struct Rounds {
        var a, b, c, d, e: UInt32

        init(_ state: (UInt32, UInt32, UInt32, UInt32, UInt32)) { (a, b, c, d, e) = state }

        /// After five rounds each word has its own name again: taken together, none need be moved from one to another.
        @inline(__always)
        mutating func five(
            _ words: UnsafeMutableBufferPointer<UInt32>, _ place: Int, _ constant: UInt32,
            _ choose: (UInt32, UInt32, UInt32) -> UInt32
        ) {
            e = e &+ (a << 5 | a >> 27) &+ choose(b, c, d) &+ constant &+ words[place]
            b = b << 30 | b >> 2
            d = d &+ (e << 5 | e >> 27) &+ choose(a, b, c) &+ constant &+ words[place + 1]
            a = a << 30 | a >> 2
            c = c &+ (d << 5 | d >> 27) &+ choose(e, a, b) &+ constant &+ words[place + 2]
            e = e << 30 | e >> 2
            b = b &+ (c << 5 | c >> 27) &+ choose(d, e, a) &+ constant &+ words[place + 3]
            d = d << 30 | d >> 2
            a = a &+ (b << 5 | b >> 27) &+ choose(c, d, e) &+ constant &+ words[place + 4]
            c = c << 30 | c >> 2
        }
    }
}
