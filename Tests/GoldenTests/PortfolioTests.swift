import Changes
import Diagnostics
import Disk
import Foundation
import Journeys
import Markup
import Testing

@Suite("Golden portfolios")
struct PortfolioTests {
    @Test("say exactly what is expected, however many files are read at once", arguments: GoldenCase.all)
    func diagnostics(golden: GoldenCase) async throws {
        let text = try golden.text(of: try await golden.read(jobs: 2).diagnostics)
        if GoldenCase.isRecording {
            try golden.record(text)
            Issue.record("recorded \(golden.name): look at what changed, then test without WAYMARK_RECORD")
            return
        }
        #expect(golden.expected != nil, "expected/diagnostics.txt is missing")
        #expect(text == golden.expected)
        #expect(try golden.text(of: try await golden.read(jobs: 1).diagnostics) == text)
    }

    @Test("have nothing but their content and what is expected", arguments: GoldenCase.all)
    func files(golden: GoldenCase) throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: golden.folder).filter { $0 != ".DS_Store" }
        #expect(names.sorted() == ["content", "expected"])
        if !GoldenCase.isRecording {
            #expect(
                try FileManager.default.contentsOfDirectory(atPath: golden.folder + "/expected") == ["diagnostics.txt"])
        }
    }

    @Test("do not depend on the order in which files are found", arguments: GoldenCase.all)
    func order(golden: GoldenCase) async throws {
        let folder = try ContentFolder(golden.contentFolder)
        let root = folder.shownPath(of: "")
        let sources = try golden.sources()
        let paths = folder.list().value.map(\.path)
        let settings =
            sources[root + PortfolioSettings.path].map { PortfolioSettings.read($0) }
            ?? Checked(ContentListing.read(paths, root: root).value.settingsWithoutFile)
        let read = try await golden.read()
        var random = FixedRandom(state: UInt64(paths.count + 1))
        for _ in 0..<3 {
            let listing = ContentListing.read(paths.shuffled(using: &random), root: root)
            var diagnostics = settings.diagnostics + listing.diagnostics
            let items = listing.value.items.compactMap { item in
                sources[root + item.path].map {
                    ParsedItem.read($0, path: item.path, kind: item.kind, settings: settings.value)
                }
            }
            diagnostics += items.flatMap(\.diagnostics)
            let series = listing.value.series.compactMap { path in
                sources[root + path].map { (path, Series.read($0, path: path)) }
            }
            if listing.value.hasHistory, let source = sources[root + Trend.path] {
                diagnostics += Trend.read(source).diagnostics
            }
            if listing.value.hasChangeLog, let source = sources[root + ChangeLog.path] {
                diagnostics += ChangeLog.read(source).diagnostics
            }
            let linking = PortfolioLinking(
                items.map(\.value), settings: settings.value, files: listing.value.files, root: root)
            let linked = linking.finish(
                items.indices.map { linking.link($0) }, series: Dictionary(uniqueKeysWithValues: series))
            diagnostics += linked.diagnostics + linked.value.portfolio.checks(asOf: read.asOf, root: root)
            #expect(diagnostics.shuffled(using: &random).inOrder().withoutConsequences() == read.diagnostics)
        }
    }

    @Test("say nothing twice, and mark a place that is there", arguments: GoldenCase.all)
    func places(golden: GoldenCase) async throws {
        let sources = try golden.sources()
        let diagnostics = try await golden.read().diagnostics
        for (index, diagnostic) in diagnostics.enumerated() {
            let location = diagnostic.location
            if let source = sources[location.path] {
                #expect(location.range.upperBound <= source.bytes.count, "\(diagnostic)")
            }
            // Two messages at one place are two messages for one mistake.
            let isRepeated = diagnostics[..<index].contains {
                $0.location.path == location.path && $0.location.range == location.range && !location.range.isEmpty
            }
            #expect(!isRepeated, "\(golden.name): \(diagnostic.message)")
        }
    }

    @Test("with 'fine' in their names are without a complaint")
    func fine() {
        for golden in GoldenCase.all where golden.name.hasPrefix("fine-") {
            #expect(golden.expected == "", "\(golden.name)")
        }
        #expect(GoldenCase.all.contains { $0.name.hasPrefix("fine-") })
    }
}

/// SplitMix64 (Steele, Lea and Flood 2014): the same order on every run.
private struct FixedRandom: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
