import Diagnostics
import Journeys

/// The repository that a content folder lies in, and where in it.
struct GitRepository {
    struct Commit: Hashable {
        let id: String
        /// Of the commit, in seconds since 1970-01-01.
        let second: Int
    }

    /// A file of a tree.
    struct Entry: Hashable {
        enum Kind: Hashable {
            case file, link
            /// The commit of another repository.
            case other
        }

        /// Relative to the tree.
        let path: String
        let isUTF8: Bool
        let kind: Kind
        let object: String
    }

    let git: Git
    /// The content folder: git finds the repository from there.
    let folder: String
    /// Of the content folder, relative to the top of the repository; empty or with a `/` at its end.
    let prefix: String
    /// What came before some commit is not there.
    let isShallow: Bool
    /// The commit that is checked out.
    let head: String

    /// - Parameter missing: of a content folder that is not checked out, its path in `folder`, with a `/` at its end: of that commits
    ///   alone can be read, and those a repository without a working tree has, too.
    init(around folder: String, missing: String? = nil, git: Git) throws(HistoryError) {
        self.git = git
        self.folder = folder
        let place: [UInt8]
        do throws(GitError) {
            place = try git.answer(
                [
                    "rev-parse", "--is-inside-work-tree", "--is-bare-repository", "--is-shallow-repository",
                    "--show-prefix",
                ], in: folder)
        } catch {
            throw error.complaint.hasPrefix("not a git repository") ? .noRepository(folder) : .git(error)
        }
        let lines = place.split(separator: UInt8(ascii: "\n"), maxSplits: 3, omittingEmptySubsequences: false)
        let isTrue = lines.prefix(3).map { $0.elementsEqual("true".utf8) }
        guard lines.count == 4, isTrue[0] || missing != nil && isTrue[1] else { throw .noRepository(folder) }
        isShallow = isTrue[2]
        prefix = String(decoding: lines[3].dropLast(), as: UTF8.self) + (missing ?? "")
        // A request for an object is a line.
        guard !prefix.contains("\n") else { throw .unusableName(folder) }
        do throws(GitError) {
            head = Self.line(try git.answer(["rev-parse", "--verify", "--quiet", "HEAD^{commit}"], in: folder))
        } catch {
            throw error.complaint.isEmpty ? .noCommits(folder) : .git(error)
        }
    }

    /// The commit that a revision names, in any of git's ways; nothing where it names none.
    func commit(named revision: String) throws(GitError) -> String? {
        do throws(GitError) {
            func named(_ name: String) throws(GitError) -> String {
                Self.line(try git.answer(["rev-parse", "--verify", "--quiet", "--end-of-options", name], in: folder))
            }
            // Behind `:/` all is text that is looked for.
            let id = try named((revision.hasPrefix(":/") ? try named(revision) : revision) + "^{commit}")
            // `^main` names what is left out, and is answered with a `^`.
            return id.hasPrefix("^") ? nil : id
        } catch {
            if case .ended = error.failure { return nil }
            throw error
        }
    }

    /// The first-parent history of what is checked out, from there back to the first commit that is no younger than a second.
    func commits(backTo second: Int) throws(GitError) -> [Commit] {
        var commits: [Commit] = []
        var rest: [UInt8] = []
        try git.stream(["rev-list", "--first-parent", "--timestamp", head, "--"], in: folder) { bytes in
            rest += bytes
            var start = rest.startIndex
            while let end = rest[start...].firstIndex(of: UInt8(ascii: "\n")) {
                // `1793664000 5f1c…`
                let parts = rest[start..<end].split(separator: UInt8(ascii: " "))
                start = end + 1
                guard parts.count == 2, let time = Int(Self.line(parts[0])) else { continue }
                commits.append(Commit(id: Self.line(parts[1]), second: time))
                if time <= second { return .enough }
            }
            rest.removeSubrange(..<start)
            return .more
        }
        return commits
    }

    /// The tree of the content folder in each of some commits; none where it is not there.
    func contentTrees(of commits: [String]) throws(GitError) -> [String: String] {
        let path = prefix.hasSuffix("/") ? String(prefix.dropLast()) : prefix
        let names = commits.map { "\($0):\(path)\n" }.joined()
        let answer = try git.answer(
            ["cat-file", "--batch-check=%(objectname) %(objecttype)"], in: folder, input: Array(names.utf8))
        var trees: [String: String] = [:]
        for (commit, line) in zip(commits, answer.split(separator: UInt8(ascii: "\n"))) {
            // `5f1c… tree`, or `5f1c…:content missing`
            let parts = line.split(separator: UInt8(ascii: " "))
            if parts.count == 2, parts[1].elementsEqual("tree".utf8) { trees[commit] = Self.line(parts[0]) }
        }
        return trees
    }

    /// Every file of a tree, at every depth, in git's own order.
    func entries(ofTree tree: String) throws(GitError) -> [Entry] {
        let answer = try git.answer(["ls-tree", "-r", "-z", "--full-tree", tree], in: folder)
        return answer.split(separator: 0).compactMap { record in
            // `100644 blob 5f1c…<tab>journeys/move-home.md`
            guard let tab = record.firstIndex(of: UInt8(ascii: "\t")) else { return nil }
            let parts = record[..<tab].split(separator: UInt8(ascii: " "))
            guard parts.count == 3 else { return nil }
            let name = record[(tab + 1)...]
            let valid = String(validating: name, as: UTF8.self)
            let kind: Entry.Kind =
                switch Self.line(parts[0]) {
                case "120000": .link
                case "160000": .other
                default: .file
                }
            return Entry(
                path: valid ?? String(decoding: name, as: UTF8.self), isUTF8: valid != nil, kind: kind,
                object: Self.line(parts[2]))
        }
    }

    /// Bytes of a line as text, without its end.
    static func line(_ bytes: some Sequence<UInt8>) -> String {
        var text = String(decoding: Array(bytes), as: UTF8.self)
        if text.last == "\n" { text.removeLast() }
        return text
    }
}
