import Diagnostics

/// Of words that very many texts have, the entries that come behind those that are published: where a text loses such a word, the next
/// one is published in its place.
package struct SpareEntries: Hashable, Sendable {
    struct Spare: Hashable, Sendable {
        let entries: [UInt32]
        /// Whether no other entry has the word.
        let isAll: Bool
    }

    /// How many are known of a word at first.
    static let count = 64

    private var byWord: [[UInt8]: Spare] = [:]

    package static let none = SpareEntries()

    private init() {}

    init(_ terms: SearchTerms) {
        for term in terms.indices where terms.textCount(term) >= SearchTerms.limit {
            var entries: [UInt32] = []
            terms.visitTexts(term) { entries.append($0) }
            let spare = Array(entries.dropFirst(SearchTerms.limit))
            byWord[Array(terms.word(term))] = Spare(entries: spare, isAll: spare.count < Self.count)
        }
    }

    subscript(word: ArraySlice<UInt8>) -> Spare? {
        get { byWord[Array(word)] }
        set { byWord[Array(word)] = newValue }
    }
}

extension SpareEntries: Packed {
    package func pack(into pack: inout PackWriter) {
        pack.list(byWord.keys.sorted { $0.lexicographicallyPrecedes($1) }) { pack, word in
            guard let spare = byWord[word] else { return }
            pack.raw(word)
            pack.flag(spare.isAll)
            pack.list(spare.entries) { $0.number(Int($1)) }
        }
    }

    package init(from pack: inout PackReader) {
        let words = pack.list { pack in
            let (word, isAll) = (pack.raw(), pack.flag())
            let entries = pack.list { UInt32(truncatingIfNeeded: $0.number()) }
            return (word: word, spare: Spare(entries: entries, isAll: isAll))
        }
        byWord = Dictionary(words.map { ($0.word, $0.spare) }) { first, _ in first }
    }
}
