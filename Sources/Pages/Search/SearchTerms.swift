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
        let length: UInt32
        let letters: UInt32
        let hash: UInt32
        /// How many entries have it, and the last one that has.
        var titles: UInt32 = 0
        var texts: UInt32 = 0
        var lastTitle = UInt32.max
        var lastText = UInt32.max
    }

    private struct Occurrence {
        let term: UInt32
        let entry: UInt32
    }

    private var slots = [UInt32](repeating: 0, count: 1 << 12)
    private var terms: [Term] = []
    private var bytes: [UInt8] = []
    private var inTitles: [Occurrence] = []
    private var inTexts: [Occurrence] = []

    var count: Int { terms.count }
    var indices: Range<Int> { terms.indices }

    /// Titles are to be added before texts, and entries in their order.
    mutating func add(
        _ word: UnsafeBufferPointer<UInt8>, letters: Int, hash: UInt32, to entry: Int, isTitle: Bool
    ) {
        let term = index(of: word, letters: letters, hash: hash)
        let entry = UInt32(entry)
        if isTitle {
            guard terms[term].lastTitle != entry, terms[term].titles < Self.limit else { return }
            terms[term].lastTitle = entry
            terms[term].titles += 1
            inTitles.append(Occurrence(term: UInt32(term), entry: entry))
        } else {
            guard terms[term].lastText != entry, terms[term].lastTitle != entry,
                terms[term].texts < Self.limit + SpareEntries.count
            else { return }
            terms[term].lastText = entry
            terms[term].texts += 1
            inTexts.append(Occurrence(term: UInt32(term), entry: entry))
        }
    }

    /// The words that are found in texts, and not only in titles.
    var wordsOfTexts: Set<ArraySlice<UInt8>> {
        Set(terms.indices.filter { terms[$0].texts > 0 }.map(word))
    }

    private mutating func index(of word: UnsafeBufferPointer<UInt8>, letters: Int, hash: UInt32) -> Int {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash ^ hash >> 15) & mask
        while true {
            let held = slots[slot]
            if held == 0 { break }
            let term = terms[Int(held) - 1]
            if term.hash == hash, term.length == word.count, has(word, at: Int(term.start)) { return Int(held) - 1 }
            slot = (slot + 1) & mask
        }
        terms.append(
            Term(
                start: UInt32(bytes.count), length: UInt32(word.count), letters: UInt32(letters), hash: hash))
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
    /// The entries of each term one after the other, by the term's number.
    struct Postings {
        fileprivate let ends: [Int]
        fileprivate let entries: [UInt32]

        func callAsFunction(_ term: Int) -> ArraySlice<UInt32> {
            entries[(term == 0 ? 0 : ends[term - 1])..<ends[term]]
        }
    }

    var titlePostings: Postings { Self.postings(of: inTitles, counts: terms.map(\.titles)) }
    var textPostings: Postings { Self.postings(of: inTexts, counts: terms.map(\.texts)) }

    private static func postings(of occurrences: [Occurrence], counts: [UInt32]) -> Postings {
        var next: [Int] = []
        next.reserveCapacity(counts.count)
        var total = 0
        for count in counts {
            next.append(total)
            total += Int(count)
        }
        var entries = [UInt32](repeating: 0, count: total)
        for occurrence in occurrences {
            entries[next[Int(occurrence.term)]] = occurrence.entry
            next[Int(occurrence.term)] += 1
        }
        return Postings(ends: next, entries: entries)
    }

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
        bytes[Int(terms[term].start)..<Int(terms[term].start + terms[term].length)]
    }

    func letters(_ term: Int) -> Int { Int(terms[term].letters) }
}
