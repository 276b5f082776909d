import Journeys
import Scoring
import Testing

@testable import Pages

@Suite struct ScorePageTests {
    /// With a solution that has shipped, a second opportunity, and two things that can't both be so.
    private static let sample = SamplePortfolio.small
        .with(
            "portfolio.yml",
            """
            title: Larkfield
            waivers:
              - {rule: b, subject: move#late, because: It is being looked into, until: 2027-01-31}
            """
        )
        .with(
            "journeys/glad.md",
            """
            ---
            title: Be glad
            level: sub
            parent: life#joining
            owner: Ruth Kessler
            reviewed: 2026-11-01
            metrics: [csat]
            ---

            ## Gladly

            ### Smile {#smile}

            - **Feeling:** +2 Glad
            - **Pains:**
              - It costs a fortune {#fortune severity=5}
            """
        )
        .with(
            "opportunities/cheaper.md",
            """
            ---
            title: Make it cheaper
            addresses: [glad#fortune]
            customer_impact: 3
            business_impact: 2
            effort: 2
            ---
            """
        )
        .with(
            "opportunities/prefill.md",
            """
            ---
            title: Prefill the meter
            addresses: [move#serial, meters]
            customer_impact: 4
            business_impact: 4
            effort: 2
            stage: develop
            ---
            """
        )
        .with(
            "solutions/lookup.md",
            """
            ---
            title: Look it up
            opportunities: [prefill]
            status: shipped
            shipped: 2026-06-30
            metrics: [csat]
            ---
            """
        )
        .with(
            "metrics/csat.csv",
            """
            date,value
            2026-04-30,60
            2026-05-31,61
            2026-06-30,60
            2026-07-31,70
            2026-08-31,71
            2026-09-30,72
            2026-10-31,72

            """)
    private static let pages = sample.pages()

