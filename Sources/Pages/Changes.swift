import Journeys
import Scoring

/// What is different at a month end from the one that is recorded before it.
struct MonthChanges: Sendable {
    /// A journey that came, went, or moved.
    struct Change: Sendable {
        /// In the journeys of the trend.
        let place: Int
        /// Nothing before it came.
        let before: Trend.Figures?
        /// Nothing once it was gone.
        let after: Trend.Figures?

        /// From the one to the other; nothing where it is not worth telling.
        func move(of measure: Trend.Measure, grade: (Double) -> Health.Grade) -> Move? {
            guard before != nil, after != nil else { return nil }
            let move = Move(before: before?[measure], after: after?[measure])
            guard move.before != move.after else { return nil }
            if let difference = move.difference, abs(difference) < MonthChanges.least {
                guard measure == .health, move.before.map(grade) != move.after.map(grade) else { return nil }
            }
            return move
        }

        fileprivate func isWorthTelling(grade: (Double) -> Health.Grade) -> Bool {
            hasNewStatus || maturity != nil
                || Trend.Measure.allCases.contains { move(of: $0, grade: grade) != nil }
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
            var size = 0.0
            for measure in Trend.Measure.allCases {
                guard let difference = Move(before: before[measure], after: after[measure]).difference else { continue }
                size = max(size, abs(difference))
            }
            return size
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
    /// The first of all: what came, went or changed its status, by id; then what moved, the most first.
    let changes: [Change]
    /// Of all.
    let count: Int

    /// More than these nobody is told of.
    static let limit = 50

    /// By day: journey by journey, whose figures stand in a row, and not month by month, in which they are far apart.
    static func all(of trend: Trend, grade: (Double) -> Health.Grade) -> [MonthChanges] {
        var places: [[UInt32]] = Array(repeating: [], count: trend.days.count)
        for place in trend.journeys.indices {
            for index in trend.days.indices.dropFirst() where !trend.isUnmoved(place, on: index) {
                if Change(place, on: index, of: trend).isWorthTelling(grade: grade) {
                    places[index].append(UInt32(place))
                }
            }
        }
        return trend.days.indices.map { MonthChanges($0, of: trend, places[$0]) }
    }

    /// - Parameter places: of journeys with changes that are worth telling.
    private init(_ index: Int, of trend: Trend, _ places: [UInt32]) {
        let all = places.map { Change(Int($0), on: index, of: trend) }
        day = trend.days[index]
        whole = trend.wholes[index]
        since = index > 0 ? trend.days[index - 1] : nil
        wholeBefore = index > 0 ? trend.wholes[index - 1] : nil
        let moved = all.filter { !$0.hasNewStatus }.map { (size: -$0.size, change: $0) }
            .sorted { ($0.size, $0.change.place) < ($1.size, $1.change.place) }.map(\.change)
        // Not a part of them, which would keep them all.
        changes = Array((all.filter(\.hasNewStatus) + moved).prefix(Self.limit))
        count = all.count
    }
}

extension MonthChanges.Change {
    fileprivate init(_ place: Int, on index: Int, of trend: Trend) {
        self.init(
            place: place, before: trend.figures(of: place, on: index - 1), after: trend.figures(of: place, on: index))
    }
}

extension Edition {
    /// Of each month end that is recorded, the newest first.
    func changes(_ places: Range<Int>) -> [MonthChanges] {
        let all = monthChanges.value(at: 0) { MonthChanges.all(of: trend, grade: grade) }
        return places.map { all[trend.days.count - 1 - $0] }
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
        return status.map { words(.journeyCameAs, ["status": $0]) } ?? words[.journeyCame]
    }

    /// "Health of the portfolio: 61 to 60, from 27 of 27 journeys. Maturity: 2."
    func summary(of month: MonthChanges) -> String {
        var sentences: [String] = []
        if let whole = month.whole {
            let move = healthMove(of: month, whole)
            if let measured = whole.measured, let counting = whole.counting {
                let basis = words(.fromJourneys, ["n": figures.number(measured), "of": figures.number(counting)])
                sentences.append(words(.monthHealthOf, ["move": move, "basis": basis]))
            } else {
                sentences.append(words(.monthHealth, ["move": move]))
            }
            if let maturity = whole.maturity {
                sentences.append(words(.monthMaturity, ["level": figures.number(maturity)]))
            }
        }
        if month.since == nil { sentences.append(words[.historyBegins]) }
        return sentences.joined(separator: " ")
    }

    /// "61 to 60", "61, as before", or what it was in the first month.
    func healthMove(of month: MonthChanges, _ whole: Trend.Whole) -> String {
        guard let before = month.wholeBefore else { return score(whole.health, graded: false) }
        let today = score(whole.health, graded: false)
        guard score(before.health, graded: false) != today else { return words(.movedNowhere, ["value": today]) }
        return text(of: MonthChanges.Move(before: before.health, after: whole.health), graded: false)
    }

    /// "October 2026"
    func month(of day: CivilDate) -> String { figures.month(of: day) }
}
