import Pages

/// What is in an output folder, and whose each thing is.
struct OutputSurvey {
    /// Files of ours.
    private(set) var own: [SitePath] = []
    /// Files and links that were adopted before.
    private(set) var adopted: [SitePath] = []
    /// Files and links that nobody told us about. One whose name is no path of a site can be shown, but never be adopted.
    private(set) var foreign: [(shown: String, path: SitePath?)] = []
    /// Hidden files and folders that the site does not have: git's, a desktop's. They are left alone.
    private(set) var hidden: [SitePath] = []
    private(set) var folders: [SitePath] = []
    /// Files that a run which was killed was writing.
    private(set) var leftovers: [String] = []

    /// Nothing of anybody's is there, so that nothing need be compared.
    var isEmpty: Bool {
        own.isEmpty && adopted.isEmpty && foreign.isEmpty && hidden.isEmpty && folders.isEmpty
    }

    /// Folders that can't be looked into.
    private(set) var failures: [(path: String, error: SystemError)] = []

    /// - Parameters:
    ///   - written: what the last manifest lists as ours.
    ///   - isSameFile: whether two names are one file, as on a disk that ignores case or composes accents.
    init(
        of root: OpenFolder, written: Set<SitePath>, adopted known: [SitePath], wanted: Set<SitePath>,
        isSameFile: (SitePath, SitePath) -> Bool
    ) {
        let known = Set(known)
        let hiddenFolders = Self.hiddenFolders(of: written).union(Self.hiddenFolders(of: wanted))
        let walk = FolderWalk(root) { path, name in
            if path == PublishedManifest.name { return .ignore }
            guard SourceFolder.isHidden(name), !TemporaryName.isOne(name) else { return .enter }
            return hiddenFolders.contains(path) ? .enter : .mention
        }
        var twins: [String: SitePath]?
        for entry in walk.entries {
            if TemporaryName.endsPath(entry.path) {
                leftovers.append(entry.path)
                continue
            }
            if case .failed(let error) = entry.kind {
                failures.append((entry.path, error))
                continue
            }
            guard entry.kind != .notUTF8, let path = SitePath(entry.path) else {
                foreign.append((entry.path, nil))
                continue
            }
            switch entry.kind {
            case .folder where path.isHidden && !hiddenFolders.contains(entry.path): hidden.append(path)
            case .folder: folders.append(path)
            case .file where written.contains(path): own.append(path)
            case _ where known.contains(path): adopted.append(path)
            case _ where path.isHidden && !wanted.contains(path) && !written.contains(path): hidden.append(path)
            default:
                if twins == nil { twins = Dictionary(written.map { ($0.folded, $0) }) { first, _ in first } }
                if let twin = twins?[path.folded], twin != path, isSameFile(twin, path) {
                    own.append(path)
                } else {
                    foreign.append((entry.path, path))
                }
            }
        }
    }

    private static func hiddenFolders(of paths: Set<SitePath>) -> Set<String> {
        var folders: Set<String> = []
        for path in paths where path.isHidden {
            var next = path.folder
            while let folder = next {
                folders.insert(folder.text)
                next = folder.folder
            }
        }
        return folders
    }
}

/// The names that files have while they are being written: a next run knows what a kill left behind.
enum TemporaryName {
    private static let prefix = SitePath.reservedPrefix + "tmp-"

    /// Of the manifest, which no worker writes.
    static let manifest = prefix + "manifest"

    static func isOne(_ name: String) -> Bool { name.utf8.starts(with: prefix.utf8) }

    static func endsPath(_ path: String) -> Bool {
        path.utf8.lastIndex(of: UInt8(ascii: "/")).map {
            path.utf8[path.utf8.index(after: $0)...].starts(with: prefix.utf8)
        }
            ?? isOne(path)
    }

    /// - Parameters:
    ///   - process: keeps runs apart where the disk can't lock.
    ///   - writer: keeps the workers of a run apart; each writes one file at a time.
    static func make(process: Int32, writer: Int) -> String { "\(prefix)\(process)-\(writer)" }
}

extension SitePath {
    /// Whether a name in it starts with `.`.
    var isHidden: Bool {
        var isStart = true
        for byte in text.utf8 {
            if isStart, byte == UInt8(ascii: ".") { return true }
            isStart = byte == UInt8(ascii: "/")
        }
        return false
    }
}
