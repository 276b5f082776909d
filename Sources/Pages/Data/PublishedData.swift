import Diagnostics
import Journeys
import Scoring

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

    /// One file for the portfolio, one a journey, and tables.
    var pages: [SitePage] {
        var pages: [SitePage] = []
        func add(_ path: String, _ render: @escaping @Sendable (inout [UInt8]) -> Void) {
            if let path = SitePath(path) { pages.append(SitePage(path: path, render: render)) }
        }
        add("data/portfolio.json") { bytes in JSONWriter.write(into: &bytes, writePortfolio) }
        add("data/blocks.json") { bytes in JSONWriter.write(into: &bytes, writeBlocks) }
        add("data/journeys.csv") { bytes in writeJourneyTable(into: &bytes) }
        add("data/opportunities.csv") { bytes in writeOpportunityTable(into: &bytes) }
        add("data/findings.csv") { bytes in writeFindingTable(into: &bytes) }
        add("data/metrics.csv") { bytes in writeMetricTable(into: &bytes) }
        if !edition.trend.isEmpty {
            add("data/history.csv") { bytes in HistoryTable.write(edition.trend, for: .publication, into: &bytes) }
        }
        if !edition.trend.isEmpty {
            add(SiteMap.Place.feed.rawValue) { [edition] bytes in ChangesFeed(edition: edition).write(into: &bytes) }
        }
        add("reviews.ics") { bytes in writeReviewCalendar(into: &bytes) }
        for index in portfolio.journeys.indices {
            add("data/journeys/\(portfolio.journeys[index].id).json") { bytes in
                JSONWriter.write(into: &bytes) { writeJourney(index, &$0) }
            }
        }
        return pages
    }
}

// MARK: Names

extension PublishedData {
    /// `id`, or `id#anchor`.
    func name(of target: Target) -> String {
        let id = portfolio.record(of: target).id
        return target.anchor.map { "\(id)#\($0)" } ?? id
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
        indices.sorted { left, right in
            let (one, other) = (self[left].id, self[right].id)
            return one == other ? left < right : one.utf8.lexicographicallyPrecedes(other.utf8)
        }
    }
}

extension Sequence<String> {
    var inByteOrder: [String] { sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } }
}
