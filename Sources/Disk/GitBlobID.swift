/// The name that git gives to the contents of a file: SHA-1 of `blob`, the number of bytes and the bytes (FIPS 180-4, section 6.1).
///
/// With it a file of the disk is known as the same that a commit has. Nothing is kept safe by it: it tells contents apart.
struct GitBlobID {
    let text: String

    init(of bytes: [UInt8]) {
        var digest = SHA1()
        digest.add(Array("blob \(bytes.count)\0".utf8))
        digest.add(bytes)
        text = digest.finish().map { word in
            let digits = String(word, radix: 16)
            return String(repeating: "0", count: 8 - digits.count) + digits
        }.joined()
    }
}

private struct SHA1 {
    private var state: (UInt32, UInt32, UInt32, UInt32, UInt32) = (
        0x6745_2301, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476, 0xC3D2_E1F0
    )
    private var schedule = [UInt32](repeating: 0, count: 80)
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
            rest.withUnsafeBufferPointer { digest($0[...]) }
            rest = []
        }
        bytes.withUnsafeBufferPointer { bytes in
            while bytes.count - start >= Self.block {
                digest(bytes[start..<start + Self.block])
                start += Self.block
            }
        }
        rest += bytes[start...]
    }

    /// The five words of the digest.
    mutating func finish() -> [UInt32] {
        let bits = UInt64(count) * 8
        var end: [UInt8] = [0x80]
        while (count + end.count) % Self.block != Self.block - 8 { end.append(0) }
        withUnsafeBytes(of: bits.bigEndian) { end += $0 }
        add(end)
        return [state.0, state.1, state.2, state.3, state.4]
    }

    private mutating func digest(_ block: Slice<UnsafeBufferPointer<UInt8>>) {
        var (a, b, c, d, e) = state
        let start = block.startIndex
        schedule.withUnsafeMutableBufferPointer { words in
            for place in 0..<16 {
                let at = start + 4 * place
                let (high, low) = (
                    UInt32(block[at]) << 24 | UInt32(block[at + 1]) << 16,
                    UInt32(block[at + 2]) << 8 | UInt32(block[at + 3])
                )
                words[place] = high | low
            }
            for place in 16..<80 {
                let mixed = words[place - 3] ^ words[place - 8] ^ words[place - 14] ^ words[place - 16]
                words[place] = mixed << 1 | mixed >> 31
            }
            func round(_ chosen: UInt32, _ constant: UInt32, _ place: Int) {
                let next = (a << 5 | a >> 27) &+ chosen &+ e &+ constant &+ words[place]
                (e, d, c, b, a) = (d, c, b << 30 | b >> 2, a, next)
            }
            for place in 0..<20 { round(b & c | ~b & d, 0x5A82_7999, place) }
            for place in 20..<40 { round(b ^ c ^ d, 0x6ED9_EBA1, place) }
            for place in 40..<60 { round(b & c | b & d | c & d, 0x8F1B_BCDC, place) }
            for place in 60..<80 { round(b ^ c ^ d, 0xCA62_C1D6, place) }
        }
        state = (state.0 &+ a, state.1 &+ b, state.2 &+ c, state.3 &+ d, state.4 &+ e)
    }
}
