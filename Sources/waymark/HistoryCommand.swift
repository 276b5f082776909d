import ArgumentParser
import Changes
import Diagnostics
import Disk
import Journeys

struct HistoryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history",
        abstract: "Show how the scores moved, month by month, as the commits of the content tell.",
        discussion: """
            Each month end is scored as of that day, from the last commit up to its end (UTC). The working tree and the index \
            are neither read nor touched. With '--record' the pages of the site show it, too.
            """)

    @OptionGroup var portfolio: PortfolioOptions

    @Option(help: ArgumentHelp("How many month ends to go back.", valueName: "n"))
    var months = 24

    @Option(help: "How to print it.")
    var format = Format.table

    @Flag(
        help: """
            Write it to 'history.csv' in the content folder, and to 'changes.csv' what was changed and by whom: pages are \
            made from these. Nothing is printed then.
            """)
    var record = false

    @Flag(inversion: .prefixedNo, help: "Whether 'changes.csv' names the people who made the changes.")
    var names = true

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
            let history: History
            do throws(HistoryError) {
                history = try await HistoryReading.read(
                    folder, asOf: day, months: months, git: Git(), cache: noCache ? nil : .ofThisProgram,
                    workers: portfolio.run.workers, isLogging: record)
            } catch {
                throw Failure(error.description, exitCode: error.exitCode)
            }
            let report = HistoryReport(history, asOf: day)
            if record {
                for note in report.notes { terminal.say("waymark: \(TerminalText.printable(note))\n") }
                return try write(history, to: HistoryRecord(in: folder), of: folder, saying: terminal)
            }
            switch format {
            case .json: try Run.write(report.json + "\n")
            case .table: try Run.write(report.table(in: TerminalText()))
            }
            for note in report.notes { terminal.say("waymark: \(TerminalText.printable(note))\n") }
            return .success
        }
    }

    /// What was recorded before and can't be read is not written over: it may be all that is left of its months.
    private func write(
        _ history: History, to record: HistoryRecord, of folder: ContentFolder, saying terminal: Terminal
    ) throws -> ExitCode {
        let (scores, changes) = (record.read(), record.readChanges())
        let diagnostics = scores.diagnostics + changes.diagnostics
        guard diagnostics.errorCount == 0 else {
            let flawed = Set(diagnostics.filter { $0.severity == .error }.map { "'\($0.location.path)'" }).sorted()
            terminal.show(diagnostics.inOrder(), from: folder)
            terminal.say(
                "waymark: nothing was recorded, because \(flawed.joined(separator: " and ")) "
                    + "\(flawed.count == 1 ? "has" : "have") errors\n")
            return .failure
        }
        let trend = Trend(history, over: scores.value)
        let log = ChangeLog(history, over: changes.value, namingPeople: names)
        let outcomes: (trend: HistoryRecord.Outcome, log: HistoryRecord.Outcome)
        do throws(HistoryError) {
            outcomes = (try record.write(trend), try record.write(log))
        } catch {
            throw Failure(error.description, exitCode: error.exitCode)
        }
        let scored = Set(history.points.filter { $0.figures != nil }.map(\.day))
        let kept = trend.days.count { !scored.contains($0) }
        terminal.say(Self.closing(outcomes.trend, trend, kept: kept, path: record.shownPath(of: Trend.path)))
        if let closing = Self.closing(outcomes.log, log, path: record.shownPath(of: ChangeLog.path)) {
            terminal.say(closing)
        }
        return .success
    }

    static func closing(_ outcome: HistoryRecord.Outcome, _ log: ChangeLog, path: String) -> String? {
        guard outcome != .nothing else { return nil }
        let (count, months) = (log.entries.count, log.months.count)
        return "waymark: '\(path)' \(outcome == .unchanged ? "still has" : "has") \(count) "
            + "\(count == 1 ? "change" : "changes") in \(months) \(months == 1 ? "month" : "months")\n"
    }

    static func closing(_ outcome: HistoryRecord.Outcome, _ trend: Trend, kept: Int, path: String) -> String {
        guard outcome != .nothing, let first = trend.days.first, let last = trend.days.last else {
            return "waymark: nothing was recorded\n"
        }
        let count = trend.days.count
        return "waymark: '\(path)' \(outcome == .unchanged ? "still has" : "has") \(count) "
            + "\(count == 1 ? "month end" : "month ends"), from \(first.iso) to \(last.iso)"
            + (kept > 0 ? ", \(kept) of them from before" : "") + "\n"
    }
}

extension UserCache {
    /// Another build may score otherwise, even one of the same version.
    static var ofThisProgram: UserCache? { ofThisProgram(kind: "history") }

    static func ofThisProgram(kind: String) -> UserCache? {
        guard let build = ProcessExecutable.fingerprint else { return nil }
        return UserCache(edition: "\(Waymark.version)-\(build)", kind: kind)
    }
}
