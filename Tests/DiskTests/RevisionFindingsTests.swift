import Diagnostics
import Foundation
import Journeys
import Testing

@testable import Disk

@Suite(.timeLimit(.minutes(2))) struct RevisionFindingsTests {
    private func findings(
        _ repository: TestRepository, content: String = "content", at revision: String, git: Git? = nil
    ) async throws -> Baseline? {
        try await RevisionFindings.baseline(
            of: ContentFolder(repository.path + "/" + content), at: revision,
            day: try #require(CivilDate(iso: "2026-11-30")), git: git ?? Git(environment: repository.environment),
            workers: Workers(jobs: 2))
    }

    private func refusal(_ work: () async throws -> Baseline?) async throws -> RevisionFindings.Failure? {
        do {
            _ = try await work()
            return nil
        } catch let error as RevisionFindings.Failure {
            return error
        }
    }

    /// A repository whose only commit has two mistakes; the working tree has none.
    private func repository() throws -> TestRepository {
        let repository = try TestRepository()
        let journey = TestRepository.journey(feeling: 1)
        try repository.write(
            journey.replacingOccurrences(of: "owner", with: "ower"), to: "content/journeys/move.md")
        try repository.write("date,journey,helth\n", to: "content/history.csv")
        try repository.commit(on: "2026-10-01")
        try repository.run("tag", "first")
        try repository.write(journey, to: "content/journeys/move.md")
        return repository
    }

    @Test func `A revision is checked as it was, its recorded history too`() async throws {
        let repository = try repository()
        let before = try repository.run("status", "--porcelain")
        for name in ["HEAD", "main", "first", "HEAD~0"] {
            let baseline = try #require(try await findings(repository, at: name))
            #expect(Set(baseline.entries.map(\.path)) == ["history.csv", "journeys/move.md"])
            #expect(baseline.entries.contains { $0.code == "front-matter/unknown-key" && $0.line != "-" })
        }
        #expect(try repository.run("status", "--porcelain") == before)
    }

    @Test func `What the folder has as it is in the revision is known`() async throws {
        let repository = try repository()
        try repository.run("checkout", "--quiet", "--", ".")
        let folder = try ContentFolder(repository.path + "/content")
        let day = try #require(CivilDate(iso: "2026-11-30"))
        let building = await SiteBuilding.prepare(
            folder, overrides: nil, options: .init(asOf: day, today: day), workers: Workers(jobs: 2))
        let sources = Dictionary(
            uniqueKeysWithValues: folder.list().value.map {
                (folder.shownPath(of: $0.path), SourceLines(folder.read($0).value))
            })
        let baseline = Baseline(of: building.diagnostics, root: folder.shownPath(of: "")) { sources[$0] }
        #expect(try await findings(repository, at: "HEAD")?.counts == baseline.counts)
        #expect(baseline.count >= 2)
    }

    @Test func `A revision without the folder has nothing`() async throws {
        let repository = try repository()
        try repository.write(TestRepository.journey(feeling: 1), to: "other/journeys/move.md")
        #expect(try await findings(repository, content: "other", at: "HEAD") == nil)
    }

    @Test func `What names no commit is a mistake of the command line`() async throws {
        let repository = try repository()
        for name in ["nowhere", "main..first", "-x", "--all", "", "a\nb", "HEAD:content", "HEAD^{tree}"] {
            let error = try #require(try await refusal { try await findings(repository, at: name) })
            #expect(error.exitCode == 64, "\(name)")
            #expect(name.isEmpty || error.description.contains("'\(name)'"))
        }
    }

    @Test func `A shallow clone says that it is one`() async throws {
        let repository = try repository()
        try repository.commit(on: "2026-11-01")
        try repository.run("clone", "--quiet", "--depth", "1", "file://" + repository.path, repository.path + "/clone")
        let error = try await refusal { try await findings(repository, content: "clone/content", at: "HEAD~1") }
        #expect(error?.exitCode == 64 && error?.description.contains("git fetch --unshallow") == true)
    }

    @Test func `No git, no repository, no commit`() async throws {
        let repository = try TestRepository()
        try repository.folder.makeFolder("apart/content")
        try repository.folder.makeFolder("repository/content")
        let noGit = try await refusal {
            try await RevisionFindings.baseline(
                of: ContentFolder(repository.path), at: "HEAD", day: CivilDate(days: 0), git: nil, workers: Workers())
        }
        #expect(noGit == .noGit && noGit?.exitCode == 69)
        let apart = try await refusal { try await findings(repository, content: "../apart/content", at: "HEAD") }
        #expect(apart?.exitCode == 66 && apart?.description.contains("git repository") == true)
        let empty = try await refusal { try await findings(repository, at: "HEAD") }
        #expect(empty?.exitCode == 66)
    }
}

@Suite struct BaselineFileTests {
    @Test func `A file is written once, in one step, and read again`() throws {
        let folder = try TestFolder()
        let file = BaselineFile(folder["known.txt"])
        #expect(throws: BaselineFile.Failure.missing(folder["known.txt"])) { try file.read() }
        #expect(try file.write("a\n") == .written)
        #expect(try file.write("a\n") == .unchanged)
        #expect(try file.write("b\n") == .written)
        #expect(try file.read().bytes == Array("b\n".utf8))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["known.txt"])
    }

    @Test func `A link to a baseline is followed, and stays a link`() throws {
        let folder = try TestFolder()
        try folder.write("a\n", to: "shared/known.txt")
        try folder.link("known.txt", to: "shared/known.txt")
        let file = BaselineFile(folder["known.txt"])
        #expect(try file.read().bytes == Array("a\n".utf8))
        #expect(try file.write("a\n") == .unchanged)
        #expect(try file.write("b\n") == .written)
        #expect(
            try folder.tree("") == [
                "known.txt": "-> shared/known.txt", "shared": "/", "shared/known.txt": "b\n",
            ])
    }

    @Test func `What a killed run has left is in nobody's way`() throws {
        let folder = try TestFolder()
        // No process has such a number.
        for name in [".\(getpid())-known.txt", ".99999999-known.txt", ".99999999-other.txt"] {
            try folder.write("half of a li", to: name)
        }
        #expect(try BaselineFile(folder["known.txt"]).write("a\n") == .written)
        #expect(try folder.tree("") == ["known.txt": "a\n", ".99999999-other.txt": "half of a li"])
    }

    @Test func `What is no file is refused`() throws {
        let folder = try TestFolder()
        try folder.makeFolder("known")
        for path in [folder["known"], folder.path + "/"] {
            #expect(throws: BaselineFile.Failure.noFile(path)) { try BaselineFile(path).write("a\n") }
        }
        #expect(throws: BaselineFile.Failure.noFile(folder["known"])) { try BaselineFile(folder["known"]).read() }
        let nowhere = BaselineFile(folder["no/where"])
        #expect(throws: BaselineFile.Failure.self) { try nowhere.write("a\n") }
    }
}
