import Testing

/// What an author wrote can be read on a page, also where pages have a name or a form of their own for it.
@Suite struct NothingLostTests {
    private func page(_ path: String, _ files: [String: String]) throws -> String {
        let portfolio = files.reduce(SamplePortfolio.small) { $0.with($1.key, $1.value) }
        #expect(portfolio.linked().diagnostics.map(\.message) == [])
        let pages = portfolio.pages()
        for problem in pages.deadLinks { Issue.record("\(problem)") }
        return try #require(pages[path])
    }

    private static let start = "---\ntitle: Post\n---\n\n## Send it {#send}\n\n"

    @Test func `what is said beside links to evidence, metrics and insights is shown with them`() throws {
        let html = try page(
            "journeys/post.html",
            [
                "journeys/post.md": Self.start + """
                    - **Evidence:** [Talks](../evidence/talks.md), but of renters alone
                    - **Insights:** [Meters](../insights/meters.md) hits landlords first
                    - **Opportunities:** [Prefill](../opportunities/prefill.md)
                    - **Metrics:**
                      - [Happy movers](../metrics/csat.md) falls in winter

                        Nobody knows why.
                    """
            ])
        let talks = "<dd dir=\"auto\"><a href=\"../evidence/talks.html\">Talks</a>, but of renters alone</dd>"
        #expect(html.contains(talks))
        #expect(html.contains("<a href=\"../insights/meters.html\">Meters</a> hits landlords first</dd>"))
        #expect(html.contains("falls in winter") && html.contains("Nobody knows why."))
        // A link and no more is shown by its title.
        #expect(!html.contains("<dd dir=\"auto\"><a href=\"../opportunities"))
    }

    @Test func `what is said of details has a row of its own, and details of which nothing is said have none`() throws {
        let told = try page(
            "journeys/post.html",
            [
                "journeys/post.md": Self.start + "- **Details:** [Stamp](stamp.md) for parcels alone\n",
                "journeys/stamp.md": "---\ntitle: Stamp\nlevel: sub\n---\n",
            ])
        #expect(told.contains("<dd dir=\"auto\"><a href=\"stamp.html\">Stamp</a> for parcels alone</dd>"))
        let bare = try page(
            "journeys/post.html",
            [
                "journeys/post.md": Self.start + "- **Details:** [Stamp](stamp.md), [Seal](seal.md)\n",
                "journeys/stamp.md": "---\ntitle: Stamp\nlevel: sub\n---\n",
                "journeys/seal.md": "---\ntitle: Seal\nlevel: sub\n---\n",
            ])
        #expect(!bare.contains("class=\"lane-name "))
    }

    @Test func `a link out of a lane of the portfolio's own is shown in the author's words`() throws {
        let html = try page(
            "journeys/post.html",
            [
                "portfolio.yml": "lanes: [{id: more, label: See also, kind: references}]\n",
                "journeys/post.md": Self.start + """
                    - **See also:** [Rates](https://rates.example/), [Prefill](../opportunities/prefill.md)
                    - **See also:** [Talks](../evidence/talks.md)
                    """,
            ])
        let opportunity = "<a href=\"../opportunities/prefill.html\">Prefill</a>"
        #expect(html.contains("<dd dir=\"auto\"><a href=\"https://rates.example/\">Rates</a>, \(opportunity)</dd>"))
        #expect(html.ranges(of: "href=\"../opportunities/prefill.html\"").count == 1)
        #expect(html.contains("<dd><a href=\"../evidence/talks.html\""))
    }

