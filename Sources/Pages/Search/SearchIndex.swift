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
        let (titles, texts) = (terms.titlePostings, terms.textPostings)
        let list = WordList(terms, sorted: sorted, titles: titles, texts: texts)
        words = WordFiles(list) { _, places in
            var (first, firstTexts) = (FirstEntries(), FirstEntries())
            for term in sorted[places] {
                first.add(titles(term))
                firstTexts.add(texts(term))
            }
            return (first.entries, firstTexts.entries)
        }
        var byLength = TypoFiles.empty
        let least = TypoFiles.leastTexts(ofWords: terms.count)
        for (place, term) in sorted.enumerated() where !titles(term).isEmpty || texts(term).count >= least {
            let word = list.word(place)
            if TypoFiles.have(word, letters: terms.letters(term)) { byLength[terms.letters(term)].append(word) }
        }
        typos = TypoFiles(byLength)
        spares = SpareEntries(terms, texts: texts)
    }
}

// MARK: Files

extension SearchIndex {
    static let (wordsName, typosName) = ("words-", "typos-")

    var files: [SitePage] { Self.files(Self.wordsName, words.contents) + Self.files(Self.typosName, typos.contents) }

    private static func files(_ name: String, _ contents: [[UInt8]]) -> [SitePage] {
        contents.enumerated().compactMap { file("\(name)\($0)", of: $1) }
    }

    /// Words are letters and digits: nothing in them needs to be escaped.
    static func file(_ name: String, of words: [UInt8]) -> SitePage? {
        SearchFiles.script(name) { file in
            file.write("\"")
            file.write(words)
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
