import Foundation

#if canImport(FoundationXML)
import FoundationXML
#endif

import Journeys
import Scoring
import Testing

@testable import Pages

@Suite struct ChangesTests {
    private static let history = """
        date,journey,health,trust,progress,maturity,status,measured,counting
        2026-08-31,,40,,,1,,1,1
        2026-08-31,move,49,20,,1,active,,
        2026-08-31,gone & <lost>,10,20,,1,active,,
        2026-09-30,,45.5,,,2,,2,3
        2026-09-30,move,50.5,20,50,2,active,,
        2026-09-30,read,50,20,50,1,draft,,
        2026-09-30,life,50,20,50,1,active,,
        2026-10-31,,45.5,,,2,,2,3
        2026-10-31,move,51.5,20,50,2,active,,
        2026-10-31,read,50,20,50,1,active,,
        2026-10-31,life,44.99,21.99,52,1,active,,
        """
    private static let sample = SamplePortfolio.small.with("history.csv", history)
    private static let pages = sample.pages()

    private static func months() throws -> [MonthChanges] {
        let trend = sample.linked().value.portfolio.trend
        let grades = sample.linked().value.portfolio.settings.scoring.grades
        return MonthChanges.all(of: trend, grade: { Health.Grade($0, grades) }).reversed()
    }

    private func names(_ month: MonthChanges) -> [String] {
        let trend = Self.sample.linked().value.portfolio.trend
        return month.changes.map { trend.journeys[$0.place] }
    }

    @Test func `what came, went or is something else stands first, then what moved most`() throws {
        let months = try Self.months()
        #expect(months.map(\.day.iso) == ["2026-10-31", "2026-09-30", "2026-08-31"])
        #expect(names(months[0]) == ["read", "life"])
        #expect(names(months[1]) == ["gone & <lost>", "life", "read", "move"])
        #expect(names(months[2]) == [])
        #expect(months[2].since == nil)
    }

    @Test func `a score is told of from two points on, or with its grade`() throws {
        let months = try Self.months()
        func move(_ month: Int, _ id: String, _ measure: Trend.Measure) throws -> MonthChanges.Move? {
            let change = try #require(zip(names(months[month]), months[month].changes).first { $0.0 == id }?.1)
            return change.move(of: measure, grade: { Health.Grade($0, ScoringSettings().grades) })
        }
        // 1.5 points, but from D to C.
        #expect(try move(1, "move", .health)?.difference == 1.5)
        #expect(try move(0, "life", .health)?.difference == -5.01)
        #expect(try move(0, "life", .trust) == nil, "1.99 points")
        #expect(try move(0, "life", .progress)?.difference == 2)
        // It came to be measured.
        #expect(try move(1, "move", .progress)?.before == .some(nil))
        #expect(try move(1, "move", .progress)?.difference == nil)
        let maturity = try #require(months[1].changes.last?.maturity)
        #expect(maturity == (1, 2))
    }

    @Test func `the page tells month by month, with links to what is still there`() throws {
        let html = try #require(Self.pages["changes.html"])
        let order = ["id=\"~2026-10\"", "id=\"~2026-09\"", "id=\"~2026-08\""].map { html.range(of: $0)?.lowerBound }
        #expect(order.compactMap { $0 }.count == 3)
        #expect(order == order.sorted { ($0 ?? html.endIndex) < ($1 ?? html.endIndex) })
        for text in [
            ">active now<", ">Draft, new<", ">gone<", ">new<", "gone &amp; &lt;lost&gt;", "49 D to 51 C", "1 to 2",
            "Health of the portfolio: 40 to 46, from 2 of 3 journeys. Maturity: 2.", "What is recorded begins here.",
            "href=\"journeys/life.html\"", "href=\"data/history.csv\"", "not measured to 50",
        ] {
            #expect(html.contains(text), "\(text)")
        }
        #expect(html.contains("<span class=\"change down\"><span aria-hidden=\"true\">▼</span> \u{2212}5.0</span>"))
    }

