import Testing

@testable import Pages

@Suite struct SitePathTests {
    @Test(
        arguments: [
            "", "/", "/etc/passwd", "..", "a/..", "../a", "a/../b", ".", "./a", "a/.", "a//b", "a/", "a\0b", "a\nb",
            "a/\u{7F}",
            ".waymark-manifest", "a/.waymark-tmp-1", String(repeating: "a", count: 256),
        ])
    func `An unsafe path is none`(text: String) {
        #expect(SitePath(text) == nil)
    }

    @Test(arguments: [
        "index.html", "journeys/move-home.html", "a b/c#d?.html", "...", "..a/b..", ".nojekyll", "häuser/日本.html",
    ])
    func `A safe path is itself`(text: String) {
        #expect(SitePath(text)?.text == text)
    }

    @Test func `Equality and order are those of bytes`() throws {
        let composed = try #require(SitePath("\u{E9}.html"))
        let decomposed = try #require(SitePath("e\u{301}.html"))
        #expect(composed.text == decomposed.text)
        #expect(composed != decomposed)
        #expect(Set([composed, decomposed]).count == 2)
        let order = try ["a-b", "a/b", "aa", "Z", "é", "z"].map { try #require(SitePath($0)) }.sorted().map(\.text)
        #expect(order == ["Z", "a-b", "a/b", "aa", "z", "é"])
    }

    @Test func `Folder, name and root`() throws {
        let path = try #require(SitePath("a/b/c.html"))
        #expect(path.folder?.text == "a/b")
        #expect(path.folder?.folder?.text == "a")
        #expect(path.folder?.folder?.folder == nil)
        #expect(path.name == "c.html")
        #expect(path.root == "../../")
        #expect(SitePath("index.html")?.root.isEmpty == true)
        #expect(path.names == ["a", "b", "c.html"])
    }

    struct Link: Sendable {
        let from: String
        let to: String
        var anchor: String?
        let link: String
    }

    @Test(
        arguments: [
            Link(from: "index.html", to: "journeys/a.html", link: "journeys/a.html"),
            Link(from: "journeys/a.html", to: "index.html", link: "../index.html"),
            Link(from: "journeys/a.html", to: "journeys/b.html", link: "b.html"),
            Link(from: "a/b/c.html", to: "a/d/e.html", link: "../d/e.html"),
            Link(from: "a/b/c.html", to: "ab/d.html", link: "../../ab/d.html"),
            Link(from: "a/x.html", to: "a/x/y.html", link: "x/y.html"),
            Link(from: "a/a.html", to: "a.html", link: "../a.html"),
            Link(from: "a.html", to: "a.html", link: "a.html"),
            Link(from: "a.html", to: "a.html", anchor: "s1", link: "#s1"),
            Link(from: "a.html", to: "b.html", anchor: "", link: "b.html#"),
            Link(from: "a.html", to: "b.html", anchor: "wünsche 1", link: "b.html#w%C3%BCnsche%201"),
            Link(from: "a.html", to: "b c/100%?#.html", link: "b%20c/100%25%3F%23.html"),
            Link(from: "a.html", to: "x:y@z.html", link: "x%3Ay%40z.html"),
            Link(from: "a.html", to: "日/é.html", link: "%E6%97%A5/%C3%A9.html"),
            Link(from: "a.html", to: "Az09-._~!$&'()*+,;=", link: "Az09-._~!$&'()*+,;="),
            Link(from: "a.html", to: "\"<>\\^`{|}[]", link: "%22%3C%3E%5C%5E%60%7B%7C%7D%5B%5D"),
        ])
    func `Links are relative to the page's folder and encoded`(link: Link) throws {
        let from = try #require(SitePath(link.from))
        let to = try #require(SitePath(link.to))
        #expect(from.relativeLink(to: to, anchor: link.anchor) == link.link)
    }

    @Test func `A site whose files a disk could take for one has conflicts`() throws {
        func conflicts(_ paths: String...) throws -> [String] {
            let pages = try paths.map { SitePage(path: try #require(SitePath($0))) { _ in } }
            return Site(pages: pages).conflicts.map { "\($0.first) \($0.second)" }
        }
        #expect(try conflicts("a.html", "b.html", "c/a.html") == [])
        #expect(try conflicts("a.html", "a.html") == ["a.html a.html"])
        #expect(try conflicts("a.html", "A.html") == ["A.html a.html"])
        #expect(try conflicts("\u{E9}", "e\u{301}") == ["e\u{301} \u{E9}"])
        #expect(try conflicts("a", "a/b/c", "a/b/d") == ["a a/b/c"])
        #expect(try conflicts("a/b", "A") == ["A a/b"])
    }
}
