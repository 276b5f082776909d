import Testing

@testable import Changes

/// Stages and steps that stand in another journey than before: journeys that were split, or made one.
@Suite struct MomentMovesTests {
    private static let front = "---\ntitle: Move home\nowner: Ada\n---\nA move with boxes and with letters.\n\n"
    private static let otherFront = "---\ntitle: Settle in\nowner: Bob\n---\nThe weeks that follow.\n\n"
    private static let tell = """
        ## Before

        ### Tell us {#tell-us}

        - **Doing:** Looks for the form on the site and calls when it asks for a serial number.
        - **Feeling:** -1
        - **Pains:**
          - The form wants a serial number {#serial severity=4}


        """
    private static let after = """
        ## After

        ### The last bill {#last-bill}

        - **Doing:** Waits for the bill of the old home and checks it against the readings.
        - **Feeling:** -2
        - **Pains:**
          - The bill has days that others lived there {#days severity=4}
        - **Gains:**
          - It comes within a week

        ### Settled {#settled}

        - **Doing:** Finds the new address in the app, with the first reading below it.
        - **Feeling:** +1


        """

    private func states(_ base: (String, String?), _ head: (String, String?)) -> TwoStates {
        func files(_ bodies: (String, String?)) -> [String: String] {
            var files = ["journeys/home.md": Self.front + bodies.0]
            files["journeys/settle.md"] = bodies.1.map { Self.otherFront + $0 }
            return files
        }
        return TwoStates(files(base), files(head))
    }

