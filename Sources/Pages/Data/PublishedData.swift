import Diagnostics
import Journeys
import Scoring
import Templates

/// What machines read: everything that the pages show, as data.
///
/// Every list of things is in the order of ids, by their bytes; what stands in a file keeps the order of the file.
struct PublishedData: Sendable {
    /// The number of the shapes: they may grow keys, and never lose or change one without a new number.
    static let schema = 1

    let edition: Edition
    /// What stands before a path of the content folder, such as `content/`.
    let root: String
    /// The journeys in the order of their ids.
    let journeys: [Int]

    init(_ edition: Edition, root: String) {
        self.edition = edition
        self.root = root
        journeys = edition.portfolio.journeys.orderedByID
    }

    var scored: ScoredPortfolio { edition.scored }
    var basis: PortfolioBasis { edition.scored.basis }
    var portfolio: Portfolio { edition.portfolio }
    /// As the portfolio has it: data are the same whatever language the pages speak.
    var taxonomy: Taxonomy { edition.settings.taxonomy }

    /// One file for the portfolio, one a journey, and tables.
    var pages: [SitePage] {
        var pages: [SitePage] = []
        func add(_ path: String, _ render: @escaping @Sendable (inout PageBuffer) -> Void) {
            if let path = SitePath(path) { pages.append(SitePage(path: path, render: render)) }
        }
        add("data/portfolio.json") { file in JSONWriter.write(into: &file, writePortfolio) }
        add("data/blocks.json") { file in JSONWriter.write(into: &file, writeBlocks) }
        add("data/journeys.csv") { file in writeJourneyTable(into: &file) }
        add("data/opportunities.csv") { file in writeOpportunityTable(into: &file) }
        add("data/findings.csv") { file in writeFindingTable(into: &file) }
        add("data/metrics.csv") { file in writeMetricTable(into: &file) }
        if !edition.trend.isEmpty {
            add("data/history.csv") { file in HistoryTable.write(edition.trend, for: .publication, into: &file) }
        }
        if !edition.log.isEmpty {
            add("data/changes.csv") { file in ChangeTable.write(edition.log, for: .publication, into: &file) }
        }
        if !edition.trend.isEmpty {
            add(SiteMap.Place.feed.rawValue) { [edition] file in ChangesFeed(edition: edition).write(into: &file) }
        }
        add("reviews.ics") { file in writeReviewCalendar(into: &file) }
        for index in portfolio.journeys.indices {
            add("data/journeys/\(portfolio.journeys[index].record.id).json") { file in
                JSONWriter.write(into: &file) { writeJourney(index, &$0) }
            }
        }
        return pages
    }
}

// MARK: Names

extension PublishedData {
    /// `id`, or `id#anchor`.
    func name(of target: Target) -> String {
        let id = portfolio.id(of: target)
        return target.anchor.map { "\(id)#\($0)" } ?? id
    }

    /// As it is written in front matter.
    func level(of journey: Journey) -> String {
        let levels = edition.settings.taxonomy.levels
        return levels.indices.contains(journey.level) ? levels[journey.level] : ""
    }

    /// The names of what references lead to, in the order in which they are written.
    func names(of references: [Reference]) -> [String] { references.compactMap(\.target).map(name) }

    /// The path of a file, as the command was run.
    func source(_ path: String) -> String { root + path }

    /// The path of an item's page; nothing for one that has none.
    func page(of kind: ContentKind, _ index: Int) -> String? {
        edition.map.hasPage(kind, index) ? edition.map.path(of: kind, index).text : nil
    }

    /// What every file starts with.
    func writeHead(_ json: inout JSONWriter) {
        json.count("schema", Self.schema)
        json.text("as_of", scored.asOf.iso)
        json.text("generator", WaymarkVersion.generator)
    }
}

extension Array where Element: ContentItem {
    /// Two of one id are an error that has been reported: they keep the order of their paths.
    var orderedByID: [Int] {
        let ids = map(\.id)
        return indices.sorted { left, right in
            ids[left] == ids[right] ? left < right : ids[left].precedesInBytes(ids[right])
        }
    }
}

extension Sequence<String> {
    var inByteOrder: [String] { sorted { $0.precedesInBytes($1) } }
}
