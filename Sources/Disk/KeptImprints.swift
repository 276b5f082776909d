import Diagnostics
import Journeys
import Pages
import Templates

/// What is known of a published site that allows to publish other free words of a journey without making all pages anew: the states of
/// the content's files, and for each journey all that is not free in it and where its words are printed.
package struct KeptImprints: Sendable {
    struct Entry: Hashable, Sendable {
        /// The state of its file, see `FolderState`.
        let file: UInt64
        /// Of its outline: see `Journey`.
        let outline: UInt64
        /// The lines of its file that what is not free stands in, in the order of the outline.
        let lines: [Int]
        /// An index into the portfolio's journeys.
        let journey: Int
        let page: String
        let data: String
        let scorecard: String
        let imprint: PackedImprint
        /// The lines of its file that messages show.
        let told: ToldLines
    }

    /// The states of all files of the content, in order.
    private let files: [UInt64]
    /// The bytes of entries by the paths of journeys: most are never looked at.
    private let entries: [(path: String, bytes: ArraySlice<UInt8>)]
    /// Where the tables of the whole portfolio print lines of journeys.
    private let tables: [[UInt8]]
    /// The journeys of which lines are printed elsewhere as well.
    private let isPrintedElsewhere: Set<Int>

    private init(
        files: [UInt64], entries: [(path: String, bytes: ArraySlice<UInt8>)], tables: [[UInt8]],
        isPrintedElsewhere: Set<Int>
    ) {
        self.files = files
        self.entries = entries
        self.tables = tables
        self.isPrintedElsewhere = isPrintedElsewhere
    }

    // MARK: Making them

    /// - Parameters:
    ///   - content: the state of the content's folder, with its files.
    ///   - printed: what was noted when the site was published.
    init(
        of building: SiteBuilding, from folder: ContentFolder, content: FolderState, printed: PrintedWords,
        workers: Workers
    ) async {
        let portfolio = building.reading.linked.portfolio
        let told = Told(building.diagnostics)
        let marked = portfolio.trend.untouched
        let states = Dictionary(content.entries.map { ($0.path, $0.sum) }) { first, _ in first }
        let journeys = portfolio.journeys
        let copied = Set(building.site.copies.map(\.source))
        let kept = await workers.map(journeys.indices) { index -> (bytes: [UInt8], others: Set<Int>) in
            let journey = journeys[index]
            guard building.site.journeys.indices.contains(index), let files = building.site.journeys[index] else {
                return ([], [])
            }
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
            var pack = PackWriter()
            Entry(
                file: file, outline: outline.bytes.sum, lines: outline.lines, journey: index, page: files.page.text,
                data: files.data.text, scorecard: files.scorecard.text, imprint: imprint, told: lines
            ).pack(into: &pack)
            return (pack.bytes, others)
        }
        files = content.entries.map(\.sum).sorted()
        entries = zip(journeys, kept).filter { !$1.bytes.isEmpty }.map { ($0.path, $1.bytes[...]) }
        tables = JourneyFiles.tables.map { printed.bytes(of: $0) ?? [] }
        let own = Set(building.site.journeys.flatMap { $0?.paths ?? [] })
        let elsewhere = printed.paths.subtracting(own).subtracting(JourneyFiles.tables)
        isPrintedElsewhere = elsewhere.reduce(into: kept.reduce(into: []) { $0.formUnion($1.others) }) {
            $0.formUnion(printed.others(on: $1))
        }
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

    // MARK: Looking at them

    /// The journeys whose files have changed, if nothing else has; nothing otherwise.
    func changed(in content: FolderState) -> [(path: String, file: UInt64, entry: Entry)]? {
        let known = Set(files)
        let new = content.entries.filter { !known.contains($0.sum) }
        let missing = known.subtracting(content.entries.map(\.sum))
        guard new.count == missing.count, content.entries.count == files.count else { return nil }
        let paths = Set(new.map(\.path))
        let found = Dictionary(
            entries.filter { paths.contains($0.path) }.map { ($0.path, Self.entry($0.bytes)) }
        ) { first, _ in first }
        var changed: [(path: String, file: UInt64, entry: Entry)] = []
        for file in new {
            guard let entry = found[file.path] ?? nil, missing.contains(entry.file) else { return nil }
            changed.append((file.path, file.sum, entry))
        }
        return changed
    }

    /// Whether lines of a journey are printed in its own files and the tables alone.
    func canMoveLines(of journey: Int) -> Bool { !isPrintedElsewhere.contains(journey) }

    /// Where a table prints lines, by its place among all.
    func runs(ofTable table: Int) -> [PrintedRun]? {
        tables.indices.contains(table) ? PrintedWords.runs(tables[table]) : nil
    }

    /// The same for other states of some files.
    ///
    /// - Parameter tables: where lines are printed in the tables, if they are others.
    func replacing(
        _ changed: [(path: String, file: UInt64, entry: Entry)], with new: [Entry], tables: [[PrintedRun]]?
    ) -> KeptImprints {
        let old = Set(changed.map(\.entry.file))
        var bytes: [String: ArraySlice<UInt8>] = [:]
        for (change, entry) in zip(changed, new) {
            var pack = PackWriter()
            entry.pack(into: &pack)
            bytes[change.path] = pack.bytes[...]
        }
        return KeptImprints(
            files: (files.filter { !old.contains($0) } + new.map(\.file)).sorted(),
            entries: entries.map { ($0.path, bytes[$0.path] ?? $0.bytes) },
            tables: tables.map { $0.map(PrintedWords.bytes) } ?? self.tables, isPrintedElsewhere: isPrintedElsewhere)
    }

    private static func entry(_ bytes: ArraySlice<UInt8>) -> Entry? {
        var pack = PackReader(Array(bytes))
        let entry = Entry(from: &pack)
        return pack.isFinished ? entry : nil
    }

    // MARK: As bytes

    /// Nothing for bytes that are damaged, or are of another build.
    init?(_ bytes: [UInt8]?, key: String, inputs: String, output: String) {
        guard let bytes, bytes.count > ParsedStore.sumLength else { return nil }
        let end = bytes.count - ParsedStore.sumLength
        guard Array(bytes[end...]) == ParsedStore.sum(of: bytes[..<end]) else { return nil }
        var pack = PackReader(bytes, in: 0..<end)
        guard pack.text() == key, pack.text() == inputs, pack.text() == output else { return nil }
        files = pack.list { $0.sum() }
        tables = pack.list { $0.raw() }
        isPrintedElsewhere = Set(pack.list { $0.number() })
        let lengths = pack.list { (path: $0.text(), length: $0.number()) }
        var start = pack.offset
        var entries: [(path: String, bytes: ArraySlice<UInt8>)] = []
        entries.reserveCapacity(lengths.count)
        for (path, length) in lengths {
            guard length >= 0, length <= end - start else { return nil }
            entries.append((path, bytes[start..<start + length]))
            start += length
        }
        guard pack.isSound, start == end else { return nil }
        self.entries = entries
    }

    /// - Parameters:
    ///   - key: tells the build from others.
    ///   - inputs: the states of all that it was made from.
    ///   - output: the state of the published folder.
    ///   - content: what `packed` is.
    static func bytes(of content: [UInt8], key: String, inputs: String, output: String) -> [UInt8] {
        var pack = PackWriter(capacity: content.count + 4096)
        for text in [key, inputs, output] { pack.text(text) }
        pack.append(content[...])
        pack.append(pack.withBytes(ParsedStore.sum)[...])
        return pack.bytes
    }

    /// All but which build they are of.
    var packed: [UInt8] {
        var pack = PackWriter(capacity: 1 << 20)
        pack.list(files) { $0.sum($1) }
        pack.list(tables) { $0.raw($1) }
        pack.list(isPrintedElsewhere.sorted()) { $0.number($1) }
        pack.list(entries) { pack, entry in
            pack.text(entry.path)
            pack.number(entry.bytes.count)
        }
        for entry in entries { pack.append(entry.bytes) }
        return pack.bytes
    }
}

extension [UInt8] {
    /// Tells them from others.
    var sum: UInt64 { ParsedStore.sum(of: self[...]).reversed().reduce(0) { $0 << 8 | UInt64($1) } }
}

extension JourneyFiles {
    fileprivate var paths: [String] { [page.text, data.text, scorecard.text] }
}
