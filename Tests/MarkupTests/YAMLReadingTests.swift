import Diagnostics
import Markup
import Testing

@Suite("YAML: values and their places")
struct YAMLReadingTests {
    @Test(
        "every way to write a value",
        arguments: [
            ("", "{}"), ("\n\n", "{}"), ("# only a comment\n", "{}"), ("---\n", "{}"), ("a:", "{a: ~}"),
            ("a: ~", "{a: ~}"), ("a: null", "{a: ~}"), ("a: \"\"", "{a: }"), ("a: '~'", "{a: ~}"),
            ("a: no\nb: 08\nc: 1.10\nd: 2026-08-18", "{a: no, b: 08, c: 1.10, d: 2026-08-18}"),
            ("a: 'it''s'", "{a: it's}"), ("a: \"x\\ty\\u00e9\\\"\"", "{a: x\ty\u{E9}\"}"),
            ("a: one\n  two", "{a: one two}"), ("a: >\n  one\n  two\n", "{a: one two}"),
            ("a: |\n  one\n  two\n", "{a: one\ntwo}"), ("a: |-\n  one\n   two", "{a: one\n two}"),
            ("a: |-\n  ---\n  b: c", "{a: ---\nb: c}"), ("a: '---'", "{a: ---}"), ("a: x --- y", "{a: x --- y}"),
            ("a: [b, 'c, d', [e]]", "{a: [b, c, d, [e]]}"), ("a: [\n  b,\n  c,\n]", "{a: [b, c]}"),
            ("a: []", "{a: []}"),
            ("a: {b: c, d: {e: f}}", "{a: {b: c, d: {e: f}}}"), ("a:\n  b: c\n  d:\n    - e\n", "{a: {b: c, d: [e]}}"),
            ("a:\n- b\n- c: d\n  e: f\n", "{a: [b, {c: d, e: f}]}"), ("a: b # c", "{a: b}"), ("a: b#c", "{a: b#c}"),
            ("a: x:y", "{a: x:y}"), ("a: http://x.example/?a=b&c=d", "{a: http://x.example/?a=b&c=d}"),
            ("\"a b\": c", "{a b: c}"), ("a b: c", "{a b: c}"), ("größe: 日本", "{größe: 日本}"),
            ("a: b\r\nc: d\r\n", "{a: b, c: d}"),
            ("a:\tb", "{a: b}"), ("a: b\t", "{a: b}"),
        ])
    func values(text: String, outline: String) {
        let read = YAMLMapping.read(SourceText(path: "a", text: text))
        #expect(read.value.outline == outline)
        #expect(read.diagnostics.isEmpty)
    }

    /// The places of all keys and values, quotes included, in the order of the file.
    private func places(in mapping: YAMLMapping) -> [TextRange] {
        func places(in node: YAMLNode) -> [TextRange] {
            switch node.kind {
            case .mapping(let inner): self.places(in: inner)
            case .sequence(let items): items.flatMap(places(in:))
            default: [node.range]
            }
        }
        return mapping.entries.flatMap { [$0.keyRange] + places(in: $0.value) }
    }

    @Test(
        "places are bytes, whatever stands before",
        arguments: [
            "⟦a⟧: ⟦b c⟧\n⟦d⟧:   ⟦e⟧  \n", "⟦é⟧: ⟦日本⟧ # 日\n⟦ü⟧: ⟦\"ß\"⟧\n", "# 日本\r\n⟦a⟧: ⟦'b'⟧\r\n⟦c⟧: ⟦d⟧\r\n",
            "⟦a⟧: [⟦é⟧, ⟦'ß, x'⟧, {⟦日⟧: ⟦本⟧}]\n⟦b⟧: ⟦c⟧\n", "⟦a⟧:\n  - ⟦b⟧\n  - ⟦👩‍👩‍👧⟧\n  - ⟦c⟧: ⟦d⟧\n⟦e⟧: ⟦f⟧\n",
            "⟦a⟧: ⟦one\n  two⟧\n⟦b⟧: ⟦c⟧",
            "⟦\"a\"⟧: ⟦'x\n\n  y'⟧\n⟦b⟧: ⟦c⟧", "⟦a⟧: ⟦\"é\u{2028}é\u{85}é\"⟧\n⟦b⟧: ⟦c⟧", "---\n⟦a⟧: ⟦b⟧\n",
        ])
    func places(marked: String) {
        let text = MarkedText(marked)
        let read = YAMLMapping.read(text.source)
        #expect(read.diagnostics.isEmpty)
        #expect(places(in: read.value) == text.ranges)
    }

