import Changes
import Foundation
import Journeys
import Scoring
import Testing

@testable import Disk

/// What one side of a comparison takes over from the other is what it would have found by itself.
@Suite(.timeLimit(.minutes(2))) struct DiffReuseTests {
    private static let files = [
        "portfolio.yml": "title: Trial\n",
        "journeys/home.md": """
        ---
        title: Home
        owner: Ada
        ---

        ## Look {#look}

        - **Details:** [Move](move.md)

        ## Settle

        See [what was said](../evidence/calls.md#first) and [nothing](gone.md).

        """,
        "journeys/move.md": """
        ---
        title: Move
        owner: Ada
        parent: home#look
        ---

        ## Tell

        - **Pains:**
          - Nobody answers {#p1 severity=4 evidence=calls}
          - The form is long {severity=2 evidence=cals}

        """,
        "evidence/calls.md": """
        ---
        title: Calls
        date: 2026-01-10
        kind: interview
        ---

        ## First

        They waited for long. [Home](../journeys/home.md#look)

        """,
        "opportunities/answer.md": """
        ---
        title: Answer sooner
        addresses: [move#p1]
        ---

        """,
    ]

    /// Every value of a side: what it has, what leads where, what came of it.
    private func all(_ scored: ScoredPortfolio, _ diagnostics: [some Any]) -> [String] {
        let portfolio = scored.portfolio
        func dumped(_ value: some Any) -> String {
            var text = ""
            dump(value, to: &text)
            // Sets and dictionaries have no order.
            return text.split(separator: "\n").sorted().joined(separator: "\n")
        }
        let linked = scored.linked
        return [
            portfolio.settings.title, dumped(portfolio.journeys), dumped(portfolio.evidence),
            dumped(portfolio.opportunities),
            dumped(linked.hierarchy), dumped(linked.citations), dumped(linked.assets), dumped(diagnostics),
        ]
            + scored.journeys.map { dumped($0.health.score) }
    }

    private func compare(without left: String = "", _ edit: (TestRepository) throws -> Void) async throws {
        let repository = try TestRepository()
        for (path, text) in Self.files where path != left { try repository.write(text, to: "content/" + path) }
        try repository.commit(on: "2026-02-10")
        let folder = try ContentFolder(repository.path + "/content")
        let day = try #require(CivilDate(iso: "2026-06-30"))
        let options = PortfolioReading.Options(asOf: nil, today: day)
        func fresh() async -> [String] {
            let reading = await PortfolioReading.read(folder, options: options, workers: Workers(jobs: 1))
            let scored = reading.scored(root: folder.shownPath(of: ""))
            return all(scored.value, (reading.diagnostics + scored.diagnostics).inOrder())
        }
        let base = await fresh()
        try edit(repository)
        let head = await fresh()
        #expect(base != head)
        let reading = try await DiffReading.read(
            folder, try ComparedRevisions("HEAD"), options: options, git: Git(environment: repository.environment),
            workers: Workers(jobs: 2))
        #expect(all(reading.base.scored, reading.base.diagnostics) == base)
        #expect(all(reading.head.scored, reading.head.diagnostics) == head)
    }

    private func replace(_ old: String, by new: String, in path: String) -> (TestRepository) throws -> Void {
        { repository in
            let text = try #require(Self.files[path])
            #expect(text.contains(old))
            try repository.write(text.replacingOccurrences(of: old, with: new), to: "content/" + path)
        }
    }

    @Test func `A sentence`() async throws {
        try await compare(replace("The form is long", by: "The form is endless", in: "journeys/move.md"))
    }

    @Test func `A line above an anchor that a mistake tells of`() async throws {
        try await compare(replace("title: Calls", by: "# What they say.\ntitle: Calls", in: "evidence/calls.md"))
    }

    @Test func `An anchor, an id and a title`() async throws {
        try await compare(replace("{#look}", by: "{#see}", in: "journeys/home.md"))
        try await compare(replace("title: Calls", by: "title: Calls\nid: cals", in: "evidence/calls.md"))
        try await compare(replace("title: Home", by: "title: A home", in: "journeys/home.md"))
    }

    @Test func `Settings that only one side has`() async throws {
        let text = "lanes:\n  - {id: look, label: Details, kind: text}\n  - {id: details, label: Below}\n"
        try await compare(without: "portfolio.yml") { try $0.write(text, to: "content/portfolio.yml") }
        try await compare { try $0.remove("content/portfolio.yml") }
    }

    @Test func `A stage that becomes a heading of another name`() async throws {
        try await compare(replace("## Tell", by: "## Say\n\n### Tell", in: "journeys/move.md"))
    }

    @Test func `Files that come, go and move`() async throws {
        try await compare { try $0.write("---\ntitle: Gone\n---\n\n## Start\n", to: "content/journeys/gone.md") }
        try await compare { try $0.remove("content/evidence/calls.md") }
        try await compare { repository in
            try repository.write(try #require(Self.files["journeys/move.md"]), to: "content/journeys/all/move.md")
            try repository.remove("content/journeys/move.md")
        }
        try await compare { try $0.write("x", to: "content/journeys/gone.md.txt") }
    }

    @Test func `Settings`() async throws {
        try await compare { try $0.write("title: A trial\nlevels: [top, middle]\n", to: "content/portfolio.yml") }
        try await compare { try $0.remove("content/portfolio.yml") }
    }
}
