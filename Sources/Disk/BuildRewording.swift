import Diagnostics
import Journeys
import Pages
import Templates

#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

extension BuildMemory {
    /// More than an author changes between two builds: from then on all pages are made as well.
    private static let mostRewordings = 64

    /// Publishes free words of journeys anew where nothing else differs from the last build, see `Journey.numberedWords`: of ten thousand
    /// journeys none is read but those that have changed, and no file is written but those that show their words.
    ///
    /// The site is the same, to the byte, as if all of it were made.
    ///
    /// - Returns: what was said of the last build, which is true of this one; nothing where anything else is to be looked at.
    package func reword(
        _ content: ContentFolder, in folder: PublishedFolder
    ) async -> (said: Remembered, published: PublishSummary)? {
        guard let last, let state = inputs.first, let kept = imprints(of: last),
            last.inputs.split(separator: " ").dropFirst().elementsEqual(inputs.dropFirst().map(\.text), by: ==),
            let changed = kept.changed(in: state, most: Self.mostRewordings)
        else { return nil }
        let settings = settings(of: content, state)
        var journeys: [(journey: Journey, moved: MovedLines, lines: [Int])] = []
        for change in changed {
            let source = content.read(ContentFolder.File(path: change.path, size: 0))
            guard source.diagnostics.isEmpty, change.entry.told.stand(in: source.value.bytes),
                let journey = Self.journey(in: source.value, at: change.path, settings: settings)
            else { return nil }
            let outline = journey.outline
            guard outline.bytes.sum == change.entry.outline,
                let moved = MovedLines(from: change.entry.lines, to: outline.lines),
                !moved.isAny || kept.canMoveLines(of: change.entry.journey)
            else { return nil }
            journeys.append((journey, moved, outline.lines))
        }
        var entries: [KeptImprints.Entry] = []
        var tables: [[PrintedRun]]?
        var spareEntries = SpareEntries.none
        let update = await folder.update(from: last.output, content: content, workers: workers) { published in
            var rewordings: [Rewording] = []
            var pages: [SitePage] = []
            for (journey, change) in zip(journeys, changed) {
                let entry = change.entry
                guard let page = published(entry.page), let data = published(entry.data),
                    let scorecard = published(entry.scorecard),
                    let rewording = Rewording(
                        of: journey.journey, at: entry.journey, lines: journey.moved,
                        files: .init(page: page, data: data, scorecard: scorecard), imprint: entry.imprint.imprint)
                else { return nil }
                rewordings.append(rewording)
                entries.append(entry.reworded(rewording.imprint, lines: journey.lines, file: change.file))
                pages += [
                    (entry.page, rewording.page), (entry.data, rewording.data), (entry.scorecard, rewording.scorecard),
                ].compactMap { path, file in SitePath(path).flatMap(file.page) }
            }
            let moved = zip(changed, journeys).filter(\.1.moved.isAny).map { ($0.entry.journey, $1.moved) }
            if !moved.isEmpty {
                // Of two of one number, which only a forged memory has, neither is believed.
                guard Set(moved.map(\.0)).count == moved.count,
                    let found = Self.tables(kept, moved: Dictionary(uniqueKeysWithValues: moved), published)
                else { return nil }
                tables = found.map(\.runs)
                pages += found.compactMap(\.page)
            }
            guard let spares = kept.keptSpareEntries(),
                let search = published(PublishedSearch.indexPath).flatMap(PublishedSearch.init)
            else { return nil }
            spareEntries = spares
            return search.reworded(rewordings, spares: &spareEntries, published).map { pages + $0 }
        }
        guard let update else { return nil }
        let new = kept.replacing(changed, with: entries, tables: tables, spareEntries: spareEntries)
        // Whoever changes what was written now is to be seen by it: on a disk that counts seconds he might not be.
        if update.settled <= FolderState.now + OpenFolder.Stamp.tick {
            keep(last.said, imprints: new, of: update.state)
        }
        FolderState.settle(until: update.settled)
        return (
            last.said,
            PublishSummary(written: update.written, unchanged: last.said.files - update.written, removed: 0)
        )
    }

