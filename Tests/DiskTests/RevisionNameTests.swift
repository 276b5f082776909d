import Changes
import Foundation
import Journeys
import Testing

@testable import Disk

/// What may be named, and where from.
@Suite(.timeLimit(.minutes(2))) struct RevisionNameTests {
    private func repository() throws -> TestRepository {
        let repository = try TestRepository()
        try repository.write(TestRepository.journey(feeling: -2), to: "docs/content/journeys/move.md")
        try repository.commit(on: "2026-02-10")
        try repository.write(TestRepository.journey(feeling: 1), to: "docs/content/journeys/move.md")
        try repository.commit(on: "2026-03-10")
        return repository
    }

    private func diff(_ repository: TestRepository, at path: String, _ base: String, _ head: String? = nil) async throws
        -> [String]
    {
        try await DiffReading.read(
            at: path, try ComparedRevisions(base, head: head),
            options: PortfolioReading.Options(asOf: nil, today: try #require(CivilDate(iso: "2026-06-30"))),
            git: Git(environment: repository.environment), workers: Workers(jobs: 2)
        ).changes.changes.map(\.kind)
    }

    private func refusal(_ work: () async throws -> [String]) async throws -> RevisionError? {
        do {
            _ = try await work()
            return nil
        } catch let error as RevisionError {
            return error
        }
    }

    @Test func `What is left out is no revision`() async throws {
        let repository = try repository()
        let content = repository.path + "/docs/content"
        let error = try #require(try await refusal { try await diff(repository, at: content, "^HEAD") })
        #expect(error.exitCode == 64)
        #expect(error.description == "'^HEAD' tells git what to leave out, and names no commit: write 'HEAD'")
        #expect(try await refusal { try await diff(repository, at: content, "HEAD", "^main") } == .leftOut("^main"))
        let found = await #expect(throws: RevisionFindings.Failure.self) {
            try await RevisionFindings.baseline(
                of: ContentFolder(content), at: "^HEAD", day: CivilDate(days: 20_000),
                git: Git(environment: repository.environment), workers: Workers(jobs: 1))
        }
        #expect(found?.exitCode == 64)
    }

    @Test func `A commit is named by its message`() async throws {
        let repository = try repository()
        let content = repository.path + "/docs/content"
        #expect(try await diff(repository, at: content, ":/On 2026-02-10") == ["emotion-changed"])
        #expect(try await diff(repository, at: content, "HEAD^{/2026-02}", "HEAD") == ["emotion-changed"])
        let error = try await refusal { try await diff(repository, at: content, ":/nothing") }
        #expect(error == .unknown(":/nothing", nearest: nil, isShallow: false))
    }

    @Test func `Dots in the words of a message are words`() async throws {
        let repository = try repository()
        try repository.run("commit", "--quiet", "--allow-empty", "--message", "Mend a..b")
        let content = repository.path + "/docs/content"
        #expect(try await diff(repository, at: content, ":/Mend a..b") == [])
        #expect(try await diff(repository, at: content, "HEAD^{/On 2026-02}..HEAD^{/a..b}") == ["emotion-changed"])
        #expect(throws: RevisionError.malformed("a..b..c")) { try ComparedRevisions("a..b..c") }
        #expect(try ComparedRevisions("a...b") == ComparedRevisions("a...b"))
        #expect(try ComparedRevisions("a...b").isFromMergeBase && ComparedRevisions("a..b").head == "b")
    }

    @Test func `Two revisions are compared where the content is not checked out`() async throws {
        let repository = try repository()
        try repository.run("checkout", "--quiet", "--orphan", "other")
        try repository.run("rm", "--quiet", "-r", "--force", ".")
        try repository.write("Read me", to: "README.md")
        try repository.commit(on: "2026-04-01")
        let content = repository.path + "/docs/content"
        #expect(!FileManager.default.fileExists(atPath: content))
        #expect(try await diff(repository, at: content, "main~1", "main") == ["emotion-changed"])
        #expect(try await diff(repository, at: content + "/", "main~1..main") == ["emotion-changed"])
        let bare = repository.path + "/bare.git"
        try repository.run("clone", "--quiet", "--bare", repository.path, bare)
        #expect(try await diff(repository, at: bare + "/docs/content", "main~1", "main") == ["emotion-changed"])
        // The working tree has none, and neither has what nobody committed.
        for (path, head) in [(content, nil), (repository.path + "/docs/contents", "main")] {
            let error = try #require(try await refusal { try await diff(repository, at: path, "main~1", head) })
            #expect(error.exitCode == 66 && error.description.contains("there is no folder"))
        }
    }
}