    private func page(_ path: String) throws -> String { try #require(Self.pages[path], "there is no page '\(path)'") }

    @Test func `every word of scores is among the words`() {
        let words = TemplateSet.compiled().value.words
        #expect(ScoreWord.allCases.filter { words.texts[$0.rawValue] == nil } == [])
        let plain = Set(Word.allCases.map(\.rawValue))
        #expect(ScoreWord.allCases.filter { plain.contains($0.rawValue) } == [])
    }

    @Test func `every link leads somewhere, and no id stands twice`() {
        #expect(Self.pages.deadLinks == [])
        for (path, html) in Self.pages where path.hasSuffix(".html") {
            let ids = html.values(of: "id")
            #expect(ids.count == Set(ids).count, "\(path)")
        }
    }

    @Test func `a scorecard says what each score is made of, and what would raise it`() throws {
        let card = try page("scorecards/move.html")
        #expect(card.contains("Why these scores"))
        for part in ["Experience", "Customer outcomes", "Business outcomes", "Operations", "Evidence", "Stewardship"] {
            #expect(card.contains("<th scope=\"row\">\(part)</th>"), "\(part)")
        }
        #expect(card.contains("not measured"), "operations, in words")
        #expect(card.contains("Review it: trust +"))
        #expect(card.contains("metrics/csat.csv:8"), "the row of the latest value")
        #expect(card.contains("Lines are those of journeys/move.md where no other file is named."))
        #expect(card.contains("href=\"../journeys/move.html#serial\""))
    }

    @Test func `the gates of maturity that are not met are listed`() throws {
        let card = try page("scorecards/read.html")
        #expect(card.contains("Maturity: 1 of 5: Ad hoc"))
        #expect(card.contains("For level 2, Defined, it lacks"))
        #expect(card.contains("<li>an owner</li>"))
    }

    @Test func `a journey shows its three numbers and leads to its scorecard`() throws {
        let map = try page("journeys/move.html")
        for name in ["Health", "Trust", "Progress"] { #expect(map.contains("<dt>\(name)</dt>"), "\(name)") }
        #expect(map.contains("href=\"../scorecards/move.html\""))
    }

    @Test func `the portfolio page says how we are and what first`() throws {
        let start = try page("index.html")
        #expect(start.contains("from 3 of 4 journeys"))
        #expect(start.contains("could be "))
        #expect(start.contains("The one shipped solution moved its metric (improved)."))
        #expect(start.contains("Prefill the meter"))
        #expect(start.contains("contradictions.html#~rule-b"))
        #expect(start.contains("class=\"station-basis\""))
    }

    @Test func `of opportunities those columns are there that the model fills`() throws {
        let rice = SamplePortfolio.small
            .with("portfolio.yml", "title: Larkfield\nscoring: {priority: {model: rice}}\n")
            .with(
                "opportunities/prefill.md",
                "---\ntitle: Prefill\nreach: 4\nimpact: 3\nconfidence: 0.8\neffort: 2\n---\n")
        #expect(rice.linked().diagnostics.filter { $0.severity == .error } == [])
        let html = try #require(rice.pages()["opportunities.html"])
        #expect(html.contains(">Confidence</th>") && html.contains("data-label=\"Confidence\">0.8</td>"))
        #expect(!html.contains(">Rank range</th>"))
        #expect(try page("opportunities.html").contains(">Rank range</th>"))
    }

    @Test func `opportunities are ranked, and drawn`() throws {
        let list = try page("opportunities.html")
        let first = try #require(list.range(of: "auto\">Prefill the meter</a>"))
        let second = try #require(list.range(of: "auto\">Make it cheaper</a>"))
        #expect(first.lowerBound < second.lowerBound)
        #expect(list.contains("aria-label=\"Opportunities by effort, across, and impact, upwards"))
        for name in ["Quick wins", "Big bets", "Fill-ins", "Time sinks"] { #expect(list.contains(name), "\(name)") }
        #expect(list.contains("href=\"data/opportunities.csv\""))
    }

    @Test func `an opportunity shows its formula with numbers`() throws {
        let html = try page("opportunities/prefill.html")
        #expect(html.contains("100 × (0.45 × 0.75 + 0.3 × 0.75 + 0.25 × 0.75) × 1 = 75"))
        #expect(html.contains("1 of 2"))
        #expect(html.contains("With somewhat different weights it would still rank 1"))
        // There are but two.
        #expect(!html.contains("among the first three") && html.contains("it comes first in 100"))
    }

    @Test func `an opportunity without an input says which`() throws {
        let pages = SamplePortfolio.small.pages()
        let html = try #require(pages["opportunities/prefill.html"])
        #expect(html.contains("Not scored: business impact, effort missing."))
        #expect(try #require(pages["opportunities.html"]).contains("Not scored: an input is missing"))
    }

    @Test func `a contradiction shows both sides`() throws {
        let html = try page("contradictions.html")
        #expect(html.contains("id=\"~rule-b\""))
        #expect(html.contains("Felt at +2, but with a pain of severity 5."))
        #expect(html.contains("href=\"journeys/glad.html#smile\""))
        #expect(html.contains("It costs a fortune"))
    }

    @Test func `what is accepted says why`() throws {
        let pages = Self.sample
            .with(
                "portfolio.yml",
                """
                title: Larkfield
                waivers:
                  - {rule: b, subject: "glad#smile", because: It is being looked into, until: 2027-01-31}
                """
            ).pages()
        let html = try #require(pages["contradictions.html"])
        #expect(html.contains("Accepted until 31 January 2027: It is being looked into"))
        #expect(try #require(pages["index.html"]).contains("contradictions.html#~rule-b") == false)
        #expect(html.contains("1 thing does not add up, 1 more is accepted</p>"))
        #expect(html.contains("A severe pain where it feels good <span class=\"count\">1 is accepted</span>"))
    }

    @Test func `what is done twice is not counted among what does not add up`() throws {
        let pages = Self.sample.with(
            "opportunities/again.md", "---\ntitle: Cheaper again\naddresses: [glad#fortune]\n---\n"
        ).pages()
        let html = try #require(pages["contradictions.html"])
        #expect(html.contains("<p class=\"count\">2 things do not add up, 1 is done or said twice</p>"))
        #expect(html.contains("Both address the same finding."))
        #expect(try #require(pages["index.html"]).contains("contradictions.html#~rule-h") == false)
    }

    @Test func `reviews say why, and lead to the calendar`() throws {
        let html = try page("reviews.html")
        #expect(html.contains("It was due on 12 April 2026"))
        #expect(html.contains("It has never been reviewed"))
        #expect(html.contains("New evidence: Nine talks"))
        #expect(html.contains("href=\"reviews.ics\""))
    }

    @Test func `a shipped solution has a verdict`() throws {
        let html = try page("solutions/lookup.html")
        #expect(html.contains("Did it work?"))
        #expect(html.contains("improved"))
        #expect(html.contains("not taken out"))
        #expect(html.contains("The change is what is after less what was before."))
        #expect(try page("metrics/csat.html").contains("Attainment"))
    }

    @Test func `journeys stand side by side, each cell with its figure`() throws {
        let html = try page("compare.html")
        #expect(html.contains("class=\"number heat score-"))
        #expect(html.contains("class=\"number heat heat-none\""))
        #expect(html.contains("href=\"scorecards/glad.html\""))
    }

    @Test func `a portfolio without anything to score says so`() throws {
        let pages = SamplePortfolio.empty.pages()
        #expect(pages.deadLinks == [])
        #expect(try #require(pages["contradictions.html"]).contains("Everything adds up"))
        #expect(try #require(pages["reviews.html"]).contains("Nothing asks for a review"))
        #expect(try #require(pages["compare.html"]).contains("There is nothing to compare yet"))
        #expect(try #require(pages["index.html"]).contains("No solution has shipped yet."))
    }
}
