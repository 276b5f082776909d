import Changes
import Diagnostics
import Journeys
import Testing

@testable import Pages

/// What was changed, as pages tell it.
@Suite struct ChangeLogPageTests {
    private static let history = """
        date,journey,health,trust,progress,maturity,status
        2026-09-30,move,49,20,10,1,active
        2026-10-31,move,55,20,10,2,active
        """
    private static let head =
        "date,journey,on,act,field,subject,title,place,from,to,added,removed,likeness,because,day,by\n"
    private static let rows = """
        2026-10-31,move,pain,worsened,,p,<b>Long</b> queue,Tell us,2,4,,,,,2026-10-12,Ada Example
        2026-10-31,move,step,changed,emotion,tell-us,Tell us,Tell us,-2,+1,,,,,,
        2026-10-31,move,pain,backed,,p,<b>Long</b> queue,Tell us,,,talks#a,,,,,
        2026-10-31,move,step,changed,feeling-evidence,tell-us,Tell us,Tell us,,,talks#b,,,,,
        2026-10-31,,opportunity,changed,decision,gone,An idea of the past,,later,will,,,,It is plain.,2026-10-02,
        2026-10-31,,opportunity,changed,decided,gone,An idea of the past,,,2026-10-02,,,,,,
        2026-10-31,move,journey,changed,review,move,Move home,,2026-01-10,2026-10-03,,,,,2026-10-03,=Eve
        2026-10-31,,metric,changed,data,calls,Calls,,3 (2026-09-30),4 (2026-10-31),2026-10-31: 4,,,,,
        2026-10-31,,metric,changed,data,visits,Visits,,,7 (2026-10-31),2026-10-31: 7,,,,,

        """
    private static let sample = SamplePortfolio.small.with("history.csv", history)
        .with("changes.csv", head + rows)

    private static func pages(_ sample: SamplePortfolio = sample) -> [String: String] { sample.pages() }

    /// Without tags, and with one blank for all white space.
    private func text(_ html: String, from start: String) throws -> String {
        let rest = html[try #require(html.range(of: start), "no \(start)").lowerBound...]
        let plain = rest.replacing(/<[^>]*>/, with: " ").replacing("&lt;", with: "<").replacing("&gt;", with: ">")
        return plain.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    @Test func `a month tells what was changed, by journey and item, and what recurs last`() throws {
        let html = try #require(Self.pages()["changes.html"])
        let text = try text(html, from: "What was changed</h3>")
        let parts = [
            "Move home Pain worse <b>Long</b> queue (Tell us) Severity 2 → 4 Ada Example, 12 October 2026",
            "Feeling Tell us \u{2212}2 → +1", "Evidence 2 claims rest on other evidence: Nine talks",
            "Reviewed 10 January 2026 → 3 October 2026 =Eve, 3 October 2026",
            "An idea of the past Opportunity Decision Later → We will do it because: It is plain. 2 October 2026",
            "Latest values 2 metrics with new values:",
        ]
        var places: [String.Index] = []
        for part in parts {
            let plain = text.replacing("(Tell us)", with: "Tell us")
            let place = plain.range(of: part.replacing("(Tell us)", with: "Tell us"))?.lowerBound
            #expect(place != nil, "\(part) in \(text.prefix(1200))")
            places += [place].compactMap { $0 }
        }
        #expect(places == places.sorted())
        // Told with the decision.
        #expect(!text.contains("Decided on"))
        #expect(html.contains("href=\"data/changes.csv\""))
    }

    @Test func `a scorecard has the journey's own history, and leads to the month`() throws {
        let html = try #require(Self.pages()["scorecards/move.html"])
        let own = try text(html, from: "id=\"~history\"")
        #expect(own.contains("October 2026 Health 49 D to 55 C ▲ +6.0 Maturity 1 to 2 Pain worse <b>Long</b> queue"))
        #expect(!own.contains("An idea of the past"))
        #expect(html.contains("href=\"../changes.html#~2026-10\""))
        let other = try text(try #require(Self.pages()["scorecards/life.html"]), from: "id=\"~history\"")
        #expect(other.contains("Nothing is recorded of this journey yet"))
    }

    @Test func `links lead to what is there, and nowhere else`() throws {
        let pages = Self.pages()
        #expect(pages.deadLinks == [])
        #expect(try #require(pages["changes.html"]).contains("href=\"journeys/move.html#tell-us\""))
        #expect(try #require(pages["changes.html"]).contains("<span dir=\"auto\">An idea of the past</span>"))
    }

    @Test func `the feed and the table tell the same, and a spreadsheet runs nothing`() throws {
        let pages = Self.pages()
        let feed = try #require(pages["feed.xml"])
        #expect(feed.contains("Pain worse: &lt;b&gt;Long&lt;/b&gt; queue (Tell us) Severity 2 → 4; Ada Example"))
        let table = try #require(pages["data/changes.csv"])
        #expect(table.contains(",2026-10-03,'=Eve\n"))
        #expect(table.split(separator: "\n").count == 10)
    }

    @Test func `later months than the day of the site are not known yet`() throws {
        var sample = Self.sample
        sample.asOf = try #require(CivilDate(iso: "2026-10-15"))
        #expect(sample.pages()["data/changes.csv"] == nil)
        sample.asOf = try #require(CivilDate(iso: "2026-10-31"))
        #expect(sample.pages()["data/changes.csv"] != nil)
    }

    @Test func `where nothing is recorded of changes, the page says how to do so`() throws {
        let pages = SamplePortfolio.small.with("history.csv", Self.history).pages()
        #expect(try #require(pages["changes.html"]).contains("What was changed is not recorded yet"))
        let quiet = Self.sample.with(
            "history.csv",
            Self.history.replacing("2026-09-30", with: "2026-08-31") + "\n2026-09-30,move,49,20,10,1,active\n")
        #expect(try #require(quiet.pages()["changes.html"]).contains("Nothing in the content was changed."))
    }

    @Test(arguments: ["de", "ar"]) func `other languages say it in their words`(language: String) throws {
        let pages = Self.sample.pages(language: try #require(LanguageTag(language)))
        let html = try #require(pages["changes.html"])
        for english in ["worse", "because", "claims rest", "new values", "Severity"] {
            #expect(!html.contains(english), "\(english)")
        }
        if language == "de" {
            #expect(html.contains("<b>schlimmer</b>") && html.contains("2 Aussagen haben andere Belege"))
        }
    }

    @Test func `every field that a change can be of has a label`() throws {
        let scored = Self.sample.scored()
        let map = try #require(SiteMap(scored.portfolio))
        let edition = Edition(scored, map: map, words: TemplateSet.compiled().value.words)
        let spoken = SpokenChange(edition: edition)
        for field in [
            "owner", "review", "customer_impact", "feeling-words", "moment-of-truth", "further-places", "checks",
        ] {
            #expect(spoken.field(field) != field.replacing("-", with: " "), "\(field)")
        }
        // A lane is called as on the map, and one that is gone as it was written.
        #expect(spoken.field("doing") == "Doing")
        #expect(spoken.field("some-lane") == "some lane")
    }
}
