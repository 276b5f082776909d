import Journeys

/// Findings of two journeys whose texts share 60% or more of their words.
///
/// Jaccard's index |A ∩ B| / |A ∪ B| over the distinct lower-cased runs of three and more letters, five at least in each;
/// insights take no part. Source: "Scores", section 8, j.
enum SharedWords {
    static func find(in basis: PortfolioBasis) -> [Contradiction] {
        var vocabulary = Vocabulary()
        var findingsOfWords: [WordSet: [Int]] = [:]
        for journey in basis.counting {
            for index in basis.findingsOfJourney[journey] where !basis.findings[index].isInsight {
                let words = WordSet(basis.findings[index].text, in: &vocabulary)
                if words.ids.count >= 5 { findingsOfWords[words, default: []].append(index) }
            }
        }

        let groups = findingsOfWords.map { (key: $0.key.ids, value: $0.value) }
        var found: [Contradiction] = []
        func add(_ one: Int, _ other: Int, _ share: Share) {
            guard basis.findings[one].journey != basis.findings[other].journey else { return }
            let isInOrder = basis.name(of: one) < basis.name(of: other)
            let pair = isInOrder ? [one, other] : [other, one]
            found.append(Contradiction(.sameWordsTwice, pair.map { .finding($0) }, .sameWordsTwice(share)))
        }
        // Texts of the same words are compared once, however many there are.
        for group in groups {
            let count = group.key.count
            for (place, one) in group.value.enumerated() {
                for other in group.value[(place + 1)...] { add(one, other, Share(count, of: count)) }
            }
        }
        for pair in SimilarSets.pairs(among: groups.map(\.key)) {
            for one in groups[pair.first].value {
                for other in groups[pair.second].value { add(one, other, pair.share) }
            }
        }
        return found
    }
}

/// The distinct words of a text, as numbers in ascending order.
private struct WordSet: Hashable {
    let ids: [Int]
    /// Sets are looked up by the hundred thousand, so each is gone over once.
    private let mixed: Int

    init(_ text: String, in vocabulary: inout Vocabulary) {
        var all: [Int] = []
        SharedWords.forEachWord(of: text) { all.append(vocabulary.id(of: $0)) }
        all.sort()
        var (ids, mixed) = ([Int](), 0)
        ids.reserveCapacity(all.count)
        for id in all where id != ids.last {
            ids.append(id)
            mixed = (mixed ^ id) &* 0x2545_F491_4F6C_DD1D
        }
        (self.ids, self.mixed) = (ids, mixed)
    }

    func hash(into hasher: inout Hasher) { hasher.combine(mixed) }
}

/// Numbers for words, in the order in which they are met.
private struct Vocabulary {
    /// The bytes of all words, one behind the other, and where each ends.
    private var bytes: [UInt8] = []
    private var ends: [Int] = []
    /// A table with open addresses, at most half full: the number of a word plus one, or nothing.
    private var slots = [UInt32](repeating: 0, count: 1 << 12)

    mutating func id(of word: UnsafeBufferPointer<UInt8>) -> Int {
        if 2 * ends.count >= slots.count { grow() }
        let slot = slot(of: word)
        if slots[slot] != 0 { return Int(slots[slot]) - 1 }
        bytes.append(contentsOf: word)
        ends.append(bytes.count)
        slots[slot] = UInt32(ends.count)
        return ends.count - 1
    }

    /// Where a word stands, or will.
    private func slot(of word: UnsafeBufferPointer<UInt8>) -> Int {
        // FNV-1a, 64 bits.
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in word { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & (slots.count - 1)
        while slots[slot] != 0, !self[Int(slots[slot]) - 1].elementsEqual(word) {
            slot = (slot + 1) & (slots.count - 1)
        }
        return slot
    }

    private subscript(id: Int) -> ArraySlice<UInt8> { bytes[(id == 0 ? 0 : ends[id - 1])..<ends[id]] }

    private mutating func grow() {
        slots = [UInt32](repeating: 0, count: 2 * slots.count)
        bytes.withUnsafeBufferPointer { all in
            for id in ends.indices {
                let word = UnsafeBufferPointer(rebasing: all[(id == 0 ? 0 : ends[id - 1])..<ends[id]])
                slots[slot(of: word)] = UInt32(id + 1)
            }
        }
    }
}

extension SharedWords {
    /// The runs of three and more letters, in lower case, in order.
    static func words(of text: String) -> [String] {
        var words: [String] = []
        forEachWord(of: text) { words.append(String(decoding: $0, as: UTF8.self)) }
        return words
    }

    fileprivate static func forEachWord(of text: String, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
        var text = text
        let isASCII = text.withUTF8 { bytes in
            guard bytes.allSatisfy({ $0 < 0x80 }) else { return false }
            asciiWords(of: bytes, body)
            return true
        }
        if !isASCII { unicodeWords(of: text, body) }
    }

    /// On bytes, for most texts.
    private static func asciiWords(of text: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: text.count) { lowered in
            var (start, end) = (0, 0)
            func finish() {
                if end - start >= 3 { body(UnsafeBufferPointer(rebasing: lowered[start..<end])) }
                start = end
            }
            for byte in text {
                let letter = byte | 0x20
                if (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(letter) {
                    lowered.initializeElement(at: end, to: letter)
                    end += 1
                } else {
                    finish()
                }
            }
            finish()
        }
    }

    private static func unicodeWords(of text: String, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
        var word = ""
        var count = 0
        func isLetter(_ scalar: Unicode.Scalar) -> Bool {
            if scalar.value < 0x80 { return (0x61...0x7A).contains(scalar.value) }
            switch scalar.properties.generalCategory {
            case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: return true
            default: return false
            }
        }
        func finish() {
            if count >= 3 { word.withUTF8 { body($0) } }
            (word, count) = ("", 0)
        }
        for scalar in text.lowercased().unicodeScalars {
            if isLetter(scalar) {
                word.unicodeScalars.append(scalar)
                count += 1
            } else if count > 0 {
                finish()
            }
        }
        finish()
    }
}
