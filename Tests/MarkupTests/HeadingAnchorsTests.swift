import Markup
import Testing

@Suite("Anchors of headings")
struct HeadingAnchorsTests {
    private func names(_ text: String) -> [HeadingAnchors.Names] {
        let document = MarkdownDocument(text)
        return withExtendedLifetime(document) { document.all(.heading).compactMap(\.anchorNames) }
    }

    private func anchors(_ text: String) -> [String] { names(text).map(\.anchor) }
    private func hosted(_ text: String) -> [String] { names(text).map(\.onCodeHosts) }

    @Test(
        "are made as code hosts make them",
        arguments: [
            ("Before the move", "before-the-move"), ("What's next?", "whats-next"), ("A  b", "a--b"),
            ("a_b - c", "a_b---c"), ("*Very* **bold** `code`", "very-bold-code"),
            ("1.2 Numbers", "12-numbers"), ("Größe & ÄRGER", "größe--ärger"), ("日本語 の 見出し", "日本語-の-見出し"),
            ("🚆 Train", "-train"), ("[A link](x.md)", "a-link"),
            ("C++/C#", "cc"), ("Ünïcödé", "ünïcödé"), ("e\u{301}", "e\u{301}"), ("हिन्दी", "हिन्दी"), ("ⅷ Henry", "ⅷ-henry"),
            ("tab\tbed", "tabbed"),
            ("&amp; Co", "-co"), ("a\\_b", "a_b"), ("x² y½", "x-y"),
        ])
    func slugs(words: String, anchor: String) {
        #expect(anchors("## \(words)") == [anchor])
    }

    @Test("are numbered where they are taken")
    func duplicates() {
        #expect(anchors("# a\n\n# a\n\n# a-1\n\n# a\n") == ["a", "a-1", "a-1-1", "a-2"])
        #expect(anchors("# !\n\n# ?\n") == ["section", "section-1"])
    }

    @Test("explicit ids come first, wherever they stand")
    func explicit() {
        #expect(anchors("# a\n\n# b {#a}\n\n# a\n\n- x {#a-2}\n") == ["a-1", "a", "a-3"])
        #expect(anchors("# a\n\n> # b {#q}\n") == ["a", "q"])
    }

    @Test("what code hosts make of a heading counts its attributes as words")
    func codeHosts() {
        #expect(
            hosted("## Before the move {#before}\n\n## Tell us {#tell .moment-of-truth}\n") == [
                "before-the-move-before", "tell-us-tell-moment-of-truth",
            ])
        #expect(hosted("# a\n\n# a\n\n# b {#a}\n") == ["a", "a-1", "b-a"])
    }

    @Test("50,000 headings of one text are named in time", .timeLimit(.minutes(5)))
    func many() {
        let names = anchors(String(repeating: "# same\n", count: 50_000))
        #expect(names.count == 50_000)
        #expect(names.last == "same-49999")
    }
}
