import Foundation
import Testing

@testable import Disk
@testable import Pages

@Suite struct OutputLocationTests {
    let folder: TestFolder

    init() throws {
        folder = try TestFolder()
        try folder.write("x", to: "home/site/content/a.md")
        try folder.link("home/alias", to: "site/content")
    }

    private func refusal(_ output: String, content: String = "home/site/content") -> PublishError? {
        do throws(PublishError) {
            try OutputLocation(path: output.isEmpty ? "/" : folder[output], home: folder["home"]).check(
                against: folder[content])
            return nil
        } catch {
            return error
        }
    }

    @Test(arguments: ["home/site/public", "home/site/new/deep/public", "home/public", "other", "home/site/content-2"])
    func `A folder of its own is fine`(output: String) {
        #expect(refusal(output) == nil)
    }

    @Test(arguments: ["", "home", "home/", "home/site/..", "."])
    func `The disk and the home folder are refused`(output: String) {
        #expect(refusal(output) == .wholeDisk(folder: output.isEmpty ? "/" : folder[output]))
    }

    @Test(
        arguments: [
            "home/site/content", "home/site/content/", "home/alias", "home/site/content/public",
            "home/site/content/new/deep",
            "home/alias/public", "home/site", "home/site/./content/../",
        ])
    func `A folder that overlaps the content is refused`(output: String) {
        #expect(refusal(output) == .overlapsContent(folder: folder[output], content: folder["home/site/content"]))
    }

    @Test func `Nothing is made for a refused folder`() async throws {
        let content = try ContentFolder(folder["home/site/content"])
        let output = PublishedFolder(folder["home/site/content/out"], home: nil)
        await #expect(throws: PublishError.self) { try await output.publish(Site(pages: []), from: content) }
        #expect(!folder.exists("home/site/content/out"))
    }

    @Test func `The folder is made with its parents`() throws {
        let root = try OutputLocation(path: folder["x/y/z"], home: nil).open(gate: nil)
        #expect(root.descriptor >= 0)
        #expect(folder.exists("x/y/z"))
    }

    @Test func `A file is no folder to publish in`() throws {
        try folder.write("x", to: "file")
        #expect(throws: PublishError.notAFolder(folder["file"])) {
            try OutputLocation(path: folder["file"] + "/", home: nil).open(gate: nil)
        }
        #expect(throws: PublishError.notAFolder(folder["file"])) {
            try OutputLocation(path: folder["file/public"], home: nil).open(gate: nil)
        }
    }

    @Test(arguments: ["nowhere", "link"]) func `A link that leads nowhere is called one`(target: String) throws {
        try folder.link("link", to: target)
        for path in [folder["link"], folder["link"] + "/", folder["link/public"]] {
            let error = #expect(throws: PublishError.self) {
                try OutputLocation(path: path, home: nil).open(gate: nil)
            }
            #expect(error == .linkToNowhere(folder["link"]))
            #expect(error?.exitCode == 73)
        }
    }

    @Test func `Exit codes say what kind of trouble it is`() {
        #expect(PublishError.failed(.write, path: "x", SystemError(code: ENOSPC)).exitCode == 74)
        #expect(PublishError.failed(.write, path: "x", SystemError(code: EACCES)).exitCode == 77)
        #expect(PublishError.failed(.make, path: "x", SystemError(code: ENOENT)).exitCode == 73)
        #expect(PublishError.failed(.make, path: "x", SystemError(code: EROFS)).exitCode == 77)
        #expect(PublishError.failed(.write, path: "x", SystemError(code: ENOSPC)).description.contains("No space left"))
    }
}