    @Test func `A journey that was split is told by what moved, with its steps and findings`() throws {
        let changes = states((Self.tell + Self.after, nil), (Self.tell, Self.after)).changes
        #expect(changes.changes.map(\.kind).sorted() == ["journey-added", "stage-moved"])
        let moved = try #require(changes.changes.first { $0.act == .moved })
        #expect(moved.journey == "settle" && moved.subject == "after" && moved.field == "journey")
        #expect(
            moved.sentence == "Stage 'After' moved: Move home → Settle in, with 2 steps, 1 pain, 1 gain")
        #expect(changes.affected.journeys == ["home", "settle"])
        #expect(changes.affected.owners == ["Ada", "Bob"])
    }

    @Test func `Two journeys that were made one are told the same way`() {
        let states = states((Self.tell, Self.after), (Self.tell + Self.after, nil))
        #expect(
            states.told.sorted() == [
                "journey-removed settle 1 stage, 2 steps, 1 pain>-", "stage-moved after Settle in>Move home",
            ])
    }

    @Test func `What changed in what moved is told beside it`() {
        let worse = Self.after.replacing("severity=4", with: "severity=5").replacing(
            "Feeling:** +1", with: "Feeling:** +2")
        #expect(
            states((Self.tell + Self.after, nil), (Self.tell, worse)).changes.changes.map(\.kind).sorted()
                == ["emotion-changed", "journey-added", "pain-worsened", "stage-moved"])
    }

    @Test func `A step moves to another journey by itself`() throws {
        let start = Self.after.firstRange(of: "### Settled")
        let step = String(Self.after[try #require(start).lowerBound...])
        let rest = Self.after.replacing(step, with: "")
        let there = "## First days\n\n### Unpack\n\n- **Doing:** Looks for the kettle.\n\n"
        let changes = states((Self.tell + Self.after, there), (Self.tell + rest, there + step)).changes
        #expect(
            changes.changes.map(\.sentence) == ["Step 'Settled' moved: Move home › After → Settle in › First days"])
    }

    @Test func `An id that the author gave says that it is the same, whatever it is called`() {
        let other = "## First days {#days}\n\n"
        let renamed = Self.after.replacing("## After\n", with: "## After {#afterwards}\n")
        let base = Self.tell + renamed
        let now = renamed.replacing("## After", with: "## When all is done")
            .replacing("Finds the new address in the app", with: "Sees where we think that they live")
        let told = states((base, other), (Self.tell, other + now)).told
        #expect(told.contains("stage-moved afterwards Move home>Settle in"), "\(told)")
        #expect(told.contains("stage-renamed afterwards After>When all is done"), "\(told)")
        #expect(!told.contains { $0.contains("added") || $0.contains("removed") }, "\(told)")
    }

    @Test func `What was guessed says so`() throws {
        let other = "## First days\n\n- **Doing:** Looks for the kettle.\n\n"
        let now = Self.after.replacing("## After", with: "## Afterwards").replacing("in the app", with: "on the site")
        let changes = states((Self.tell + Self.after, other), (Self.tell, other + now)).changes
        let moved = try #require(changes.changes.first { $0.kind == "stage-moved" })
        #expect(moved.likeness != nil && moved.sentence.contains("% alike)"))
    }

    @Test func `Another stage of the same name has not moved`() {
        let other = "## First days\n\n- **Doing:** Looks for the kettle.\n\n"
        let unlike = "## After\n\n- **Doing:** Pays for the van, then returns its key at night.\n- **Feeling:** 0\n\n"
        let told = states((Self.tell + Self.after, other), (Self.tell, other + unlike)).told
        #expect(!told.contains { $0.contains("-moved") }, "\(told)")
    }

    @Test func `A short step of the same name has not moved`() {
        let (call, other) = ("### Call us\n\n- **Channels:** phone\n\n", "### Call us\n\n- **Channels:** web\n\n")
        let there = "## First days\n\n- **Doing:** Looks for the kettle.\n\n"
        for step in [call, other] {
            let told = states((Self.tell + call, there), (Self.tell, there + step)).told
            #expect(!told.contains { $0.contains("-moved") }, "\(told)")
        }
    }

    @Test func `A journey that went on as two others is told by its stages`() {
        let kinds = TwoStates(
            ["journeys/home.md": Self.front + Self.tell + Self.after],
            [
                "journeys/start.md": "---\ntitle: Say goodbye\n---\n\n" + Self.tell,
                "journeys/settle.md": Self.otherFront + Self.after,
            ]
        ).changes.changes.map(\.kind).sorted()
        #expect(kinds.filter { $0 == "stage-moved" }.count >= 1, "\(kinds)")
        #expect(!kinds.contains { $0.hasPrefix("pain-") || $0.hasPrefix("step-") }, "\(kinds)")
    }

    @Test func `What leads to what moved follows it`() {
        let files = [
            "journeys/home.md": Self.front + Self.tell + Self.after,
            "opportunities/o.md": "---\ntitle: Bill fairly\naddresses: [home#days, home#settled]\n---\n",
        ]
        let now = [
            "journeys/home.md": Self.front + Self.tell, "journeys/settle.md": Self.otherFront + Self.after,
            "opportunities/o.md": "---\ntitle: Bill fairly\naddresses: [settle#days, settle#settled]\n---\n",
        ]
        #expect(TwoStates(files, now).changes.changes.map(\.kind).sorted() == ["journey-added", "stage-moved"])
    }

    @Test func `A stage that moved is a reason of both journeys' scores, once in a term`() throws {
        let other = "## First days\n\n- **Feeling:** +1\n- **Pains:**\n  - Nobody says hello {severity=2}\n\n"
        let moves = states((Self.tell + Self.after, other), (Self.tell, other + Self.after)).changes.scores
        for journey in ["home", "settle"] {
            let health = try #require(moves.first { $0.journey == journey && $0.kind == .health })
            let emotion = try #require(health.terms.first { $0.name == "emotion" })
            #expect(emotion.parts.count { $0.name == "stage 'After' moved" } == 1, "\(health.because)")
        }
        let progress = moves.filter { $0.kind == .progress }.flatMap(\.because).joined()
        #expect(!progress.contains("gone") && !progress.contains("new"), "\(progress)")
    }
}
