import Journeys
import Pages
import Testing

@testable import Disk

@Suite struct SiteBuildingTests {
    @Test func `Nothing published tells where the content lies on this machine`() async throws {
        let folder = try TestFolder()
        try folder.write(
            "---\ntitle: J\nlevel: lifecycle\nowner: Ada\n---\n\n## One\n\n- Pains:\n  - It hurts (severity 4)\n",
            to: "content/journeys/j.md")
        let day = try #require(CivilDate(iso: "2026-11-30"))
        let building = await SiteBuilding.prepare(
            try ContentFolder(folder["content"]), overrides: nil, options: .init(asOf: day, today: day),
            workers: Workers(jobs: 1))
        var told = 0
        for page in building.site.pages {
            let text = String(decoding: page.bytes, as: UTF8.self)
            #expect(!text.contains(folder.path), "\(page.path.text)")
            if text.contains("content/journeys/j.md") { told += 1 }
        }
        #expect(told > 1, "pages and data say in which file they are written")
    }
}
