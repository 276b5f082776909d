import Changes
import Diagnostics
import Journeys
import Scoring

/// Two states of a content folder, read from git without touching the working tree, scored for one day and compared as values.
package struct DiffReading: Sendable {
    /// One end of the comparison.
    package struct Side: Sendable {
        /// As it was asked for; of the working tree its name in prose.
        package let name: String
        /// Nothing: the working tree.
        package let commit: String?
        package let scored: ScoredPortfolio
        package let diagnostics: [Diagnostic]
    }

    package let base: Side
    package let head: Side
    package let changes: PortfolioChanges
    /// What is wrong now and was not before, and the other way round; in their one order.
    package let newDiagnostics: [Diagnostic]
    package let fixedDiagnostics: [Diagnostic]
    /// What could not be compared, in a sentence each.
    package let notes: [String]
    /// What both ends were read as. To take it apart, value by value, takes longer than the report: it ends with the reading.
    fileprivate let read: [any Sendable]

    /// - Parameter location: the content folder; where two revisions are compared it need not be checked out.
    package static func read(
        at location: String, _ revisions: ComparedRevisions, options: PortfolioReading.Options, git: Git?,
        workers: Workers, lap: (String) -> Void = { _ in }
    ) async throws(RevisionError) -> DiffReading {
        let place: ComparedPlace
        do throws(FolderError) {
            place = try ComparedPlace(location, needsFolder: revisions.head == nil)
        } catch {
            throw .folder(error)
        }
        return try await read(place, revisions, options: options, git: git, workers: workers, lap: lap)
    }

    package static func read(
        _ folder: ContentFolder, _ revisions: ComparedRevisions, options: PortfolioReading.Options, git: Git?,
        workers: Workers, lap: (String) -> Void = { _ in }
    ) async throws(RevisionError) -> DiffReading {
        try await read(ComparedPlace(folder), revisions, options: options, git: git, workers: workers, lap: lap)
    }

    private static func read(
        _ place: ComparedPlace, _ revisions: ComparedRevisions, options: PortfolioReading.Options, git: Git?,
        workers: Workers, lap: (String) -> Void
    ) async throws(RevisionError) -> DiffReading {
        guard let git else { throw .noGit }
        let repository: GitRepository
        do throws(HistoryError) {
            repository = try place.repository(git)
        } catch {
            throw RevisionError(error)
        }
        let named = try repository.existingCommit(named: revisions.base)
        let headCommit: String? =
            if let head = revisions.head { try repository.existingCommit(named: head) } else { nil }
        let baseCommit =
            revisions.isFromMergeBase
            ? try repository.mergeBase(
                of: named, and: headCommit ?? repository.head, named: (revisions.base, revisions.head ?? "HEAD"))
            : named
        var sources = DiffSources(repository: repository, place: place, kept: options.kept)
        return try await sources.compare(
            base: (revisions.isFromMergeBase ? "the merge base of \(revisions.base)" : revisions.base, baseCommit),
            head: (revisions.head ?? "the working tree", headCommit), options: options, workers: workers, lap: lap)
    }
}

/// Reads both ends: files that both have are parsed once.
private struct DiffSources {
    let repository: GitRepository
    let place: ComparedPlace
    private let objects: GitObjects
    private var kept: [String: [UInt8]] = [:]
    private var known: ParsedFiles
    private var notes: [String] = []
    /// Of the content folder, by commit.
    private var trees: [String: String] = [:]

    init(repository: GitRepository, place: ComparedPlace, kept: ParsedStore.Place?) {
        self.repository = repository
        self.place = place
        known = ParsedFiles(keptAt: kept)
        objects = GitObjects(of: repository)
    }

