/// One file's text as it was read: where it is and what its bytes are.
package struct SourceText: Sendable {
    /// The path, relative to the folder that the command was run for, with `/` between its parts.
    package let path: String
    /// The file's bytes, untouched: a BOM and CRLF line ends are still there.
    package let bytes: [UInt8]

    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    package init(path: String, text: String) {
        self.init(path: path, bytes: Array(text.utf8))
    }
}

/// A run of bytes in one file, as UTF-8 offsets.
public typealias TextRange = Range<Int>

/// The same in half the room, for what is kept by the hundred for every file.
package struct KeptRange: Hashable, Sendable {
    private let start: UInt32
    private let end: UInt32

    /// Of a file of more than 4 GiB, what lies beyond.
    package init(_ range: TextRange) {
        start = UInt32(clamping: range.lowerBound)
        end = UInt32(clamping: range.upperBound)
    }

    package var range: TextRange { Int(start)..<Int(end) }
}

/// A run of bytes in a named file.
package struct Location: Hashable, Sendable {
    package let path: String
    package let range: TextRange

    package init(path: String, range: TextRange) {
        self.path = path
        self.range = range
    }
}

extension Location: Comparable {
    package static func < (left: Location, right: Location) -> Bool {
        if left.path != right.path { return left.path.utf8.lexicographicallyPrecedes(right.path.utf8) }
        return (left.range.lowerBound, left.range.upperBound) < (right.range.lowerBound, right.range.upperBound)
    }
}
