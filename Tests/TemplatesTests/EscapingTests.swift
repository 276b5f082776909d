import Testing

@testable import Templates

@Suite struct EscapingTests {
    @Test(arguments: [
        ("", ""), ("plain", "plain"), ("<", "&lt;"), ("a<b>&\"'", "a&lt;b&gt;&amp;&quot;&#39;"),
        ("&amp;", "&amp;amp;"), ("ä → 🙂 & 日本", "ä → 🙂 &amp; 日本"), ("\u{0}\u{7F}|~@", "\u{0}\u{7F}|~@"),
    ]) func escapes(text: String, escaped: String) {
        #expect(render("[{{text}}]", ["text": .text(text)]).text == "[\(escaped)]")
    }

    @Test func leavesEveryOtherByteAlone() {
        for scalar in (0..<0x300).compactMap(UnicodeScalar.init) where !"&<>\"'".unicodeScalars.contains(scalar) {
            let text = String(Character(scalar))
            #expect(Array(render("{{text}}", ["text": .text(text)]).text.utf8) == Array(text.utf8))
        }
    }

    @Test func longTextsGrowThePage() {
        let text = String(repeating: "<0123456789>", count: 10_000)
        let escaped = String(repeating: "&lt;0123456789&gt;", count: 10_000)
        #expect(render("{{text}}", ["text": .text(text)]).text == escaped)
    }

    @Test func htmlIsPrintedAsItIs() {
        let html = "<a href=\"?a=1&amp;b='2'\">"
        #expect(render("{{{html}}}{{& html}}", ["html": .html(html)]).text == html + html)
    }

    private struct Said: TemplateView {
        static let fields = ViewFields<Said>(
            "said", [.html("html", \.html), .html("placed", \.placed), .text("title", \.title)])

        let html: HTML
        let placed: Placed<HTML>
        let title = "&"
    }

    @Test(arguments: [
        HTML(words: "Plain words, longer than fifteen bytes"), HTML(words: "short"),
        HTML(Array("<p>a &amp; b</p>".utf8)),
    ])
    func wordsThatAreTheirOwnHTMLArePrintedAsBytesAre(html: HTML) {
        let said = Said(html: html, placed: Placed(html, number: 7))
        let text = render(["page": "{{{html}}}"], said).text
        #expect(!text.isEmpty && !html.isEmpty)
        let page = "{{title}}{{#html}}[{{{.}}}]{{/html}}{{^html}}none{{/html}}{{{placed}}}"
        let checked = library(["page": page]).template("page", for: Said.self)
        var output = PageBuffer()
        checked.value.render(said, into: &output)
        let (bytes, runs, isConditional) = (output.bytes, output.runs, output.isConditional)
        #expect(String(decoding: bytes, as: UTF8.self) == "&amp;[\(text)]\(text)")
        #expect(runs == [PrintedRun(number: 7, range: (bytes.count - text.utf8.count)..<bytes.count)])
        #expect(!isConditional)
    }

    @Test(arguments: [HTML.none, HTML([])]) func htmlMayBeMissing(html: HTML) {
        let said = Said(html: html, placed: Placed(html))
        #expect(html.isEmpty)
        #expect(render(["page": "{{{html}}}{{{placed}}}{{^html}}none{{/html}}"], said).text == "none")
    }

    @Test func pagesAreAppended() {
        var output = PageBuffer()
        output.write("before ")
        let checked = library(["page": "{{title}}"]).template("page", for: Node.self)
        checked.value.render(Node(title: "after"), into: &output)
        #expect(String(decoding: output.bytes, as: UTF8.self) == "before after")
    }
}
