import Diagnostics
import Journeys
import Scoring

/// Which journeys a table is about.
struct ScoreFilter: Sendable {
    var level: String?
    var team: String?
    var tag: String?
    var owner: String?
    /// Also those that do not count.
    var isOfAll = false

    var isNone: Bool { level == nil && team == nil && tag == nil && owner == nil }

    func journeys(of scored: ScoredPortfolio) -> [Int] {
        let portfolio = scored.portfolio
        let depth = level.flatMap { portfolio.settings.taxonomy.levels.firstIndex(of: $0) }
        return portfolio.journeys.indices.filter { index in
            let journey = portfolio.journeys[index]
            return (isOfAll || journey.counts) && (level == nil || journey.level == depth)
                && (team == nil || journey.record.team == team) && (tag.map(journey.record.tags.contains) ?? true)
                && (owner == nil || journey.record.owner == owner)
        }
    }

    /// What to say of a name that the portfolio does not have, with the nearest that it has.
    func unknownName(in scored: ScoredPortfolio) -> String? {
        let records = scored.portfolio.journeys.map(\.record)
        let questions: [(what: String, asked: String?, known: [String])] = [
            ("level", level, scored.portfolio.settings.taxonomy.levels),
            ("team", team, records.compactMap(\.team)), ("tag", tag, records.flatMap(\.tags)),
            ("owner", owner, records.compactMap(\.owner)),
        ]
        for (what, asked, known) in questions {
            guard let asked, !known.contains(asked) else { continue }
            let names = Set(known).sorted()
            let all =
                names.isEmpty ? "no journey names any" : "there are \(names.map { "'\($0)'" }.joined(separator: ", "))"
            let hint = NearestName.hint(for: asked, among: names) ?? all
            return TerminalText.printable("no journey has the \(what) '\(asked)': \(hint)")
        }
        return nil
    }
}
