import ArgumentParser
import Disk
import Journeys

struct HistoryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history",
        abstract: "Show how the scores moved, month by month, as the commits of the content tell.",
        discussion: """
            Each month end is scored as of that day, from the last commit up to its end (UTC). The working tree and the index \
            are neither read nor touched.
            """)

    @OptionGroup var portfolio: PortfolioOptions

    @Option(help: ArgumentHelp("How many month ends to go back.", valueName: "n"))
    var months = 24

    @Option(help: "How to print it.")
    var format = Format.table

    @Flag(help: "Work everything out again, and keep nothing.")
    var noCache = false

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case table, json
    }

    mutating func validate() throws {
        guard (1...1200).contains(months) else {
            throw ValidationError("'--months' takes a whole number from 1 to 1200.")
        }
    }

    func run() async throws {
        try await Run.reporting { terminal in
            let folder = try portfolio.folder()
            let day = PortfolioReading.day(of: folder, options: try portfolio.run.options())
            let trend: Trend
            do throws(HistoryError) {
                trend = try await HistoryReading.read(
                    folder, asOf: day, months: months, git: Git(), cache: noCache ? nil : .ofThisProgram,
                    workers: portfolio.run.workers)
            } catch {
                throw Failure(error.description, exitCode: error.exitCode)
            }
            let report = HistoryReport(trend, asOf: day)
            switch format {
            case .json: print(report.json)
            case .table: print(report.table(in: TerminalText()), terminator: "")
            }
            for note in report.notes { terminal.say("waymark: \(TerminalText.printable(note))\n") }
            return .success
        }
    }
}

extension HistoryCache {
    /// Another build may score otherwise, even one of the same version.
    static var ofThisProgram: HistoryCache? {
        guard let build = ProcessExecutable.fingerprint else { return nil }
        return HistoryCache(edition: "\(Waymark.version)-\(build)")
    }
}