    private func settings(of content: ContentFolder, _ state: FolderState) -> PortfolioSettings {
        let isThere = state.entries.contains { $0.path == PortfolioSettings.path }
        let file = isThere ? ContentFolder.File(path: PortfolioSettings.path, size: 0) : nil
        return ParsedPortfolio.settings(in: content, file: file).value
    }

    /// Nothing of a file that something has to be said about.
    private static func journey(in source: SourceText, at path: String, settings: PortfolioSettings) -> Journey? {
        let parsed = ParsedItem.read(source, path: path, kind: .journey, settings: settings)
        guard parsed.diagnostics.isEmpty, case .journey(let journey) = parsed.value else { return nil }
        return journey
    }

    /// The tables of the whole portfolio, with the lines that have moved.
    private static func tables(
        _ kept: KeptImprints, moved: [Int: MovedLines], _ published: (String) -> [UInt8]?
    ) -> [(page: SitePage?, runs: [PrintedRun])]? {
        let tables = zip(JourneyFiles.tables, kept.runsOfTables()).compactMap { path, runs in
            published(path).flatMap { Rewording.table($0, at: runs, lines: moved) }
                .map { table in (page: SitePath(path).flatMap(table.file.page), runs: table.runs) }
        }
        return tables.count == JourneyFiles.tables.count ? tables : nil
    }
}

extension KeptImprints.Entry {
    fileprivate func reworded(_ imprint: Imprint, lines: [Int], file: UInt64) -> KeptImprints.Entry {
        KeptImprints.Entry(
            file: file, outline: outline, lines: lines, journey: journey, page: page, data: data, scorecard: scorecard,
            imprint: PackedImprint(imprint), told: told)
    }
}

extension PublishedFolder {
    /// Writes some files of a published site anew.
    ///
    /// - Parameters:
    ///   - state: in which the folder must be, as nobody has changed anything in it.
    ///   - make: given what is in a file of the site, all files that are others then; nothing where it is not to be done after all.
    /// - Returns: how many files were written, until when a change of them could have the same time, and the folder's new state. Nothing
    ///   where nothing or not all was done: a whole build follows.
    func update(
        from state: String, content: ContentFolder, workers: Workers,
        _ make: ((_ path: String) -> [UInt8]?) -> [SitePage]?
    ) async -> (written: Int, settled: Int64, state: FolderState)? {
        guard let root = try? locked(against: content), let source = try? OpenFolder(content.location) else {
            return nil
        }
        defer { unlock(root) }
        // Neither needs the other: what comes of the pages is thrown away if the folder is not as it should be.
        async let looked = workers.count > 1 ? FolderState(of: shownRoot, workers: workers) : nil
        var files = FolderCursor(root: root)
        func bytes(_ path: String) -> [UInt8]? {
            guard let path = SitePath(path), let folder = try? files.folder(of: path, missing: .fail),
                let file = try? folder.file(named: String(path.name)), let status = try? file.status(),
                status.kind == .file
            else { return nil }
            return try? file.bytes(expecting: status.size)
        }
        func look(at path: SitePath) -> (sum: UInt64, settled: Int64)? {
            guard let folder = try? files.folder(of: path, missing: .fail),
                let stamp = folder.stamp(of: String(path.name))
            else { return nil }
            let prefix = path.folder.map { $0.text + "/" } ?? ""
            return (FolderState.sum(of: String(path.name), in: prefix, stamp), stamp.settled)
        }
        let made = make(bytes)
        var found = await looked
        if workers.count == 1 { found = await FolderState(of: shownRoot, workers: workers) }
        guard let pages = made, var new = found, new.text == state else { return nil }
        var writer = PageWriter(
            temporary: TemporaryName.make(process: getpid(), writer: 0), output: root, isCompared: false,
            source: source,
            content: content, outputPrefix: shownPrefix)
        var written: [(path: SitePath, old: UInt64)] = []
        for page in pages {
            guard let old = look(at: page.path)?.sum, let outcome = try? writer.write(page) else { return nil }
            if outcome == .written { written.append((page.path, old)) }
        }
        var settled = FolderState.now
        for file in written {
            guard let now = look(at: file.path) else { return nil }
            new.replace(file.old, by: now.sum)
            settled = max(settled, now.settled)
        }
        return (written.count, settled, new)
    }
}
