import Foundation
import Journeys
import Scoring
import Testing

@testable import Disk

@Suite(.timeLimit(.minutes(2))) struct HistoryReadingTests {
    private func trend(
        _ repository: TestRepository, content: String = "content", asOf: String = "2026-06-30", months: Int = 6,
        git: Git? = nil, cache: UserCache? = nil
    ) async throws -> History {
        let day = try #require(CivilDate(iso: asOf))
        return try await HistoryReading.read(
            ContentFolder(repository.path + (content.isEmpty ? "" : "/" + content)), asOf: day, months: months,
            git: git ?? Git(environment: repository.environment), cache: cache, workers: Workers(jobs: 2))
    }

    /// Why there is no history.
    private func refusal(_ work: () async throws -> History) async throws -> HistoryError? {
        do {
            _ = try await work()
            return nil
        } catch let error as HistoryError {
            return error
        }
    }

    @Test func `Each month end has the last commit up to its end`() async throws {
        let repository = try TestRepository()
        try repository.write(TestRepository.journey(feeling: -2), to: "content/journeys/move.md")
        let first = try repository.commit(on: "2026-02-10")
        try repository.write(TestRepository.journey(feeling: 0), to: "content/journeys/move.md")
        let second = try repository.commit(on: "2026-04-30", at: "23:59:59 +0000")
        try repository.write(TestRepository.journey(feeling: 2), to: "content/journeys/move.md")
        // In UTC this is May's last second and a bit.
        try repository.commit(on: "2026-06-01", at: "01:00:00 +0100")

        let trend = try await trend(repository)
        #expect(trend.points.map(\.day.iso).first == "2026-01-31")
        #expect(trend.points.map(\.day.iso).last == "2026-06-30")
        #expect(trend.points[0].state == .noCommit)
        #expect(trend.points.map(\.commit)[1...3] == [first, first, second])
        #expect(trend.health == [nil, 0, 0, 50, 50, 100])
        #expect(trend.values(of: .health, ofJourney: "move") == trend.health)
        #expect(trend.points[1].figures?.journeysMeasured == Share(1, of: 1))
    }

    @Test func `Only the first parent of a merge is followed`() async throws {
        let repository = try TestRepository()
        try repository.write(TestRepository.journey(feeling: 0), to: "content/journeys/move.md")
        try repository.commit(on: "2026-01-10")
        try repository.run("switch", "--quiet", "--create", "side")
        try repository.write(TestRepository.journey(feeling: 2), to: "content/journeys/move.md")
        try repository.commit(on: "2026-02-10")
        try repository.run("switch", "--quiet", "main")
        try repository.run(
            "merge", "--quiet", "--no-ff", "--message", "Merge", "side", date: "2026-04-10 12:00:00 +0000")
        #expect(try await trend(repository).health == [50, 50, 50, 100, 100, 100])
    }

    @Test func `Content that comes later, goes, or is broken leaves its months out`() async throws {
        let repository = try TestRepository()
        try repository.write("x", to: "README")
        try repository.commit(on: "2026-01-10")
        try repository.write(TestRepository.journey(feeling: 0), to: "content/journeys/move.md")
        try repository.commit(on: "2026-02-10")
        try repository.write("---\ntitle: [\n---\n", to: "content/journeys/move.md")
        try repository.commit(on: "2026-03-10")
        try repository.remove("content")
        try repository.commit(on: "2026-04-10")
        try repository.write(TestRepository.journey(feeling: 2), to: "content/journeys/move.md")
        try repository.commit(on: "2026-05-10")

        let points = try await trend(repository).points
        #expect(points.map(\.state).filter { $0 == .noContent }.count == 2)
        #expect(points.map { $0.figures?.health } == [nil, 50, nil, nil, 100, 100])
        guard case .broken(let errors, let first) = points[2].state else {
            Issue.record("the third month is \(points[2].state)")
            return
        }
        #expect(errors >= 1)
        #expect(first.hasPrefix("journeys/move.md: "))
    }

    @Test func `Any name of a folder or a file will do`() async throws {
        let repository = try TestRepository(named: "a répository")
        try repository.write(TestRepository.journey(feeling: 1), to: "my «content» ß/journeys/für alle/日本 語.md")
        try repository.write(TestRepository.journey(feeling: 1), to: "my «content» ß/journeys/_draft/x.md")
        try repository.commit(on: "2026-01-10")
        let trend = try await trend(repository, content: "my «content» ß", months: 1)
        #expect(trend.points[0].figures?.journeys.map(\.id) == ["日本 語"])
        #expect(trend.health == [75])
    }

    @Test func `The repository may be the content folder itself`() async throws {
        let repository = try TestRepository()
        try repository.write(TestRepository.journey(feeling: 1), to: "journeys/move.md")
        try repository.commit(on: "2026-01-10")
        #expect(try await trend(repository, content: "", months: 1).health == [75])
    }

    @Test func `What another month has as well is read under its own settings`() async throws {
        let repository = try TestRepository()
        try repository.write(TestRepository.journey(feeling: 1), to: "content/journeys/move.md")
        try repository.write("title: One\n", to: "content/portfolio.yml")
        try repository.commit(on: "2026-03-10")
        // The level that the journey names is none of these.
        try repository.write("title: One\nlevels: [top, low]\n", to: "content/portfolio.yml")
        try repository.commit(on: "2026-04-10")
        try repository.remove("content/portfolio.yml")
        try repository.write(TestRepository.journey(feeling: 2), to: "content/journeys/other.md")
        try repository.commit(on: "2026-05-10")
        let points = try await trend(repository, months: 4).points
        #expect(points.map { $0.figures?.health } == [75, nil, 87.5, 87.5])
    }

    @Test func `Neither the working tree nor the index is read or touched`() async throws {
        let repository = try TestRepository()
        try repository.write(TestRepository.journey(feeling: 1), to: "content/journeys/move.md")
        try repository.commit(on: "2026-01-10")
        try repository.write(TestRepository.journey(feeling: 2), to: "content/journeys/move.md")
        let before = try repository.folder.stamps(repository.name)
        #expect(try await trend(repository, months: 1).health == [75])
        #expect(try repository.folder.stamps(repository.name) == before)
    }

    @Test func `A second run has the same from the cache, and reads no content`() async throws {
        let repository = try TestRepository()
        try repository.write(TestRepository.journey(feeling: -1), to: "content/journeys/move.md")
        try repository.commit(on: "2026-01-10")
        try repository.write("---\ntitle: [\n---\n", to: "content/journeys/b.md")
        try repository.commit(on: "2026-03-10")
        let (git, log) = try repository.watchedGit()
        let cache = UserCache(in: repository.folder["cache"], edition: "1 / 2")
        let first = try await trend(repository, git: git, cache: cache)
        #expect(log().contains { $0.hasSuffix("cat-file --batch") })
        try repository.folder.remove("log")
        let second = try await trend(repository, git: git, cache: cache)
        #expect(second == first)
        #expect(!log().isEmpty)
        #expect(
            !log().contains { $0.hasSuffix("cat-file --batch") || $0.contains("ls-tree") || $0.contains("diff-tree") })
        // Another version of the program works it out by itself.
        let other = UserCache(in: repository.folder["cache"], edition: "2")
        #expect(try await trend(repository, git: git, cache: other) == first)
        #expect(log().contains { $0.hasSuffix("cat-file --batch") })
    }

    @Test(arguments: ["", "nonsense", "waymark history 1\nhealth\t1\t1\t1\nmaturity\t1\n0\n"])
    func `A damaged cache is worked out again`(damage: String) async throws {
        let repository = try TestRepository()
        try repository.write(TestRepository.journey(feeling: -1), to: "content/journeys/move.md")
        try repository.commit(on: "2025-01-10")
        let cache = UserCache(in: repository.folder["cache"], edition: "1")
        let first = try await trend(repository, cache: cache)
        let files = try repository.folder.tree("cache").keys.filter { $0.contains("2026") }
        #expect(files.count == 7)
        for file in files { try repository.folder.write(damage, to: "cache/" + file) }
        #expect(try await trend(repository, cache: cache) == first)
        #expect(try repository.folder.tree("cache").values.filter { $0 == damage }.isEmpty)
    }

    @Test func `What is kept is known by its name and its edition, wherever it is copied to`() throws {
        let folder = try TestFolder()
        let cache = UserCache(in: folder["cache"], edition: "1")
        cache.write(["one", "line"], to: "a")
        #expect(cache.lines(of: "a") == ["one", "line"])
        let text = try #require(folder.text("cache/1/a"))
        for copy in ["cache/1/b", "cache/2/a"] { try folder.write(text, to: copy) }
        #expect(cache.lines(of: "b") == nil)
        #expect(UserCache(in: folder["cache"], edition: "2").lines(of: "a") == nil)
    }

    @Test func `A cache that can't be written is none`() async throws {
        let repository = try TestRepository()
        try repository.write(TestRepository.journey(feeling: 1), to: "content/journeys/move.md")
        try repository.commit(on: "2026-01-10")
        try repository.folder.write("a file", to: "cache")
        let cache = UserCache(in: repository.folder["cache"], edition: "1")
        #expect(try await trend(repository, months: 1, cache: cache).health == [75])
    }

    @Test func `A shallow clone is cut off where it ends`() async throws {
        let origin = try TestRepository()
        try origin.write(TestRepository.journey(feeling: 0), to: "content/journeys/move.md")
        try origin.commit(on: "2026-01-10")
        try origin.write(TestRepository.journey(feeling: 2), to: "content/journeys/move.md")
        try origin.commit(on: "2026-05-10")
        let clone = try TestRepository()
        try clone.run("clone", "--quiet", "--depth", "1", "file://" + origin.path, "clone")
        let day = try #require(CivilDate(iso: "2026-06-30"))
        let trend = try await HistoryReading.read(
            ContentFolder(clone.path + "/clone/content"), asOf: day, months: 3,
            git: Git(environment: clone.environment),
            cache: nil, workers: Workers(jobs: 1))
        #expect(trend.points[0].state == .cutOff)
        #expect(trend.health == [nil, 100, 100])
    }

    @Test func `Without a history it is said what is missing`() async throws {
        let repository = try TestRepository()
        try repository.write(TestRepository.journey(feeling: 0), to: "content/journeys/move.md")
        let content = repository.path + "/content"
        let day = try #require(CivilDate(iso: "2026-06-30"))
        #expect(Git(environment: ["PATH": repository.path]) == nil)
        #expect(Git(environment: [:]) == nil)
        let noGit = try await refusal {
            try await HistoryReading.read(
                ContentFolder(content), asOf: day, months: 1, git: nil, cache: nil, workers: Workers())
        }
        #expect(noGit == .noGit)
        #expect(try await refusal { try await trend(repository) } == .noCommits(content))
        try repository.run("commit", "--quiet", "--allow-empty", "--message", "Empty")
        #expect(try await refusal { try await trend(repository) } == .untracked(content))

        try repository.folder.write(TestRepository.journey(feeling: 0), to: "outside/journeys/move.md")
        let outside = try ContentFolder(repository.folder["outside"])
        let noRepository = try await refusal {
            try await HistoryReading.read(
                outside, asOf: day, months: 1, git: Git(environment: repository.environment), cache: nil,
                workers: Workers())
        }
        #expect(noRepository == .noRepository(repository.folder["outside"]))
        for error in [noGit, noRepository] { #expect((error?.description.count ?? 0) > 20) }
    }

    @Test func `What the environment or the repository's settings say leads nowhere else`() async throws {
        let repository = try TestRepository()
        try repository.write(TestRepository.journey(feeling: 1), to: "content/journeys/move.md")
        try repository.commit(on: "2026-01-10")
        let trap = repository.folder["trapped"]
        for key in [
            "core.fsmonitor", "core.pager", "core.sshCommand", "gpg.program", "diff.external", "core.hooksPath",
        ] {
            try repository.run("config", key, "touch '\(trap)'")
        }
        try repository.run("config", "log.showSignature", "true")
        try repository.run("config", "alias.rev-list", "!touch '\(trap)'")
        var environment = repository.environment
        environment["GIT_DIR"] = "/nowhere"
        environment["GIT_INDEX_FILE"] = "/nowhere"
        environment["GIT_EXTERNAL_DIFF"] = "touch '\(trap)'"
        #expect(try await trend(repository, months: 1, git: Git(environment: environment)).health == [75])
        #expect(!repository.folder.exists("trapped"))
    }
}
