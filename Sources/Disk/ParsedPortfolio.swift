import Changes
import Diagnostics
import Journeys
import Markup

/// What the files of a content folder were read as, each by itself: what leads where is still to be found.
struct ParsedPortfolio: Sendable {
    private var items: [ParsedItem]
    private let series: [String: Checked<Series>]
    private let settings: PortfolioSettings
    /// Tells the settings from others: the version of their file, empty where there is none.
    private let settingsVersion: String
    private let trend: Trend
    private let log: ChangeLog
    /// The paths of all files.
    private let files: [String]
    private let root: String
    /// The paths of journeys that were reviewed by date alone.
    private let untouched: Set<String>
    let asOf: CivilDate
    /// Of all but the series, which have their own.
    private let diagnostics: [Diagnostic]

    static func read(
        _ folder: some ContentSource, options: PortfolioReading.Options, workers: Workers, known: inout ParsedFiles,
        lap: (String) -> Void = { _ in }
    ) async -> ParsedPortfolio {
        let root = folder.shownPath(of: "")
        let listed = folder.listOfDistinct()
        let listing = ContentListing.read(listed.value.map(\.path), root: root)
        var diagnostics = listed.diagnostics + listing.diagnostics
        lap("list")

        let settingsFile = listing.value.hasSettings ? file(PortfolioSettings.path) : nil
        let settings =
            settingsFile.map { Self.settings(in: folder, file: $0) } ?? Checked(listing.value.settingsWithoutFile)
        diagnostics += settings.diagnostics
        let settingsVersion = settings.value.isLost ? "lost" : version(ofSettingsIn: folder, file: settingsFile)
        let before = await known.usable(
            under: ParsedFiles.Key(settings: settingsVersion, root: root), count: listed.value.count, workers: workers)
        // Two files that know all journeys, each as long to read as hundreds of them.
        async let past = workers.count > 1 ? Past(of: listing.value, in: folder, known: before) : nil
        let items = listing.value.items
        let parsed = await workers.map(0..<items.count) { index in
            let item = items[index]
            return read(item.path, in: folder, known: before, recall: before.item) {
                read(item, $0, settings: settings.value)
            }
        }
        let tables = listing.value.series
        let series = await workers.map(0..<tables.count) { index in
            let path = tables[index]
            return read(path, in: folder, known: before, recall: before.series) {
                read(series: path, $0)
            }
        }
        let recorded = await past ?? Past(of: listing.value, in: folder, known: before)
        known = before.replaced(by: parsed, series, trend: recorded.version.map { ($0, recorded.trend) })
        let asOf = options.asOf ?? settings.value.asOf ?? options.today
        let trend = recorded.trend.value.known(on: asOf)
        for item in parsed where !item.value.diagnostics.isEmpty { diagnostics += item.value.diagnostics }
        return ParsedPortfolio(
            items: parsed.map(\.value.value),
            series: Dictionary(uniqueKeysWithValues: zip(tables, series.map(\.value))),
            settings: settings.value, settingsVersion: settingsVersion, trend: trend,
            log: recorded.log.value.known(on: asOf), files: listing.value.files, root: root,
            untouched: untouched(parsed.lazy.map(\.value.value), trend: trend, of: folder), asOf: asOf,
            diagnostics: diagnostics + recorded.trend.diagnostics + recorded.log.diagnostics)
    }

    /// One that has been listed.
    private static func file(_ path: String) -> ContentFolder.File { ContentFolder.File(path: path, size: nil) }

    /// What was found in reading the files, each by itself.
    var damage: [Diagnostic] { diagnostics + series.values.flatMap(\.diagnostics) }

    var journeys: [Journey] {
        items.compactMap { if case .journey(let journey) = $0 { journey } else { nil } }
    }

    /// The files and folders that can't be read, relative to the content folder.
    private var unread: Set<String> {
        Set(
            diagnostics.lazy.filter { $0.code == .unreadable && $0.location.path.hasPrefix(root) }.map {
                String($0.location.path.dropFirst(root.count))
            })
    }

    /// What was read of an item is let go once it is linked.
    consuming func linked(workers: Workers) async -> PortfolioReading {
        var rest = self
        let items = rest.items
        rest.items = []
        return await rest.reading(rest.linked(items, workers: workers), workers: workers)
    }

    /// What the items lead to, each by itself.
    struct LinkedItems: Sendable {
        fileprivate let linking: PortfolioLinking
        fileprivate let items: [PortfolioLinking.LinkedItem]
    }

    /// - Parameter other: another state of the folder, of whose files most are here too.
    func linkedItems(workers: Workers, like other: (parsed: ParsedPortfolio, linked: LinkedItems)? = nil) async
        -> LinkedItems
    {
        let isAlike = other?.parsed.settingsVersion == settingsVersion && other?.parsed.root == root
        return await linked(items, workers: workers, like: isAlike ? other?.linked : nil)
    }

    private func linked(
        _ items: consuming [ParsedItem], workers: Workers, like other: LinkedItems? = nil
    ) async -> LinkedItems {
        let count = items.count
        let linking = PortfolioLinking(
            items, settings: settings, files: files, root: root, unread: unread,
            like: other.map { ($0.linking, $0.items) })
        return LinkedItems(linking: linking, items: await workers.map(0..<count) { linking.link($0) })
    }

