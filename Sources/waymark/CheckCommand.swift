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
        case text, json
    }

    func run() async throws {
        try await Run.reporting { terminal in
            let folder = try reading.folder()
            let building = await SiteBuilding.prepare(
                folder, overrides: nil, options: try reading.options(), workers: reading.workers)
            let diagnostics = building.diagnostics.settled(isStrict: reading.strict)
            switch format {
            case .json: print(DiagnosticReport.json(of: diagnostics, lines: SourceLookup(folder).lines(of:)))
            case .text:
                terminal.show(diagnostics, from: folder)
                terminal.say(Summary.check(building.reading, diagnostics: diagnostics) + "\n")
            }
            return diagnostics.errorCount == 0 ? .success : .failure
        }
    }
}
