import Journeys
import Testing

@testable import Scoring

@Suite struct RollUpTests {
    /// A journey whose health is that of one feeling: 0 → 50, +1 → 75, +2 → 100.
    private static func front(_ level: String, _ more: String) -> String { "title: T\nlevel: \(level)\n\(more)" }

    private static let portfolio = WrittenPortfolio()
        .with("journeys/life.md", front: front("lifecycle", "weight: 2"), body: "## A\n### One\n## B\n## C\n")
        .with("journeys/a.md", front: front("sub", "parent: life#one"), body: "## A\n- **Feeling:** +2 Well\n")
        .with(
            "journeys/b.md", front: front("sub", "parent: life#b\nweight: 3"), body: "## A\n- **Feeling:** 0 Fine\n"
        )
        .with(
            "journeys/draft.md", front: front("sub", "parent: life#b\nstatus: draft"),
            body: "## A\n- **Feeling:** -2 Bad\n"
        )
        .with("journeys/micro.md", front: front("micro", "parent: draft#a"), body: "## A\n- **Feeling:** +1 Good\n")
        .with("journeys/bare.md", front: front("sub", "parent: life"), body: "## A\n")
        .with(
            "journeys/guest.md", front: front("micro", "parent: a#a\nalso_in: [life#c]\nweight: 0"),
            body: "## A\n- **Feeling:** -2 Bad\n")

    @Test func journeysRollUpByWeightThroughWhatDoesNotCount() {
        let scored = Self.portfolio.scored()
        // a 100 × 1, b 50 × 3, micro 75 × 1, guest 0 × 0: 325 / 5. Of six that count life and bare are not measured.
        let life = scored.journey("life")?.rolled
        #expect(life == RolledHealth(value: 65, journeys: Share(4, of: 6)))
        // The draft itself takes no part.
        #expect(scored.journey("draft")?.rolled == RolledHealth(value: 75, journeys: Share(1, of: 1)))
        #expect(scored.journey("draft")?.health.value == 0)
        #expect(scored.journey("bare")?.rolled == RolledHealth(value: nil, journeys: Share(0, of: 1)))
        // All that is measured weighs nothing.
        #expect(scored.journey("guest")?.rolled == RolledHealth(value: nil, journeys: Share(1, of: 1)))
        #expect(scored.health == RolledHealth(value: 65, journeys: Share(4, of: 6)))
    }

    @Test func stagesTakeWhatIsPlacedUnderThemOrTheirSteps() {
        let stages = Self.portfolio.scored().journey("life")?.rolledStages
        // b 50 × 3 and, through the draft, micro 75 × 1. A further placement does not count.
        #expect(
            stages == [
                RolledHealth(value: 100, journeys: Share(2, of: 2)),
                RolledHealth(value: 56.25, journeys: Share(2, of: 2)),
                RolledHealth(value: nil, journeys: Share(0, of: 0)),
            ])
    }
}
