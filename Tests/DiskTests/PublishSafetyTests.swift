import Synchronization
import Testing

@testable import Disk
@testable import Pages

/// Counts changes to the disk, and from a given one on refuses them all, as the disk does for a process that is no more.
final class ChangeCount: Sendable {
    private let made = Atomic(0)
    private let limit: Int
    private let refused: @Sendable (DiskChange) -> Bool

    init(limit: Int = .max, refused: @escaping @Sendable (DiskChange) -> Bool = { _ in true }) {
        self.limit = limit
        self.refused = refused
    }

    var count: Int { made.load(ordering: .relaxed) }

    var gate: DiskGate {
        { [self] (change) throws(SystemError) in
            if made.add(1, ordering: .relaxed).oldValue >= limit, refused(change) { throw SystemError(code: 28) }
        }
    }
}

@Suite struct PublishSafetyTests {
    let old = [
        "index.html": "old home", "kept.html": "kept", "gone/a.html": "gone", "file": "file", "folder/x": "x",
        "folder/y/z": "z",
        "journeys/a.html": "old a", "journeys/b.html": "old b",
    ]
    let new = [
        "index.html": "new home", "kept.html": "kept", "file/inner": "inner", "folder": "file",
        "journeys/a.html": "new a",
        "journeys/b.html": "new b", "journeys/new/c.html": "new c",
    ]

    /// Any file that is there is an old one or a new one; only names for what was being written are neither.
    private func expectWhole(_ folder: TestFolder, from start: [String: String], after count: Int) throws {
        for (path, text) in try folder.tree("public") where text != "/" {
            if TemporaryName.endsPath(path) || path == PublishedManifest.name { continue }
            #expect(text == start[path] || text == new[path], "\(path) after \(count) changes")
        }
        if let manifest = folder.text("public/" + PublishedManifest.name) {
            #expect(PublishedManifest(bytes: Array(manifest.utf8)) != nil, "after \(count) changes")
        }
    }

    /// Ends a run after every possible number of changes, then lets another one finish.
    private func interrupt(
        from start: [String: String], jobs: Int, refused: @escaping @Sendable (DiskChange) -> Bool = { _ in true }
    ) async throws {
        let fresh = try TestFolder()
        try await fresh.publish(new)
        let expected = try fresh.tree("public")

        var count = 0
        var isDone = false
        while !isDone {
            let folder = try TestFolder()
            if !start.isEmpty { try await folder.publish(start) }
            do {
                try await folder.publish(new, jobs: jobs, gate: ChangeCount(limit: count, refused: refused).gate)
                isDone = true
            } catch let error as PublishError {
                #expect(error.exitCode == 74 || error.exitCode == 73)
            }
            try expectWhole(folder, from: start, after: count)
            try await folder.publish(new)
            #expect(try folder.tree("public") == expected, "after \(count) changes")
            count += 1
        }
        #expect(count > 20)
    }

    @Test(arguments: [1, 3]) func `A kill at any point leaves pages whole, and the next run repairs the rest`(jobs: Int)
        async throws
    {
        try await interrupt(from: old, jobs: jobs)
    }

    @Test func `So does a kill of the first run of all`() async throws {
        try await interrupt(from: [:], jobs: 1)
    }

    @Test(arguments: [1, 3]) func `So does a full disk, which leaves nothing half written`(jobs: Int) async throws {
        try await interrupt(from: old, jobs: jobs) { $0 == .write || $0 == .makeFolder }
        let folder = try TestFolder()
        try await folder.publish(old)
        await #expect(throws: PublishError.self) {
            try await folder.publish(new, gate: ChangeCount(limit: 6) { $0 == .write }.gate)
        }
        #expect(try folder.tree("public").keys.filter(TemporaryName.endsPath).isEmpty)
    }

    @Test func `A kill, then a third site, leaves nothing behind`() async throws {
        let third = ["index.html": "third"]
        let fresh = try TestFolder()
        try await fresh.publish(third)
        for limit in 0..<30 {
            let folder = try TestFolder()
            try await folder.publish(old)
            _ = try? await folder.publish(new, gate: ChangeCount(limit: limit).gate)
            try await folder.publish(third)
            #expect(try folder.tree("public") == fresh.tree("public"), "after \(limit) changes")
        }
    }

    @Test func `What a kill left half written is removed, wherever it is`() async throws {
        let folder = try TestFolder()
        try await folder.publish(old)
        for path in ["", "journeys/", "gone/"] { try folder.write("ha", to: "public/\(path).waymark-tmp-4711-0") }
        try folder.write("waymark-man", to: "public/.waymark-tmp-manifest")
        #expect(try await folder.publish(old) == PublishSummary(written: 0, unchanged: 8, removed: 0))
        #expect(try folder.tree("public").keys.filter(TemporaryName.endsPath).isEmpty)
    }

    @Test func `The manifest lists the same whatever came before`() throws {
        let bytes = Array("waymark-manifest 1\na\na/b\n\nCNAME\n".utf8)
        let manifest = try #require(PublishedManifest(bytes: bytes))
        #expect(manifest.written.map(\.text) == ["a", "a/b"])
        #expect(manifest.adopted.map(\.text) == ["CNAME"])
        #expect(manifest.bytes == bytes)
        #expect(PublishedManifest(bytes: Array("waymark-manifest 1".utf8)) == .empty)
        #expect(PublishedManifest(bytes: []) == nil)
        #expect(PublishedManifest(bytes: Array("waymark-manifest 10\n".utf8)) == nil)
        let untidy = PublishedManifest(bytes: Array("waymark-manifest 1\nb\na\nb\n../c\n/d\n".utf8))
        #expect(untidy?.written.map(\.text) == ["a", "b"])
    }
}
