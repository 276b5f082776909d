import Journeys

/// Whether a journey has been reviewed in time.
enum Review: Hashable, Sendable {
    /// Drafts, archived journeys and futures owe no review.
    case notOwed
    case never
    case due(CivilDate)
    case overdue(since: CivilDate, days: Int)

    init(_ journey: Journey, asOf: CivilDate) {
        guard journey.counts else {
            self = .notOwed
            return
        }
        guard let reviewed = journey.reviewed else {
            self = .never
            return
        }
        let due = reviewed.first.advanced(by: journey.rhythm.days)
        self = due < asOf ? .overdue(since: due, days: asOf.days - due.days) : .due(due)
    }

    var isLate: Bool {
        switch self {
        case .never, .overdue: true
        case .notOwed, .due: false
        }
    }

    /// The longer overdue, the sooner; those never reviewed behind those that were.
    var urgency: Int {
        switch self {
        case .overdue(_, let days): days + 1
        case .never: 1
        case .notOwed, .due: 0
        }
    }

    /// When it is or was due. What was never reviewed is late, but nobody can say since when: it is due today.
    func due(asOf today: CivilDate) -> CivilDate? {
        switch self {
        case .notOwed: nil
        case .never: today
        case .due(let day), .overdue(let day, _): day
        }
    }

    func text(_ edition: Edition) -> String? {
        switch self {
        case .notOwed: nil
        case .never: edition.words[.reviewNever]
        case .due(let day): edition.words(.reviewDue, ["date": edition.figures.date(day)])
        case .overdue(let day, let days):
            edition.words(
                .reviewOverdue,
                ["date": edition.figures.date(day), "days": edition.count(.days, days)])
        }
    }
}
