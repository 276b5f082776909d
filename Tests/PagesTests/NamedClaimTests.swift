import Foundation
import Testing

@testable import Pages

@Suite struct NamedClaimTests {
    private static let pages = SamplePortfolio.small
        .with(
            "evidence/talks.md",
            """
            ---
            title: Nine talks
            ---
            > Nobody asked me, and then they asked me for it once more. {#q1}
            """
        )
        .with(
            "journeys/glad.md",
            """
            ---
            title: Be glad
            level: sub
            ---

            ## Gladly

            ### Smile {#smile}

            > It was warm. {evidence="talks, talks#q1" persona=nadia}

            - **Feeling:** +2 Relieved {evidence=talks}
            - **Pains:**
              - It took long {#long severity=2 evidence="talks, talks#q1"}
            - **Insights:** [Meters are unknown](../insights/meters.md)
            """
        ).pages()

    private func page(_ path: String) throws -> String { try #require(Self.pages[path], "there is no page '\(path)'") }

    @Test func `what rests on evidence is shown with its words, each once`() throws {
        let html = try page("evidence/talks.html")
        #expect(html.contains("Nobody asked me.") && html.contains("Cross") && html.contains("Relieved"))
        #expect(html.components(separatedBy: "It was warm.").count == 2)
        #expect(html.components(separatedBy: "It took long").count == 2)
        #expect(html.contains("7 claims in 2 journeys."))
        #expect(try page("evidence.html").contains("data-label=\"Rests on it\">7<"))
    }

    @Test func `no page leads to itself, except to a passage`() throws {
        let html = try page("evidence/talks.html")
        #expect(!html.contains("<a href=\"talks.html\""))
        #expect(html.contains("<a href=\"#q1\" dir=\"auto\">Nobody asked me, and then they asked me…</a>"))
        #expect(!(try page("personas/nadia.html")).contains("<a href=\"nadia.html\""))
    }

    @Test func `who says it and how it feels stand on the pages of personas and insights`() throws {
        #expect(try page("personas/nadia.html").contains("It was warm."))
        #expect(try page("insights/meters.html").contains("Relieved"))
    }

    @Test func `a passage is named by its first words`() throws {
        let html = try page("journeys/glad.html")
        #expect(html.contains("talks.html#q1\" dir=\"auto\">Nobody asked me, and then they asked me…</a>"))
    }
}
