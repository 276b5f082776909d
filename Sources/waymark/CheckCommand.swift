import ArgumentParser
import Diagnostics
import Disk

struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Say all that is wrong with a portfolio, without building it.",
        discussion: """
            Ends with 1 if something is new and bad enough for '--fail-on'. What is known, from a file or from an earlier revision, \
            makes no check fail: an old portfolio need not be mended before a new mistake can be told.
            """)

    @OptionGroup var reading: ReadingOptions

    @Option(help: "How to print what was found.")
    var format = Format.text

    @Option(help: "What makes the check fail.")
    var failOn = CheckReport.Threshold.error

    @Option(
        help: ArgumentHelp("Leave out what has this code; may be given several times.", valueName: "code"),
        transform: allowed)
    var allow: [DiagnosticCode] = []

    @Option(help: ArgumentHelp("A file with what is known.", valueName: "file"), completion: .file())
    var baseline: String?

    @Option(
        help: ArgumentHelp("Write all that is found to a file, as what is known from now on.", valueName: "file"),
        completion: .file())
    var writeBaseline: String?

    @Option(help: ArgumentHelp("Take what this revision of git had for known.", valueName: "revision"))
    var newSince: String?

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json, github, gitlab, sarif, junit
    }

    func run() async throws {
        try await Run.reporting { terminal in
            let folder = try reading.folder()
            let debt = try KnownDebt(file: baseline, written: writeBaseline, revision: newSince)
            guard debt.flaws.isEmpty else {
                terminal.show(debt.flaws, from: folder, and: debt.sources)
                terminal.say("waymark: '\(baseline ?? "")' can't be read as a baseline, so nothing was checked\n")
                return .failure
            }
            let options = try reading.options()
            let building = await SiteBuilding.prepare(
                folder, overrides: nil, options: options, workers: reading.workers, isPublished: false)
            Run.keepUntilExit(building)
            let found = building.diagnostics.filter { !allow.contains($0.code) }
            let lookup = SourceLookup(folder)
            let outcome = try await debt.compare(
                found.settled(isStrict: reading.strict), of: folder, day: building.reading.asOf, allowed: Set(allow),
                workers: reading.workers, lines: lookup.lines(of:))
            let comparison = outcome.comparison
            let report = CheckReport(
                comparison.new, known: debt.isAsked ? comparison.known + comparison.revision : nil, failingOn: failOn,
                day: building.reading.asOf.iso, lines: lookup.lines(of:),
                path: RepositoryPaths(around: folder.location).path(of:))
            let left = building.diagnostics.count - found.count
            if format == .text { terminal.show(comparison.new, from: folder) }
            try Run.write(text(of: report, mended: comparison.mended, allowed: left))
            if format != .json {
                terminal.say(Summary.check(building.reading, outcome, debt: debt, allowed: left) + "\n")
            }
            for note in outcome.notes { terminal.say("waymark: \(TerminalText.printable(note))\n") }
            return report.fails ? .failure : .success
        }
    }

    private func text(of report: CheckReport, mended: Int, allowed: Int) -> String {
        switch format {
        case .text: ""
        case .json:
            DiagnosticReport.json(
                of: report.diagnostics, known: report.known ?? [], mended: mended, allowed: allowed,
                lines: report.lines) + "\n"
        case .github: report.github
        case .gitlab: report.gitlab
        case .sarif: report.sarif
        case .junit: report.junit
        }
    }

    static func allowed(_ text: String) throws -> DiagnosticCode {
        if let code = DiagnosticCode(rawValue: text) { return code }
        let hint = NearestName.hint(for: text, among: DiagnosticCode.allCases.map(\.rawValue))
        throw ValidationError(
            "'\(text)' is not the code of a diagnostic: "
                + (hint ?? "codes stand in brackets behind messages, such as [link/orphan]"))
    }
}

extension CheckReport.Threshold: ExpressibleByArgument {}
