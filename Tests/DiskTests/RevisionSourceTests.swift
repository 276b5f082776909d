import Changes
import Foundation
import Journeys
import Testing

@testable import Disk

/// Where the two ends of a comparison are read from: from git, whatever its index says of the working tree.
@Suite(.timeLimit(.minutes(2))) struct RevisionSourceTests {
    private func diff(_ repository: TestRepository, _ base: String, at place: String = "content") async throws
        -> DiffReading
    {
        try await DiffReading.read(
            ContentFolder(repository.path + "/" + place), try ComparedRevisions(base),
            options: PortfolioReading.Options(asOf: nil, today: try #require(CivilDate(iso: "2026-06-30"))),
            git: Git(environment: repository.environment), workers: Workers(jobs: 2))
    }

    private func refusal(_ work: () async throws -> DiffReading) async throws -> RevisionError? {
        do {
            _ = try await work()
            return nil
        } catch let error as RevisionError {
            return error
        }
    }

    private func told(_ reading: DiffReading) -> [String] {
        reading.changes.changes.map { "\($0.kind) \($0.subject) \($0.from ?? "-")>\($0.to ?? "-")" }
    }

    private func repository() throws -> TestRepository {
        let repository = try TestRepository()
        try repository.write(TestRepository.journey(feeling: -2), to: "content/journeys/move.md")
        try repository.write(
            "---\ntitle: Calls\ntype: volume\ndirection: down\nowner: Ada\n---\n", to: "content/metrics/calls.md")
        try repository.write("date,value\n2026-01-31,4\n", to: "content/metrics/calls.csv")
        try repository.commit(on: "2026-02-10")
        return repository
    }

    @Test func `What a sparse checkout leaves out is not gone`() async throws {
        let repository = try repository()
        try repository.run("sparse-checkout", "set", "--no-cone", "/content/journeys/")
        #expect(!FileManager.default.fileExists(atPath: repository.path + "/content/metrics/calls.md"))
        let reading = try await diff(repository, "HEAD")
        #expect(reading.changes.isEmpty && reading.newDiagnostics.isEmpty && reading.fixedDiagnostics.isEmpty)
        try repository.write(TestRepository.journey(feeling: 1), to: "content/journeys/move.md")
        #expect(told(try await diff(repository, "HEAD")).map { $0.prefix(15) } == ["emotion-changed"])
        // What somebody put there all the same counts as it is.
        try repository.write("date,value\n2026-01-31,5\n", to: "content/metrics/calls.csv")
        #expect(told(try await diff(repository, "HEAD")).count == 2)
    }

    @Test(arguments: ["--assume-unchanged", "--skip-worktree"]) func `What git was told not to look at is looked at`(
        flag: String
    ) async throws {
        let repository = try repository()
        try repository.run("update-index", flag, "content/journeys/move.md")
        #expect(try await diff(repository, "HEAD").changes.isEmpty)
        try repository.write(TestRepository.journey(feeling: 1), to: "content/journeys/move.md")
        #expect(told(try await diff(repository, "HEAD")).map { $0.prefix(15) } == ["emotion-changed"])
    }

    /// The file of a loose object.
    private func object(_ name: String, of repository: TestRepository) throws -> String {
        let id = try repository.run("rev-parse", name)
        return ".git/objects/" + id.prefix(2) + "/" + id.dropFirst(2)
    }

    @Test(arguments: [false, true]) func `An object that is missing or damaged is told, and nothing else`(
        isDamaged: Bool
    ) async throws {
        let repository = try repository()
        let file = try object("HEAD:content/journeys/move.md", of: repository)
        try repository.write(TestRepository.journey(feeling: 1), to: "content/journeys/move.md")
        try repository.remove(file)
        if isDamaged { try repository.write("x", to: file) }
        let error = try #require(try await refusal { try await diff(repository, "HEAD") })
        #expect(error.exitCode == 66)
        #expect(error.description.contains("content/journeys/move.md") && error.description.contains("git fetch"))
    }

    @Test func `A partial clone says how to get the rest`() async throws {
        let repository = try repository()
        try repository.write(TestRepository.journey(feeling: 1), to: "content/journeys/move.md")
        try repository.commit(on: "2026-03-01")
        try repository.run("config", "uploadpack.allowFilter", "true")
        let clone = repository.path + "/clone"
        try repository.run("clone", "--quiet", "--filter=blob:none", "file://" + repository.path, clone)
        let error = try #require(try await refusal { try await diff(repository, "HEAD~1", at: "clone/content") })
        #expect(error.exitCode == 66 && error.description.contains("--refetch"))
        let other = await #expect(throws: RevisionFindings.Failure.self) {
            try await RevisionFindings.baseline(
                of: ContentFolder(clone + "/content"), at: "HEAD~1", day: CivilDate(days: 20_000),
                git: Git(environment: repository.environment), workers: Workers(jobs: 1))
        }
        #expect(other?.exitCode == 66 && other?.description == error.description)
    }
}
