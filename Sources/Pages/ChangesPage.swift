import Journeys
import Scoring
import Templates

/// What changed, by month end, the newest first.
struct ChangesPage: TemplateView {
    static let fields = ViewFields<ChangesPage>(
        "changes",
        [
            .view("page", \.page),
            .text("title", \.title),
            .text("lead", \.lead),
            .list("files", \.files),
            .flag("has-files") { !$0.files.isEmpty },
            .text("missing", \.missing),
            .list("months", \.months),
            .view("pager", \.pager),
        ])

    /// Month ends on one page.
    private static let size = 12

    let page: PageFrame
    let title: String
    let lead: String
    /// The same as a feed and as a table.
    let files: [LinkView]
    /// What is not recorded, and how that is done.
    let missing: String?
    let months: [MonthView]
    let pager: PagerView?

    /// At least one: where nothing is recorded, it says how that is done.
    static func parts(of trend: Trend) -> Int { max(1, (trend.days.count + size - 1) / size) }

    /// The page of a month end, counted from the newest.
    static func part(ofMonth place: Int) -> Int { place / size + 1 }

    init(part: Int, _ edition: Edition, _ chrome: PageChrome) {
        let path = edition.map.path(of: .changes, part: part)
        let links = edition.links(on: path)
        let words = edition.words
        title = words[.changes]
        page = chrome.frame(
            for: path,
            titled: part > 1 ? words(.partOf, ["title": title, "part": edition.figures.number(part)]) : title,
            section: .place(.changes), source: edition.trend.isEmpty ? nil : Trend.path, about: words[.changesLead])
        lead = words[.changesLead]
        missing = part == 1 ? edition.recordingMissing : nil
        files =
            (edition.trend.isEmpty ? [] : [links.link(to: .feed), links.link(to: .historyTable)])
            + (edition.log.isEmpty ? [] : [links.link(to: .changeTable)])
        let start = (part - 1) * Self.size
        months = edition.changes(start..<min(start + Self.size, edition.trend.days.count)).map {
            MonthView($0, links: links)
        }
        pager = PagerView(.changes, part: part, of: Self.parts(of: edition.trend), links: links)
    }
}

/// What changed up to a month end.
struct MonthView: TemplateView {
    static let fields = ViewFields<MonthView>(
        "month",
        [
            .text("id", \.id),
            .text("title", \.title),
            .text("summary", \.summary),
            .text("missing", \.missing),
            .view("table", \.table),
            .text("more", \.more),
            .list("groups", \.groups),
            .flag("has-groups") { !$0.groups.isEmpty },
            .text("groups-missing") { $0.groups.isEmpty ? $0.groupsMissing : nil },
            .list("folded", \.folded),
            .flag("has-folded") { !$0.folded.isEmpty },
            .text("folded-title", \.foldedTitle),
            .text("groups-more", \.groupsMore),
        ])

    /// Journeys and items with changes, and lines of each: a page has twelve months.
    private static let shownLimit = 6
    private static let groupLimit = 40
    private static let lineLimit = 4

    let id: String
    let title: String
    let summary: String
    let missing: String?
    let table: TableView?
    let more: String?
    /// What was changed in the content, by journey and item.
    let groups: [ChangeGroupView]
    /// Those behind a fold.
    let folded: [ChangeGroupView]
    let foldedTitle: String
    /// That nothing was; nothing where nothing is known of it, and for the first month, which has none before it.
    let groupsMissing: String?
    let groupsMore: String?

    init(_ month: MonthChanges, links: PageLinks) {
        let edition = links.edition
        let words = edition.words
        id = Self.id(of: month.day)
        title = edition.month(of: month.day)
        summary = edition.summary(of: month)
        missing = month.changes.isEmpty && month.since != nil ? words[.nothingChanged] : nil
        // The table of all is a link away.
        let rest = month.count - month.changes.count
        more = rest > 0 ? words(.andMore, ["n": edition.figures.number(rest)]) : nil
        let all = ChangeGroupView.all(
            edition.log.entries(in: month.day), limit: Self.lineLimit, links: links)
        groups = Array(all.prefix(Self.shownLimit))
        folded = Array(all.dropFirst(Self.shownLimit).prefix(Self.groupLimit))
        foldedTitle = words(.andMore, ["n": edition.figures.number(all.count - groups.count)])
        let others = all.count - groups.count - folded.count
        groupsMore = others > 0 ? words(.andMore, ["n": edition.figures.number(others)]) : nil
        groupsMissing = month.since == nil || edition.log.isEmpty ? nil : words[.nothingEdited]
        table = TableView(
            title,
            columns: [
                ColumnView(words[.journey]),
                ColumnView(words[.health], isNumber: true, .measure),
                ColumnView(words[.trust], isNumber: true, .measure),
                ColumnView(words[.progressScore], isNumber: true, .measure),
                ColumnView(words[.maturity], isNumber: true, .measure),
            ],
            rows: month.changes.map { change in
                RowView(
                    head: links.link(toRecorded: change.place, note: edition.event(of: change)),
                    cells: Trend.Measure.allCases.map { Self.cell(change, $0, edition) } + [
                        .number(
                            change.maturity.map { before, after in
                                words(
                                    .movedFromTo,
                                    [
                                        "before": edition.figures.number(before),
                                        "after": edition.figures.number(after),
                                    ])
                            })
                    ])
            })
    }

    static func id(of day: CivilDate) -> String { "~" + String(day.iso.prefix(7)) }

    private static func cell(
        _ change: MonthChanges.Change, _ measure: Trend.Measure, _ edition: Edition
    ) -> CellView {
        guard let move = change.move(of: measure, grade: edition.grade) else { return .number(nil) }
        return CellView(
            links: [LinkView(text: edition.text(of: move, graded: measure == .health))],
            change: move.difference.map { ChangeView($0, edition) }, isNumber: true)
    }
}

extension Edition {
    /// What is not recorded of the past, and how that is done.
    fileprivate var recordingMissing: String? {
        guard !trend.isEmpty else { return words[.historyHow] }
        let missing =
            (historyMissing.map { [$0, words[.historyMore]] } ?? []) + (log.isEmpty ? [words[.changesMissing]] : [])
        return missing.isEmpty ? nil : missing.joined(separator: " ")
    }
}

extension PageLinks {
    /// A journey that may be there no more: then its id has to do.
    func link(toRecorded place: Int, note: String? = nil) -> LinkView {
        edition.journeysOfTrend[place].map { link(toJourney: $0, note: note) }
            ?? LinkView(text: edition.trend.journeys[place], note: note)
    }
}
