import ArgumentParser
import Disk
import Journeys

struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write what other tools read.", subcommands: [CodeOwnersCommand.self])
}

struct CodeOwnersCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "codeowners",
        abstract: "Print a CODEOWNERS file, so that a code host asks the owners of journeys for reviews.",
        discussion: "What owners and teams are called there stands in 'portfolio.yml', under 'handles'.")

    @OptionGroup var portfolio: PortfolioOptions

    func run() async throws {
        try await Run.reporting { terminal in
            let content = try await portfolio.scored(saying: terminal)
            let owners = CodeOwners(content.scored.portfolio)
            let paths = RepositoryPaths(around: content.folder.location)
            try Run.write(owners.text { paths.path(of: content.folder.shownPath(of: $0)) })
            if !owners.unknown.isEmpty {
                let names = owners.unknown.map { "'\($0)'" }.joined(separator: ", ")
                terminal.say(
                    "waymark: no handle is known of \(TerminalText.printable(names)): add them to 'handles' in portfolio.yml\n"
                )
            }
            return content.exitCode
        }
    }
}
