import Diagnostics
import Foundation
import Journeys
import Testing

@testable import Disk

/// What files were read as is kept from run to run, and changes nothing but the time that it takes.
@Suite(.timeLimit(.minutes(2))) struct ParsedStoreTests {
    private let folder: TestFolder
    private let cache: UserCache

    init() throws {
        folder = try TestFolder()
        cache = UserCache(in: folder["cache"], edition: "test")
        for (path, text) in Self.files { try folder.write(text, to: "content/" + path) }
    }

    private static let files = [
        "portfolio.yml": "title: Trial\n",
        "journeys/home.md": """
        ---
        title: Home
        owner: Ada
        ---

        ## Look

        - **Pains:**
          - Nobody answers {#p1 severity=4 evidence=calls}
          - The form is long {severity=9}
        - **Weather:**
          - Rain

        """,
        "evidence/calls.md": "---\ntitle: Calls\ndate: 2026-01-10\n---\n\nThey waited.\n",
        "metrics/wait.md": "---\ntitle: Wait\n---\n",
        "metrics/wait.csv": "date,value\n2026-01-01,3.25\n2026-02-01,oops\n",
    ]

    private func read(keeping isKept: Bool = true) async throws -> String {
        let day = try #require(CivilDate(iso: "2026-06-30"))
        let options = PortfolioReading.Options(asOf: nil, today: day)
        let content = try ContentFolder(folder["content"])
        let reading = await PortfolioReading.read(
            content, options: isKept ? options.keeping(in: cache, for: folder["content"]) : options,
            workers: Workers(jobs: 2))
        var text = ""
        dump(reading.linked.portfolio.journeys, to: &text)
        dump(reading.linked.portfolio.metrics, to: &text)
        dump(reading.linked.portfolio.evidence, to: &text)
        dump(reading.diagnostics, to: &text)
        return text
    }

    private var kept: [String] { ((try? folder.tree("cache")) ?? [:]).filter { $0.value != "/" }.keys.sorted() }

    private func bytes(_ name: String) -> [UInt8] {
        FileManager.default.contents(atPath: folder["cache/" + name]).map(Array.init) ?? []
    }

    private func write(_ bytes: [UInt8], _ name: String) throws {
        try Data(bytes).write(to: URL(fileURLWithPath: folder["cache/" + name]))
    }

    @Test func `The second reading is the first, diagnostics included`() async throws {
        let plain = try await read(keeping: false)
        #expect(kept.isEmpty)
        let first = try await read()
        #expect(kept.count == 1)
        #expect(first == plain)
        #expect(try await read() == plain)
    }

    @Test func `What is kept is what is read`() async throws {
        _ = try await read()
        let name = try #require(kept.first)
        // Other bytes in a file of the right form: only who reads it there gives them.
        var changed = Array(bytes(name).dropLast(8))
        let (old, new) = (Array("They waited.".utf8), Array("They wafted.".utf8))
        for place in 0..<changed.count - old.count where Array(changed[place..<place + old.count]) == old {
            changed.replaceSubrange(place..<place + old.count, with: new)
        }
        changed += changed.withUnsafeBufferPointer(ParsedStore.sum)
        try write(changed, name)
        #expect(try await read().contains("They wafted."))
    }

    @Test func `A changed file is read anew, and the rest is kept`() async throws {
        _ = try await read()
        try folder.write("---\ntitle: Calls\n---\n\nThey hung up.\n", to: "content/evidence/calls.md")
        let plain = try await read(keeping: false)
        #expect(plain.contains("They hung up."))
        #expect(try await read() == plain)
        #expect(try await read() == plain)
    }

    @Test func `Other settings read the same file otherwise`() async throws {
        _ = try await read()
        try folder.write("lanes:\n  - {id: sky, label: Weather, kind: text}\n", to: "content/portfolio.yml")
        let plain = try await read(keeping: false)
        #expect(plain.contains("lane: \"sky\""))
        #expect(try await read() == plain)
    }

    @Test func `What is damaged is as good as not there, and is mended`() async throws {
        let plain = try await read()
        let name = try #require(kept.first)
        let whole = bytes(name)
        #expect(whole.count > 500)
        for place in stride(from: 0, to: whole.count, by: 41) {
            var damaged = whole
            damaged[place] ^= 1 << UInt8(place % 8)
            try write(damaged, name)
            #expect(try await read() == plain, "a bit of byte \(place) turned")
            #expect(bytes(name) == whole)
        }
        for length in [0, 1, 7, 8, 9, whole.count / 2, whole.count - 1] {
            try write(Array(whole[..<length]), name)
            #expect(try await read() == plain, "cut off at \(length)")
            #expect(bytes(name) == whole)
        }
    }

    @Test func `A sum tells what differs in one bit, or has words in another order`() {
        let bytes = (0..<100).map { UInt8($0 * 7 % 251) }
        for length in 0...bytes.count {
            let own = Array(bytes[..<length])
            let sum = ParsedStore.sum(of: own[...])
            #expect(sum.count == ParsedStore.sumLength)
            for bit in 0..<(8 * length) {
                var other = own
                other[bit / 8] ^= 1 << UInt8(bit % 8)
                #expect(ParsedStore.sum(of: other[...]) != sum, "bit \(bit) of \(length) bytes")
            }
            // Words that are summed in one row, and in two.
            for distance in [8, 16, 24, 32, 64] where length >= distance + 8 {
                var other = own
                for place in 0..<8 { other.swapAt(place, place + distance) }
                #expect(ParsedStore.sum(of: other[...]) != sum)
            }
            #expect(ParsedStore.sum(of: (own + [0])[...]) != sum)
        }
    }

    @Test func `What was kept for something else is not believed`() async throws {
        let plain = try await read()
        let name = try #require(kept.first)
        let whole = bytes(name)
        try folder.write("lanes:\n  - {id: sky, label: Weather, kind: text}\n", to: "content/portfolio.yml")
        let other = try await read()
        #expect(other != plain)
        let names = kept.filter { $0 != name }
        #expect(names.count == 1)
        try write(whole, names[0])
        #expect(try await read() == other)
    }

    @Test func `Files that git changes when it checks them out are read as they lie there`() async throws {
        let repository = try TestRepository()
        try repository.run("config", "filter.loud.clean", "sed s/Ruth/RUTH/")
        try repository.run("config", "filter.loud.smudge", "sed s/RUTH/Ruth/")
        try repository.write("*.md filter=loud\n", to: ".gitattributes")
        try repository.write("---\ntitle: Top\nowner: Ruth\n---\n\n## S\n", to: "content/journeys/top.md")
        try repository.write("---\ntitle: Low\nowner: Ruth\n---\n\n## S\n", to: "content/journeys/low.md")
        try repository.commit(on: "2026-02-10")
        try repository.run("checkout", "HEAD", "--", ".")
        try repository.write("---\ntitle: Low\nowner: Ada\n---\n\n## S\n", to: "content/journeys/low.md")
        let day = try #require(CivilDate(iso: "2026-06-30"))
        let content = repository.path + "/content"
        func owners(_ base: String, _ head: String? = nil, keeping isKept: Bool = true) async throws -> [String?] {
            let options = PortfolioReading.Options(asOf: nil, today: day)
            let reading = try await DiffReading.read(
                at: content, ComparedRevisions(base, head: head),
                options: isKept ? options.keeping(in: cache, for: content) : options,
                git: Git(environment: repository.environment), workers: Workers(jobs: 2))
            return [reading.base, reading.head].flatMap { $0.scored.portfolio.journeys.map(\.record.owner) }
        }
        let plain = try await owners("HEAD", keeping: false)
        #expect(plain.contains("Ada") && plain.contains("Ruth"))
        #expect(try await owners("HEAD", "HEAD") == ["RUTH", "RUTH", "RUTH", "RUTH"])
        #expect(try await owners("HEAD") == plain)
        #expect(try await owners("HEAD") == plain)
        #expect(try await owners("HEAD", "HEAD") == ["RUTH", "RUTH", "RUTH", "RUTH"])
    }

    @Test func `A folder that can't be written to changes nothing`() async throws {
        try folder.write("in the way", to: "cache")
        let plain = try await read(keeping: false)
        #expect(try await read() == plain)
    }

    @Test func `Earlier states are kept as long as they are no more than what is there`() async throws {
        let (first, second) = ("They waited.", "They hung up.")
        func say(_ words: String) throws {
            try folder.write("---\ntitle: Calls\n---\n\n\(words)\n", to: "content/evidence/calls.md")
        }
        func has(_ words: String) throws -> Bool {
            let all = String(decoding: bytes(try #require(kept.first)), as: UTF8.self)
            return all.contains(words)
        }
        try say(first)
        _ = try await read()
        try say(second)
        _ = try await read()
        #expect(try has(first) && has(second))
        for count in 0..<100 {
            try say("Call \(count) of many that were made, one after the other, by the same people as ever.")
            _ = try await read()
        }
        #expect(try !has(first))
        #expect(bytes(try #require(kept.first)).count < 20_000)
    }

    @Test func `What a run that was killed left half written is removed`() async throws {
        let other = Foundation.Process()
        other.executableURL = URL(fileURLWithPath: "/bin/sleep")
        other.arguments = ["60"]
        try other.run()
        defer { other.terminate() }
        try folder.write("half", to: "cache/test/.\(other.processIdentifier)-a-0")
        // No process has a number as high.
        try folder.write("half", to: "cache/test/.99999999-a-0")
        _ = try await read()
        #expect(kept.filter { $0.contains("/.") } == ["test/.\(other.processIdentifier)-a-0"])
    }

    @Test func `What other builds of the program kept is removed after a month`() async throws {
        try folder.write("old", to: "cache/older/a-0")
        try folder.write("new", to: "cache/newer/a-0")
        let longAgo = Date(timeIntervalSinceNow: -40 * 24 * 3600)
        try FileManager.default.setAttributes([.modificationDate: longAgo], ofItemAtPath: folder["cache/older"])
        _ = try await read()
        #expect(!folder.exists("cache/older"))
        #expect(folder.exists("cache/newer/a-0"))
    }
}

@Suite struct GitBlobIDTests {
    @Test func `Contents have the names that git gives them`() async throws {
        #expect(GitBlobID(of: []).text == "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391")
        let repository = try TestRepository()
        for length in [1, 40, 46, 47, 48, 54, 55, 56, 57, 63, 64, 65, 118, 119, 120, 127, 128, 1000, 100_000] {
            let text = String((0..<length).map { Character(Unicode.Scalar(UInt8(32 + ($0 * 7 + length) % 90))) })
            try repository.write(text, to: "file")
            #expect(
                try repository.run("hash-object", "file") == GitBlobID(of: Array(text.utf8)).text, "\(length) bytes")
        }
    }
}