    @Test func `a colon behind the label's own is a part of what is said`() throws {
        let html = try page(
            "journeys/post.html",
            [
                "journeys/post.md": Self.start
                    + "- **Doing:** :-( leaves\n- **Thinking**: :-) stays\n- **Pains:** :( hurts\n"
            ])
        for words in [":-( leaves", ":-) stays", ":( hurts"] { #expect(html.contains(">\(words)<")) }
    }

    @Test func `a journey that recurs at several places of another is named once below it in the framework`() throws {
        let html = try page(
            "framework.html",
            [
                "journeys/trip.md": "---\ntitle: Trip\n---\n\n## Before {#before}\n\n## After {#after}\n",
                "journeys/shift.md": "---\ntitle: Shift\n---\n\n## Before {#before}\n\n## After {#after}\n",
                "journeys/rest.md":
                    "---\ntitle: Rest\nlevel: sub\nparent: trip#before\nalso_in: [trip#after, shift#before, shift#after]\n---\n",
            ])
        #expect(html.ranges(of: "href=\"journeys/rest.html\"").count == 2)
    }

    @Test func `an image that is nowhere is shown as its words`() {
        let files = [("journeys/post.md", Self.start + "Before ![the \"map\"](../assets/none.png) after\n")]
        let portfolio = files.reduce(SamplePortfolio.small) { $0.with($1.0, $1.1) }
        #expect(portfolio.linked().diagnostics.map(\.code) == [.deadFile])
        #expect(portfolio.pages()["journeys/post.html"]?.contains("Before the &quot;map&quot; after") == true)
    }

    @Test func `signs that look like HTML are shown in titles and names`() throws {
        let html = try page(
            "journeys/post.html",
            [
                "journeys/post.md":
                    "---\ntitle: Post\n---\n\n## Choose a <product>\n\n- **Touchpoints:** <brand> shop, Phone\n\n## One<br>two\n"
            ])
        #expect(html.contains("Choose a &lt;product&gt;") && html.contains("&lt;brand&gt; shop"))
        #expect(html.contains("One two"))
        #expect(html.contains("id=\"choose-a-\""), "the anchor is that of code hosts")
    }

    @Test func `cells that the head of a table has no column for stay in the last one`() throws {
        let html = try page("pages/rota.html", ["pages/rota.md": "| Day | Who |\n|---|---|\n| Monday | Ada | Bo |\n"])
        #expect(html.contains("<td> Ada | Bo </td>"))
    }

    @Test func `what front matter says of a page and of a metric without figures is shown`() throws {
        let rota = ["pages/rota.md": "---\ntitle: Rota\nowner: Ada Marsh\nteam: Desk\ntags: [shifts]\n---\n"]
        let html = try page("pages/rota.html", rota)
        for words in ["Ada Marsh", "Desk", "shifts"] { #expect(html.contains(words)) }
        let calls = try page(
            "metrics/calls.html",
            ["metrics/calls.md": "---\ntitle: Calls\nunit: calls a day\nperspective: business\n---\n"])
        #expect(calls.contains("calls a day"))
    }

    @Test func `a first heading that is not the title is shown`() throws {
        let files = ["evidence/calls.md": "---\ntitle: Calls\nmethod: tickets\n---\n\n# What we heard\n\n## First\n"]
        let html = try page("evidence/calls.html", files)
        #expect(html.contains("<h2><span id=\"what-we-heard\"></span>What we heard</h2>"))
        #expect(html.contains("<h3><span id=\"first\"></span>First</h3>"))
        let again = ["evidence/calls.md": "---\ntitle: Calls\nmethod: tickets\n---\n\n# Calls\n\nRing.\n"]
        let same = try page("evidence/calls.html", again)
        #expect(!same.contains("<h2>Calls") && same.contains("<p><span id=\"calls\"></span>Ring.</p>"))
    }

    @Test func `a heading that is the title can be linked to, and is found once`() throws {
        let files = [
            "pages/rota.md": "# The rota {#top}\n\n[Up](#top) [out](https://rota.example/)\n",
            "pages/week.md": "# The week\n\n- [Top](#the-week)\n- [Rota](rota.md#the-rota-top)\n",
        ]
        let week = try page("pages/week.html", files)
        #expect(week.contains("<span id=\"the-week\"></span><ul>") && week.contains("href=\"#the-week\""))
        #expect(week.contains("href=\"rota.html#top\""))
        let rota = try page("pages/rota.html", files)
        #expect(rota.contains("<p><span id=\"top\"></span><a href=\"#top\">Up</a> <a href=\"https://rota.example/\">"))
        let index = try page("data/search/entries-0.js", files)
        #expect(index.ranges(of: "The rota").count == 1)
    }
}
