import Diagnostics
import Foundation
import Journeys
import Scoring

@testable import Changes

/// Two states of a portfolio, written as authors write them and read by the real reader.
struct TwoStates {
    var base: [String: String]
    var head: [String: String]
    var asOf = CivilDate(iso: "2026-11-30") ?? CivilDate(days: 0)

    init(_ base: [String: String], _ head: [String: String]) {
        self.base = base
        self.head = head
    }

    /// One journey, `a`, by its body.
    init(journey base: String, _ head: String) {
        self.init(["journeys/a.md": Self.front + base], ["journeys/a.md": Self.front + head])
    }

    private static let front = "---\ntitle: A\nowner: Ada\nmetrics: [calls]\n---\n"

    var changes: PortfolioChanges { PortfolioChanges.between(scored(base), scored(head)) }

    /// The changes as `kind subject from>to`.
    var told: [String] {
        changes.changes.map { change in
            var text = "\(change.kind) \(change.subject)"
            if change.from != nil || change.to != nil { text += " \(change.from ?? "-")>\(change.to ?? "-")" }
            for name in change.added { text += " +\(name)" }
            for name in change.removed { text += " -\(name)" }
            return text + (change.likeness == nil ? "" : " ?")
        }
    }

    func scored(_ files: [String: String]) -> ScoredPortfolio {
        func source(_ path: String) -> SourceText { SourceText(path: path, text: files[path, default: ""]) }
        let listing = ContentListing.read(files.keys.sorted(), root: "").value
        let settings = listing.hasSettings ? PortfolioSettings.read(source("portfolio.yml")).value : PortfolioSettings()
        let items = listing.items.map {
            ParsedItem.read(source($0.path), path: $0.path, kind: $0.kind, settings: settings).value
        }
        let series = Dictionary(uniqueKeysWithValues: listing.series.map { ($0, Series.read(source($0), path: $0)) })
        let linking = PortfolioLinking(items, settings: settings, files: listing.files, root: "")
        let linked = linking.finish(items.indices.map { linking.link($0) }, series: series).value
        return ScoredPortfolio.score(linked, asOf: asOf).value
    }

    /// The files of the sample, by path.
    static let sample: [String: String] = {
        let content = URL(filePath: #filePath).appending(path: "../../../content", directoryHint: .isDirectory)
            .standardizedFileURL
        var files: [String: String] = [:]
        for case let path as String in FileManager.default.enumerator(atPath: content.path) ?? .init() {
            guard ["md", "csv", "yml"].contains((path as NSString).pathExtension), !path.hasSuffix("README.md") else {
                continue
            }
            files[path] = try? String(contentsOf: content.appending(path: path), encoding: .utf8)
        }
        return files
    }()
}