    mutating func compare(
        base: (name: String, commit: String), head: (name: String, commit: String?),
        options: PortfolioReading.Options, workers: Workers, lap: (String) -> Void
    ) async throws(RevisionError) -> DiffReading {
        let (before, headSource) = try sources(base: base, head: head)
        lap("git")
        let root = place.root
        let headParsed = await ParsedPortfolio.read(headSource, options: options, workers: workers, known: &known)
        lap("head")
        // One day for both: what moves with the clock alone is no change.
        let day = PortfolioReading.Options(asOf: headParsed.asOf, today: headParsed.asOf)
        let baseSource: any ContentSource = if let before { before } else { NoContent() }
        let baseParsed = await ParsedPortfolio.read(baseSource, options: day, workers: workers, known: &known)
        lap("base")
        let read = known
        async let saved: Void = read.keep(workers: workers)
        // Most texts are those of both sides.
        async let similar = SimilarTexts(of: headParsed.journeys + baseParsed.journeys)
        let headItems = await headParsed.linkedItems(workers: workers)
        let baseItems = await baseParsed.linkedItems(workers: workers, like: (headParsed, headItems))
        // From here on neither needs the other.
        async let headLinked = headParsed.reading(headItems, workers: workers)
        let baseReading = await baseParsed.reading(baseItems, workers: workers)
        let headReading = await headLinked
        lap("link")
        let texts = await similar
        async let headScored = headReading.scored(root: root, texts: texts)
        let baseScored = baseReading.scored(root: root, texts: texts)
        let scored = await headScored
        await saved
        lap("score")
        let compared = await compared(
            (before ?? NoContent(), baseParsed, baseScored.value, base.name),
            (headSource, headParsed, scored.value, head.name), options: options, workers: workers)
        let changes = compared.changes
        lap("compare")
        let all = (
            (baseReading.diagnostics + baseScored.diagnostics).inOrder(),
            (headReading.diagnostics + scored.diagnostics).inOrder()
        )
        return DiffReading(
            base: DiffReading.Side(
                name: base.name, commit: base.commit, scored: compared.base, diagnostics: all.0),
            head: DiffReading.Side(name: head.name, commit: head.commit, scored: compared.head, diagnostics: all.1),
            changes: changes, newDiagnostics: all.1.without(all.0, movedFiles: changes.movedFiles, root: root),
            fixedDiagnostics: all.0.without(
                all.1, movedFiles: Dictionary(changes.movedFiles.map { ($1, $0) }, uniquingKeysWith: { $1 }), root: root
            ).filter { !compared.unread.contains($0.location.path) },
            notes: notes, read: [headParsed, baseParsed, headItems, baseItems, known, kept])
    }

    private typealias End = (source: any ContentSource, parsed: ParsedPortfolio, scored: ScoredPortfolio, name: String)

    /// The changes, and the states that they are between: files that could not be read are the same in both. What is wrong with those
    /// of the base that the head could not read was not fixed.
    private mutating func compared(
        _ base: End, _ head: End, options: PortfolioReading.Options, workers: Workers
    ) async -> (changes: PortfolioChanges, base: ScoredPortfolio, head: ScoredPortfolio, unread: Set<String>) {
        let root = place.root
        let uncompared = UncomparedFiles(
            base: UncomparedFiles.End(name: base.name, source: base.source, damage: base.parsed.damage),
            head: UncomparedFiles.End(name: head.name, source: head.source, damage: head.parsed.damage), root: root)
        guard let uncompared else {
            let changes = await Self.changes((base.source, base.scored), (head.source, head.scored))
            return (changes, base.scored, head.scored, [])
        }
        notes += uncompared.notes
        let now = await PortfolioReading.read(uncompared.head, options: options, workers: workers, known: &known)
        // The settings may have been among what could not be read: with them the day of both.
        let day = PortfolioReading.Options(asOf: now.asOf, today: now.asOf)
        let earlier = await PortfolioReading.read(uncompared.base, options: day, workers: workers, known: &known)
        let scored = (earlier.scored(root: root).value, now.scored(root: root).value)
        let changes = await Self.changes((uncompared.base, scored.0), (uncompared.head, scored.1))
        return (changes, scored.0, scored.1, Set(uncompared.head.borrowedPaths.map { root + $0 }))
    }

