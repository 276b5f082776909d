import Diagnostics
import Journeys
import Pages

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
            let changed = kept.changed(in: state), changed.count <= Self.mostRewordings
        else { return nil }
        let settings = settings(of: content, state)
        var journeys: [Journey] = []
        for change in changed {
            let source = content.read(ContentFolder.File(path: change.path, size: 0))
            guard source.diagnostics.isEmpty, change.entry.told.stand(in: source.value.bytes),
                let journey = Self.journey(in: source.value, at: change.path, settings: settings),
                journey.outlineSum == change.entry.outline
            else { return nil }
            journeys.append(journey)
        }
        var entries: [KeptImprints.Entry] = []
        let update = await folder.update(from: last.output, content: content, workers: workers) { published in
            var rewordings: [Rewording] = []
            var pages: [SitePage] = []
            for (journey, change) in zip(journeys, changed) {
                guard let page = published(change.entry.page), let data = published(change.entry.data),
                    let rewording = Rewording(of: journey, page: page, data: data, imprint: change.entry.imprint)
                else { return nil }
                rewordings.append(rewording)
                entries.append(change.entry.reworded(rewording.imprint, file: change.file))
                pages += [Self.page(change.entry.page, rewording.page), Self.page(change.entry.data, rewording.data)]
                    .compactMap { $0 }
            }
            guard let search = Self.search(rewordings, published) else { return nil }
            return pages + search
        }
        guard let update else { return nil }
        keep(last.said, of: update.state)
        keep(kept.replacing(changed, with: entries), of: update.state)
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

    private static func page(_ path: String, _ bytes: [UInt8]) -> SitePage? {
        SitePath(path).map { path in SitePage(path: path) { $0.write(bytes) } }
    }

    private static func search(_ rewordings: [Rewording], _ published: (String) -> [UInt8]?) -> [SitePage]? {
        guard let index = published(PublishedSearch.indexPath), let search = PublishedSearch(index: index) else {
            return nil
        }
        let words = search.wordPaths.compactMap(published)
        return words.count == search.wordPaths.count ? search.reworded(rewordings, words: words) : nil
    }
}

extension KeptImprints.Entry {
    fileprivate func reworded(_ imprint: Imprint, file: UInt64) -> KeptImprints.Entry {
        KeptImprints.Entry(file: file, outline: outline, page: page, data: data, imprint: imprint, told: told)
    }
}

extension PublishedFolder {
    /// Writes some files of a published site anew.
    ///
    /// - Parameters:
    ///   - state: in which the folder must be, as nobody has changed anything in it.
    ///   - make: given what is in a file of the site; nothing where it is not to be done after all.
    /// - Returns: how many files were written, and the folder's new state. Nothing where nothing or not all was done: a whole build follows.
    func update(
        from state: String, content: ContentFolder, workers: Workers,
        _ make: ((_ path: String) -> [UInt8]?) -> [SitePage]?
    ) async -> (written: Int, state: FolderState)? {
        guard let root = try? locked(against: content) else { return nil }
        defer { unlock(root) }
        guard var new = await FolderState(of: shownRoot, workers: workers), new.text == state,
            let source = try? OpenFolder(content.location)
        else { return nil }
        var files = FolderCursor(root: root)
        func bytes(_ path: String) -> [UInt8]? {
            guard let path = SitePath(path), let folder = try? files.folder(of: path, missing: .fail),
                let file = try? folder.file(named: String(path.name)), let status = try? file.status(),
                status.kind == .file
            else { return nil }
            return try? file.bytes(expecting: status.size)
        }
        func sum(of path: SitePath) -> UInt64? {
            guard let folder = try? files.folder(of: path, missing: .fail),
                let stamp = folder.stamp(of: String(path.name))
            else { return nil }
            return FolderState.sum(of: String(path.name), in: path.folder.map { $0.text + "/" } ?? "", stamp)
        }
        guard let pages = make(bytes) else { return nil }
        var writer = PageWriter(
            temporary: TemporaryName.make(process: getpid(), writer: 0), output: root, isEmpty: false, source: source,
            content: content, outputPrefix: shownPrefix)
        var written: [(path: SitePath, old: UInt64)] = []
        for page in pages {
            guard let old = sum(of: page.path), let outcome = try? writer.write(page) else { return nil }
            if outcome == .written { written.append((page.path, old)) }
        }
        if !written.isEmpty { FolderState.settle() }
        for file in written {
            guard let now = sum(of: file.path) else { return nil }
            new.replace(file.old, by: now)
        }
        return (written.count, new)
    }
}
