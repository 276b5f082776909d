import Changes
import Foundation
import Journeys
import Testing

@testable import Disk

/// Files that can't be read on one side: nobody took away what they say.
@Suite(.timeLimit(.minutes(2))) struct UncomparedFilesTests {
    private static let move = """
        ---
        title: Move
        owner: Ada
        metrics: [calls]
        ---

        ## Before

        - **Feeling:** -1 calm
        - **Pains:**
          - The form is long {#long severity=4}

        """

    private static let journey = "content/journeys/move.md"

    private func repository() throws -> TestRepository {
        let repository = try TestRepository()
        try repository.write(Self.move, to: Self.journey)
        try repository.write(TestRepository.journey(feeling: -2), to: "content/journeys/join.md")
        try repository.write("title: Trial\nlanes:\n  - {id: rules, label: Rules}\n", to: "content/portfolio.yml")
        try repository.write(
            "---\ntitle: Calls\ntype: volume\ndirection: down\nbaseline: 9\ntarget: 3\nowner: Ada\n---\n",
            to: "content/metrics/calls.md")
        try repository.write("date,value\n2026-05-31,4\n", to: "content/metrics/calls.csv")
        try repository.commit(on: "2026-02-10")
        return repository
    }

    private func diff(_ repository: TestRepository, _ base: String = "HEAD") async throws -> DiffReading {
        try await DiffReading.read(
            ContentFolder(repository.path + "/content"), try ComparedRevisions(base),
            options: PortfolioReading.Options(asOf: nil, today: try #require(CivilDate(iso: "2026-06-30"))),
            git: Git(environment: repository.environment), workers: Workers(jobs: 2))
    }

    private func write(_ bytes: [UInt8], to file: String, of repository: TestRepository) throws {
        try Data(bytes).write(to: URL(fileURLWithPath: repository.path + "/" + file))
    }

    private static let broken: [[UInt8]] = [
        Array("---\n: : [\n---\n".utf8), Array(move.utf8.prefix(30)) + [0xFF, 0xFE],
        ([0xFEFF] + Array(move.utf16)).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] },
        Array((move.prefix(60) + "\n<<<<<<< HEAD\n## A\n=======\n## B\n>>>>>>> topic\n").utf8),
        Array(move.replacingOccurrences(of: "metrics: [calls]\n---\n", with: "").utf8),
    ]

    @Test(arguments: broken) func `A file that can't be parsed is not emptied, and the rest is told`(
        bytes: [UInt8]
    ) async throws {
        let repository = try repository()
        try write(bytes, to: Self.journey, of: repository)
        try repository.write(TestRepository.journey(feeling: 1), to: "content/journeys/join.md")
        let reading = try await diff(repository)
        #expect(reading.changes.changes.map(\.kind) == ["emotion-changed"])
        #expect(reading.changes.scores.allSatisfy { $0.journey != "move" })
        #expect(reading.newDiagnostics.contains { $0.location.path.hasSuffix("journeys/move.md") })
        #expect(reading.notes.count == 1)
        #expect(
            reading.notes.first?.contains("content/journeys/move.md' is not compared, since the working tree has")
                == true)
        // And when it is mended.
        try repository.commit(on: "2026-02-11")
        try repository.write(Self.move, to: Self.journey)
        let mended = try await diff(repository)
        #expect(mended.changes.isEmpty && !mended.fixedDiagnostics.isEmpty)
        #expect(mended.notes.first?.contains("is not compared, since HEAD has an error in it") == true)
    }

    @Test func `A file that can't be read is not gone`() async throws {
        let repository = try repository()
        try repository.remove(Self.journey)
        #expect(mkfifo(repository.path + "/" + Self.journey, 0o600) == 0)
        let reading = try await diff(repository)
        #expect(reading.changes.isEmpty)
        #expect(reading.notes.count == 1 && reading.newDiagnostics.contains { $0.code == .unreadable })
    }

    @Test func `What is wrong with a file that can't be read any more was not mended`() async throws {
        let repository = try repository()
        let journey = "content/journeys/odd.md"
        try repository.write("---\ntitle: Odd\nowner: Ada\n---\n\n## S\n\n- **Nothing:** x\n", to: journey)
        try repository.commit(on: "2026-02-11")
        try write(Array("---\n: : [\n---\n".utf8), to: journey, of: repository)
        let reading = try await diff(repository)
        #expect(reading.notes.count == 1 && !reading.newDiagnostics.isEmpty)
        #expect(reading.fixedDiagnostics.isEmpty)
    }

    @Test func `Settings and data that can't be read change nothing`() async throws {
        let repository = try repository()
        try repository.write("title: [\n", to: "content/portfolio.yml")
        try repository.write("<<<<<<< a\ndate,value\n=======\n>>>>>>> b\n", to: "content/metrics/calls.csv")
        let reading = try await diff(repository)
        #expect(reading.changes.isEmpty)
        #expect(reading.notes.count == 2)
    }

    @Test func `One that moved as well is neither gone nor new`() async throws {
        let repository = try repository()
        try repository.remove(Self.journey)
        try repository.write("---\n: : [\n---\n", to: "content/journeys/moving/move.md")
        let reading = try await diff(repository)
        #expect(reading.changes.isEmpty)
        #expect(reading.notes.count == 1)
    }

    @Test func `One that is new is told as new, and what has been broken all along is not told`() async throws {
        let repository = try repository()
        try repository.write("---\n: : [\n---\n", to: "content/journeys/leave.md")
        let new = try await diff(repository)
        #expect(new.changes.changes.map(\.kind) == ["journey-added"])
        #expect(new.notes.isEmpty && !new.newDiagnostics.isEmpty)
        try repository.commit(on: "2026-02-11")
        let old = try await diff(repository)
        #expect(old.changes.isEmpty && old.notes.isEmpty && old.newDiagnostics.isEmpty)
        try repository.write("---\n: : [ [\n---\n## A\n", to: "content/journeys/leave.md")
        let other = try await diff(repository)
        #expect(other.changes.isEmpty && other.notes.count == 1)
    }
}
