import Foundation
import Testing

@testable import Diagnostics

/// The structure is checked by hand against SARIF 2.1.0: its schema is on the web, and tests ask nobody.
@Suite("The report as SARIF")
struct SARIFReportTests {
    private struct Log: Decodable {
        struct Message: Decodable {
            let text: String
            let markdown: String?
        }

        struct Run: Decodable {
            let tool: Tool
            let columnKind: String
            let originalUriBaseIds: [String: Base]
            let results: [Result]
        }

        struct Base: Decodable {
            let description: Message
        }

        struct Tool: Decodable {
            let driver: Driver
        }

        struct Driver: Decodable {
            let name: String
            let version: String
            let rules: [Rule]
        }

        struct Rule: Decodable {
            struct Configuration: Decodable {
                let level: String
            }

            let id: String
            let shortDescription: Message
            let fullDescription: Message
            let help: Message
            let defaultConfiguration: Configuration
        }

        struct Result: Decodable {
            let ruleId: String
            let ruleIndex: Int
            let level: String
            let message: Message
            let locations: [Place]
            let relatedLocations: [Place]?
            let partialFingerprints: [String: String]
        }

        struct Place: Decodable {
            let id: Int?
            let physicalLocation: Physical
            let message: Message?
        }

        struct Physical: Decodable {
            let artifactLocation: Artifact
            let region: Region
        }

        struct Artifact: Decodable {
            let uri: String
            let uriBaseId: String?
        }

        struct Region: Decodable, Equatable {
            let startLine: Int
            var startColumn: Int?
            var endLine: Int?
            var endColumn: Int?
        }

        let schema: String
        let version: String
        let runs: [Run]

        enum CodingKeys: String, CodingKey {
            case schema = "$schema"
            case version, runs
        }
    }

    private let sample = ReportSample()

    private func run(_ report: CheckReport) throws -> Log.Run {
        let log = try JSONDecoder().decode(Log.self, from: Data(report.sarif.utf8))
        #expect(log.version == "2.1.0" && log.schema.hasPrefix("https://") && log.runs.count == 1)
        return try #require(log.runs.first)
    }

    @Test("names the tool, and each rule that was broken once")
    func rules() throws {
        let run = try run(sample.report())
        #expect(run.tool.driver.name == "waymark" && run.tool.driver.version == WaymarkVersion.current)
        #expect(run.columnKind == "unicodeCodePoints")
        let rules = run.tool.driver.rules
        #expect(
            rules.map(\.id) == [
                "front-matter/syntax", "front-matter/unknown-key", "journey/unknown-lane", "read/unknown-folder",
                "read/unreadable",
            ])
        for result in run.results { #expect(rules[result.ruleIndex].id == result.ruleId) }
        for rule in rules {
            #expect(!rule.shortDescription.text.isEmpty && !rule.fullDescription.text.isEmpty)
            #expect(rule.help.markdown?.contains("```\n") == true && !rule.help.text.contains("```"))
        }
        #expect(rules.map(\.defaultConfiguration.level) == ["error", "warning", "warning", "warning", "error"])
    }

    @Test("counts columns in code points, from 1, the end not included")
    func regions() throws {
        let results = try run(sample.report()).results
        typealias Region = Log.Region
        let regions = results.compactMap { $0.locations.first?.physicalLocation.region }
        #expect(regions[1] == Region(startLine: 1, startColumn: 8, endLine: 1, endColumn: 10))
        // The family is three code points and the e has an accent of its own.
        #expect(regions[2] == Region(startLine: 3, startColumn: 6, endLine: 3, endColumn: 9))
        #expect(regions[4] == Region(startLine: 5, startColumn: 1, endLine: 6, endColumn: 6))
        #expect(regions[0] == Region(startLine: 1))
        #expect(results.map(\.level) == ["warning", "error", "warning", "warning", "warning", "error"])
    }

    @Test("has paths as addresses from the root of the repository, and notes as related places")
    func places() throws {
        let results = try run(sample.report()).results
        let artifact = try #require(results[1].locations.first?.physicalLocation.artifactLocation)
        #expect(artifact.uri == "site/content/a%20b.md" && artifact.uriBaseId == "%SRCROOT%")
        #expect(results[5].locations.first?.physicalLocation.artifactLocation.uri == ".")
        let note = try #require(results[1].relatedLocations?.first)
        #expect(note.id == 1 && note.message?.text == "see" && note.physicalLocation.region.startLine == 5)
        #expect(results[0].relatedLocations == nil)
        #expect(Set(results.flatMap(\.partialFingerprints.values)).count == 6)
    }

    @Test("makes no link of what was written as text")
    func links() throws {
        let text = try run(sample.report()).results[1].message.text
        #expect(
            text == sample.hostile.replacing("[x]", with: "\\[x\\]").replacing("]]>", with: "\\]\\]>") + "\nhint: mend")
    }

    @Test("of nothing has no results and no rules")
    func clean() throws {
        let run = try run(sample.report([]))
        #expect(run.results.isEmpty && run.tool.driver.rules.isEmpty)
    }

    @Test(
        "escapes addresses byte by byte", arguments: [("a/b", "a/b"), ("ü:%#?", "%C3%BC%3A%25%23%3F"), ("\n", "%0A")])
    func addresses(path: String, address: String) {
        #expect(URIPath.encoded(path) == address)
    }
}
