import Testing

@testable import Disk
@testable import Pages

/// Pages that are compared and written piece by piece.
@Suite struct LongPageTests {
    private let folder: TestFolder
    /// More than a piece, and no multiple of it or of what is compared at once.
    private let rows = (0..<70_000).map { "row \($0 % 9973), of a long table\n" }

    init() throws {
        folder = try TestFolder()
    }

    private func publish(_ rows: [String], gate: DiskGate? = nil) async throws -> PublishSummary {
        let path = try #require(SitePath("data/long.csv"))
        let after = try #require(SitePath("data/short.csv"))
        let site = Site(pages: [
            SitePage(path: path) { page in
                for row in rows {
                    page.write(text: row)
                    page.settle()
                }
            }, SitePage(path: after) { $0.write(text: "short") },
        ])
        return try await folder.publish(site, gate: gate)
    }

    private var published: String? { folder.text("public/data/long.csv") }

    @Test func `All pieces are written, and nothing when they are there`() async throws {
        #expect(try await publish(rows) == PublishSummary(written: 2, unchanged: 0, removed: 0))
        #expect(published == rows.joined())
        #expect(folder.text("public/data/short.csv") == "short")
        let changes = ChangeCount()
        let again = try await publish(rows, gate: changes.gate)
        #expect(again == PublishSummary(written: 0, unchanged: 2, removed: 0))
        #expect(changes.count == 0)
    }

    @Test(arguments: [0, 1, 9_000, 35_000, 69_999]) func `A row that differs anywhere is written`(row: Int) async throws
    {
        _ = try await publish(rows)
        var other = rows
        other[row] = "row ?????\n"
        #expect(try await publish(other) == PublishSummary(written: 1, unchanged: 1, removed: 0))
        #expect(published == other.joined())
    }

    @Test func `So are rows that come or go at the end`() async throws {
        _ = try await publish(rows)
        for count in [69_999, 20_000, 60_000, 70_000, 12, 0, 69_998] {
            #expect(try await publish(Array(rows[..<count])).written == 1)
            #expect(published == rows[..<count].joined())
            #expect(try await publish(Array(rows[..<count])).written == 0)
        }
    }

    @Test(arguments: [0, 35_000]) func `A disk that is full at any point leaves the old page whole`(row: Int)
        async throws
    {
        _ = try await publish(rows)
        var other = rows
        other[row] = "row ?????\n"
        var count = 0
        while true {
            do {
                let limit = ChangeCount(limit: count) { $0 == .write || $0 == .createFile || $0 == .rename }
                let summary = try await publish(other, gate: limit.gate)
                #expect(summary.written == 1)
                break
            } catch let error as PublishError {
                #expect(error.exitCode == 74)
                #expect(published == rows.joined())
                #expect(try folder.tree("public").keys.allSatisfy { !TemporaryName.endsPath($0) })
            }
            count += 1
        }
        #expect(count > 5)
        #expect(published == other.joined())
    }

    @Test func `A folder in its place is told`() async throws {
        try folder.write("mine", to: "public/data/long.csv/mine.txt")
        await #expect(throws: PublishError.self) { try await publish(rows) }
        #expect(folder.text("public/data/long.csv/mine.txt") == "mine")
    }
}
