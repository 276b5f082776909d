import Testing

@testable import Changes

/// What became of a thing is no change of the references to it, whose words are as they were.
@Suite struct LostTargetTests {
    private static let journey = """
        ---
        title: J
        owner: Ada
        personas: [renter]
        ---

        ## S

        - **Feeling:** -1 lost {evidence=calls}
        - **Pains:**
          - It hurts {#hurts severity=3 evidence=calls}
        - **Opportunities:** [O](../opportunities/o.md)

        > "Nobody called." {evidence=calls}

        See [the chance](../opportunities/o.md).

        """
    private static let files = [
        "journeys/j.md": journey,
        "journeys/k.md": "---\ntitle: K\nowner: Ada\n---\n\n## T\n",
        "opportunities/o.md": "---\ntitle: O\naddresses: [j#hurts]\n---\n",
        "opportunities/other.md": "---\ntitle: Other\naddresses: [j#hurts]\n---\n",
        "evidence/calls.md": "---\ntitle: Calls\ndate: 2026-01-01\n---\n",
        "personas/renter.md": "---\ntitle: Renter\n---\n",
    ]

    /// - Parameter gone: files that the head has no more.
    private func told(without gone: [String], _ edit: (inout [String: String]) -> Void = { _ in }) -> [String] {
        var head = Self.files
        for path in gone { head[path] = nil }
        edit(&head)
        // Other bytes, which say the same.
        for path in head.keys { head[path]? += "\n" }
        let there = TwoStates(Self.files, head).told
        let back = TwoStates(head, Self.files).told
        #expect(there.count == back.count, "\(there) and back \(back)")
        return there
    }

    @Test func `Links, ids and evidence of what is gone are as they were`() {
        #expect(told(without: []) == [])
        #expect(told(without: ["opportunities/o.md"]) == ["opportunity-removed o"])
        #expect(told(without: ["evidence/calls.md"]) == ["evidence-removed calls"])
        #expect(told(without: ["personas/renter.md"]) == ["persona-removed renter"])
    }

    @Test func `So are those of a finding that moved`() {
        let pain = "- **Pains:**\n  - It hurts {#hurts severity=3 evidence=calls}\n"
        let moved = told(without: []) { files in
            files["journeys/j.md"] = Self.journey.replacing(pain, with: "")
            files["journeys/k.md"]? += "\n" + pain
        }
        #expect(moved.count == 1)
        #expect(moved.first?.hasPrefix("pain-moved hurts") == true)
    }

    @Test func `A reference that was changed is told`() {
        let changed = told(without: ["opportunities/o.md"]) { files in
            files["journeys/j.md"] = Self.journey.replacing(
                "[O](../opportunities/o.md)", with: "[O](../opportunities/other.md)")
        }
        #expect(changed.contains { $0.contains("+other") })
    }

    @Test func `Who renames a step changes no link to it`() {
        let body = """
            ## S

            ### Wait {#wait}

            ### Pay {#pay}

            - **Next:** [Wait](#wait) once more

            """
        let head = body.replacing("### Wait {", with: "### Be patient {")
        #expect(TwoStates(journey: body, head).told == ["step-renamed wait Wait>Be patient"])
        // And whoever changes the words of the link does.
        let other = head.replacing("once more", with: "in the end")
        #expect(TwoStates(journey: body, other).told.count == 2)
    }

    @Test func `Stages of one title are told apart`() {
        let step = "### One {#one}\n\n- **Doing:** Looks.\n\n"
        let other = "### Two {#two}\n\n- **Doing:** Waits.\n\n"
        let third = "### Three {#three}\n\n- **Doing:** Goes.\n\n"
        #expect(
            TwoStates(
                journey: "## S {#s1}\n\n\(step)\(other)## S {#s2}\n\n\(third)",
                "## S {#s1}\n\n\(other)## S {#s2}\n\n\(step)\(third)"
            ).told == ["step-moved one S (stage 1)>S (stage 2)"])
    }
}
