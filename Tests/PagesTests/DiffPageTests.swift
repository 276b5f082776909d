import Changes
import Testing

@testable import Pages

/// A comparison as a page of its own.
@Suite struct DiffPageTests {
    private func page(_ head: SamplePortfolio, named name: String = "topic") -> String {
        let report = ChangeReport(
            base: "main", head: name,
            changes: PortfolioChanges.between(SamplePortfolio.small.scored(), head.scored()), newDiagnostics: [],
            fixedDiagnostics: [], notes: ["'x' is a submodule"])
        return String(decoding: DiffPage.html(of: report, templates: TemplateSet.compiled().value), as: UTF8.self)
    }

    private func edited(_ old: String, _ new: String) -> SamplePortfolio {
        let text = SamplePortfolio.small.files["journeys/move.md", default: ""]
        #expect(text.contains(old))
        return SamplePortfolio.small.with("journeys/move.md", text.replacing(old, with: new))
    }

    @Test func `It asks for nothing from outside, and says what changed`() {
        let page = page(edited("severity=4", "severity=5"))
        #expect(page.contains("got worse: severity 4 → 5"))
        #expect(page.contains("is a submodule"))
        #expect(!page.contains("src=") && !page.contains("href="))
        #expect(page.contains("default-src &#39;none&#39;") || page.contains("default-src 'none'"))
    }

    @Test func `Both curves stand over each other, and the figures that moved beside them`() {
        let page = page(edited("-2 → -1 Cross", "+1 Glad"))
        #expect(page.contains("class=\"dot before\""))
        #expect(page.contains("class=\"dot now\""))
        #expect(page.contains("<desc>Tell us: \u{2212}1.5, now +1</desc>"))
        // A stage that has steps is no moment of its own.
        #expect(!page.contains(">Before</tspan>"))
    }

    @Test func `A journey is named once above what changed in it`() {
        let page = page(
            edited("severity=4", "severity=5").with("journeys/read.md", "---\ntitle: Read\n---\n\n## Else\n"))
        #expect(page.split(separator: "<span class=\"place\">move</span>", omittingEmptySubsequences: false).count <= 4)
        #expect(page.contains("<span class=\"place\">move</span>"))
    }

    @Test func `Where nothing is felt otherwise there is no curve`() {
        #expect(!page(edited("severity=4", "severity=5")).contains("How it is felt"))
    }

    @Test func `Names are text`() {
        #expect(page(SamplePortfolio.small, named: "<b>&").contains("<bdi>&lt;b&gt;&amp;</bdi>"))
    }
}
