import Diagnostics
import Markup
import Testing

@Suite("Front matter")
struct FrontMatterTests {
    private func read(_ text: String) -> (matter: FrontMatter, body: String, codes: [String]) {
        let source = SourceText(path: "a.md", text: text)
        let read = FrontMatter.read(source)
        return (read.value, String(decoding: source.bytes[read.value.bodyStart...], as: UTF8.self), read.codes)
    }

    @Test(
        "stands between two lines of dashes",
        arguments: [
            ("---\na: b\n---\nbody", "{a: b}", "body"), ("---\r\na: b\r\n---\r\nbody\r\n", "{a: b}", "body\r\n"),
            ("\u{FEFF}---\na: b\n---\nbody", "{a: b}", "body"), ("---  \t\na: b\n--- \nbody", "{a: b}", "body"),
            ("---\n---\nbody", "{}", "body"), ("---\n\n---\nbody", "{}", "body"), ("---\na: b\n---", "{a: b}", ""),
            ("---\na: b\n---\none\n\n---\n\ntwo\n---\n", "{a: b}", "one\n\n---\n\ntwo\n---\n"),
            ("---\na: |\n  ---\n  b\n---\nbody", "{a: ---\nb}", "body"),
            ("---\na: x---\n---\nbody", "{a: x---}", "body"),
            ("---\ra: b\r---\rbody", "{a: b}", "body"),
        ])
    func fences(text: String, outline: String, body: String) {
        let read = read(text)
        #expect(read.matter.mapping?.outline == outline)
        #expect(read.body == body)
        #expect(read.codes.isEmpty)
    }

    @Test(
        "is not there where the first line is no fence",
        arguments: [
            "", "body", "\n---\nA b\n---\n", " ---\nA b\n---\n", "----\na\n", "--- a\n---\n", "--\n", "\u{FEFF}body",
            "\u{FEFF}",
        ])
    func missing(text: String) {
        let read = read(text)
        #expect(read.matter.mapping == nil)
        #expect(read.matter.range.isEmpty)
        #expect(read.body == text.replacing("\u{FEFF}", with: ""))
        #expect(read.codes.isEmpty)
    }

    @Test(
        "that is never closed ends with the last line that can belong to it",
        arguments: [
            ("---", "{}", ""), ("---\n", "{}", ""), ("---\na: b", "{a: b}", ""),
            ("---\na: b\n\nbody: text\n", "{a: b}", "\nbody: text\n"),
            ("---\na: b\n# Title\n\nbody", "{a: b}", "# Title\n\nbody"),
            ("\u{FEFF}---\r\na: b\r\n\r\nbody", "{a: b}", "\r\nbody"),
            ("---\n# about\na: b\n## Stage\n", "{a: b}", "## Stage\n"),
        ])
    func unclosed(text: String, outline: String, body: String) {
        let read = read(text)
        #expect(read.matter.mapping?.outline == outline)
        #expect(read.body == body)
        #expect(read.codes == ["front-matter/unclosed"])
    }

    @Test("the fence that is never closed is shown")
    func unclosedPlace() {
        let text = MarkedText("\u{FEFF}⟦---⟧\na: b\n")
        #expect(FrontMatter.read(text.source).ranges == [text.range])
    }

    @Test("places in it are places in the file")
    func places() throws {
        let text = MarkedText("\u{FEFF}---\r\ntitle: Überblick\r\nlevel: ⟦sub⟧\r\n---\r\n")
        let mapping = try #require(FrontMatter.read(text.source).value.mapping)
        #expect(mapping["level"]?.value.range == text.range)
    }

    @Test(
        "fences that are not quite right are read, and said",
        arguments: [
            ("⟦--⟧\na: b\n---\nbody", ["front-matter/missing"]), ("⟦----⟧\na: b\n---\nbody", ["front-matter/missing"]),
            ("⟦—⟧\na: b\n---\nbody", ["front-matter/missing"]),
            ("\n\n⟦---⟧\na: b\n---\nbody", ["front-matter/missing"]),
            ("---\na: b\n⟦--⟧\nbody", ["front-matter/unclosed"]),
            ("---\r\na: b\r\n⟦...⟧\r\nbody", ["front-matter/unclosed"]),
            ("⟦---⟧\na: b\n\n## Stage\n\nbody\n\n---\n", ["front-matter/unclosed"]),
        ])
    func nearMisses(marked: String, codes: [String]) {
        let text = MarkedText(marked)
        let read = FrontMatter.read(text.source)
        #expect(read.value.mapping?.outline == "{a: b}")
        #expect(read.codes == codes)
        #expect(read.ranges == text.ranges)
        #expect(String(decoding: text.source.bytes[read.value.bodyStart...], as: UTF8.self).contains("body"))
    }
}
