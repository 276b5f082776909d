import Journeys
import Scoring

/// What is different at a month end from the one that is recorded before it.
struct MonthChanges {
    /// A journey that came, went, or moved.
    struct Change {
        /// In the journeys of the trend.
        let place: Int
        /// Nothing before it came.
        let before: Trend.Figures?
        /// Nothing once it was gone.
        let after: Trend.Figures?

        /// From the one to the other; nothing where it is not worth telling.
        func move(of measure: Trend.Measure, grade: (Double) -> Health.Grade) -> Move? {
            guard let before, let after, before[measure] != after[measure] else { return nil }
            let move = Move(before: before[measure], after: after[measure])
            if let difference = move.difference, abs(difference) < MonthChanges.least {
                guard measure == .health, move.before.map(grade) != move.after.map(grade) else { return nil }
            }
            return move
        }

        var hasNewStatus: Bool { before?.status != after?.status }

        /// Nothing where it has not changed, or is not known.
        var maturity: (before: Int, after: Int)? {
            guard let old = before?.maturity, let new = after?.maturity, old != new else { return nil }
            return (old, new)
        }

        /// How far the score moved that moved most.
        var size: Double {
            guard let before, let after else { return 0 }
            return Trend.Measure.allCases.compactMap { Move(before: before[$0], after: after[$0]).difference }
                .map(abs).max() ?? 0
        }
    }

    struct Move {
        /// Nothing where it was not measured.
        let before: Double?
        let after: Double?

        var difference: Double? {
            guard let before, let after else { return nil }
            return (after - before).nineDecimals
        }
    }

    /// A score that moved by less is not told of, unless its grade changed.
    static let least = 2.0

    let day: CivilDate
    /// The month end that it is compared with; nothing for the first.
    let since: CivilDate?
    let whole: Trend.Whole?
    let wholeBefore: Trend.Whole?
    /// What came, went or changed its status, by id; then what moved, the most first.
    let changes: [Change]

    init(_ index: Int, of trend: Trend, grade: (Double) -> Health.Grade) {
        day = trend.days[index]
        whole = trend.wholes[index]
        guard index > 0 else {
            (since, wholeBefore, changes) = (nil, nil, [])
            return
        }
        since = trend.days[index - 1]
        wholeBefore = trend.wholes[index - 1]
        let all = trend.journeys.indices.compactMap { place -> Change? in
            let change = Change(
                place: place, before: trend.figures(of: place, on: index - 1),
                after: trend.figures(of: place, on: index))
            guard change.before != change.after else { return nil }
            let isWorthTelling =
                change.hasNewStatus || change.maturity != nil
                || Trend.Measure.allCases.contains { change.move(of: $0, grade: grade) != nil }
            return isWorthTelling ? change : nil
        }
        let moved = all.filter { !$0.hasNewStatus }.map { (size: -$0.size, change: $0) }
            .sorted { ($0.size, $0.change.place) < ($1.size, $1.change.place) }.map(\.change)
        changes = all.filter(\.hasNewStatus) + moved
    }
}

extension Edition {
    /// Of each month end that is recorded, the newest first.
    func changes(_ places: Range<Int>) -> [MonthChanges] {
        places.map { MonthChanges(trend.days.count - 1 - $0, of: trend, grade: grade) }
    }

    /// "72 C", or that it is not measured.
    func score(_ value: Double?, graded: Bool) -> String {
        guard let value else { return words[.notMeasured] }
        return figures.whole(value) + (graded ? " " + grade(of: value).rawValue : "")
    }

    /// "64 C to 66 B"
    func text(of move: MonthChanges.Move, graded: Bool) -> String {
        words(
            .movedFromTo,
            ["before": score(move.before, graded: graded), "after": score(move.after, graded: graded)])
    }

    /// That a journey came, went, or is something else now; nothing where it is what it was.
    func event(of change: MonthChanges.Change) -> String? {
        guard change.hasNewStatus else { return nil }
        guard let after = change.after else { return words[.journeyGone] }
        let status: String? =
            switch after.status {
            case .active: nil
            case .draft: words[.draft]
            case .archived: words[.archived]
            case .future: words[.future]
            }
        guard change.before == nil else { return status ?? words[.journeyActive] }
        return status.map { words(.journeyCameAs, ["status": $0.lowercased()]) } ?? words[.journeyCame]
    }

    /// "Health 61 to 60, from 27 of 27 journeys." and what the maturity came to.
    func summary(of month: MonthChanges) -> String {
        var parts: [String] = []
        if let whole = month.whole {
            let move = MonthChanges.Move(before: month.wholeBefore?.health, after: whole.health)
            let text =
                month.wholeBefore == nil ? score(whole.health, graded: false) : self.text(of: move, graded: false)
            parts.append(words(.monthHealth, ["move": text]))
            if let measured = whole.measured, let counting = whole.counting {
                parts.append(
                    words(.fromJourneys, ["n": figures.number(measured), "of": figures.number(counting)]))
            }
            if let maturity = whole.maturity {
                parts.append(words(.monthMaturity, ["level": figures.number(maturity)]))
            }
        }
        if month.since == nil { parts.append(words[.historyBegins]) }
        return parts.joined(separator: "; ")
    }

    /// "October 2026"
    func month(of day: CivilDate) -> String {
        CalendarPeriod(iso: day.iso.prefix(7)).map { figures.date($0) } ?? figures.date(day)
    }
}
