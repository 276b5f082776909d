import Journeys
import Testing

@testable import Pages

@Suite struct FacetsTests {
    private func facets(_ values: [[String]], order: [String] = []) -> Facets {
        Facets(
            [Facets.Dimension(.team, order: order, count: values.count) { values[$0] }], of: Array(values.indices),
            kind: .journey, words: TemplateSet.compiled().value.words)
    }

    @Test func `values are numbered in the order in which they are offered`() {
        let facets = facets([["billing"], ["Moves", "Apps"], []])
        #expect(facets.views.map(\.name) == ["team"] && facets.views.map(\.label) == ["Team"])
        #expect(facets.views.first?.options.map(\.text) == ["Apps", "billing", "Moves"])
        #expect(facets.views.first?.options.map(\.number) == ["1", "2", "3"])
        #expect((0..<3).map { facets.numbers(of: .journey, $0) } == ["2", "3 1", ""])
        #expect(facets.numbers(of: .opportunity, 0) == nil && facets.numbers(of: .journey, 3) == nil)
    }

    @Test func `values with an order of their own keep it`() {
        let facets = facets([["c"], ["a"], ["x"], ["b"]], order: ["c", "none", "b", "a"])
        #expect(facets.views.first?.options.map(\.text) == ["c", "b", "a", "x"])
    }

    @Test(arguments: [[["a"], ["a"]], [[], []], (0..<151).map { ["\($0)"] }])
    func `where there is nothing to choose nothing is offered`(values: [[String]]) {
        #expect(facets(values).views.isEmpty)
        #expect(facets(values).numbers(of: .journey, 0) == nil)
    }
}

@Suite struct ListFilterTests {
    private static let pages = SamplePortfolio.small.pages()

    @Test func `rows carry the numbers of their values`() throws {
        let journeys = try #require(Self.pages["journeys.html"])
        #expect(journeys.contains("<select name=\"team\"><option value=\"\">all</option>"))
        let option = try #require(journeys.firstMatch(of: #/<option value="([0-9]+)">Moves</option>/#))
        let row = try #require(
            journeys.firstMatch(of: #/<tr data-facets="([0-9 ]*)"><th scope="row"><a href="journeys/move.html"/#))
        #expect(row.1.split(separator: " ").contains(option.1))
        #expect(!journeys.contains("data-script="), "all of the list is on the page")
    }

    @Test(arguments: [("framework.html", "Apps"), ("teams.html", "sub"), ("touchpoints.html", "Apps")])
    func `what stands in journeys is chosen by what they have`(page: String, value: String) throws {
        var sample = SamplePortfolio.small
        sample.files["journeys/app.md"] =
            "---\ntitle: Use the app\nlevel: micro\nparent: move#wait\nowner: Ana\nteam: Apps\n---\n\n## One\n\n- **Touchpoints:** App\n"
        let html = try #require(sample.pages()[page])
        let option = try #require(html.matches(of: #/<option value="([0-9]+)">([^<]+)</#).first { $0.2 == value }?.1)
        let rows = html.matches(of: #/data-facets="([0-9 ]*)"/#).map { $0.1.split(separator: " ") }
        let chosen = rows.filter { $0.contains(option) }
        #expect(!chosen.isEmpty && chosen.count < rows.count)
        #expect(html.contains("theme/lists.js"))
        #expect(html.contains("class=\"sorts\"") == (page != "framework.html"), "a tree has an order of its own")
    }

    @Test func `tables outside of lists are not chosen from`() throws {
        let persona = try #require(Self.pages["personas/nadia.html"])
        #expect(persona.contains("<tr><th scope=\"row\">") && !persona.contains("data-facets"))
    }

    @Test func `a list in parts is chosen from as a whole`() throws {
        var sample = SamplePortfolio.small
        for number in 1...600 {
            sample.files["journeys/many/j\(number).md"] =
                "---\ntitle: Journey \(number)\nlevel: sub\nparent: life#moving\nteam: Team \(number % 3)\n---\n\n## One\n"
        }
        let pages = sample.pages()
        #expect(pages["journeys.html"]?.contains("data-script=\"list-journeys\"") == true)
        #expect(pages["journeys-2.html"]?.contains(">Team 0</option>") == true)
        let script = try #require(pages["data/search/list-journeys.js"])
        #expect(script.hasPrefix("waymark.take(\"list-journeys\",{\"columns\":[\"Owner\",\"Next review\",\"Health\","))
        #expect(script.contains("\"orders\":[\"name\",\"day\",\"number\","))
        #expect(script.contains("\"rows\":[\n[\"Life with us\",\"journeys/life.html\",\""))
        #expect(script.split(separator: "\n").count == 604)
        #expect(try #require(pages["journeys-2.html"]).contains("class=\"sorts\""))
        #expect(try #require(pages["framework.html"]).contains("data-script=\"list-framework\""))
        #expect(pages["framework.html"]?.contains("class=\"sorts\"") == false, "a tree has an order of its own")
    }

    @Test func `journeys are sorted by owner and next review, whatever is said of it`() throws {
        let list = try #require(Self.pages["journeys.html"])
        #expect(
            list.contains(" data-order=\"name\">Owner</th>") && list.contains(" data-order=\"day\">Next review</th>"))
        let rows = list.split(separator: "<tr").map(String.init)
        let life = try #require(rows.first { $0.contains(">Life with us</a>") })
        #expect(life.contains(#/data-key="\d{4}-\d\d-\d\d"><span dir="auto">(Due on|Overdue since|Never)/#), "\(life)")
        let ownerless = SamplePortfolio.small.with(
            "journeys/alone.md", "---\ntitle: Alone\nlevel: sub\nparent: life#moving\n---\n\n## One\n")
        let row = try #require(
            ownerless.pages()["journeys.html"]?.split(separator: "<tr").first { $0.contains(">Alone</a>") })
        #expect(row.contains("data-label=\"Owner\" data-unsaid>"))
        #expect(row.contains("data-key=\"\(ownerless.asOf.iso)\"><span dir=\"auto\">Never reviewed"))
    }

