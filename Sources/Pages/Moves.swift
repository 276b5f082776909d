import Journeys

/// The journeys whose health moved most since the end of the last quarter.
struct Moves {
    struct Move {
        let journey: Int
        let before: Double
        let today: Double
        let change: Double
    }

    /// So many of those that rose, and of those that fell.
    private static let limit = 3
    /// Less is not worth a line.
    private static let least = 1.0

    let up: [Move]
    let down: [Move]

    /// Of the journeys that count.
    init(_ edition: Edition) {
        let journeys = edition.portfolio.journeys
        let moves = edition.basis.counting.compactMap { index -> Move? in
            let course = edition.course(of: .health, ofJourney: index)
            guard let change = course.change, abs(change) >= Self.least, let before = course.before?.value,
                let today = course.today
            else { return nil }
            return Move(journey: index, before: before, today: today, change: change)
        }.sorted { left, right in
            if abs(left.change) != abs(right.change) { return abs(left.change) > abs(right.change) }
            return journeys[left.journey].id.utf8.lexicographicallyPrecedes(journeys[right.journey].id.utf8)
        }
        up = Array(moves.lazy.filter { $0.change > 0 }.prefix(Self.limit))
        down = Array(moves.lazy.filter { $0.change < 0 }.prefix(Self.limit))
    }
}

extension PageLinks {
    /// What moved most since the last quarter: what rose, then what fell.
    func topMoves() -> SectionView {
        let (words, figures) = (edition.words, edition.figures)
        guard let day = edition.quarterDay else {
            return SectionView(title: words[.movedMost], missing: edition.historyMissing)
        }
        let moves = Moves(edition)
        return SectionView(
            title: words[.movedMost], lead: words(.movedLead, ["date": day]), missing: words[.movedNothing],
            links: (moves.up + moves.down).map { move in
                let change = ChangeView(move.change, edition)
                return link(
                    toJourney: move.journey,
                    note: words(
                        .movedNote,
                        [
                            "change": change.text, "before": figures.whole(move.before),
                            "today": figures.whole(move.today),
                        ]))
            })
    }
}

extension Edition {
    /// Why there is nothing to compare with; nothing where there is. What to do about it stands on the page of changes.
    var historyMissing: String? {
        if trend.isEmpty { return words[.historyMissing] }
        guard quarter == nil else { return nil }
        return words(.historyShort, ["date": figures.date(MonthEnd.lastOfQuarter(before: asOf))])
    }
}
