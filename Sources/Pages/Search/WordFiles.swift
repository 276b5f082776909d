import Templates

/// A list of words, cut into files.
///
/// Behind its words a file has the beginnings of which it has the first word, if theirs fill more than two files: with the first
/// entries of them all, so that a letter or two are answered from one file.
struct WordFiles: Sendable {
    /// About how many bytes a file has.
    private static let size = 16_384
    /// How many entries are kept for the beginnings of words.
    static let beginningLimit = 64

    /// What stands in one of them.
    struct Content: Sendable {
        /// A part of the whole list, and no copy of it.
        let words: ArraySlice<UInt8>
        fileprivate(set) var beginnings: [UInt8] = []

        static func == (content: Content, bytes: ArraySlice<UInt8>) -> Bool {
            bytes.starts(with: content.words) && bytes.dropFirst(content.words.count) == content.beginnings[...]
        }
    }

    private(set) var contents: [Content]
    /// The first word of each.
    let firstWords: [String]

    /// - Parameter first: the first entries, of titles and of texts, of some words that begin alike.
    init(
        _ list: WordList,
        first: (_ beginning: ArraySlice<UInt8>, _ places: Range<Int>) -> (titles: [UInt32], texts: [UInt32])
    ) {
        let starts = Self.starts(of: list)
        let ends = starts.dropFirst() + [list.count]
        contents = zip(starts, ends).map { Content(words: list.lines($0..<$1)) }
        firstWords = starts.map { String(decoding: list.word($0), as: UTF8.self) }
        for beginning in Self.beginnings(of: list, starts: starts) {
            let (titles, texts) = first(beginning.letters, beginning.places)
            WordList.append(
                beginning.letters, isBeginning: true, titles: titles, texts: texts,
                to: &contents[beginning.file].beginnings)
        }
    }

    /// Where each file starts in the list: a word that is changed moves only a few of them.
    private static func starts(of list: WordList) -> [Int] {
        var starts: [Int] = []
        var size = Int.max
        for place in 0..<list.count {
            if size > Self.size {
                starts.append(place)
                size = 0
            }
            size += list.lines(place..<place + 1).count
        }
        return starts
    }

    private struct Beginning {
        let letters: ArraySlice<UInt8>
        let count: Int
        let places: Range<Int>
        let file: Int
    }

    /// The beginnings whose words fill more than two files: the short ones first, then in the order of their letters.
    ///
    /// Two files at least, one behind the other, have a first word that begins so.
    private static func beginnings(of list: WordList, starts: [Int]) -> [Beginning] {
        func file(of place: Int) -> Int {
            var (low, high) = (0, starts.count)
            while high - low > 1 {
                let middle = (low + high) / 2
                if starts[middle] <= place { low = middle } else { high = middle }
            }
            return low
        }
        var found: [Beginning] = []
        guard starts.count > 2 else { return [] }
        for number in 0..<starts.count - 1 {
            let (first, next) = (list.word(starts[number]), list.word(starts[number + 1]))
            for (count, letters) in commonBeginnings(of: first, and: next).enumerated() {
                // It was met with the file before.
                if number > 0, list.word(starts[number - 1]).starts(with: letters) { continue }
                let places = list.places(of: letters)
                let (start, end) = (file(of: places.lowerBound), file(of: places.upperBound - 1))
                if end > start + 1 {
                    found.append(Beginning(letters: letters, count: count, places: places, file: start))
                }
            }
        }
        return found.sorted { ($0.count, $0.places.lowerBound) < ($1.count, $1.places.lowerBound) }
    }

    /// From the first letter on.
    private static func commonBeginnings(of word: ArraySlice<UInt8>, and other: ArraySlice<UInt8>)
        -> [ArraySlice<UInt8>]
    {
        var beginnings: [ArraySlice<UInt8>] = []
        func isLetterStart(_ index: Int) -> Bool { index == word.endIndex || word[index] & 0xC0 != 0x80 }
        for (index, byte) in zip(word.indices, other) {
            if word[index] != byte { break }
            if isLetterStart(index + 1) { beginnings.append(word[...index]) }
        }
        return beginnings
    }
}

/// The lowest of many numbers, each once, in order.
struct FirstEntries {
    private let limit: Int
    private var found: [UInt32] = []
    private var highest = UInt32.max

    init(_ limit: Int = WordFiles.beginningLimit) {
        self.limit = limit
    }

    mutating func add(_ entries: some Collection<UInt32>) {
        for entry in entries.prefix(limit) { add(entry) }
    }

    mutating func add(_ entry: UInt32) {
        guard entry < highest else { return }
        found.append(entry)
        if found.count > 8 * limit { cut() }
    }

    private mutating func cut() {
        found.sort()
        var kept: [UInt32] = []
        for entry in found where kept.last != entry && kept.count < limit { kept.append(entry) }
        found = kept
        if kept.count == limit, let last = kept.last { highest = last }
    }

    var entries: [UInt32] {
        var copy = self
        copy.cut()
        return copy.found
    }
}
