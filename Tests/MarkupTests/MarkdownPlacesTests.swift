import Diagnostics
import Markup
import Testing

@Suite("Markdown: where things stand")
struct MarkdownPlacesTests {
    private static let linkPlaces = [
        "[a](⟦x.md⟧)", "text [a](⟦x.md⟧) more [b](⟦y.md⟧)", "é日本 [a](⟦x.md⟧)", "# Head [a](⟦x.md⟧) #",
        "Head [a](⟦x.md⟧)\n===",
        "- a [a](⟦x.md⟧)\n  b [b](⟦x.md⟧)", "- a\nlazy [b](⟦x.md⟧) [b](⟦x.md⟧)", "- a\n        deep [b](⟦x.md⟧)",
        "> q [a](⟦x.md⟧)\n> r [b](⟦x.md⟧)",
        "> q\nlazy [a](⟦x.md⟧)", ">q\n>   [a](⟦x.md⟧)", "> > a\n> > [b](⟦x.md⟧)\n> [c](⟦x.md⟧)\n[d](⟦x.md⟧)",
        "1. a\n   - b\n     [c](⟦x.md⟧)\n     [d](⟦x.md⟧)",
        "- > a\n  > [b](⟦x.md⟧)\n  [c](⟦x.md⟧)", "a\r\nb [c](⟦x.md⟧)\r\nd [e](⟦x.md⟧)\r\n", "\ta\n\nb\n\t[c](⟦x.md⟧)",
        "-\ta\n\t[b](⟦x.md⟧)", "a  \nb [c](⟦x.md⟧)",
        "a\\\nb [c](⟦x.md⟧)", "`code\nspan` [a](⟦x.md⟧)\n[b](⟦x.md⟧)", "[a\nb](⟦x.md⟧) [c](⟦x.md⟧)",
        "[a](⟦x.md⟧\n\"title\") [c](⟦z.md⟧)", "<b\nc> [a](⟦x.md⟧)",
        "[a](<⟦x y.md⟧>)", "[a]( ⟦x.md⟧ \"title\")", "<⟦http://x.example/⟧> [a](⟦x.md⟧)", "![a](⟦x.png⟧)",
        "[![a](⟦x.png⟧)](⟦y.md⟧)",
        "[x.md](⟦x.md⟧)", "[(x.md)](⟦x.md⟧)", "[a](⟦#here⟧) [b](⟦x.md#here⟧)", "**[a](⟦x.md⟧)** _[b](⟦x.md⟧)_",
        "| a | b |\n|---|---|\n| [a](⟦x.md⟧) | [b](⟦x.md⟧) |",
        "> | a | b |\n> |---|---|\n> | c | [b](⟦x.md⟧) |", "a 👩‍👩‍👧 [b](⟦x.md⟧)\n日本 [c](⟦x.md⟧)",
        "[d]: y.md\ntext [a](⟦x.md⟧)\n", "[d]:\n  y.md\n  'title'\n[e]: z.md\ntext [a](⟦x.md⟧) [a](⟦x.md⟧)\n",
        "- [d]: y.md\n  text [a](⟦x.md⟧)\n  [a](⟦x.md⟧)", "[a](x\\.md) [b](⟦x.md⟧)",
    ]

    @Test("of the destinations of links", arguments: linkPlaces)
    func destinations(marked: String) {
        let text = MarkedText(marked)
        let document = MarkdownDocument(text.source, bodyStart: 0)
        let prose = document.prose(ofBlocks: Array(document.blocks))
        let ranges = prose.links.map(\.range).sorted { $0.lowerBound < $1.lowerBound }
        #expect(text.ranges.allSatisfy(ranges.contains), "\(ranges) for \(text.ranges)")
    }

    @Test("of the destinations of links by reference")
    func definitions() {
        for marked in [
            "[a]\n\n[a]: ⟦x.md⟧", "[b][a] c\n\n[a]: <⟦x y.md⟧> 'title'", "[a][]\n\n[a]:\n  ⟦x.md⟧\n",
            "é [a]\n\n> [a]: ⟦x.md⟧",
        ] {
            let text = MarkedText(marked)
            let document = MarkdownDocument(text.source, bodyStart: 0)
            #expect(document.prose(ofBlocks: Array(document.blocks)).links.map(\.range) == text.ranges, "\(marked)")
        }
    }

    @Test(
        "of the words of headings",
        arguments: [
            "## ⟦Head⟧", "## ⟦Head⟧ ##", "##   ⟦Head⟧  \nbody", "## ⟦日本 é⟧ {#x}", "⟦Head⟧\n----", "a\n\n## ⟦Head⟧\r\nb",
            "> # ⟦Head⟧", "- # ⟦Head⟧ {.x}",
            "## ⟦**Head** b⟧ {#x}", "   ## ⟦Head⟧", "##\t⟦Head⟧", "## ⟦a `b`⟧",
        ])
    func headings(marked: String) throws {
        let text = MarkedText(marked)
        let document = MarkdownDocument(text.source, bodyStart: 0)
        #expect(try #require(document.all(.heading).first).textRange == text.range)
    }

    @Test(
        "of the words of items",
        arguments: [
            "- ⟦a b⟧", "- ⟦a b⟧ {#x}", "-   ⟦a⟧\n  b", "1. ⟦日本⟧ {severity=3}", "- a\n  - ⟦b⟧", "> - ⟦a⟧", "-\n  ⟦a⟧",
            "\t- x\n\n- ⟦a⟧", "- ⟦a⟧\r\n",
        ])
    func items(marked: String) throws {
        let text = MarkedText(marked)
        let document = MarkdownDocument(text.source, bodyStart: 0)
        let paragraph = try #require(document.all(.item).last?.firstChild)
        #expect(paragraph.textRange == text.range)
    }

    @Test("are places in the file, behind front matter and a BOM")
    func behindFrontMatter() throws {
        let text = MarkedText("\u{FEFF}---\r\ntitle: é\r\n---\r\n\r\n## ⟦Head⟧\r\n\r\n- [a](⟦x.md⟧) {#⟦id⟧}\r\n")
        let bodyStart = FrontMatter.read(text.source).value.bodyStart
        let document = MarkdownDocument(text.source, bodyStart: bodyStart)
        let heading = try #require(document.all(.heading).first)
        #expect(heading.textRange == text.ranges[0])
        #expect(document.explicitIDs.map(\.range) == [text.ranges[2]])
        #expect(document.all(.link).map(\.destinationRange) == [text.ranges[1]])
    }
}
