import ArgumentParser
import Diagnostics
import Disk
import Foundation
import Testing

@testable import waymark

@Suite struct CheckCommandTests {
    @Test func `Codes that are allowed must be there`() throws {
        let command = try #require(
            try Waymark.parseAsRoot(["check", "--allow", "link/orphan", "--allow", "model/missing-owner"])
                as? CheckCommand)
        #expect(command.allow == [.orphan, .missingOwner] && command.failOn == .error)
        do {
            _ = try Waymark.parseAsRoot(["check", "--allow", "link/orphans"])
            Issue.record("it was taken")
        } catch {
            #expect(Waymark.exitCode(for: error).rawValue == 64)
            #expect(Waymark.message(for: error).contains("did you mean 'link/orphan'?"))
        }
    }

    @Test func `Every format and every threshold is told of in the guide`() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let guide = try String(contentsOf: root.appendingPathComponent("docs/commands.md"), encoding: .utf8)
        for format in CheckCommand.Format.allCases { #expect(guide.contains("| `\(format.rawValue)` |")) }
        for threshold in CheckReport.Threshold.allCases { #expect(guide.contains("`\(threshold.rawValue)`")) }
        for option in ["--fail-on", "--allow", "--baseline", "--write-baseline", "--new-since"] {
            #expect(guide.contains("`\(option)"))
        }
    }
}
