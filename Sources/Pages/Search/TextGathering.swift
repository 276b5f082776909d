/// Reads the texts of one entry after the other.
struct TextGathering {
    private var reader = WordReader()
    private var taker = Taker()

    private struct Taker: WordTaker {
        var terms = SearchTerms()
        var entry = 0
        var isTitle = false

        mutating func take(_ word: UnsafeBufferPointer<UInt8>, letters: Int, hash: UInt32) {
            terms.add(word, letters: letters, hash: hash, to: entry, isTitle: isTitle)
        }
    }

    var terms: SearchTerms { taker.terms }

    /// Whether titles are left out.
    var isOfTextsAlone = false

    mutating func begin(_ entry: Int) { taker.entry = entry }

    mutating func add(title: String) {
        if isOfTextsAlone { return }
        taker.isTitle = true
        reader.read(title, into: &taker)
        taker.isTitle = false
    }

    mutating func add(_ text: String) { reader.read(text, into: &taker) }
}
