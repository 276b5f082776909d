import Testing

@testable import Changes

/// Severities that come and go: nothing became worse or milder by that.
@Suite struct AssessmentChangesTests {
    private static let map = "## Stage\n\n- **Feeling:** -1\n- **Pains:**\n  - The form is long {#long severity=4}\n"

    private func changes(_ severity: String, base: String = " severity=4") -> [Change] {
        TwoStates(
            journey: Self.map.replacing(" severity=4", with: base), Self.map.replacing(" severity=4", with: severity)
        ).changes.changes
    }

    @Test(arguments: ["", " severity=9", " severity=grave"]) func `What is no longer assessed has not eased`(
        severity: String
    ) throws {
        let change = try #require(changes(severity).first)
        #expect(change.kind == "severity-changed" && change.from == "4" && change.to == nil)
        #expect(change.sentence == "Pain 'The form is long' at 'Stage' is no longer assessed: severity 4 → none")
        #expect(change.section == .met)
        #expect(changes(severity).count == 1)
    }

    @Test func `What is assessed for the first time has not got worse`() throws {
        let change = try #require(changes(" severity=4", base: "").first)
        #expect(change.sentence == "Pain 'The form is long' at 'Stage' is assessed now: severity none → 4")
        #expect(change.kind == "severity-changed")
    }

    @Test func `A summary counts neither as eased`() {
        let more = Self.map + "  - It asks twice {#twice severity=2}\n"
        let report = ChangeReport(
            base: "a", head: "b",
            changes: TwoStates(journey: more, more.replacing(" severity=4", with: "")).changes,
            newDiagnostics: [], fixedDiagnostics: [], notes: [])
        #expect(report.summary[0] == "1 change in 1 journey: 1 no longer assessed.")
        #expect(report.changes.scores.flatMap(\.because).joined().contains("pain 'long' severity 4 → none"))
    }
}
