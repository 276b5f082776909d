import Journeys
import Testing

@testable import Disk

@Suite(.timeLimit(.minutes(2))) struct UntouchedReviewsTests {
    private func untouched(_ repository: TestRepository, asOf: String = "2026-06-30") async throws -> Set<String>? {
        let day = try #require(CivilDate(iso: asOf))
        let cache = UserCache(in: repository.folder["cache"], edition: "1")
        func read() async throws -> Set<String>? {
            try await HistoryReading.read(
                ContentFolder(repository.path + "/content"), asOf: day, months: 1,
                git: Git(environment: repository.environment), cache: cache, workers: Workers(jobs: 1)
            ).untouched.map { Set($0.keys) }
        }
        let first = try await read()
        #expect(try await read() == first)
        return first
    }

    private func repository(_ versions: [(day: String, text: String)]) throws -> TestRepository {
        let repository = try TestRepository()
        for version in versions {
            try repository.write(version.text, to: "content/journeys/move.md")
            try repository.commit(on: version.day)
        }
        return repository
    }

    private func version(_ reviewed: String?, feeling: Int = 1, more: String = "") -> String {
        TestRepository.journey(feeling: feeling, reviewed: reviewed, more: more)
    }

    @Test func `A review date that moved alone is found`() async throws {
        let repository = try repository([
            ("2025-06-01", version("2025-06-01")), ("2025-10-01", version("2025-10-01")),
            ("2026-03-01", version("2026-03-01")),
        ])
        #expect(try await untouched(repository) == ["move"])
        // A year later nothing has moved at all.
        #expect(try await untouched(repository, asOf: "2027-06-30") == [])
    }

    @Test func `A first review without a change is found`() async throws {
        let repository = try repository([("2025-06-01", version(nil)), ("2026-03-01", version("2026-03-01"))])
        #expect(try await untouched(repository) == ["move"])
    }

    @Test func `Anything else that changed in the year excuses it, even if it was undone`() async throws {
        let changed = try repository([
            ("2025-06-01", version("2025-06-01")), ("2026-03-01", version("2026-03-01", feeling: 2)),
        ])
        #expect(try await untouched(changed) == [])
        let undone = try repository([
            ("2025-06-01", version("2025-06-01")), ("2025-10-01", version("2025-06-01", feeling: 2)),
            ("2026-03-01", version("2026-03-01")),
        ])
        #expect(try await untouched(undone) == [])
        let older = try repository([
            ("2025-01-01", version("2025-01-01", feeling: 2)), ("2025-06-01", version("2025-01-01")),
            ("2026-03-01", version("2026-03-01")),
        ])
        #expect(try await untouched(older) == ["move"])
    }

    @Test func `A file that came or moved within the year is not looked at`() async throws {
        let young = try repository([("2025-09-01", version("2025-09-01")), ("2026-03-01", version("2026-03-01"))])
        // Nor is any other, as long as the history is younger than a year.
        #expect(try await untouched(young) == nil)
        let moved = try repository([("2025-06-01", version("2025-06-01")), ("2025-10-01", version("2025-10-01"))])
        try moved.remove("content/journeys/move.md")
        try moved.write(version("2026-03-01"), to: "content/journeys/moving/move.md")
        try moved.commit(on: "2026-03-01")
        #expect(try await untouched(moved) == [])
    }

    @Test func `What is not committed yet counts, but not the line ends of the working tree`() async throws {
        let repository = try repository([
            ("2025-06-01", version("2025-06-01")), ("2026-03-01", version("2026-03-01")),
        ])
        let lines = version("2026-06-01").split(separator: "\n", omittingEmptySubsequences: false)
        try repository.write(lines.joined(separator: "\r\n"), to: "content/journeys/move.md")
        #expect(try await untouched(repository) == ["move"])
        try repository.write(version("2026-06-01", feeling: -1), to: "content/journeys/move.md")
        #expect(try await untouched(repository) == [])
    }
}
