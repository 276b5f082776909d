import Diagnostics

/// Keys that differ in capitals and blanks alone from one that is read, such as `Owner:` and `Also in:`.
///
/// What they say is not read, but looked at, so that what is wrong with it is told in the same run as the key.
enum KeysInCapitals {
    /// - Parameters:
    ///   - found: all that was found in a file.
    ///   - read: what is found in a text in its place, which has the same keys and values at the same places.
    static func told(
        with found: [Diagnostic], in source: SourceText, depth: Int = 0, read: (SourceText) -> [Diagnostic]
    ) -> [Diagnostic] {
        if depth == deepest { return found }
        var bytes = source.bytes
        var isAny = false
        for problem in found where problem.hint != nil && codes.contains(problem.code) {
            let range = problem.location.range
            guard problem.location.path == source.path, range.upperBound <= bytes.count else { continue }
            let plain = bytes[range].map(plain)
            guard !plain.elementsEqual(bytes[range]),
                problem.hint == "did you mean '\(String(decoding: plain, as: UTF8.self))'?"
            else { continue }
            bytes.replaceSubrange(range, with: plain)
            isAny = true
        }
        guard isAny else { return found }
        let mended = SourceText(path: source.path, bytes: bytes)
        // Below a key that was mended there may be others.
        let more = told(with: read(mended), in: mended, depth: depth + 1, read: read)
        let places = Set(found.map(\.location.range.lowerBound))
        return found + more.filter { !places.contains($0.location.range.lowerBound) }
    }

    /// Settings have keys below keys below keys. A file with more of them is a hostile one.
    private static let deepest = 4

    /// Of what is said of a key that is not known.
    private static let codes: Set<DiagnosticCode> = [.unknownKey, .missingKey, .futureWithoutBaseline]

    /// Keys have small letters, and underscores between their words.
    private static func plain(_ byte: UInt8) -> UInt8 {
        switch byte {
        case 0x41...0x5A: byte | 0x20
        case 0x20, UInt8(ascii: "-"): UInt8(ascii: "_")
        default: byte
        }
    }
}
