/// Everything that is under a folder, links not followed.
struct FolderWalk {
    struct Entry {
        enum Kind: Hashable {
            case file, folder, link
            /// A pipe, a socket, a device.
            case other
            /// Its name is no UTF-8, so nothing can be said about it by name.
            case notUTF8
            /// It can't be looked at.
            case failed(SystemError)
        }

        /// Relative to the folder that is walked.
        let path: String
        let kind: Kind
    }

    enum Interest {
        case ignore
        /// It is listed, but if it is a folder, not what is in it.
        case mention
        case enter
    }

    /// In the order of the paths' bytes, those of folders taken as ending in `/`.
    private(set) var entries: [Entry] = []
    private let root: OpenFolder
    private let interest: (_ path: String, _ name: String) -> Interest

    init(_ root: OpenFolder, interest: @escaping (_ path: String, _ name: String) -> Interest) {
        self.root = root
        self.interest = interest
        // A stack of our own: folders may be nested deeper than calls may.
        var open: [(entry: Entry, isEntered: Bool)] = []
        list("", onto: &open)
        while let (entry, isEntered) = open.popLast() {
            entries.append(entry)
            if entry.kind == .folder, isEntered { list(entry.path, onto: &open) }
        }
    }

    /// Puts what is in a folder on the stack, the first on top.
    private mutating func list(_ path: String, onto open: inout [(entry: Entry, isEntered: Bool)]) {
        do throws(SystemError) {
            let folder = path.isEmpty ? root : try root.folder(named: path)
            let prefix = path.isEmpty ? "" : path + "/"
            var found: [(key: String, entry: Entry, isEntered: Bool)] = []
            for entry in try folder.entries() {
                let path = prefix + entry.name
                let interest = interest(path, entry.name)
                if interest == .ignore { continue }
                // With folders so sorted, walking into each as it comes gives all paths in the order of their bytes.
                let key = entry.kind == .folder ? entry.name + "/" : entry.name
                found.append((key, Entry(path: path, kind: Self.kind(of: entry)), interest == .enter))
            }
            found.sort { $1.key.precedesInBytes($0.key) }
            open += found.lazy.map { ($0.entry, $0.isEntered) }
        } catch {
            entries.append(Entry(path: path, kind: .failed(error)))
        }
    }

    /// As the folder has it: to ask for each file, for its size perhaps, would be a call a file.
    private static func kind(of entry: OpenFolder.Entry) -> Entry.Kind {
        guard entry.isUTF8 else { return .notUTF8 }
        return switch entry.kind {
        case .file: .file
        case .folder: .folder
        case .link: .link
        case .other: .other
        }
    }
}
