import Diagnostics
import Testing

@testable import Templates

/// What is wrong with a template whatever it is used for.
@Suite struct SyntaxTests {
    struct Mistake: Sendable, CustomTestStringConvertible {
        let source: String
        let message: String
        var hint: String?

        var testDescription: String { source }
    }

    private static let fields: [String: Datum] = ["title": "T", "on": true, "more": true]

    static let mistakes: [Mistake] = [
        Mistake(source: "a ⟦{{title⟧\nb", message: "tag is not closed: '}}' is missing"),
        Mistake(source: "a ⟦{{title⟧\nb {{title}}", message: "tag is not closed: '}}' is missing"),
        Mistake(source: "a ⟦{{title⟧ {{title}}", message: "tag is not closed: '}}' is missing"),
        Mistake(source: "a ⟦{{⟧", message: "tag is not closed: '}}' is missing"),
        Mistake(source: "a ⟦{{! title⟧\nb", message: "comment is not closed: '}}' is missing"),
        Mistake(source: "{{=<% %>=}}⟦<%title⟧\n", message: "tag is not closed: '%>' is missing"),
        Mistake(source: "{{#on}}⟦{{/on⟧", message: "tag is not closed: '}}' is missing"),
        Mistake(
            source: "ä⟦{{{title}}⟧ }}}", message: "tag is not closed as it was opened: '}}}' is missing",
            hint: "HTML takes three braces on both sides, text takes two"),
        Mistake(source: "ä ⟦{{ }}⟧", message: "tag is empty: a name is missing"),
        Mistake(source: "⟦{{{}}}⟧", message: "tag is empty: a name is missing"),
        Mistake(source: "⟦{{>}}⟧", message: "tag is empty: a name is missing"),
        Mistake(source: "⟦{{#}}⟧{{/}}", message: "tag is empty: a name is missing"),
        Mistake(source: "⟦{{/ }}⟧", message: "tag is empty: a name is missing"),
        Mistake(
            source: "{{ ⟦the title⟧ }}", message: "'the title' is not a name",
            hint: "a name is letters, digits, '-' and '_', with a dot between it and the name it is in"),
        Mistake(
            source: "{{⟦title.⟧}}", message: "'title.' is not a name",
            hint: "a name is letters, digits, '-' and '_', with a dot between it and the name it is in"),
        Mistake(
            source: "{{⟦.title⟧}}", message: "'.title' is not a name",
            hint: "a name is letters, digits, '-' and '_', with a dot between it and the name it is in"),
        Mistake(source: "{{⟦$title⟧}}", message: "'$title' is inheritance, which these templates don't have"),
        Mistake(source: "{{⟦<title⟧}}", message: "'<title' is inheritance, which these templates don't have"),
        Mistake(
            source: "{{> ⟦*title⟧ }}", message: "'*title' is not the name of a partial: names can't be values"),
        Mistake(
            source: "é{{# ⟦on⟧ }} never", message: "section 'on' is never closed", hint: "write {{/on}} where it ends"),
        Mistake(source: "\u{FEFF}a\r\n{{/ ⟦on⟧ }}", message: "'on' is closed, but no section is open"),
        Mistake(
            source: "{{#on}}{{/⟦no⟧}} {{/on}}", message: "'no' is closed, but 'on' is open", hint: "write {{/on}}"),
        Mistake(
            source: "{{#on}}{{#more}}{{/⟦on⟧}}{{/more}}",
            message: "'on' is closed, but 'more' inside it is still open", hint: "write {{/more}} before it"),
        Mistake(
            source: "⟦{{=<% %>}}⟧", message: "'{{=<% %>}}' does not set delimiters",
            hint: "write the opening and the closing one between equals signs, as in {{=<% %>=}}"),
        Mistake(
            source: "⟦{{=one=}}⟧", message: "'{{=one=}}' does not set delimiters",
            hint: "write the opening and the closing one between equals signs, as in {{=<% %>=}}"),
        Mistake(
            source: "⟦{{=a=b c=}}⟧ {{title}}", message: "'{{=a=b c=}}' does not set delimiters",
            hint: "write the opening and the closing one between equals signs, as in {{=<% %>=}}"),
    ]

    @Test(arguments: mistakes) func isReportedOnceAtItsPlace(mistake: Mistake) throws {
        let marked = MarkedSource(mistake.source)
        let diagnostics = render(marked.text, Self.fields).diagnostics
        try #require(diagnostics.count == 1, "\(diagnostics.map(\.message))")
        #expect(diagnostics[0].code == .templateSyntax)
        #expect(diagnostics[0].message == mistake.message)
        #expect(diagnostics[0].hint == mistake.hint)
        #expect(diagnostics[0].location == Location(path: "page.mustache", range: marked.marks[0]))
    }

    @Test func aWrongClosePointsToTheOpening() throws {
        let marked = MarkedSource("{{# ⟦on⟧ }}\n{{/⟦off⟧}}")
        let diagnostics = render(marked.text, Self.fields).diagnostics
        try #require(diagnostics.count == 1)
        #expect(diagnostics[0].location.range == marked.marks[1])
        #expect(diagnostics[0].notes.map(\.message) == ["'on' is opened here"])
        #expect(diagnostics[0].notes.map(\.location.range) == [marked.marks[0]])
    }

    @Test func allMistakesOfAFileAreReported() {
        let marked = MarkedSource("{{/⟦on⟧}}\n⟦{{}}⟧\n{{⟦a b⟧}}\n{{#on}}\n⟦{{title⟧\n{{/on}}{{#⟦on⟧}}")
        #expect(render(marked.text, Self.fields).diagnostics.map(\.location.range) == marked.marks)
    }

    @Test(arguments: [
        "{{={{ }}=}}{{title}}", "{{=| |=}}|title|", "{{=<% %>=}}<%{title}%>", "{{= {{{ }}} =}}{{{title}}}",
    ]) func delimitersMayBeAlmostAnything(template: String) {
        let raw = template.contains("<%{")
        let rendered = render(template, ["title": raw ? .html("T") : "T"])
        #expect(rendered.diagnostics == [])
        #expect(rendered.text == "T")
    }

    @Test(arguments: ["{{", "{{{", "{{!", "{{=", "{{#on}}", "{{/on}}", "}}", "{{}}", "{{.", "\r", "\n", "\u{FEFF}", ""])
    func anyRepetitionIsReadInGoodTime(piece: String) {
        _ = render(String(repeating: piece, count: 20_000), Self.fields)
    }
}
