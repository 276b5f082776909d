import ArgumentParser
import Diagnostics
import Disk
import Journeys
import Scoring

/// What the commands that ask something of a portfolio can be told.
struct PortfolioOptions: ParsableArguments {
    @Option(help: "The folder that holds the portfolio.", completion: .directory)
    var content = "content"

    @OptionGroup var run: RunOptions

    func folder() throws -> ContentFolder { try run.folder(content) }

    /// The portfolio with its scores. Errors in it are counted on standard error: what is said may be wrong where they are.
    func scored(saying terminal: Terminal) async throws -> ScoredContent {
        let folder = try folder()
        let reading = await PortfolioReading.read(folder, options: try run.options(for: content), workers: run.workers)
        let scored = reading.scored(root: folder.shownPath(of: ""))
        let errors = (reading.diagnostics + scored.diagnostics).errorCount
        if errors > 0 {
            let noun = errors == 1 ? "an error" : "\(errors) errors"
            terminal.say(
                "waymark: '\(content)' has \(noun), and scores rest on what is sound: see 'waymark check \(content)'\n")
        }
        return ScoredContent(scored: scored.value, folder: folder, exitCode: errors > 0 ? .failure : .success)
    }
}

/// A content folder that has been read and scored.
struct ScoredContent {
    let scored: ScoredPortfolio
    let folder: ContentFolder
    let exitCode: ExitCode
}
