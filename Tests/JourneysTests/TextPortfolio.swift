import Diagnostics
import Markup

@testable import Journeys

/// A portfolio of texts, linked as one from a disk would be.
///
/// `«` and `»` around a part of a text mark where something is said: they are taken out before it is read.
struct TextPortfolio {
    let linked: LinkedPortfolio
    let diagnostics: [Diagnostic]
    /// The marked places, in their one order.
    let marks: [Location]

    init(_ files: [String: String], asOf: CivilDate = CivilDate(days: 20_787), unread: Set<String> = []) {
        var sources: [String: SourceText] = [:]
        var marks: [Location] = []
        for (path, text) in files {
            let marked = MarkedText(text)
            sources[path] = SourceText(path: path, text: marked.text)
            marks += marked.ranges.map { Location(path: path, range: $0) }
        }
        let listing = ContentListing.read(files.keys.sorted(), root: "")
        let settings =
            sources[PortfolioSettings.path].map { PortfolioSettings.read($0) } ?? Checked(PortfolioSettings())
        var diagnostics = listing.diagnostics + settings.diagnostics
        let items = listing.value.items.compactMap { item in
            sources[item.path].map { ParsedItem.read($0, path: item.path, kind: item.kind, settings: settings.value) }
        }
        diagnostics += items.flatMap(\.diagnostics)
        let series = listing.value.series.compactMap { path in sources[path].map { (path, Series.read($0, path: path)) }
        }
        let linking = PortfolioLinking(
            items.map(\.value), settings: settings.value, files: listing.value.files, root: "", unread: unread)
        let linked = linking.finish(
            items.indices.map { linking.link($0) }, series: Dictionary(uniqueKeysWithValues: series))
        self.linked = linked.value
        self.diagnostics = (diagnostics + linked.diagnostics + linked.value.portfolio.checks(asOf: asOf, root: ""))
            .inOrder()
        self.marks = marks.sorted()
    }

    /// A portfolio of one journey, with a body below its front matter.
    init(journey body: String) {
        self.init(["journeys/a.md": "---\ntitle: A\n---\n\n" + body])
    }

    var portfolio: Portfolio { linked.portfolio }
    var codes: [DiagnosticCode] { diagnostics.map(\.code) }
    var places: [Location] { diagnostics.map(\.location) }

    func journey(_ id: String) -> Journey? { portfolio.journeys.first { $0.id == id } }

    /// The moments of the only journey.
    var moments: [Moment] { portfolio.journeys.first?.places.map(\.moment) ?? [] }

    /// Where a journey stands: `parent#anchor`, and the further places behind it.
    func placements(of id: String) -> [String] {
        guard let index = portfolio.journeys.firstIndex(where: { $0.id == id }) else { return [] }
        let all = [linked.hierarchy.primary[index]].compactMap { $0 } + linked.hierarchy.further[index]
        return all.map { portfolio.journeys[$0.parent].id + ($0.anchor.map { "#" + $0 } ?? "") }
    }
}

/// A text and the ranges between its marks.
private struct MarkedText {
    private(set) var text = ""
    private(set) var ranges: [TextRange] = []

    init(_ marked: String) {
        var open: [Int] = []
        for character in marked {
            switch character {
            case "«": open.append(text.utf8.count)
            case "»": if let start = open.popLast() { ranges.append(start..<text.utf8.count) }
            default: text.append(character)
            }
        }
    }
}
