import Diagnostics
import Testing

@testable import Templates

@Suite struct TemplateLibraryTests {
    @Test func aMissingTemplateIsAnError() {
        let checked = library(["journey": ""]).template("jurney", for: Node.self)
        #expect(checked.diagnostics.map(\.code) == [.unknownTemplate])
        #expect(checked.diagnostics.map(\.severity) == [.error])
        #expect(checked.diagnostics.map(\.hint) == ["did you mean 'journey'?"])
    }

    @Test func sourcesThatNoTemplateUsesAreStrays() {
        let library = library([
            "page": "{{>partials/a}}{{#children}}{{>partials/b}}{{/children}}", "partials/a": "", "partials/b": "",
            "partials/c": "", "pge": "{{nonsense",
        ])
        let used = library.template("page", for: Node.self).value.sources
        #expect(used == ["page", "partials/a", "partials/b"])
        let strays = library.strays(besides: used)
        #expect(strays.map(\.location.path) == ["partials/c.mustache", "pge.mustache"])
        #expect(strays.map(\.severity) == [.warning, .warning])
        #expect(strays.map(\.hint) == ["did you mean 'partials/a'?", "did you mean 'page'?"])
    }

    @Test func partialsInSectionsThatAreMistakesAreUsed() {
        let checked = library(["page": "{{#childen}}{{>a}}{{/childen}}", "a": ""]).template("page", for: Node.self)
        #expect(checked.value.sources == ["page", "a"])
    }

    @Test func theLaterSourceOfANameStands() {
        let sources = ["built-in", "own"].map {
            TemplateSource(name: "page", source: SourceText(path: "\($0)/page.mustache", text: $0))
        }
        let checked = TemplateLibrary(sources, constants: .none).template("page", for: Node.self)
        var output = PageBuffer()
        checked.value.render(Node(title: ""), into: &output)
        #expect(String(decoding: output.bytes, as: UTF8.self) == "own")
    }

    @Test func oneLibraryServesSeveralViews() {
        let library = library(["page": "{{title}}{{#trees}}{{/trees}}"])
        #expect(library.template("page", for: Node.self).diagnostics.map(\.code) == [.unknownName])
        #expect(library.template("page", for: Forest.self).diagnostics.map(\.code) == [.unknownName])
    }
}
