import Diagnostics
import Testing

@testable import Markup

@Suite("YAML that is nested thousands of levels deep")
struct YAMLDepthTests {
    /// Taking a tree of this depth apart would overflow the stack.
    private static let depth = 50_000

    @Test(
        "is refused once, at the value, and costs no other key",
        arguments: [("[", "]"), ("{a: ", "}"), ("[", ""), ("- ", "")])
    func refused(opening: String, closing: String) {
        let value = String(repeating: opening, count: Self.depth) + String(repeating: closing, count: Self.depth)
        let source = SourceText(
            path: "a.md", text: "title: A\ntags: \(opening == "- " ? "\n  " : "")\(value)\nowner: Me\n")
        let read = YAMLMapping.read(source, in: 0..<source.bytes.count)
        #expect(read.diagnostics.count == 1)
        #expect(read.value["title"] != nil && read.value["owner"] != nil)
    }
}
