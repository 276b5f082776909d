import Diagnostics

/// The content folder as it is on the disk, with what git knows of it: files that are as in the index have their object for a
/// version, and need not be read twice; those that a sparse checkout leaves out are as the index has them, as git takes them, too.
struct WorkingTree: ContentSource {
    private let folder: ContentFolder
    /// What is on the disk.
    private let listed: Checked<[File]>
    private let objects: [String: String]
    private let submodules: [String]
    /// The files of the index that are not on the disk: their objects, and what is in them.
    private let left: [String: String]
    private let contents: [String: [UInt8]]

    /// - Parameter submodules: folders that are repositories of their own: no revision has what is in them, so it is left out here, too.
    private init(
        _ folder: ContentFolder, listed: Checked<[File]>, objects: [String: String], submodules: [String],
        left: [String: String], contents: [String: [UInt8]]
    ) {
        self.folder = folder
        self.listed = listed
        self.objects = objects
        self.submodules = submodules
        self.left = left
        self.contents = contents
    }

    init(_ folder: ContentFolder, index: GitIndex, objects: GitObjects) throws(GitError) {
        let listed = folder.list()
        let present = Set(listed.value.map(\.path))
        let left = index.skipped.filter { !present.contains($0.key) && !ContentFolder.isBelowIgnored($0.key) }
        let needed = Set(left.filter { ContentRevision.isRead($0.key) }.values)
        // To git a file in a folder that can't be looked into is as it was.
        let clean = index.clean.filter { present.contains($0.key) }
        self.init(
            folder, listed: listed, objects: clean.merging(left) { $1 }, submodules: index.submodules, left: left,
            contents: needed.isEmpty ? [:] : try objects.contents(of: needed.sorted()))
    }

    /// The same without what lies in further submodules.
    func leavingOut(_ further: [String]) -> WorkingTree {
        WorkingTree(
            folder, listed: listed, objects: objects, submodules: submodules + further, left: left, contents: contents)
    }

    /// The first of the files whose contents the clone lacks.
    var firstMissing: String? {
        left.filter { ContentRevision.isRead($0.key) && contents[$0.value] == nil }.keys.min()
    }

    func shownPath(of path: String) -> String { folder.shownPath(of: path) }

    func list() -> Checked<[File]> {
        var listed = listed
        if !left.isEmpty {
            listed.value += left.map { File(path: $0.key, size: contents[$0.value]?.count ?? 0) }
            listed.value.sort { $0.path.precedesInBytes($1.path) }
        }
        if !submodules.isEmpty {
            listed.value.removeAll { file in submodules.contains { file.path.hasPrefix($0 + "/") } }
        }
        return listed
    }

    func read(_ file: File) -> Checked<SourceText> {
        guard let object = left[file.path] else { return folder.read(file) }
        return Checked(SourceText(path: shownPath(of: file.path), bytes: contents[object] ?? []))
    }

    func version(of path: String) -> String? { objects[path] }
}

/// A revision that the content folder is not in.
struct NoContent: ContentSource {
    func shownPath(of path: String) -> String { path }
    func list() -> Checked<[File]> { Checked([]) }
    func read(_ file: File) -> Checked<SourceText> { Checked(SourceText(path: file.path, bytes: [])) }
}
