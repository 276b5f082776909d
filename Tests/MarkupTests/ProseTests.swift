import Diagnostics
import Markup
import Testing

@Suite("Prose")
struct ProseTests {
    private func html(_ text: String) -> String { MarkdownDocument.html(text) }

    @Test(
        "is safe HTML with its links left open",
        arguments: [
            ("a *b* **c** `d`", "<p>a <em>b</em> <strong>c</strong> <code>d</code></p>\n"),
            ("a & b < c > \"d\"", "<p>a &amp; b &lt; c &gt; &quot;d&quot;</p>\n"),
            ("&copy; &amp; &#x3C;", "<p>© &amp; &lt;</p>\n"), ("[a](b)", "<p><a href=\"<b>\">a</a></p>\n"),
            ("[a](<b c> \"t\")", "<p><a href=\"<b c>\" title=\"t\">a</a></p>\n"),
            ("![a *b*](c.png)", "<p><img src=\"<c.png>\" alt=\"a b\" /></p>\n"),
            ("[![a](b.png)](c.md)", "<p><a href=\"<c.md>\"><img src=\"<b.png>\" alt=\"a\" /></a></p>\n"),
            ("![a [b](c)](d.png) [e](f)", "<p><img src=\"<d.png>\" alt=\"a b\" /> <a href=\"<f>\">e</a></p>\n"),
            ("<http://x.example/?a&b>", "<p><a href=\"<http://x.example/?a&b>\">http://x.example/?a&amp;b</a></p>\n"),
            ("<a@b.example>", "<p><a href=\"<mailto:a@b.example>\">a@b.example</a></p>\n"),
            (
                "[a][1] [b][1]\n\n[1]: c 'd'",
                "<p><a href=\"<c>\" title=\"d\">a</a> <a href=\"<c>\" title=\"d\">b</a></p>\n"
            ),
            ("[a]()", "<p><a href=\"<>\">a</a></p>\n"), ("a\\\nb  \nc", "<p>a<br />\nb<br />\nc</p>\n"),
            ("---", "<hr />\n"),
            ("```swift\na < b\n```", "<pre><code class=\"language-swift\">a &lt; b\n</code></pre>\n"),
            ("[a](b \"waymark.0\") [c](d)", "<p><a href=\"<b>\" title=\"waymark.0\">a</a> <a href=\"<d>\">c</a></p>\n"),
            ("[a](b \"x href=\\\"waymark.0\")", "<p><a href=\"<b>\" title=\"x href=&quot;waymark.0\">a</a></p>\n"),
            ("[a](waymark.1) [c](waymark.0)", "<p><a href=\"<waymark.1>\">a</a> <a href=\"<waymark.0>\">c</a></p>\n"),
            ("- [a](b) {#waymark.0}", "<ul>\n<li><span id=\"waymark.0\"></span><a href=\"<b>\">a</a></li>\n</ul>\n"),
            ("[x](y) ` href=\"waymark.0\"`", "<p><a href=\"<y>\">x</a> <code> href=&quot;waymark.0&quot;</code></p>\n"),
        ])
    func safe(text: String, expected: String) {
        #expect(html(text) == expected)
    }

    @Test(
        "links to an image on another host, and shows its words alone inside of a link",
        arguments: [
            ("![a *b*](https://x.example/c.png)", "<p><a href=\"<https://x.example/c.png>\">a <em>b</em></a></p>\n"),
            ("![](HTTP://x.example)", "<p><a href=\"<HTTP://x.example>\">HTTP://x.example</a></p>\n"),
            ("![a](//x.example/c.png)", "<p><a href=\"<//x.example/c.png>\">a</a></p>\n"),
            (
                "[![a](https://x.example/c.png) d](e.md) [f](g)",
                "<p><a href=\"<e.md>\">a d</a> <a href=\"<g>\">f</a></p>\n"
            ),
            ("[![](https://x.example)](e.md)", "<p><a href=\"<e.md>\">https://x.example</a></p>\n"),
            (
                "![a](http.png) ![b](/c.png)",
                "<p><img src=\"<http.png>\" alt=\"a\" /> <img src=\"</c.png>\" alt=\"b\" /></p>\n"
            ),
        ])
    func remoteImages(text: String, expected: String) {
        #expect(html(text) == expected)
    }

