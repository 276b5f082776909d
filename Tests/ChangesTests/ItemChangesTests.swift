import Testing

@testable import Changes

/// What changes of items, their places and the settings come out as.
@Suite struct ItemChangesTests {
    private static let files = [
        "journeys/life.md": "---\ntitle: Life\nlevel: lifecycle\n---\n\n## Join\n\n## Move\n\n## Leave\n",
        "journeys/home.md":
            "---\ntitle: Move home\nlevel: sub\nparent: life#move\nowner: Ada\n---\nA move with all its boxes and its letters.\n\n## Tell\n\n- **Feeling:** -1\n- **Pains:**\n  - It takes an hour {#hour severity=4 evidence=talks}\n",
        "journeys/form.md":
            "---\ntitle: Fill in the form\nlevel: micro\nparent: home#tell\n---\n\n## Start\n\n- **Feeling:** 0\n",
        "evidence/talks.md": "---\ntitle: Talks\nmethod: interview\ndate: 2026-10-01\n---\nWe talked.\n",
        "opportunities/short.md":
            "---\ntitle: A shorter form\naddresses: [home#hour]\ncustomer_impact: 4\nbusiness_impact: 3\neffort: 2\n---\nHow might we?\n",
        "solutions/fields.md":
            "---\ntitle: Fewer fields\nopportunities: [short]\nstatus: building\nmetrics: [calls]\n---\n",
        "metrics/calls.md": "---\ntitle: Calls\ntype: volume\ndirection: down\nbaseline: 10\ntarget: 5\n---\n",
        "metrics/calls.csv": "date,value\n2026-09-30,10\n2026-10-31,9\n",
    ]

    private func told(_ edits: [String: (String, String)] = [:], moves: [String: String] = [:]) -> [String] {
        var head = Self.files
        for (path, edit) in edits {
            #expect(head[path, default: ""].contains(edit.0), "nothing to edit in \(path)")
            head[path] = head[path, default: ""].replacing(edit.0, with: edit.1)
        }
        for (old, new) in moves { head[new] = head.removeValue(forKey: old) }
        return TwoStates(Self.files, head).told
    }

    @Test func `A file in another folder is no change`() {
        #expect(told(moves: ["journeys/home.md": "journeys/moving/home.md"]) == [])
    }

    @Test func `A new id is the same journey, and what stands below it has not moved`() {
        let told = told(
            [
                "journeys/form.md": ("parent: home#tell", "parent: move-home#tell"),
                "opportunities/short.md": ("home#hour", "move-home#hour"),
            ], moves: ["journeys/home.md": "journeys/move-home.md"])
        #expect(told == ["id-changed move-home home>move-home ?"])
    }

    @Test func `A new id brings no contradiction and mends none`() {
        var head = TwoStates.sample
        head["journeys/moving/change-the-names.md"] = head.removeValue(forKey: "journeys/moving/update-the-tenancy.md")
        head = head.mapValues { $0.replacing("update-the-tenancy", with: "change-the-names") }
        let changes = TwoStates(TwoStates.sample, head).changes
        #expect(changes.changes.map(\.kind) == ["id-changed"])
        #expect(changes.scores.isEmpty && changes.ranks.isEmpty)
        #expect(changes.clashes.new.isEmpty && changes.clashes.mended.isEmpty)
    }

