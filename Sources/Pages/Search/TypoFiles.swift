/// Words by how many letters they have, cut into files: what was mistyped is compared with those of about its length.
///
/// Only words that have letters enough to be mistyped: pairs of letters have not, and numbers are not words. Of a large portfolio,
/// what stands in next to no text is left out, which is most of all words.
struct TypoFiles: Sendable {
    /// About how many bytes a file has.
    private static let size = 8192
    /// From so many words on, those of one text are no longer compared with what was mistyped; from twice as many on, those of two …
    private static let rareFrom = 8000

    private(set) var contents: [[UInt8]] = []
    /// How many letters the shortest words of each have.
    private(set) var lengths: [Int] = []

    /// - Parameter words: by the number of letters, in their order.
    init(_ words: [[ArraySlice<UInt8>]]) { self.init(words) { $0 } }

    /// - Parameter places: of words in a list, by the number of letters.
    init(_ places: [[Int]], in list: WordList) { self.init(places, word: list.word) }

    private init<Word>(_ words: [[Word]], word bytes: (Word) -> ArraySlice<UInt8>) {
        var content: [UInt8] = []
        for (length, list) in words.enumerated() where !list.isEmpty {
            if content.count > Self.size || lengths.isEmpty {
                end(&content)
                lengths.append(length)
            }
            for word in list {
                if !content.isEmpty { content.append(UInt8(ascii: " ")) }
                content += bytes(word)
            }
        }
        end(&content)
    }

    /// Keeps a file without the room in which it grew.
    private mutating func end(_ content: inout [UInt8]) {
        if !content.isEmpty { contents.append(content.withUnsafeBufferPointer { Array($0) }) }
        content.removeAll(keepingCapacity: true)
    }

    /// The words that `init` was given.
    static func words(of contents: [ArraySlice<UInt8>]) -> [[ArraySlice<UInt8>]]? {
        var words: [[ArraySlice<UInt8>]] = empty()
        for content in contents {
            for word in content.split(separator: UInt8(ascii: " ")) {
                let letters = Self.letters(of: word)
                guard words.indices.contains(letters) else { return nil }
                words[letters].append(word)
            }
        }
        return words
    }

    /// No words, by the number of letters.
    static func empty<Word>() -> [[Word]] { Array(repeating: [], count: WordReader.longest + 1) }

    static func letters(of word: ArraySlice<UInt8>) -> Int { word.count { $0 & 0xC0 != 0x80 } }

    /// In how many texts a word has to be, if no title has it.
    ///
    /// - Parameter count: of all words.
    static func leastTexts(ofWords count: Int) -> Int { 1 + count / rareFrom }

    static func have(_ word: ArraySlice<UInt8>, letters: Int) -> Bool { letters > 2 && !isNumber(word) }

    /// A number with a digit wrong is another number.
    private static func isNumber(_ word: ArraySlice<UInt8>) -> Bool {
        word.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
}
