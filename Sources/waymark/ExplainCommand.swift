import ArgumentParser
import Diagnostics
import Disk
import Journeys
import Pages
import Scoring
import Templates

struct ExplainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Say why each score of a journey is what it is.",
        discussion:
            "Every figure with what it was made of, and the file and line of it. Also of an opportunity, a solution or a metric."
    )

    @Argument(help: "The id of a journey, an opportunity, a solution or a metric.")
    var id: String

    @OptionGroup var portfolio: PortfolioOptions

    @Option(help: "How to print it.")
    var format = Format.text

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    func run() async throws {
        try await Run.reporting { terminal in
            let content = try await portfolio.scored(saying: terminal)
            let subjects = Explained.subjects(named: id, in: content.scored.portfolio)
            guard !subjects.isEmpty else {
                throw Failure(Explained.unknown(id, in: content.scored.portfolio), exitCode: 64)
            }
            switch format {
            case .json: try Run.write(Self.json(of: subjects, in: content))
            case .text:
                let places = SourcePlaces(content.folder)
                let texts = subjects.map { subject in
                    Explained(content.scored, places: places).text(of: subject, in: TerminalText())
                }
                try Run.write(texts.joined(separator: "\n"))
            }
            return content.exitCode
        }
    }

    /// Each as a document of its own, which is how tools read several.
    static func json(of subjects: [Target], in content: ScoredContent) -> String {
        guard let data = SubjectData(content.scored, root: content.folder.publishedPrefix) else { return "" }
        var file = PageBuffer()
        for subject in subjects { data.write(subject, into: &file) }
        return String(decoding: file.bytes, as: UTF8.self)
    }
}

extension Explained {
    /// What can be explained, in the order in which things of one id are.
    private static let kinds: [ContentKind] = [.journey, .opportunity, .solution, .metric]

    static func subjects(named id: String, in portfolio: Portfolio) -> [Target] {
        kinds.flatMap { kind in
            portfolio.records(of: kind).enumerated().filter { $0.element.id == id }.map {
                Target(kind: kind, index: $0.offset)
            }
        }
    }

    /// What to say of an id that nothing with a score has.
    static func unknown(_ id: String, in portfolio: Portfolio) -> String {
        let names = "journey, opportunity, solution or metric"
        if let kind = ContentKind.allCases.first(where: { kind in portfolio.records(of: kind).contains { $0.id == id } }
        ) {
            return "'\(id)' is \(kind.withArticle), which has no score: name a \(names)"
        }
        let known = kinds.flatMap { portfolio.records(of: $0).map(\.id) }
        let hint =
            NearestName.hint(for: id, among: known).map { ": \($0)" }
            ?? "; 'waymark score --format csv' lists the journeys"
        return TerminalText.printable("there is no \(names) '\(id)'\(hint)")
    }
}
