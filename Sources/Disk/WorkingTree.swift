import Diagnostics

/// The content folder as it is on the disk, with what git knows of it: files that are as in the index have their object for a
/// version, and need not be read twice.
struct WorkingTree: ContentSource {
    private let folder: ContentFolder
    private let objects: [String: String]
    private let submodules: [String]

    /// - Parameter submodules: folders that are repositories of their own: no revision has what is in them, so it is left out here, too.
    init(_ folder: ContentFolder, objects: [String: String], submodules: [String]) {
        self.folder = folder
        self.objects = objects
        self.submodules = submodules
    }

    /// The same without what lies in further submodules.
    func leavingOut(_ further: [String]) -> WorkingTree {
        WorkingTree(folder, objects: objects, submodules: submodules + further)
    }

    func shownPath(of path: String) -> String { folder.shownPath(of: path) }

    func list() -> Checked<[File]> {
        var listed = folder.list()
        if !submodules.isEmpty {
            listed.value.removeAll { file in submodules.contains { file.path.hasPrefix($0 + "/") } }
        }
        return listed
    }

    func read(_ file: File) -> Checked<SourceText> { folder.read(file) }

    func version(of path: String) -> String? { objects[path] }
}

/// A revision that the content folder is not in.
struct NoContent: ContentSource {
    func shownPath(of path: String) -> String { path }
    func list() -> Checked<[File]> { Checked([]) }
    func read(_ file: File) -> Checked<SourceText> { Checked(SourceText(path: file.path, bytes: [])) }
}
