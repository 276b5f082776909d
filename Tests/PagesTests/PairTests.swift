import Journeys
import Testing

@testable import Pages

@Suite struct PairTests {
    private static let sample = SamplePortfolio.small
        .with(
            "journeys/glad.md",
            """
            ---
            title: Be glad
            level: sub
            parent: life#joining
            owner: Ruth Kessler
            metrics: [csat]
            ---

            ## Gladly

            ### Smile

            - **Feeling:** +2 Glad
            """
        )
        .with(
            "journeys/move-better.md",
            """
            ---
            title: Move home, better
            level: sub
            parent: life#moving
            state: future
            baseline: move
            metrics: [csat]
            ---

            ## At first

            ## Before

            ### Tell us

            - **Feeling:** +1 Relieved
            - **Pains:**
              - It is dull {severity=1}
              - It is dear {severity=3}
            """
        )

    private static let pages = sample.pages()

    private func page(_ path: String) throws -> String { try #require(Self.pages[path], "there is no page '\(path)'") }

    @Test func `a journey of today has a page with its future state, which both link to`() throws {
        let pair = try page("compare/move--move-better.html")
        #expect(
            pair.contains("href=\"../journeys/move.html\"") && pair.contains("href=\"../journeys/move-better.html\""))
        for path in ["journeys/move.html", "journeys/move-better.html", "scorecards/move.html"] {
            #expect(try page(path).contains("href=\"../compare/move--move-better.html\""), "\(path)")
        }
        #expect(try page("compare.html").contains("href=\"compare/move--move-better.html\""))
    }

    @Test func `neighbours have a page, a future state is nobody's neighbour`() {
        let pairs = Self.pages.keys.filter { $0.hasPrefix("compare/") }.sorted()
        #expect(pairs == ["compare/glad--move.html", "compare/move--move-better.html"])
    }

    @Test func `differences have a shape and a sign`() throws {
        let pair = try page("compare/move--move-better.html")
        #expect(pair.contains("<span class=\"change up\"><span aria-hidden=\"true\">▲</span> +"))
    }

    @Test func `of two that follow each other nothing rose or fell`() throws {
        let pair = try page("compare/glad--move.html")
        #expect(!pair.contains("change up") && !pair.contains("change down") && !pair.contains("▲"))
        #expect(!pair.contains("no change"))
        #expect(pair.contains("<span class=\"change even\">the same in both</span>"))
        #expect(try page("compare/move--move-better.html").contains("no change"))
    }

    @Test func `a future state without evidence is expected to be trusted less`() throws {
        let reason = "<span class=\"since\">expected: no evidence yet</span>"
        let pair = try page("compare/move--move-better.html")
        #expect(pair.ranges(of: reason).count == 2, "of trust, and of the evidence that is a part of it")
        let backed = Self.sample.with(
            "journeys/move-better.md",
            (Self.sample.files["journeys/move-better.md"] ?? "").replacing(
                "Relieved", with: "Relieved {evidence=talks}"))
        #expect(try #require(backed.pages()["compare/move--move-better.html"]).contains(reason) == false)
    }

    @Test func `curves have the names of their stages`() throws {
        let pair = try page("compare/move--move-better.html")
        #expect(pair.contains("<tspan x=\"8\" y=\"190\">At first</tspan>"))
        #expect(pair.contains("<p class=\"curve-stages\">At first → Before</p>"))
        #expect(!(try page("journeys/move.html").contains("curve-stage")), "a map has them in its heads")
    }

    @Test func `both curves are as wide`() throws {
        let widths = try page("compare/move--move-better.html").split(separator: "<svg class=\"curve staged\"")
            .dropFirst()
            .map { String($0).values(of: "width")[0] }
        #expect(widths.count == 2 && Set(widths).count == 1)
    }

    @Test func `the worst pain is first, and metrics of both are named once`() throws {
        let pair = try page("compare/move--move-better.html")
        let dear = try #require(pair.firstRange(of: "It is dear"))
        let dull = try #require(pair.firstRange(of: "It is dull"))
        #expect(dear.lowerBound < dull.lowerBound)
        #expect(pair.ranges(of: "../metrics/csat.html").count == 1)
    }

    @Test func `stages of one name stand beside each other`() throws {
        let journeys = Self.sample.linked().value.portfolio.journeys
        let move = try #require(journeys.first { $0.id == "move" })
        let better = try #require(journeys.first { $0.id == "move-better" })
        let glad = try #require(journeys.first { $0.id == "glad" })
        let rows = PairStageView.matched(move.stages, better.stages)
        #expect(rows.map(\.0) == [nil, 0] && rows.map(\.1) == [0, 1])
        let strangers = PairStageView.matched(glad.stages, better.stages)
        #expect(strangers.map(\.0) == [0, nil] && strangers.map(\.1) == [0, 1])
    }

    @Test func `a pair whose name another has is left out`() {
        let pairs = Self.sample.with("compare/move--move-better.html", "").pages().keys.filter {
            $0.hasPrefix("compare/")
        }
        #expect(pairs.sorted() == ["compare/glad--move.html"])
        #expect(Self.pages.deadLinks == [])
    }

    @Test func `in a large portfolio neighbours of the lower levels have no page of their own`() throws {
        let linked = Self.sample
            .with("journeys/a.md", "---\ntitle: A\nlevel: micro\nparent: move#before\n---\n\n## One\n")
            .with("journeys/b.md", "---\ntitle: B\nlevel: micro\nparent: move#before\n---\n\n## One\n")
            .linked().value
        let map = try #require(SiteMap(linked.portfolio))
        let names = { (limit: Int) in JourneyPairs(linked, map: map, limit: limit).all.map(\.path.text) }
        let apart = Set(names(JourneyPairs.limit)).subtracting(names(1))
        #expect(apart.contains { $0.contains("a--b") })
        #expect(names(1).contains { $0.contains("glad--move") })
    }
}
