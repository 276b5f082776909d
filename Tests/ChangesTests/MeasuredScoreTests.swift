import Testing

@testable import Changes

/// Scores and parts of them that were not measured before, or are not now: what made them so.
@Suite struct MeasuredScoreTests {
    private static let unmeasured = [
        "journeys/a.md": "---\ntitle: A\nmetrics: [calls]\n---\n\n## Tell\n\n- **Doing:** Calls.\n\n## Wait\n",
        "metrics/calls.md": "---\ntitle: Calls\ntype: csat\nperspective: customer\ntarget: 80\n---\n",
    ]
    private static let measured = [
        "journeys/a.md": """
        ---
        title: A
        metrics: [calls]
        ---

        ## Tell

        - **Doing:** Calls.
        - **Feeling:** -1
        - **Pains:**
          - It is slow {#slow severity=4}

        ## Wait

        - **Employee pains:**
          - It is typed twice {#twice severity=3}
        """,
        "metrics/calls.md": unmeasured["metrics/calls.md"] ?? "",
        "metrics/calls.csv": "date,value\n2026-10-31,60\n",
    ]

    private func because(_ base: [String: String], _ head: [String: String], _ kind: ScoreMove.Kind) -> [String] {
        TwoStates(base, head).changes.scores.filter { $0.journey == "a" && $0.kind == kind }.flatMap(\.because)
    }

    @Test func `What made a part of health measurable is told`() {
        let told = because(Self.unmeasured, Self.measured, .health)
        #expect(
            told.contains {
                $0.hasPrefix("customer outcomes, measured now")
                    && $0.hasSuffix(": metric 'calls' none → 60 (2026-10-31)")
            }, "\(told)")
        #expect(
            told.contains { $0.hasPrefix("emotion, measured now") && $0.hasSuffix(": stage 'Tell' emotion none → -1") },
            "\(told)")
        #expect(
            told.contains { $0.hasPrefix("relief, measured now") && $0.hasSuffix(": pain 'slow' opened") }, "\(told)")
        #expect(
            told.contains {
                $0.hasPrefix("operations, measured now") && $0.hasSuffix(": employee pain 'twice' opened")
            }, "\(told)")
    }

    @Test func `What took it away is told as well`() {
        let told = because(Self.measured, Self.unmeasured, .health)
        #expect(
            told.contains {
                $0.hasPrefix("customer outcomes, no longer measured")
                    && $0.hasSuffix(": metric 'calls' 60 (2026-10-31) → none")
            }, "\(told)")
        #expect(
            told.contains {
                $0.hasPrefix("emotion, no longer measured") && $0.hasSuffix(": stage 'Tell' emotion -1 → none")
            }, "\(told)")
        #expect(
            told.contains { $0.hasPrefix("relief, no longer measured") && $0.hasSuffix(": pain 'slow' removed") },
            "\(told)")
    }

    @Test func `Trust tells the claims that are there now`() {
        let told = because(Self.unmeasured, Self.measured, .trust)
        #expect(
            told.contains {
                $0.hasPrefix("backed, measured now") && $0.contains("pain 'slow' opened")
                    && $0.contains("stage 'Tell' emotion none → -1")
            }, "\(told)")
    }

    @Test func `Progress that is measured and nought says of which pains`() {
        #expect(
            because(Self.unmeasured, Self.measured, .progress) == [
                "pain 'It is slow': new → nothing is done", "pain 'It is typed twice': new → nothing is done",
            ])
        #expect(
            because(Self.measured, Self.unmeasured, .progress) == [
                "pain 'It is slow': nothing is done → gone", "pain 'It is typed twice': nothing is done → gone",
            ])
    }

    @Test func `A first severity says why progress is measured`() {
        let base = Self.measured.mapValues { $0.replacing(" severity=4", with: "").replacing(" severity=3", with: "") }
        let head = Self.measured.mapValues { $0.replacing(" severity=3", with: "") }
        #expect(
            because(base, head, .progress)
                == ["pain 'It is slow': did not count (severity none → 4) → nothing is done"])
        let told = because(base, head, .health)
        #expect(
            told.contains { $0.hasPrefix("relief, measured now") && $0.hasSuffix(": pain 'slow' severity none → 4") },
            "\(told)")
    }
}
