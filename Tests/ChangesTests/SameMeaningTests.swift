import Testing

@testable import Changes

/// What is written otherwise and means the same.
@Suite struct SameMeaningTests {
    private static let journey = "---\ntitle: Move home\n---\nA move with boxes and with letters.\n\n## Tell\n"
    private static let other = "---\ntitle: Leave us\n---\nSomebody goes for good.\n\n## Call\n"

    @Test func `An id in other case is another name of the same`() {
        let renamed = TwoStates(["journeys/Move-Home.md": Self.journey], ["journeys/move-home.md": Self.other])
        #expect(
            renamed.told.sorted().prefix(3) == [
                "id-changed move-home Move-Home>move-home", "journey-renamed move-home Move home>Leave us",
                "stage-added call",
            ])
        #expect(!renamed.told.contains { $0.hasPrefix("journey-added") || $0.hasSuffix("?") })
        let written = TwoStates(
            ["journeys/a.md": Self.journey.replacing("title:", with: "id: Move-Home\ntitle:")],
            ["journeys/b.md": Self.journey.replacing("title:", with: "id: move-home\ntitle:")])
        #expect(written.told == ["id-changed move-home Move-Home>move-home"])
    }

    @Test func `Ids of findings and stages in other case are the same`() {
        let pain = "## Tell {#Tell}\n\n- **Pains:**\n  - The form wants a number {#Serial severity=4}\n"
        let other = "## Ask {#tell}\n\n- **Pains:**\n  - Nobody ever calls back {#serial severity=4}\n"
        #expect(
            TwoStates(journey: pain, other).told.sorted() == [
                "pain-reworded serial The form wants a number>Nobody ever calls back", "stage-renamed tell Tell>Ask",
            ])
    }

    @Test func `A month is its first day where something was done`() {
        func told(_ base: String, _ head: String) -> [String] {
            let journey =
                "---\ntitle: A\nreviewed: DATE\n---\n\n## Tell\n\n- **Pains:**\n"
                + "  - It is slow {#slow severity=4 status=resolved resolved=DATE}\n"
            let solution = "---\ntitle: S\nopportunities: [o]\nstatus: shipped\nshipped: DATE\n---\n"
            let opportunity = "---\ntitle: O\naddresses: [a#slow]\ndecision: will\ndecided: DATE\n---\n"
            let files = [
                "journeys/a.md": journey, "solutions/s.md": solution, "opportunities/o.md": opportunity,
            ]
            return TwoStates(
                files.mapValues { $0.replacing("DATE", with: base) },
                files.mapValues { $0.replacing("DATE", with: head) }
            ).told
        }
        #expect(told("2026-03", "2026-03-01") == [])
        #expect(told("2025-01-01", "2025") == [])
        #expect(told("2025", "2025-01") == [])
        #expect(told("2026-03", "2026-03-02").count == 4)
        #expect(told("2026-03", "2026-03-31").count == 4)
    }

    @Test func `A month is its last day where something shall be reached by it`() {
        func told(_ base: String, _ head: String) -> [String] {
            let goal = "---\ntitle: G\nby: DATE\n---\n"
            return TwoStates(
                ["goals/g.md": goal.replacing("DATE", with: base)], ["goals/g.md": goal.replacing("DATE", with: head)]
            ).told
        }
        #expect(told("2026-12", "2026-12-31") == [])
        #expect(told("2026", "2026-12-31") == [])
        #expect(told("2026-12", "2026-12-01") == ["by-changed g 2026-12>2026-12-01"])
    }

    @Test func `A month of evidence is no day, since it is fresh by its last and held against reviews by its first`() {
        let evidence = "---\ntitle: E\nmethod: survey\ndate: 2026-03\n---\n"
        for day in ["2026-03-01", "2026-03-31"] {
            #expect(
                TwoStates(
                    ["evidence/e.md": evidence], ["evidence/e.md": evidence.replacing("2026-03", with: day)]
                ).told == ["date-changed e 2026-03>\(day)"])
        }
    }

    @Test func `When an insight was resolved is told, and is a day as well`() {
        let insight = "---\ntitle: I\ntype: pain\nstatus: resolved\nresolved: 2026-03\n---\n"
        func told(_ day: String) -> [String] {
            TwoStates(
                ["insights/i.md": insight], ["insights/i.md": insight.replacing("2026-03", with: day)]
            ).told
        }
        #expect(told("2026-03-01") == [])
        #expect(told("2026-04") == ["resolved-changed i 2026-03>2026-04"])
    }
}
