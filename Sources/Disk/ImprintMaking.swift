import Diagnostics
import Journeys
import Pages
import Templates

extension KeptImprints {
    /// - Parameters:
    ///   - content: the state of the content's folder, with its files.
    ///   - printed: what was noted when the site was published.
    ///   - place: where they are to be kept.
    init(
        of building: SiteBuilding, from folder: ContentFolder, content: FolderState, printed: PrintedWords,
        at place: Place, workers: Workers
    ) async {
        let portfolio = building.reading.linked.portfolio
        let told = Told(building.diagnostics)
        let marked = portfolio.trend.untouched
        let states = Dictionary(content.entries.map { ($0.path, $0.sum) }) { first, _ in first }
        let journeys = portfolio.journeys
        let copied = Set(building.site.copies.map(\.source))
        let kept = await workers.map(journeys.indices) { index -> (bytes: [UInt8], others: Set<Int>) in
            let journey = journeys[index]
            guard let files = building.site.files(index) else { return ([], []) }
            let others: Set<Int> = files.paths.reduce(into: []) { $0.formUnion(printed.others(on: $1, than: index)) }
            guard let page = printed.bytes(of: files.page.text), let data = printed.bytes(of: files.data.text),
                let scorecard = printed.bytes(of: files.scorecard.text)
            else { return ([], others) }
            let imprint = PackedImprint(
                page: page, data: data, scorecard: scorecard, entry: files.entry, firstMoment: files.firstMoment)
            guard marked[journey.id] == nil, !copied.contains(journey.path), let file = states[journey.path],
                let lines = told.lines(of: journey.path, in: folder, state: file)
            else { return ([], others) }
            let outline = journey.outline
            let entry = Entry(
                file: file, outline: outline.bytes.sum, lines: outline.lines, journey: index, page: files.page.text,
                data: files.data.text, scorecard: files.scorecard.text, imprint: imprint, told: lines)
            return (entry.packed, others)
        }
        let own = Set(journeys.indices.flatMap { building.site.files($0)?.paths ?? [] })
        let elsewhere = printed.paths.subtracting(own).subtracting(JourneyFiles.tables)
        self.init(
            at: place, files: content.entries.map(\.sum).sorted(),
            entries: zip(journeys, kept).filter { !$1.bytes.isEmpty }.map { ($0.path, $1.bytes) },
            tables: JourneyFiles.tables.map { printed.bytes(of: $0) ?? [] },
            spareEntries: building.site.spareEntries,
            isPrintedElsewhere: elsewhere.reduce(into: kept.reduce(into: []) { $0.formUnion($1.others) }) {
                $0.formUnion(printed.others(on: $1))
            })
    }

    /// What was said about files.
    private struct Told {
        private var ranges: [String: [TextRange]] = [:]
        /// Files that something was said about which other words may change.
        private var others: Set<String> = []

        /// What follows from outlines alone.
        private static let ofOutlines: Set<DiagnosticCode> = [
            .overdueReview, .missingOwner, .severePainWithoutEvidence, .momentOfTruthWithoutMetric, .goalWithoutMetric,
            .opportunityWithoutValues, .shippedWithoutMetric, .decisionWithoutReason, .manySteps, .noStage,
        ]

        init(_ diagnostics: [Diagnostic]) {
            for diagnostic in diagnostics {
                for place in [diagnostic.location] + diagnostic.notes.map(\.location) {
                    if Self.ofOutlines.contains(diagnostic.code) {
                        ranges[place.path, default: []].append(place.range)
                    } else {
                        others.insert(place.path)
                    }
                }
            }
        }

        /// - Returns: nothing where it can't be told whether what was said is still true with other words.
        func lines(of path: String, in folder: ContentFolder, state: UInt64) -> ToldLines? {
            let shown = folder.shownPath(of: path)
            if others.contains(shown) { return nil }
            guard let ranges = ranges[shown] else { return ToldLines.none }
            let source = folder.read(ContentFolder.File(path: path, size: 0))
            // It may have changed since it was read for the build.
            guard source.diagnostics.isEmpty, FolderState.sum(of: path, in: folder.location) == state else {
                return nil
            }
            return ToldLines(ranges, in: source.value.bytes)
        }
    }
}

extension JourneyFiles {
    fileprivate var paths: [String] { [page.text, data.text, scorecard.text] }
}
