import Journeys
import Templates

/// The words of a search as they are published, to be published anew with what has changed of them: of a large portfolio, all texts
/// would have to be read again otherwise.
package struct PublishedSearch: Sendable {
    /// The files that have to be known for it, of those of a site.
    package static func isPart(_ path: SitePath) -> Bool {
        path.text.hasPrefix(SearchIndex.folder)
            && ["index", "words-", "typos-"].contains { path.name.hasPrefix($0) }
    }

    package static let indexPath = SearchIndex.folder + "index.js"

    private let index: [UInt8]
    private let fileCounts: (words: Int, typos: Int)
    /// Where the lists of words and of lengths stand in the index.
    private let lists: Range<Int>

    /// Nothing for what has not been written here.
    package init?(index: [UInt8]) {
        guard let start = index.firstRange(of: Self.listStart.utf8)?.lowerBound,
            let end = index.firstRange(of: Self.listEnd.utf8)?.lowerBound, start < end,
            let middle = index[start..<end].firstRange(of: Self.typoStart.utf8)
        else { return nil }
        let words = index[start + Self.listStart.utf8.count..<middle.lowerBound]
        let typos = index[middle.upperBound..<end].dropLast()
        func count(_ list: ArraySlice<UInt8>) -> Int { list.isEmpty ? 0 : 1 + list.count { $0 == UInt8(ascii: ",") } }
        self.index = index
        lists = start..<end
        fileCounts = (count(words), count(typos))
    }

    private static let listStart = ",\"words\":["
    private static let typoStart = "],\"typos\":["
    private static let listEnd = ",\"kinds\":["

    /// The files that have the words, in their order.
    package var wordPaths: [String] { (0..<fileCounts.words).map { SearchIndex.folder + "words-\($0).js" } }

    /// All files of the index and its words, as they are with the rewordings.
    ///
    /// - Parameter words: what the files of words hold.
    /// - Returns: nothing where that can't be told from what is published.
    package func reworded(_ rewordings: [Rewording], words: [[UInt8]]) -> [SitePage]? {
        reworded(rewordings.flatMap(\.searched), words: words)
    }

    func reworded(_ entries: [RewordedEntry], words: [[UInt8]]) -> [SitePage]? {
        var changes = WordChanges(entries)
        if changes.isEmpty { return [] }
        var terms = SearchTerms()
        for (number, file) in words.enumerated() {
            guard let content = Self.content(of: file, named: "words-\(number)"),
                PublishedWords.read(content, with: &changes, into: &terms)
            else { return nil }
        }
        guard changes.addNew(to: &terms) else { return nil }
        let new = SearchIndex(terms)
        // Another number of files is another site.
        guard new.words.count == fileCounts.words, new.typos.count == fileCounts.typos else { return nil }
        return new.files
            + [SitePath(Self.indexPath).map { path in SitePage(path: path) { writeIndex(new, into: &$0) } }]
            .compactMap { $0 }
    }

    private func writeIndex(_ new: SearchIndex, into file: inout PageBuffer) {
        file.write(Array(index[..<lists.lowerBound]))
        new.writeLists(into: &file)
        file.write(Array(index[lists.upperBound...]))
    }

    /// The text that a script hands over.
    private static func content(of file: [UInt8], named name: String) -> ArraySlice<UInt8>? {
        let (start, end) = (Array("waymark.take(\"\(name)\",\"".utf8), Array("\");\n".utf8))
        guard file.starts(with: start), file.count >= start.count + end.count, file.suffix(end.count) == end[...] else {
            return nil
        }
        return file[start.count..<file.count - end.count]
    }
}

/// What entries of the search have lost and won, by word.
struct WordChanges {
    private var byWord: [ArraySlice<UInt8>: (gone: [UInt32], added: [UInt32])] = [:]
    private var inTitles: Set<ArraySlice<UInt8>> = []

    init(_ entries: [RewordedEntry]) {
        for entry in entries {
            inTitles.formUnion(entry.changedInTitle)
            for word in entry.gone { byWord[word, default: ([], [])].gone.append(entry.number) }
            for word in entry.added { byWord[word, default: ([], [])].added.append(entry.number) }
        }
    }

    var isEmpty: Bool { byWord.isEmpty && inTitles.isEmpty }

    /// The entries of a word with what has changed of it, which is done with then.
    ///
    /// - Returns: false where they can't be known: of a very frequent word not all entries are published.
    mutating func apply(to texts: inout [UInt32], of word: ArraySlice<UInt8>, titleCount: Int) -> Bool {
        if titleCount >= SearchTerms.limit, inTitles.contains(word) { return false }
        guard let change = byWord.removeValue(forKey: word) else { return true }
        let isCut = texts.count >= SearchTerms.limit
        for entry in change.gone {
            if let place = texts.firstIndex(of: entry) {
                if isCut { return false }
                texts.remove(at: place)
            } else if !isCut {
                return false
            }
        }
        for entry in change.added {
            let place = texts.firstIndex { $0 >= entry } ?? texts.count
            if place < texts.count, texts[place] == entry { return false }
            texts.insert(entry, at: place)
        }
        if texts.count > SearchTerms.limit { texts.removeLast(texts.count - SearchTerms.limit) }
        return true
    }

    /// Adds the words that no text had before.
    mutating func addNew(to terms: inout SearchTerms) -> Bool {
        for (word, change) in byWord {
            guard change.gone.isEmpty else { return false }
            terms.add(word, titles: [], texts: change.added.sorted())
        }
        byWord = [:]
        return true
    }
}

/// Reads back what `SearchIndex` writes of words.
enum PublishedWords {
    /// Takes all words of a file into terms.
    ///
    /// - Returns: false for what has not been written here.
    static func read(_ content: ArraySlice<UInt8>, with changes: inout WordChanges, into terms: inout SearchTerms)
        -> Bool
    {
        for line in content.split(separator: UInt8(ascii: ";")) {
            let parts = line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
            guard (2...3).contains(parts.count), let last = parts[0].last else { return false }
            // The entries of a beginning are those of its words.
            if last == UInt8(ascii: "*") { continue }
            guard let titles = entries(parts[1]), var texts = parts.count == 3 ? entries(parts[2]) : [],
                changes.apply(to: &texts, of: parts[0], titleCount: titles.count)
            else { return false }
            if !titles.isEmpty || !texts.isEmpty { terms.add(parts[0], titles: titles, texts: texts) }
        }
        return true
    }

    private static let values: [UInt8] = {
        var values = [UInt8](repeating: .max, count: 256)
        for (value, digit) in SearchIndex.digits.enumerated() { values[Int(digit)] = UInt8(value) }
        return values
    }()

    private static func entries(_ digits: ArraySlice<UInt8>) -> [UInt32]? {
        var entries: [UInt32] = []
        var (entry, distance, shift): (UInt32, UInt32, UInt32) = (0, 0, 0)
        for digit in digits {
            let value = values[Int(digit)]
            guard value != .max, shift < 32 else { return nil }
            distance |= UInt32(value & 31) << shift
            shift += 5
            if value < 32 {
                entry &+= distance
                entries.append(entry)
                (distance, shift) = (0, 0)
            }
        }
        return shift == 0 ? entries : nil
    }
}
