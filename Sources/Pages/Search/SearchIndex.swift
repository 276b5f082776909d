import Templates

/// What the browser searches, cut into files so that it loads only those that a query needs.
///
/// - `index.js`: how many entries there are, what their kinds are called, and the first word of every file of words.
/// - `words-0.js` …: words in the order of their letters, each with the entries whose titles, and whose texts, have it. Of a
///   beginning that very many words have, the first of all entries, so that a letter or two are answered from one file.
/// - `typos-0.js` …: words by how many letters they have: what was mistyped is compared with those of about its
///   length.
/// - `entries-0.js` …: what is shown of each, and where it leads.
///
/// All are scripts that hand one value to `waymark.take`: a page on a disk may load scripts, but no data. Entries are numbered by
/// `SearchEntries`, so that the first of any list are those to be shown first.
struct SearchIndex: Sendable {
    static let folder = "data/search/"

    /// About how many bytes a file of words, or of words by their length, has.
    private static let fileSize = 16_384
    /// How many entries one file holds.
    static let block = 64
    /// From so many words on, those of one text are no longer compared with what was mistyped; from twice as many on, those of two …
    private static let rareFrom = 8000
    /// How many entries are kept for the beginnings of words.
    private static let beginningLimit = 64

    /// The content of each file of words.
    private(set) var words: [[UInt8]] = []
    /// The first word of each.
    private(set) var firstWords: [String] = []
    private(set) var typos: [[UInt8]] = []
    /// How many letters the shortest words of each have.
    private(set) var typoLengths: [Int] = []

    init(_ terms: SearchTerms) {
        let sorted = terms.sorted
        let (titles, texts) = (terms.titlePostings, terms.textPostings)
        var files: [Int] = []
        var starts: [Int] = []
        for (place, term) in sorted.enumerated() {
            if words.last.map({ $0.count > Self.fileSize }) ?? true {
                words.append([])
                starts.append(place)
                firstWords.append(String(decoding: terms.word(term), as: UTF8.self))
            }
            files.append(words.count - 1)
            Self.append(
                terms.word(term), titles: titles(term), texts: texts(term), to: &words[words.count - 1])
        }
        addBeginnings(terms, sorted: sorted, files: files, titles: titles, texts: texts)
        addTypos(terms, sorted: sorted, titles: titles, texts: texts)
    }

    // MARK: Words

    /// `word,titles,texts;` or `word,titles;`
    private static func append(
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

    static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

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

    // MARK: Beginnings of words

    /// For every beginning whose words fill more than two files: the first entries of all of these words, kept in the file where
    /// they start.
    private mutating func addBeginnings(
        _ terms: SearchTerms, sorted: [Int], files: [Int], titles: SearchTerms.Postings, texts: SearchTerms.Postings
    ) {
        guard words.count > 2 else { return }
        for letters in 1...WordReader.longest {
            var isAnyLong = false
            var start = 0
            while start < sorted.count {
                guard let beginning = Self.beginning(of: terms.word(sorted[start]), letters: letters) else {
                    start += 1
                    continue
                }
                var end = start + 1
                while end < sorted.count, terms.word(sorted[end]).starts(with: beginning) { end += 1 }
                if files[end - 1] > files[start] + 1 {
                    isAnyLong = true
                    var (first, firstTexts) = (FirstEntries(Self.beginningLimit), FirstEntries(Self.beginningLimit))
                    for term in sorted[start..<end] {
                        first.add(titles(term))
                        firstTexts.add(texts(term))
                    }
                    Self.append(
                        beginning, isBeginning: true, titles: first.entries, texts: firstTexts.entries,
                        to: &words[files[start]])
                }
                start = end
            }
            if !isAnyLong { return }
        }
    }

    /// Nothing of a word that has no more letters than that.
    private static func beginning(of word: ArraySlice<UInt8>, letters: Int) -> ArraySlice<UInt8>? {
        var left = letters
        for index in word.indices where word[index] & 0xC0 != 0x80 {
            if left == 0 { return word[..<index] }
            left -= 1
        }
        return left == 0 ? word : nil
    }

    // MARK: Words by length

    /// Only words that have letters enough to be mistyped: pairs of letters have not, and numbers are not words. Of a large portfolio, what stands in next to
    /// no text is left out, which is most of all words.
    private mutating func addTypos(
        _ terms: SearchTerms, sorted: [Int], titles: SearchTerms.Postings, texts: SearchTerms.Postings
    ) {
        var byLength = [[Int]](repeating: [], count: WordReader.longest + 1)
        let least = 1 + terms.count / Self.rareFrom
        for term in sorted where terms.letters(term) > 2 && !Self.isNumber(terms.word(term)) {
            guard !titles(term).isEmpty || texts(term).count >= least else { continue }
            byLength[terms.letters(term)].append(term)
        }
        for (length, list) in byLength.enumerated() where !list.isEmpty {
            if typos.last.map({ $0.count > Self.fileSize / 2 }) ?? true {
                typos.append([])
                typoLengths.append(length)
            }
            for term in list {
                if !typos[typos.count - 1].isEmpty { typos[typos.count - 1].append(UInt8(ascii: " ")) }
                typos[typos.count - 1] += terms.word(term)
            }
        }
    }
}

extension SearchIndex {
    /// A number with a digit wrong is another number.
    private static func isNumber(_ word: ArraySlice<UInt8>) -> Bool {
        word.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
}

// MARK: Files

extension SearchIndex {
    /// The files of words, and of words by their length. Words are letters and digits: nothing in them needs to be escaped.
    var files: [SitePage] { Self.files("words", words) + Self.files("typos", typos) }

    private static func files(_ name: String, _ contents: [[UInt8]]) -> [SitePage] {
        contents.enumerated().compactMap { number, words in
            SearchFiles.script("\(name)-\(number)") { file in
                file.write("\"")
                file.write(words)
                file.write("\"")
            }
        }
    }

    /// What the index says of them: the first word, and the fewest letters, of each.
    func writeLists(into file: inout PageBuffer) {
        file.write(",\"words\":")
        Self.write(firstWords, to: &file) { JSONWriter.write($0, to: &$1) }
        file.write(",\"typos\":")
        Self.write(typoLengths, to: &file) { DecimalNumber.write($0, to: &$1) }
    }

    static func write<Element>(
        _ elements: [Element], to file: inout PageBuffer, _ element: (Element, inout PageBuffer) -> Void
    ) {
        file.write("[")
        for (number, each) in elements.enumerated() {
            if number > 0 { file.write(",") }
            element(each, &file)
        }
        file.write("]")
    }
}

/// The lowest of many numbers, each once, in order.
private struct FirstEntries {
    private let limit: Int
    private var found: [UInt32] = []
    private var highest = UInt32.max

    init(_ limit: Int) {
        self.limit = limit
    }

    mutating func add(_ entries: ArraySlice<UInt32>) {
        for entry in entries.prefix(limit) where entry < highest { found.append(entry) }
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
