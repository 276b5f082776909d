import Testing

@testable import Changes

/// The three lines that a comparison begins with.
@Suite struct SummaryTests {
    private func summary(_ base: [String: String], _ head: [String: String]) -> [String] {
        ChangeReport(
            base: "main", head: "the working tree", changes: TwoStates(base, head).changes, newDiagnostics: [],
            fixedDiagnostics: [], notes: []
        ).summary
    }

    private static let journey =
        "---\ntitle: Move\nowner: Ada\nteam: Homes\n---\nThe way.\n\n## Stage\n\n- **Feeling:** -1\n"

    @Test func `A score of one journey that is not its health is told`() {
        let lines = summary(
            ["journeys/move.md": Self.journey],
            ["journeys/move.md": Self.journey.replacing("owner: Ada\nteam: Homes\n", with: "")])
        #expect(lines[1].hasPrefix("'Move' trust "))
        #expect(!lines[1].contains("No score moved"))
    }

    @Test func `Where not all was compared the summary does not speak for all`() {
        let report = ChangeReport(
            base: "a", head: "b", changes: TwoStates([:], [:]).changes, newDiagnostics: [], fixedDiagnostics: [],
            notes: ["'a.md' is not compared"])
        #expect(report.summary[0] == "Nothing changed in what could be compared.")
    }

    @Test func `No score moved is only said where none did`() {
        let sample = TwoStates.sample
        for (path, old, new) in [
            ("journeys/moving/move-home.md", "owner: ", "was: "),
            ("journeys/moving/move-home.md", " evidence=", " was="),
        ] {
            var head = sample
            head[path] = head[path]?.replacing(old, with: new)
            let changes = TwoStates(sample, head).changes
            #expect(!changes.scores.isEmpty)
            let lines = summary(sample, head)
            #expect(lines[1].contains("'Move home' ") || lines[1].contains("journeys moved"), "\(lines[1])")
        }
    }
}
