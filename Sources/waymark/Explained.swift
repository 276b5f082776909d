import Diagnostics
import Journeys
import Pages
import Scoring

/// Scores with all that they were made of, as text.
struct Explained {
    let scored: ScoredPortfolio
    let places: SourcePlaces

    init(_ scored: ScoredPortfolio, places: SourcePlaces) {
        self.scored = scored
        self.places = places
    }

    var portfolio: Portfolio { scored.portfolio }

    func text(of subject: Target, in terminal: TerminalText) -> String {
        var sheet = ExplainedSheet()
        switch subject.kind {
        case .journey: add(journey: subject.index, to: &sheet)
        case .opportunity: add(opportunity: subject.index, to: &sheet)
        case .solution: add(solution: subject.index, to: &sheet)
        case .metric: add(metric: subject.index, to: &sheet)
        case .persona, .goal, .evidence, .insight, .page: break
        }
        return sheet.text(in: terminal)
    }

    /// The title, where it stands, and what else is known of it in a line.
    func addHead(_ record: Record, _ facts: [String?], to sheet: inout ExplainedSheet) {
        sheet.add(title: record.title, place: places.place(of: record))
        sheet.add(sentence: (facts.compactMap { $0 } + ["as of \(scored.asOf.iso)"]).joined(separator: ", "), depth: 0)
    }

    // MARK: Parts of scores

    /// What a score was made of: its sentence, its parts with theirs, and what these were taken from.
    func add(_ score: Score, parts: [Contribution.Name: Score] = [:], depth: Int = 1, to sheet: inout ExplainedSheet) {
        sheet.add(sentence: Wording.english.sentence(for: score), depth: depth)
        for part in score.contributions {
            let sources = part.inputs.map { scored.basis.source(of: $0, in: part.name) }
            // A part that was taken from one thing whole stands on one line with it.
            if part.inputs.count == 1, let source = sources.first, let label = Self.label(of: part, from: source) {
                sheet.add(part, label: label, place: places.place(of: source), depth: depth)
                continue
            }
            sheet.add(part, label: Self.words(part.name.rawValue), place: "", depth: depth)
            if let score = parts[part.name] { add(score, parts: parts, depth: depth + 1, to: &sheet) }
            for (input, source) in zip(part.inputs, sources) {
                sheet.add(input, title: source.title, place: places.place(of: source), depth: depth + 1)
            }
        }
    }

    private static func label(of part: Contribution, from source: ScoreSource) -> String? {
        switch part.name {
        case .metric, .pain: source.title
        case .owner, .reviewed, .described, .placed: words(part.name.rawValue)
        default: nil
        }
    }

    static func words(_ name: String) -> String {
        name.split { $0 == "_" || $0 == "-" }.joined(separator: " ")
    }
}

/// Lines of an explanation: figures in columns, sentences between them.
struct ExplainedSheet {
    private var table = TextTable([.left, .right, .right, .right, .left])
    private static let longestLabel = 44

    func text(in terminal: TerminalText) -> String { table.text(in: terminal) }

    mutating func add(title: String, place: String) {
        table.add(line: TextTable.Cell(title, .bold), indent: 0)
        table.add(line: TextTable.Cell(place, .dim), indent: 0)
    }

    mutating func add(sentence: String, depth: Int) {
        table.add(line: TextTable.Cell(sentence, depth > 0 ? .dim : nil), indent: 2 * depth)
    }

    /// The name of a score, its value, and what else there is to say of it.
    mutating func add(heading: String, _ value: Double?, _ rest: String, style: TerminalText.Style? = nil) {
        table.add(line: "", indent: 0)
        let value = value.map { Figure.fixed($0, 2) } ?? "not measured"
        table.add([
            TextTable.Cell(heading, .bold), TextTable.Cell(value, style ?? .bold), "", "", TextTable.Cell(rest),
        ])
    }

    mutating func add(heading: String, _ rest: String) {
        table.add(line: "", indent: 0)
        table.add(line: TextTable.Cell("\(heading): \(rest)", .bold), indent: 0)
    }

    mutating func add(_ part: Contribution, label: String, place: String, depth: Int) {
        add(
            label, depth: depth, value: part.value.map { Figure.fixed($0, 2) } ?? "-", weight: part.weight,
            points: part.value == nil ? "" : Figure.signed(part.points, 2), rest: place)
    }

    mutating func add(_ input: ScoreInput, title: String, place: String, depth: Int) {
        add(
            title, depth: depth, value: input.value.map { Figure.plain($0) } ?? "", weight: input.weight, points: "",
            rest: place)
    }

    mutating func add(
        _ label: String, depth: Int, value: String, weight: Double? = nil, points: String = "", rest: String
    ) {
        let indent = String(repeating: "  ", count: depth)
        let weight = weight.map { $0 == 1 && points.isEmpty ? "" : "× \(Figure.plain($0, 4))" } ?? ""
        table.add([
            TextTable.Cell(indent + Self.short(label)), TextTable.Cell(value), TextTable.Cell(weight, .dim),
            TextTable.Cell(points), TextTable.Cell(rest, .dim),
        ])
    }

    /// What is longer says enough by its beginning: its place stands beside it.
    private static func short(_ label: String) -> String {
        label.count > longestLabel ? label.prefix(longestLabel - 1) + "…" : label
    }
}
