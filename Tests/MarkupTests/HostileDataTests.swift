import Diagnostics
import Markup
import Testing

@Suite("Hostile YAML and CSV", .serialized, .timeLimit(.minutes(2)))
struct HostileDataTests {
    private func read(_ text: String, within limit: Duration = .seconds(20)) -> Checked<YAMLMapping> {
        let source = SourceText(path: "a.yml", text: text)
        var read = Checked(YAMLMapping())
        let time = ContinuousClock().measure { read = YAMLMapping.read(source) }
        #expect(time < limit, "\(text.prefix(20).debugDescription) took \(time)")
        for range in read.ranges where range.lowerBound < 0 || range.upperBound > source.bytes.count {
            Issue.record("\(range) is outside the file")
        }
        return read
    }

    @Test(
        "YAML of one thing over and over",
        arguments: [
            "[", "{", "]", "- ", "? ", ": ", "a: ", "a: {", "a: [", "\"", "'", "&a ", "*a ", "!a ", "|", ">", "#", "%",
            "@", "`", "\t", "\u{0}", "\u{FEFF}", "---\n", "...\n", "a\n", "- a\n", "a: b\n", "a: \"\n", "a: [\n",
            "? a\n",
            "a:\n", "- - ", "[a, ", "{a: ", "'a': ", "\\", "a #", "\r", "\u{2028}", "é: ", "<<: *a\n", "a: &a [*a]\n",
            "a: *b\n", "a: !!b c\n", "  a: b\n", "%YAML 1.1\n---\n",
        ])
    func repeated(part: String) {
        _ = read(String(repeating: part, count: 3_000))
        _ = read("a: " + String(repeating: part, count: 1_000))
    }

    @Test("1,000 levels are read or refused, and neither kills the program")
    func nesting() {
        for count in [900, 1_000, 1_100, 10_000, 100_000] {
            for (open, close) in [("[", "]"), ("{a: ", "}"), ("[{a: ", "}]")] {
                let read = read(
                    "a: " + String(repeating: open, count: count) + String(repeating: close, count: count) + "\nb: c\n")
                if !read.diagnostics.isEmpty { #expect(read.value["b"]?.value.outline == "c") }
            }
        }
        for count in [500, 2_000] {
            let block = (0..<count).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
            _ = read(block)
        }
        let sequences = "a: \n" + String(repeating: "- ", count: 50_000) + "x\n"
        _ = read(sequences)
    }

    @Test("50,000 keys are told apart, and mistakes among them are all said")
    func keys() {
        let keys = (0..<20_000).map { "key\($0): value\n" }.joined()
        #expect(read(keys).value.entries.count == 20_000)
        #expect(read(keys + keys).diagnostics.count == 20_000)
        let broken = (0..<5_000).map { "key\($0): \"open\n" }.joined()
        _ = read(broken)
    }

    @Test("long values")
    func longValues() {
        for value in [
            "\"" + String(repeating: "a", count: 1_000_000) + "\"", String(repeating: "a ", count: 500_000),
            "|\n" + String(repeating: "  a\n", count: 250_000), "[" + String(repeating: "a, ", count: 100_000) + "]",
        ] {
            #expect(read("a: \(value)\nb: c\n").value.entries.count == 2)
        }
    }

    @Test(
        "CSV of one thing over and over",
        arguments: [
            "\"", "\"\"", "\"\"\"", ",", "\",", ",\"", "\"\n", "a\"", "\"a", "\n\"", "\"a\"b,", "\r", "\"\r", " ", "a",
            ",\"\"", "\"a\"b\n", "\"a,\"\"b\n",
        ])
    func csv(part: String) {
        let source = SourceText(path: "a.csv", text: String(repeating: part, count: 200_000 / part.utf8.count))
        let time = ContinuousClock().measure {
            let table = DelimitedText(source)
            #expect(table.records.allSatisfy { $0.range.upperBound <= source.bytes.count })
        }
        #expect(time < .seconds(5), "\(part.debugDescription) took \(time)")
    }
}
