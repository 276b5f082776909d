import Journeys
import Scoring

/// Journeys and their scores, a line each, in an order.
struct ScoreTable {
    /// Scores from the lowest on, priorities from the highest, days from the first; equal ones by title, then by id.
    enum Order: String, CaseIterable, Sendable {
        case health, trust, progress, priority, title, id, coverage, rolled, maturity, due
    }

    struct Row {
        let journey: Journey
        let scores: JourneyScores
        let review: Review?
        /// The highest among the open opportunities that address a finding of it, and which that is.
        let priority: (value: Double, opportunity: String)?
        let level: String

        /// `draft`, `archived` or `future`; nothing for what counts.
        var standing: String? {
            if journey.status != .active { return journey.status.rawValue }
            return journey.state == .current ? nil : journey.state.rawValue
        }
    }

    let rows: [Row]
    let totals: ScoreTotals
    let order: Order
    let asOf: CivilDate

    init(_ scored: ScoredPortfolio, filter: ScoreFilter, order: Order, isReversed: Bool = false) {
        let shown = filter.journeys(of: scored)
        let levels = scored.portfolio.settings.taxonomy.levels
        rows = shown.map { index in
            let journey = scored.portfolio.journeys[index]
            return Row(
                journey: journey, scores: scored.journeys[index], review: scored.agenda.reviews[index],
                priority: Self.priority(of: index, in: scored),
                level: levels.indices.contains(journey.level) ? levels[journey.level] : "")
        }.sorted { Self.isBefore($0, $1, by: order, isReversed: isReversed) }
        totals = ScoreTotals(of: shown, in: scored, isWhole: filter.isNone)
        self.order = order
        asOf = scored.asOf
    }

    private static func priority(of journey: Int, in scored: ScoredPortfolio) -> (value: Double, opportunity: String)? {
        var best: (value: Double, opportunity: String)?
        for finding in scored.basis.findingsOfJourney[journey] {
            for opportunity in scored.basis.opportunities(addressing: finding) {
                guard scored.ranking.ranks[opportunity] != nil,
                    let value = scored.ranking.priorities[opportunity].value
                else { continue }
                let id = scored.portfolio.opportunities[opportunity].id
                if best.map({ (-value, id) < (-$0.value, $0.opportunity) }) ?? true { best = (value, id) }
            }
        }
        return best
    }

    private static func isBefore(_ left: Row, _ right: Row, by order: Order, isReversed: Bool) -> Bool {
        if order != .title, order != .id {
            switch (key(of: left, order), key(of: right, order)) {
            case (let one?, let other?) where one != other: return isReversed ? one > other : one < other
            case (nil, .some): return false
            case (.some, nil): return true
            default: break
            }
        }
        // Equal figures stand in the order of titles, whichever way the figures go.
        let isTurned = isReversed && (order == .title || order == .id)
        let (first, second) = isTurned ? (right, left) : (left, right)
        let titles = (first.journey.title.lowercased(), second.journey.title.lowercased())
        if order != .id, titles.0 != titles.1 { return titles.0 < titles.1 }
        return (first.journey.id, first.journey.path) < (second.journey.id, second.journey.path)
    }

    /// The least comes first; nothing comes last.
    private static func key(of row: Row, _ order: Order) -> Double? {
        switch order {
        case .health: row.scores.health.value
        case .trust: row.scores.trust.value
        case .progress: row.scores.progress.value
        case .priority: row.priority.map { -$0.value }
        case .coverage: row.scores.health.coverage
        case .rolled: row.scores.rolled.value
        case .maturity: Double(row.scores.maturity.level)
        case .due: row.review?.due.map { Double($0.days) }
        case .title, .id: nil
        }
    }
}

/// What the journeys of a table come to: of those that count.
struct ScoreTotals {
    let counting: Int
    let measured: Int
    let health: Double?
    let maturity: PortfolioMaturity

    init(of journeys: [Int], in scored: ScoredPortfolio, isWhole: Bool) {
        let counting = journeys.filter { scored.portfolio.journeys[$0].counts }
        var (sum, weight, measured) = (0.0, 0.0, 0)
        for index in counting {
            guard let value = scored.journeys[index].health.value else { continue }
            measured += 1
            sum += value * scored.portfolio.journeys[index].weight
            weight += scored.portfolio.journeys[index].weight
        }
        self.counting = counting.count
        self.measured = measured
        health = isWhole ? scored.health.value : weight > 0 ? sum / weight : nil
        maturity = PortfolioMaturity(counting.map { scored.journeys[$0].maturity.level })
    }
}
