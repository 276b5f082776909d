import Disk
import Foundation
import Journeys
import Scoring
import Testing

@testable import waymark

/// A folder with a portfolio small enough to score by hand, gone when the test is.
final class SmallPortfolio {
    let path: String

    init(_ files: [String: String] = SmallPortfolio.files) throws {
        path =
            FileManager.default.temporaryDirectory.appendingPathComponent("waymark-command-\(UUID().uuidString)").path
        for (name, text) in files {
            let file = URL(fileURLWithPath: path + "/" + name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    func scored() async throws -> ScoredPortfolio {
        let day = try #require(CivilDate(iso: "2026-06-30"))
        let reading = await PortfolioReading.read(
            try ContentFolder(path), options: PortfolioReading.Options(asOf: day, today: day), workers: Workers(jobs: 1)
        )
        // What it should have besides is no matter of its scores.
        #expect(reading.diagnostics.filter { !$0.code.isOfGovernance }.isEmpty)
        return ScoredPortfolio.score(reading.linked, asOf: day).value
    }

    /// What `explain` prints, without where the folder is.
    func explanation(of id: String, in terminal: TerminalText = .plain) async throws -> String {
        let scored = try await scored()
        let explained = Explained(scored, places: SourcePlaces(try ContentFolder(path)))
        let subject = try #require(Explained.subjects(named: id, in: scored.portfolio).first)
        return explained.text(of: subject, in: terminal).replacingOccurrences(of: path + "/", with: "content/")
    }

    static let files = [
        "journeys/life.md": """
        ---
        title: Life, with us
        level: lifecycle
        owner: Ada
        team: Care
        tags: [top]
        reviewed: 2026-06-01
        ---

        ## Joining

        - **Feeling:** 1 hopeful

        ## Leaving

        - **Feeling:** 0 calm
        """,
        "journeys/move.md": """
        ---
        title: Move
        level: sub
        parent: life#joining
        owner: Bo
        metrics: [csat]
        ---

        ## Before

        - **Feeling:** -1 worried
        - **Pains:**
          - The form is long {#form severity=4}
        """,
        "journeys/draft.md": "---\ntitle: Draft\nlevel: sub\nparent: life\nstatus: draft\n---\n",
        "metrics/csat.md": """
        ---
        title: Happy movers
        type: csat
        perspective: customer
        direction: up
        baseline: 60
        target: 80
        ---
        """,
        "metrics/csat.csv": "date,value\n2026-05-31,65\n2026-06-30,70\n",
        "opportunities/short-form.md": """
        ---
        title: A short form
        addresses: [move#form]
        business_impact: 3
        effort: 1
        ---
        """,
        "solutions/form-two.md": """
        ---
        title: Form two
        opportunities: [short-form]
        status: building
        metrics: [csat]
        ---
        """,
    ]
}