    private static func changes(
        _ base: (source: any ContentSource, scored: ScoredPortfolio),
        _ head: (source: any ContentSource, scored: ScoredPortfolio)
    ) async -> PortfolioChanges {
        let settings = PortfolioSettings.path
        let version = head.source.version(of: settings)
        let isOneTaxonomy =
            base.source.version(of: settings) == version
            && (version != nil || !head.source.hasSettings && !base.source.hasSettings)
        return await PortfolioChanges.inParallel(between: base.scored, head.scored) { path in
            guard isOneTaxonomy, let version = head.source.version(of: path) else { return false }
            return base.source.version(of: path) == version
        }
    }

    /// Both ends as git has them; the earlier is nothing where the content folder is not in its commit.
    private mutating func sources(
        base: (name: String, commit: String), head: (name: String, commit: String?)
    ) throws(RevisionError) -> (base: ContentRevision?, head: any ContentSource) {
        do throws(GitError) {
            trees = try repository.contentTrees(of: [base.commit] + (head.commit.map { [$0] } ?? []))
        } catch {
            throw .git(error)
        }
        if place.folder == nil, trees.isEmpty { throw .folder(.missing(place.location)) }
        guard let commit = head.commit else {
            let tree = try workingTree()
            let before = try source(of: base.commit, named: base.name, beside: tree)
            return (before, tree.leavingOut(before?.submodules ?? []))
        }
        let before = try source(of: base.commit, named: base.name)
        return (before, try source(of: commit, named: head.name) ?? NoContent())
    }

    /// Nothing where the content folder is not in the commit.
    private mutating func source(
        of commit: String, named name: String, beside workingTree: WorkingTree? = nil
    ) throws(RevisionError) -> ContentRevision? {
        guard let tree = trees[commit] else {
            notes.append("'\(place.location)' is not in \(name): all that is there counts as new or gone")
            return nil
        }
        let revision: ContentRevision
        do throws(GitError) {
            revision = try ContentRevision(
                ofTree: tree, in: repository, objects: objects, kept: &kept, root: place.root,
                hasRecord: true, beside: workingTree)
        } catch {
            throw error.isOfMissingObject ? .incomplete(name, path: nil) : .git(error)
        }
        // What it would be read as without them is no state that the content ever was in.
        if let path = revision.firstMissing { throw .incomplete(name, path: place.root + path) }
        note(submodules: revision.submodules)
        return revision
    }

    private mutating func workingTree() throws(RevisionError) -> WorkingTree {
        guard let folder = place.folder else { throw .folder(.missing(place.location)) }
        let tree: WorkingTree
        do throws(GitError) {
            let index = try GitIndex(of: repository)
            note(submodules: index.submodules)
            tree = try WorkingTree(folder, index: index, objects: objects)
        } catch {
            throw error.isOfMissingObject ? .incomplete("the index", path: nil) : .git(error)
        }
        if let path = tree.firstMissing { throw .incomplete("the index", path: place.root + path) }
        return tree
    }

    private mutating func note(submodules: [String]) {
        for path in submodules {
            let note = "'\(place.root)\(path)' is a submodule: what is in it is not compared"
            if !notes.contains(note) { notes.append(note) }
        }
    }
}

extension ContentSource {
    fileprivate var hasSettings: Bool { list().value.contains { $0.path == PortfolioSettings.path } }
}

extension [Diagnostic] {
    private struct Key: Hashable {
        let code: DiagnosticCode
        let path: String
        let message: String
    }

    /// Those that others do not have, each as often as it is more: lines move, so they don't count.
    fileprivate func without(_ others: [Diagnostic], movedFiles: [String: String], root: String) -> [Diagnostic] {
        var known: [Key: Int] = [:]
        for other in others {
            let path = other.location.path
            let own = path.hasPrefix(root) ? String(path.dropFirst(root.count)) : path
            let now = movedFiles[own].map { root + $0 } ?? path
            known[Key(code: other.code, path: now, message: other.message), default: 0] += 1
        }
        return filter { diagnostic in
            let key = Key(code: diagnostic.code, path: diagnostic.location.path, message: diagnostic.message)
            guard let count = known[key], count > 0 else { return true }
            known[key] = count - 1
            return false
        }
    }
}
