import Diagnostics
import Journeys
import Testing

@testable import Disk

@Suite struct GovernanceSettingsTests {
    /// What a check says of a portfolio whose waivers are of no use, and whose opportunity has no values.
    private func found(checks: String, jobs: Int) async throws -> [String] {
        let folder = try TestFolder()
        let waivers = """
            waivers:
              - {rule: a, subject: gone, because: it was, until: 2026-01-31}
              - {rule: b, subject: never, because: it is}
            """
        try folder.write("checks: {\(checks)}\n\(waivers)\n", to: "content/portfolio.yml")
        try folder.write("---\ntitle: O\n---\n", to: "content/opportunities/o.md")
        let day = try #require(CivilDate(iso: "2026-11-30"))
        let building = await SiteBuilding.prepare(
            try ContentFolder(folder["content"]), overrides: nil, options: .init(asOf: day, today: day),
            workers: Workers(jobs: jobs))
        return building.diagnostics.map { "\($0.severity.rawValue) \($0.code.rawValue)" }
    }

    @Test(arguments: [1, 2])
    func `Rules of scores are as serious as the portfolio says, however many work on them`(jobs: Int) async throws {
        #expect(
            try await found(checks: "", jobs: jobs) == [
                "warning governance/opportunity-without-values", "error score/expired-waiver",
                "warning score/idle-waiver",
            ])
        #expect(
            try await found(
                checks: "opportunity-without-values: error, expired-waiver: warning, score/idle-waiver: off",
                jobs: jobs)
                == ["error governance/opportunity-without-values", "warning score/expired-waiver"])
    }
}
