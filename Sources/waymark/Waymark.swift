import ArgumentParser
import Diagnostics

@main
struct Waymark: AsyncParsableCommand {
    static let version = WaymarkVersion.current

    static let configuration = CommandConfiguration(
        commandName: "waymark",
        abstract: "Publish a folder of journey maps as a static site.",
        discussion: """
            A portfolio is a folder of Markdown files with YAML front matter: journeys, personas, evidence, metrics, \
            opportunities, solutions and goals. Waymark checks it, links it and makes a site of it that needs no server.
            """,
        version: version,
        subcommands: [
            BuildCommand.self, CheckCommand.self, ScoreCommand.self, ExplainCommand.self, HistoryCommand.self,
            DiffCommand.self, ExportCommand.self,
        ])
}
