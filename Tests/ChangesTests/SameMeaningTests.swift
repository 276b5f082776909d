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
}
