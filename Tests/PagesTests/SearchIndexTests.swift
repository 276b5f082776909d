import Testing

@testable import Pages

@Suite struct SearchIndexTests {
    /// As the browser reads it: by word, the entries of its titles and texts.
    private typealias Found = [String: (titles: [Int], texts: [Int])]

    private func index(_ entries: [(title: String, text: String)]) -> SearchIndex { SearchIndex(of: entries) }

    private func numbers(_ text: Substring) -> [Int] {
        let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
        var numbers: [Int] = []
        var (last, distance, shift) = (0, 0, 0)
        for character in text {
            let digit = digits.firstIndex(of: character) ?? 0
            distance += (digit & 31) << shift
            if digit > 31 {
                shift += 5
            } else {
                last += distance
                numbers.append(last)
                (distance, shift) = (0, 0)
            }
        }
        return numbers
    }

    private func words(in files: some Sequence<[UInt8]>) -> Found {
        var found: Found = [:]
        for file in files {
            for line in String(decoding: file, as: UTF8.self).split(separator: ";") {
                let fields = line.split(separator: ",", omittingEmptySubsequences: false)
                found[String(fields[0])] = (numbers(fields[1]), fields.count > 2 ? numbers(fields[2]) : [])
            }
        }
        return found
    }

    @Test func `a word leads to the entries that have it, in titles and in texts`() {
        let words = words(
            in: index([("Move home", "Home again"), ("Home", "the move"), ("Other", "move, move")]).words.bytes)
        #expect(words["home"]?.titles == [0, 1])
        #expect(words["home"]?.texts == [], "what the title has need not be said of the text")
        #expect(words["move"]?.titles == [0] && words["move"]?.texts == [1, 2])
        #expect(words["the"]?.titles == [] && words["the"]?.texts == [1])
        #expect(words.keys.sorted() == ["again", "home", "move", "other", "the"])
    }

    @Test func `distances of any size are written and read`() {
        let entries = (0..<70_000).map { (title: [0, 31, 32, 1055, 69_999].contains($0) ? "rare" : "", text: "") }
        #expect(words(in: index(entries).words.bytes)["rare"]?.titles == [0, 31, 32, 1055, 69_999])
    }

    @Test func `a word of very many entries is listed with the first of them`() {
        let words = words(in: index((0..<3000).map { _ in (title: "Customer", text: "waits") }).words.bytes)
        #expect(words["customer"]?.titles == Array(0..<SearchTerms.limit))
        #expect(words["waits"]?.texts == Array(0..<SearchTerms.limit))
    }

    /// 4,000 words of four letters, each in ten entries.
    private var many: SearchIndex {
        let letters = Array("abcdefghij")
        return index(
            (0..<40_000).map { number in
                let word = [number % 10, number / 10 % 10, number / 100 % 10, number / 1000 % 4].map { letters[$0] }
                return (title: String(word), text: "")
            })
    }

    @Test func `words are cut into files by their order`() {
        let index = many
        #expect(index.words.contents.count > 2 && index.words.firstWords.count == index.words.contents.count)
        #expect(index.words.firstWords == index.words.firstWords.sorted())
        #expect(index.words.bytes.dropLast().allSatisfy { $0.count < 24_000 })
        for (file, first) in zip(index.words.bytes, index.words.firstWords) {
            #expect(String(decoding: file, as: UTF8.self).hasPrefix(first + ","))
        }
        #expect(words(in: index.words.bytes).keys.filter { !$0.hasSuffix("*") }.count == 4000)
    }

    @Test func `beginnings that fill several files have their first entries listed where they start`() {
        let letters = Array("abcdefghij")
        let index = index(
            (0..<40_000).map { number in
                let word = [0, number % 10, number / 10 % 10, number / 100 % 10, number / 1000 % 10].map { letters[$0] }
                return (title: String(word), text: String(word.dropFirst()))
            })
        let beginnings = words(in: index.words.bytes).filter { $0.key.hasSuffix("*") }
        #expect(beginnings["a*"]?.titles == Array(0..<64))
        #expect(beginnings.keys.allSatisfy { $0.dropLast().count < 3 })
        let file = index.words.bytes.firstIndex { String(decoding: $0, as: UTF8.self).contains(";a*,") }
        #expect(file == 0)
    }

    @Test func `words are kept by length for what is mistyped, without numbers and pairs`() {
        let index = index([("Meter reading 4711", "confirm"), ("An 引越", "")])
        #expect(index.typos.lengths == [5])
        #expect(index.typos.contents.map { String(decoding: $0, as: UTF8.self) } == ["meter confirm reading"])
    }

