import Diagnostics
import Disk
import Foundation
import Journeys
import Markup
import Testing

/// A tiny portfolio on disk, and all that is said about it: `Portfolios/<case>/{content/, expected/diagnostics.txt}`.
///
/// A case is named for its mistake. One whose expected text is empty holds what looks unusual and is right.
struct GoldenCase: CustomTestStringConvertible, Sendable {
    let name: String
    let folder: String

    var testDescription: String { name }
    var contentFolder: String { folder + "/content" }
    var expectedFile: String { folder + "/expected/diagnostics.txt" }

    /// `WAYMARK_RECORD=1` writes what is expected anew. The tests fail all the same, so that they are never green by it.
    static let isRecording = ProcessInfo.processInfo.environment["WAYMARK_RECORD"] == "1"

    static let portfolios = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path + "/Portfolios"

    static let all: [GoldenCase] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: portfolios)) ?? []
        return names.filter { !$0.hasPrefix(".") }.sorted().map { GoldenCase(name: $0, folder: portfolios + "/" + $0) }
    }()

    /// The day that every case is read for.
    static let options: PortfolioReading.Options? = CivilDate(iso: "2026-11-30").map { .init(asOf: nil, today: $0) }

    struct Unreadable: Error {}

    func read(jobs: Int = 2) async throws -> PortfolioReading {
        guard let options = Self.options else { throw Unreadable() }
        return await PortfolioReading.read(
            try ContentFolder(contentFolder), options: options, workers: Workers(jobs: jobs, chunk: 1))
    }

    /// The diagnostics as people see them, with paths as from the folder of the case.
    func text(of diagnostics: [Diagnostic]) throws -> String {
        let sources = try sources()
        let printer = DiagnosticPrinter(style: .plain) { path in
            sources[path].map { SourceLines($0) }
        }
        return diagnostics.map(printer.text(of:)).joined().replacing(folder + "/", with: "")
    }

    func sources() throws -> [String: SourceText] {
        let folder = try ContentFolder(contentFolder)
        return Dictionary(
            folder.list().value.map { (folder.shownPath(of: $0.path), folder.read($0).value) },
            uniquingKeysWith: { first, _ in first })
    }

    var expected: String? {
        FileManager.default.contents(atPath: expectedFile).map { String(decoding: $0, as: UTF8.self) }
    }

    func record(_ text: String) throws {
        try FileManager.default.createDirectory(atPath: folder + "/expected", withIntermediateDirectories: true)
        try Data(text.utf8).write(to: URL(fileURLWithPath: expectedFile))
    }
}
