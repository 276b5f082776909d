import Foundation
import Testing

@testable import Disk

/// What is in the output folder and was not written by us stays as it is, come what may.
@Suite struct ForeignFilesTests {
    let folder: TestFolder
    let pages = ["index.html": "home", "journeys/a.html": "a"]

    init() throws {
        folder = try TestFolder()
    }

    @Test func `A folder with other files is refused before anything is written`() async throws {
        for number in 1...7 { try folder.write("thesis", to: "public/work/\(number).txt") }
        let before = try folder.tree("public")
        let refusal = try await folder.refusal(pages)
        let first = (1...5).map { "work/\($0).txt" }
        #expect(refusal == .foreignFiles(folder: folder["public"], first: first, count: 7))
        #expect(refusal?.exitCode == 73)
        #expect(refusal?.description.contains("  work/5.txt\n  and 2 more\n") == true)
        #expect(try folder.tree("public") == before)
    }

    @Test func `So is one of ours to which a file was added`() async throws {
        try await folder.publish(pages)
        try folder.write("mine", to: "public/journeys/notes.txt")
        let stamps = try folder.stamps("public")
        let refusal = try await folder.refusal(["index.html": "new"])
        #expect(refusal == .foreignFiles(folder: folder["public"], first: ["journeys/notes.txt"], count: 1))
        #expect(try folder.stamps("public") == stamps)
    }

