import ArgumentParser
import Diagnostics
import Disk
import Journeys

/// What every command that reads a portfolio can be told.
struct ReadingOptions: ParsableArguments {
    @Argument(help: "The folder that holds the portfolio.", completion: .directory)
    var content = "content"

    @OptionGroup var run: RunOptions

    @Flag(help: "Treat warnings as errors.")
    var strict = false

    var workers: Workers { run.workers }

    func folder() throws -> ContentFolder { try run.folder(content) }

    func options() throws -> PortfolioReading.Options { try run.options(for: content) }
}

/// What can be told in one way, whether the content folder is the argument of a command or an option of it.
struct RunOptions: ParsableArguments {
    @Option(
        name: .customLong("as-of"),
        help: ArgumentHelp(
            "The day that the portfolio is read for.",
            discussion: "Without it: SOURCE_DATE_EPOCH, else 'as_of' in portfolio.yml, else today in UTC.",
            valueName: "yyyy-mm-dd"),
        transform: { text in
            guard let date = CivilDate(iso: text) else {
                throw ValidationError("'\(text)' is not a date: write one such as 2026-11-30.")
            }
            return date
        })
    var asOf: CivilDate?

    @Option(
        help: ArgumentHelp("How many files to work on at once; as many as there are cores unless said.", valueName: "n")
    )
    var jobs: Int?

    mutating func validate() throws {
        if let jobs, jobs < 1 { throw ValidationError("'--jobs' takes a whole number from 1 on.") }
    }

    var workers: Workers { Workers(jobs: jobs) }

    func folder(_ content: String) throws -> ContentFolder {
        do {
            return try ContentFolder(content)
        } catch {
            throw Failure("\(error)", exitCode: error.exitCode)
        }
    }

    /// - Parameter content: the folder of which is kept what its files were read as.
    func options(for content: String) throws -> PortfolioReading.Options {
        try options().keeping(in: .ofThisProgram(kind: "parsed"), for: content)
    }

    func options() throws -> PortfolioReading.Options {
        do {
            let epoch = try Clock.sourceDateEpoch(in: ProcessEnvironment.heeded)
            return PortfolioReading.Options(
                asOf: asOf ?? epoch.map { CivilDate(days: $0) }, today: CivilDate(days: Clock.today()))
        } catch {
            throw Failure("\(error)", exitCode: 64)
        }
    }
}

/// The outside world would not do what was asked: one line for people, and the exit code of `sysexits`.
struct Failure: Error {
    let message: String
    let exitCode: Int32

    init(_ message: String, exitCode: Int32) {
        self.message = message
        self.exitCode = exitCode
    }
}
