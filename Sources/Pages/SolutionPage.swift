import Journeys
import Templates

/// One solution: what it is for, where it stands, and the work behind it.
struct SolutionPage: TemplateView {
    static let fields = ViewFields<SolutionPage>(
        "solution",
        [
            .view("page", \.page),
            .text("title", \.title),
            .list("progress", \.progress),
            .list("facts", \.facts),
            .flag("has-facts") { !$0.facts.isEmpty },
            .html("body", \.body),
            .view("opportunities", \.opportunities),
            .view("metrics", \.metrics),
            .view("verdicts", \.verdicts),
        ])

    let page: PageFrame
    let title: String
    let progress: [LinkView]
    let facts: [FactView]
    let body: HTML
    let opportunities: SectionView
    let metrics: SectionView
    /// What it did to the metrics that it should move, once it has shipped.
    let verdicts: SectionView?

    init(_ index: Int, _ edition: Edition, _ chrome: PageChrome) {
        let path = edition.map.path(of: .solution, index)
        let links = edition.links(on: path)
        let words = edition.words
        let item = edition.portfolio.solutions[index]
        page = chrome.frame(
            for: path, titled: item.title, section: Navigation.Section(.solution, index), source: item.path,
            about: item.record.body.plain)
        title = item.title
        // A rejected solution has left the line.
        let line: [Solution.Status] =
            item.status == .rejected ? [.idea, .rejected] : [.idea, .planned, .building, .shipped]
        progress = line.map { LinkView(text: words[$0.word], isCurrent: $0 == item.status) }
        facts =
            FactView.optional(words[.owner], item.record.owner) + FactView.optional(words[.team], item.record.team)
            + FactView.optional(words[.shipped], item.shipped.map { edition.figures.date($0) })
            + FactView.optional(words[.delivery], edition.line(ofSolution: index).delivery)
            + FactView.optional(words[.tags], texts: item.record.tags)
        body = links.html(item.record.body, from: item.path)
        opportunities = SectionView(
            title: words[.opportunities], missing: words[.solutionWithoutOpportunity],
            table: OpportunityTable(item.opportunities.compactMap(\.target).map(\.index), links: links).table)
        metrics = SectionView(
            title: words[.metricsToMove], missing: words[.solutionWithoutMetrics],
            metrics: item.metrics.compactMap(\.target).map { MetricLineView($0.index, links: links) })
        verdicts = links.verdicts(of: edition.loop.results[index])
    }
}

/// Solutions in a table.
struct SolutionTable {
    let table: TableView?

    init(_ indices: [Int], links: PageLinks, caption: String? = nil) {
        let edition = links.edition
        let words = edition.words
        table = TableView(
            caption ?? words[.solutions],
            columns: [
                ColumnView(words[.solution]), ColumnView(words[.status], .word),
                ColumnView(words[.opportunities], .links),
                ColumnView(words[.delivery]), ColumnView(words[.verdict]),
            ],
            rows: indices.map { index in
                let line = edition.line(ofSolution: index)
                return RowView(
                    head: links.link(to: Target(kind: .solution, index: index)),
                    cells: [
                        .text(line.status), .links(links.links(to: edition.portfolio.solutions[index].opportunities)),
                        .links(line.delivery),
                        .text(line.verdict, isWarning: edition.loop.results[index].outcome == .worse),
                    ], facets: links.facets?.numbers(of: .solution, index))
            })
    }
}

/// What every page says of a solution in a line.
final class SolutionLine: Sendable {
    let status: String
    let delivery: [LinkView]
    let verdict: String?

    fileprivate init(_ index: Int, _ edition: Edition) {
        let item = edition.portfolio.solutions[index]
        let status = edition.words[item.status.word]
        self.status = item.shipped.map { edition.words.listed([status, edition.figures.date($0)]) } ?? status
        delivery = item.delivery.map { edition.tracker(for: $0) }
        verdict = edition.verdict(of: edition.loop.results[index])
    }
}

extension Edition {
    func line(ofSolution index: Int) -> SolutionLine { solutionLines.value(at: index) { SolutionLine(index, self) } }

    /// A key of a tracker, as a link where the portfolio says where its tracker is: the longest prefix that fits.
    func tracker(for key: String) -> LinkView {
        let prefix = settings.trackers.keys.filter { key.hasPrefix($0) }
            .max { ($0.utf8.count, $0) < ($1.utf8.count, $1) }
        guard let prefix, let template = settings.trackers[prefix],
            template.hasPrefix("https://") || template.hasPrefix("http://"), let hole = Self.hole(in: template)
        else { return LinkView(text: key) }
        let encoded = key.utf8.map(Self.percentEncoded).joined()
        return LinkView(text: key, address: template[..<hole.lowerBound] + encoded + template[hole.upperBound...])
    }

    /// Where the key goes in the address of a tracker; by bytes, as to look for characters takes some ten thousand instructions.
    private static func hole(in template: String) -> Range<String.Index>? {
        var start = template.startIndex
        while let brace = template.utf8[start...].firstIndex(of: UInt8(ascii: "{")) {
            if template.utf8[brace...].starts(with: "{key}".utf8) {
                return brace..<template.utf8.index(brace, offsetBy: 5)
            }
            start = template.utf8.index(after: brace)
        }
        return nil
    }

    private static func percentEncoded(_ byte: UInt8) -> String {
        let scalar = Unicode.Scalar(byte)
        let isPlain = byte < 0x80 && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
        if isPlain || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".") {
            return String(scalar)
        }
        let digits = String(byte, radix: 16, uppercase: true)
        return "%" + (digits.count == 1 ? "0" : "") + digits
    }
}

extension Solution.Status {
    var word: Word {
        switch self {
        case .idea: .idea
        case .planned: .planned
        case .building: .building
        case .shipped: .shipped
        case .rejected: .rejected
        }
    }
}
