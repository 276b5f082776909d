import Diagnostics
import Journeys
import Scoring
import Templates

/// What machines read: everything that the pages show, as data.
///
/// Every list of things is in the order of ids, by their bytes; what stands in a file keeps the order of the file.
///
/// A class, as every part of a file is written by a closure that has it at hand: a value would be copied a thousand times.
final class PublishedData: Sendable {
    /// The number of the shapes: they may grow keys, and never lose or change one without a new number.
    static let schema = 1

    let edition: Edition
    /// The edition's, stored as they are there.
    let portfolio: Portfolio
    let basis: PortfolioBasis
    /// As the portfolio has it: data are the same whatever language the pages speak.
    let taxonomy: Taxonomy
    /// What stands before a path of the content folder, such as `content/`.
    let root: String
    /// The journeys in the order of their ids.
    let journeys: [Int]
    /// By journey: its place in that order.
    private let ranks: [Int]
    /// By lane of the taxonomy.
    let lanes: [LaneData]
    /// By day of the trend: every journey's file has them all.
    let trendDays: [String]

    init(_ edition: Edition, root: String) {
        self.edition = edition
        portfolio = edition.portfolio
        basis = edition.basis
        taxonomy = edition.settings.taxonomy
        self.root = root
        let journeys = edition.ids(of: .journey).placesInByteOrder
        var ranks = [Int](repeating: 0, count: journeys.count)
        for (rank, index) in journeys.enumerated() { ranks[index] = rank }
        self.journeys = journeys
        self.ranks = ranks
        lanes = edition.settings.taxonomy.lanes.map { LaneData(id: $0.id, label: $0.label, kind: $0.kind.rawValue) }
        trendDays = edition.trend.days.map(\.iso)
    }

    /// One file for the portfolio, one a journey, and tables.
    var pages: [SitePage] {
        var pages: [SitePage] = []
        func add(_ path: String, _ render: @escaping @Sendable (inout PageBuffer) -> Void) {
            if let path = SitePath(path) { pages.append(SitePage(path: path, render: render)) }
        }
        add("data/portfolio.json") { file in JSONWriter.write(into: &file, self.writePortfolio) }
        add("data/blocks.json") { file in JSONWriter.write(into: &file, self.writeBlocks) }
        add("data/journeys.csv") { file in self.writeJourneyTable(into: &file) }
        add("data/opportunities.csv") { file in self.writeOpportunityTable(into: &file) }
        add("data/findings.csv") { file in self.writeFindingTable(into: &file) }
        add("data/metrics.csv") { file in self.writeMetricTable(into: &file) }
        if !edition.trend.isEmpty {
            add("data/history.csv") { [edition] file in
                HistoryTable.write(edition.trend, for: .publication, into: &file)
            }
        }
        if !edition.log.isEmpty {
            add("data/changes.csv") { [edition] file in ChangeTable.write(edition.log, for: .publication, into: &file) }
        }
        if !edition.trend.isEmpty {
            add(SiteMap.Place.feed.rawValue) { [edition] file in ChangesFeed(edition: edition).write(into: &file) }
        }
        add("reviews.ics") { file in self.writeReviewCalendar(into: &file) }
        let ofJourneys = PageSeries { index, file in
            JSONWriter.write(into: &file) { self.writeJourney(index, &$0) }
        }
        for index in portfolio.journeys.indices {
            guard let path = SitePath(Self.path(of: portfolio.journeys[index])) else { continue }
            pages.append(SitePage(path: path, number: index, of: ofJourneys))
        }
        return pages
    }

    static func path(of journey: Journey) -> String { "data/journeys/\(journey.record.id).json" }
}

/// What data files say of a lane.
struct LaneData: Sendable {
    let id: String
    let label: String
    let kind: String
}

// MARK: Names

extension PublishedData {
    /// The ids of journeys, in their order.
    func ids(ofJourneys indices: some Sequence<Int>) -> [String] {
        // By rank: to compare texts takes longer, and an item may be named by all journeys.
        indices.map { ranks[$0] }.sorted().map { edition.id(.journey, journeys[$0]) }
    }

    /// `id`, or `id#anchor`.
    func name(of target: Target) -> String {
        let id = edition.id(of: target)
        return target.anchor.map { "\(id)#\($0)" } ?? id
    }

    /// As it is written in front matter.
    func level(of journey: Journey) -> String {
        let levels = edition.settings.taxonomy.levels
        return levels.indices.contains(journey.level) ? levels[journey.level] : ""
    }

    /// The names of what references lead to, in the order in which they are written.
    func names(of references: [Reference]) -> [String] { references.compactMap(\.target).map(name) }

    /// The same, as a list.
    func write(_ key: StaticString, _ references: [Reference], _ json: inout JSONWriter) {
        // By place: a reference itself holds more than where it leads.
        json.list(key, references.indices, .line) { json, place in
            if let target = references[place].target { writeName(of: target, &json) }
        }
    }

    func writeName(of target: Target, _ json: inout JSONWriter) {
        let id = edition.id(of: target)
        if let anchor = target.anchor { json.text(id, "#", anchor) } else { json.text(id) }
    }

    /// The path of a file, as the command was run.
    func source(_ path: String) -> String { root + path }

    /// The path of an item's page; nothing for one that has none.
    func page(of kind: ContentKind, _ index: Int) -> String? {
        edition.map.hasPage(kind, index) ? edition.map.path(of: kind, index).text : nil
    }

    /// What every file starts with.
    func writeHead(_ json: inout JSONWriter) {
        json.count("schema", Self.schema)
        json.text("as_of", edition.asOf.iso)
        json.text("generator", WaymarkVersion.generator)
    }
}

extension Array where Element: ContentItem {
    /// Two of one id are an error that has been reported: they keep the order of their paths.
    var orderedByID: [Int] { map { $0.id }.placesInByteOrder }
}

extension [String] {
    /// Their places in the order of their bytes; those that are equal keep theirs.
    var placesInByteOrder: [Int] {
        indices.sorted { left, right in
            self[left] == self[right] ? left < right : self[left].precedesInBytes(self[right])
        }
    }
}

extension Sequence<String> {
    var inByteOrder: [String] { sorted { $0.precedesInBytes($1) } }
}
