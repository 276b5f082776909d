import Testing

@testable import Pages

/// Passages of what was written freely, as the search knows them.
@Suite struct PassageSearchTests {
    private static let text = """
        ---
        title: Ten calls
        date: 2026-05-04
        method: interview
        ---

        All were long.

        ## Who waits

        > "Nobody ever rang <back>." {#rang}

        - Four gave up at once. {#gave}
        - Six came again.

        """

    @Test func `quotes, items with an id and headings are found, and say where they stand`() throws {
        let pages = SamplePortfolio.small.with("evidence/ten-calls.md", Self.text).pages()
        let entries = pages.filter { $0.key.hasPrefix("data/search/entries-") }.sorted { $0.key < $1.key }.map(\.value)
        let lines = entries.joined(separator: "\n").split(separator: "\n")
        func line(_ words: String) throws -> Substring {
            try #require(lines.first { $0.contains(words) && $0.contains("\"Ten calls") }, "nothing has \(words)")
        }
        let heading = try line("\"Who waits\",\"who-waits\"")
        #expect(heading.contains(",\"Ten calls\","))
        let quote = try line("Nobody ever rang")
        #expect(quote.contains("\"Ten calls › Who waits\"") && quote.contains("\"rang\""))
        #expect(quote.contains("<back>"), "as pages show it; it stands in a file of its own, whose script it can't end")
        let item = try line("Four gave up at once.")
        #expect(item.contains("\"Ten calls › Who waits\"") && item.contains("\"gave\""))
        #expect(Set([heading, quote, item].map { $0.split(separator: ",").first }).count == 3, "of three kinds")
        #expect(!lines.contains { $0.contains("Six came again") }, "nothing can lead there")
        // What the results lead to is on the page.
        let page = try #require(pages["evidence/ten-calls.html"])
        for id in ["who-waits", "rang", "gave"] { #expect(page.contains("id=\"\(id)\"")) }
    }
}
