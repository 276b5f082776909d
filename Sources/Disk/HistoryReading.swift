import Changes
import Diagnostics
import Journeys
import Scoring

/// The line from commits to a history: for each month end the content of its last commit is read, linked and scored as of that day.
/// Neither the working tree nor the index is looked at or touched.
package struct HistoryReading {
    private let repository: GitRepository
    private let objects: GitObjects
    private let cache: UserCache?
    private let workers: Workers
    /// Contents of the revision that was read last: most files are the same a month later.
    private var kept: [String: [UInt8]] = [:]
    /// The same for what they were read as.
    private var known = ParsedFiles()
    private var last: (tree: String, revision: ContentRevision, reading: PortfolioReading)?
    /// What was scored, as long as it may be compared with the month end behind it.
    private var scored: [MonthEndTree: CommittedChanges.State] = [:]

    /// - Parameters:
    ///   - asOf: the day of the scores of today: the last month ends up to it are scored.
    ///   - git: nothing where there is none.
    ///   - cache: where answers are kept; nothing: nowhere.
    ///   - isLogging: whether to say what was changed from month end to month end, too.
    package static func read(
        _ folder: ContentFolder, asOf: CivilDate, months: Int, git: Git?, cache: UserCache?, workers: Workers,
        isLogging: Bool = false
    ) async throws(HistoryError) -> History {
        guard let git else { throw .noGit }
        let repository = try GitRepository(around: folder.location, git: git)
        var reading = HistoryReading(
            repository: repository, objects: GitObjects(of: repository), cache: cache, workers: workers)
        let history: History?
        do throws(GitError) {
            history = try await reading.history(
                of: folder, days: MonthEnd.last(months, upTo: asOf), asOf: asOf, isLogging: isLogging)
        } catch {
            throw .git(error)
        }
        guard let history else { throw .untracked(folder.location) }
        return history
    }

    /// Nothing where the content is in none of the commits.
    private mutating func history(
        of folder: ContentFolder, days: [CivilDate], asOf: CivilDate, isLogging: Bool
    ) async throws(GitError) -> History? {
        let yearAgo = asOf.advanced(by: -UntouchedReviews.year)
        let commits = try repository.commits(backTo: min(days.first ?? asOf, yearAgo).lastSecond)
        let chosen = days.map { day in commits.first { $0.second <= day.lastSecond } }
        let trees = try repository.contentTrees(of: Set(chosen.compactMap { $0?.id } + [repository.head]).sorted())
        guard !trees.isEmpty else { return nil }

        var points: [History.Point] = []
        var changes: [CivilDate: [ChangeLog.Entry]] = [:]
        var before: (point: MonthEndTree, commit: String)?
        for (day, commit) in zip(days, chosen) {
            let state = try await state(of: commit.map { ($0.id, trees[$0.id]) }, on: day)
            points.append(History.Point(day: day, commit: commit?.id, state: state))
            guard isLogging, case .scored = state, let commit, let tree = trees[commit.id] else { continue }
            let now = (point: MonthEndTree(tree: tree, day: day), commit: commit.id)
            if let before { changes[day] = try await entries(from: before, to: now) }
            before = now
            scored = scored.filter { $0.key == now.point }
        }
        let untouched = try UntouchedReviews(repository: repository, objects: objects, cache: cache)
            .journeys(of: folder, commits: commits, headTree: trees[repository.head], asOf: asOf)
        return History(points: points, untouched: untouched, changes: changes)
    }

    private mutating func state(
        of commit: (id: String, tree: String?)?, on day: CivilDate
    ) async throws(GitError) -> History.State {
        guard let commit else { return repository.isShallow ? .cutOff : .noCommit }
        guard let tree = commit.tree else { return .noContent }
        if let known = cache?.state(ofTree: tree, on: day) { return known }
        let (revision, reading) = try await portfolio(ofTree: tree, on: day)
        let state: History.State
        let errors = reading.diagnostics.filter { $0.severity == .error && !$0.code.isOfGovernance }
        if let first = errors.first {
            state = .broken(errors: errors.count, first: "\(first.location.path): \(first.message)")
        } else {
            let figures = ScoredPortfolio.score(reading.linked, asOf: day).value
            scored[MonthEndTree(tree: tree, day: day)] = CommittedChanges.State(revision: revision, scored: figures)
            state = .scored(History.Figures(figures))
        }
        cache?.keep(state, ofTree: tree, on: day)
        return state
    }

    /// Linked once a tree: the day changes nothing before the scores.
    private mutating func portfolio(
        ofTree tree: String, on day: CivilDate
    ) async throws(GitError) -> (revision: ContentRevision, reading: PortfolioReading) {
        if let last, last.tree == tree { return (last.revision, last.reading) }
        let revision = try ContentRevision(ofTree: tree, in: repository, objects: objects, kept: &kept)
        let reading = await PortfolioReading.read(
            revision, options: PortfolioReading.Options(asOf: day, today: day), workers: workers, known: &known)
        last = (tree, revision, reading)
        return (revision, reading)
    }

    // MARK: Changes

    private struct MonthEndTree: Hashable {
        let tree: String
        let day: CivilDate
    }

    private mutating func entries(
        from base: (point: MonthEndTree, commit: String), to head: (point: MonthEndTree, commit: String)
    ) async throws(GitError) -> [ChangeLog.Entry] {
        if base.point.tree == head.point.tree { return [] }
        let name = "changes-\(base.commit)-\(base.point.day.iso)-\(head.commit)-\(head.point.day.iso)"
        if let known = cache?.changes(named: name) { return known }
        let before = try await state(at: base.point)
        let now = try await state(at: head.point)
        let entries = try CommittedChanges(repository: repository, objects: objects).entries(
            from: before, to: now, commits: (base.commit, head.commit), month: head.point.day)
        cache?.keep(changes: entries, named: name)
        return entries
    }

    private mutating func state(at point: MonthEndTree) async throws(GitError) -> CommittedChanges.State {
        if let known = scored[point] { return known }
        let (revision, reading) = try await portfolio(ofTree: point.tree, on: point.day)
        return CommittedChanges.State(
            revision: revision, scored: ScoredPortfolio.score(reading.linked, asOf: point.day).value)
    }
}

extension CivilDate {
    /// The end of the day in UTC, in seconds since 1970-01-01.
    var lastSecond: Int { (days + 1) * 86_400 - 1 }
}
