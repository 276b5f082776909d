import Diagnostics
import Journeys

/// What a check finds in an earlier revision of the content, read from git's objects: neither the working tree nor the index is looked at.
package enum RevisionFindings {
    package enum Failure: Error, Hashable, Sendable, CustomStringConvertible {
        case noGit
        case noRepository(String)
        case unknown(String, folder: String, isShallow: Bool)
        /// The path of a file that is missing, where that is known.
        case incomplete(String, path: String?)
        case repository(HistoryError)

        package var description: String {
            switch self {
            case .noGit: "'--new-since' asks git, and there is none in PATH: install git"
            case .noRepository(let folder):
                "'\(folder)' is in no work tree of a git repository, so there is no revision to compare it to"
            case .unknown(let revision, let folder, let isShallow): Self.unknown(revision, folder, isShallow)
            case .incomplete(let revision, let path): RevisionError.incomplete(revision, path: path).description
            case .repository(let error): error.description
            }
        }

        private static func unknown(_ revision: String, _ folder: String, _ isShallow: Bool) -> String {
            if revision.isEmpty { return "'--new-since' needs a revision: name a branch, a tag or a commit" }
            if revision.hasBytes(of: "..") {
                return "'\(revision)' is a range: '--new-since' takes one revision, such as a branch, a tag or a commit"
            }
            let start = "'\(revision)' names no commit in the repository of '\(folder)'"
            return isShallow
                ? start
                    + ", which is a shallow clone: fetch more of it, with 'git fetch --unshallow' or, on GitHub, 'fetch-depth: 0'"
                : start + ": name a branch, a tag or a commit, and fetch it first if it is not here"
        }

        /// A revision is part of the command line; the rest is the outside world.
        package var exitCode: Int32 {
            switch self {
            case .unknown: SysExit.usage
            case .noGit: SysExit.unavailable
            case .noRepository, .incomplete: SysExit.noInput
            case .repository(let error): error.exitCode
            }
        }
    }

    /// - Parameters:
    ///   - day: the day that the content is read for today: what is overdue on it was so in the revision, too.
    ///   - git: nothing where there is none.
    /// - Returns: nothing where the revision has no content folder.
    package static func baseline(
        of folder: ContentFolder, at name: String, day: CivilDate, git: Git?, workers: Workers
    ) async throws(Failure) -> Baseline? {
        guard let git else { throw .noGit }
        let repository: GitRepository
        do throws(HistoryError) {
            repository = try GitRepository(around: folder.location, git: git)
        } catch {
            if case .noRepository(let folder) = error { throw .noRepository(folder) }
            throw .repository(error)
        }
        let commit: String?
        let revision: ContentRevision?
        do throws(GitError) {
            // A control sign would never get through to git as it is.
            commit = name.utf8.contains { $0 < 0x20 } ? nil : try repository.commit(named: name)
            revision = try commit.flatMap { (commit) throws(GitError) in try content(of: commit, in: repository) }
        } catch {
            throw error.isOfMissingObject ? .incomplete(name, path: nil) : .repository(.git(error))
        }
        guard commit != nil else {
            throw .unknown(name, folder: folder.location, isShallow: repository.isShallow)
        }
        guard let revision else { return nil }
        if let path = revision.firstMissing { throw .incomplete(name, path: folder.shownPath(of: path)) }
        let building = await SiteBuilding.prepare(
            revision, overrides: nil, options: PortfolioReading.Options(asOf: day, today: day), workers: workers,
            isPublished: false)
        var lines: [String: SourceLines] = [:]
        let files = Dictionary(revision.list().value.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
        return Baseline(of: building.diagnostics, root: "") { path in
            if let known = lines[path] { return known }
            guard let file = files[path] else { return nil }
            let read = SourceLines(revision.read(file).value)
            lines[path] = read
            return read
        }
    }

    private static func content(
        of commit: String, in repository: GitRepository
    ) throws(GitError) -> ContentRevision? {
        guard let tree = try repository.contentTrees(of: [commit])[commit] else { return nil }
        var kept: [String: [UInt8]] = [:]
        return try ContentRevision(
            ofTree: tree, in: repository, objects: GitObjects(of: repository), kept: &kept, hasRecord: true)
    }
}
