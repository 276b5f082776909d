import Diagnostics
import Journeys

/// Finds the journeys whose review date moved while nothing else of their files did in a year: reviewed by date alone.
///
/// Of every file that has stood at the same path for the whole year, each version is compared with the one of today, the line of
/// its review date left out. A file that moved, or came within the year, has changed. Source: "Scores", section 9.
struct UntouchedReviews {
    static let year = 365

    let repository: GitRepository
    let objects: GitObjects
    let cache: UserCache?

    /// - Parameters:
    ///   - folder: as it is on the disk: what is not committed yet counts as well.
    ///   - commits: the first-parent history from the head back to a year ago or more.
    /// - Returns: by id, what the rest of the file is told by; nothing where the commits do not go back a year, so that they can't tell.
    func journeys(
        of folder: ContentFolder, commits: [GitRepository.Commit], headTree: String?, asOf: CivilDate
    ) throws(GitError) -> [String: String]? {
        guard let headTree else { return [:] }
        let first = asOf.advanced(by: -Self.year).lastSecond
        // From the head on: what is younger than the day is left out, and one that is a year old is where the year begins.
        let year = commits.drop { $0.second > asOf.lastSecond }
        guard let start = year.firstIndex(where: { $0.second <= first }) else { return nil }
        let files: [File]
        if let known = cache?.untouched(atHead: repository.head, of: headTree, on: asOf) {
            files = known
        } else {
            files = try self.files(commits: year[...start])
            cache?.keep(untouched: files, atHead: repository.head, of: headTree, on: asOf)
        }
        var untouched: [String: String] = [:]
        for file in files {
            let source = folder.read(ContentFolder.File(path: file.path, size: 0))
            guard source.diagnostics.isEmpty, let version = JourneyVersion(source.value.bytes, at: file.path),
                version.checksum == file.checksum
            else { continue }
            untouched[version.id] = file.checksum
        }
        return untouched
    }

    /// A journey's file of which only the review date moved, and the checksum of all the rest.
    struct File: Hashable, Sendable {
        let path: String
        let checksum: String
    }

    /// The journeys' files of which only the review date moved in the year that commits span, in byte order.
    private func files(commits year: ArraySlice<GitRepository.Commit>) throws(GitError) -> [File] {
        let treeOfCommit = try repository.contentTrees(of: year.map(\.id))
        var trees: [String] = []
        for commit in year {
            // Where there was no content, all of it is new.
            guard let tree = treeOfCommit[commit.id] else { return [] }
            if tree != trees.last { trees.append(tree) }
        }
        guard trees.count > 1 else { return [] }
        let versions = try self.versions(through: trees)
        var untouched: [File] = []
        for (path, objects) in versions.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
            let contents = try self.objects.contents(of: objects.sorted())
            let read = objects.map { contents[$0].flatMap { JourneyVersion($0, at: path) } }
            guard let one = read.first ?? nil, read.allSatisfy({ $0?.checksum == one.checksum }),
                Set(read.map { $0?.reviewed?.iso }).count > 1
            else { continue }
            untouched.append(File(path: path, checksum: one.checksum))
        }
        return untouched
    }

    /// By the path of a journey's file: the objects that it was in a row of trees, where it was in all of them and changed.
    private func versions(through trees: [String]) throws(GitError) -> [String: Set<String>] {
        let pairs = zip(trees.dropFirst(), trees).map { "\($0) \($1)\n" }.joined()
        let answer = try repository.git.answer(
            ["diff-tree", "--stdin", "--raw", "-r", "-z", "--no-renames", "--no-ext-diff"], in: repository.folder,
            input: Array(pairs.utf8))
        var versions: [String: Set<String>] = [:]
        var interrupted: Set<String> = []
        // `<tree> <tree>`, a line end; then for each file `:100644 100644 <object> <object> M`, nothing, its path, nothing.
        var change: [String]?
        for field in answer.split(separator: 0) {
            let text = String(decoding: field, as: UTF8.self)
            if let parts = change {
                change = nil
                guard Self.isJourney(text) else { continue }
                if parts[4] == "M" {
                    versions[text, default: []].formUnion([parts[2], parts[3]])
                } else {
                    interrupted.insert(text)
                }
            } else if let colon = text.firstIndex(of: ":") {
                let parts = text[text.index(after: colon)...].split(separator: " ").map(String.init)
                if parts.count == 5 { change = parts }
            }
        }
        return versions.filter { !interrupted.contains($0.key) }
    }

    private static func isJourney(_ path: String) -> Bool {
        ContentListing.read([path], root: "").value.items.contains { $0.kind == .journey }
            && !path.split(separator: "/").contains { ContentFolder.isIgnored(String($0)) }
    }
}
