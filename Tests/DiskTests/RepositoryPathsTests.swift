import Testing

@testable import Disk

@Suite struct RepositoryPathsTests {
    @Test func `Paths start at the repository wherever the command was run`() throws {
        let folder = try TestFolder()
        for name in ["repository/.git", "repository/site/content"] { try folder.makeFolder(name) }
        let file = "site/content/journeys/a.md"
        for (working, content) in [
            ("repository", "site/content"), ("repository/site", "content"), ("repository/site/content", "."),
            ("repository/site/content", "../../site/./content/"), ("", "repository/site/content"),
        ] {
            let paths = RepositoryPaths(around: content, workingFolder: folder[working])
            let shown = SourceFolder.prefix(for: content) + "journeys/a.md"
            #expect(paths.path(of: shown) == file, "\(working) \(content)")
        }
        let absolute = RepositoryPaths(around: folder["repository/site/content"], workingFolder: "/")
        #expect(absolute.path(of: folder["repository/" + file]) == file)
        #expect(absolute.path(of: "") == "")
    }

    @Test func `What is published starts at the repository, or tells nothing that lies above the content`() throws {
        let folder = try TestFolder()
        for name in ["repository/.git", "repository/site/content", "plain/content"] { try folder.makeFolder(name) }
        for (working, content, published) in [
            ("repository", "site/content", "site/content/"), ("repository/site/content", ".", "site/content/"),
            ("", folder["repository/site/content/"], "site/content/"), ("repository", ".", ""),
            ("plain", "content", "content/"), ("plain", "./content/", "content/"), ("plain/content", ".", "content/"),
            ("plain/content", "../content", "content/"), ("repository/site", folder["plain/content"], "content/"),
            ("repository/site", "../../plain/content", "content/"), ("", "plain/content", "content/"),
        ] {
            let prefix = RepositoryPaths.published(content, workingFolder: folder[working])
            #expect(prefix == published, "\(working) \(content)")
        }
    }

    @Test func `A repository of a work tree has a file in place of the folder`() throws {
        let folder = try TestFolder()
        try folder.makeFolder("tree/content")
        try folder.write("gitdir: elsewhere\n", to: "tree/.git")
        let paths = RepositoryPaths(around: "content", workingFolder: folder["tree"])
        #expect(paths.path(of: "content/a.md") == "content/a.md")
    }

    @Test func `Without a repository paths start where the command was run, and stay whole outside`() {
        let paths = RepositoryPaths(around: "content", workingFolder: "/nowhere/at/all")
        #expect(paths.path(of: "content/a.md") == "content/a.md")
        #expect(paths.path(of: "./content/../b.md") == "b.md")
        #expect(paths.path(of: "../up/a.md") == "/nowhere/at/up/a.md")
        #expect(paths.path(of: "/else/a.md") == "/else/a.md")
    }
}
