import Diagnostics
import Journeys
import Markup

/// The line from files to a linked portfolio: read and parse all, in parallel; then model and link.
package struct PortfolioReading: Sendable {
    package let linked: LinkedPortfolio
    /// The day that the portfolio is read for.
    package let asOf: CivilDate
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
    }

    package static func read(
        _ folder: some ContentSource, options: Options, workers: Workers, lap: (String) -> Void = { _ in }
    ) async -> PortfolioReading {
        let root = folder.shownPath(of: "")
        let listed = folder.list()
        let files = Dictionary(uniqueKeysWithValues: listed.value.map { ($0.path, $0) })
        let listing = ContentListing.read(listed.value.map(\.path), root: root)
        var diagnostics = listed.diagnostics + listing.diagnostics
        lap("list")

        let settings = settings(in: folder, file: files[PortfolioSettings.path])
        diagnostics += settings.diagnostics
        let items = listing.value.items
        let parsed = await workers.map(0..<items.count) { index in
            read(items[index], in: folder, file: files[items[index].path], settings: settings.value)
        }
        let tables = listing.value.series
        let series = await workers.map(0..<tables.count) { index in
            read(series: tables[index], in: folder, file: files[tables[index]])
        }
        for item in parsed { diagnostics += item.diagnostics }
        lap("parse")

        let linking = PortfolioLinking(
            parsed.map(\.value), settings: settings.value, files: listing.value.files, root: root)
        let linkedItems = await workers.map(0..<parsed.count) { linking.link($0) }
        let linked = linking.finish(linkedItems, series: Dictionary(uniqueKeysWithValues: zip(tables, series)))
        diagnostics += linked.diagnostics
        let asOf = options.asOf ?? settings.value.asOf ?? options.today
        diagnostics += linked.value.checks(asOf: asOf, root: root)
        lap("link")
        return PortfolioReading(linked: linked.value, asOf: asOf, diagnostics: diagnostics.inOrder())
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

    private static func source(of path: String, in folder: some ContentSource, file: ContentFolder.File?) -> Checked<
        SourceText
    > {
        guard let file else { return Checked(SourceText(path: folder.shownPath(of: path), bytes: [])) }
        return folder.read(file)
    }
}
