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
