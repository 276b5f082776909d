import Journeys
import Testing

@testable import Pages

@Suite struct BesideTests {
    private static let pages = SamplePortfolio.small.pages()

    /// Published test vectors of 32-bit FNV-1a: "" is 811c9dc5, "a" is e40c292c, "foobar" is bf9cf968.
    @Test(arguments: [("", 0x811c_9dc5), ("a", 0xe40c_292c), ("foobar", 0xbf9c_f968)])
    func `an id leads to its script by FNV-1a`(id: String, hash: Int) {
        for count in [1, 7, 313] { #expect(BesideScripts.script(of: id, in: count) == hash % count) }
    }

    @Test func `every journey with a page is in a script with its scores and its addresses`() throws {
        let script = try #require(Self.pages["data/search/beside-0.js"])
        let journeys = SamplePortfolio.small.linked().value.portfolio.journeys
        for journey in journeys where journey.status != .archived {
            #expect(script.contains("\"id\": \"\(journey.id)\""), "\(journey.id)")
            #expect(script.contains("\"map\": \"journeys/\(journey.id).html\""), "\(journey.id)")
        }
        #expect(script.ranges(of: "[\"Health\", \"whole\"]").count == 1, "the names of scores stand there once")
    }

    @Test func `a health of which less than half is measured says so, and its letter is heard as a grade`() throws {
        let script = try #require(Self.pages["data/search/beside-0.js"])
        #expect(script.contains("\"provisional\"]") && script.contains("\"grade "))
    }

    @Test func `scores that are not measured are no numbers to subtract`() throws {
        let script = try #require(Self.pages["data/search/beside-0.js"])
        let values = script.matches(of: #/"values": \[([^\]]*)\]/#).map { $0.1.split(separator: ",").count }
        #expect(!values.isEmpty && values.allSatisfy { $0 == 9 })
        #expect(script.contains("null"))
    }

    @Test func `the list says how many scripts there are, and other lists have none`() throws {
        let compare = try #require(Self.pages["compare.html"])
        #expect(compare.contains("data-scripts=\"1\"") && compare.contains("theme/beside.js"))
        #expect(try #require(Self.pages["journeys.html"]).contains("beside") == false)
    }
}
