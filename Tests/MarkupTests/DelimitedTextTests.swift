import Diagnostics
import Markup
import Testing

@Suite("Delimited text (RFC 4180)")
struct DelimitedTextTests {
    private func fields(_ text: String) -> [[String]] {
        DelimitedText(SourceText(path: "a.csv", text: text)).records.map { $0.fields.map(\.text) }
    }

    @Test(
        "has records of fields",
        arguments: [
            ("", []), ("\n\r\n\n", []), ("a", [["a"]]), ("a,b\nc,d", [["a", "b"], ["c", "d"]]),
            ("a,b\r\nc,d\r\n", [["a", "b"], ["c", "d"]]), ("a,b\rc,d\r", [["a", "b"], ["c", "d"]]),
            ("\u{FEFF}a,b\n", [["a", "b"]]), (" a ,\tb c ", [["a", "b c"]]), (",\n", [["", ""]]),
            ("a,,c,", [["a", "", "c", ""]]),
            ("\"a,b\",c", [["a,b", "c"]]), ("\"a \"\"b\"\"\",c", [["a \"b\"", "c"]]),
            ("\"a\nb\",c\nd,e", [["a\nb", "c"], ["d", "e"]]),
            ("\"a\r\nb\",c", [["a\r\nb", "c"]]), ("\"\",x", [["", "x"]]), ("\"\"\n", [[""]]),
            (" \"a\" , b", [["a", "b"]]),
            ("a\n\n  \nb", [["a"], ["b"]]), ("é,日本\n", [["é", "日本"]]), ("\" a \"", [[" a "]]),
        ] as [(String, [[String]])])
    func records(text: String, expected: [[String]]) {
        let table = DelimitedText(SourceText(path: "a.csv", text: text))
        #expect(fields(text) == expected)
        #expect(table.strayQuotes.isEmpty)
    }

    @Test("has a place for every field, quotes included")
    func places() {
        let text = MarkedText("\u{FEFF}⟦a⟧, ⟦日本⟧ ,⟦\"x\ny\"⟧\r\n⟦⟧,⟦\"\"⟧,⟦z⟧")
        let table = DelimitedText(text.source)
        #expect(table.records.flatMap { $0.fields.map(\.range) } == text.ranges)
    }

    @Test("counts the lines that records start on, for every kind of line end")
    func lines() {
        for end in ["\n", "\r\n", "\r"] {
            let text = "a\(end)\(end)\"b\(end)c\"\(end)d\(end)"
            #expect(DelimitedText(SourceText(path: "a", text: text)).records.map(\.line) == [1, 3, 5])
        }
    }

    @Test("a quote that is never closed costs its own row")
    func unclosed() {
        let text = MarkedText("a,b\nc,⟦\"⟧d\ne,f\n")
        let table = DelimitedText(text.source)
        #expect(table.records.map { $0.fields.map(\.text) } == [["a", "b"], ["c", "\"d"], ["e", "f"]])
        #expect(table.strayQuotes == text.ranges)
        #expect(table.records.map(\.hasStrayQuotes) == [false, true, false])
    }

    @Test("text behind a closing quote is said, a quote inside plain text is text")
    func strayQuotes() {
        let text = MarkedText("a,\"b⟦\"⟧c,d\ne,f\"g,h\n")
        let table = DelimitedText(text.source)
        #expect(table.records.map { $0.fields.map(\.text) } == [["a", "b", "d"], ["e", "f\"g", "h"]])
        #expect(table.strayQuotes == text.ranges)
        #expect(table.records.map(\.hasStrayQuotes) == [true, false])
    }
}
