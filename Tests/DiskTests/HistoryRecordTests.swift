import Foundation
import Journeys
import Scoring
import Testing

@testable import Disk

@Suite(.timeLimit(.minutes(2))) struct HistoryRecordTests {
    private func day(_ text: String) throws -> CivilDate { try #require(CivilDate(iso: text)) }

    private func history(
        of content: String, asOf: String, months: Int, in repository: TestRepository
    ) async throws -> History {
        try await HistoryReading.read(
            ContentFolder(content), asOf: try day(asOf), months: months, git: Git(environment: repository.environment),
            cache: nil, workers: Workers(jobs: 1))
    }

    /// Records as `waymark history --record` does, and says what the file is then.
    @discardableResult
    private func record(
        _ repository: TestRepository, content: String? = nil, asOf: String = "2026-06-30", months: Int = 6
    ) async throws -> String {
        let content = content ?? repository.path + "/content"
        let history = try await history(of: content, asOf: asOf, months: months, in: repository)
        let record = HistoryRecord(in: try ContentFolder(content))
        let recorded = record.read()
        #expect(recorded.diagnostics == [])
        _ = try record.write(Trend(history, over: recorded.value))
        return try String(contentsOfFile: content + "/history.csv", encoding: .utf8)
    }

    private func reading(_ content: String, asOf: String) async throws -> PortfolioReading {
        let day = try day(asOf)
        return await PortfolioReading.read(
            try ContentFolder(content), options: PortfolioReading.Options(asOf: day, today: day),
            workers: Workers(jobs: 1))
    }

    private func repository() throws -> TestRepository {
        let repository = try TestRepository()
        try repository.write(TestRepository.journey(feeling: -1), to: "content/journeys/move.md")
        try repository.commit(on: "2026-02-10")
        try repository.write(TestRepository.journey(feeling: 1), to: "content/journeys/move.md")
        try repository.write(
            TestRepository.journey(feeling: 2).replacing("level:", with: "status: draft\nlevel:"),
            to: "content/journeys/-new.md")
        try repository.commit(on: "2026-05-10")
        return repository
    }

    @Test func `A history is recorded with two decimals, and read back as it is`() async throws {
        let repository = try repository()
        let text = try await record(repository)
        #expect(
            text.hasPrefix(
                """
                date,journey,health,trust,progress,maturity,status,measured,counting,untouched
                2026-02-28,,25,,,1,,1,1,
                2026-02-28,move,25,
                """))
        #expect(text.contains("\n2026-05-31,-new,100,"))
        #expect(text.contains(",draft,,,\n2026-05-31,move,75,"))
        let history = try await history(of: repository.path + "/content", asOf: "2026-06-30", months: 6, in: repository)
        let reading = try await reading(repository.path + "/content", asOf: "2026-06-30")
        #expect(reading.diagnostics.isEmpty)
        #expect(reading.linked.portfolio.trend == Trend(history, over: .none))
        #expect(reading.linked.portfolio.trend.days.map(\.iso).first == "2026-02-28")
    }

    @Test func `The same history is the same file, and is not written again`() async throws {
        let repository = try repository()
        let first = try await record(repository)
        let folder = try ContentFolder(repository.path + "/content")
        let history = try await history(of: folder.location, asOf: "2026-06-30", months: 6, in: repository)
        let record = HistoryRecord(in: folder)
        #expect(try record.write(Trend(history, over: record.read().value)) == .unchanged)
        // That it is in a commit of its own changes no score, and neither would one that can't be read.
        try repository.write(first + "nonsense\n", to: "content/history.csv")
        try repository.commit(on: "2026-05-20")
        try repository.write(first, to: "content/history.csv")
        #expect(try await self.record(repository) == first)
    }

    @Test func `What a killed run has left is in nobody's way`() async throws {
        let repository = try repository()
        for process in [getpid(), 99_999_999] {
            try repository.write("date,jou", to: "content/.\(process)-history.csv")
        }
        try await record(repository)
        let names = try FileManager.default.contentsOfDirectory(atPath: repository.path + "/content")
        #expect(Set(names) == ["history.csv", "journeys"])
    }

    @Test func `What git can no longer see is kept`() async throws {
        let origin = try repository()
        let text = try await record(origin)
        try origin.commit(on: "2026-06-20")
        try origin.run("clone", "--quiet", "--depth", "1", "file://" + origin.path, "clone")
        let clone = origin.path + "/clone/content"
        let kept = try await record(origin, content: clone, asOf: "2026-07-31", months: 12)
        #expect(kept.hasPrefix(text.split(separator: "\n").prefix(3).joined(separator: "\n")))
        #expect(kept.contains("\n2026-05-31,move,75,"))
        #expect(kept.contains("\n2026-07-31,move,75,"))
        // Nor do fewer months lose any.
        #expect(try await record(origin, content: clone, asOf: "2026-07-31", months: 1) == kept)
    }

    @Test func `Month ends that are still to come are not known yet`() async throws {
        let repository = try repository()
        try await record(repository)
        let trend = try await reading(repository.path + "/content", asOf: "2026-03-31").linked.portfolio.trend
        #expect(trend.days.map(\.iso) == ["2026-02-28", "2026-03-31"])
        #expect(trend.journeys == ["move"])
    }

    @Test func `Who reviewed by date alone is asked for a review until the text changes`() async throws {
        let repository = try TestRepository()
        try repository.write(
            TestRepository.journey(feeling: 1, reviewed: "2025-06-01"), to: "content/journeys/move.md")
        try repository.commit(on: "2025-06-01")
        try repository.write(
            TestRepository.journey(feeling: 1, reviewed: "2026-06-01"), to: "content/journeys/move.md")
        try repository.commit(on: "2026-06-01")
        try await record(repository)
        let content = repository.path + "/content"
        func asksForReview() async throws -> Bool {
            let scored = try await reading(content, asOf: "2026-07-15").scored(root: "").value
            return scored.agenda.reviews[0]?.kinds.contains(.untouched) == true
        }
        // Without git.
        try repository.remove(".git")
        #expect(try await asksForReview())
        let building = await SiteBuilding.prepare(
            try ContentFolder(content), overrides: nil,
            options: PortfolioReading.Options(asOf: try day("2026-07-15"), today: try day("2026-07-15")),
            workers: Workers(jobs: 1))
        #expect(building.reading.untouched == [0])
        // One more review by date alone changes nothing of it; a look at the journey does.
        try repository.write(
            TestRepository.journey(feeling: 1, reviewed: "2026-07-10"), to: "content/journeys/move.md")
        #expect(try await asksForReview())
        try repository.write(
            TestRepository.journey(feeling: 2, reviewed: "2026-07-10"), to: "content/journeys/move.md")
        #expect(try await asksForReview() == false)
    }

    @Test func `A young history can't tell who did not look, so that what it said before stands`() async throws {
        let repository = try repository()
        let file = "date,journey,health,trust,progress,maturity,untouched\n2025-12-31,move,50,50,,2,8f3a\n"
        try repository.write(file, to: "content/history.csv")
        let text = try await record(repository)
        #expect(text.contains("\n2025-12-31,move,50,50,,2,active,,,\n"))
        #expect(text.contains("\n2026-06-30,move,75,25,,1,active,,,8f3a\n") || text.hasSuffix(",8f3a\n"))
    }

    @Test func `A folder that can't be written is said, and leaves the file as it was`() async throws {
        let repository = try repository()
        let content = repository.path + "/content"
        try repository.folder.makeFolder(repository.name + "/content/history.csv")
        let history = try await history(of: content, asOf: "2026-06-30", months: 1, in: repository)
        let record = HistoryRecord(in: try ContentFolder(content))
        do throws(HistoryError) {
            _ = try record.write(Trend(history, over: .none))
            Issue.record("a folder was written over")
        } catch {
            #expect(error.description.hasPrefix("'\(content)/history.csv' can't be written: "))
            #expect(error.exitCode == 74)
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: content).sorted() == ["history.csv", "journeys"])
        #expect(try record.write(Trend.none) == .nothing)
    }
}
