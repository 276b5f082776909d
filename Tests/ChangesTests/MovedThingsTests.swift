import Testing

@testable import Changes

/// What stands in another journey than before, or under another name.
@Suite struct MovedThingsTests {
    private static let pains = "- **Pains:**\n"
    private static let pain = pains + "  - The form wants a serial number {#serial severity=4}\n"
    private static let first = "---\ntitle: First\nowner: Ada\n---\n\n## Tell\n\n- **Feeling:** -1\n"
    private static let second = "---\ntitle: Second\nowner: Bob\n---\n\n## Wait\n\n- **Feeling:** 0\n"

    private func changes(_ base: [String: String], _ head: [String: String]) -> PortfolioChanges {
        TwoStates(base, head).changes
    }

    @Test func `A finding in another journey has moved there`() throws {
        // Relief is measured on both sides, whatever goes and comes.
        let (first, second) = (
            Self.first + Self.pains + "  - It asks twice {severity=2}\n",
            Self.second + Self.pains + "  - Nobody answers {severity=2}\n"
        )
        let pain = "  - The form wants a serial number {#serial severity=4}\n"
        let moved = changes(
            ["journeys/first.md": first + pain, "journeys/second.md": second],
            ["journeys/first.md": first, "journeys/second.md": second + pain])
        let change = try #require(moved.changes.first)
        #expect(moved.changes.count == 1)
        #expect(change.kind == "pain-moved" && change.journey == "second" && change.moment == "wait")
        #expect(
            change.sentence
                == "Pain 'The form wants a serial number' at 'Wait' moved: First › Tell → Second › Wait"
        )
        #expect(moved.affected.journeys == ["first", "second"])
        #expect(moved.affected.owners == ["Ada", "Bob"])
        let told = moved.scores.filter { $0.kind == .health && $0.journey != nil }
        #expect(told.count == 2)
        #expect(told.allSatisfy { $0.because.joined().contains("pain 'serial' moved") }, "\(told.map(\.because))")
        let progress = moved.scores.filter { $0.kind == .progress }.flatMap(\.because)
        #expect(!progress.joined().contains("gone") && !progress.joined().contains("new"), "\(progress)")
    }

    @Test func `A finding that moved and got worse is told as both`() {
        let worse = Self.pain.replacing("severity=4", with: "severity=5")
        let kinds = changes(
            ["journeys/first.md": Self.first + Self.pain, "journeys/second.md": Self.second],
            ["journeys/first.md": Self.first, "journeys/second.md": Self.second + worse]
        ).changes.map(\.kind)
        #expect(kinds.sorted() == ["pain-moved", "pain-worsened"])
    }

    @Test func `What a journey that is new takes over is not gone, and what came from one that went is not opened`() {
        let (whole, rest) = (Self.first + Self.pain, Self.first)
        let split = changes(
            ["journeys/first.md": whole], ["journeys/first.md": rest, "journeys/second.md": Self.second + Self.pain])
        #expect(split.changes.map(\.kind).sorted() == ["journey-added", "pain-moved"])
        let joined = changes(
            ["journeys/first.md": rest, "journeys/second.md": Self.second + Self.pain], ["journeys/first.md": whole])
        #expect(joined.changes.map(\.kind).sorted() == ["journey-removed", "pain-moved"])
    }

    @Test func `Other words or another id are another finding`() {
        let other = Self.pain.replacing("serial number", with: "birth date").replacing("#serial", with: "#birth")
        let kinds = changes(
            ["journeys/first.md": Self.first + Self.pain, "journeys/second.md": Self.second],
            ["journeys/first.md": Self.first, "journeys/second.md": Self.second + other]
        ).changes.map(\.kind)
        #expect(kinds.sorted() == ["pain-opened", "pain-removed"])
    }

    @Test func `What leads to a finding follows it into another journey`() {
        let opportunity = "---\ntitle: Ask for less\naddresses: [first#serial]\n---\n"
        let kinds = changes(
            [
                "journeys/first.md": Self.first + Self.pain, "journeys/second.md": Self.second,
                "opportunities/less.md": opportunity,
            ],
            [
                "journeys/first.md": Self.first, "journeys/second.md": Self.second + Self.pain,
                "opportunities/less.md": opportunity.replacing("first#", with: "second#"),
            ]
        ).changes.map(\.kind)
        #expect(kinds == ["pain-moved"])
    }

    @Test func `A waiver that nobody touched is no change`() {
        let waiver = "waivers:\n  - {rule: C1, subject: home#serial, because: It is known}\n"
        let journey = "---\ntitle: Move home\n---\nA move with boxes and with letters.\n\n## Tell\n\n" + Self.pain
        let moved = changes(
            ["portfolio.yml": waiver, "journeys/home.md": journey],
            ["portfolio.yml": waiver, "journeys/house.md": journey])
        #expect(moved.changes.map(\.kind) == ["id-changed"])
    }

    @Test func `A waiver follows the journey that it is about`() {
        let waiver = "waivers:\n  - {rule: C1, subject: home#serial, because: It is known}\n"
        let journey = "---\ntitle: Move home\n---\nA move with boxes and with letters.\n\n## Tell\n\n" + Self.pain
        let moved = changes(
            ["portfolio.yml": waiver, "journeys/home.md": journey],
            ["portfolio.yml": waiver.replacing("home#", with: "house#"), "journeys/house.md": journey])
        #expect(moved.changes.map(\.kind) == ["id-changed"])
    }
}