    @Test func `an empty portfolio has an empty index`() {
        let index = index([])
        #expect(index.words.contents.isEmpty && index.typos.contents.isEmpty && index.words.firstWords.isEmpty)
    }
}

@Suite struct SearchFilesTests {
    private static let pages = SamplePortfolio.small.pages()

    private func file(_ name: String) throws -> String { try #require(Self.pages["data/search/\(name).js"]) }

    @Test func `each file hands its value over under its name`() {
        let files = Self.pages.filter { $0.key.hasPrefix("data/search/") }
        #expect(
            files.keys.sorted()
                == ["beside-0", "entries-0", "index", "typos-0", "words-0"].map { "data/search/\($0).js" })
        for (path, text) in files {
            let name = path.dropFirst("data/search/".count).dropLast(3)
            #expect(text.hasPrefix("waymark.take(\"\(name)\",") && text.hasSuffix(");\n"))
        }
    }

    @Test func `entries say what they are, where they stand and where they lead`() throws {
        let entries = try file("entries-0")
        #expect(entries.contains("[\"journeys/move.html\",\"Move home\"]"))
        #expect(entries.contains("[0,1,\"Life with us \u{203A} Moving\"]"))
        #expect(entries.contains("\"Move home \u{203A} Before\",\"Tell us\",\"tell-us\"]"))
        #expect(entries.contains("\"Move home \u{203A} Tell us\",\"It wants a serial number\",\"serial\"]"))
    }

    @Test func `journeys come before what stands in them, and what is over comes last`() throws {
        let move = try #require(SamplePortfolio.small.files["journeys/move.md"])
        let entries = try #require(
            SamplePortfolio.small.with(
                "journeys/move.md", move.replacing("team: Moves", with: "team: Moves\nstatus: archived")
            ).pages()["data/search/entries-0.js"])
        let places = ["[0,0,\"\"]", "\"Joining\"", "[1,"].map { entries.firstRange(of: $0)?.lowerBound }
        let life = try #require(places[0])
        let joining = try #require(places[1])
        let persona = try #require(places[2])
        let archived = try #require(entries.firstRange(of: "\"tell-us\"")?.lowerBound)
        #expect(life < persona && persona < joining && joining < archived)
        #expect(entries.contains("\"Move home\",\"Archived\"]"))
    }

    @Test func `what authors write is data, whatever it is`() throws {
        let hostile = "</script><script>alert(1)</script> \"quoted\" \\ end"
        let entries = try #require(
            SamplePortfolio.small.with(
                "pages/how.md", "---\ntitle: '\(hostile)'\n---\n"
            ).pages()["data/search/entries-0.js"])
        #expect(entries.contains("alert(1)</script> \\\"quoted\\\" \\\\ end\""))
    }

    @Test func `long texts are cut`() throws {
        let entries = try #require(
            SamplePortfolio.small.with(
                "pages/how.md", "---\ntitle: \(String(repeating: "long ", count: 60))\n---\n"
            ).pages()["data/search/entries-0.js"])
        #expect(entries.contains(String(repeating: "long ", count: 32) + "\u{2026}\""))
    }

    @Test func `the same portfolio gives the same index`() {
        let again = SamplePortfolio.small.pages()
        for (path, text) in Self.pages where path.hasPrefix("data/search/") { #expect(again[path] == text) }
    }

    @Test func `the index counts what it has, in the words of the site`() throws {
        let index = try file("index")
        #expect(index.contains("\"block\":64,\"limit\":2000,\"words\":["))
        #expect(index.contains("\"kinds\":[\"Journey\",\"Persona\",\"Goal\""))
        #expect(index.contains("\"typos\":[3]"))
    }

    @Test func `an empty portfolio can be searched`() throws {
        let index = try #require(SamplePortfolio.empty.pages()["data/search/index.js"])
        #expect(index.contains("\"entries\":0") && index.contains("\"words\":[]"))
    }
}

extension SearchIndex {
    /// Of entries in their order.
    init(of entries: [(title: String, text: String)]) {
        var texts = TextGathering()
        for (number, entry) in entries.enumerated() {
            texts.begin(number)
            texts.add(title: entry.title)
            texts.add(entry.text)
        }
        self.init(texts.terms)
    }
}

extension WordFiles {
    /// What stands in each file.
    var bytes: [[UInt8]] { contents.map { $0.words + $0.beginnings } }
}
