import Foundation

@testable import Disk

/// A git repository of a test's own, with commits on the days that the test says.
final class TestRepository {
    let folder: TestFolder
    /// Of the repository, in the folder.
    let name: String
    let git: String

    struct Failed: Error {
        let arguments: [String]
        let complaint: String
    }

    init(named name: String = "repository") throws {
        folder = try TestFolder()
        self.name = name
        git = Git()?.path ?? "/usr/bin/git"
        try folder.makeFolder(name)
        try run("init", "--quiet", "--initial-branch=main")
    }

    var path: String { folder[name] }

    func write(_ text: String, to file: String) throws { try folder.write(text, to: name + "/" + file) }
    func remove(_ file: String) throws { try folder.remove(name + "/" + file) }

    @discardableResult
    func commit(on day: String, at time: String = "12:00:00 +0000") throws -> String {
        try run("add", "--all")
        try run("commit", "--quiet", "--allow-empty", "--message", "On \(day)", date: "\(day) \(time)")
        return try run("rev-parse", "HEAD")
    }

    @discardableResult
    func run(_ arguments: String..., date: String = "2020-01-01 12:00:00 +0000") throws -> String {
        let process = Foundation.Process()
        process.executableURL = URL(fileURLWithPath: git)
        process.arguments =
            ["-C", path, "-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgSign=false"]
            + arguments
        process.environment = [
            "GIT_AUTHOR_DATE": date, "GIT_COMMITTER_DATE": date, "GIT_CONFIG_GLOBAL": "/dev/null",
            "GIT_CONFIG_SYSTEM": "/dev/null", "HOME": folder.path, "PATH": "/usr/bin:/bin",
        ]
        let (output, errors) = (Pipe(), Pipe())
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        let text = output.fileHandleForReading.readDataToEndOfFile()
        let complaint = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw Failed(arguments: arguments, complaint: String(decoding: complaint, as: UTF8.self))
        }
        return String(decoding: text, as: UTF8.self).trimmingCharacters(in: .newlines)
    }

    /// A git in whose place a script writes down what it is asked, and then asks it.
    func watchedGit() throws -> (git: Git?, log: () -> [String]) {
        try folder.write("#!/bin/sh\necho \"$@\" >> '\(folder["log"])'\nexec '\(git)' \"$@\"\n", to: "bin/script")
        // A program can't be started while somebody writes it, and a process that another test starts at that moment inherits what
        // is open here: what starts is a copy that this process never had open.
        let copy = Process()
        copy.executableURL = URL(fileURLWithPath: "/bin/sh")
        copy.arguments = ["-c", "cp \"$0\" \"$1\" && chmod 755 \"$1\"", folder["bin/script"], folder["bin/git"]]
        try copy.run()
        copy.waitUntilExit()
        let watched = Git(environment: environment.merging(["PATH": folder["bin"]]) { $1 })
        return (watched, { [folder] in (folder.text("log") ?? "").split(separator: "\n").map(String.init) })
    }

    var environment: [String: String] {
        [
            "PATH": "/usr/bin:/bin", "HOME": folder.path, "GIT_CONFIG_GLOBAL": "/dev/null",
            "GIT_CONFIG_SYSTEM": "/dev/null",
        ]
    }

    /// A journey whose steps are all felt alike.
    static func journey(feeling: Int, reviewed: String? = nil, more: String = "") -> String {
        let review = reviewed.map { "reviewed: \($0)\n" } ?? ""
        return """
            ---
            title: Move
            level: lifecycle
            owner: Ada
            \(review)---

            ## Before

            - **Feeling:** \(feeling) calm \(more)
            """ + "\n"
    }
}