    @Test func `Adopted files are kept and known from then on`() async throws {
        try folder.write("example.org", to: "public/CNAME")
        try folder.write("old", to: "public/index.html")
        try folder.write("mine", to: "public/journeys/notes.txt")
        #expect(try await folder.publish(pages, foreignFiles: .adopt).written == 2)
        #expect(folder.text("public/index.html") == "home")
        #expect(
            folder.text("public/.waymark-manifest")
                == "waymark-manifest 1\nindex.html\njourneys/a.html\n\nCNAME\njourneys/notes.txt\n")
        let stamps = try folder.stamps("public")
        #expect(try await folder.publish(pages) == PublishSummary(written: 0, unchanged: 2, removed: 0))
        #expect(try folder.stamps("public") == stamps)
        // Even when all of ours goes.
        try await folder.publish([:])
        #expect(folder.text("public/CNAME") == "example.org")
        #expect(folder.text("public/journeys/notes.txt") == "mine")
        // Gone, it is forgotten; coming back, it is a stranger.
        try folder.remove("public/CNAME")
        try await folder.publish([:])
        try folder.write("example.org", to: "public/CNAME")
        #expect(try await folder.refusal([:]) == .foreignFiles(folder: folder["public"], first: ["CNAME"], count: 1))
    }

    @Test func `Hidden files that the site does not have are left alone`() async throws {
        try folder.write("[core]", to: "public/.git/config")
        try folder.write("", to: "public/.nojekyll")
        try folder.write("finder", to: "public/journeys/.DS_Store")
        try await folder.publish(pages)
        try await folder.publish([:])
        #expect(folder.text("public/.git/config") == "[core]")
        #expect(folder.text("public/.nojekyll")?.isEmpty == true)
        #expect(folder.text("public/journeys/.DS_Store") == "finder")
        #expect(!folder.exists("public/journeys/a.html"))
    }

    @Test func `A hidden file that the site has is a stranger like any other`() async throws {
        let hidden = [".well-known/security.txt": "ours"]
        try folder.write("theirs", to: "public/.well-known/security.txt")
        #expect(
            try await folder.refusal(hidden)
                == .foreignFiles(folder: folder["public"], first: [".well-known/security.txt"], count: 1))
        try folder.remove("public/.well-known")
        #expect(try await folder.publish(hidden).written == 1)
        #expect(try await folder.publish(hidden).unchanged == 1)
        #expect(try await folder.publish([:]).removed == 1)
        #expect(!folder.exists("public/.well-known"))
    }

    @Test func `A manifest of a later version is refused unless all that is there is adopted`() async throws {
        try folder.write("waymark-manifest 2\nindex.html\n", to: "public/.waymark-manifest")
        try folder.write("later", to: "public/about.html")
        #expect(try await folder.refusal(pages) == .foreignManifest(folder["public/.waymark-manifest"]))
        #expect(try folder.tree("public").count == 2)
        try await folder.publish(pages, foreignFiles: .adopt)
        #expect(folder.text("public/about.html") == "later")
        #expect(folder.text("public/index.html") == "home")
    }

    @Test func `A manifest that was tampered with removes nothing outside`() async throws {
        try folder.write("precious", to: "precious.txt")
        try folder.write("precious", to: "elsewhere/a.txt")
        try folder.makeFolder("public/inside")
        try folder.link("public/out", to: folder["elsewhere"])
        let lines = [
            "waymark-manifest 1", "../precious.txt", folder["precious.txt"], "out/a.txt", "inside", ".", "..", "",
            "out",
        ]
        try folder.write(lines.joined(separator: "\n") + "\n", to: "public/.waymark-manifest")
        try await folder.publish(pages)
        #expect(folder.text("precious.txt") == "precious")
        #expect(folder.text("elsewhere/a.txt") == "precious")
        #expect(folder.exists("public/inside"))
        #expect(folder.exists("public/out"))
    }

    // MARK: Links

    @Test func `A link in the output is a stranger, and never written through`() async throws {
        let outside = try TestFolder()
        try outside.write("precious", to: "a.html")
        try folder.makeFolder("public")
        try folder.link("public/journeys", to: outside.path)
        #expect(
            try await folder.refusal(pages) == .foreignFiles(folder: folder["public"], first: ["journeys"], count: 1))
        #expect(
            try await folder.refusal(pages, foreignFiles: .adopt)
                == .inTheWay(path: folder["public/journeys"], needed: "a folder"))
        #expect(try outside.tree("") == ["a.html": "precious"])
        #expect(try folder.tree("public") == ["journeys": "-> " + outside.path])
    }

    @Test func `A page that somebody made a link is replaced if adopted, and its target kept`() async throws {
        try await folder.publish(pages)
        try folder.write("precious", to: "precious.txt")
        try folder.remove("public/index.html")
        try folder.link("public/index.html", to: folder["precious.txt"])
        #expect(try await folder.refusal(pages)?.exitCode == 73)
        try await folder.publish(pages, foreignFiles: .adopt)
        #expect(folder.text("precious.txt") == "precious")
        #expect(try folder.tree("public")["index.html"] == "home")
    }

    @Test func `A folder that somebody made a link while we publish is not entered`() async throws {
        let outside = try TestFolder()
        try outside.write("precious", to: "a.html")
        try await folder.publish(pages)
        let folder = self.folder
        let swap: DiskGate = { (change) throws(SystemError) in
            // The manifest is the first to be created; then the pages are on their way.
            guard change == .createFile, !folder.exists("swapped") else { return }
            try? folder.write("", to: "swapped")
            try? folder.remove("public/journeys")
            try? folder.link("public/journeys", to: outside.path)
        }
        await #expect(throws: PublishError.self) {
            try await folder.publish(
                ["index.html": "new", "journeys/a.html": "evil", "journeys/b.html": "evil"], gate: swap)
        }
        #expect(folder.exists("swapped"))
        #expect(try outside.tree("") == ["a.html": "precious"])
    }

    @Test func `An output folder may be a link itself`() async throws {
        try folder.makeFolder("real")
        try folder.link("public", to: "real")
        try await folder.publish(pages)
        #expect(folder.text("real/index.html") == "home")
        #expect(try folder.tree("")["public"] == "-> real")
    }

    // MARK: In the way

    @Test func `What is adopted does not give way to a file or a folder`() async throws {
        try folder.write("mine", to: "public/a/notes.txt")
        try folder.write("mine", to: "public/b")
        let before = try folder.tree("public")
        #expect(
            try await folder.refusal(["a": "x"], foreignFiles: .adopt)
                == .inTheWay(path: folder["public/a/notes.txt"], needed: "the file 'a'"))
        #expect(
            try await folder.refusal(["b/c": "x"], foreignFiles: .adopt)
                == .inTheWay(path: folder["public/b"], needed: "a folder"))
        #expect(try folder.tree("public") == before)
    }

    @Test func `Nor does what is hidden`() async throws {
        try folder.write("finder", to: "public/a/.DS_Store")
        #expect(
            try await folder.refusal(["a": "x"])
                == .inTheWay(path: folder["public/a/.DS_Store"], needed: "the file 'a'"))
        try folder.write("x", to: "public/.git/config")
        #expect(try await folder.refusal([".git": "x"])?.exitCode == 73)
        #expect(folder.text("public/.git/config") == "x")
    }
}
