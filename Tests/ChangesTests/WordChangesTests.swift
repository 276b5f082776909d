import Testing

@testable import Changes

/// Words around links, who says a quote, and what lanes are called.
@Suite struct WordChangesTests {
    private static let map = """
        ## Stage

        ### One

        > I gave up. {evidence=talks}

        - **Next:** [Two](#two) when the account still shows the old address
        - **Evidence:** [Talks](../evidence/talks.md)

        ### Two

        - **Feeling:** 0
        """

    private static let others = [
        "evidence/talks.md": "---\ntitle: Talks\nmethod: interview\ndate: 2026-10-01\n---\n",
        "evidence/calls.md": "---\ntitle: Calls\nmethod: interview\ndate: 2026-10-01\n---\n",
        "personas/nadia.md": "---\ntitle: Nadia\n---\n", "personas/moss.md": "---\ntitle: Moss\n---\n",
    ]

    private func changes(_ edits: (String, String)..., base: String = map) -> [Change] {
        var head = base
        for (old, new) in edits {
            #expect(head.contains(old), "nothing to edit: \(old)")
            head = head.replacing(old, with: new)
        }
        func files(_ map: String) -> [String: String] {
            Self.others.merging(["journeys/a.md": "---\ntitle: A\n---\n" + map]) { $1 }
        }
        return TwoStates(files(base), files(head)).changes.changes
    }

    @Test func `Words of what comes next are told`() throws {
        let told = changes(("when the account still shows the old address", "if the meter was wrong"))
        #expect(
            told.map(\.sentence) == [
                "Step 'One' next words: Two when the account still shows the old address → Two if the meter was wrong"
            ])
    }

    @Test func `Where links lead is told once, and how they are written is no change`() {
        #expect(changes(("[Two](#two) when", "[Two](a.md#two)  when")).isEmpty)
        #expect(changes(("[Two](#two) when", "[The second](#two) when")).map(\.kind) == ["next-words-changed"])
        #expect(
            changes(("### Two", "### Second {#two}"), ("[Two](#two)", "[Second](#two)")).map(\.kind) == ["step-renamed"]
        )
        #expect(
            changes(("[Talks](../evidence/talks.md)", "[Talks](../evidence/talks.md), [Calls](../evidence/calls.md)"))
                .map(\.kind) == ["evidence-changed"])
        #expect(changes(("[Talks](../evidence/talks.md)", "talks")).isEmpty)
    }

    @Test func `Who says a quote is told`() {
        let base = Self.map.replacing("{evidence=talks}", with: "{persona=nadia}")
        #expect(
            changes(("{persona=nadia}", "{persona=moss}"), base: base).map(\.sentence) == [
                "A quote at 'One' changed: “I gave up.”, said by nadia → moss"
            ])
        #expect(
            changes(("I gave up. {persona=nadia}", "I gave it up. {persona=moss}"), base: base).map(\.act) == [
                .changed, .reworded,
            ])
    }

    @Test func `Another label of a lane is told once`() {
        let settings = "lanes:\n  - {id: compliance, label: Compliance}\n"
        let journey =
            "---\ntitle: A\n---\n\n## Stage\n\n### One\n\n- **Compliance:** We may ask\n\n### Two\n\n- **Compliance:** They may not\n"
        let renamed = settings.replacing("label: Compliance", with: "label: Rules")
        func told(_ head: String, _ body: String) -> [String] {
            TwoStates(
                ["portfolio.yml": settings, "journeys/a.md": journey], ["portfolio.yml": head, "journeys/a.md": body]
            ).changes.changes.map(\.kind)
        }
        #expect(told(renamed, journey) == ["lanes-changed"])
        #expect(told(renamed, journey.replacing("**Compliance", with: "**Rules")) == ["lanes-changed"])
        #expect(
            told(renamed, journey.replacing("We may ask", with: "Nobody may ask")) == [
                "compliance-changed", "lanes-changed",
            ])
        // And back.
        let back = TwoStates(
            ["portfolio.yml": renamed, "journeys/a.md": journey], ["portfolio.yml": settings, "journeys/a.md": journey])
        #expect(back.changes.changes.map(\.kind) == ["lanes-changed"])
    }

    @Test func `A lane of tags that lost its label has the same tags`() {
        let settings = "lanes:\n  - {id: shops, label: Shops, kind: tags}\n"
        let journey = "---\ntitle: A\n---\n\n## Stage\n\n### One\n\n- **Shops:** North, south\n"
        func told(_ body: String) -> [String] {
            TwoStates(
                ["portfolio.yml": settings, "journeys/a.md": journey],
                ["portfolio.yml": settings.replacing("label: Shops", with: "label: Stores"), "journeys/a.md": body]
            ).changes.changes.map(\.sentence)
        }
        #expect(told(journey).count == 1)
        #expect(told(journey.replacing("south", with: "west")).first == "Step 'One' shops + west − south")
    }
}
