/// Words in the order of their letters, each with the entries whose titles, and whose texts, have it, as they are published:
/// `word,titles,texts;` or `word,titles;`, one line behind the other.
struct WordList: Sendable {
    private var bytes: [UInt8] = []
    /// Where each line ends.
    private var ends: [Int] = []
    /// How many bytes each word has.
    private var lengths: [UInt8] = []

    var count: Int { ends.count }

    init() {}

    /// - Parameter sorted: the numbers of the terms in the order of their letters.
    init(_ terms: SearchTerms, sorted: [Int]) {
        ends.reserveCapacity(sorted.count)
        lengths.reserveCapacity(sorted.count)
        // What grows has copies of itself, and most of the memory of a search is this.
        bytes.reserveCapacity(terms.size + Self.signCount * sorted.count)
        for term in sorted {
            let word = terms.word(term)
            Self.appendLine(of: word, hasTexts: terms.textCount(term) > 0, to: &bytes) {
                terms.appendTitles(term, to: &$0)
            } texts: {
                terms.appendTexts(term, to: &$0)
            }
            ends.append(bytes.count)
            lengths.append(UInt8(word.count))
        }
    }

    // MARK: Looking at it

    private func start(of place: Int) -> Int { place == 0 ? 0 : ends[place - 1] }

    /// The bytes of some lines.
    func lines(_ places: Range<Int>) -> ArraySlice<UInt8> {
        places.isEmpty ? [] : bytes[start(of: places.lowerBound)..<ends[places.upperBound - 1]]
    }

    func word(_ place: Int) -> ArraySlice<UInt8> {
        let start = start(of: place)
        return bytes[start..<start + Int(lengths[place])]
    }

    /// The entries that have a word; nothing for what is no such list.
    func entries(_ place: Int) -> (titles: [UInt32], texts: [UInt32])? {
        Self.entries(bytes[(start(of: place) + Int(lengths[place]))..<ends[place]])
    }

    /// Where a word is, or would be.
    func place(of word: ArraySlice<UInt8>) -> Int { firstPlace { !$0.lexicographicallyPrecedes(word) } }

    /// The words that begin so.
    func places(of beginning: ArraySlice<UInt8>) -> Range<Int> {
        let start = place(of: beginning)
        return start..<firstPlace { !$0.lexicographicallyPrecedes(beginning) && !$0.starts(with: beginning) }
    }

    /// - Parameter isBehind: is true of all words behind one of which it is true.
    private func firstPlace(_ isBehind: (ArraySlice<UInt8>) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if isBehind(word(middle)) { high = middle } else { low = middle + 1 }
        }
        return low
    }

    // MARK: Adding to it

    mutating func append(_ word: ArraySlice<UInt8>, titles: some Sequence<UInt32>, texts: some Collection<UInt32>) {
        Self.append(word, titles: titles, texts: texts, to: &bytes)
        ends.append(bytes.count)
        lengths.append(UInt8(word.count))
    }

    mutating func append(_ places: Range<Int>, of other: WordList) {
        if places.isEmpty { return }
        let distance = bytes.count - other.start(of: places.lowerBound)
        bytes += other.lines(places)
        lengths += other.lengths[places]
        ends.reserveCapacity(ends.count + places.count)
        for end in other.ends[places] { ends.append(end + distance) }
    }

    /// Reads the lines of words back that a file begins with.
    ///
    /// - Returns: the lines of beginnings behind them; nothing for what has not been written here.
    mutating func append(published content: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        let distance = bytes.count - content.startIndex
        var start = content.startIndex
        while start < content.endIndex {
            guard let line = content[start...].firstIndex(of: UInt8(ascii: ";")),
                let comma = content[start..<line].firstIndex(of: UInt8(ascii: ",")), comma > start,
                comma - start <= Int(UInt8.max)
            else { return nil }
            if content[comma - 1] == UInt8(ascii: "*") { break }
            lengths.append(UInt8(comma - start))
            start = line + 1
            ends.append(start + distance)
        }
        bytes += content[..<start]
        return content[start...]
    }

    // MARK: Lines

    static func append(
        _ word: ArraySlice<UInt8>, isBeginning: Bool = false, titles: some Sequence<UInt32>,
        texts: some Collection<UInt32>, to bytes: inout [UInt8]
    ) {
        appendLine(of: word, isBeginning: isBeginning, hasTexts: !texts.isEmpty, to: &bytes) {
            EntryDigits.append(titles, to: &$0)
        } texts: {
            EntryDigits.append(texts, to: &$0)
        }
    }

    /// How many signs a word's line has at most.
    private static let signCount = 3

    private static func appendLine(
        of word: ArraySlice<UInt8>, isBeginning: Bool = false, hasTexts: Bool, to bytes: inout [UInt8],
        titles: (inout [UInt8]) -> Void, texts: (inout [UInt8]) -> Void
    ) {
        bytes += word
        if isBeginning { bytes.append(UInt8(ascii: "*")) }
        bytes.append(UInt8(ascii: ","))
        titles(&bytes)
        if hasTexts {
            bytes.append(UInt8(ascii: ","))
            texts(&bytes)
        }
        bytes.append(UInt8(ascii: ";"))
    }

    /// What stands behind a word: `,titles,texts;` or `,titles;`.
    static func entries(_ line: ArraySlice<UInt8>) -> (titles: [UInt32], texts: [UInt32])? {
        guard line.first == UInt8(ascii: ","), line.last == UInt8(ascii: ";") else { return nil }
        let lists = line.dropFirst().dropLast()
        let comma = lists.firstIndex(of: UInt8(ascii: ",")) ?? lists.endIndex
        guard let titles = EntryDigits.numbers(lists[..<comma]),
            let texts = EntryDigits.numbers(lists[comma...].dropFirst())
        else { return nil }
        return (titles, texts)
    }
}
