import ArgumentParser
import Disk
import Scoring

struct ScoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "score", abstract: "Show the scores of all journeys as a table.",
        discussion: "Journeys that count, the one that needs most attention first; totals in the last line.")

    @OptionGroup var portfolio: PortfolioOptions

    @Option(help: ArgumentHelp("Only journeys of a level of the taxonomy.", valueName: "name"))
    var level: String?

    @Option(help: ArgumentHelp("Only journeys of a team.", valueName: "name"))
    var team: String?

    @Option(help: ArgumentHelp("Only journeys with a tag.", valueName: "name"))
    var tag: String?

    @Option(help: ArgumentHelp("Only journeys of an owner.", valueName: "name"))
    var owner: String?

    @Flag(help: "Drafts, archived journeys and future states, too. Totals leave them out.")
    var all = false

    @Option(help: "What to sort by.")
    var sort = ScoreTable.Order.health

    @Flag(help: "The other way round. What is not measured stays last.")
    var reverse = false

    @Option(help: "How to print it.")
    var format = Format.table

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case table, json, csv
    }

    func run() async throws {
        try await Run.reporting { terminal in
            let content = try await portfolio.scored(saying: terminal)
            let filter = ScoreFilter(level: level, team: team, tag: tag, owner: owner, isOfAll: all)
            if let problem = filter.unknownName(in: content.scored) { throw Failure(problem, exitCode: 64) }
            let table = ScoreTable(
                content.scored, filter: filter, order: sort, isReversed: reverse)
            switch format {
            case .json: try Run.write(table.json + "\n")
            case .csv: try Run.write(table.csv)
            case .table: try Run.write(table.text(in: TerminalText()))
            }
            return content.exitCode
        }
    }
}

extension ScoreTable.Order: ExpressibleByArgument {}
