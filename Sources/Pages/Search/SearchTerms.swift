/// Every word of the searched texts, and which entries have it: an inverted index, filled in the order of entries.
///
/// An open hash table over one array of bytes: a large portfolio has millions of words in its texts, and a dictionary of strings
/// takes five times as long.
struct SearchTerms {
    /// A word that more entries have than these says little, and is found in the first of them alone. Of those that have it in their
    /// texts some more are known: see `SpareEntries`.
    static let limit = 2000

    private struct Term {
        let start: UInt32
        let hash: UInt32
        let length: UInt8
        let letters: UInt8
        /// The entries that have it.
        var titles = EntryLists.List()
        var texts = EntryLists.List()
    }

    private var slots = [UInt32](repeating: 0, count: 1 << 12)
    private var terms: [Term] = []
    private var bytes: [UInt8] = []
    private var lists = EntryLists()

    var count: Int { terms.count }
    var indices: Range<Int> { terms.indices }

    /// Titles are to be added before texts, and entries in their order.
    mutating func add(
        _ word: UnsafeBufferPointer<UInt8>, letters: Int, hash: UInt32, to entry: Int, isTitle: Bool
    ) {
        let term = index(of: word, letters: letters, hash: hash)
        let entry = UInt32(entry)
        if terms[term].titles.ends(with: entry) { return }
        if isTitle {
            if terms[term].titles.count < Self.limit { lists.append(entry, to: &terms[term].titles) }
        } else {
            guard !terms[term].texts.ends(with: entry), terms[term].texts.count < Self.limit + SpareEntries.count
            else { return }
            lists.append(entry, to: &terms[term].texts)
        }
    }

    /// The words that are found in texts, and not only in titles.
    var wordsOfTexts: Set<ArraySlice<UInt8>> {
        Set(terms.indices.filter { terms[$0].texts.count > 0 }.map(word))
    }

    private mutating func index(of word: UnsafeBufferPointer<UInt8>, letters: Int, hash: UInt32) -> Int {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash ^ hash >> 15) & mask
        while true {
            let held = slots[slot]
            if held == 0 { break }
            let term = terms[Int(held) - 1]
            if term.hash == hash, Int(term.length) == word.count, has(word, at: Int(term.start)) {
                return Int(held) - 1
            }
            slot = (slot + 1) & mask
        }
        terms.append(
            Term(start: UInt32(bytes.count), hash: hash, length: UInt8(word.count), letters: UInt8(letters)))
        bytes.append(contentsOf: word)
        slots[slot] = UInt32(terms.count)
        if terms.count * 2 > slots.count { grow() }
        return terms.count - 1
    }

    private func has(_ word: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
        bytes.withUnsafeBufferPointer { held in
            for index in 0..<word.count where held[start + index] != word[index] { return false }
            return true
        }
    }

    private mutating func grow() {
        slots = [UInt32](repeating: 0, count: slots.count * 4)
        let mask = slots.count - 1
        for (index, term) in terms.enumerated() {
            var slot = Int(truncatingIfNeeded: term.hash ^ term.hash >> 15) & mask
            while slots[slot] != 0 { slot = (slot + 1) & mask }
            slots[slot] = UInt32(index + 1)
        }
    }
}

// MARK: What was gathered

extension SearchTerms {
    func titleCount(_ term: Int) -> Int { Int(terms[term].titles.count) }
    /// Some more than are published, of what very many have.
    func textCount(_ term: Int) -> Int { Int(terms[term].texts.count) }

    /// The entries whose titles have a term, and those whose texts have it.
    ///
    /// - Parameter limit: how many of the first are wanted.
    func visitTitles(_ term: Int, first limit: Int = .max, _ take: (UInt32) -> Void) {
        lists.visit(terms[term].titles, first: limit, take)
    }

    func visitTexts(_ term: Int, first limit: Int = .max, _ take: (UInt32) -> Void) {
        lists.visit(terms[term].texts, first: limit, take)
    }

    /// The same as they are published.
    func appendTitles(_ term: Int, to bytes: inout [UInt8]) { lists.appendDigits(of: terms[term].titles, to: &bytes) }

    func appendTexts(_ term: Int, to bytes: inout [UInt8]) {
        guard textCount(term) > Self.limit else { return lists.appendDigits(of: terms[term].texts, to: &bytes) }
        var entries: [UInt32] = []
        visitTexts(term, first: Self.limit) { entries.append($0) }
        EntryDigits.append(entries, to: &bytes)
    }

    /// How many bytes all words and their entries take at most.
    var size: Int { bytes.count + lists.digitCount }

    /// The numbers of the terms in the order of their bytes, which is that of their letters.
    var sorted: [Int] {
        bytes.withUnsafeBufferPointer { bytes in
            terms.withUnsafeBufferPointer { terms in
                // Most differ in their first eight bytes, which are compared as one number: none of a word is zero.
                let beginnings = terms.indices.map { number in
                    let term = terms[number]
                    var beginning: UInt64 = 0
                    for place in 0..<8 {
                        let byte = place < Int(term.length) ? bytes[Int(term.start) + place] : 0
                        beginning = beginning << 8 | UInt64(byte)
                    }
                    return (beginning: beginning, number: number)
                }
                func word(_ number: Int) -> UnsafeBufferPointer<UInt8> {
                    let start = Int(terms[number].start)
                    return UnsafeBufferPointer(rebasing: bytes[start..<start + Int(terms[number].length)])
                }
                return beginnings.sorted { left, right in
                    left.beginning == right.beginning
                        ? word(left.number).lexicographicallyPrecedes(word(right.number))
                        : left.beginning < right.beginning
                }.map { $0.number }
            }
        }
    }

    func word(_ term: Int) -> ArraySlice<UInt8> {
        bytes[Int(terms[term].start)..<Int(terms[term].start) + Int(terms[term].length)]
    }

    func letters(_ term: Int) -> Int { Int(terms[term].letters) }
}
