import Disk
import Foundation
import Journeys
import Scoring
import Testing

@testable import waymark

/// `docs/commands.md` shows what the commands print.
@Suite struct CommandGuideTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    private func sample() async throws -> ScoredContent {
        let folder = try ContentFolder(Self.root + "/content")
        let today = CivilDate(days: 0)
        let reading = await PortfolioReading.read(
            folder, options: PortfolioReading.Options(asOf: nil, today: today), workers: Workers())
        return ScoredContent(
            scored: ScoredPortfolio.score(reading.linked, asOf: reading.asOf).value, folder: folder, exitCode: .success)
    }

    @Test func `Examples are what the sample gives`() async throws {
        let guide = try String(contentsOfFile: Self.root + "/docs/commands.md", encoding: .utf8)
        let content = try await sample()
        let moves = ScoreTable(content.scored, filter: ScoreFilter(level: "sub", team: "Home Moves"), order: .health)
        #expect(guide.contains("$ waymark score --level sub --team 'Home Moves'\n" + moves.text(in: .plain)))
        for id in ["update-the-tenancy", "prefill-meter"] {
            let subject = try #require(Explained.subjects(named: id, in: content.scored.portfolio).first)
            let text = Explained(content.scored, places: SourcePlaces(content.folder)).text(of: subject, in: .plain)
                .replacingOccurrences(of: Self.root + "/", with: "")
            #expect(guide.contains("$ waymark explain \(id)\n" + text))
        }
    }

    @Test func `Every command is told of`() throws {
        let guide = try String(contentsOfFile: Self.root + "/docs/commands.md", encoding: .utf8)
        let names = [
            BuildCommand.configuration.commandName, CheckCommand.configuration.commandName,
            ScoreCommand.configuration.commandName, ExplainCommand.configuration.commandName,
            HistoryCommand.configuration.commandName, DiffCommand.configuration.commandName,
            ExportCommand.configuration.commandName,
        ]
        for name in names { #expect(guide.contains("\n## `waymark \(name ?? "?")`\n")) }
    }
}
