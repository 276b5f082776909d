/// Escapes text for HTML, as bytes: runs between the five special characters are copied whole.
enum HTMLEscaping {
    /// Appends `text` with `&`, `<`, `>`, `"` and `'` as references, fit for content and for quoted attributes.
    static func append(_ text: String, to output: inout [UInt8]) {
        let isDone: Void? = text.utf8.withContiguousStorageIfAvailable { append($0, to: &output) }
        guard isDone == nil else { return }
        // Only a string bridged from elsewhere has no contiguous bytes.
        Array(text.utf8).withUnsafeBufferPointer { append($0, to: &output) }
    }

    private static func append(_ bytes: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
        var runStart = 0
        for index in bytes.indices {
            let byte = bytes[index]
            guard byte < 64, special & (1 << UInt64(byte)) != 0 else { continue }
            output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[runStart..<index]))
            append(referenceFor: byte, to: &output)
            runStart = index + 1
        }
        output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[runStart...]))
    }

    /// A bit for each byte below 64 that is escaped; there are none above.
    private static let special: UInt64 =
        1 << UInt64(UInt8(ascii: "&")) | 1 << UInt64(UInt8(ascii: "<")) | 1 << UInt64(UInt8(ascii: ">"))
        | 1 << UInt64(UInt8(ascii: "\"")) | 1 << UInt64(UInt8(ascii: "'"))

    private static func append(referenceFor byte: UInt8, to output: inout [UInt8]) {
        let reference: StaticString =
            switch byte {
            case UInt8(ascii: "&"): "&amp;"
            case UInt8(ascii: "<"): "&lt;"
            case UInt8(ascii: ">"): "&gt;"
            case UInt8(ascii: "\""): "&quot;"
            default: "&#39;"
            }
        reference.withUTF8Buffer { output.append(contentsOf: $0) }
    }
}
