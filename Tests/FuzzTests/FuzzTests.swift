import Changes
import Diagnostics
import Foundation
import Journeys
import Markup
import Testing

/// Whatever a file holds: no reader crashes or hangs, every diagnostic stands inside its file, and the same text always says the
/// same.
///
/// A few hundred texts are tried with the other tests; `script/fuzz SECONDS` goes on for longer. The text that is being read is
/// kept in `.build/fuzz-<lane>.input`, so that a crash leaves it behind.
@Suite("Texts that are nearly right")
struct FuzzTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    private static let seconds = ProcessInfo.processInfo.environment["WAYMARK_FUZZ_SECONDS"].flatMap(Double.init)
    private static let start = ProcessInfo.processInfo.environment["WAYMARK_FUZZ_START"].flatMap(UInt64.init) ?? 0

    /// The sample portfolio's files, longest last, and an empty one.
    private static let seeds: [[UInt8]] = {
        let content = root.appending(path: "content")
        let files =
            FileManager.default.enumerator(at: content, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL }
            ?? []
        let texts = files.filter { ["md", "yml", "csv"].contains($0.pathExtension) }.sorted { $0.path < $1.path }
        return [[]] + texts.compactMap { try? [UInt8](Data(contentsOf: $0)) }
    }()

    @Test("are read without a crash, a hang or a place outside the file", arguments: 0..<2)
    func nearlyRight(lane: Int) throws {
        try #require(Self.seeds.count > 20)
        let kept = Self.root.appending(path: ".build/fuzz-\(lane).input")
        let clock = ContinuousClock()
        let end = clock.now + .seconds(Self.seconds ?? 0)
        var number = Self.start * 2 + UInt64(lane)
        var tried = 0
        while Self.seconds == nil ? tried < 100 : clock.now < end {
            var mutation = Mutation(seeds: Self.seeds, number: number)
            let text = mutation.text()
            try Data(text).write(to: kept)
            let time = clock.measure { check(text, number: number) }
            #expect(time < .seconds(5), "text \(number) took \(time)")
            number += 2
            tried += 1
        }
        try FileManager.default.removeItem(at: kept)
        if Self.seconds != nil { print("fuzz lane \(lane): \(tried) texts") }
    }

    private func check(_ text: [UInt8], number: UInt64) {
        let source = SourceText(path: "content/x", bytes: text)
        let settings = PortfolioSettings.read(source)
        check(settings.diagnostics, again: PortfolioSettings.read(source).diagnostics, of: source, number)
        let series = Series.read(source, path: "x.csv")
        check(series.diagnostics, again: Series.read(source, path: "x.csv").diagnostics, of: source, number)
        let trend = Trend.read(source)
        check(trend.diagnostics, again: Trend.read(source).diagnostics, of: source, number)
        let log = ChangeLog.read(source)
        check(log.diagnostics, again: ChangeLog.read(source).diagnostics, of: source, number)
        let kind = ContentKind.allCases[Int(number / 2) % ContentKind.allCases.count]
        for kind in Set([kind, .journey]) {
            let path = "\(kind.folder)/x.md"
            let item = ParsedItem.read(source, path: path, kind: kind, settings: settings.value)
            let again = ParsedItem.read(source, path: path, kind: kind, settings: settings.value)
            check(item.diagnostics, again: again.diagnostics, of: source, number)
            // The order of sets and dictionaries may differ; what is in them may not.
            guard number % 32 == 0 else { continue }
            let (first, second) = ("\(item.value)", "\(again.value)")
            if first.utf8.sorted() != second.utf8.sorted() { Issue.record("text \(number) is read in two ways") }
        }
    }

    private func check(_ diagnostics: [Diagnostic], again: [Diagnostic], of source: SourceText, _ number: UInt64) {
        if diagnostics.inOrder() != again.inOrder() { Issue.record("text \(number) is reported in two ways") }
        let lines = SourceLines(source)
        let printer = DiagnosticPrinter(style: .plain) { _ in lines }
        for diagnostic in diagnostics {
            for location in [diagnostic.location] + diagnostic.notes.map(\.location)
            where location.range.lowerBound < 0 || location.range.upperBound > source.bytes.count
                || location.path != source.path
            {
                Issue.record("text \(number): \(location) is outside the file: \(diagnostic.message)")
            }
            let text = printer.text(of: diagnostic)
            if text.unicodeScalars.contains(where: { $0.value < 0x20 && $0 != "\n" && $0 != "\t" || $0.value == 0x7F })
            {
                Issue.record("text \(number): a control character is printed: \(diagnostic.message)")
            }
        }
        _ = DiagnosticReport.json(of: diagnostics) { _ in lines }
    }
}
