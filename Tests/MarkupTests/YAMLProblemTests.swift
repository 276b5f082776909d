import Diagnostics
import Markup
import Testing

@Suite("YAML: what is wrong")
struct YAMLProblemTests {
    @Test(
        "aliases, anchors and tags are refused, once each, and the keys around are read",
        arguments: [
            ("a: 1\nb: ⟦*x⟧\nc: 2", "{a: 1, b: !, c: 2}", "aliases (*name)"),
            ("a: 1\nb: ⟦&x y⟧\nc: 2", "{a: 1, b: y, c: 2}", "anchors (&name)"),
            ("a: 1\nb: ⟦!!str y⟧\nc: 2", "{a: 1, b: y, c: 2}", "tags (!name)"),
            ("a: [1, ⟦*x⟧, 2]", "{a: [1, !, 2]}", "aliases (*name)"),
            ("a: 1\n⟦*x⟧ : y\nc: 2", "{a: 1, c: 2}", "aliases (*name)"),
            ("a: 1\n<<: ⟦*x⟧\nc: 2", "{a: 1, c: 2}", "aliases (*name)"),
        ])
    func refused(marked: String, outline: String, message: String) {
        let text = MarkedText(marked)
        let read = YAMLMapping.read(text.source)
        #expect(read.value.outline == outline)
        #expect(read.codes == ["front-matter/refused"])
        #expect(read.messages.first?.hasPrefix(message) == true)
        #expect(read.ranges == [text.range])
    }

