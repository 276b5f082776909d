import Templates
import Testing

@testable import Pages

/// The words of a search are published anew with what has changed as they would be if all texts were read again.
@Suite struct PublishedSearchTests {
    private typealias Text = (title: String, text: String)

    private static func file(of index: SearchIndex) -> [UInt8] {
        var file = PageBuffer()
        file.write("waymark.take(\"index\",{\"entries\":1")
        SearchIndex.writeLists(
            firstWords: index.words.firstWords, typoLengths: index.typos.lengths, into: &file)
        file.write(",\"kinds\":[\"a\"]});\n")
        return file.bytes
    }

    private static func words(of text: String) -> Set<ArraySlice<UInt8>> {
        var gathering = TextGathering()
        gathering.begin(0)
        gathering.add(text)
        return gathering.terms.wordsOfTexts
    }

    private static func change(_ number: Int, of title: String, from old: String, to new: String) -> RewordedEntry {
        let (before, now, title) = (words(of: old), words(of: new), words(of: title))
        return RewordedEntry(
            number: UInt32(number), gone: before.subtracting(now).subtracting(title),
            added: now.subtracting(before).subtracting(title),
            changedInTitle: before.symmetricDifference(now).intersection(title))
    }

    /// What is published of texts, with one of them changed; nothing where that can't be told from what is published.
    private func reworded(
        _ texts: [Text], _ old: SearchIndex? = nil, at place: Int, to text: String
    ) throws -> [String: [UInt8]]? {
        let old = old ?? SearchIndex(of: texts)
        let published = try #require(PublishedSearch(index: Self.file(of: old)))
        let entry = Self.change(place, of: texts[place].title, from: texts[place].text, to: text)
        let files = Dictionary(uniqueKeysWithValues: old.files.map { ($0.path.text, $0.bytes) })
        var spares = old.spares
        guard let pages = published.reworded([entry], spares: &spares, { files[$0] }) else { return nil }
        for page in pages { #expect(files[page.path.text] != page.bytes, "it is what it was") }
        return files.merging(pages.map { ($0.path.text, $0.bytes) }) { $1 }
    }

    private func expectFresh(_ texts: [Text], at place: Int, to text: String) throws {
        let old = SearchIndex(of: texts)
        try expectFresh(
            try #require(try reworded(texts, old, at: place, to: text), "\(text)"), texts, at: place, to: text)
    }

    private func expectFresh(_ found: [String: [UInt8]], _ texts: [Text], at place: Int, to text: String) throws {
        var new = texts
        new[place].text = text
        try expectSame(found, SearchIndex(of: new), insteadOf: SearchIndex(of: texts), text)
    }

    private func expectSame(
        _ found: [String: [UInt8]], _ fresh: SearchIndex, insteadOf old: SearchIndex, _ text: String = ""
    ) throws {
        for file in fresh.files { #expect(found[file.path.text] == file.bytes, "\(file.path.text): \(text)") }
        let index = found[PublishedSearch.indexPath] ?? Self.file(of: old)
        #expect(index == Self.file(of: fresh), "\(text)")
    }

    private static let few: [Text] = [
        (title: "Move home", text: "A letter comes, and 12 forms"), (title: "Pay", text: "The letter is late"),
        (title: "Leave us", text: "Nobody asks why; réclame 料金"),
    ]

    @Test(arguments: [
        "The letter is late", "The letter", "", "A bill is late", "Pay the letter late", "料金 réclame zebra",
    ])
    func `Words come and go`(text: String) throws { try expectFresh(Self.few, at: 1, to: text) }

    /// More than are kept of a word.
    private static let many: [Text] = (0..<SearchTerms.limit + 300).map { number in
        (title: "Name \(number)", text: "The same words w\(number % 40) again")
    }

    @Test(arguments: [0, 1999, 2000, 2100]) func `Frequent words win entries`(place: Int) throws {
        var texts = Self.many
        texts[place].text = "Another"
        try expectFresh(texts, at: place, to: "Another of the same words")
        try expectFresh(texts, at: place, to: "Another w7")
    }

    @Test(arguments: [5, 1999, 2000, 2063, 2064, 2200]) func `Frequent words lose entries`(place: Int) throws {
        try expectFresh(Self.many, at: place, to: "The words w5 again")
    }

    @Test func `Of a frequent word that loses many it is not known in the end which come instead`() throws {
        var texts = Self.many
        var old = SearchIndex(of: texts)
        var spares = old.spares
        for place in 0..<SpareEntries.count + 3 {
            let published = try #require(PublishedSearch(index: Self.file(of: old)))
            let files = Dictionary(uniqueKeysWithValues: old.files.map { ($0.path.text, $0.bytes) })
            let entry = Self.change(place, of: texts[place].title, from: texts[place].text, to: "The same again")
            let pages = published.reworded([entry], spares: &spares) { files[$0] }
            #expect((pages == nil) == (place >= SpareEntries.count), "\(place)")
            texts[place].text = "The same again"
            old = SearchIndex(of: texts)
            for page in pages ?? [] {
                let fresh = old.files.first { $0.path == page.path }?.bytes ?? Self.file(of: old)
                #expect(page.bytes == fresh, "\(page.path.text)")
            }
        }
    }

    @Test func `A word becomes frequent, and no longer is`() throws {
        var texts = Self.many.prefix(SearchTerms.limit + 2).map { $0 }
        texts[SearchTerms.limit].text = ""
        texts[SearchTerms.limit + 1].text = ""
        try expectFresh(texts, at: SearchTerms.limit + 1, to: "The same words again")
        try expectFresh(texts, at: 3, to: "Nothing")
        texts[7].text = "Nothing"
        try expectFresh(texts, at: 7, to: "The same words again")
        try expectFresh(texts, at: 8, to: "Nothing")
    }

    @Test func `A word that stands in too many titles is not told`() throws {
        let titled = Self.many.map { (title: "Often", text: $0.text) }
        #expect(try reworded(titled, at: 3, to: "The same words w3 again, often") == nil)
        try expectFresh(titled, at: 3, to: "The same words w3 again, rarely")
    }

    /// Thousands of words in some twenty files, most of which begin like many others.
    private static let large: [Text] = {
        var random = Steps(state: 7)
        return (0..<2400).map { number in
            (title: "n\(number) \(word(&random))", text: (0..<16).map { _ in word(&random) }.joined(separator: " "))
        }
    }()

    private struct Steps: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ state >> 29
        }
    }

    private static func word(_ random: inout Steps) -> String {
        let letters = Array("aaaabcdeé料")
        return String(
            (0..<Int.random(in: 2...9, using: &random)).map { _ in
                letters[Int.random(in: letters.indices, using: &random)]
            })
    }

    @Test func `Of many files those are others that are others when all is read again`() throws {
        let index = SearchIndex(of: Self.large)
        #expect(index.words.contents.count > 8 && index.typos.contents.count > 2)
        let beginnings = index.words.bytes.joined().count { $0 == UInt8(ascii: "*") }
        #expect(beginnings > 3)
        var random = Steps(state: 11)
        var unknown = 0
        for step in 0..<30 {
            // The first entries are those that beginnings have.
            let place = Int.random(in: 0..<(step.isMultiple(of: 2) ? 80 : Self.large.count), using: &random)
            var words = Self.large[place].text.split(separator: " ").map(String.init)
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                words[Int.random(in: 0..<words.count, using: &random)] =
                    Bool.random(using: &random) ? Self.word(&random) : Self.large[step].title
            }
            let text = words.joined(separator: " ")
            if let found = try reworded(Self.large, index, at: place, to: text) {
                try expectFresh(found, Self.large, at: place, to: text)
            } else {
                unknown += 1
            }
        }
        #expect(unknown < 4)
    }

