import Diagnostics

/// A comparison with all that is said of it, ready to be printed.
package struct ChangeReport: Sendable {
    /// What was compared, as it was asked for: `main`, `the working tree`.
    package let base: String
    package let head: String
    package let changes: PortfolioChanges
    package let newDiagnostics: [Diagnostic]
    package let fixedDiagnostics: [Diagnostic]
    /// What could not be compared.
    package let notes: [String]

    package init(
        base: String, head: String, changes: PortfolioChanges, newDiagnostics: [Diagnostic],
        fixedDiagnostics: [Diagnostic], notes: [String]
    ) {
        self.base = base
        self.head = head
        self.changes = changes
        self.newDiagnostics = newDiagnostics
        self.fixedDiagnostics = fixedDiagnostics
        self.notes = notes
    }

    package var isEmpty: Bool { changes.isEmpty && newDiagnostics.isEmpty && fixedDiagnostics.isEmpty }

    /// A group of changes under what they are to customers.
    package enum Section: String, CaseIterable, Sendable {
        case met = "What customers meet"
        case done = "What is done about it"
        case known = "What stands behind it"
        case care = "How it is looked after"
        case portfolio = "The portfolio itself"
    }

    package func changes(in section: Section) -> [Change] { changes.changes.filter { $0.section == section } }

    // MARK: The summary

    /// Three lines: what changed, what it does, whom it reaches.
    package var summary: [String] { [changeSummary, effectSummary, reachSummary] }

    private var changeSummary: String {
        guard !changes.changes.isEmpty else {
            return notes.isEmpty
                ? "Nothing changed in what the content says." : "Nothing changed in what could be compared."
        }
        let journeys = Set(changes.changes.compactMap(\.journey)).count
        let grave = changes.changes.count { $0.act == .opened && $0.severity >= 4 }
        var parts = [
            counted("new journey", "new journeys") { $0.noun == .journey && $0.act == .added },
            counted("journey removed", "journeys removed") { $0.noun == .journey && $0.act == .removed },
            counted("journey moved", "journeys moved") { $0.noun == .journey && $0.act == .moved },
            counted("pain opened", "pains opened") { $0.act == .opened },
            counted("pain resolved", "pains resolved") { $0.act == .resolved },
            counted("open again", "open again") { $0.act == .reopened },
            counted("pain removed", "pains removed") {
                [.pain, .employeePain].contains($0.noun) && $0.act == .removed
            },
            counted("got worse", "got worse") { $0.act == .worsened },
            counted("eased", "eased") { $0.act == .eased },
            counted("no longer assessed", "no longer assessed") { $0.field == Change.severity && $0.to == nil },
            counted("assessed now", "assessed now") { $0.field == Change.severity && $0.from == nil },
            counted("step added", "steps added") { $0.noun == .step && $0.act == .added },
            counted("step removed", "steps removed") { $0.noun == .step && $0.act == .removed },
            counted("stage moved", "stages moved") { $0.noun == .stage && $0.act == .moved },
            counted("step moved", "steps moved") { $0.noun == .step && $0.act == .moved },
            counted("step renamed", "steps renamed") { $0.noun == .step && $0.act == .renamed },
            counted("feeling changed", "feelings changed") { $0.field == "emotion" },
            counted("decision", "decisions") { $0.field == "decision" },
            counted("metric with other data", "metrics with other data") { $0.field == "data" },
        ].compactMap { $0 }
        if grave > 0, let place = parts.firstIndex(where: { $0.contains("opened") }) {
            parts[place] += " (\(grave) of severity 4 or more)"
        }
        let told = parts.isEmpty ? "" : ": " + parts.prefix(5).joined(separator: ", ")
        let count = changes.changes.count
        return "\(count) \(count == 1 ? "change" : "changes")"
            + (journeys > 0 ? " in \(journeys) \(journeys == 1 ? "journey" : "journeys")" : "") + told + "."
    }

    private func counted(_ one: String, _ more: String, _ isMeant: (Change) -> Bool) -> String? {
        let count = changes.changes.count(where: isMeant)
        return count == 0 ? nil : "\(count) \(count == 1 ? one : more)"
    }

    private var effectSummary: String {
        var parts: [String] = []
        let scores = changes.scores
        if let whole = scores.first(where: { $0.journey == nil && $0.kind == .rolled }) {
            parts.append("portfolio health \(whole.way)")
        }
        let largest = scores.filter { $0.journey != nil && $0.kind == .health }.max {
            abs($0.difference ?? 0) < abs($1.difference ?? 0)
        }
        if let largest { parts.append("'\(largest.title.cut)' health \(largest.way)") }
        let journeys = Set(scores.compactMap(\.journey)).count
        if journeys > 1 { parts.append("scores of \(journeys) journeys moved") }
        // Of one whose health did not move, the scores that did are few enough to be told.
        if journeys == 1, largest == nil, let title = scores.first(where: { $0.journey != nil })?.title {
            let moves = scores.filter { $0.journey != nil }.map { "\($0.kind.words) \($0.way)" }
            parts.append("'\(title.cut)' " + moves.joined(separator: ", "))
        }
        if let maturity = scores.first(where: { $0.journey == nil && $0.kind == .maturity }) {
            parts.append("portfolio maturity \(maturity.way)")
        }
        if !changes.ranks.isEmpty {
            let best = changes.ranks.first { $0.to == 1 && $0.from != 1 }
            parts.append(
                best.map { "'\($0.title.cut)' is first among the opportunities now" }
                    ?? "\(changes.ranks.count) \(changes.ranks.count == 1 ? "rank" : "ranks") moved")
        }
        return parts.isEmpty ? "No score moved." : Self.sentence(parts)
    }

    private var reachSummary: String {
        var parts: [String] = []
        let clashes = changes.clashes
        func add(_ count: Int, _ one: String, _ more: String) {
            if count > 0 { parts.append("\(count) \(count == 1 ? one : more)") }
        }
        add(clashes.new.count, "new contradiction or overlap", "new contradictions or overlaps")
        add(clashes.mended.count, "mended", "mended")
        add(newDiagnostics.errorCount, "new error", "new errors")
        add(newDiagnostics.warningCount, "new warning", "new warnings")
        add(fixedDiagnostics.count, "problem fixed", "problems fixed")
        let owners = changes.affected.owners
        if !owners.isEmpty {
            parts.append(
                "concerns \(owners.prefix(3).map(\.cut).joined(separator: ", "))"
                    + (owners.count > 3 ? " and \(owners.count - 3) more" : ""))
        }
        return parts.isEmpty ? "No contradiction and no problem came or went." : Self.sentence(parts)
    }

    private static func sentence(_ parts: [String]) -> String {
        let text = parts.joined(separator: "; ")
        return text.prefix(1).uppercased() + text.dropFirst() + "."
    }
}

