import Journeys
import Scoring

// MARK: For people

extension ScoreTable {
    func text(in terminal: TerminalText) -> String {
        let hasStanding = rows.contains { $0.standing != nil }
        var names = ["journey", "level", "health", "grade", "coverage", "trust", "progress", "rolled", "maturity", "due"]
        var alignments: [TextTable.Alignment] = [
            .left, .left, .right, .left, .right, .right, .right, .right, .right, .left,
        ]
        if order == .priority {
            names += ["priority", "opportunity"]
            alignments += [.right, .left]
        }
        if hasStanding {
            names.append("")
            alignments.append(.left)
        }
        var table = TextTable(alignments)
        table.add(names.map { TextTable.Cell($0, .bold) })
        for row in rows { table.add(cells(of: row, hasStanding: hasStanding)) }
        table.add([
            TextTable.Cell("\(totals.counting) \(totals.counting == 1 ? "journey" : "journeys")", .bold), "",
            TextTable.Cell(Self.figure(totals.health), .bold), "", "", "", "", "",
            TextTable.Cell(totals.maturity.map { String($0) } ?? "", .bold), "",
            TextTable.Cell(""),
        ])
        return table.text(in: terminal)
    }

    private func cells(of row: Row, hasStanding: Bool) -> [TextTable.Cell] {
        let scores = row.scores
        var cells: [TextTable.Cell] = [
            TextTable.Cell(row.journey.title), TextTable.Cell(row.level), TextTable.Cell(Self.figure(scores.health.value)),
            Self.grade(of: scores.health), TextTable.Cell(Figure.percent(scores.health.coverage)),
            TextTable.Cell(Self.figure(scores.trust.value)), TextTable.Cell(Self.figure(scores.progress.value)),
            TextTable.Cell(Self.figure(scores.rolled.value)), TextTable.Cell(String(scores.maturity.level)),
            Self.due(row.review),
        ]
        if order == .priority {
            cells.append(TextTable.Cell(Self.figure(row.priority?.value)))
            cells.append(TextTable.Cell(row.priority?.opportunity ?? ""))
        }
        if hasStanding { cells.append(TextTable.Cell(row.standing ?? "", .dim)) }
        return cells
    }

    private static func figure(_ value: Double?) -> String { value.map { Figure.fixed($0) } ?? "-" }

    /// With a question mark where it is provisional.
    static func grade(of health: Health) -> TextTable.Cell {
        guard let grade = health.grade else { return "-" }
        let style: TerminalText.Style = grade >= .b ? .good : grade == .c ? .fair : .poor
        return TextTable.Cell(grade.rawValue + (health.isProvisional ? "?" : ""), style)
    }

    private static func due(_ review: Review?) -> TextTable.Cell {
        guard let review else { return "-" }
        guard let due = review.due else { return TextTable.Cell("never reviewed", .poor) }
        return TextTable.Cell(due.iso, review.overdueDays > 0 ? .poor : nil)
    }
}

// MARK: For machines

extension ScoreTable {
    var json: String {
        JSONText.object([
            ("schema", .whole(1)), ("as_of", .text(asOf.iso)), ("journeys", .list(rows.map(Self.json))),
            (
                "total",
                .object([
                    ("health", .score(totals.health)), ("journeys", .whole(totals.measured)),
                    ("of", .whole(totals.counting)), ("maturity", .whole(totals.maturity)),
                    (
                        "reached",
                        .object(zip(Maturity.levels, totals.reached).map { (String($0), .whole($1)) })
                    ),
                ])
            ),
        ]).text()
    }

    private static func json(of row: Row) -> JSONText {
        .object(
            fields(of: row).map { name, field in
                switch field {
                case .text(let text): (name, .text(text))
                case .score(let value): (name, .score(value))
                case .share(let value): (name, .share(value))
                case .whole(let number): (name, .whole(number))
                case .bool(let value): (name, .bool(value))
                }
            })
    }

    /// RFC 4180: lines end in CR LF, and a field with a comma, a quote or a line end stands in quotes. Without totals: every line but
    /// the first is a journey.
    var csv: String {
        let head = Self.names.map(Self.quoted).joined(separator: ",") + "\r\n"
        return rows.reduce(into: head) { text, row in
            text += Self.fields(of: row).map { Self.quoted($0.1.text) }.joined(separator: ",") + "\r\n"
        }
    }

    private static func quoted(_ field: String) -> String {
        guard field.unicodeScalars.contains(where: { ["\"", ",", "\r", "\n"].contains($0) }) else { return field }
        var text = "\""
        for scalar in field.unicodeScalars { text += scalar == "\"" ? "\"\"" : String(scalar) }
        return text + "\""
    }

    private enum Field {
        case text(String?)
        case score(Double?)
        case share(Double)
        case whole(Int?)
        case bool(Bool)

        /// What is not measured is empty.
        var text: String {
            switch self {
            case .text(let text): text ?? ""
            case .score(let value): value.map { Figure.plain($0) } ?? ""
            case .share(let value): Figure.plain(value, 4)
            case .whole(let number): number.map { String($0) } ?? ""
            case .bool(let value): value ? "true" : "false"
            }
        }
    }

    private static let names = [
        "id", "title", "level", "state", "status", "owner", "team", "health", "grade", "provisional", "coverage", "low",
        "high", "trust", "progress", "rolled", "rolled_from", "rolled_of", "maturity", "due", "overdue_days", "priority",
        "opportunity",
    ]

    private static func fields(of row: Row) -> [(String, Field)] {
        let (journey, scores) = (row.journey, row.scores)
        let fields: [Field] = [
            .text(journey.id), .text(journey.title), .text(row.level), .text(journey.state.rawValue),
            .text(journey.status.rawValue), .text(journey.record.owner), .text(journey.record.team),
            .score(scores.health.value), .text(scores.health.grade?.rawValue), .bool(scores.health.isProvisional),
            .share(scores.health.coverage), .score(scores.health.low), .score(scores.health.high),
            .score(scores.trust.value), .score(scores.progress.value), .score(scores.rolled.value),
            .whole(scores.rolled.journeys.part), .whole(scores.rolled.journeys.whole), .whole(scores.maturity.level),
            .text(row.review?.due?.iso), .whole(row.review?.overdueDays), .score(row.priority?.value),
            .text(row.priority?.opportunity),
        ]
        return Array(zip(names, fields))
    }
}
