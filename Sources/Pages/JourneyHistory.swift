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
        let log = edition.log.isEmpty ? [] : edition.log.entries(of: edition.portfolio.journeys[index].id)
        let entries = Dictionary(grouping: log, by: \.month)
        let recorded = edition.trendPlaces[index].map { (place: $0, figures: edition.trend.figures(of: $0)) }
        var months: [JourneyMonthView] = []
        for (day, place) in edition.trend.monthsBackwards(with: entries.keys) where months.count < Self.monthLimit {
            var moves: [ScoreMoveView] = []
            if let recorded, let place {
                moves = edition.moves(ofJourneyAt: recorded.place, recorded.figures, on: place)
            }
            let group = entries[day].map { ChangeGroupView(ofJourney: $0, limit: Self.lineLimit, links: links) }
            guard !moves.isEmpty || group != nil else { continue }
            months.append(
                JourneyMonthView(
                    title: LinkView(
                        text: place.map { edition.months[$0].title } ?? edition.month(of: day),
                        address: place.map { links.address(of: edition.months[$0]) }), moves: moves, group: group))
        }
        self.months = months
    }
}

/// A month that scores or changes are recorded of: all journeys name the same ones.
struct RecordedMonth: Sendable {
    let title: String
    /// Where it is told of.
    fileprivate let page: SitePath
    fileprivate let anchor: String

    /// - Parameter later: how many months are recorded after it.
    init(_ day: CivilDate, before later: Int, in map: SiteMap, _ figures: Figures) {
        title = figures.month(of: day)
        page = map.path(of: .changes, part: ChangesPage.part(ofMonth: later))
        anchor = MonthView.id(of: day)
    }
}

extension PageLinks {
    fileprivate func address(of month: RecordedMonth) -> String {
        page.relativeLink(to: month.page, anchor: month.anchor)
    }
}

extension Trend {
    /// Its month ends and others, the newest first, and which of its own each is.
    fileprivate func monthsBackwards(with others: some Sequence<CivilDate>) -> [(day: CivilDate, place: Int?)] {
        var months: [(day: CivilDate, place: Int?)] = []
        months.reserveCapacity(days.count)
        for place in days.indices.reversed() { months.append((days[place], place)) }
        let rest = others.filter { !days.contains($0) }
        if rest.isEmpty { return months }
        return (months + rest.map { ($0, nil) }).sorted { $0.day > $1.day }
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
    ///
    /// - Parameters:
    ///   - place: of the journey in the trend.
    ///   - recorded: the journey's, by day.
    fileprivate func moves(
        ofJourneyAt place: Int, _ recorded: ArraySlice<Trend.Figures?>, on day: Int
    ) -> [ScoreMoveView] {
        guard day > 0, let before = recorded[recorded.startIndex + day - 1],
            let after = recorded[recorded.startIndex + day], before != after
        else { return [] }
        let change = MonthChanges.Change(place: place, before: before, after: after)
        var moves: [ScoreMoveView] = []
        for (measure, name) in Self.measures {
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
    private static let measures: [(Trend.Measure, ScoreWord)] = [
        (.health, .health), (.trust, .trust), (.progress, .progressScore),
    ]
}
