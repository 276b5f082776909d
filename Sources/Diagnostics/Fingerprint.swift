/// A short mark that texts are told apart by, the same on every machine and in every run.
///
/// FNV-1a with 128 bits: http://www.isthe.com/chongo/tech/comp/fnv/. It is no secret and needs none: nobody gains by two texts of one mark.
package struct Fingerprint: Hashable, Sendable {
    private var sum: UInt128 = 0x6C62_272E_07BB_0142_62B8_2175_6295_C58D

    private static let prime: UInt128 = 0x0000_0000_0100_0000_0000_0000_0000_013B

    package init(of parts: [String]) {
        for part in parts {
            for byte in part.utf8 { add(byte) }
            // A sign that UTF-8 never has: the parts "a", "bc" are not "ab", "c".
            add(0xFF)
        }
    }

    private mutating func add(_ byte: UInt8) { sum = (sum ^ UInt128(byte)) &* Self.prime }

    /// 32 digits of base 16.
    package var text: String {
        let digits = String(sum, radix: 16)
        return String(repeating: "0", count: 32 - digits.count) + digits
    }
}