    @Test("keeps the words of a link that leads nowhere, and makes them no link")
    func deadLinks() {
        let document = MarkdownDocument("*a* [b *c*](gone.md \"t\") [d](e.md) ![f](gone.png)")
        let prose = document.prose(ofBlocks: Array(document.blocks))
        var html: [UInt8] = []
        prose.write(into: &html) { $0.destination == "e.md" ? Array("e.html".utf8) : nil }
        #expect(
            String(decoding: html, as: UTF8.self)
                == "<p><em>a</em> <a title=\"t\">b <em>c</em></a> <a href=\"e.html\">d</a> f</p>\n")
    }

    @Test(
        "shows raw HTML as text and drops comments",
        arguments: [
            ("a <b>c</b>", "<p>a &lt;b&gt;c&lt;/b&gt;</p>\n"), ("a<br>b<BR />c", "<p>a<br />\nb<br />\nc</p>\n"),
            ("a <!-- b --> c", "<p>a  c</p>\n"),
            ("<!-- a -->", ""), ("<!-- a\n\nb -->\n\nc", "<p>c</p>\n"), ("<!-- a --> b", "<p>b</p>\n"),
            ("<!-- a --> b <!-- c -->\nd", "<p>b</p>\n<p>d</p>\n"),
            ("- a\n  <!-- b -->\n  c", "<ul>\n<li>a\nc</li>\n</ul>\n"),
            ("- a\n  <!-- b --> c\n  d", "<ul>\n<li>a\nc\nd</li>\n</ul>\n"),
            ("- a\n\n  <!-- b -->\n\n  c", "<ul>\n<li>\n<p>a</p>\n<p>c</p>\n</li>\n</ul>\n"),
            ("<script>alert(1)</script>", "<pre><code>&lt;script&gt;alert(1)&lt;/script&gt;</code></pre>\n"),
            ("<div>\n*a*\n</div>", "<pre><code>&lt;div&gt;\n*a*\n&lt;/div&gt;</code></pre>\n"),
            ("<div><!-- x --></div>", "<pre><code>&lt;div&gt;&lt;/div&gt;</code></pre>\n"),
            ("a <img src=x onerror=alert(1)>", "<p>a &lt;img src=x onerror=alert(1)&gt;</p>\n"),
            ("<!-- never closed\n\na", ""),
        ])
    func rawHTML(text: String, expected: String) {
        #expect(html(text).replacing("\n</code>", with: "</code>") == expected)
    }

    @Test("leaves the destination of every scheme to the page")
    func schemes() {
        for destination in [
            "javascript:alert(1)", "data:text/html,x", "JaVaScRiPt:x", "vbscript:x", "java&#x0A;script:x",
        ] {
            let document = MarkdownDocument("[a](<\(destination)>) ![b](<\(destination)>)")
            let prose = document.prose(ofBlocks: Array(document.blocks))
            #expect(prose.links.count == 2)
            #expect(!String(decoding: prose.html, as: UTF8.self).contains("script"))
            #expect(prose.html(destination: { _ in "#" }) == "<p><a href=\"#\">a</a> <img src=\"#\" alt=\"b\" /></p>\n")
        }
    }

    @Test("has labels, kinds and plain words")
    func words() {
        let document = MarkdownDocument("A *b* [c **d**](e.md)\n![f](g.png)\n\n- h `i`<br>j\n")
        let prose = document.prose(ofBlocks: Array(document.blocks))
        #expect(prose.links.map(\.label) == ["c d", "f"])
        #expect(prose.links.map(\.isImage) == [false, true])
        #expect(prose.links.map(\.destination) == ["e.md", "g.png"])
        #expect(prose.plain.split(separator: " ").joined(separator: " ") == "A b c d f h i j")
    }

    @Test("of inlines has no paragraph, and links where they belong")
    func inlines() throws {
        for (text, expected) in [
            ("- a [b](c) d", "a <a href=\"c\">b</a> d"), ("- [b](c)", "<a href=\"c\">b</a>"), ("- a & b", "a &amp; b"),
            ("- <!-- x -->", ""), ("- *a*\n  b", "<em>a</em>\nb"),
        ] {
            let document = MarkdownDocument(text)
            let paragraph = document.all(.item).first?.firstChild
            let prose = paragraph.flatMap { $0.kind == .paragraph ? document.prose(ofInlinesOf: $0) : nil }
            #expect((prose ?? .empty).html() == expected)
        }
    }

    @Test("knows where links stand, whatever it is taken out of")
    func places() throws {
        let quote = MarkedText(
            "> a [x](⟦y.md⟧)\n> b [x](⟦y.md⟧)\n>\n> > c [x](⟦y.md⟧) [x](⟦y.md⟧)\n> > d [x](⟦y.md⟧)\n")
        let document = MarkdownDocument(quote.source, bodyStart: 0)
        let block = try #require(document.all(.quote).first)
        #expect(document.prose(ofBlocks: block.children).links.map(\.range) == quote.ranges)

        let item = MarkedText("- a\n\n- b [x](⟦y.md⟧) [x](⟦y.md⟧)\n  c [x](⟦y.md⟧)\nd [x](⟦y.md⟧)\n")
        let list = MarkdownDocument(item.source, bodyStart: 0)
        let paragraph = try #require(list.all(.item).last?.firstChild)
        #expect(list.prose(ofInlinesOf: paragraph).links.map(\.range) == item.ranges)
    }

    @Test("sets anchors on headings, items and quotes, whatever they start with")
    func anchors() {
        #expect(html("# A\n\n## B {#c}") == "<h1><span id=\"a\"></span>A</h1>\n<h2><span id=\"c\"></span>B</h2>\n")
        #expect(html("> a {#b}") == "<blockquote>\n<p><span id=\"b\"></span>a</p>\n</blockquote>\n")
        #expect(html("> - a\n>\n> b {#c}").contains("<span id=\"c\"></span>"))
        #expect(html("> | a |\n> |---|\n>\n> b {#c}").contains("<span id=\"c\"></span>"))
        #expect(html("> # A\n>\n> b {#c}").contains("<span id=\"c\"></span>"))
    }

    @Test(
        "is the HTML and the links that it was made of, in whatever form it is kept",
        arguments: [
            ("words", "words", [Int]()), ("a &amp; b", "a & b", []), ("a &amp; b", "a &amp; b", []),
            ("<p>words</p>\n", "words", []), ("<p>a &lt; b</p>\n", "a < b", []), ("<p></p>\n", "", []),
            ("<p>words</p>", "words", []), ("<q>words</q>\n", "words", []), ("<p>wordz</p>\n", "words", []),
            ("<a href=\"\">link</a>", "link", [9]), ("<a href=\"\">l</a>x", "link", [9]),
            ("<a href=\"\">a &amp; b</a>", "a & b", [9]), ("<i href=\"\">link</a>", "link", [9]),
            ("<a href=\"\">a</a><a href=\"\">b</a>", "ab", [9, 25]), ("", "", []),
        ])
    func forms(html: String, plain: String, offsets: [Int]) {
        let links = offsets.map {
            Prose.Link(offset: $0, destination: "to.md", label: plain, range: 3..<8, isImage: false)
        }
        let prose = Prose(html: Array(html.utf8), links: links, plain: plain)
        #expect(String(decoding: prose.html, as: UTF8.self) == html)
        #expect((prose.plain, prose.links) == (plain, links))
        var printed: [UInt8] = []
        prose.write(into: &printed) { _ in Array("x".utf8) }
        #expect(String(decoding: printed, as: UTF8.self) == html.replacing("href=\"\"", with: "href=\"x\""))
        var pack = PackWriter()
        prose.pack(into: &pack)
        var reading = PackReader(pack.bytes)
        #expect(Prose(from: &reading) == prose)
        #expect(reading.isFinished)
    }

    @Test("is a link alone if nothing else is told of it")
    func link() {
        let link = Prose.Link(offset: 9, destination: "to.md", label: "words", range: 3..<8, isImage: false)
        let prose = Prose(html: Array("<a href=\"\">words</a>".utf8), links: [link], plain: "words")
        #expect(prose.isLink)
        #expect(prose == Prose(linkTo: "to.md", label: "words", range: 3..<8))
        let image = Prose.Link(offset: 9, destination: "to.md", label: "words", range: 3..<8, isImage: true)
        #expect(!Prose(html: prose.html, links: [image], plain: "words").isLink)
        let other = Prose.Link(offset: 9, destination: "to.md", label: "word", range: 3..<8, isImage: false)
        #expect(!Prose(html: prose.html, links: [other], plain: "words").isLink)
    }

    @Test("can be put behind other prose")
    func followed() {
        let first = MarkdownDocument("[a](b)")
        let second = MarkdownDocument("[c](d)")
        let joined = first.prose(ofBlocks: Array(first.blocks)).followed(
            by: second.prose(ofBlocks: Array(second.blocks)))
        #expect(joined.html() == "<p><a href=\"b\">a</a></p>\n<p><a href=\"d\">c</a></p>\n")
        #expect(Prose.empty.followed(by: joined) == joined)
        #expect(joined.followed(by: .empty) == joined)
    }
}

@Suite("Nodes that are taken out of the tree")
struct RemovedNodesTests {
    @Test("stay valid as long as their document, with all that is below them")
    func stayValid() throws {
        let document = MarkdownDocument("- a {#x}\n\n  ## b\n\n  > c [d](e) {#y}\n\n- f\n")
        let item = try #require(document.all(.item).first)
        let blocks = item.children
        item.remove()
        // New nodes must not come to stand in their memory.
        for _ in 0..<100 { _ = MarkdownDocument("- a {#x}\n") }
        #expect(blocks.map(\.plainText) == ["a", "b", "c d"])
        #expect(blocks.flatMap(\.anchoredDescendants).count == 2)
        let prose = document.prose(ofBlocks: blocks)
        #expect(prose.links.map(\.destination) == ["e"])
        #expect(blocks.map(\.plainText) == ["a", "b", "c d"])
        #expect(document.all(.item).map(\.plainText) == ["f"])
    }
}
