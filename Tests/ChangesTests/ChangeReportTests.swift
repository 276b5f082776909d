import Testing

@testable import Changes

/// How a comparison is printed.
@Suite struct ChangeReportTests {
    private func report(_ base: [String: String], _ head: [String: String]) -> ChangeReport {
        ChangeReport(
            base: "main", head: "the working tree", changes: TwoStates(base, head).changes, newDiagnostics: [],
            fixedDiagnostics: [], notes: [])
    }

    @Test func `Nothing changed is said in three lines`() {
        let report = report(TwoStates.sample, TwoStates.sample)
        #expect(report.isEmpty)
        #expect(
            report.summary == [
                "Nothing changed in what the content says.", "No score moved.",
                "No contradiction and no problem came or went.",
            ])
    }

    @Test func `A comment stays under what code hosts take, however large the change`() {
        var head: [String: String] = [:]
        for number in 0..<1500 {
            head["journeys/j\(number).md"] =
                "---\ntitle: Journey number \(number) of a very long list\nowner: Person \(number)\n---\n\n## Stage\n\n### Step\n\n- **Feeling:** -1\n- **Pains:**\n  - A pain of its own \(number) {severity=4}\n"
        }
        let text = MarkdownReport.text(of: report([:], head))
        #expect(text.utf8.count <= MarkdownReport.longest)
        #expect(text.contains("1500 new journeys"))
        #expect(text.contains("more"))
    }

    @Test func `What content says stays text in a comment`() {
        let body = "---\ntitle: A\n---\n\n## Stage\n\n- **Pains:**\n  - %\n"
        let wild = "@everyone see #12 and <b>bold</b> | `code` [link](x) {severity=4}"
        let text = MarkdownReport.text(
            of: report(
                ["journeys/a.md": body.replacing("%", with: "Tame {severity=1}")],
                ["journeys/a.md": body.replacing("%", with: wild)]))
        #expect(!text.contains("@everyone"))
        #expect(!text.contains("#12"))
        #expect(!text.contains("<b>"))
    }

    @Test(arguments: ["GH-7", "$12", "%1", ":eyes:", "5f1c09ab", "1234567890abcdef1234567890abcdef12345678"])
    func `What a code host would make a link of is broken up`(text: String) {
        let escaped = MarkdownReport.escaped("See \(text), and go")
        #expect(!escaped.contains(text))
        #expect(escaped.replacing("\u{2060}", with: "") == "See \(text), and go")
        #expect(MarkdownReport.escaped("pain: decade, 3.5 → 4") == "pain: decade, 3.5 → 4")
    }

    @Test func `Names of any length stay within what a comment takes`() {
        let journey = "---\ntitle: A\nowner: %\nteam: %\n---\n\n## Stage\n"
        let text = MarkdownReport.text(
            of: report(
                ["journeys/a.md": journey],
                ["journeys/a.md": journey.replacing("%", with: String(repeating: "u", count: 70_000))]))
        #expect(text.utf8.count < 5_000)
        #expect(text.contains("How it is looked after"))
    }

    @Test func `Pains that were removed or are open again are counted`() {
        let journey =
            "---\ntitle: A\n---\n\n## Stage\n\n- **Pains:**\n  - One {severity=4}\n  - Two {severity=3 status=resolved}\n"
        let head = journey.replacing("  - One {severity=4}\n", with: "").replacing(" status=resolved", with: "")
        #expect(
            report(["journeys/a.md": journey], ["journeys/a.md": head]).summary[0]
                == "2 changes in 1 journey: 1 open again, 1 pain removed.")
    }

    @Test func `No sentence says that something became what it was`() {
        let journey =
            "---\ntitle: A\n---\n\n## Stage\n\n### One\n\n- **Thinking:** Did I send?\n- **Pains:**\n  - Two messages {#two}\n\n### Two\n\n- **Doing:** Waits\n\n### Three\n\n- **Doing:** Rings\n"
        let head =
            "---\ntitle: A\n---\n\n## Stage\n\n### Three\n\n- **Doing:** Rings\n\n### Two\n\n- **Doing:** Waits\n\n### One\n\n- **Thinking:** Did *I* send?\n- **Pains:**\n  - **Two** messages {#two}\n"
        let told = report(["journeys/a.md": journey], ["journeys/a.md": head]).changes.changes
        #expect(told.count == 4)
        for change in told {
            #expect(change.from != change.to || !change.sentence.contains("→"), "\(change.sentence)")
        }
    }

    @Test func `A comment begins with its marker and three points`() {
        let head = TwoStates.sample.mapValues { $0.replacing("severity=4", with: "severity=5") }
        let lines = MarkdownReport.text(of: report(TwoStates.sample, head)).split(separator: "\n")
        #expect(lines.first.map(String.init) == MarkdownReport.marker)
        #expect(lines.dropFirst(2).prefix(3).allSatisfy { $0.hasPrefix("- ") })
        #expect(lines.dropFirst(5).first?.hasPrefix("<details>") == true)
    }

    @Test func `Text and comment are the same, run after run`() {
        let head = TwoStates.sample.mapValues { $0.replacing("severity=3", with: "severity=5") }
        let first = report(TwoStates.sample, head)
        #expect(TextReport.text(of: first) == TextReport.text(of: report(TwoStates.sample, head)))
        #expect(TextReport.text(of: first, most: 2).contains("… and"))
    }
}
