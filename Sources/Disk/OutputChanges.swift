import Pages

/// The changes to an output folder other than pages: its manifest, and what is removed.
struct OutputChanges {
    private(set) var removed = 0
    private let root: OpenFolder
    private let shownPrefix: String
    /// What is in the manifest: its bytes as it was found, and then what was written, which is in the plan anyway.
    private var found: [UInt8]?
    private var written: PublishedManifest?
    private var cursor: FolderCursor

    /// - Parameter manifest: what is in the manifest; nothing if there is none.
    init(root: OpenFolder, shownPrefix: String, manifest: [UInt8]?) {
        self.root = root
        self.shownPrefix = shownPrefix
        found = manifest
        cursor = FolderCursor(root: root)
    }

    /// Not if it says so already. Who clears the folder meanwhile may have removed it: without it, nobody knew whose the rest is.
    mutating func write(_ new: PublishedManifest) throws(PublishError) {
        let isThere = (try? root.status(of: PublishedManifest.name)) != nil
        if new == written, isThere { return }
        let bytes = new.bytes
        if bytes != found || !isThere {
            let shown = shownPrefix + PublishedManifest.name
            try root.replaceFile(
                named: PublishedManifest.name, temporary: TemporaryName.manifest,
                failure: { .failed(.write, path: shown, $0) }
            ) { (file) throws(PublishError) in
                do throws(SystemError) {
                    try file.write(bytes)
                } catch {
                    throw .failed(.write, path: shown, error)
                }
            }
        }
        (found, written) = (nil, new)
    }

    func removeLeftover(_ path: String) throws(PublishError) {
        do throws(SystemError) {
            var folder = root
            let names = path.split(separator: "/")
            for name in names.dropLast() { folder = try folder.folder(named: String(name)) }
            guard let name = names.last.map(String.init), try folder.status(of: name)?.kind != .folder else { return }
            try folder.removeFile(named: name)
        } catch {
            throw .failed(.remove, path: shownPrefix + path, error)
        }
    }

    /// Removes a file of ours. A folder, or a link that somebody put in its place, is not.
    mutating func remove(_ path: SitePath) throws(PublishError) {
        do throws(SystemError) {
            let folder = try cursor.folder(of: path, missing: .fail)
            guard try folder.status(of: String(path.name))?.kind == .file else { return }
            try folder.removeFile(named: String(path.name))
            removed += 1
        } catch {
            if error.isMissing || error.isNoFolder { return }
            throw .failed(.remove, path: shownPrefix + path.text, error)
        }
    }

    /// Removes a folder if it is empty.
    mutating func removeFolder(_ path: SitePath) throws(PublishError) {
        do throws(SystemError) {
            try cursor.folder(of: path, missing: .fail).removeFolder(named: String(path.name))
        } catch {
            if error.isMissing || error.isNoFolder || error.isNotEmpty || error.isMountPoint { return }
            throw .failed(.remove, path: shownPrefix + path.text, error)
        }
    }

    /// Removes what the site no longer has, and the folders that this left empty.
    mutating func remove(_ stale: [SitePath], replacedBy paths: [SitePath]) throws(PublishError) {
        if stale.isEmpty { return }
        let twins = Dictionary(paths.map { ($0.folded, $0) }) { first, _ in first }
        var folders: Set<SitePath> = []
        for path in stale {
            if let twin = twins[path.folded], try takesPlace(twin, of: path) { continue }
            try remove(path)
            var folder = path.folder
            while let current = folder, folders.insert(current).inserted { folder = current.folder }
        }
        for folder in folders.sorted().reversed() { try removeFolder(folder) }
    }

    /// On a disk that ignores case, `Home.html` is `home.html`: it only gets its new name.
    private mutating func takesPlace(_ new: SitePath, of old: SitePath) throws(PublishError) -> Bool {
        do throws(SystemError) {
            let folder = try cursor.folder(of: old, missing: .fail)
            let newFolder = try cursor.folder(of: new, missing: .fail)
            guard let status = try folder.status(of: String(old.name)),
                try newFolder.status(of: String(new.name))?.identity == status.identity
            else { return false }
            try folder.rename(String(old.name), to: String(new.name), in: newFolder)
            return true
        } catch {
            if error.isMissing || error.isNoFolder { return false }
            throw .failed(.write, path: shownPrefix + new.text, error)
        }
    }
}
