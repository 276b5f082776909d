import Pages

/// Walks from folder to folder under a root. It holds those on the way open, so that files that come sorted by path cost no
/// second walk, and follows no link.
struct FolderCursor {
    enum Missing {
        case make
        case fail
    }

    private let root: OpenFolder
    private var names: [Substring] = []
    private var folders: [OpenFolder] = []
    private var text: Substring?

    init(root: OpenFolder) {
        self.root = root
    }

    /// The folder that a file stands in.
    mutating func folder(of path: SitePath, missing: Missing) throws(SystemError) -> OpenFolder {
        let folderText = path.text[..<path.name.startIndex]
        if let text, text.utf8.elementsEqual(folderText.utf8) { return folders.last ?? root }
        text = nil
        let wanted = folderText.split(separator: "/")
        let shared = zip(names, wanted).prefix { $0.utf8.elementsEqual($1.utf8) }.count
        names.removeSubrange(shared...)
        folders.removeSubrange(shared...)
        for name in wanted[shared...] {
            let parent = folders.last ?? root
            let next =
                switch missing {
                case .make: try parent.folder(makingIfMissing: String(name))
                case .fail: try parent.folder(named: String(name))
                }
            names.append(name)
            folders.append(next)
        }
        text = folderText
        return folders.last ?? root
    }
}