    func reading(_ linkedItems: LinkedItems, workers: Workers) async -> PortfolioReading {
        let (linking, asOf, root) = (linkedItems.linking, asOf, root)
        let joined = linking.join(linkedItems.items, series: series, trend: trend)
        // Neither needs the other: what is to be said of all items, and where journeys stand and who names what.
        async let checks = workers.count > 1 ? joined.portfolio.checks(asOf: asOf, root: root) : nil
        let linked = linking.finish(joined, linkedItems.items)
        var diagnostics = diagnostics + linked.diagnostics
        diagnostics += await checks ?? joined.portfolio.checks(asOf: asOf, root: root)
        let journeys = linked.value.portfolio.journeys
        return PortfolioReading(
            linked: linked.value, asOf: asOf,
            untouched: Set(journeys.indices.filter { untouched.contains(journeys[$0].path) }), log: log,
            diagnostics: diagnostics.inOrder().withoutConsequences())
    }

    /// A mark ends with the text that it was set for: whoever changed more than the date since has looked at the journey.
    private static func untouched(
        _ items: some Sequence<ParsedItem>, trend: Trend, of folder: some ContentSource
    ) -> Set<String> {
        let marks = trend.untouched
        guard !marks.isEmpty else { return [] }
        return Set(
            items.compactMap { item in
                guard case .journey(let journey) = item, let mark = marks[journey.id],
                    JourneyVersion(folder.read(file(journey.path)).value.bytes, at: journey.path)?.checksum == mark
                else { return nil }
                return journey.path
            })
    }

    static func settings(in folder: some ContentSource, file: ContentFolder.File?) -> Checked<PortfolioSettings> {
        guard let file else { return Checked(PortfolioSettings()) }
        let source = folder.read(file)
        guard source.diagnostics.isEmpty else { return Checked(.lost, source.diagnostics) }
        return PortfolioSettings.read(source.value)
    }

    private static func version(ofSettingsIn folder: some ContentSource, file: ContentFolder.File?) -> String {
        guard let file else { return "" }
        return folder.version(of: file.path) ?? GitBlobID(of: folder.read(file).value.bytes).text
    }

    /// A file that is known is not parsed, and where its version is known as well not even looked at.
    ///
    /// - Parameter recall: what another revision has read of the file.
    private static func read<Value: Packed>(
        _ path: String, in folder: some ContentSource, known: ParsedFiles,
        recall: (ParsedFiles.Version) -> Checked<Value>?, parse: (Checked<SourceText>) -> Checked<Value>
    ) -> ParsedFiles.Read<Value> {
        func version(_ contents: String) -> ParsedFiles.Version { ParsedFiles.Version(path: path, contents: contents) }
        let own = folder.version(of: path).map(version)
        let blob = known.isKept ? folder.blob(of: path).map(version) : nil
        if let own, let value = recall(own) { return ParsedFiles.Read(version: own, value: value, blob: blob) }
        if let blob, let value: Checked<Value> = known.kept(blob) {
            return ParsedFiles.Read(version: own, value: value, blob: blob)
        }
        let source = folder.read(file(path))
        guard known.isKept, source.diagnostics.isEmpty else {
            return ParsedFiles.Read(version: own, value: parse(source))
        }
        let read = blob ?? version(GitBlobID(of: source.value.bytes).text)
        if blob == nil, let value: Checked<Value> = known.kept(read) {
            return ParsedFiles.Read(version: own, value: value, blob: read)
        }
        return ParsedFiles.Read(version: own, value: parse(source), blob: read, isNew: true)
    }

    private static func read(
        _ item: ContentListing.Item, _ source: Checked<SourceText>, settings: PortfolioSettings
    ) -> Checked<ParsedItem> {
        var parsed = ParsedItem.read(source.value, path: item.path, kind: item.kind, settings: settings)
        // Of a file that could not be read there is nothing more to say.
        if !source.diagnostics.isEmpty { parsed.diagnostics = source.diagnostics }
        return parsed
    }

    private static func read(series path: String, _ source: Checked<SourceText>) -> Checked<Series> {
        guard source.diagnostics.isEmpty else { return Checked(Series(path: path, rows: []), source.diagnostics) }
        return Series.read(source.value, path: path)
    }

    /// What is recorded of earlier states, where there is any.
    private struct Past: Sendable {
        let trend: Checked<Trend>
        let log: Checked<ChangeLog>
        /// Tells the trend from others; nothing where it may be another next time.
        let version: ParsedFiles.Version?

        /// - Parameter known: two revisions most often have the same trend.
        init(
            of listing: ContentListing, in folder: some ContentSource, known: ParsedFiles
        ) {
            func read<Value>(
                _ path: String, or none: Value, _ read: (SourceText) -> Checked<Value>
            ) -> Checked<Value> {
                let source = folder.read(file(path))
                return source.diagnostics.isEmpty ? read(source.value) : Checked(none, source.diagnostics)
            }
            let contents = listing.hasHistory ? folder.version(of: Trend.path) : nil
            version = contents.map { ParsedFiles.Version(path: Trend.path, contents: $0) }
            let before = version.flatMap(known.trend)
            trend = before ?? (listing.hasHistory ? read(Trend.path, or: .none, Trend.read) : Checked(.none))
            log = listing.hasChangeLog ? read(ChangeLog.path, or: .none, ChangeLog.read) : Checked(.none)
        }
    }
}
