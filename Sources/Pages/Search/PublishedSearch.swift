import Journeys
import Templates

/// The words of a search as they are published, to be published anew with what has changed of them: of a large portfolio, all texts
/// would have to be read again otherwise.
package struct PublishedSearch: Sendable {
    package static let indexPath = path(of: "index")

    private let index: [UInt8]
    private let fileCounts: (words: Int, typos: Int)
    /// Where the lists of words and of lengths stand in the index.
    private let lists: Range<Int>

    private static let listStart = ",\"words\":["
    private static let typoStart = "],\"typos\":["
    private static let listEnd = ",\"kinds\":["

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

    private static func path(of name: String) -> String { SearchIndex.folder + name + ".js" }

    /// The files that are others with the rewordings.
    ///
    /// - Parameters:
    ///   - spares: those of the site as it is, and then as it is with the rewordings.
    ///   - published: given what is in a file of the site.
    /// - Returns: nothing where they can't be told from what is published.
    package func reworded(
        _ rewordings: [Rewording], spares: inout SpareEntries, _ published: (_ path: String) -> [UInt8]?
    ) -> [SitePage]? {
        reworded(rewordings.flatMap(\.searched), spares: &spares, published)
    }

    func reworded(
        _ entries: [RewordedEntry], spares: inout SpareEntries, _ published: (_ path: String) -> [UInt8]?
    ) -> [SitePage]? {
        let changes = WordChanges(entries)
        if changes.isEmpty { return [] }
        guard let files = contents(SearchIndex.wordsName, fileCounts.words, published) else { return nil }
        var old = WordList()
        var beginnings = PublishedBeginnings()
        for file in files {
            guard let rest = old.append(published: file), beginnings.add(rest) else { return nil }
        }
        guard let applied = changes.applied(to: old, spares: &spares) else { return nil }
        var isKnown = true
        let words = WordFiles(applied.list) { letters, places in
            let first = beginnings.entries(of: letters, applied, places)
            if first == nil { isKnown = false }
            return first ?? ([], [])
        }
        // Another number of files is another site.
        guard isKnown, words.contents.count == files.count else { return nil }
        var pages = Self.pages(SearchIndex.wordsName, words.contents, instead: files, ==) {
            SearchIndex.file($0, of: $1)
        }
        var typoLengths: [Int]?
        if !applied.typos.isEmpty {
            guard let files = contents(SearchIndex.typosName, fileCounts.typos, published),
                let typos = applied.typos.applied(to: files), typos.contents.count == files.count
            else { return nil }
            pages += Self.pages(SearchIndex.typosName, typos.contents, instead: files, { $0[...] == $1 }) {
                SearchIndex.file($0, of: $1)
            }
            typoLengths = typos.lengths
        }
        let index = index(firstWords: words.firstWords, typoLengths: typoLengths)
        if index != self.index {
            pages += [SitePath(Self.indexPath).map { path in SitePage(path: path) { $0.write(index) } }]
                .compactMap { $0 }
        }
        return pages
    }

    private func contents(
        _ name: String, _ count: Int, _ published: (String) -> [UInt8]?
    ) -> [ArraySlice<UInt8>]? {
        let names = (0..<count).map { "\(name)\($0)" }
        let files = names.compactMap { name in
            published(Self.path(of: name)).flatMap { SearchIndex.words(of: $0, named: name) }
        }
        return files.count == count ? files : nil
    }

    private static func pages<Content>(
        _ name: String, _ new: [Content], instead old: [ArraySlice<UInt8>],
        _ isSame: (Content, ArraySlice<UInt8>) -> Bool, _ file: (_ name: String, Content) -> SitePage?
    ) -> [SitePage] {
        zip(new, old).enumerated().compactMap { number, contents in
            isSame(contents.0, contents.1) ? nil : file("\(name)\(number)", contents.0)
        }
    }

    /// - Parameter typoLengths: nothing where they are what they were.
    private func index(firstWords: [String], typoLengths: [Int]?) -> [UInt8] {
        var new = PageBuffer(capacity: index.count + 256)
        new.write(Array(index[..<lists.lowerBound]))
        if let typoLengths {
            SearchIndex.writeLists(firstWords: firstWords, typoLengths: typoLengths, into: &new)
            new.write(Array(index[lists.upperBound...]))
        } else {
            SearchIndex.writeList(firstWords: firstWords, into: &new)
            let typos = index[lists].firstRange(of: Self.typoStart.utf8)?.lowerBound ?? lists.upperBound
            new.write(Array(index[(typos + 1)...]))
        }
        return new.bytes
    }
}

/// The first entries of words that begin alike, as they are published.
private struct PublishedBeginnings {
    /// By the beginning: what stands behind it.
    private var lines: [ArraySlice<UInt8>: ArraySlice<UInt8>] = [:]

    /// - Parameter published: the lines of beginnings in a file.
    /// - Returns: false for what has not been written here.
    mutating func add(_ published: ArraySlice<UInt8>) -> Bool {
        var rest = published
        while let star = rest.firstIndex(of: UInt8(ascii: "*")) {
            guard let end = rest[star...].firstIndex(of: UInt8(ascii: ";")) else { return false }
            lines[rest[..<star]] = rest[(star + 1)...end]
            rest = rest[(end + 1)...]
        }
        return rest.isEmpty
    }

    /// What they are with what has changed.
    ///
    /// - Parameter places: of the words that begin so.
    /// - Returns: nothing for what has not been written here.
    func entries(
        of letters: ArraySlice<UInt8>, _ applied: WordChanges.Applied, _ places: Range<Int>
    ) -> (titles: [UInt32], texts: [UInt32])? {
        let changes = applied.changes.filter { $0.word.starts(with: letters) }
        // Titles are what they were, and of texts those that are lost are seldom among the first.
        if let line = lines[letters] {
            guard let old = WordList.entries(line) else { return nil }
            if !changes.contains(where: { $0.gone.contains(where: old.texts.contains) }) {
                var first = FirstEntries()
                first.add(old.texts)
                for change in changes { first.add(change.added) }
                return (old.titles, first.entries)
            }
        }
        var (first, firstTexts) = (FirstEntries(), FirstEntries())
        for place in places {
            guard let entries = applied.list.entries(place) else { return nil }
            first.add(entries.titles)
            firstTexts.add(entries.texts)
        }
        return (first.entries, firstTexts.entries)
    }
}
