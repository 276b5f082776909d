import Changes
import Diagnostics
import Journeys
import Markup
import Scoring

/// The line from files to a linked portfolio: read and parse all, in parallel; then model and link.
package struct PortfolioReading: Sendable {
    package let linked: LinkedPortfolio
    /// The day that the portfolio is read for.
    package let asOf: CivilDate
    /// The journeys that were reviewed by date alone, as has been recorded of the text that they still have.
    package let untouched: Set<Int>
    /// What has been recorded of changes up to the day.
    package let log: ChangeLog
    /// In their one order.
    package let diagnostics: [Diagnostic]

    /// What is known before the portfolio's own settings have been read.
    package struct Options: Sendable {
        /// The day that was asked for, and today: `as_of` in `portfolio.yml` stands between the two.
        let asOf: CivilDate?
        let today: CivilDate

        package init(asOf: CivilDate?, today: CivilDate) {
            self.asOf = asOf
            self.today = today
        }

        /// Tells these from others.
        package var key: String { "\(asOf?.iso ?? "-") \(today.iso)" }
    }

    package static func read(
        _ folder: some ContentSource, options: Options, workers: Workers, lap: (String) -> Void = { _ in }
    ) async -> PortfolioReading {
        var known = ParsedFiles()
        return await read(folder, options: options, workers: workers, known: &known, lap: lap)
    }

    /// - Parameter known: what was read of other revisions, which need not be read again; left as what this one has.
    static func read(
        _ folder: some ContentSource, options: Options, workers: Workers, known: inout ParsedFiles,
        lap: (String) -> Void = { _ in }
    ) async -> PortfolioReading {
        let root = folder.shownPath(of: "")
        let listed = folder.list()
        let files = Dictionary(uniqueKeysWithValues: listed.value.map { ($0.path, $0) })
        let listing = ContentListing.read(listed.value.map(\.path), root: root)
        var diagnostics = listed.diagnostics + listing.diagnostics
        lap("list")

        let settings = settings(in: folder, file: files[PortfolioSettings.path])
        diagnostics += settings.diagnostics
        let before = known.usable(under: folder.version(of: PortfolioSettings.path))
        let items = listing.value.items
        let parsed = await workers.map(0..<items.count) { index in
            let path = items[index].path
            return before.item(at: path, version: folder.version(of: path))
                ?? read(items[index], in: folder, file: files[path], settings: settings.value)
        }
        let tables = listing.value.series
        let series = await workers.map(0..<tables.count) { index in
            let path = tables[index]
            return before.series(at: path, version: folder.version(of: path))
                ?? read(series: path, in: folder, file: files[path])
        }
        known = before.replaced(
            by: zip(items.map { ($0.path, folder.version(of: $0.path)) }, parsed),
            zip(tables.map { ($0, folder.version(of: $0)) }, series))
        for item in parsed { diagnostics += item.diagnostics }
        let asOf = options.asOf ?? settings.value.asOf ?? options.today
        let recorded =
            listing.value.hasHistory
            ? read(Trend.path, in: folder, file: files[Trend.path], or: .none, Trend.read) : Checked(Trend.none)
        let log =
            listing.value.hasChangeLog
            ? read(ChangeLog.path, in: folder, file: files[ChangeLog.path], or: .none, ChangeLog.read)
            : Checked(ChangeLog.none)
        diagnostics += recorded.diagnostics + log.diagnostics
        let trend = recorded.value.known(on: asOf)
        lap("parse")

        let linking = PortfolioLinking(
            parsed.map(\.value), settings: settings.value, files: listing.value.files, root: root)
        let linkedItems = await workers.map(0..<parsed.count) { linking.link($0) }
        let linked = linking.finish(
            linkedItems, series: Dictionary(uniqueKeysWithValues: zip(tables, series)), trend: trend)
        diagnostics += linked.diagnostics
        diagnostics += linked.value.checks(asOf: asOf, root: root)
        lap("link")
        return PortfolioReading(
            linked: linked.value, asOf: asOf,
            untouched: untouched(in: linked.value.portfolio, of: folder, files: files), log: log.value.known(on: asOf),
            diagnostics: diagnostics.inOrder())
    }

    /// The portfolio with its scores, and what is wrong with these.
    package func scored(root: String) -> Checked<ScoredPortfolio> {
        var scored = ScoredPortfolio.score(linked, asOf: asOf, root: root, untouched: untouched)
        scored.diagnostics = linked.portfolio.settings.settled(scored.diagnostics + scored.value.checks(root: root))
        return scored
    }

    /// The same, by as many as there are workers.
    package func scored(root: String, workers: Workers) async -> Checked<ScoredPortfolio> {
        guard workers.count > 1 else { return scored(root: root) }
        return await ScoredPortfolio.scoreInParallel(linked, asOf: asOf, root: root, untouched: untouched)
    }

    /// A mark ends with the text that it was set for: whoever changed more than the date since has looked at the journey.
    private static func untouched(
        in portfolio: Portfolio, of folder: some ContentSource, files: [String: ContentFolder.File]
    ) -> Set<Int> {
        let marks = portfolio.trend.untouched
        guard !marks.isEmpty else { return [] }
        return Set(
            portfolio.journeys.indices.filter { index in
                let journey = portfolio.journeys[index]
                guard let mark = marks[journey.id], let file = files[journey.path] else { return false }
                return JourneyVersion(folder.read(file).value.bytes, at: journey.path)?.checksum == mark
            })
    }

    /// The day that a portfolio would be read for: of its files only the settings are looked at.
    package static func day(of folder: some ContentSource, options: Options) -> CivilDate {
        if let asked = options.asOf { return asked }
        let file = folder.list().value.first { $0.path == PortfolioSettings.path }
        return settings(in: folder, file: file).value.asOf ?? options.today
    }

    private static func settings(in folder: some ContentSource, file: ContentFolder.File?) -> Checked<PortfolioSettings>
    {
        guard let file else { return Checked(PortfolioSettings()) }
        let source = folder.read(file)
        guard source.diagnostics.isEmpty else { return Checked(PortfolioSettings(), source.diagnostics) }
        return PortfolioSettings.read(source.value)
    }

    private static func read(
        _ item: ContentListing.Item, in folder: some ContentSource, file: ContentFolder.File?,
        settings: PortfolioSettings
    ) -> Checked<ParsedItem> {
        let source = source(of: item.path, in: folder, file: file)
        var parsed = ParsedItem.read(source.value, path: item.path, kind: item.kind, settings: settings)
        // Of a file that could not be read there is nothing more to say.
        if !source.diagnostics.isEmpty { parsed.diagnostics = source.diagnostics }
        return parsed
    }

    private static func read(
        series path: String, in folder: some ContentSource, file: ContentFolder.File?
    ) -> Checked<Series> {
        let source = source(of: path, in: folder, file: file)
        guard source.diagnostics.isEmpty else { return Checked(Series(path: path, rows: []), source.diagnostics) }
        return Series.read(source.value, path: path)
    }

    private static func read<Value>(
        _ path: String, in folder: some ContentSource, file: ContentFolder.File?, or none: Value,
        _ read: (SourceText) -> Checked<Value>
    ) -> Checked<Value> {
        let source = source(of: path, in: folder, file: file)
        return source.diagnostics.isEmpty ? read(source.value) : Checked(none, source.diagnostics)
    }

    private static func source(of path: String, in folder: some ContentSource, file: ContentFolder.File?) -> Checked<
        SourceText
    > {
        guard let file else { return Checked(SourceText(path: folder.shownPath(of: path), bytes: [])) }
        return folder.read(file)
    }
}