    @Test func `Of very many entries that win a word the first stand with its beginning, in whatever order they come`()
        throws
    {
        let letters = Array("abcdefghij")
        var texts: [Text] = (0..<6000).map { number in
            let word = [0, number % 10, number / 10 % 10, number / 100 % 10, number / 1000].map { letters[$0] }
            return (title: String(word), text: "")
        }
        let old = SearchIndex(of: texts)
        let published = try #require(PublishedSearch(index: Self.file(of: old)))
        let entries = (0..<100).reversed().map { Self.change($0, of: texts[$0].title, from: "", to: "axe") }
        let files = Dictionary(uniqueKeysWithValues: old.files.map { ($0.path.text, $0.bytes) })
        var spares = old.spares
        let pages = try #require(published.reworded(entries, spares: &spares) { files[$0] })
        for place in 0..<100 { texts[place].text = "axe" }
        let found = files.merging(pages.map { ($0.path.text, $0.bytes) }) { $1 }
        try expectSame(found, SearchIndex(of: texts), insteadOf: old)
    }

    @Test func `What was not written here is not read`() throws {
        let old = SearchIndex(of: Self.few)
        #expect(PublishedSearch(index: Array("waymark.take(1);".utf8)) == nil)
        let published = try #require(PublishedSearch(index: Self.file(of: old)))
        let entry = Self.change(1, of: "Pay", from: "late", to: "early")
        for damaged in ["", "waymark.take(\"words-0\",\"a\");\n", "waymark.take(\"words-0\",\"late,,!;\");\n"] {
            var spares = old.spares
            #expect(published.reworded([entry], spares: &spares) { _ in Array(damaged.utf8) } == nil)
        }
    }
}
