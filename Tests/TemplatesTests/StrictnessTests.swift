import Diagnostics
import Testing

@testable import Templates

/// What doesn't fit the view or the library.
@Suite struct StrictnessTests {
    struct Mistake: Sendable, CustomTestStringConvertible {
        let source: String
        let code: DiagnosticCode
        let message: String
        var hint: String?

        var testDescription: String { source }
    }

    private static let fields: [String: Datum] = [
        "title": "T", "notes": .html("<p>"), "moment": true, "tags": .texts(["a"]),
        "lanes": .list([["name": "L", "body": .html("B")]]), "owner": ["name": "Kim", "href": "#"],
    ]
    private static let constants: TemplateConstants = ["words": ["evidence": "Evidence", "kinds": ["lane": "Lane"]]]

    static let unknownNames: [Mistake] = [
        Mistake(
            source: "é {{ ⟦titel⟧ }}", code: .unknownName,
            message: "'titel' is not a name in 'page', nor in what is around it", hint: "did you mean 'title'?"),
        Mistake(
            source: "{{#⟦lane⟧}}{{what}} {{{title}}}{{/lane}}", code: .unknownName,
            message: "'lane' is not a name in 'page', nor in what is around it", hint: "did you mean 'lanes'?"),
        Mistake(
            source: "{{^⟦ownr⟧}}{{/ownr}}", code: .unknownName,
            message: "'ownr' is not a name in 'page', nor in what is around it", hint: "did you mean 'owner'?"),
        Mistake(
            source: "{{#lanes}}{{⟦titel⟧}}{{/lanes}}", code: .unknownName,
            message: "'titel' is not a name in 'lanes', nor in what is around it", hint: "did you mean 'title'?"),
        Mistake(
            source: "{{owner.⟦nam⟧}}", code: .unknownName, message: "'nam' is not a name in 'owner'",
            hint: "did you mean 'name'?"),
        Mistake(
            source: "{{words.⟦evidnce⟧}}", code: .unknownName, message: "'evidnce' is not one of 'words'",
            hint: "did you mean 'evidence'?"),
        Mistake(
            source: "{{⟦word⟧.evidence}}", code: .unknownName,
            message: "'word' is not a name in 'page', nor in what is around it", hint: "did you mean 'words'?"),
        Mistake(
            source: "{{#words}}{{⟦evidnce⟧}}{{/words}}", code: .unknownName,
            message: "'evidnce' is not a name in 'page', nor in what is around it"),
        Mistake(
            source: "{{> ⟦partials/stpe⟧ }}", code: .unknownPartial, message: "there is no partial 'partials/stpe'",
            hint: "did you mean 'partials/step'?"),
        Mistake(
            source: "{{#⟦nothing-like-it⟧}}{{titel}}{{/nothing-like-it}}", code: .unknownName,
            message: "'nothing-like-it' is not a name in 'page', nor in what is around it"),
    ]

    static let wrongKinds: [Mistake] = [
        Mistake(
            source: "{{⟦notes⟧}}", code: .wrongNameKind, message: "'notes' is HTML: write three braces",
            hint: "write {{{notes}}}"),
        Mistake(
            source: "{{{ ⟦title⟧ }}}", code: .wrongNameKind,
            message: "'title' is text: write two braces, so that it is escaped", hint: "write {{title}}"),
        Mistake(
            source: "{{& ⟦title⟧ }}", code: .wrongNameKind,
            message: "'title' is text: write two braces, so that it is escaped", hint: "write {{title}}"),
        Mistake(
            source: "{{{⟦words.evidence⟧}}}", code: .wrongNameKind,
            message: "'words.evidence' is text: write two braces, so that it is escaped",
            hint: "write {{words.evidence}}"),
        Mistake(
            source: "{{⟦lanes⟧}}", code: .wrongNameKind, message: "'lanes' is a list: it can't be printed as a whole",
            hint: "write {{#lanes}}…{{/lanes}} around what is shown for each"),
        Mistake(
            source: "{{{⟦tags⟧}}}", code: .wrongNameKind,
            message: "'tags' is a list of texts: it can't be printed as a whole", hint: "write {{#tags}}{{.}}{{/tags}}"),
        Mistake(
            source: "{{⟦owner⟧}}", code: .wrongNameKind, message: "'owner' is a view: print one of its names",
            hint: "write {{owner.href}}"),
        Mistake(
            source: "{{#owner}}{{⟦.⟧}}{{/owner}}", code: .wrongNameKind,
            message: "'.' is a view: print one of its names", hint: "write {{href}}"),
        Mistake(
            source: "{{⟦moment⟧}}", code: .wrongNameKind,
            message: "'moment' is a flag: it can be asked, but not printed",
            hint: "write {{#moment}}…{{/moment}} around what depends on it"),
        Mistake(
            source: "{{⟦words⟧}}", code: .wrongNameKind, message: "'words' is a group of words: print one of them"),
        Mistake(
            source: "{{⟦title⟧.first}}", code: .wrongNameKind,
            message: "'title' is text: there is no 'first' in it"),
        Mistake(
            source: "{{⟦lanes⟧.name}}", code: .wrongNameKind, message: "'lanes' is a list: there is no 'name' in it",
            hint: "open it with {{#lanes}}; its names can be used inside"),
        Mistake(
            source: "{{^title}}{{^moment}}{{⟦notes⟧}}{{/moment}}{{/title}}", code: .wrongNameKind,
            message: "'notes' is HTML: write three braces", hint: "write {{{notes}}}"),
    ]

