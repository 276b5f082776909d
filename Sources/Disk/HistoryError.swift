/// Why there is no history to read. Nothing else needs one: a site is built and checked without.
package enum HistoryError: Error, Hashable, Sendable, CustomStringConvertible {
    case noGit
    case noRepository(String)
    case noCommits(String)
    case untracked(String)
    case unusableName(String)
    case git(GitError)
    case unwritable(String, SystemError)

    package var description: String {
        switch self {
        case .noGit: "the history is read with git, and there is none in PATH: install git"
        case .noRepository(let folder):
            "'\(folder)' is in no work tree of a git repository, so it has no history: put it under git, and commit it"
        case .noCommits(let folder):
            "the repository of '\(folder)' has no commit yet, so there is no history: commit it"
        case .untracked(let folder):
            "'\(folder)' is in no commit of its repository, so it has no history: add it to git, and commit it"
        case .unusableName(let folder):
            "the path of '\(folder)' in its repository has a line break, so its history can't be asked for: rename it"
        case .git(let error): "the history can't be read: \(error)"
        case .unwritable(let path, let error): "'\(path)' can't be written: \(error)"
        }
    }

    /// As in `sysexits.h`.
    package var exitCode: Int32 {
        switch self {
        case .noGit: SysExit.unavailable
        case .noRepository, .noCommits, .untracked, .unusableName: SysExit.noInput
        case .unwritable(_, let error): error.isForbidden ? SysExit.noPermission : SysExit.ioError
        case .git(let error): error.failure == .stoodStill ? SysExit.temporaryFailure : SysExit.ioError
        }
    }
}