    @Test("no file can unfold into more than it says")
    func bomb() {
        var text = "a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n"
        for level in 1..<30 {
            text +=
                "a\(level): &a\(level) [" + Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ") + "]\n"
        }
        let read = YAMLMapping.read(SourceText(path: "a", text: text))
        #expect(read.value.entries.count == 30)
        #expect(read.diagnostics.count == 30 + 29 * 9)
    }

    @Test(
        "is said where it is, in an author's words, and the keys around are read",
        arguments: [
            ("a: 1\nb: ⟦\"⟧open\nc: 2\n", "{a: 1, b: !, c: 2}", "the quotes that open here"),
            ("a: 1\nb: ⟦'⟧open\nc: 2\n", "{a: 1, b: !, c: 2}", "the quotes that open here"),
            ("a: 1\nb: ⟦[⟧x, y\nc: 2\n", "{a: 1, b: !, c: 2}", "the list that opens with '['"),
            ("a: 1\nb: ⟦{⟧x: y\nc: 2\n", "{a: 1, b: !, c: 2}", "the mapping that opens with '{'"),
            ("a: 1\nb: x⟦:⟧ y\nc: 2\n", "{a: 1, b: !, c: 2}", "a colon followed by a space"),
            ("a: 1\nb: ⟦@⟧x\nc: 2\n", "{a: 1, b: !, c: 2}", "a value can't start with '@'"),
            ("a: 1\nb: ⟦%⟧x\nc: 2\n", "{a: 1, b: !, c: 2}", "a value can't start with '%'"),
            ("a: 1\nb: ⟦`⟧x\nc: 2\n", "{a: 1, b: !, c: 2}", "a value can't start with '`'"),
            ("a: 1\nb:\n⟦\t⟧- x\nc: 2\n", "{a: 1, b: !, c: 2}", "a tab can't be used"),
            ("a: 1\nb: \"x\" ⟦y⟧\nc: 2\n", "{a: 1, b: !, c: 2}", "the value ends with the quote"),
            ("a: 1\nb: x\n  ⟦c⟧: y\nd: 2\n", "{a: 1, b: !, d: 2}", "this line starts further right"),
            ("日: 1\nb: ⟦\"⟧é\nc: 本\n", "{日: 1, b: !, c: 本}", "the quotes that open here"),
            ("a: 1\r\nb: ⟦[⟧x\r\nc: 2\r\n", "{a: 1, b: !, c: 2}", "the list that opens with '['"),
            ("a: 1\nb: x⟦\u{0}⟧y\nc: 2\n", "{a: 1, b: !, c: 2}", "a control character"),
            ("a: 1\nb: é⟦\u{1B}⟧[m\nc: 2\n", "{a: 1, b: !, c: 2}", "a control character"),
            ("a: 1\n⟦b⟧ 2\nc: 3\n", "{a: 1, b: !, c: 3}", "expected"),
            ("a: 1\n⟦b⟧:2\nc: 3\n", "{a: 1, b: !, c: 3}", "a space is missing"),
            ("⟦hello⟧\na: 1\nc: 3\n", "{hello: !, a: 1, c: 3}", "expected"),
            ("# é\n\na: ⟦\"⟧x\nb: 1\n", "{a: !, b: 1}", "the quotes that open here"),
            ("a: 1\nb c: ⟦\"⟧x\nd: 2\n", "{a: 1, b c: !, d: 2}", "the quotes that open here"),
            ("a: 1\n\"b\": ⟦[⟧x\nd: 2\n", "{a: 1, b: !, d: 2}", "the list that opens with '['"),
            ("a: 1\nb: ⟦*⟧\nc: 2\n", "{a: 1, b: !, c: 2}", "a value can't start with '*'"),
            ("a: 1\nb: ⟦*⟧*bold**\nc: 2\n", "{a: 1, b: !, c: 2}", "a value can't start with '*'"),
            ("a: 1\nb: ⟦!⟧<x\nc: 2\n", "{a: 1, b: !, c: 2}", "a value can't start with '!'"),
        ])
    func located(marked: String, outline: String, message: String) {
        let text = MarkedText(marked)
        let read = YAMLMapping.read(text.source)
        #expect(read.value.outline == outline)
        #expect(read.codes == ["front-matter/syntax"])
        #expect(read.messages.first?.hasPrefix(message) == true, "\(read.messages)")
        #expect(read.ranges.first?.lowerBound == text.range.lowerBound)
        #expect(
            read.diagnostics.allSatisfy { !$0.message.contains("libyaml") && !$0.message.contains("block mapping") })
    }

    @Test("several mistakes of one file are all said")
    func several() {
        let text = MarkedText("a: ⟦\"⟧x\nb: 1\nc: ⟦[⟧y\nb: 2\nd: z⟦:⟧ z\ne: 3\n")
        let read = YAMLMapping.read(text.source)
        #expect(read.value.outline == "{a: !, b: 1, c: !, d: !, e: 3}")
        #expect(
            read.diagnostics.filter { $0.code == .yamlSyntax }.sorted().map(\.location.range.lowerBound)
                == text.ranges.map(\.lowerBound))
        #expect(read.diagnostics.count { $0.code == .duplicateKey } == 1)
    }

    @Test("a list or a mapping as a key is said once, and costs that entry alone")
    func wrongKeys() {
        for text in ["a: 1\n? [x, y]\n: z\nb: 2\n", "a: 1\n{x: y}: z\nb: 2\n", "a: 1\n[x]: z\nb: 2\n"] {
            let read = YAMLMapping.read(SourceText(path: "a", text: text))
            #expect(read.value.outline == "{a: 1, b: 2}", "\(text)")
            #expect(read.diagnostics.count == 1, "\(read.messages)")
        }
    }

    @Test(
        "what is offered for quotes inside quotes can be read",
        arguments: [
            ("\"I don't do apps.\" she says", "\"I don't do apps.\" she says"),
            ("'\"I don't do apps.\" she says'", "\"I don't do apps.\" she says"),
            ("'I don't do apps.'", "I don't do apps."),
            ("'I don't do \"apps\".'", "I don't do \"apps\"."), ("\"No\" at C:\\", "\"No\" at C:\\"),
            ("'No' is a word", "'No' is a word"), ("\"She said \"no\" twice\"", "She said \"no\" twice"),
        ])
    func quotes(written: String, meant: String) throws {
        let read = YAMLMapping.read(SourceText(path: "a", text: "a: 1\nquote: \(written)\n"))
        #expect(read.messages == ["the value ends with the quote before this, and more follows"])
        let hint = try #require(read.diagnostics.first?.hint)
        let mended = YAMLMapping.read(SourceText(path: "a", text: "quote: \(hint.dropFirst("write ".count))\n"))
        #expect(mended.messages == [])
        guard case .scalar(meant)? = mended.value["quote"]?.value.kind else {
            Issue.record("\(hint)")
            return
        }
    }
}
