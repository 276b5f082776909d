import Disk
import Journeys

/// A trend in print: the portfolio a month a line, then its journeys a line each.
struct HistoryReport {
    private let history: History
    private let asOf: CivilDate
    /// The ids of all journeys that any month has, in byte order.
    private let journeys: [String]

    init(_ history: History, asOf: CivilDate) {
        self.history = history
        self.asOf = asOf
        journeys = Set(history.points.flatMap { $0.figures?.journeys.map(\.id) ?? [] })
            .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    // MARK: For people

    func table(in terminal: TerminalText) -> String {
        guard history.points.contains(where: { $0.figures != nil }) else { return "" }
        var text = portfolio.text(in: terminal) + "\n" + lines.text(in: terminal)
        if !untouched.isEmpty {
            text += "\nReviewed by date alone: in a year nothing else of the file has changed.\n"
            for id in untouched { text += "  \(TerminalText.printable(id))\n" }
        }
        return text
    }

    private var portfolio: TextTable {
        var table = TextTable([.left, .left, .right, .right, .right, .right, .left])
        table.add(Self.head(["month end", "commit", "health", "change", "measured", "maturity", ""]))
        var before: Double?
        // What came before the first commit is said once, below.
        for point in history.points.drop(while: { $0.commit == nil }) {
            let day = TextTable.Cell(point.day.iso)
            let commit = TextTable.Cell(String((point.commit ?? "").prefix(9)), .dim)
            guard let figures = point.figures else {
                table.add([day, commit, "", "", "", "", TextTable.Cell(Self.reason(for: point.state))])
                continue
            }
            let measured = figures.journeysMeasured
            table.add([
                day, commit, TextTable.Cell(Self.figure(figures.health)),
                Self.change(from: before, to: figures.health),
                TextTable.Cell("\(measured.part) of \(measured.whole)"), TextTable.Cell(String(figures.maturity)), "",
            ])
            before = figures.health
        }
        return table
    }

    private var lines: TextTable {
        var table = TextTable([.left, .left, .right, .right, .right, .right, .right, .right])
        table.add(Self.head(["journey", "health", "last", "change", "trust", "change", "progress", "change"]))
        for id in journeys {
            let health = history.values(of: .health, ofJourney: id)
            var cells = [TextTable.Cell(id), TextTable.Cell(Self.line(of: health, since: first))]
            for measure in Trend.Measure.allCases {
                let known = history.values(of: measure, ofJourney: id).compactMap { $0 }
                cells.append(TextTable.Cell(Self.figure(known.last)))
                cells.append(Self.change(from: known.count > 1 ? known.first : nil, to: known.last))
            }
            table.add(cells)
        }
        return table
    }

    /// The ids of what was reviewed by date alone, in byte order.
    private var untouched: [String] {
        (history.untouched ?? [:]).keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// The first point that a line begins with.
    private var first: Int { history.points.firstIndex { $0.figures != nil } ?? 0 }

    private static func head(_ names: [String]) -> [TextTable.Cell] { names.map { TextTable.Cell($0, .bold) } }

    private static func figure(_ value: Double?) -> String { value.map { Figure.fixed($0) } ?? "-" }

    private static func change(from before: Double?, to value: Double?) -> TextTable.Cell {
        guard let before, let value else { return "" }
        let text = Figure.signed(value - before)
        guard text.contains(where: { $0 != "0" && $0 != "." && $0 != "-" }) else { return "0.0" }
        return TextTable.Cell(text, value > before ? .good : .poor)
    }

    /// A sign a month, from ▁ at 0 to █ at 100: lines of two journeys can be compared.
    static func line(of values: [Double?], since first: Int) -> String {
        let signs = Array("▁▂▃▄▅▆▇█")
        return String(
            values[first...].map { value in
                value.map { signs[min(max(Int($0 / 12.5), 0), signs.count - 1)] } ?? "·"
            })
    }

    private static func reason(for state: History.State) -> String {
        switch state {
        case .scored: ""
        case .noCommit: "before the first commit"
        case .cutOff: "cut off: the clone is shallow"
        case .noContent: "no content folder in the commit"
        case .broken(let errors, let first):
            "left out: \(errors == 1 ? "an error" : "\(errors) errors") in the content, \(errors == 1 ? "" : "first ")\(first)"
        }
    }

    /// What is missing, and why.
    var notes: [String] {
        var notes: [String] = []
        let early = history.points.prefix { $0.commit == nil }
        if let last = early.last {
            let months = early.count == 1 ? "one month end" : "\(early.count) month ends"
            notes.append(
                last.state == .cutOff
                    ? "\(months) up to \(last.day.iso) can't be scored, because the clone is shallow: fetch the rest with "
                        + "'git fetch --unshallow'"
                    : "\(months) up to \(last.day.iso) come before the first commit")
        }
        if !history.points.contains(where: { $0.figures != nil }) { notes.append("there is no month end to score") }
        return notes
    }

    // MARK: For machines

    var json: String {
        JSONText.object([
            ("schema", .whole(1)), ("as_of", .text(asOf.iso)), ("months", .list(history.points.map(Self.json))),
            ("untouched", .list(untouched.map { .text($0) })),
        ]).text()
    }

    private static func json(of point: History.Point) -> JSONText {
        var state = "scored"
        var reason: String?
        switch point.state {
        case .scored: break
        case .noCommit: state = "no-commit"
        case .cutOff: state = "cut-off"
        case .noContent: state = "no-content"
        case .broken(_, let first): (state, reason) = ("broken", first)
        }
        let figures = point.figures
        let health = figures.map { figures in
            JSONText.object([
                ("value", .score(figures.health)), ("journeys", .whole(figures.journeysMeasured.part)),
                ("of", .whole(figures.journeysMeasured.whole)),
            ])
        }
        return .object([
            ("date", .text(point.day.iso)), ("commit", .text(point.commit)), ("state", .text(state)),
            ("error", .text(reason)), ("health", health ?? .null), ("maturity", .whole(figures?.maturity)),
            ("journeys", .list(figures?.journeys.map(json) ?? [])),
        ])
    }

    private static func json(of journey: History.JourneyFigures) -> JSONText {
        .object([
            ("id", .text(journey.id)), ("status", .text(journey.figures.status.rawValue)),
            ("health", .score(journey.figures.health)), ("trust", .score(journey.figures.trust)),
            ("progress", .score(journey.figures.progress)), ("maturity", .whole(journey.figures.maturity)),
        ])
    }
}
