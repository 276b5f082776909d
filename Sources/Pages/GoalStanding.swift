import Journeys

/// How a goal stands on the day of the scores.
enum GoalStanding: Hashable, Sendable {
    /// Its metric meets its target.
    case reached
    /// Its day has passed, and its metric does not meet its target.
    case missed
    /// Its day has passed, and nothing says whether it was reached.
    case unmeasured
    case due(days: Int)
    /// Until no day in particular.
    case open

    /// - Parameter latest: the metric's value on the day.
    init(_ goal: Goal, of metric: Metric?, latest: Double?, asOf day: CivilDate) {
        var isMet: Bool?
        if let metric, let latest, let target = goal.target ?? metric.target {
            isMet = metric.meets(target, at: latest)
        }
        if isMet == true {
            self = .reached
        } else if let last = goal.by?.last {
            self = last >= day ? .due(days: last.days - day.days) : isMet == false ? .missed : .unmeasured
        } else {
            self = .open
        }
    }

    func text(_ edition: Edition) -> String {
        let (words, figures) = (edition.words, edition.figures)
        switch self {
        case .reached: return words[.goalReached]
        case .missed: return words[.goalMissed]
        case .unmeasured: return words[.notMeasured]
        case .open: return words[.goalOpen]
        case .due(let days) where days < Self.manyDays: return words.count(.goalDueDays, days, as: figures.number(days))
        case .due(let days):
            let months = Int((Double(days) / 30.44).rounded())
            return words.count(.goalDueMonths, months, as: figures.number(months))
        }
    }

    /// From here on months are told.
    private static let manyDays = 61
}

extension Edition {
    func standing(ofGoal index: Int) -> GoalStanding {
        let goal = portfolio.goals[index]
        let measure = goal.metric?.target?.index
        return GoalStanding(
            goal, of: measure.map { portfolio.metrics[$0] }, latest: measure.flatMap { series[$0].last?.value },
            asOf: asOf)
    }

    /// The one that is due first before the others, those without a day last.
    var goalsByDay: [Int] {
        let order = byTitle(.goal).enumerated().map { (index: $1, place: $0) }
        return order.sorted { left, right in
            let (one, other) = (portfolio.goals[left.index].by?.last, portfolio.goals[right.index].by?.last)
            return (one?.days ?? .max, left.place) < (other?.days ?? .max, right.place)
        }.map(\.index)
    }
}
