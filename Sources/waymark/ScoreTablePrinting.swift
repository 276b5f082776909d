import Journeys
import Scoring

// MARK: For people

extension ScoreTable {
    func text(in terminal: TerminalText) -> String {
        let hasStanding = rows.contains { $0.standing != nil }
        var names = [
            "journey", "level", "health", "grade", "coverage", "trust", "progress", "rolled", "maturity", "due",
        ]
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
            TextTable.Cell(totals.counting > 0 ? String(totals.maturity.level) : "", .bold), "",
            TextTable.Cell(""),
        ])
        return table.text(in: terminal)
    }

    private func cells(of row: Row, hasStanding: Bool) -> [TextTable.Cell] {
        let scores = row.scores
        var cells: [TextTable.Cell] = [
            TextTable.Cell(row.journey.title), TextTable.Cell(row.level),
            TextTable.Cell(Self.figure(scores.health.value)),
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
                    (
                        "health",
                        .object([
                            ("value", .score(totals.health)), ("journeys", .whole(totals.measured)),
                            ("of", .whole(totals.counting)),
                        ])
                    ),
                    (
                        "maturity",
                        .object([
                            ("level", .whole(totals.maturity.level)),
                            (
                                "reached",
                                .object(zip(Maturity.levels, totals.maturity.reached).map { ("\($0)", .whole($1)) })
                            ),
                        ])
                    ),
                ])
            ),
        ]).text()
    }

    /// A part of what `data/portfolio.json` says of a journey, in the same shape.
    private static func json(of row: Row) -> JSONText {
        let (journey, scores) = (row.journey, row.scores)
        let health = scores.health
        return .object([
            ("id", .text(journey.id)), ("title", .text(journey.title)), ("level", .text(row.level)),
            ("state", .text(journey.state.rawValue)), ("status", .text(journey.status.rawValue)),
            ("owner", .text(journey.record.owner)), ("team", .text(journey.record.team)),
            (
                "health",
                .object([
                    ("value", .score(health.value)), ("coverage", .share(health.coverage)), ("low", .score(health.low)),
                    ("high", .score(health.high)), ("grade", .text(health.grade?.rawValue)),
                    ("provisional", .bool(health.isProvisional)),
                ])
            ),
            ("trust", .object([("value", .score(scores.trust.value))])),
            ("progress", .object([("value", .score(scores.progress.value))])),
            (
                "rolled",
                .object([
                    ("value", .score(scores.rolled.value)), ("journeys", .whole(scores.rolled.journeys.part)),
                    ("of", .whole(scores.rolled.journeys.whole)),
                ])
            ),
            (
                "maturity",
                .object([
                    ("level", .whole(scores.maturity.level)),
                    ("unmet", .list(scores.maturity.unmet.map { .text($0.rawValue) })),
                ])
            ),
            (
                "review",
                row.review.map { review in
                    .object([
                        ("due", .text(review.due?.iso)), ("overdue_days", .whole(review.overdueDays)),
                        ("triggers", .list(review.kinds.map { .text($0.rawValue) })),
                    ])
                } ?? .null
            ),
            (
                "priority",
                row.priority.map { .object([("value", .score($0.value)), ("opportunity", .text($0.opportunity))]) }
                    ?? .null
            ),
        ])
    }

    /// RFC 4180: lines end in CR LF, and a field with a comma, a quote or a line end stands in quotes. Without totals: every line but
    /// the first is a journey.
    var csv: String {
        let head = Self.names.map(Self.quoted).joined(separator: ",") + "\r\n"
        return rows.reduce(into: head) { text, row in
            text += Self.fields(of: row).map(Self.quoted).joined(separator: ",") + "\r\n"
        }
    }

    private static func quoted(_ field: String) -> String {
        guard field.unicodeScalars.contains(where: { ["\"", ",", "\r", "\n"].contains($0) }) else { return field }
        var text = "\""
        for scalar in field.unicodeScalars { text += scalar == "\"" ? "\"\"" : String(scalar) }
        return text + "\""
    }

    private static let names = [
        "id", "title", "level", "state", "status", "owner", "team", "health", "grade", "provisional", "coverage", "low",
        "high", "trust", "progress", "rolled", "rolled_from", "rolled_of", "maturity", "due", "overdue_days",
        "priority",
        "opportunity",
    ]

    /// What is not measured is empty.
    private static func fields(of row: Row) -> [String] {
        let (journey, scores) = (row.journey, row.scores)
        let health = scores.health
        func score(_ value: Double?) -> String { value.map { Figure.plain($0) } ?? "" }
        return [
            journey.id, journey.title, row.level, journey.state.rawValue, journey.status.rawValue,
            journey.record.owner ?? "", journey.record.team ?? "", score(health.value), health.grade?.rawValue ?? "",
            "\(health.isProvisional)", Figure.plain(health.coverage, 4), score(health.low), score(health.high),
            score(scores.trust.value), score(scores.progress.value), score(scores.rolled.value),
            "\(scores.rolled.journeys.part)", "\(scores.rolled.journeys.whole)", "\(scores.maturity.level)",
            row.review?.due?.iso ?? "", row.review.map { "\($0.overdueDays)" } ?? "", score(row.priority?.value),
            row.priority?.opportunity ?? "",
        ]
    }
}
