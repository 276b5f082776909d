import Changes
import Journeys
import Scoring
import Templates

/// What is recorded of one journey: by month, the newest first, how its scores moved, what was changed, and who reviewed it.
struct JourneyHistory: TemplateView {
    static let fields = ViewFields<JourneyHistory>(
        "journey-history",
        [
            .text("missing") { $0.months.isEmpty ? $0.missing : nil },
            .list("months", \.months),
        ])

    /// The newest; the table of all is among the data.
    private static let monthLimit = 24
    private static let lineLimit = 20

    let missing: String
    let months: [JourneyMonthView]

    /// Nothing where nothing is recorded of any journey: that is said once.
    init?(of index: Int, links: PageLinks) {
        let edition = links.edition
        guard !edition.trend.isEmpty || !edition.log.isEmpty else { return nil }
        missing = edition.words[.journeyHistoryMissing]
        let id = edition.portfolio.journeys[index].id
        let entries = Dictionary(grouping: edition.log.entries(of: id), by: \.month)
        let trend = edition.trend
        var months: [JourneyMonthView] = []
        for day in Set(entries.keys).union(trend.days).sorted(by: >) where months.count < Self.monthLimit {
            let moves = trend.days.firstIndex(of: day).flatMap { edition.moves(ofJourney: index, on: $0) } ?? []
            let group = entries[day].map { ChangeGroupView(ofJourney: $0, limit: Self.lineLimit, links: links) }
            guard !moves.isEmpty || group != nil else { continue }
            months.append(
                JourneyMonthView(
                    title: LinkView(
                        text: edition.month(of: day),
                        address: trend.days.lastIndex(of: day).map { place in
                            links.page.relativeLink(
                                to: edition.map.path(
                                    of: .changes, part: ChangesPage.part(ofMonth: trend.days.count - 1 - place)),
                                anchor: MonthView.id(of: day))
                        }), moves: moves, group: group))
        }
        self.months = months
    }
}

struct JourneyMonthView: TemplateView {
    static let fields = ViewFields<JourneyMonthView>(
        "journey-month",
        [
            .view("title", \.title),
            .list("moves", \.moves),
            .flag("has-moves") { !$0.moves.isEmpty },
            .view("group", \.group),
        ])

    let title: LinkView
    let moves: [ScoreMoveView]
    let group: ChangeGroupView?
}

/// "Health 59 C to 61 C ▲ +2.1"
struct ScoreMoveView: TemplateView {
    static let fields = ViewFields<ScoreMoveView>(
        "score-move",
        [
            .text("name", \.name),
            .text("move", \.move),
            .view("change", \.change),
        ])

    let name: String
    let move: String
    let change: ChangeView?
}

extension Edition {
    /// How a journey moved up to a month end, as far as it is worth telling.
    fileprivate func moves(ofJourney index: Int, on day: Int) -> [ScoreMoveView]? {
        guard let place = trendPlaces[index], day > 0 else { return nil }
        let change = MonthChanges.Change(
            place: place, before: trend.figures(of: place, on: day - 1), after: trend.figures(of: place, on: day))
        guard change.before != nil, change.after != nil else { return nil }
        var moves: [ScoreMoveView] = []
        for (measure, name) in [
            (Trend.Measure.health, ScoreWord.health), (.trust, .trust), (.progress, .progressScore),
        ] {
            guard let move = change.move(of: measure, grade: grade) else { continue }
            moves.append(
                ScoreMoveView(
                    name: words[name], move: text(of: move, graded: measure == .health),
                    change: move.difference.map { ChangeView($0, self) }))
        }
        if let (before, after) = change.maturity {
            moves.append(
                ScoreMoveView(
                    name: words[.maturity],
                    move: words(.movedFromTo, ["before": figures.number(before), "after": figures.number(after)]),
                    change: nil))
        }
        return moves
    }
}
