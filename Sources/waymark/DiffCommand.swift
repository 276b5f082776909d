import ArgumentParser
import Changes
import Diagnostics
import Disk
import Pages

struct DiffCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Say what a change means: what customers meet, what is done about it, and which scores move.",
        discussion: """
            Both sides are read from git without touching the working tree, and scored for the same day. 'main' is compared with \
            the working tree, 'main..topic' with 'topic', 'main...' and 'main...topic' from where the two parted.
            """)

    @Argument(help: "A revision, or a range of two: 'main', 'v1..v2', 'main...'.")
    var base: String

    @Argument(help: "Another revision; the working tree unless said.")
    var head: String?

    @OptionGroup var portfolio: PortfolioOptions

    @Option(help: "How to print it: for a terminal, for a comment of a pull request, for tools, or as a page.")
    var format = Format.text

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, markdown, json, html
    }

    func run() async throws {
        try await Run.reporting { terminal in
            let options = try portfolio.run.options(for: portfolio.content)
            let reading: DiffReading
            do throws(RevisionError) {
                reading = try await DiffReading.read(
                    at: portfolio.content, ComparedRevisions(base, head: head), options: options, git: Git(),
                    workers: portfolio.run.workers)
            } catch {
                throw Failure(error.description, exitCode: error.exitCode)
            }
            Run.keepUntilExit(reading)
            let report = ChangeReport(reading)
            switch format {
            case .text: try Run.write(Self.printable(TextReport.text(of: report)))
            case .markdown: try Run.write(MarkdownReport.text(of: report))
            case .html:
                let page = DiffPage.html(of: report, templates: TemplateSet.compiled().value)
                try Run.write(String(decoding: page, as: UTF8.self))
            case .json: try Run.write(DiffJSON.json(of: report, base: reading.base, head: reading.head).text() + "\n")
            }
            for note in report.notes { terminal.say("waymark: \(TerminalText.printable(note))\n") }
            return .success
        }
    }

    /// What content says never drives the terminal, but for the ends of lines.
    private static func printable(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { TerminalText.printable(String($0)) }
            .joined(separator: "\n")
    }
}

extension ChangeReport {
    init(_ reading: DiffReading) {
        self.init(
            base: reading.base.name, head: reading.head.name, changes: reading.changes,
            newDiagnostics: reading.newDiagnostics, fixedDiagnostics: reading.fixedDiagnostics, notes: reading.notes)
    }
}
