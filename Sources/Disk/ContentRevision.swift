import Diagnostics
import Journeys

/// The content folder as it was in a commit, in memory: read as the folder on the disk is.
struct ContentRevision: ContentSource {
    private let entries: [GitRepository.Entry]
    private let contents: [String: [UInt8]]
    private let root: String
    /// Files that this has, too, are read from the disk rather than from git.
    private let beside: WorkingTree?

    /// - Parameters:
    ///   - kept: contents that are known already, by their objects; left as those of this revision.
    ///   - root: what messages name before a path; nothing for what is kept for all that have this content, wherever it lies.
    ///   - hasRecord: whether what was recorded up to then belongs to it. It is of other commits.
    ///   - beside: the working tree, where it is known.
    init(
        ofTree tree: String, in repository: GitRepository, objects: GitObjects, kept: inout [String: [UInt8]],
        root: String = "", hasRecord: Bool = false, beside: WorkingTree? = nil
    ) throws(GitError) {
        self.root = root
        self.beside = beside
        entries = try repository.entries(ofTree: tree).filter { entry in
            (hasRecord || !ContentListing.isRecord(entry.path)) && !ContentFolder.isBelowIgnored(entry.path)
        }.sorted { $0.path.precedesInBytes($1.path) }
        // Assets are named, but what is in them counts for no score.
        let needed = Set(
            entries.filter { entry in
                entry.kind == .file && Self.isRead(entry.path) && beside?.version(of: entry.path) != entry.object
            }.map(\.object))
        kept = kept.filter { needed.contains($0.key) }
        let missing = needed.filter { kept[$0] == nil }.sorted()
        for (object, bytes) in try objects.contents(of: missing) { kept[object] = bytes }
        contents = kept
    }

    /// The first of the files that would have to be read and whose object the clone lacks, or has damaged.
    var firstMissing: String? {
        entries.first { entry in
            entry.kind == .file && Self.isRead(entry.path) && contents[entry.object] == nil
                && beside?.version(of: entry.path) != entry.object
        }?.path
    }

    static func isRead(_ path: String) -> Bool {
        let name = path.lowercased()
        return name.hasSuffix(".md") || name.hasSuffix(".csv") || path == PortfolioSettings.path
    }

    func shownPath(of path: String) -> String { root + path }

    /// The folders that are repositories of their own: nothing of them is in a tree.
    var submodules: [String] { entries.filter { $0.kind == .other }.map(\.path) }

    func list() -> Checked<[File]> {
        var files: [File] = []
        var diagnostics: [Diagnostic] = []
        for entry in entries {
            let place = Location(path: root + entry.path, range: 0..<0)
            if !entry.isUTF8 {
                diagnostics.append(Diagnostic(.notUTF8, at: place, "the name '\(entry.path)' is not valid UTF-8"))
            } else if entry.kind == .link {
                diagnostics.append(
                    Diagnostic(.symbolicLink, at: place, "'\(entry.path)' is a symbolic link and is left out"))
            } else if entry.kind == .file {
                files.append(File(path: entry.path, size: contents[entry.object]?.count ?? 0))
            }
        }
        return Checked(files, diagnostics)
    }

    func read(_ file: File) -> Checked<SourceText> {
        let entry = entry(at: file.path)
        if let beside, let entry, beside.version(of: file.path) == entry.object { return beside.read(file) }
        guard let entry, let bytes = contents[entry.object] else {
            let message = "'\(file.path)' is not in the repository's objects: the clone is not a full one"
            return Checked(
                SourceText(path: root + file.path, bytes: []),
                [Diagnostic(.unreadable, at: Location(path: root + file.path, range: 0..<0), message)])
        }
        return Checked(SourceText(path: root + file.path, bytes: bytes))
    }

    func version(of path: String) -> String? { entry(at: path)?.object }

    func blob(of path: String) -> String? {
        guard let object = entry(at: path)?.object, beside?.version(of: path) != object else { return nil }
        return object
    }

    private func entry(at path: String) -> GitRepository.Entry? {
        var (low, high) = (0, entries.count)
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].path.precedesInBytes(path) {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return entries.indices.contains(low) && entries[low].path.isSameInBytes(path) ? entries[low] : nil
    }
}
