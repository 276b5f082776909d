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

    /// How many entries one file holds.
    static let block = 64

    let words: WordFiles
    let typos: TypoFiles
    let spares: SpareEntries

    init(_ terms: SearchTerms) {
        let sorted = terms.sorted
        let list = WordList(terms, sorted: sorted)
        words = WordFiles(list) { _, places in
            var (first, firstTexts) = (FirstEntries(), FirstEntries())
            for term in sorted[places] {
                terms.visitTitles(term, first: WordFiles.beginningLimit) { first.add($0) }
                terms.visitTexts(term, first: WordFiles.beginningLimit) { firstTexts.add($0) }
            }
            return (first.entries, firstTexts.entries)
        }
        var byLength: [[Int]] = TypoFiles.empty()
        let least = TypoFiles.leastTexts(ofWords: terms.count)
        for (place, term) in sorted.enumerated() where terms.titleCount(term) > 0 || terms.textCount(term) >= least {
            let letters = terms.letters(term)
            if TypoFiles.have(list.word(place), letters: letters) { byLength[letters].append(place) }
        }
        typos = TypoFiles(byLength, in: list)
        spares = SpareEntries(terms)
    }
}

// MARK: Files

extension SearchIndex {
    static let (wordsName, typosName) = ("words-", "typos-")

    var files: [SitePage] {
        let ofWords = words.contents.enumerated().compactMap { Self.file("\(Self.wordsName)\($0)", of: $1) }
        let ofTypos = typos.contents.enumerated().compactMap { Self.file("\(Self.typosName)\($0)", of: $1) }
        return ofWords + ofTypos
    }

    static func file(_ name: String, of content: WordFiles.Content) -> SitePage? {
        file(name) { file in
            file.write(content.words)
            file.write(content.beginnings)
        }
    }

    static func file(_ name: String, of words: [UInt8]) -> SitePage? { file(name) { $0.write(words) } }

    /// Words are letters and digits: nothing in them needs to be escaped.
    private static func file(
        _ name: String, _ write: @escaping @Sendable (inout PageBuffer) -> Void
    ) -> SitePage? {
        SearchFiles.script(name) { file in
            file.write("\"")
            write(&file)
            file.write("\"")
        }
    }

    /// The words of such a file; nothing for what has not been written here.
    static func words(of file: [UInt8], named name: String) -> ArraySlice<UInt8>? {
        let (start, end) = (Array("waymark.take(\"\(name)\",\"".utf8), Array("\");\n".utf8))
        guard file.starts(with: start), file.count >= start.count + end.count, file.suffix(end.count) == end[...] else {
            return nil
        }
        return file[start.count..<file.count - end.count]
    }

    /// What the index says of them: the first word, and the fewest letters, of each.
    static func writeLists(firstWords: [String], typoLengths: [Int], into file: inout PageBuffer) {
        writeList(firstWords: firstWords, into: &file)
        file.write(",\"typos\":")
        write(typoLengths, to: &file) { DecimalNumber.write($0, to: &$1) }
    }

    static func writeList(firstWords: [String], into file: inout PageBuffer) {
        file.write(",\"words\":")
        write(firstWords, to: &file) { JSONWriter.write($0, to: &$1) }
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