    @Test func `A journey under another stage has moved`() {
        #expect(
            told(["journeys/home.md": ("parent: life#move", "parent: life#leave")])
                == ["journey-moved home life#move>life#leave"])
    }

    @Test func `Places are told whichever end says so`() {
        #expect(
            told([
                "journeys/life.md": ("## Leave", "## Leave\n\n- **Details:** [Move](home.md)"),
                "journeys/home.md": ("parent: life#move\n", ""),
            ]).contains("journey-moved home life#move>life#leave"))
    }

    @Test func `A second file with an id is the new one`() {
        let base = ["journeys/b/home.md": "---\ntitle: Home\n---\n"]
        let head = base.merging(["journeys/a/home.md": "---\ntitle: Other\n---\n"]) { $1 }
        let changes = TwoStates(base, head).changes.changes
        #expect(changes.map(\.kind) == ["journey-added"] && changes.first?.title == "Other")
    }

    @Test func `A picture is the file that it leads to`() {
        let persona = "---\ntitle: Gwen\nimage: ../assets/gwen.svg\n---\n"
        let files = ["personas/gwen.md": persona, "assets/gwen.svg": "<svg/>"]
        var moved = files
        moved["personas/gwen.md"] = nil
        moved["personas/old/gwen.md"] = persona.replacing("../assets", with: "../../assets")
        #expect(TwoStates(files, moved).told == [])
    }

    @Test func `Front matter is told field by field`() {
        #expect(told(["journeys/home.md": ("owner: Ada", "owner: Bob")]) == ["owner-changed home Ada>Bob"])
        #expect(
            told(["journeys/home.md": ("owner: Ada", "owner: Ada\nreviewed: 2026-11-01\ntags: [x]")])
                == ["review-changed home ->2026-11-01", "tags-changed home +x"])
        #expect(
            told(["journeys/home.md": ("title: Move home", "title: Moving")]) == [
                "journey-renamed home Move home>Moving"
            ])
    }

    @Test func `Evidence that is taken away unbacks`() {
        #expect(told(["journeys/home.md": (" evidence=talks", "")]) == ["pain-unbacked hour -talks"])
    }

    @Test func `New data is one change`() {
        #expect(
            told(["metrics/calls.csv": ("2026-10-31,9\n", "2026-10-31,9\n2026-11-15,8\n2026-11-20,7\n")])
                == ["data-changed calls 9 (2026-10-31)>7 (2026-11-20) +2026-11-15: 8 +2026-11-20: 7"])
    }

    @Test func `A decision is told with its reason`() throws {
        var head = Self.files
        head["opportunities/short.md"] = head["opportunities/short.md"]?.replacing(
            "effort: 2", with: "effort: 2\ndecision: wont\nbecause: The law asks for every field.\ndecided: 2026-11-02")
        let changes = TwoStates(Self.files, head).changes.changes
        let decision = try #require(changes.first { $0.field == "decision" })
        #expect(decision.because == ["The law asks for every field."])
        #expect(
            decision.sentence
                == "Opportunity 'A shorter form' decision: none → wont, because The law asks for every field.")
        #expect(!changes.contains { $0.field == "because" })
    }

    @Test func `A solution that shipped has a verdict`() {
        #expect(
            told(["solutions/fields.md": ("status: building", "status: shipped\nshipped: 2026-11-01")])
                == [
                    "shipped-changed fields ->2026-11-01", "status-changed fields building>shipped",
                    "verdict-changed fields ->too early",
                ]
                || told(["solutions/fields.md": ("status: building", "status: shipped\nshipped: 2026-11-01")]).contains
                {
                    $0.hasPrefix("verdict-changed fields ->")
                })
    }

    @Test func `Weights are told`() {
        var head = Self.files
        head["portfolio.yml"] = "scoring:\n  health: {experience: 50}\n"
        let told = TwoStates(Self.files, head).told
        #expect(told.count == 1)
        #expect(told.first?.hasPrefix("weights-of-health-changed portfolio.yml experience 40") == true)
    }

    @Test func `A tracker or a waiver with another value is told once`() {
        let settings =
            "trackers:\n  JIRA: https://a.example/{key}\n  GH: https://gh.example/{key}\nwaivers:\n  - {rule: a, subject: home#hour, because: Known, until: 2027-01-31}\n"
        var (base, head) = (Self.files, Self.files)
        base["portfolio.yml"] = settings
        head["portfolio.yml"] = settings.replacing("a.example", with: "b.example").replacing("2027-01", with: "2027-03")
            .replacing("  GH: https://gh", with: "  GL: https://gl")
        #expect(
            TwoStates(base, head).changes.changes.map(\.sentence) == [
                "The portfolio's trackers JIRA: https://a.example/{key} → https://b.example/{key} + GL: https://gl.example/{key} − GH: https://gh.example/{key}",
                "The portfolio's waivers a of home#hour: Known, until 2027-01-31 → Known, until 2027-03-31",
            ])
    }

    @Test func `Files with the same bytes are not looked into, and say the same`() {
        var head = Self.files
        head["journeys/home.md"] = head["journeys/home.md"]?.replacing("severity=4", with: "severity=5")
        let states = TwoStates(Self.files, head)
        let (base, now) = (states.scored(states.base), states.scored(states.head))
        let quick = PortfolioChanges.between(base, now) { states.base[$0] == states.head[$0] }
        let whole = PortfolioChanges.between(base, now)
        #expect(quick.changes == whole.changes)
        #expect(quick.scores == whole.scores)
        #expect(quick.changes.map(\.kind) == ["pain-worsened"])
    }

    @Test func `Whom a change reaches`() {
        var head = Self.files
        head["journeys/form.md"] = head["journeys/form.md"]?.replacing("- **Feeling:** 0", with: "- **Feeling:** -2")
        let affected = TwoStates(Self.files, head).changes.affected
        #expect(affected.journeys == ["form", "home", "life"])
        #expect(affected.owners == ["Ada"])
    }
}
