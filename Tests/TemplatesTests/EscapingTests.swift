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

    @Test func pagesAreAppended() {
        var output = PageBuffer()
        output.write("before ")
        let checked = library(["page": "{{title}}"]).template("page", for: Node.self)
        checked.value.render(Node(title: "after"), into: &output)
        #expect(String(decoding: output.bytes, as: UTF8.self) == "before after")
    }
}
