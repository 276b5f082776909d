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
    init(_ terms: SearchTerms, sorted: [Int], titles: SearchTerms.Postings, texts: SearchTerms.Postings) {
        ends.reserveCapacity(sorted.count)
        lengths.reserveCapacity(sorted.count)
        for term in sorted {
            append(terms.word(term), titles: titles(term), texts: texts(term).prefix(SearchTerms.limit))
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

    private static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    private static let values: [UInt8] = {
        var values = [UInt8](repeating: .max, count: 256)
        for (value, digit) in digits.enumerated() { values[Int(digit)] = UInt8(value) }
        return values
    }()

    static func append(
        _ word: ArraySlice<UInt8>, isBeginning: Bool = false, titles: some Sequence<UInt32>,
        texts: some Collection<UInt32>, to bytes: inout [UInt8]
    ) {
        bytes += word
        if isBeginning { bytes.append(UInt8(ascii: "*")) }
        bytes.append(UInt8(ascii: ","))
        append(titles, to: &bytes)
        if !texts.isEmpty {
            bytes.append(UInt8(ascii: ","))
            append(texts, to: &bytes)
        }
        bytes.append(UInt8(ascii: ";"))
    }

    /// Each number as its distance from the one before, in digits of five bits, the lowest first; a sixth bit says that another
    /// digit follows.
    private static func append(_ entries: some Sequence<UInt32>, to bytes: inout [UInt8]) {
        var previous: UInt32 = 0
        for entry in entries {
            var distance = entry - previous
            previous = entry
            while distance > 31 {
                bytes.append(digits[Int(distance & 31 | 32)])
                distance >>= 5
            }
            bytes.append(digits[Int(distance)])
        }
    }

    /// What stands behind a word: `,titles,texts;` or `,titles;`.
    static func entries(_ line: ArraySlice<UInt8>) -> (titles: [UInt32], texts: [UInt32])? {
        guard line.first == UInt8(ascii: ","), line.last == UInt8(ascii: ";") else { return nil }
        let lists = line.dropFirst().dropLast()
        let comma = lists.firstIndex(of: UInt8(ascii: ",")) ?? lists.endIndex
        guard let titles = numbers(lists[..<comma]), let texts = numbers(lists[comma...].dropFirst()) else {
            return nil
        }
        return (titles, texts)
    }

    private static func numbers(_ digits: ArraySlice<UInt8>) -> [UInt32]? {
        var numbers: [UInt32] = []
        var (number, distance, shift): (UInt32, UInt32, UInt32) = (0, 0, 0)
        for digit in digits {
            let value = values[Int(digit)]
            guard value != .max, shift < 32 else { return nil }
            distance |= UInt32(value & 31) << shift
            shift += 5
            if value < 32 {
                number &+= distance
                numbers.append(number)
                (distance, shift) = (0, 0)
            }
        }
        return shift == 0 ? numbers : nil
    }
}
