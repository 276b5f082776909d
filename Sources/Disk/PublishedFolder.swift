import Diagnostics
import Pages
import Synchronization

#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// The folder that a site is published in.
///
/// What differs is written, file by file, each in one step; what the site no longer has is removed, if the manifest says that
/// it was written here. While anything changes, the manifest lists both the old files and the new: wherever a run ends, each page
/// is whole, and the next run knows what is whose. A machine that loses its power is another matter: nothing waits for the disk.
package struct PublishedFolder: Sendable {
    private let location: OutputLocation
    private let gate: DiskGate?

    /// - Parameters:
    ///   - path: as it was named on the command line; it may be a link.
    ///   - home: the folder that is nobody's output.
    ///   - gate: asked before every change.
    package init(_ path: String, home: String? = PublishedFolder.currentHome, gate: DiskGate? = nil) {
        location = OutputLocation(path: path, home: home)
        self.gate = gate
    }

    package static var currentHome: String? { OutputLocation.currentHome }

    /// Makes the folder hold the site. The same files, however many workers there are.
    ///
    /// - Parameter printed: told where pages print what is noted, and what the folder is then.
    package func publish(
        _ site: Site, from content: ContentFolder, workers: Workers = Workers(), foreignFiles: ForeignFiles = .refuse,
        noting printed: PrintedWords? = nil
    ) async throws(PublishError) -> PublishSummary {
        if let conflict = site.conflicts.first { throw .conflict(conflict.first, conflict.second) }
        let root = try locked(against: content)
        defer { unlock(root) }
        let files = SiteFiles(site)
        let wanted = Set(files.paths)
        let manifest = try readManifest(in: root, foreignFiles: foreignFiles)
        let written = manifest.value.written == files.paths ? wanted : Set(manifest.value.written)
        let survey = OutputSurvey(of: root, written: written, adopted: manifest.value.adopted, wanted: wanted) {
            Self.isSameFile($0, $1, in: root)
        }
        let plan = try PublishPlan(
            paths: files.paths, wanted: wanted, written: written, survey: survey, foreignFiles: foreignFiles,
            folder: shownRoot)

        var changes = OutputChanges(root: root, shownPrefix: shownPrefix, manifest: manifest.bytes)
        for leftover in plan.leftovers { try changes.removeLeftover(leftover) }
        try changes.write(plan.before)
        for path in plan.filesInTheWay { try changes.remove(path) }
        for folder in plan.foldersInTheWay { try changes.removeFolder(folder) }
        let outcomes = try await write(
            files, to: root, isCompared: !survey.isEmpty, from: content, workers: workers, printed)
        try changes.remove(plan.stale, replacedBy: files.paths)
        try changes.write(plan.after)
        // As long as nobody else can publish here: of what comes after, this build knows nothing.
        printed?.leave(PublishedManifest.name, in: "", root)
        await printed?.look(at: root, workers: workers)
        let count = outcomes.reduce(0) { $0 + ($1 == .written ? 1 : 0) }
        return PublishSummary(written: count, unchanged: outcomes.count - count, removed: changes.removed)
    }

    private func write(
        _ files: SiteFiles, to root: OpenFolder, isCompared: Bool, from content: ContentFolder, workers: Workers,
        _ printed: PrintedWords?
    ) async throws(PublishError) -> [PageWriter.Outcome] {
        let source: OpenFolder
        do throws(SystemError) {
            source = try OpenFolder(content.location)
        } catch {
            throw .failed(.open, path: content.location, error)
        }
        let writers = WriterNumbers()
        let prefix = shownPrefix
        return try await workers.map(
            files.paths.indices,
            scratch: {
                PageWriter(
                    temporary: TemporaryName.make(process: getpid(), writer: writers.next()), output: root,
                    isCompared: isCompared, source: source, content: content, outputPrefix: prefix, printed: printed)
            },
            { (writer, index) throws(PublishError) in
                switch files.entry(at: index) {
                case .page(let page): try writer.write(page)
                case .copy(let copy): try writer.write(copy)
                }
            })
    }

    /// Opens the folder for one that writes to it alone, until it is unlocked.
    func locked(against content: ContentFolder) throws(PublishError) -> OpenFolder {
        try location.check(against: content.location)
        let root = try location.open(gate: gate)
        try lock(root)
        return root
    }

    /// A disk that can't lock is no reason not to publish.
    private func lock(_ root: OpenFolder) throws(PublishError) {
        guard flock(root.descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK else { return }
        throw .busy(folder: shownRoot)
    }

    /// Closing the folder would do it too, but later: a worker that has just ended, or a process that has just been started, may
    /// still hold it.
    func unlock(_ root: OpenFolder) {
        _ = flock(root.descriptor, LOCK_UN)
    }

    private func readManifest(
        in root: OpenFolder, foreignFiles: ForeignFiles
    ) throws(PublishError) -> (value: PublishedManifest, bytes: [UInt8]?) {
        let shown = shownPrefix + PublishedManifest.name
        let bytes: [UInt8]
        do throws(SystemError) {
            let file = try root.file(named: PublishedManifest.name)
            bytes = try file.bytes(expecting: file.status().size)
        } catch {
            if error.isMissing { return (.empty, nil) }
            guard error.isNoFolder, foreignFiles == .adopt else { throw .failed(.read, path: shown, error) }
            return (.empty, nil)
        }
        if let manifest = PublishedManifest(bytes: bytes) { return (manifest, bytes) }
        guard foreignFiles == .adopt else { throw .foreignManifest(shown) }
        return (.empty, bytes)
    }

    private static func isSameFile(_ one: SitePath, _ other: SitePath, in root: OpenFolder) -> Bool {
        guard let status = try? root.status(of: one.text), let second = try? root.status(of: other.text) else {
            return false
        }
        return status.identity == second.identity
    }

    /// How messages name the folder, and what they put before a path in it.
    var shownRoot: String { location.path.isEmpty ? "." : location.path }
    var shownPrefix: String { shownRoot.hasSuffix("/") ? shownRoot : shownRoot + "/" }
}

/// What publishing came to.
package struct PublishSummary: Hashable, Sendable {
    package let written: Int
    package let unchanged: Int
    package let removed: Int

    package init(written: Int, unchanged: Int, removed: Int) {
        self.written = written
        self.unchanged = unchanged
        self.removed = removed
    }
}

/// A site's files in the order of their paths' bytes, which is the order in which folders are least often changed.
private struct SiteFiles: Sendable {
    enum Entry {
        case page(SitePage)
        case copy(SiteCopy)

        var path: SitePath {
            switch self {
            case .page(let page): page.path
            case .copy(let copy): copy.path
            }
        }
    }

    private let site: Site
    let paths: [SitePath]

    init(_ site: Site) {
        self.site = site
        paths = site.order.indices.map { Self.entry(at: $0, of: site).path }
    }

    func entry(at index: Int) -> Entry { Self.entry(at: index, of: site) }

    private static func entry(at index: Int, of site: Site) -> Entry {
        let (number, pageCount) = (site.order[index], site.pages.count)
        return number < pageCount ? .page(site.pages[number]) : .copy(site.copies[number - pageCount])
    }
}

/// Gives each worker a number of its own.
private final class WriterNumbers: Sendable {
    private let count = Atomic(0)
    func next() -> Int { count.add(1, ordering: .relaxed).oldValue }
}
