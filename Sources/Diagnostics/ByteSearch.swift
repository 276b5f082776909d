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
