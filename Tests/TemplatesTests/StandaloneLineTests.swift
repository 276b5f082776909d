import Testing

/// Beyond the cases of the specification.
@Suite struct StandaloneLineTests {
    private let fields: [String: Datum] = [
        "on": true, "title": "T", "steps": .list([["n": "1"], ["n": "2"]]), "html": .html("<a>\n<b>"),
    ]

    @Test(arguments: [
        // Two tags on a line: neither is alone.
        ("{{#on}} {{/on}}\n.", " \n."),
        ("{{#on}}{{! }}\n.{{/on}}", "\n."),
        // A value keeps its line.
        ("  {{title}}  \n", "  T  \n"),
        ("{{#steps}}\n- {{n}}\n{{/steps}}\n", "- 1\n- 2\n"),
        ("{{#steps}}\r\n- {{n}}\r\n{{/steps}}\r\n.", "- 1\r\n- 2\r\n."),
        ("\t {{#on}} \t\n.\n\t {{/on}} \t\n.", ".\n."),
        // A lone carriage return is no end of a line.
        ("{{#on}}\r.{{/on}}", "\r."),
        ("\u{FEFF}{{! a BOM is no text }}\n.", "."),
        ("a\n\n{{! }}\n\nb", "a\n\n\nb"),
        ("{{#on}}\n\n{{/on}}\n", "\n"),
        ("{{!\n}}\n{{!\n\n}}\n.", "."),
        ("{{=[ ]=}}\n[#on]\n[title]\n[/on]\n", "T\n"),
        ("", ""), ("\n", "\n"), ("\r\n", "\r\n"),
    ]) func linesOfTagsAreRemoved(template: String, output: String) {
        let rendered = render(template, fields)
        #expect(rendered.diagnostics == [])
        #expect(rendered.text == output)
    }

    @Test(arguments: [
        ("  {{>p}}\n", "{{#steps}}\n{{n}}\n{{/steps}}\n", "  1\n  2\n"),
        ("  {{>p}}\n", "{{#steps}}{{n}}\n{{/steps}}", "  1\n2\n"),
        ("  {{>p}}\n", "a\n\nb\n", "  a\n  \n  b\n"),
        ("  {{>p}}\n", "{{{html}}}\n", "  <a>\n<b>\n"),
        ("\t{{>p}}\r\n.", "a\r\nb\r\n", "\ta\r\n\tb\r\n."),
        ("  {{>p}} x\n", "a\nb", "  a\nb x\n"),
        ("  {{>p}}\n", "", ""),
        ("  {{>p}}\n", "{{! only a comment }}\n", ""),
        ("  {{>p}}\n", "  {{>q}}\na {{>q}}\n", "    q\n    r\n  a q\nr\n\n"),
    ]) func partialsAreIndentedWhereTheyStandAlone(page: String, partial: String, output: String) {
        let rendered = render(page, fields, partials: ["p": partial, "q": "q\nr\n"])
        #expect(rendered.diagnostics == [])
        #expect(rendered.text == output)
    }
}
