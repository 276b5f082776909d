import Diagnostics
import Testing

@Suite("Lines and columns")
struct SourceLinesTests {
    private func position(in marked: String) -> [Int] {
        let text = MarkedText(marked)
        let position = SourceLines(text.source).position(of: text.range.lowerBound)
        return [position.line, position.column]
    }

    @Test(
        "count from 1, columns in characters",
        arguments: [
            ("⟦⟧", 1, 1),
            ("a⟦b⟧", 1, 2),
            ("one\ntwo ⟦x⟧", 2, 5),
            ("é̂ßx⟦y⟧", 1, 4),
            ("日本⟦語⟧", 1, 3),
            ("👩‍👩‍👧 ⟦x⟧", 1, 3),
            ("e\u{301}⟦x⟧", 1, 2),
            ("\t⟦x⟧", 1, 2),
            ("one\n⟦⟧", 2, 1),
            ("one\n\n⟦x⟧", 3, 1),
        ])
    func characters(marked: String, line: Int, column: Int) {
        #expect(position(in: marked) == [line, column])
    }

    @Test(
        "are the same for every kind of line end",
        arguments: ["\n", "\r\n", "\r"])
    func lineEnds(end: String) {
        #expect(position(in: "one\(end)two\(end)th⟦r⟧ee\(end)") == [3, 3])
        let lines = SourceLines(SourceText(path: "a", text: "one\(end)two\(end)"))
        #expect(lines.text(ofLine: 1) == "one")
        #expect(lines.text(ofLine: 2) == "two")
        #expect(lines.text(ofLine: 3) == "")
        #expect(lines.text(ofLine: 4) == "")
        #expect(lines.text(ofLine: 0) == "")
    }

    @Test("mixed line ends are one each")
    func mixedLineEnds() {
        let lines = SourceLines(SourceText(path: "a", text: "a\r\rb\r\n\nc"))
        #expect((1...5).map(lines.text(ofLine:)) == ["a", "", "b", "", "c"])
    }

    @Test("a BOM is no character")
    func byteOrderMark() {
        #expect(position(in: "\u{FEFF}ab⟦c⟧") == [1, 3])
        #expect(position(in: "\u{FEFF}⟦a⟧") == [1, 1])
        #expect(position(in: "⟦\u{FEFF}⟧a") == [1, 1])
        #expect(SourceLines(SourceText(path: "a", text: "\u{FEFF}")).text(ofLine: 1) == "")
    }

    @Test("an offset outside the file is moved into it")
    func outside() {
        let lines = SourceLines(SourceText(path: "a", text: "ab\nc"))
        #expect(lines.position(of: -4) == lines.position(of: 0))
        #expect(lines.position(of: 400) == lines.position(of: 4))
    }

    @Test("are found fast in a line of a megabyte", .timeLimit(.minutes(5)))
    func longLine() {
        let text = String(repeating: "word ⟨é⟩ ", count: 90_000)
        let lines = SourceLines(SourceText(path: "a", text: text))
        let unit = "word ⟨é⟩ "
        let clock = ContinuousClock()
        let time = clock.measure {
            for index in stride(from: 0, to: 90_000, by: 9) {
                let position = lines.position(of: index * unit.utf8.count)
                #expect(position.column == index * unit.count + 1)
            }
        }
        #expect(time < .seconds(5))
    }
}
