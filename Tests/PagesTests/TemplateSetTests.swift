import Diagnostics
import Testing

@testable import Pages

@Suite struct TemplateSetTests {
    private static let assets = [
        "data/portfolio.schema.json", "theme/beside.js", "theme/lists.js", "theme/map.js", "theme/search-box.js",
        "theme/search.js",
        "theme/waymark.css",
        "theme/waymark.js", "theme/weighing.js",
    ]

    private func file(_ path: String, _ text: String) -> TemplateFile {
        TemplateFile(path: path, source: SourceText(path: "mine/" + path, text: text))
    }

    @Test func `the templates that come with the binary have no mistakes`() {
        let set = TemplateSet.compiled()
        #expect(set.diagnostics.map(\.message) == [])
        #expect(set.value.assets.map(\.path) == Self.assets)
    }

    @Test func `every word that views need is among the words`() {
        let words = TemplateSet.compiled().value.words
        #expect(Word.allCases.filter { words.texts[$0.rawValue] == nil } == [])
        #expect(SentenceWord.allCases.filter { words.texts[$0.rawValue] == nil } == [])
    }

    @Test func `an author's file stands in for one of ours`() {
        let own = file("page.mustache", "<p>{{title}}, by us</p>")
        let pages = SamplePortfolio.small.pages(overrides: [own])
        #expect(pages["pages/how.html"] == "<p>How we work, by us</p>")
        #expect(pages["glossary.html"]?.contains("<h1>Glossary</h1>") == true)
    }

    @Test func `every page has the icon of the site, which may be brought`() throws {
        let pages = SamplePortfolio.small.pages()
        #expect(pages["index.html"]?.contains("<link rel=\"icon\" href=\"theme/icon.svg\"") == true)
        #expect(pages["journeys/move.html"]?.contains("href=\"../theme/icon.svg\"") == true)
        #expect(pages["theme/icon.svg"]?.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\"") == true)
        let own = file("theme/icon.svg", "<svg>ours</svg>")
        #expect(SamplePortfolio.small.pages(overrides: [own])["theme/icon.svg"] == "<svg>ours</svg>")
    }

    @Test func `partials and files in folders may be added`() {
        let set = TemplateSet.compiled(overrides: [
            file("page.mustache", "{{> partials/ours}}"), file("partials/ours.mustache", "{{title}}"),
            file("theme/ours.css", "p {}"),
        ])
        #expect(set.diagnostics.map(\.message) == [])
        #expect(set.value.assets.map(\.path) == (Self.assets + ["theme/ours.css"]).sorted())
    }

    @Test func `a file that stands in for nothing is warned about with the nearest name`() {
        let set = TemplateSet.compiled(overrides: [file("jurney.mustache", "")])
        #expect(set.diagnostics.map(\.code) == [.unknownTemplate])
        #expect(set.diagnostics.map(\.severity) == [.warning])
        #expect(set.diagnostics.first?.hint == "did you mean 'journey.mustache'?")
    }

    @Test func `all mistakes in all templates are told in one run`() {
        let set = TemplateSet.compiled(overrides: [
            file("page.mustache", "{{titel}}"), file("journey.mustache", "{{> partials/nothing}}"),
        ])
        #expect(set.diagnostics.map(\.code) == [.unknownPartial, .unknownName])
        #expect(set.diagnostics.map(\.location.path) == ["mine/journey.mustache", "mine/page.mustache"])
    }

    @Test func `words can be replaced one by one, and unknown ones are warned about`() {
        let set = TemplateSet.compiled(overrides: [file("words.yml", "journeys: Reisen\njurneys: x\n")])
        #expect(set.value.words[.journeys] == "Reisen")
        #expect(set.value.words[.goals] == "Goals")
        #expect(set.diagnostics.map(\.severity) == [.warning])
        #expect(set.diagnostics.first?.hint == "did you mean 'journeys'?")
    }
}
