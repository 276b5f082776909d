import ArgumentParser
import Foundation
import Testing

@testable import waymark

@Suite struct BuildCommandTests {
    private func command(_ arguments: String...) throws -> BuildCommand {
        try #require(try Waymark.parseAsRoot(["build"] + arguments) as? BuildCommand)
    }

    @Test func `Timings take no value, so that a folder may follow`() throws {
        #expect(try command("content").timings == nil)
        let (table, json) = (try command("--timings", "here"), try command("--timings-json", "there"))
        #expect(table.timings == .timings && table.reading.content == "here")
        #expect(json.timings == .timingsJSON && json.reading.content == "there")
        #expect(throws: (any Error).self) { try command("--timings", "--timings-json") }
    }

    @Test func `Every option is told of in the guide to running`() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let guide = try String(contentsOf: root.appendingPathComponent("docs/install.md"), encoding: .utf8)
        let help = Waymark.helpMessage(for: BuildCommand.self, columns: 200)
        let options = Set(help.matches(of: /--[a-z-]+/).map { String($0.output) }).subtracting(["--help", "--version"])
        #expect(options.count > 8)
        for option in options { #expect(guide.contains("`\(option)"), "\(option)") }
    }

    @Test func `A folder of templates that is not there is named as one`() throws {
        let build = try command("content", "--templates", "no-such-folder")
        let failure = #expect(throws: Failure.self) { _ = try build.overrides() }
        #expect(failure?.message == "there is no folder 'no-such-folder' to take templates from")
    }
}