extension ScoreMove {
    /// `61.2 → 58.1 (-3.1)`
    package var way: String {
        let places = kind == .maturity ? 0 : 1
        func text(_ value: Double?) -> String { value.map { Number.plain($0, places) } ?? "not measured" }
        let way = "\(text(from)) → \(text(to))"
        guard let difference else { return way }
        // Where both look the same, what moved shows in more decimals.
        return text(from) == text(to)
            ? "\(Number.plain(from ?? 0, 4)) → \(Number.plain(to ?? 0, 4)) (\(Number.signed(difference, 4)))"
            : "\(way) (\(Number.signed(difference, max(places, 2))))"
    }

    /// Why, a clause a term, the heaviest first: their points add up to the difference.
    package var because: [String] {
        // Where all are smaller than what two decimals show, each is worth as much as the difference itself.
        let isFine = !terms.contains { abs($0.points) >= 0.005 }
        let least = isFine ? 0.00005 : 0.005
        let told = terms.filter { abs($0.points) >= least }
        var clauses = told.prefix(Self.mostTerms).map { $0.clause(of: kind) }
        let rest = terms.reduce(0) { $0 + $1.points } - told.prefix(Self.mostTerms).reduce(0) { $0 + $1.points }
        if told.count > Self.mostTerms || clauses.isEmpty && !terms.isEmpty || abs(rest) >= least {
            let count = terms.count - min(told.count, Self.mostTerms)
            clauses.append(
                "\(count) smaller \(count == 1 ? "part" : "parts") \(Number.signed(rest, isFine ? 4 : 2))")
        }
        return clauses + Self.first(Self.mostTerms, of: reasons)
    }

    fileprivate static func first(_ most: Int, of names: [String]) -> [String] {
        names.count > most ? names.prefix(most) + ["and \(names.count - most) more"] : names
    }

    private static let mostTerms = 6
}

extension ScoreMove.Term {
    /// `relief -6.1 (health -1.15): pain 'serial' severity 2 → 4`
    func clause(of kind: ScoreMove.Kind) -> String {
        let total = Number.signed(points, abs(points) < 0.005 ? 4 : 2)
        var clause = name + " " + (own.map { Number.signed($0, 1) + " (\(kind.words) \(total))" } ?? total)
        if !inputs.isEmpty { clause += ": " + ScoreMove.first(3, of: inputs).joined(separator: ", ") }
        // What only shares its weight with others now is not worth a name.
        let told = parts.filter { abs($0.points) >= max(0.005, abs(points) / 20) }.prefix(3)
        if !told.isEmpty {
            let isAlone = parts.count { abs($0.points) >= 0.005 } == 1
            let shown = told.map { isAlone ? $0.name : "\($0.name) \(Number.signed($0.points, 2))" }
            clause += ": " + shown.joined(separator: ", ")
            let rest = points - told.reduce(0) { $0 + $1.points }
            if abs(rest) >= 0.005 { clause += ", the rest \(Number.signed(rest, 2))" }
        }
        return clause
    }
}

extension String {
    /// No longer than a sentence of a report has room for.
    var cut: String { count <= 140 ? self : prefix(138) + "…" }
}

extension ScoreMove.Kind {
    package var words: String { self == .rolled ? "rolled-up health" : rawValue }
}