    @Test(arguments: unknownNames + wrongKinds) func isReportedOnceAtItsPlace(mistake: Mistake) throws {
        let marked = MarkedSource(mistake.source)
        let rendered = render(
            marked.text, Self.fields, partials: ["partials/step": ""], constants: Self.constants)
        try #require(rendered.diagnostics.count == 1, "\(rendered.diagnostics.map(\.message))")
        #expect(rendered.diagnostics[0].code == mistake.code)
        #expect(rendered.diagnostics[0].message == mistake.message)
        #expect(rendered.diagnostics[0].hint == mistake.hint)
        #expect(rendered.diagnostics[0].location == Location(path: "page.mustache", range: marked.marks[0]))
        #expect(rendered.text == "")
    }

    @Test func mistakesOfAPartialAreAtThePartialOnce() {
        let partial = MarkedSource("\n{{⟦nme⟧}} {{⟦body⟧}} {{>⟦no⟧}} {{#lanes}}⟦{{}}⟧{{/lanes}}")
        let rendered = render(
            "{{#lanes}}{{>partials/lane}}{{>partials/lane}}{{/lanes}}\n{{#lanes}}{{>partials/lane}}{{/lanes}}",
            Self.fields, partials: ["partials/lane": partial.text])
        #expect(rendered.diagnostics.map(\.location.range) == partial.marks)
        #expect(rendered.diagnostics.allSatisfy { $0.location.path == "partials/lane.mustache" })
    }

    @Test func sectionsThatAreNeverRenderedAreChecked() {
        let marked = MarkedSource(
            "{{^words}}{{⟦a⟧}}{{/words}}{{^words.evidence}}{{⟦b⟧}}{{/words.evidence}}{{^.}}{{⟦c⟧}}{{/.}}"
                + "{{#gone}}{{>⟦none⟧}}{{/gone}}")
        let rendered = render(marked.text.replacing("gone", with: "owner"), Self.fields, constants: Self.constants)
        #expect(rendered.diagnostics.count == 4)
    }

    @Test func everyKindCanBeASection() {
        let template =
            "{{#title}}1{{.}}{{/title}}{{#notes}}2{{{.}}}{{/notes}}{{#moment}}3{{/moment}}{{#tags}}4{{.}}{{/tags}}"
            + "{{#lanes}}5{{name}}{{/lanes}}{{#owner}}6{{name}}{{/owner}}{{#words}}7{{kinds.lane}}{{/words}}"
            + "{{#words.evidence}}8{{.}}{{/words.evidence}}{{#.}}9{{title}}{{/.}}"
        let rendered = render(template, Self.fields, constants: Self.constants)
        #expect(rendered.diagnostics == [])
        #expect(rendered.text == "1T2<p>34a5L6Kim7Lane8Evidence9T")
    }

    @Test func everyKindCanBeAskedForAbsence() {
        let template = Self.fields.keys.sorted().map { "{{^\($0)}}no \($0),{{/\($0)}}" }.joined()
        let empty: [String: Datum] = [
            "title": "", "notes": .html(""), "moment": false, "tags": .texts([]),
            "lanes": .list([]), "owner": nil,
        ]
        #expect(render(template, Self.fields).text == "")
        #expect(render(template, empty).text == "no lanes,no moment,no notes,no owner,no tags,no title,")
    }

    @Test func constantsAreEscapedAndShadowedByViews() {
        let rendered = render(
            "{{words.a}} {{title}}", ["title": "T"], constants: ["title": "no", "words": ["a": "Q & A"]])
        #expect(rendered.text == "Q &amp; A T")
    }
}
