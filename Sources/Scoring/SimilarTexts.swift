import Diagnostics
import Journeys

/// Which of many texts are in nearly the same words: those that share 60% or more of them; see `SharedWords`.
///
/// It says nothing of where the texts stand, so that two states of a portfolio can be told it at once.
package struct SimilarTexts: Sendable {
    /// By text: the place of its words among all sets; nothing for fewer than five words.
    private let sets: [ExactText: Int?]
    /// By set: how many words it has.
    let sizes: [Int]
    /// Sets that share most of their words; texts of the same words have one set.
    let pairs: [SimilarSets.Pair]

    init(_ texts: some Sequence<String>) {
        var words = WordSets()
        var sets: [ExactText: Int?] = [:]
        for text in texts {
            let key = ExactText(text: text)
            if sets[key] == nil { sets.updateValue(words.place(of: text), forKey: key) }
        }
        self.sets = sets
        (sizes, pairs) = words.compared()
    }

    /// Of all findings of the journeys, each of which is looked at once however many states of a portfolio have it.
    package init(of journeys: [Journey]) {
        var seen: Set<ObjectIdentifier> = []
        var texts: [String] = []
        for journey in journeys where seen.insert(ObjectIdentifier(journey)).inserted {
            for place in journey.places {
                for finding in place.moment.findings { texts.append(finding.text.plain) }
            }
        }
        self.init(texts)
    }

    func wordSet(of text: String) -> Int? { sets[ExactText(text: text)] ?? nil }
}

/// The different sets of words that texts have.
struct WordSets {
    private var vocabulary = Vocabulary()
    /// Those of the text that is looked at.
    private var words: [UInt32] = []
    private var places: [WordSet: Int] = [:]
    private var list: [[UInt32]] = []

    /// The place of the words of a text among all sets; nothing for fewer than five words.
    mutating func place(of text: String) -> Int? {
        let set = WordSet(text, in: &vocabulary, all: &words)
        guard set.ids.count >= 5 else { return nil }
        if let place = places[set] { return place }
        places[set] = list.count
        list.append(set.ids)
        return list.count - 1
    }

    /// How many words each set has, and which sets share most of them. The sets themselves are let go on the way.
    consuming func compared() -> (sizes: [Int], pairs: [SimilarSets.Pair]) {
        let (list, ranks) = (list, vocabulary.ranks)
        self = WordSets()
        // A key path would be asked set by set.
        return (list.map { $0.count }, SimilarSets.pairs(among: list, ranks: ranks))
    }
}

/// A text that equals only one of the same bytes: texts that read the same may have words of other bytes.
private struct ExactText: Hashable {
    let text: String

    static func == (left: ExactText, right: ExactText) -> Bool { left.text.isSameInBytes(right.text) }

    func hash(into hasher: inout Hasher) {
        var text = text
        text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
}

/// The distinct words of a text, as numbers in ascending order.
private struct WordSet: Hashable {
    let ids: [UInt32]
    /// Sets are looked up by the hundred thousand, so each is gone over once.
    private let mixed: Int

    /// - Parameter all: whatever it was, which is room for all words of the text.
    init(_ text: String, in vocabulary: inout Vocabulary, all: inout [UInt32]) {
        all.removeAll(keepingCapacity: true)
        SimilarTexts.forEachWord(of: text) { all.append(UInt32(vocabulary.id(of: $0))) }
        all.sort()
        var (ids, mixed) = ([UInt32](), 0)
        ids.reserveCapacity(all.count)
        for id in all where id != ids.last {
            ids.append(id)
            mixed = (mixed ^ Int(id)) &* 0x2545_F491_4F6C_DD1D
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
        bytes.withUnsafeBufferPointer { all in
            while slots[slot] != 0, !self.word(Int(slots[slot]) - 1, in: all).isSame(as: word) {
                slot = (slot + 1) & (slots.count - 1)
            }
        }
        return slot
    }

    private func word(_ id: Int, in all: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: all[(id == 0 ? 0 : ends[id - 1])..<ends[id]])
    }

    /// By number: where a word stands in the order of their bytes.
    var ranks: [UInt32] {
        bytes.withUnsafeBufferPointer { all in
            let sorted = ends.indices.sorted { word($0, in: all).lexicographicallyPrecedes(word($1, in: all)) }
            var ranks = [UInt32](repeating: 0, count: sorted.count)
            for (rank, id) in sorted.enumerated() { ranks[id] = UInt32(rank) }
            return ranks
        }
    }

    private mutating func grow() {
        slots = [UInt32](repeating: 0, count: 2 * slots.count)
        bytes.withUnsafeBufferPointer { all in
            for id in ends.indices { slots[slot(of: word(id, in: all))] = UInt32(id + 1) }
        }
    }
}

extension SimilarTexts {
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