    @Test("the place of a collection ends with it")
    func collections() {
        for marked in [
            "a: ⟦[b, {c: d}]⟧\ne: f\n", "a: ⟦{b: [c]}⟧\ne: f", "a:\n  ⟦b: c\n  d: e⟧\n\nf: g",
            "a:\n  ⟦- b\n  - c⟧\n\n# x\nf: g",
        ] {
            let text = MarkedText(marked)
            #expect(YAMLMapping.read(text.source).value["a"]?.value.range == text.range)
        }
    }

    @Test("the place of a block of text starts at its sign and ends with its last line")
    func blocks() throws {
        let text = MarkedText("a: ⟦|\n  é\n  b⟧\n\nc: d\n")
        let node = try #require(YAMLMapping.read(text.source).value["a"]?.value)
        #expect(node.range.lowerBound == text.range.lowerBound)
        #expect(node.range.upperBound >= text.range.upperBound)
        #expect(node.range.upperBound <= text.range.upperBound + 2)
    }

    @Test(
        "parts of a value have places where the file says the same as the value",
        arguments: ["a: x#⟦part⟧", "a: 'x#⟦part⟧'", "a: \"x#⟦part⟧\" # b", "é: [日, \"x#⟦part⟧\"]"])
    func parts(marked: String) throws {
        let text = MarkedText(marked)
        var node = try #require(YAMLMapping.read(text.source).value.entries.first?.value)
        if case .sequence(let items) = node.kind { node = try #require(items.last) }
        #expect(node.range(ofPart: 2..<6) == text.range)
    }

    @Test(
        "where the file says it differently a part is the whole",
        arguments: ["a: ⟦\"x\\x23part\"⟧", "a: ⟦'x''s part'⟧", "a: ⟦x\n  y⟧"])
    func unknownParts(marked: String) throws {
        let text = MarkedText(marked)
        let node = try #require(YAMLMapping.read(text.source).value["a"]?.value)
        #expect(node.range(ofPart: 2..<3) == text.range)
    }

    @Test("keys given twice are said at every depth, and the first is kept")
    func duplicates() {
        let text = MarkedText(
            "⟦a⟧: 1\nb:\n  ⟦c⟧: 2\n  d: {⟦e⟧: 3, ⟦e⟧: 4}\n  ⟦c⟧: 5\nf:\n  - {g: 6, h: 7}\n  - {g: 8}\n⟦a⟧: 9\n")
        let read = YAMLMapping.read(text.source)
        #expect(read.value.outline == "{a: 1, b: {c: 2, d: {e: 3}}, f: [{g: 6, h: 7}, {g: 8}]}")
        #expect(
            read.codes == ["front-matter/duplicate-key", "front-matter/duplicate-key", "front-matter/duplicate-key"])
        let (a, c, e) = (
            (text.ranges[0], text.ranges[5]), (text.ranges[1], text.ranges[4]), (text.ranges[2], text.ranges[3])
        )
        #expect(read.ranges == [e.1, c.1, a.1])
        #expect(read.diagnostics.sorted().flatMap(\.notes).map(\.location.range) == [e.0, c.0, a.0])
    }

    @Test("what is only a list or a word is said")
    func notAMapping() {
        for marked in ["⟦- a\n- b⟧\n", "⟦hello world⟧\n", "⟦[a, b]⟧", "⟦\"a\"⟧"] {
            let text = MarkedText(marked)
            let read = YAMLMapping.read(text.source)
            #expect(read.value.entries.allSatisfy { $0.value.isBroken })
            #expect(read.messages.count == 1)
            #expect(read.messages.first?.hasPrefix("expected") == true)
            #expect(read.ranges == [text.range])
        }
    }

    @Test("a second document is said, and the first is read")
    func secondDocument() {
        let text = MarkedText("a: b\n---\n⟦c: d⟧\n")
        let read = YAMLMapping.read(text.source)
        #expect(read.value.outline == "{a: b}")
        #expect(read.messages == ["a second document starts here: one is read"])
        #expect(read.ranges == [text.range])
    }

    @Test("a range of a file is read for itself, with places in the file")
    func partOfAFile() {
        let text = MarkedText("日本: x\n---\na: ⟦é⟧\n---\n: : :\n")
        let start = "日本: x\n---\n".utf8.count
        let read = YAMLMapping.read(text.source, in: start..<(start + "a: é\n".utf8.count))
        #expect(read.value["a"]?.value.range == text.range)
        #expect(read.diagnostics.isEmpty)
    }
}
