import Changes
import Foundation
import Journeys
import Testing

@testable import Disk

/// Two states of a repository, held against each other.
@Suite(.timeLimit(.minutes(2))) struct DiffReadingTests {
    private func diff(
        _ repository: TestRepository, _ base: String, head: String? = nil, git: Git? = nil
    ) async throws -> DiffReading {
        let day = try #require(CivilDate(iso: "2026-06-30"))
        return try await DiffReading.read(
            ContentFolder(repository.path + "/content"), try ComparedRevisions(base, head: head),
            options: PortfolioReading.Options(asOf: nil, today: day),
            git: git ?? Git(environment: repository.environment), workers: Workers(jobs: 2))
    }

    private func told(_ reading: DiffReading) -> [String] {
        reading.changes.changes.map { "\($0.kind) \($0.subject) \($0.from ?? "-")>\($0.to ?? "-")" }
    }

    private func refusal(_ work: () async throws -> DiffReading) async throws -> RevisionError? {
        do {
            _ = try await work()
            return nil
        } catch let error as RevisionError {
            return error
        }
    }

    private func repository() async throws -> TestRepository {
        let repository = try TestRepository()
        try repository.write(TestRepository.journey(feeling: -2), to: "content/journeys/move.md")
        try repository.commit(on: "2026-02-10")
        return repository
    }

    @Test func `Revisions are named as git names them`() throws {
        func parts(_ base: String, _ head: String? = nil) throws -> [String] {
            let revisions = try ComparedRevisions(base, head: head)
            return [revisions.base, revisions.head ?? "tree", revisions.isFromMergeBase ? "merge base" : "itself"]
        }
        #expect(try parts("main") == ["main", "tree", "itself"])
        #expect(try parts("main", "topic") == ["main", "topic", "itself"])
        #expect(try parts("main..topic") == ["main", "topic", "itself"])
        #expect(try parts("main..") == ["main", "tree", "itself"])
        #expect(try parts("main...") == ["main", "tree", "merge base"])
        #expect(try parts("main...topic") == ["main", "topic", "merge base"])
        #expect(try parts("...topic") == ["HEAD", "topic", "merge base"])
        #expect(throws: RevisionError.malformed("")) { try ComparedRevisions("") }
        #expect(throws: RevisionError.twoEnds("a..b")) { try ComparedRevisions("a..b", head: "c") }
        #expect(throws: RevisionError.malformed("a..b..c")) { try ComparedRevisions("a..b..c") }
    }

    @Test func `The working tree is compared, and neither it nor the index is touched`() async throws {
        let repository = try await repository()
        try repository.write(TestRepository.journey(feeling: 1), to: "content/journeys/move.md")
        try repository.write("---\ntitle: Join\n---\n\n## Start\n", to: "content/journeys/join.md")
        let before = try repository.run("status", "--porcelain")
        let reading = try await diff(repository, "HEAD")
        #expect(told(reading).contains { $0.hasPrefix("emotion-changed") && $0.hasSuffix(" -2>+1") })
        #expect(told(reading).contains { $0.hasPrefix("journey-added join") })
        #expect(reading.head.commit == nil)
        #expect(try repository.run("status", "--porcelain") == before)
    }

    @Test func `Two commits, and where two branches parted`() async throws {
        let repository = try await repository()
        try repository.run("branch", "topic")
        try repository.write(TestRepository.journey(feeling: 2), to: "content/journeys/move.md")
        try repository.commit(on: "2026-03-01")
        try repository.run("checkout", "--quiet", "topic")
        try repository.write("---\ntitle: Join\n---\n\n## Start\n", to: "content/journeys/join.md")
        try repository.commit(on: "2026-03-02")
        let direct = told(try await diff(repository, "main..topic"))
        #expect(direct.contains { $0.hasPrefix("emotion-changed") && $0.hasSuffix(" +2>-2") })
        let parted = told(try await diff(repository, "main...topic"))
        #expect(parted.count == 1)
        #expect(parted.first?.hasPrefix("journey-added join") == true)
        #expect(told(try await diff(repository, "main...")) == parted)
        #expect(told(try await diff(repository, "topic", head: "topic")) == [])
    }

    @Test func `What is committed is the same as what lies on the disk`() async throws {
        let repository = try await repository()
        // Line ends of another system, as a checkout may have them.
        let text = TestRepository.journey(feeling: -2).replacingOccurrences(of: "\n", with: "\r\n")
        try repository.write(text, to: "content/journeys/move.md")
        let reading = try await diff(repository, "HEAD")
        #expect(reading.changes.isEmpty)
        #expect(reading.newDiagnostics.isEmpty)
        #expect(reading.fixedDiagnostics.isEmpty)
    }

    @Test func `Problems come and go, and move with their file`() async throws {
        let repository = try await repository()
        let broken = "---\ntitle: Join\nparent: nowhere\nowner: Ada\n---\n\n## Start\n"
        try repository.write(broken, to: "content/journeys/join.md")
        try repository.commit(on: "2026-03-01")
        try repository.write(
            broken.replacingOccurrences(of: "title: Join\n", with: "# Who joins.\ntitle: Join\n"),
            to: "content/journeys/first/join.md")
        try repository.remove("content/journeys/join.md")
        try repository.write(
            "---\ntitle: Leave\nparent: nobody\nowner: Ada\n---\n\n## Start\n", to: "content/journeys/leave.md")
        let reading = try await diff(repository, "HEAD")
        #expect(!reading.newDiagnostics.isEmpty)
        #expect(reading.newDiagnostics.allSatisfy { $0.location.path.hasSuffix("content/journeys/leave.md") })
        #expect(reading.fixedDiagnostics.isEmpty)
    }

    @Test func `A revision that is none is told with the nearest`() async throws {
        let repository = try await repository()
        try repository.run("branch", "release")
        #expect(
            try await refusal { try await diff(repository, "relaese") }
                == .unknown("relaese", nearest: "release", isShallow: false))
        for name in ["--output=x", "a b", "HEAD^{tree", "a\nb", "refs/heads/"] {
            let error = try await refusal { try await diff(repository, name) }
            #expect(error?.exitCode == 64, "\(name)")
        }
    }

    @Test func `In a shallow clone the message says how to get more`() async throws {
        let repository = try await repository()
        try repository.write(TestRepository.journey(feeling: 1), to: "content/journeys/move.md")
        try repository.commit(on: "2026-03-01")
        let clone = repository.folder["clone"]
        try repository.run("clone", "--quiet", "--depth=1", "file://" + repository.path, clone)
        let error = try await refusal {
            try await DiffReading.read(
                ContentFolder(clone + "/content"), try ComparedRevisions("HEAD~1"),
                options: PortfolioReading.Options(asOf: nil, today: CivilDate(days: 20_000)),
                git: Git(environment: repository.environment), workers: Workers(jobs: 1))
        }
        #expect(error?.description.contains("--unshallow") == true)
        #expect(error?.exitCode == 64)
    }

    @Test func `No git, no repository`() async throws {
        let repository = try await repository()
        let day = CivilDate(days: 20_000)
        let folder = try TestFolder()
        try folder.write("---\ntitle: A\n---\n", to: "content/journeys/a.md")
        for (path, git, code) in [
            (repository.path, Git?.none, Int32(69)), (folder.path, Git(environment: repository.environment), 66),
        ] {
            let error = try await refusal {
                try await DiffReading.read(
                    ContentFolder(path + "/content"), try ComparedRevisions("HEAD"),
                    options: PortfolioReading.Options(asOf: nil, today: day), git: git, workers: Workers(jobs: 1))
            }
            #expect(error?.exitCode == code)
        }
    }

    @Test func `Where the content was not yet, all is new, and a note says so`() async throws {
        let repository = try TestRepository()
        try repository.write("Read me", to: "README.md")
        try repository.commit(on: "2026-02-10")
        try repository.write(TestRepository.journey(feeling: 1), to: "content/journeys/move.md")
        let reading = try await diff(repository, "HEAD")
        #expect(told(reading).count == 1)
        #expect(reading.notes.count == 1)
    }

    @Test func `Links and submodules are named, and the rest is compared`() async throws {
        let repository = try await repository()
        let other = try TestRepository(named: "other")
        try other.write("---\ntitle: Other\n---\n", to: "journeys/other.md")
        try other.commit(on: "2026-01-01")
        try repository.run(
            "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", other.path, "content/journeys/shared")
        try repository.commit(on: "2026-02-11")
        try FileManager.default.createSymbolicLink(
            atPath: repository.path + "/content/journeys/link.md", withDestinationPath: "move.md")
        try repository.write(TestRepository.journey(feeling: 1), to: "content/journeys/move.md")
        let reading = try await diff(repository, "HEAD")
        #expect(told(reading).count == 1)
        #expect(reading.notes.count == 1)
        #expect(reading.notes.first?.contains("submodule") == true)
        #expect(reading.newDiagnostics.map(\.code.rawValue) == ["read/symbolic-link"])
    }
}
