import Foundation
import Testing

@testable import Disk
@testable import Pages

@Suite struct PublishedFolderTests {
    let folder: TestFolder
    let pages = ["index.html": "home", "journeys/a.html": "a", "journeys/deep/er/b.html": "b", "data/x.json": "{}"]

    init() throws {
        folder = try TestFolder()
    }

    @Test func `A site is written with the folders that it needs`() async throws {
        let summary = try await folder.publish(pages)
        #expect(summary == PublishSummary(written: 4, unchanged: 0, removed: 0))
        #expect(
            try folder.tree("public") == [
                "index.html": "home", "journeys": "/", "journeys/a.html": "a", "journeys/deep": "/",
                "journeys/deep/er": "/",
                "journeys/deep/er/b.html": "b", "data": "/", "data/x.json": "{}",
                ".waymark-manifest":
                    "waymark-manifest 1\ndata/x.json\nindex.html\njourneys/a.html\njourneys/deep/er/b.html\n",
            ])
    }

    @Test func `Names of any script stand in their own folders`() async throws {
        let pages = ["journeys/长 旅程.html": "a", "journeys/émigrer.html": "b", "opportunités/ß/🚲.html": "c"]
        try await folder.publish(pages)
        #expect(
            try Set(folder.tree("public").filter { $0.value != "/" }.keys)
                == Set(pages.keys).union([".waymark-manifest"]))
    }

    @Test func `Publishing again touches nothing`() async throws {
        try folder.write("logo", to: "content/logo.svg")
        let copies = ["assets/logo.svg": "logo.svg"]
        try await folder.publish(pages, copies: copies)
        let stamps = try folder.stamps("public")
        let changes = ChangeCount()
        let summary = try await folder.publish(pages, copies: copies, gate: changes.gate)
        #expect(summary == PublishSummary(written: 0, unchanged: 5, removed: 0))
        #expect(try folder.stamps("public") == stamps)
        #expect(changes.count == 0)
    }

    @Test func `Only what differs is written`() async throws {
        try await folder.publish(pages)
        let before = try folder.stamps("public")
        var changed = pages
        changed["journeys/a.html"] = "A"
        let summary = try await folder.publish(changed)
        #expect(summary == PublishSummary(written: 1, unchanged: 3, removed: 0))
        #expect(folder.text("public/journeys/a.html") == "A")
        let after = try folder.stamps("public")
        for path in ["index.html", "data/x.json", "journeys/deep/er/b.html", ".waymark-manifest"] {
            #expect(after[path] == before[path])
        }
    }

    @Test func `A page that was damaged or removed is repaired`() async throws {
        try await folder.publish(pages)
        try folder.write("", to: "public/index.html")
        try folder.remove("public/journeys")
        #expect(try await folder.publish(pages) == PublishSummary(written: 3, unchanged: 1, removed: 0))
        #expect(folder.text("public/index.html") == "home")
        #expect(folder.text("public/journeys/deep/er/b.html") == "b")
    }

    @Test func `What the site no longer has is removed, with the folders that this leaves empty`() async throws {
        try await folder.publish(pages)
        try folder.makeFolder("public/own-and-empty")
        let summary = try await folder.publish(["index.html": "home", "journeys/a.html": "a"])
        #expect(summary == PublishSummary(written: 0, unchanged: 2, removed: 2))
        #expect(
            try folder.tree("public") == [
                "index.html": "home", "journeys": "/", "journeys/a.html": "a", "own-and-empty": "/",
                ".waymark-manifest": "waymark-manifest 1\nindex.html\njourneys/a.html\n",
            ])
    }

    @Test func `A site of nothing leaves the manifest alone`() async throws {
        try await folder.publish(pages)
        #expect(try await folder.publish([:]).removed == 4)
        #expect(try folder.tree("public") == [".waymark-manifest": "waymark-manifest 1\n"])
    }

    @Test(arguments: [1, 2, 7]) func `Any number of workers gives the same bytes`(jobs: Int) async throws {
        let many = Dictionary(uniqueKeysWithValues: (0..<300).map { ("j\($0 % 17)/p\($0).html", "page \($0)") })
        try await folder.publish(many, jobs: jobs)
        let other = try TestFolder()
        try await other.publish(many, jobs: 1)
        #expect(try folder.tree("public") == other.tree("public"))
    }

    @Test func `Five thousand pages are published, and changed`() async throws {
        func site(_ version: String, _ indices: Range<Int>) -> [String: String] {
            Dictionary(uniqueKeysWithValues: indices.map { ("f\($0 / 100)/p\($0).html", "\(version) \($0)") })
        }
        #expect(try await folder.publish(site("one", 0..<5000)).written == 5000)
        let summary = try await folder.publish(site("one", 0..<4000).merging(site("two", 4000..<4500)) { $1 })
        #expect(summary == PublishSummary(written: 500, unchanged: 4000, removed: 500))
        #expect(folder.text("public/f44/p4499.html") == "two 4499")
        #expect(!folder.exists("public/f45"))
    }

    @Test func `Pages of all sizes around the blocks are compared in full`() async throws {
        let half = 1 << 17
        for size in [0, 1, half - 1, half, half + 1, 2 * half, 2 * half + 1, 5 * half] {
            let text = String(repeating: "x", count: size)
            try folder.write(text, to: "content/a.bin")
            try await folder.publish(["page": text], copies: ["copy": "a.bin"])
            #expect(try await folder.publish(["page": text], copies: ["copy": "a.bin"]).unchanged == 2)
            guard size > 0 else { continue }
            let other = text.dropLast() + "y"
            try folder.write(String(other), to: "content/a.bin")
            #expect(try await folder.publish(["page": String(other)], copies: ["copy": "a.bin"]).written == 2)
            #expect(folder.text("public/page") == String(other))
            #expect(folder.text("public/copy") == String(other))
        }
    }

    // MARK: Copies

    @Test func `Links among the content are not copied`() async throws {
        let outside = try TestFolder()
        try outside.write("secret", to: "secret")
        try folder.makeFolder("content")
        try folder.link("content/link", to: outside["secret"])
        try folder.link("content/folder", to: outside.path)
        for source in ["link", "folder/secret", "../secret", "/etc/passwd", "gone", "."] {
            let refusal = try await folder.refusal([:], copies: ["x": source])
            guard case .noSource = refusal else {
                Issue.record("\(source): \(String(describing: refusal))")
                continue
            }
            #expect(refusal?.exitCode == 66)
            #expect(!folder.exists("public/x"))
        }
        try folder.makeFolder("content/real")
        #expect(
            try await folder.refusal([:], copies: ["x": "real"])
                == .noSource(path: folder["content/real"], reason: "it is not a file"))
    }

    // MARK: Changes of kind

    @Test func `A file becomes a folder and a folder a file`() async throws {
        let files = ["a": "file", "b/c": "deep", "b/d/e": "deeper", "z": "z"]
        let folders = ["a/x/y": "deep", "b": "file", "z": "z"]
        try await folder.publish(files)
        #expect(try await folder.publish(folders) == PublishSummary(written: 2, unchanged: 1, removed: 3))
        #expect(folder.text("public/a/x/y") == "deep")
        #expect(folder.text("public/b") == "file")
        #expect(try await folder.publish(files) == PublishSummary(written: 3, unchanged: 1, removed: 2))
        let fresh = try TestFolder()
        try await fresh.publish(files)
        #expect(try folder.tree("public") == fresh.tree("public"))
    }

    @Test func `An empty folder gives way to a file`() async throws {
        try folder.makeFolder("public/a/b/c")
        #expect(try await folder.publish(["a": "x"]).written == 1)
        #expect(folder.text("public/a") == "x")
    }

    @Test func `A page whose name changes its case stays, whatever the disk makes of it`() async throws {
        try await folder.publish(["Home.html": "home", "Folder/Page.html": "page"])
        // On a disk that tells them apart, two names of one file are what a disk that does not would show.
        if !folder.exists("public/home.html") {
            #expect(link(folder["public/Home.html"], folder["public/home.html"]) == 0)
        }
        try await folder.publish(["home.html": "home", "folder/page.html": "page"])
        #expect(folder.text("public/home.html") == "home")
        #expect(folder.text("public/folder/page.html") == "page")
        #expect(folder.text("public/.waymark-manifest") == "waymark-manifest 1\nfolder/page.html\nhome.html\n")
    }

    @Test func `Files that a disk could take for one are refused`() async throws {
        let refusal = try await folder.refusal(["a.html": "", "A.html": ""])
        #expect(refusal?.description.contains("'A.html' and 'a.html'") == true)
        #expect(refusal?.exitCode == 73)
        #expect(!folder.exists("public"))
    }

    // MARK: One at a time

    @Test func `A second run at once is turned away`() async throws {
        try await folder.publish(pages)
        let other = open(folder["public"], O_RDONLY | O_DIRECTORY)
        #expect(flock(other, LOCK_EX | LOCK_NB) == 0)
        let refusal = try await folder.refusal(["index.html": "other"])
        #expect(refusal == .busy(folder: folder["public"]))
        #expect(refusal?.exitCode == 75)
        #expect(folder.text("public/index.html") == "home")
        close(other)
        #expect(try await folder.publish(["index.html": "other"]).written == 1)
    }

    @Test func `Runs one after the other are not in each other's way`() async throws {
        for number in 0..<100 {
            #expect(try await folder.publish(["index.html": "\(number)", "a/b.html": "same"], jobs: 3).written > 0)
        }
        #expect(folder.text("public/index.html") == "99")
    }
}
