import Diagnostics

/// Two states of a repository to hold against each other, as git reads them.
///
/// ```
/// comparison = revision | revision ".." [ revision ] | [ revision ] "..." [ revision ]
/// ```
/// `main` is held against the working tree; `main..topic` against `topic`; `main...` and `main...topic` from where the two parted. An
/// end that is left out is `HEAD` before the dots, and the working tree behind them.
package struct ComparedRevisions: Hashable, Sendable {
    package let base: String
    /// Nothing: the working tree.
    package let head: String?
    /// Compare from where both parted.
    package let isFromMergeBase: Bool

    /// - Parameter head: a second argument; a range has its own.
    package init(_ base: String, head: String? = nil) throws(RevisionError) {
        guard !base.isEmpty, head != "" else { throw .malformed("") }
        func end(_ text: Substring) -> String? { text.isEmpty ? nil : String(text) }
        if let dots = Self.dots(in: base[...]) {
            guard head == nil else { throw .twoEnds(base) }
            let (first, second) = (base[..<dots.lowerBound], base[dots.upperBound...])
            guard Self.dots(in: second) == nil else { throw .malformed(base) }
            isFromMergeBase = base[dots].count == 3
            self.base = end(first) ?? "HEAD"
            self.head = end(second)
        } else {
            (self.base, self.head, isFromMergeBase) = (base, head, false)
        }
    }

    /// The first `..` or `...`, but for those in the words of a message: all of `:/fix a..b`, and what stands in the braces of
    /// `main^{/fix a..b}`.
    private static func dots(in text: Substring) -> Range<String.Index>? {
        if text.hasPrefix(":/") { return nil }
        var depth = 0
        var index = text.startIndex
        while index < text.endIndex {
            switch text[index] {
            case "{": depth += 1
            case "}": depth = max(0, depth - 1)
            case "." where depth == 0 && text[index...].hasPrefix(".."):
                let end = text[index...].hasPrefix("...") ? 3 : 2
                return index..<text.index(index, offsetBy: end)
            default: break
            }
            index = text.index(after: index)
        }
        return nil
    }
}

/// Why two states can't be held against each other.
package enum RevisionError: Error, Hashable, Sendable, CustomStringConvertible {
    case noGit
    case noRepository(String)
    /// There is no such folder, neither on the disk nor in what is compared.
    case folder(FolderError)
    case noCommits(String)
    case unusableName(String)
    case malformed(String)
    case twoEnds(String)
    /// `^main`
    case leftOut(String)
    case unknown(String, nearest: String?, isShallow: Bool)
    case noMergeBase(String, String, isShallow: Bool)
    /// The clone lacks contents of a revision, or has them damaged: the path of one, where that is known.
    case incomplete(String, path: String?)
    case git(GitError)

    init(_ error: HistoryError) {
        self =
            switch error {
            case .noGit: .noGit
            case .noRepository(let folder), .untracked(let folder): .noRepository(folder)
            case .noCommits(let folder): .noCommits(folder)
            case .unusableName(let folder): .unusableName(folder)
            case .git(let error): .git(error)
            case .unwritable(let path, _): .unusableName(path)
            }
    }

    package var description: String {
        switch self {
        case .noGit: "revisions are read with git, and there is none in PATH: install git"
        case .noRepository(let folder):
            "'\(folder)' is in no work tree of a git repository, so there is no revision of it: put it under git, and commit it"
        case .folder(let error): error.description
        case .noCommits(let folder): "the repository of '\(folder)' has no commit yet: there is nothing to compare with"
        case .unusableName(let folder):
            "the path of '\(folder)' in its repository has a line break, so revisions of it can't be asked for: rename it"
        case .malformed(let text):
            text.isEmpty
                ? "a revision is missing: name a branch, a tag or a commit, such as 'main'"
                : "'\(text)' is no revision and no range: expected 'main', 'main..topic' or 'main...topic'"
        case .twoEnds(let text): "'\(text)' names both ends already: leave the second argument out"
        case .leftOut(let name):
            "'\(name)' tells git what to leave out, and names no commit: write '\(name.drop { $0 == "^" })'"
        case .unknown(let name, let nearest, let isShallow):
            "there is no commit '\(name)' in this repository"
                + (nearest.map { ": did you mean '\($0)'?" } ?? Self.cure(isShallow, or: ": fetch it, or name another"))
        case .noMergeBase(let one, let other, let isShallow):
            "'\(one)' and '\(other)' have no commit in common"
                + Self.cure(isShallow, or: ": compare with '\(one)' itself")
        case .incomplete(let name, let path):
            "the clone lacks files of '\(name)', or has them damaged\(path.map { ", such as '\($0)'" } ?? ""): fetch them, "
                + "with 'git fetch --refetch --no-filter' say"
        case .git(let error): "the revision can't be read: \(error)"
        }
    }

    private static func cure(_ isShallow: Bool, or other: String) -> String {
        isShallow
            ? ": the clone is shallow, so fetch more ('git fetch --unshallow', or 'fetch-depth: 0' in a workflow)"
            : other
    }

    /// As in `sysexits.h`; what was asked wrongly is 64.
    package var exitCode: Int32 {
        switch self {
        case .noGit: SysExit.unavailable
        case .folder(let error): error.exitCode
        case .noRepository, .noCommits, .unusableName, .incomplete: SysExit.noInput
        case .malformed, .twoEnds, .leftOut, .unknown, .noMergeBase: 64
        case .git(let error): error.failure == .stoodStill ? SysExit.temporaryFailure : SysExit.ioError
        }
    }
}

extension GitRepository {
    /// The commit that a revision names; what it may have meant where it names none.
    func existingCommit(named name: String) throws(RevisionError) -> String {
        // Answers come by line, and an option is no revision.
        guard !name.isEmpty, !name.contains(where: \.isNewline), !name.utf8.contains(0) else { throw .malformed(name) }
        if name.hasPrefix("^") { throw .leftOut(name) }
        do throws(GitError) {
            if let commit = try commit(named: name) { return commit }
        } catch {
            throw .git(error)
        }
        throw .unknown(name, nearest: nearestReference(to: name), isShallow: isShallow)
    }

    /// The best common ancestor of two commits.
    func mergeBase(of one: String, and other: String, named names: (String, String)) throws(RevisionError) -> String {
        do throws(GitError) {
            let answer = Self.line(try git.answer(["merge-base", one, other], in: folder))
            if !answer.isEmpty { return answer }
        } catch {
            guard case .ended = error.failure else { throw .git(error) }
        }
        throw .noMergeBase(names.0, names.1, isShallow: isShallow)
    }

    /// Nothing for an ancestor of something: what is missing there is history, and no name.
    private func nearestReference(to name: String) -> String? {
        if name.contains(where: { "~^@:".contains($0) }) { return nil }
        let answer = try? git.answer(["for-each-ref", "--format=%(refname:short)"], in: folder)
        let names = (answer ?? []).split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
        return NearestName.nearest(to: name, among: names)
    }
}
