import Diagnostics

/// A comparison for people at a terminal.
package enum TextReport {
    /// - Parameter most: how many lines of a list are shown; the rest is counted.
    package static func text(of report: ChangeReport, most: Int = 50) -> String {
        var lines = ["\(report.base) → \(report.head), as of \(report.changes.asOf.iso)", ""] + report.summary
        func add(_ title: String, _ entries: [String]) {
            guard !entries.isEmpty else { return }
            lines += ["", title]
            lines += entries.prefix(most).map { "  " + $0 }
            if entries.count > most { lines.append("  … and \(entries.count - most) more") }
        }
        for section in ChangeReport.Section.allCases { add(section.rawValue, grouped(report.changes(in: section))) }
        for felt in report.changes.felt.prefix(20) {
            let drawing = FeltDrawing(felt)
            add("How '\(felt.title)' is felt", ["before  \(drawing.base)", "now     \(drawing.head)"])
        }
        add(
            "What it does to scores",
            report.changes.scores.flatMap { move in
                ["\(move.name) \(move.way)"] + move.because.map { "    \($0)" }
            })
        add("Ranks of opportunities", report.changes.ranks.map(\.sentence))
        add("Contradictions and overlaps that came", report.changes.clashes.new.map(\.sentence))
        add("Contradictions and overlaps that went", report.changes.clashes.mended.map(\.sentence))
        add("New problems", report.newDiagnostics.map(\.line))
        add("Fixed problems", report.fixedDiagnostics.map(\.line))
        add("Whom it reaches", report.changes.affected.lines)
        add("Not compared", report.notes)
        return lines.joined(separator: "\n") + "\n"
    }

    /// What is in one journey stands under its name.
    private static func grouped(_ changes: [Change]) -> [String] {
        var order: [String] = []
        var groups: [String: [Change]] = [:]
        for change in changes {
            let journey = change.journey ?? ""
            if groups[journey] == nil { order.append(journey) }
            groups[journey, default: []].append(change)
        }
        return order.flatMap { journey -> [String] in
            let lines = groups[journey, default: []].map(\.sentence)
            return journey.isEmpty ? lines : ["\(journey):"] + lines.map { "  " + $0 }
        }
    }

}

extension Diagnostic {
    /// Of two states one file has two sets of lines: none is named.
    package var line: String { "\(location.path): \(severity.rawValue): \(message) [\(code.rawValue)]" }
}

extension ScoreMove {
    /// `'Move home' health`, `Portfolio rolled-up health`
    package var name: String { (journey == nil ? "Portfolio" : "'\(title.cut)'") + " " + kind.words }
}

extension PortfolioChanges.RankMove {
    package var sentence: String {
        func text(_ rank: Int?) -> String { rank.map(String.init) ?? "not ranked" }
        let figures =
            priority.from?.nineDecimals == priority.to?.nineDecimals
            ? ""
            : " (priority \(priority.from.map { Number.plain($0, 2) } ?? "none") → \(priority.to.map { Number.plain($0, 2) } ?? "none"))"
        return "'\(title.cut)': \(text(from)) → \(text(to))" + figures
    }
}

extension PortfolioChanges.Clash {
    package var sentence: String { "rule \(rule.rawValue), \(rule.words): \(subjects.joined(separator: ", "))" }
}

extension PortfolioChanges.Affected {
    package var lines: [String] {
        [("journeys", journeys), ("owners", owners), ("teams", teams), ("goals", goals)].compactMap { name, all in
            guard !all.isEmpty else { return nil }
            let shown = all.prefix(30).map(\.cut).joined(separator: ", ")
            return "\(name): \(shown)" + (all.count > 30 ? " and \(all.count - 30) more" : "")
        }
    }
}

/// How a journey is felt, before and now, as two lines of blocks: a column a moment, what is one stands under itself.
package struct FeltDrawing: Hashable, Sendable {
    package let base: String
    package let head: String

    /// From -2 to +2.
    private static let blocks = Array("▁▂▃▄▅▆▇█")

    package init(_ felt: PortfolioChanges.Felt) {
        let columns = felt.columns
        base = String(columns.map { Self.block($0.base) })
        head = String(columns.map { Self.block($0.head) })
    }

    /// `·` where nobody knows, a blank where there is no such moment.
    private static func block(_ moment: PortfolioChanges.Felt.Moment?) -> Character {
        guard let moment else { return " " }
        guard let mean = moment.mean else { return "·" }
        let place = Int(((min(max(mean, -2), 2) + 2) / 4 * Double(blocks.count - 1)).rounded())
        return blocks[place]
    }
}
