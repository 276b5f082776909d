import ArgumentParser
import Diagnostics
import Disk

struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Say all that is wrong with a portfolio, without building it.")

    @OptionGroup var reading: ReadingOptions

    @Option(help: "How to print what was found.")
    var format = Format.text

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json, github, gitlab, sarif, junit
    }

    func run() async throws {
        try await Run.reporting { terminal in
            let folder = try reading.folder()
            let building = await SiteBuilding.prepare(
                folder, overrides: nil, options: try reading.options(), workers: reading.workers)
            let diagnostics = building.diagnostics.settled(isStrict: reading.strict)
            let report = CheckReport(
                diagnostics, day: building.reading.asOf.iso, lines: SourceLookup(folder).lines(of:),
                path: RepositoryPaths(around: folder.location).path(of:))
            switch format {
            case .text: terminal.show(diagnostics, from: folder)
            default: print(Self.text(of: report, in: format), terminator: "")
            }
            if format != .json { terminal.say(Summary.check(building.reading, diagnostics: diagnostics) + "\n") }
            return report.fails ? .failure : .success
        }
    }

    private static func text(of report: CheckReport, in format: Format) -> String {
        switch format {
        case .text: ""
        case .json: DiagnosticReport.json(of: report.diagnostics, lines: report.lines) + "\n"
        case .github: report.github
        case .gitlab: report.gitlab
        case .sarif: report.sarif
        case .junit: report.junit
        }
    }
}
