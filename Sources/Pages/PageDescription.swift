/// What a list of search results, or a link that somebody shares, says of a page below its title.
struct PageDescription {
    /// In bytes: about as much as is shown of it, and what is too little to say anything.
    private static let most = 200
    private static let least = 40

    /// The page's first words, up to a whole one.
    ///
    /// - Parameter plain: all words of the page's author, or its lead.
    /// - Returns: nothing if they are too few to describe a page.
    static func beginning(of plain: String) -> String? {
        let bytes = plain.utf8
        guard bytes.count > most else { return bytes.count < least ? nil : plain }
        let limit = bytes.index(bytes.startIndex, offsetBy: most)
        // Scripts without spaces are cut between characters.
        let space = bytes[..<limit].lastIndex { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }
        let end = space ?? plain.unicodeScalars.index(before: plain.unicodeScalars.index(after: limit))
        let beginning = plain[..<end]
        return beginning.utf8.count < least ? nil : "\(beginning)\u{2026}"
    }
}
