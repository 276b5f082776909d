import Diagnostics

/// Makes a text valid UTF-8 without moving anything in it.
package enum UTF8Repair {
    /// The text with `?` for every byte that is not UTF-8, and where the first of them stands.
    package static func repaired(_ source: SourceText) -> (SourceText, [Diagnostic]) {
        if source.bytes.withUnsafeBufferPointer({ isValid($0) }) { return (source, []) }
        var bytes = source.bytes
        var first: Int?
        var index = 0
        while index < bytes.count {
            let length = sequenceLength(in: bytes, at: index)
            if length == 0 {
                bytes[index] = UInt8(ascii: "?")
                first = first ?? index
                index += 1
            } else {
                index += length
            }
        }
        guard let first else { return (source, []) }
        let hint =
            isUTF16(source)
            ? "it looks like UTF-16: save it as UTF-8" : "save the file as UTF-8"
        let problem = Diagnostic(
            .notUTF8, at: Location(path: source.path, range: first..<(first + 1)), "this byte is not UTF-8", hint: hint)
        return (SourceText(path: source.path, bytes: bytes), [problem])
    }

    /// Whether the file starts as one of UTF-16 or UTF-32 does: then nothing in it is text.
    package static func isUTF16(_ source: SourceText) -> Bool {
        source.bytes.starts(with: [0xFF, 0xFE]) || source.bytes.starts(with: [0xFE, 0xFF])
    }

    private static func isValid(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var index = 0
        while index < bytes.count {
            // Eight bytes of ASCII at a time.
            while index + 8 <= bytes.count, UnsafeRawBufferPointer(bytes).isASCII(at: index) { index += 8 }
            guard index < bytes.count else { break }
            let length = sequenceLength(in: bytes, at: index)
            if length == 0 { return false }
            index += length
        }
        return true
    }

    /// How many bytes the scalar at `index` takes; 0 where there is none (Unicode 16, table 3-7).
    private static func sequenceLength(in bytes: some RandomAccessCollection<UInt8> & Collection<UInt8>, at index: Int)
        -> Int
    {
        func byte(_ offset: Int) -> UInt8 {
            let position =
                bytes.index(bytes.startIndex, offsetBy: index + offset, limitedBy: bytes.endIndex) ?? bytes.endIndex
            return position == bytes.endIndex ? 0 : bytes[position]
        }
        func isContinuation(_ offset: Int) -> Bool { byte(offset) & 0xC0 == 0x80 }
        let lead = byte(0)
        switch lead {
        case 0..<0x80: return 1
        case 0xC2...0xDF: return isContinuation(1) ? 2 : 0
        case 0xE0...0xEF:
            let second = byte(1)
            guard isContinuation(1), isContinuation(2), !(lead == 0xE0 && second < 0xA0),
                !(lead == 0xED && second > 0x9F)
            else { return 0 }
            return 3
        case 0xF0...0xF4:
            let second = byte(1)
            guard isContinuation(1), isContinuation(2), isContinuation(3), !(lead == 0xF0 && second < 0x90),
                !(lead == 0xF4 && second > 0x8F)
            else { return 0 }
            return 4
        default: return 0
        }
    }
}

extension UnsafeRawBufferPointer {
    /// Whether the eight bytes from an offset on are ASCII.
    fileprivate func isASCII(at offset: Int) -> Bool {
        loadUnaligned(fromByteOffset: offset, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
    }
}