/// Reasons that have a part in what they are told as a reason for.
@Suite struct ReasonTests {
    private static let metric =
        "---\ntitle: Calls\ntype: volume\ndirection: down\nbaseline: 10\ntarget: 5\nnoise: 1\n---\n"
    private static let journey =
        "---\ntitle: A\nmetrics: [calls]\n---\n\n## Tell\n\n- **Feeling:** -1\n- **Pains:**\n  - It is long {#long severity=4}\n  - It is slow {#slow severity=5}\n"

    private func reasons(_ edits: [(path: String, old: String, new: String)], _ kind: ScoreMove.Kind) -> String {
        let files = [
            "metrics/calls.md": Self.metric, "metrics/calls.csv": "date,value\n2026-09-30,9\n2026-10-31,8\n",
            "journeys/a.md": Self.journey,
            "opportunities/o.md": "---\ntitle: O\naddresses: [a#long]\n---\n",
            "solutions/s.md": "---\ntitle: S\nopportunities: [o]\nstatus: building\n---\n",
        ]
        var head = files
        for edit in edits { head[edit.path] = head[edit.path]?.replacing(edit.old, with: edit.new) }
        return TwoStates(files, head).changes.scores.filter { $0.journey == "a" && $0.kind == kind }.flatMap(\.because)
            .joined(separator: "; ")
    }

    @Test func `What has no part in outcomes is no reason for them`() {
        let told = reasons(
            [("metrics/calls.md", "noise: 1", "noise: 3"), ("metrics/calls.md", "target: 5", "target: 6")], .health)
        #expect(told.contains("metric 'calls' target 5 → 6"))
        #expect(!told.contains("noise"))
    }

    @Test func `A pain that counts no longer is not gone`() {
        let told = reasons([("journeys/a.md", "#long severity=4", "#long severity=2")], .progress)
        #expect(told.contains("under way → no longer counts (severity 4 → 2)"))
        #expect(!told.contains("gone"))
    }

    @Test func `A reason too small for two decimals has more`() {
        let move = ScoreMove(
            kind: .rolled, journey: nil, title: "", from: 60.3031, to: 60.2988,
            terms: [ScoreMove.Term(name: "Move home", own: nil, points: -0.0043, parts: [])], reasons: [])
        #expect(move.because == ["Move home -0.0043"])
    }

    @Test func `Of two in the same words the one that is gone is told`() {
        let twice = "## Tell\n\n- **Pains:**\n  - It is long {severity=2}\n  - It is long {severity=3}\n"
        let (first, second) = ("  - It is long {severity=2}\n", "  - It is long {severity=3}\n")
        #expect(TwoStates(journey: twice, twice.replacing(first + second, with: second + first)).told == [])
        let told = TwoStates(journey: twice, twice.replacing(first, with: "")).changes.changes
        #expect(told.map(\.act) == [.removed] && told.first?.from == "2")
    }
}
