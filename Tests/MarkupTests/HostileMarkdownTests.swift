import Diagnostics
import Markup
import Testing

/// Inputs made to crash, hang or fill memory: everything here must take time in proportion to its size.
@Suite("Hostile Markdown", .serialized, .timeLimit(.minutes(2)))
struct HostileMarkdownTests {
    /// Reads and renders as the content files do, and returns the HTML's size.
    @discardableResult
    private func render(_ text: String) -> Int {
        let source = SourceText(path: "a.md", text: text)
        let document = MarkdownDocument(source, bodyStart: FrontMatter.read(source).value.bodyStart)
        for diagnostic in document.diagnostics { check(diagnostic.location.range, in: source) }
        for node in document.all(.heading) + document.all(.item) { check(node.textRange, in: source) }
        for node in document.blocks.flatMap(\.anchoredDescendants) { check(node.range, in: source) }
        let prose = document.prose(ofBlocks: Array(document.blocks))
        for link in prose.links { check(link.range, in: source) }
        var html: [UInt8] = []
        prose.write(into: &html) { Array($0.destination.utf8) }
        return html.count
    }

    private func check(_ range: TextRange, in source: SourceText) {
        if range.lowerBound < 0 || range.upperBound > source.bytes.count {
            Issue.record("\(range) is outside the file")
        }
    }

    private static let repeated = [
        ">", "[", "]", "*", "**", "_", "`", "``", "!", "![", "[](", "<", "<a ", "<!--", "<?", "&", "\\", "- ", "* ",
        "1. ", "# ", "|", "|-", "{", "}", "{#", "{#a}", "\"", "~", ":", "[a](",
        "[a][", "[a]: b ", "a_", "*a", "**a *b ", "[*a](", "<http://", "a@b ", "\t", " ", "\u{0}", "\u{FEFF}",
        "e\u{301}", "日", "👩‍", "> - ", "- > ", "- {#a} ", "[a]: ", "![a", "](b)", "<br>", "\\|", "|-|\n",
        "[a](../b ", "[ab] (../b", "[ab] (../b) ", "[[a]] ", "[[a", "# a [#a] ", "# a {a} ", "(#a ",
        "$", "$a", "$a^", "$$\n", "[a|b.md] ", "[a|", "{panel}\n", "{code", "<b>", "<div>\n", "[TOC]\n", "h2. a\n",
    ]

    @Test("on one line", arguments: repeated)
    func oneLine(part: String) {
        let time = ContinuousClock().measure {
            render(String(repeating: part, count: 12_000 / max(1, part.utf8.count)))
        }
        #expect(time < .seconds(5), "\(part.debugDescription) took \(time)")
    }

    @Test(
        "line by line",
        arguments: [
            "> [a](b) {#c}\n", "# same\n", "- a {#a severity=3}\n", "[a]: b\n", "[a](b) ", "a\n\n", "> a\n\n",
            "- a\n\n", "1. a\n   - b\n", "<b>\n", "<!-- a -->\n", "| a | b |\n|---|---|\n", "| a |\n",
            "{#a}\n", "a {\n", "a }\n", "* * *\n", "```\n", "~~~\n\n", "a  \n", "a\\\n", "`a\n", "*a\n", "[a\n", "<a\n",
            "&amp;\n", "- [ ] a\n", "---\n", "===\n", "a\n===\n", "\r", "    a\n", "\ta {#b}\n", "[a]\n",
        ])
    func lines(line: String) {
        let time = ContinuousClock().measure {
            render(String(repeating: line, count: 4_000 / max(1, line.utf8.count / 8)))
        }
        #expect(time < .seconds(5), "\(line.debugDescription) took \(time)")
    }

    @Test("50,000 links on one line")
    func links() {
        let time = ContinuousClock().measure { render(String(repeating: "[a](b) ", count: 50_000)) }
        #expect(time < .seconds(30))
    }

    @Test("links to places that are written in other words")
    func escapedLinks() {
        let time = ContinuousClock().measure { render(String(repeating: "[a](b\\.c&amp;d) ", count: 10_000)) }
        #expect(time < .seconds(30))
    }

    @Test("deep lists and quotes with something on every level")
    func deep() {
        var nested = ""
        for depth in 0..<600 { nested += String(repeating: "  ", count: depth) + "- a {#i\(depth)}\n" }
        render(nested)
        var quoted = ""
        for depth in 1..<600 { quoted += String(repeating: "> ", count: depth) + "a [b](c) {#q\(depth)}\n" }
        let time = ContinuousClock().measure { render(quoted) }
        #expect(time < .seconds(20))
    }

    @Test("lazy lines under a deep quote")
    func lazyLines() {
        let text = String(repeating: ">", count: 20_000) + " a\n" + String(repeating: "<b> [c](d)\n", count: 10_000)
        let time = ContinuousClock().measure { render(text) }
        #expect(time < .seconds(20))
    }

    @Test("images in images")
    func images() {
        let text = String(repeating: "![", count: 20_000) + "a" + String(repeating: "](b)", count: 20_000)
        let time = ContinuousClock().measure { render(text) }
        #expect(time < .seconds(20))
    }

    @Test("lines of half a megabyte")
    func longLines() {
        for text in [
            String(repeating: "word ", count: 100_000), "# " + String(repeating: "word ", count: 100_000),
            "- " + String(repeating: "é", count: 250_000) + " {#a}",
            String(repeating: "a|", count: 50_000) + "\n" + String(repeating: "-|", count: 50_000) + "\n",
        ] {
            let time = ContinuousClock().measure { render(text) }
            #expect(time < .seconds(30))
        }
    }
}