    @Test func `every page leads to the changes, and to the feed where there is one`() throws {
        let link = "<link rel=\"alternate\" type=\"application/atom+xml\" title=\"What changed\" href=\""
        #expect(try #require(Self.pages["index.html"]).contains(link + "feed.xml\">"))
        #expect(try #require(Self.pages["journeys/move.html"]).contains(link + "../feed.xml\">"))
        #expect(try #require(Self.pages["journeys/move.html"]).contains("href=\"../changes.html\""))
        let bare = SamplePortfolio.small.pages()
        #expect(bare["feed.xml"] == nil)
        for (path, html) in bare where path.hasSuffix(".html") && path != "404.html" {
            #expect(!html.contains("feed.xml") && html.contains("changes.html"), "\(path)")
        }
        #expect(try #require(bare["changes.html"]).contains("is not recorded yet"))
    }

    @Test func `the feed is well-formed, with an entry a month that keeps its name`() throws {
        let xml = try #require(Self.pages["feed.xml"])
        let reader = FeedReader()
        let parser = XMLParser(data: Data(xml.utf8))
        parser.delegate = reader
        #expect(parser.parse(), "\(parser.parserError?.localizedDescription ?? "")")
        #expect(
            reader.texts["updated"] == [
                "2026-10-31T23:59:59Z", "2026-10-31T23:59:59Z", "2026-09-30T23:59:59Z", "2026-08-31T23:59:59Z",
            ])
        let ids = try #require(reader.texts["id"])
        #expect(ids.count == 4 && Set(ids).count == 4)
        for id in ids {
            #expect(
                id.wholeMatch(of: /urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/) != nil
            )
        }
        #expect(reader.texts["title"]?.dropFirst().first == "October 2026: health 46, as before")
        #expect(reader.links.contains("changes.html#~2026-10"))
        // Another month changes neither the names nor the days of those before.
        let more = Self.sample.with("history.csv", Self.history + "\n2026-07-31,,40,,,1,,1,1\n").pages()
        for id in ids { #expect(more["feed.xml"]?.contains(id) == true) }
    }

    @Test func `a portfolio that knows its address has whole links in its feed`() throws {
        let address = "https://journeys.example/larkfield/"
        let known = Self.sample.with("portfolio.yml", "title: Larkfield\naddress: \(address)\n").pages()
        let xml = try #require(known["feed.xml"])
        let links = xml.values(of: "href")
        #expect(links.contains(address + "changes.html#~2026-10") && links.contains(address + "journeys/life.html"))
        #expect(links.allSatisfy { $0.hasPrefix(address) })
        // Another title is the same feed.
        let renamed = Self.sample.with("portfolio.yml", "title: Other\naddress: \(address)\n").pages()
        let ids = xml.split(separator: "\n").filter { $0.hasPrefix("<id>") }
        #expect(ids.count == 4)
        #expect(try #require(renamed["feed.xml"]).split(separator: "\n").filter { $0.hasPrefix("<id>") } == ids)
    }

    @Test func `long lists are cut, and many months go on other pages`() throws {
        var text = "date,journey,health,trust,progress,maturity\n"
        for (number, day) in MonthEnd.last(14, upTo: CivilDate(days: 20_757)).enumerated() {
            for journey in 0..<60 { text += "\(day.iso),j\(journey),\(20 + number * 3),50,50,1\n" }
        }
        let pages = SamplePortfolio.small.with("history.csv", text).pages()
        #expect(pages.deadLinks == [])
        let first = try #require(pages["changes.html"])
        #expect(first.contains("and 10 more"))
        #expect(first.ranges(of: "<section class=\"part\" id=").count == 12)
        #expect(try #require(pages["changes-2.html"]).ranges(of: "<section class=\"part\" id=").count == 2)
        #expect(pages["changes-3.html"] == nil)
        #expect(try #require(pages["feed.xml"]).contains("href=\"changes-2.html#~"))
    }

    @Test func `every link leads somewhere`() {
        #expect(Self.pages.deadLinks == [])
    }
}

/// What stands in the elements of a feed.
private final class FeedReader: NSObject, XMLParserDelegate {
    var texts: [String: [String]] = [:]
    var links: [String] = []
    private var text = ""

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String] = [:]
    ) {
        text = ""
        if name == "link", let address = attributes["href"] { links.append(address) }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        texts[name, default: []].append(text)
        text = ""
    }
}
