#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

extension String {
    /// Whether another text stands somewhere in this one, byte by byte.
    ///
    /// `contains(_:)` compares characters, and takes some ten thousand instructions for it even where both are a few letters.
    package func hasBytes(of other: String) -> Bool {
        var (text, other) = (self, other)
        return text.withUTF8 { text in
            other.withUTF8 { other in
                guard let first = other.first else { return true }
                var start = 0
                while start + other.count <= text.count {
                    if text[start] == first,
                        UnsafeBufferPointer(rebasing: text[start..<(start + other.count)]).elementsEqual(other)
                    {
                        return true
                    }
                    start += 1
                }
                return false
            }
        }
    }
}

extension String {
    /// Its bytes, in one piece.
    ///
    /// To go through the UTF-8 view of a text takes some thirty instructions a byte, through these one or two.
    @inlinable
    package func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        if let result = utf8.withContiguousStorageIfAvailable(body) { return result }
        return withCopiedBytes(body)
    }

    /// Only a text bridged from elsewhere has no bytes of its own. A call, as the text is counted as another's wherever this is
    /// part of the code.
    @usableFromInline @inline(never)
    package func withCopiedBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        Array(utf8).withUnsafeBufferPointer(body)
    }
}

extension String {
    /// Whether it stands before another text in the order of their bytes.
    package func precedesInBytes(_ other: String) -> Bool {
        withBytes { own in
            other.withBytes { other in
                let order = own.order(to: other, count: min(own.count, other.count))
                return order == 0 ? own.count < other.count : order < 0
            }
        }
    }

    /// Whether it has the same bytes as another text. Two texts that are equal may have other bytes: accents are composed or not.
    package func isSameInBytes(_ other: String) -> Bool {
        withBytes { own in other.withBytes { own.isSame(as: $0) } }
    }
}

extension String {
    /// Whether it has nothing but letters and signs of ASCII, which most names and labels do.
    package var isASCII: Bool { withBytes { $0.allSatisfy { $0 < 0x80 } } }
}

extension [UInt8] {
    /// The place of the first such byte from `start` on: found by the C library, which looks at many at a time.
    package func firstPlace(of byte: UInt8, from start: Int) -> Int? {
        withUnsafeBufferPointer { $0.firstPlace(of: byte, from: start) }
    }

    /// Whether a part of it starts with a text.
    package func starts(_ range: TextRange, with text: String) -> Bool {
        let count = text.utf8.count
        return count <= range.count && isSame(range.lowerBound..<(range.lowerBound + count), as: text)
    }

    /// Whether a part of it has the same bytes as a text.
    package func isSame(_ range: TextRange, as text: String) -> Bool {
        range.count == text.utf8.count
            && withUnsafeBufferPointer { own in
                text.withBytes { UnsafeBufferPointer(rebasing: own[range]).isSame(as: $0) }
            }
    }
}

extension UnsafeBufferPointer<UInt8> {
    package func isSame(as other: UnsafeBufferPointer<UInt8>) -> Bool {
        count == other.count && order(to: other, count: count) == 0
    }

    package func firstPlace(of byte: UInt8, from start: Int) -> Int? {
        guard start < count, let base = baseAddress, let found = memchr(base + start, Int32(byte), count - start) else {
            return nil
        }
        return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }

    /// Below, at or above zero, as the first so many bytes stand before, with or behind those of others.
    fileprivate func order(to other: UnsafeBufferPointer<UInt8>, count: Int) -> Int32 {
        guard count > 0, let own = baseAddress, let other = other.baseAddress else { return 0 }
        return memcmp(own, other, count)
    }
}