    @Test func `the whole of a list has the figures that its parts show, column by column`() throws {
        var sample = SamplePortfolio.small
        for number in 1...600 {
            sample.files["opportunities/o\(number).md"] =
                "---\ntitle: Opportunity \(number)\nteam: Team \(number % 2)\ncustomer_impact: \(1 + number % 5)\n"
                + (number % 7 == 0 ? "---\n" : "business_impact: 3\neffort: 2\n---\n")
        }
        let pages = sample.pages()
        let script = try #require(pages["data/search/list-opportunities.js"])
        let columns = try #require(script.firstMatch(of: #/"columns":\[([^\]]*)\]/#)?.1).split(separator: ",")
        #expect(columns.prefix(3) == ["\"Rank\"", "\"Priority\"", "\"Rank range\""])
        let rows = script.split(separator: "\n").filter { $0.hasPrefix("[\"Opportunity ") }
        #expect(rows.count == 600)
        let ranked = #/(?s)"number">17</td><th[^>]*><a href="(?<page>[^"]+)".+?"number"[^>]*>(?<priority>\d+)</#
        let row = try #require(pages["opportunities.html"]?.firstMatch(of: ranked))
        let listed = try #require(rows.first { $0.contains("\"\(row.page)\"") })
        let figures = listed.split(separator: ",", omittingEmptySubsequences: false).dropFirst(3)
        #expect(figures.prefix(2) == ["\"17\"", "\"\(row.priority)\""])
        let unscored = try #require(rows.first { $0.hasPrefix("[\"Opportunity 7\"") })
        #expect(unscored.hasSuffix("\"],") && !unscored.contains("\"17\""), "what has no priority has no figure of one")
    }

    @Test func `what has no page leads to its row in the part that it stands in`() throws {
        var sample = SamplePortfolio.small
        for number in 1...300 {
            sample.files["journeys/many/j\(number).md"] = """
                ---
                title: Journey \(number)
                level: sub
                parent: life#moving
                owner: Owner \(1000 + number)
                tags: [t\(number % 2)]
                ---

                ## One

                - **Touchpoints:** A\(number), B\(number)

                """
        }
        let pages = sample.pages()
        for (list, part, count) in [("teams", "teams-2.html", 300), ("touchpoints", "touchpoints-2.html", 600)] {
            let script = try #require(pages["data/search/list-\(list).js"])
            let rows = script.matches(of: #/\n\["([^"]*)","([^"#]*)#([^"]*)","/#)
            #expect(rows.count >= count)
            #expect(rows.contains { $0.2 == part })
            for row in rows {
                let page = try #require(pages[String(row.2)])
                #expect(page.contains("<tr id=\"\(row.3)\"") && page.contains(row.1))
            }
            #expect(pages[part]?.contains("data-script=\"list-\(list)\"") == true)
        }
    }
}

@Suite struct WeighingTests {
    private func sample(_ settings: String = "") -> SamplePortfolio {
        func opportunity(_ title: String, _ customer: Int, _ business: Int, _ effort: Int) -> String {
            "---\ntitle: \(title)\ncustomer_impact: \(customer)\nbusiness_impact: \(business)\neffort: \(effort)\n---\n"
        }
        return SamplePortfolio.small
            .with("portfolio.yml", "title: Larkfield\n\(settings)")
            .with("opportunities/b.md", opportunity("Second", 5, 1, 5))
            .with("opportunities/a.md", opportunity("First", 2, 4, 2))
    }

    @Test func `the inputs of what has a rank are there to be weighed`() throws {
        let pages = sample().pages()
        let script = try #require(pages["data/search/weighing.js"])
        #expect(
            script == """
                waymark.take("weighing",[
                ["First","opportunities/a.html",0.25,0.75,0.75,0.5,2,1],
                ["Second","opportunities/b.html",1,0,0,0.5,5,2]]);

                """)
        let page = try #require(pages["opportunities.html"])
        #expect(page.values(of: "value").filter { ["45", "30", "25"].contains($0) } == ["45", "30", "25"])
        #expect(page.contains("theme/weighing.js"))
    }

    @Test func `weights are shares of their sum`() throws {
        let page = try #require(
            sample("scoring: {priority: {customer_impact: 1, business_impact: 1, ease: 2}}\n").pages()[
                "opportunities.html"])
        #expect(page.values(of: "value").filter { ["25", "50"].contains($0) } == ["25", "25", "50"])
    }

    @Test func `other models have no weights to move`() throws {
        let pages = sample("scoring: {priority: {model: rice}}\n").pages()
        #expect(pages["data/search/weighing.js"] == nil)
        #expect(pages["opportunities.html"]?.contains("class=\"weighing\"") == false)
    }
}
