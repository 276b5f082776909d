import Diagnostics
import Markup
import Testing

@Suite("Attribute lists")
struct AttributeListTests {
    private func outline(_ list: AttributeList) -> String {
        (list.ids.map { "#\($0.text)" } + list.classes.map { ".\($0.text)" }
            + list.pairs.map { "\($0.key.text)=<\($0.value.text)>" })
            .joined(separator: " ")
    }

    private func lists(_ document: MarkdownDocument) -> [String] {
        (document.all(.heading) + document.all(.quote) + document.all(.item)).compactMap { $0.attributes.map(outline) }
    }

    @Test(
        "are read in every form",
        arguments: [
            ("## A {#b}", "#b"), ("## A {.c}", ".c"), ("## A {#b .c .d}", "#b .c .d"),
            ("- a {severity=3}", "severity=<3>"),
            ("- a {#b .c severity=3 evidence=x#y,z}", "#b .c severity=<3> evidence=<x#y,z>"),
            ("- a {evidence=\"x y, z\"}", "evidence=<x y, z>"),
            ("- a {evidence=\"\"}", "evidence=<>"), ("- a {evidence=}", "evidence=<>"), ("- a { #b  .c }", "#b .c"),
            ("## A {#日本-é}", "#日本-é"),
            ("## A {#a.b:c_d-e}", "#a.b:c_d-e"), ("> q {evidence=x}", "evidence=<x>"),
            ("> q\n> r {evidence=x}", "evidence=<x>"),
            ("> q\nlazy {evidence=x}", "evidence=<x>"), ("- a\n  b {#c}", "#c"), ("- a {#b}\n  - c", "#b"),
            ("- {#b}", "#b"), ("A {#b}\n===", "#b"),
            ("## A {#b} ##", "#b"), ("- a  {#b}  ", "#b"), ("- a{#b}", "#b"), ("- **a** {#b}", "#b"),
            ("- `a` {#b}", "#b"), ("- [a](b) {#c}", "#c"),
            ("- a_b_c {evidence=d_e_f}", "evidence=<d_e_f>"), ("- a {evidence=\"{x}\"}", "evidence=<{x}>"),
            ("- {x} {#b}", "#b"), ("- a \" {#b}", "#b"),
            ("- a {segment=\"tenants & co\"}", "segment=<tenants & co>"), ("- a {#b #c}", "#b #c"),
            ("- a {severity=3 severity=4}", "severity=<3> severity=<4>"),
            ("- a\n  {#b severity=3}", "#b severity=<3>"), ("- a {#b\n  severity=3}", "#b severity=<3>"),
            ("> - a {#b}", "#b"), ("1. a {#b}", "#b"),
            ("- a {url=http://x.example/a?b=c}", "url=<http://x.example/a?b=c>"), ("- a\t{#b}", "#b"),
            ("- a {#b\t.c}", "#b .c"),
        ])
    func forms(text: String, expected: String) {
        let document = MarkdownDocument(text)
        #expect(lists(document).last == expected)
        #expect(document.diagnostics.isEmpty)
        #expect(!MarkdownDocument.html(text).contains("{#b"))
    }

    @Test(
        "are no more than text where no word has one of the forms",
        arguments: [
            "- a {b}", "- a {}", "- a { }", "- a {b c}", "- a {1, 2}", "- `{#b}`", "- a \\{#b}", "- a \\{severity=3}",
            "- a {#b} c",
            "- a #b}", "- {{name}}",
            "- a {b.c}", "- a {#}", "- a {.}", "```\n## a {#b}\n```", "- a [{#b}](c)", "- a **{#b}**",
        ])
    func text(text: String) {
        let document = MarkdownDocument(text)
        #expect(lists(document).isEmpty)
        #expect(document.diagnostics.isEmpty)
    }

    @Test(
        "that look like some but can't be read are said, and shown as text",
        arguments: [
            "- a ⟦{#b,c}⟧", "- a ⟦{#b .c x}⟧", "- a ⟦{severity: 3}⟧", "- a ⟦{severity = 3}⟧", "- a ⟦{severity=\"3}⟧",

            "## A ⟦{#b c}⟧", "> q ⟦{evidence=x y}⟧", "- é ⟦{evidence=“x y”}⟧", "- a ⟦{evidence=*x* y}⟧",
            "- a ⟦{evidence=<x>}⟧", "- a\n  b ⟦{#c d}⟧", "a ⟦{#b}⟧", "- a ⟦{#b severity=3}⟧ c",
        ])
    func unread(marked: String) {
        let text = MarkedText(marked)
        let document = MarkdownDocument(text.source, bodyStart: 0)
        #expect(document.diagnostics.map(\.code) == [.unreadAttributes])
        #expect(document.diagnostics.map(\.location.range) == text.ranges)
        #expect(lists(document).isEmpty)
    }

    @Test(
        "have places for every word",
        arguments: [
            "## é ⟦{#⟦b⟧ .⟦c⟧}⟧", "- é ⟦{⟦severity⟧=⟦3⟧ ⟦evidence⟧=\"⟦x, y⟧\"}⟧", "> a\n> b ⟦{⟦evidence⟧=⟦x⟧}⟧",
            "- a\n  é ⟦{#⟦b⟧}⟧\n- c",
            "- a\nlazy ⟦{#⟦b⟧}⟧", "- {#b} {#b}\n- x ⟦{#⟦d⟧}⟧", "A ⟦{#⟦b⟧}⟧\r\n---\r\n",
            "- a ⟦{#⟦b⟧\n  ⟦severity⟧=⟦3⟧}⟧",
        ])
    func places(marked: String) throws {
        let text = MarkedText(marked)
        let document = MarkdownDocument(text.source, bodyStart: 0)
        let owners = document.all(.heading) + document.all(.quote) + document.all(.item)
        let list = try #require(owners.compactMap(\.attributes).last)
        let words = list.ids + list.classes + list.pairs.flatMap { [$0.key, $0.value] }
        let found = ([list.range] + words.map(\.range)).sorted {
            ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound)
        }
        #expect(found == text.ranges)
    }

    @Test("are taken out of the text, with the white space before them")
    func takenOut() {
        #expect(MarkdownDocument.html("- a {#b}") == "<ul>\n<li><span id=\"b\"></span>a</li>\n</ul>\n")
        #expect(MarkdownDocument.html("> a\n> {#b}") == "<blockquote>\n<p><span id=\"b\"></span>a</p>\n</blockquote>\n")
        #expect(MarkdownDocument.html("- a {#b\n  .c}") == "<ul>\n<li><span id=\"b\"></span>a</li>\n</ul>\n")
        #expect(MarkdownDocument.html("## **a** {#b} ##") == "<h2><span id=\"b\"></span><strong>a</strong></h2>\n")
    }

    @Test("explicit ids come in the order of the file")
    func order() {
        let document = MarkdownDocument("## a {#z}\n\n- b {#y}\n\n> c {#x}\n\n### d {#w}\n")
        #expect(document.explicitIDs.map(\.text) == ["z", "y", "x", "w"])
    }
}
