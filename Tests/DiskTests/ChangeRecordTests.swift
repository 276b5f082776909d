import Changes
import Foundation
import Journeys
import Testing

@testable import Disk

@Suite(.timeLimit(.minutes(2))) struct ChangeRecordTests {
    private func journey(reviewed: String, severity: Int, steps: String = "") -> String {
        """
        ---
        title: Move home
        owner: Ada
        reviewed: \(reviewed)
        ---

        ## Before {#before}

        ### Tell us {#tell}

        - **Feeling:** -1
        - **Pains:**
          - The form wants a number; nobody has it {#number severity=\(severity)}

        \(steps)
        """
    }

    private func commit(_ repository: TestRepository, on day: String, by name: String) throws {
        try repository.run("add", "--all")
        try repository.run(
            "commit", "--quiet", "--message", "On \(day)", "--author", "\(name) <\(name)@example.org>",
            date: "\(day) 12:00:00 +0000")
    }

    private func repository() throws -> TestRepository {
        let repository = try TestRepository()
        try repository.write(journey(reviewed: "2026-01-05", severity: 2), to: "content/journeys/move.md")
        try commit(repository, on: "2026-01-10", by: "Ada")
        try repository.write(journey(reviewed: "2026-01-05", severity: 4), to: "content/journeys/move.md")
        try commit(repository, on: "2026-02-03", by: "Ben; the second")
        try repository.write(journey(reviewed: "2026-02-11", severity: 4), to: "content/journeys/move.md")
        try commit(repository, on: "2026-02-11", by: "Cleo")
        try repository.write(
            journey(reviewed: "2026-02-11", severity: 4, steps: "### Wait {#wait}\n"), to: "content/journeys/move.md")
        try commit(repository, on: "2026-02-20", by: "Ada")
        try repository.write("---\ntitle: About\n---\nWords.\n", to: "content/pages/about.md")
        try commit(repository, on: "2026-04-02", by: "Ada")
        return repository
    }

    private func history(
        of content: String, months: Int = 6, in repository: TestRepository, cache: UserCache? = nil
    ) async throws -> History {
        try await HistoryReading.read(
            ContentFolder(content), asOf: #require(CivilDate(iso: "2026-05-15")), months: months,
            git: Git(environment: repository.environment), cache: cache, workers: Workers(jobs: 1), isLogging: true)
    }

    private func record(
        _ repository: TestRepository, content: String? = nil, months: Int = 6, namingPeople: Bool = true
    ) async throws -> String {
        let content = content ?? repository.path + "/content"
        let history = try await history(of: content, months: months, in: repository)
        let record = HistoryRecord(in: try ContentFolder(content))
        let recorded = record.readChanges()
        #expect(recorded.diagnostics == [])
        _ = try record.write(ChangeLog(history, over: recorded.value, namingPeople: namingPeople))
        return try String(contentsOfFile: content + "/changes.csv", encoding: .utf8)
    }

    @Test func `changes are recorded by month, with who made them and when`() async throws {
        let text = try await record(repository())
        #expect(
            text == """
                date,journey,on,act,field,subject,title,moment,place,from,to,added,removed,likeness,because,day,by
                2026-02-28,move,pain,worsened,,number,The form wants a number; nobody has it,tell,Tell us,2,4,,,,,2026-02-20,Ben\\; the second; Cleo; Ada
                2026-02-28,move,step,added,,wait,Wait,wait,Wait,,Before,,,,,2026-02-20,Ben\\; the second; Cleo; Ada
                2026-02-28,move,journey,changed,review,move,Move home,,,2026-01-05,2026-02-11,,,,,2026-02-11,Cleo
                2026-04-30,,page,added,,about,About,,,,,,,,,2026-04-02,Ada

                """)
    }

    @Test func `people are left out where they are not to be named`() async throws {
        let text = try await record(repository(), namingPeople: false)
        #expect(text.split(separator: "\n").dropFirst().allSatisfy { $0.hasSuffix(",") })
        #expect(text.contains(",2026-02-11,\n"))
    }

    @Test func `what was recorded is read again as it is, and not written twice`() async throws {
        let repository = try repository()
        let first = try await record(repository)
        let content = repository.path + "/content"
        let record = HistoryRecord(in: try ContentFolder(content))
        let history = try await history(of: content, in: repository)
        #expect(try record.write(ChangeLog(history, over: record.readChanges().value)) == .unchanged)
        // In a commit of its own it is no change.
        try commit(repository, on: "2026-05-02", by: "Ada")
        #expect(try await self.record(repository) == first)
    }

    @Test func `answers that are kept are the same as those worked out anew`() async throws {
        let repository = try repository()
        let content = repository.path + "/content"
        let cache = UserCache(in: repository.folder["cache"], edition: "1")
        let first = try await history(of: content, in: repository, cache: cache)
        let (git, log) = try repository.watchedGit()
        let again = try await HistoryReading.read(
            ContentFolder(content), asOf: #require(CivilDate(iso: "2026-05-15")), months: 6, git: git, cache: cache,
            workers: Workers(jobs: 1), isLogging: true)
        let record = HistoryRecord(in: try ContentFolder(content))
        #expect(try record.write(ChangeLog(first, over: .none)) == .written)
        #expect(try record.write(ChangeLog(again, over: .none)) == .unchanged)
        #expect(!log().contains { $0.contains(" log ") })
    }

    @Test func `what git can no longer see is kept`() async throws {
        let origin = try repository()
        let text = try await record(origin)
        try commit(origin, on: "2026-05-02", by: "Ada")
        try origin.run("clone", "--quiet", "--depth", "1", "file://" + origin.path, "clone")
        #expect(try await record(origin, content: origin.path + "/clone/content", months: 12) == text)
    }

    @Test func `a history that was not asked for changes works none out`() async throws {
        let repository = try repository()
        let history = try await HistoryReading.read(
            ContentFolder(repository.path + "/content"), asOf: #require(CivilDate(iso: "2026-05-15")), months: 6,
            git: Git(environment: repository.environment), cache: nil, workers: Workers(jobs: 1))
        #expect(history.changes.isEmpty)
        #expect(history.points.count == 6)
    }

    @Test func `the work on a branch is told with who did it there`() async throws {
        let repository = try repository()
        try repository.run("checkout", "--quiet", "-b", "draft")
        try repository.write("---\ntitle: About us\n---\nWords.\n", to: "content/pages/about.md")
        try commit(repository, on: "2026-04-10", by: "Dana")
        try repository.run("checkout", "--quiet", "main")
        try repository.run(
            "merge", "--quiet", "--no-ff", "--message", "Merge", "draft", date: "2026-04-12 12:00:00 +0000")
        let text = try await record(repository)
        #expect(text.hasSuffix("2026-04-30,,page,added,,about,About us,,,,,,,,,2026-04-10,Ada; Dana\n"))
    }
}
