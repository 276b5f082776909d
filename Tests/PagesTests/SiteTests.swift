import Diagnostics
import Journeys
import Pages
import Testing

@Suite struct SiteTests {
    private static let pages = SamplePortfolio.small.pages()

    private func page(_ path: String) throws -> String { try #require(Self.pages[path], "there is no page '\(path)'") }

    @Test func `the sample has no mistakes`() {
        #expect(SamplePortfolio.small.linked().diagnostics.map(\.message) == [])
    }

    @Test func `every item has its page, and journeys have a scorecard`() {
        let expected = [
            "index.html", "framework.html", "journeys.html", "journeys/move.html", "scorecards/move.html",
            "personas/nadia.html", "goals/stay.html", "metrics/csat.html", "evidence/talks.html",
            "insights/meters.html", "opportunities/prefill.html", "solutions/lookup.html", "pages/how.html",
            "touchpoints.html", "teams.html", "glossary.html", "404.html", "theme/waymark.css", "theme/portfolio.css",
        ]
        for path in expected { #expect(Self.pages[path] != nil, "\(path)") }
    }

    @Test(arguments: [SamplePortfolio.small, .empty, .hostile])
    func `a site that is planned on two cores is the same`(_ sample: SamplePortfolio) async throws {
        let (scored, templates) = (sample.scored(), TemplateSet.compiled().value)
        let searched = SearchedTexts(scored.portfolio)
        let alone = try #require(SiteDraft(for: scored, log: sample.log, templates: templates))
        let beside = try #require(await SiteDraft.inParallel(for: scored, log: sample.log, templates: templates))
        let (one, other) = (alone.site(with: searched).value, beside.site(with: searched).value)
        #expect(one.pages.map(\.path) == other.pages.map(\.path))
        for (page, same) in zip(one.pages, other.pages) { #expect(page.bytes == same.bytes, "\(page.path.text)") }
    }

    @Test func `every link leads to a page and an anchor that are there`() {
        for (problem) in Self.pages.deadLinks { Issue.record("\(problem)") }
    }

    @Test func `the page for wrong addresses has links only if they lead back from anywhere`() throws {
        let astray = try #require(SamplePortfolio.small.pages()["404.html"])
        #expect(astray.values(of: "href").filter { !$0.hasPrefix("theme/") } == ["#~content"])
        #expect(astray.contains("a folder of this site before that, such as &#39;journeys&#39;"))
        let settings = "title: Larkfield\naddress: https://journeys.example/here\n"
        let placed = try #require(SamplePortfolio.small.with("portfolio.yml", settings).pages()["404.html"])
        let links = placed.values(of: "href").filter { $0 != "#~content" }
        #expect(links.contains("https://journeys.example/here/index.html"))
        #expect(links.allSatisfy { $0.hasPrefix("https://journeys.example/here/") })
    }

    @Test func `what has no room beside others is left out, and the first stays`() throws {
        func page(_ path: String, _ words: String) throws -> SitePage {
            SitePage(path: try #require(SitePath(path))) { $0.write(Array(words.utf8)) }
        }
        let site = Site(
            pages: try [page("a/j.html", "1"), page("a/j.html", "2"), page("a/J.html", "3"), page("a/k.html", "4")],
            copies: [SiteCopy(path: try #require(SitePath("a/k.html/x.png")), source: "x.png")])
        #expect(!site.conflicts.isEmpty)
        let sound = site.withoutConflicts()
        #expect(sound.conflicts.isEmpty && sound.copies.isEmpty)
        // Of names in two cases, which comes first does not hang on the order of the files.
        #expect(Set(sound.pages.map { String(decoding: $0.bytes, as: UTF8.self) }) == ["3", "4"])
    }

    @Test func `no page has an id twice`() {
        for (path, html) in Self.pages where path.hasSuffix(".html") {
            let ids = html.values(of: "id")
            #expect(ids.count == Set(ids).count, "\(path)")
        }
    }

    @Test func `no page has inline style or script, or another host`() {
        for (path, html) in Self.pages where path.hasSuffix(".html") {
            #expect(html.values(of: "style") == [], "\(path)")
            #expect(!html.contains("<style"), "\(path)")
            #expect(
                html.ranges(of: "<script").count == html.ranges(of: "<script src=\"").count
                    && html.ranges(of: "></script>").count == html.ranges(of: "<script").count, "\(path)")
            #expect(
                html.contains("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'"), "\(path)")
            #expect(html.values(of: "src").allSatisfy { !$0.contains("://") }, "\(path)")
        }
    }

    @Test func `the heads of a map stand before it once more, for each sheet that it is printed on`() throws {
        let map = try page("journeys/move.html")
        let start = try #require(map.firstRange(of: "<div class=\"running\" aria-hidden=\"true\""))
        let end = try #require(map.firstRange(of: "<div class=\"map\">"))
        let heads = map[start.upperBound..<end.lowerBound]
        #expect(heads.contains("<p class=\"running-stage col-1 cols-3\" dir=\"auto\">Before</p>"))
        #expect(heads.contains("<p class=\"running-step col-1 truth\" dir=\"auto\">"))
        #expect(!heads.contains("id=") && !heads.contains("href="), "they are there for the eye alone")
    }

    @Test func `the map shows what was written where it was written`() throws {
        let map = try page("journeys/move.html")
        #expect(map.contains("<title>Move home – Larkfield</title>"))
        #expect(map.contains("id=\"tell-us\"") && map.contains("id=\"serial\""))
        #expect(map.contains("Severity 4 of 5"))
        #expect(map.contains("−2 → −1"))
        #expect(map.contains("href=\"../evidence/talks.html#q1\""))
        #expect(map.contains("href=\"#wait\""))
        #expect(map.contains("href=\"read.html\""), "the child under its step")
        #expect(map.contains("href=\"life.html\""), "the breadcrumb")
        #expect(map.contains("<em>emphasis</em>"))
        #expect(map.contains("Overdue since 12 April 2026, 217 days"))
        #expect(map.contains("No evidence yet"))
        #expect(map.contains("class=\"sparkline\""))
    }

    @Test func `the start page counts what there is`() throws {
        let start = try page("index.html")
        #expect(start.contains("2 of 3"), "owned")
        #expect(start.contains("1 journey has no owner"))
        #expect(start.contains("href=\"journeys/life.html#moving\""))
        #expect(start.contains("href=\"journeys/move.html\""))
    }

    @Test func `what rests on evidence is listed with it`() throws {
        let evidence = try page("evidence/talks.html")
        #expect(evidence.contains("It wants a serial number"))
        #expect(evidence.contains("href=\"../journeys/move.html#serial\""))
        #expect(evidence.contains("href=\"../insights/meters.html\""))
    }

    @Test func `keys of trackers are links`() throws {
        #expect(try page("solutions/lookup.html").contains("href=\"https://tracker.example/browse/HM-12\""))
    }

    @Test func `an opportunity shows what it would mend`() throws {
        let html = try page("opportunities/prefill.html")
        #expect(html.contains("It wants a serial number"))
        #expect(html.contains("We will do it, decided on 1 September 2026"))
        #expect(html.contains("<li aria-current=\"step\">Develop</li>"))
        #expect(html.contains("../solutions/lookup.html"))
    }

    @Test func `what is empty says how to fill it`() throws {
        #expect(
            try page("scorecards/read.html").contains(
                "No metric measures this journey: add one under &#39;metrics/&#39;"))
        #expect(try page("journeys/read.html").contains("Never reviewed"))
    }

    @Test func `the same portfolio gives the same bytes`() {
        #expect(SamplePortfolio.small.pages() == Self.pages)
    }

    @Test func `an empty portfolio is a whole site`() {
        let pages = SamplePortfolio.empty.pages()
        #expect(pages.deadLinks == [])
        #expect(pages["journeys.html"]?.contains("There is no journey yet") == true)
        #expect(pages["index.html"]?.contains("level: lifecycle") == true)
        #expect(pages["index.html"]?.contains("class=\"all\"") == false, "there is no more of what is not there")
        #expect(SamplePortfolio.small.pages()["index.html"]?.contains("class=\"all\"") == true)
    }
}

@Suite struct HostileContentTests {
    private static let words = "<script>alert(1)</script> \"quoted\" & 'so'"

    @Test func `nothing that an author writes is markup`() {
        let yaml = "'<script>alert(1)</script> \"quoted\" & ''so'''"
        let journey = """
            ---
            title: \(yaml)
            level: sub
            parent: life#moving
            owner: \(yaml)
            team: \(yaml)
            products: [\(yaml)]
            triggers: [\(yaml)]
            ---
            <script>alert(2)</script>

            ## \(Self.words)

            ### \(Self.words)

            > \(Self.words)

            - **Doing:** \(Self.words)
            - **Feeling:** -1 \(Self.words)
            - **Touchpoints:** \(Self.words)
            - **Pains:**
              - So \(Self.words) {severity=4}
            - **<b>Odd</b> lane:** [x](javascript:alert(3)) [y](data:text/html,x)
            """
        let pages = SamplePortfolio.small.with("journeys/hostile.md", journey)
            .with(
                "metrics/odd.md",
                "---\ntitle: \(yaml)\nunit: \(yaml)\nsource: 'javascript:alert(4)'\nperspective: customer\n---\n"
            )
            .with("metrics/odd.csv", "date,value\n2026-01-01,5\n")
            .pages()
        for (path, html) in pages where path.hasSuffix(".html") {
            #expect(!html.lowercased().contains("<script>"), "\(path)")
            #expect(!html.contains("<b>Odd"), "\(path)")
            for address in html.values(of: "href") {
                #expect(!address.lowercased().hasPrefix("javascript:") && !address.hasPrefix("data:"), "\(path)")
            }
        }
    }

    @Test func `ids of any script, spaces and quotes work in links`() {
        let pages = SamplePortfolio.small
            .with(
                "journeys/umzug – zürich's 100% 引越.md",
                "---\ntitle: Umzug\nlevel: sub\nparent: life#moving\n---\n\n## Über allem\n\n### 引越し\n\n- **Next:** [x](#über-allem)\n"
            )
            .pages()
        #expect(pages.deadLinks == [])
    }

    @Test func `long lists are cut into parts`() throws {
        var sample = SamplePortfolio.small
        for number in 1...1100 {
            sample.files["journeys/many/j\(number).md"] =
                "---\ntitle: Journey \(number)\nlevel: sub\nparent: life#moving\nowner: Person \(number)\n---\n\n## One\n"
        }
        let pages = sample.pages()
        #expect(pages["journeys-3.html"] != nil && pages["journeys-4.html"] == nil)
        #expect(pages["framework-3.html"] != nil)
        #expect(pages.deadLinks == [])
        let start = try #require(pages["index.html"])
        #expect(start.utf8.count < 40_000)
        let life = try #require(pages["journeys/life.html"])
        #expect(life.utf8.count < 60_000)
    }
}

extension [String: String] {
    /// Links from page to page that lead nowhere.
    var deadLinks: [String] {
        var problems: [String] = []
        let ids = mapValues { Set($0.values(of: "id")) }
        for (path, html) in self where path.hasSuffix(".html") {
            for address in html.values(of: "href") where !address.contains("://") {
                let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(
                    String.init)
                var folders = path.split(separator: "/").dropLast().map(String.init)
                for name in parts[0].split(separator: "/") {
                    if name == ".." {
                        if folders.popLast() == nil { folders.append("outside") }
                    } else {
                        folders.append(String(name))
                    }
                }
                let target = parts[0].isEmpty ? path : folders.joined(separator: "/").withoutPercentEncoding
                let anchor = parts.count > 1 ? parts[1].withoutPercentEncoding : nil
                if self[target] == nil {
                    problems.append("\(path): no page at '\(address)'")
                } else if let anchor, ids[target]?.contains(anchor) != true {
                    problems.append("\(path): no anchor at '\(address)'")
                }
            }
        }
        return problems.sorted()
    }
}
