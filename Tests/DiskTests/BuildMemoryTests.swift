import Foundation
import Pages
import Testing

@testable import Disk

/// A build is remembered for as long as nothing has changed on either side.
@Suite(.timeLimit(.minutes(2))) struct BuildMemoryTests {
    private let folder: TestFolder
    private let said = BuildMemory.Remembered(
        summary: "2 journeys", files: 3, day: "2026-11-30", text: "a: warning\n  1 | x\n")

    init() throws {
        folder = try TestFolder()
        for name in ["content/journeys/a.md", "content/journeys/b.md", "templates/words.yml"] {
            try folder.write("one of them", to: name)
        }
        for name in ["public/index.html", "public/journeys/a.html", "public/.waymark-manifest"] {
            try folder.write("<p>one page", to: name)
        }
        FolderState.settle()
    }

    private func memory(_ options: [String] = ["strict"], output: String = "public", jobs: Int = 2) async
        -> BuildMemory?
    {
        await BuildMemory(
            cache: UserCache(in: folder["cache"], edition: "test"), options: options,
            inputs: [folder["content"], folder["templates"]], output: folder[output],
            workers: Workers(jobs: jobs))
    }

    @Test func `What was said is said again`() async throws {
        #expect(await memory()?.recall() == nil)
        try await #require(await memory()).keep(said)
        #expect(await memory()?.recall() == said)
        #expect(await memory(["other"])?.recall() == nil)
    }

    @Test func `Any change on either side is seen`() async throws {
        let changes: [(String, () throws -> Void)] = [
            (
                "the same number of other bytes",
                { try folder.write("one of them!".replacing("!", with: ""), to: "content/journeys/a.md") }
            ),
            ("a new file", { try folder.write("x", to: "content/journeys/c.md") }),
            ("a removed file", { try folder.remove("content/journeys/b.md") }),
            ("a new folder", { try folder.makeFolder("content/goals") }),
            ("a template", { try folder.write("title: x", to: "templates/words.yml") }),
            ("a page", { try folder.write("<p>two page", to: "public/index.html") }),
            ("a page that is gone", { try folder.remove("public/journeys/a.html") }),
            ("a file of somebody else's", { try folder.write("x", to: "public/robots.txt") }),
            (
                "a date that was put back",
                {
                    let path = folder["content/journeys/a.md"]
                    let date =
                        try FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date ?? .now
                    try folder.write("one of THEM", to: "content/journeys/a.md")
                    try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: path)
                }
            ),
            (
                "a file in another's place",
                {
                    try FileManager.default.moveItem(
                        atPath: folder["content/journeys/c.md"], toPath: folder["content/journeys/a2.md"])
                }
            ),
        ]
        for (what, change) in changes {
            FolderState.settle()
            try await #require(await memory(), "before \(what)").keep(said)
            #expect(await memory()?.recall() == said, "before \(what)")
            try change()
            FolderState.settle()
            #expect(await memory()?.recall() == nil, "\(what)")
        }
    }

    @Test func `What has only just changed is waited for`() async throws {
        try folder.write("one more thing", to: "content/journeys/a.md")
        let memory = try #require(await memory())
        let state = try #require(memory.inputs.first)
        #expect(state.isSettled)
        // Of a file whose time is yet to come nothing can be said.
        try FileManager.default.setAttributes(
            [.modificationDate: Date.now.addingTimeInterval(3600)], ofItemAtPath: folder["content/journeys/a.md"])
        #expect(await self.memory() != nil, "its status has changed now")
    }

    @Test(arguments: [(500_000_000, 520_000_000), (0, 2_020_000_000), (1, 20_000_001)] as [(Int64, Int64)])
    func `Of a disk that counts seconds a change is only certain to be seen in the next ones`(
        changed: Int64, settled: Int64
    ) {
        let second: Int64 = 1_796_039_061_000_000_000
        let stamp = OpenFolder.Stamp(
            device: 1, number: 2, size: 3, modified: second + 1, changed: second + changed)
        #expect(stamp.settled == second + settled)
    }

    @Test func `The first build of all is remembered, too`() async throws {
        try FileManager.default.removeItem(atPath: folder["public"])
        // Once it is there, its own path is another than the one that it was named by.
        try FileManager.default.createSymbolicLink(atPath: folder["link"], withDestinationPath: folder.path)
        let first = try #require(await memory(output: "link/public"))
        #expect(await first.recall() == nil)
        try folder.write("<p>one page", to: "public/index.html")
        await first.keep(said)
        #expect(await memory(output: "link/public")?.recall() == said)
    }

    @Test func `A site that somebody else has published since is not taken for one's own`() async throws {
        try folder.remove("public")
        let (content, output) = (
            try ContentFolder(folder["content"]), PublishedFolder(folder["public"], home: nil)
        )
        let (own, other) = (try Site.of(["index.html": "own"]), try Site.of(["index.html": "another"]))
        let (memory, printed) = (try #require(await memory()), PrintedWords())
        _ = try await output.publish(own, from: content, noting: printed)
        _ = try await output.publish(other, from: content)
        memory.keep(said, of: printed, imprints: nil)
        #expect(await self.memory()?.recall() == nil)
        let again = PrintedWords()
        _ = try await output.publish(own, from: content, noting: again)
        memory.keep(said, of: again, imprints: nil)
        #expect(await self.memory()?.recall() == said)
    }

    @Test(arguments: ["a.html", ".waymark-manifest", nil], [1, 2])
    func `What somebody removes while a site is published is missed by the next build`(name: String?, jobs: Int)
        async throws
    {
        try folder.remove("public")
        let (content, output) = (try ContentFolder(folder["content"]), PublishedFolder(folder["public"], home: nil))
        let (memory, printed) = (try #require(await memory()), PrintedWords())
        let first = try #require(SitePath("a.html"))
        let last = try #require(SitePath("z.html"))
        let site = Site(pages: [
            SitePage(path: first) { $0.write(Array("first".utf8)) },
            SitePage(path: last) { [folder] page in
                page.write(Array("last".utf8))
                if let name { try? folder.remove("public/" + name) }
            },
        ])
        _ = try await output.publish(site, from: content, workers: Workers(jobs: jobs), noting: printed)
        memory.keep(said, of: printed, imprints: nil)
        #expect(folder.text("public/.waymark-manifest") == "waymark-manifest 1\na.html\nz.html\n")
        #expect(await self.memory()?.recall() == (name == "a.html" ? nil : said))
    }

    @Test func `However many look, they see the same`() async throws {
        for number in 0..<40 { try folder.write("one of many", to: "content/journeys/\(number % 7)/\(number).md") }
        FolderState.settle()
        try await #require(await memory(jobs: 1)).keep(said)
        #expect(await memory(jobs: 4)?.recall() == said)
        try folder.write("one of MANY", to: "content/journeys/3/24.md")
        FolderState.settle()
        #expect(await memory(jobs: 4)?.recall() == nil)
    }

    @Test func `A damaged memory is as good as none`() async throws {
        try await #require(await memory()).keep(said)
        let cache = folder["cache/test"]
        let name = try #require(
            try FileManager.default.contentsOfDirectory(atPath: cache).first { $0.hasPrefix("build-") })
        let text = try #require(folder.text("cache/test/" + name))
        for damaged in ["", "x", String(text.dropLast(3)), text.replacing("2 journeys", with: "9 journeys")] {
            try folder.write(damaged, to: "cache/test/" + name)
            #expect(await memory()?.recall() == nil)
        }
        try folder.write(text, to: "cache/test/" + name)
        #expect(await memory()?.recall() == said)
    }

    @Test func `A folder that is not there is not remembered`() async throws {
        try FileManager.default.removeItem(atPath: folder["templates"])
        #expect(await memory() == nil)
    }
}

extension BuildMemory {
    /// As if what is in the output folder had been published right now.
    fileprivate func keep(_ remembered: Remembered) async {
        let printed = PrintedWords()
        printed.published = await FolderState.settled(of: output, workers: workers)
        keep(remembered, of: printed, imprints: nil)
    }
}
