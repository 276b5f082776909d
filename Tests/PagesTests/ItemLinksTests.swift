import Journeys
import Testing

@testable import Pages

@Suite struct ItemLinksTests {
    private static func edition() throws -> Edition {
        let scored = SamplePortfolio.small.scored()
        return Edition(
            scored, map: try #require(SiteMap(scored.portfolio)), words: TemplateSet.compiled().value.words)
    }

    @Test(arguments: ["index.html", "journeys/move.html", "scorecards/move.html", "pages/a/b.html", "evidence/x.html"])
    func `links that are worked out once are those that are worked out one by one`(page: String) throws {
        let edition = try Self.edition()
        let page = try #require(SitePath(page))
        let links = edition.links(on: page)
        for kind in ContentKind.allCases {
            for index in edition.portfolio.records(of: kind).indices {
                for anchor in [nil, "tell-us", "größe", "a&b", ""] {
                    let target = Target(kind: kind, index: index, anchor: anchor)
                    #expect(
                        links.address(of: target)
                            == page.relativeLink(to: edition.map.path(of: target), anchor: anchor))
                }
            }
        }
    }

    /// Of any length: sixteen bytes are looked at together.
    @Test(arguments: [1, 2, 8, 15, 16, 17, 32, 33, 111, 112, 113, 200])
    func `an anchor is put behind a link as it is where there is nothing to encode in it`(length: Int) throws {
        let (page, other) = (try #require(SitePath("a.html")), try #require(SitePath("b.html")))
        for byte in UInt8(1)..<0x7F {
            for place in Set([0, length / 2, length - 1]) {
                var bytes = [UInt8](repeating: UInt8(ascii: "a"), count: length)
                bytes[place] = byte
                let anchor = String(decoding: bytes, as: UTF8.self)
                var written: [UInt8] = []
                page.appendRelativeLink(to: other, anchor: anchor, into: &written)
                let encoded = String(decoding: written, as: UTF8.self)
                let isPlain = encoded == "b.html#" + anchor
                #expect(SitePath.link("b.html", to: anchor) == (isPlain ? encoded : nil))
                #expect(page.relativeLink(to: other, anchor: anchor) == encoded)
            }
        }
    }

    @Test func `an anchor is found by whatever text has its name`() {
        for journey in SamplePortfolio.small.scored().portfolio.journeys {
            for anchor in journey.record.anchors {
                let copied = String(decoding: Array(anchor.id.utf8), as: UTF8.self)
                #expect(journey.anchor(named: anchor.id) == journey.anchor(named: copied))
                #expect(journey.anchor(named: copied)?.id == anchor.id)
                #expect(journey.anchor(named: String(copied.reversed()) + "-") == nil)
            }
        }
    }

    @Test func `what is put into words once reads as it would each time`() throws {
        let edition = try Self.edition()
        for tenths in -250...250 {
            let value = Double(tenths) / 100
            #expect(edition.entryWords.felt(value) == edition.figures.signed(value))
        }
        for thousandths in 0...1000 {
            let share = Double(thousandths) / 1000
            #expect(
                edition.entryWords.reach(share) == edition.words(.reaches, ["share": edition.figures.percent(share)]))
        }
    }
}

@Suite struct SiteConflictTests {
    private func conflicts(_ paths: [String]) -> [String] {
        Site(pages: paths.compactMap { SitePath($0) }.map { SitePage(path: $0) { $0.write("x") } }).conflicts.map {
            "\($0.second) \($0.first)"
        }
    }

    /// A capital has all names folded before they are compared.
    @Test(arguments: [
        ["a.html", "b.html", "a.html", "a.html"], ["a", "a-b", "a/b.html", "a/c/d.html", "a/c"],
        ["x/y/z.html", "x", "x/y", "x.html"], ["a/b/c.html", "a/b-c.html", "a/b.html"],
    ])
    func `names in small letters are in each other's way as others are`(paths: [String]) {
        #expect(conflicts(paths) == conflicts(paths + ["Zebra.html"]))
    }

    @Test func `equal names and folders that are files are told`() {
        #expect(conflicts(["a.html", "b.html", "a.html"]) == ["a.html a.html"])
        #expect(conflicts(["a", "a-b", "a/b.html"]) == ["a/b.html a"])
        #expect(conflicts(["a/c.html", "b/c.html"]).isEmpty)
    }
}
