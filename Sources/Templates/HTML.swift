/// Markup that is ready to print: bytes, or words that are their own markup, as most of what authors write is. Those are printed from
/// where they are kept, and no bytes are made of them first.
public struct HTML: Sendable {
    /// Without a mark, and with nothing in them to escape.
    @usableFromInline var words: String
    @usableFromInline let bytes: [UInt8]?

    @inlinable
    public init(_ bytes: [UInt8]) { (words, self.bytes) = ("", bytes) }

    /// - Parameter words: have no mark, and nothing in them to escape.
    @inlinable
    public init(words: String) { (self.words, bytes) = (words, nil) }

    @inlinable
    public static var none: HTML { HTML(words: "") }

    public var isEmpty: Bool { bytes?.isEmpty ?? words.isEmpty }

    /// As it is: only what may be changed is read where it is, and not counted as another's.
    @inline(__always)
    mutating func write(to page: inout PageBuffer) {
        if let bytes { page.write(bytes) } else { words.withUTF8 { page.write($0) } }
    }
}
