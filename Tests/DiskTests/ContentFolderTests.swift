import Diagnostics
import Foundation
import Journeys
import Testing

@testable import Disk

@Suite struct ContentFolderTests {
    let folder: TestFolder

    init() throws {
        folder = try TestFolder()
    }

    @Test func `Files are listed in the order of their bytes`() throws {
        for path in ["a/b.md", "a-b.md", "a.md", "Z.md", "é.md", "aa/c.md", "a/b/c.md", "a/b-c.md", "portfolio.yml"] {
            try folder.write(path, to: path)
        }
        let listed = try ContentFolder(folder.path).list()
        let paths = listed.value.map(\.path)
        #expect(
            paths == ["Z.md", "a-b.md", "a.md", "a/b-c.md", "a/b.md", "a/b/c.md", "aa/c.md", "portfolio.yml", "é.md"])
        #expect(listed.diagnostics.isEmpty)
    }

    @Test func `Hidden files, underscores and read-mes are ignored at every depth`() throws {
        for path in [
            ".git/config", "_drafts/a.md", "README.md", "a/readme.MD", "a/_b.md", "a/.c.md", "a/README.md.txt",
            "a/READMEmd",
            "a/b_.md",
        ] {
            try folder.write("x", to: path)
        }
        try folder.link("_link", to: "/etc")
        let listed = try ContentFolder(folder.path).list()
        #expect(listed.value.map(\.path) == ["a/README.md.txt", "a/READMEmd", "a/b_.md"])
        #expect(listed.diagnostics.isEmpty)
    }

    @Test func `Of two files with one name in different code points one is read, and the other told`() async throws {
        let names = ["journeys/caf\u{E9}.md", "journeys/cafe\u{301}.md", "assets/\u{E9}.svg", "assets/e\u{301}.svg"]
        for name in names { try folder.write("---\ntitle: A\n---\n", to: name) }
        let content = try ContentFolder(folder.path)
        // Some disks take the two for one themselves.
        guard content.list().value.count == names.count else { return }
        let options = PortfolioReading.Options(asOf: nil, today: CivilDate(days: 20_787))
        let read = await PortfolioReading.read(content, options: options, workers: Workers(jobs: 2, chunk: 1))
        #expect(read.diagnostics.map(\.code) == [.duplicateID, .duplicateID])
        #expect(read.linked.portfolio.journeys.count == 1)
    }

    @Test func `A folder that has the name of the settings is told, empty or not`() async throws {
        try folder.makeFolder("portfolio.yml")
        try folder.write("---\ntitle: A\n---\n", to: "journeys/a.md")
        func told() async throws -> [Diagnostic] {
            let options = PortfolioReading.Options(asOf: nil, today: CivilDate(days: 20_787))
            let content = try ContentFolder(folder.path)
            return await PortfolioReading.read(content, options: options, workers: Workers(jobs: 1, chunk: 1))
                .diagnostics
        }
        #expect(try await told().map(\.location.path) == [folder["portfolio.yml"]])
        try folder.write("title: A", to: "portfolio.yml/settings.yml")
        #expect(try await told().map(\.code) == [.unknownFolder])
    }

    @Test func `Symbolic links are reported and not followed`() throws {
        let outside = try TestFolder()
        try outside.write("secret", to: "secret.md")
        try folder.write("x", to: "a.md")
        try folder.link("file.md", to: outside["secret.md"])
        try folder.link("folder", to: outside.path)
        try folder.link("gone.md", to: "nowhere")
        let listed = try ContentFolder(folder.path).list()
        #expect(listed.value.map(\.path) == ["a.md"])
        #expect(listed.diagnostics.map(\.code) == [.symbolicLink, .symbolicLink, .symbolicLink])
        #expect(listed.diagnostics.map(\.location.path) == ["file.md", "folder", "gone.md"].map { folder[$0] })
        #expect(listed.diagnostics.errorCount == 0)
    }

    @Test func `A link that takes a file's place is not read`() throws {
        try folder.write("x", to: "a.md")
        let content = try ContentFolder(folder.path)
        let file = try #require(content.list().value.first)
        try folder.remove("a.md")
        try folder.link("a.md", to: "/etc/passwd")
        let read = content.read(file)
        #expect(read.value.bytes.isEmpty)
        #expect(read.diagnostics.map(\.code) == [.unreadable])
    }

    @Test func `A content folder may be a link itself`() throws {
        try folder.write("x", to: "real/a.md")
        try folder.link("content", to: "real")
        #expect(try ContentFolder(folder["content"]).list().value.map(\.path) == ["a.md"])
    }

    @Test func `A name that is no UTF-8 is reported`() throws {
        let path = Array(folder["caf"].utf8) + [0xE9] + Array(".md".utf8) + [0]
        let descriptor = path.map(CChar.init(bitPattern:)).withUnsafeBufferPointer { name in
            name.baseAddress.map { open($0, O_CREAT | O_WRONLY, 0o666) } ?? -1
        }
        guard descriptor >= 0 else {
            // Disks of a Mac have no such names.
            #expect(errno == EILSEQ)
            return
        }
        close(descriptor)
        try folder.write("x", to: "ok.md")
        let listed = try ContentFolder(folder.path).list()
        #expect(listed.value.map(\.path) == ["ok.md"])
        #expect(listed.diagnostics.map(\.code) == [.notUTF8])
        #expect(listed.diagnostics.first?.location.path == folder["caf\u{FFFD}.md"])
    }

    @Test func `Names keep the bytes that the disk has`() throws {
        try folder.write("x", to: "e\u{301}.md")
        let path = try #require(try ContentFolder(folder.path).list().value.first?.path)
        #expect(Array(path.utf8) == Array("e\u{301}.md".utf8))
    }

    @Test func `What is neither file nor folder is reported, and waited for by nobody`() throws {
        #expect(mkfifo(folder["pipe.md"], 0o666) == 0)
        let content = try ContentFolder(folder.path)
        let listed = content.list()
        #expect(listed.value.isEmpty)
        #expect(listed.diagnostics.map(\.code) == [.unreadable])
        let read = content.read(ContentFolder.File(path: "pipe.md", size: 0))
        #expect(read.diagnostics.map(\.code) == [.unreadable])
    }

    @Test(arguments: [100_000_000, 100_000_001, 5_000_000_000]) func `A text that nobody can have written is not read`(
        size: Int
    )
        throws
    {
        try folder.write("x", to: "a.md")
        #expect(truncate(folder["a.md"], off_t(size)) == 0)
        let read = try ContentFolder(folder.path).read(ContentFolder.File(path: "a.md", size: nil))
        if size == 100_000_000 {
            #expect(read.diagnostics.isEmpty && read.value.bytes.count == size)
        } else {
            let message = "'a.md' has \((size + 999_999) / 1_000_000) MB, and a text may have 100 MB at most"
            #expect(read.diagnostics.map(\.message) == [message])
            #expect(read.value.bytes.isEmpty)
        }
    }

    @Test func `A file that is gone is reported`() throws {
        let read = try ContentFolder(folder.path).read(ContentFolder.File(path: "a.md", size: 3))
        #expect(read.diagnostics.map(\.code) == [.unreadable])
        #expect(read.diagnostics.first?.location.path == folder["a.md"])
        #expect(read.diagnostics.first?.message == "'a.md' can't be read: No such file or directory")
    }

    @Test func `A folder that is nested too deep for the system is reported`() throws {
        var parent = open(folder.path, O_RDONLY | O_DIRECTORY)
        let name = String(repeating: "n", count: 200)
        for _ in 0..<30 {
            #expect(mkdirat(parent, name, 0o777) == 0)
            let next = openat(parent, name, O_RDONLY | O_DIRECTORY)
            close(parent)
            parent = next
        }
        close(parent)
        let listed = try ContentFolder(folder.path).list()
        #expect(listed.value.isEmpty)
        #expect(listed.diagnostics.map(\.code) == [.unreadable])
        let remove = Process()
        remove.executableURL = URL(fileURLWithPath: "/bin/rm")
        remove.arguments = ["-rf", folder.path]
        try remove.run()
        remove.waitUntilExit()
        #expect(remove.terminationStatus == 0)
    }

    @Test(arguments: [0, 1, 4095, 4096, 65_536, 300_000]) func `A file is read in full`(size: Int) throws {
        let text = String(repeating: "x", count: size)
        try folder.write(text, to: "a.md")
        let content = try ContentFolder(folder.path)
        // However wrong the listed size has become.
        for listed in [size, 0, size * 2] {
            let read = content.read(ContentFolder.File(path: "a.md", size: listed))
            #expect(read.value.bytes == Array(text.utf8))
            #expect(read.value.path == folder["a.md"])
            #expect(read.diagnostics.isEmpty)
        }
    }

    @Test func `A file that grows while it is read is read in full`() throws {
        let text = String(repeating: "y", count: 200_000)
        try folder.write(text, to: "a")
        #expect(try OpenFile(reading: folder["a"]).bytes(expecting: 10) == Array(text.utf8))
    }

    @Test(
        arguments: [
            ("content", "content/"), ("content/", "content/"), ("./content//x", "content/x/"), (".", ""), ("./", ""),
            ("../content", "../content/"), ("/", "/"), ("/srv/content", "/srv/content/"),
        ])
    func `Messages name files from where the command was run`(location: String, prefix: String) {
        #expect(SourceFolder.prefix(for: location) == prefix)
    }

    @Test func `A folder that is missing, or none, is refused`() throws {
        try folder.write("x", to: "file")
        #expect(throws: FolderError.missing(folder["content"])) { try ContentFolder(folder["content"]) }
        #expect(throws: FolderError.notAFolder(folder["file"])) { try ContentFolder(folder["file"]) }
        #expect(FolderError.missing("content").exitCode == 66)
        #expect(FolderError.unreadable("content", SystemError(code: EACCES)).exitCode == 77)
        #expect(FolderError.missing("content").description.contains("'content'"))
    }

    @Test func `Templates are read with their bytes`() throws {
        try folder.write("{{title}}", to: "journey.mustache")
        try folder.write("a: b", to: "words.yml")
        try folder.write("\u{0}\u{1}", to: "assets/x.bin")
        try folder.write("x", to: "_partial.mustache")
        try folder.write("x", to: ".hidden")
        try folder.write("x", to: "README.md")
        try folder.link("link.mustache", to: "words.yml")
        let files = try TemplateFolder(folder.path).read()
        #expect(files.value.map(\.path) == ["_partial.mustache", "assets/x.bin", "journey.mustache", "words.yml"])
        #expect(files.value.map(\.source.bytes.count) == [1, 2, 9, 4])
        #expect(files.value.last?.source.path == folder["words.yml"])
        #expect(files.diagnostics.map(\.code) == [.symbolicLink])
    }
}
