import Diagnostics
import Synchronization

/// What may be meant by names that lead nowhere: ids, titles, anchors and files, in the forms in which they are looked up.
///
/// Each form is made when the first mistake asks for it, and kept for the others: a folder that was renamed makes thousands.
final class NearNames: Sendable {
    /// Files that are compared by what they are called.
    struct Files: Sendable {
        let names: CandidateNames
        private let paths: [String: String]

        fileprivate init(_ paths: some Sequence<String>, called name: (String) -> String) {
            self.paths = Dictionary(paths.map { (name($0), $0) }, uniquingKeysWith: { first, _ in first })
            names = CandidateNames(self.paths.keys)
        }

        /// The first file of a name.
        func path(of name: String) -> String? { paths[name] }
    }

    /// Which files are compared.
    enum Group: Hashable {
        case all(isContent: Bool)
        case kind(ContentKind)
        /// With those of the folders in it.
        case folder(String, isContent: Bool)
    }

    private struct Known {
        var ids: [ContentKind: CandidateNames] = [:]
        var titles: [ContentKind: Titles] = [:]
        var owners: [ContentKind: [String: [String]]] = [:]
        /// In the order of their bytes.
        var paths: [Bool: [String]] = [:]
        var pathsByName: [Bool: [String: [String]]] = [:]
        var groups: [Group: Files] = [:]
    }

    /// In lower case.
    private struct Titles {
        var ids: Set<String> = []
        var items: [String: [Target]] = [:]
    }

    private let portfolio: Portfolio
    private let directory: Directory
    private let known = Mutex(Known())

    init(_ portfolio: Portfolio, _ directory: Directory) {
        self.portfolio = portfolio
        self.directory = directory
    }

    func ids(of kind: ContentKind) -> CandidateNames {
        known.withLock { known in
            known.ids.value(for: kind) { CandidateNames(directory.ids(of: kind)) }
        }
    }

    /// The items that have a text as their title, in whatever case; nothing where one has it as its id, which is told as such.
    func items(titled text: String, of kinds: [ContentKind]) -> [Target]? {
        let folded = text.lowercased()
        return known.withLock { known in
            var found: [Target] = []
            for kind in kinds {
                let titles = known.titles.value(for: kind) { foundTitles(of: kind) }
                if titles.ids.contains(folded) { return nil }
                found += titles.items[folded] ?? []
            }
            return found
        }
    }

    private func foundTitles(of kind: ContentKind) -> Titles {
        var titles = Titles()
        for id in directory.ids(of: kind) {
            titles.ids.insert(id.lowercased())
            guard let item = directory.item(kind, id: id) else { continue }
            titles.items[portfolio.record(of: item).title.lowercased(), default: []].append(item)
        }
        return titles
    }

    /// The ids of the items of a kind that have an anchor of a name.
    func owners(ofAnchor name: String, kind: ContentKind) -> [String] {
        known.withLock { known in
            known.owners.value(for: kind) {
                var owners: [String: [String]] = [:]
                for id in directory.ids(of: kind) {
                    guard let item = directory.item(kind, id: id) else { continue }
                    let anchors = directory.anchors(of: item)
                    for name in Set(anchors.map(\.id) + anchors.compactMap(\.hostID)) {
                        owners[name, default: []].append(id)
                    }
                }
                return owners
            }[name] ?? []
        }
    }

    // MARK: Files

    /// The files with the last part of a path, wherever they lie.
    ///
    /// - Parameter isContent: whether they are content files, or all others.
    func paths(called name: String, isContent: Bool) -> [String] {
        known.withLock { known in
            let paths = known.paths.value(for: isContent) { foundPaths(isContent: isContent) }
            return known.pathsByName.value(for: isContent) {
                Dictionary(grouping: paths) { Self.fileName($0) }
            }[name] ?? []
        }
    }

    func files(_ group: Group) -> Files {
        known.withLock { known in
            if let files = known.groups[group] { return files }
            let files: Files
            switch group {
            case .all(let isContent):
                let paths = known.paths.value(for: isContent) { foundPaths(isContent: isContent) }
                files = Self.files(paths, isContent: isContent)
            case .kind(let kind):
                let paths = known.paths.value(for: true) { foundPaths(isContent: true) }
                files = Self.files(paths.filter { directory.item(atPath: $0)?.kind == kind }, isContent: true)
            case .folder(let folder, let isContent):
                let paths = known.paths.value(for: isContent) { foundPaths(isContent: isContent) }
                files = Self.files(paths[paths.range(in: folder)], isContent: isContent)
            }
            known.groups[group] = files
            return files
        }
    }

    /// Content files end in '.md': that makes no two of them alike.
    private static func files(_ paths: some Sequence<String>, isContent: Bool) -> Files {
        Files(paths) { Self.compared($0, isContent: isContent) }
    }

    private func foundPaths(isContent: Bool) -> [String] {
        let paths = isContent ? directory.paths : portfolio.files.filter { directory.item(atPath: $0) == nil }
        return paths.sorted { $0.precedesInBytes($1) }
    }

    static func fileName(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }

    /// What a file is compared by.
    static func compared(_ path: String, isContent: Bool) -> String {
        isContent ? ItemID.stem(of: path) : fileName(path)
    }
}

extension Dictionary {
    /// The value that is kept for a key, made if it is asked for the first time.
    fileprivate mutating func value(for key: Key, make: () -> Value) -> Value {
        if let value = self[key] { return value }
        let value = make()
        self[key] = value
        return value
    }
}

extension [String] {
    /// Of paths in the order of their bytes: those in a folder, which ends in a slash, and in the folders in it.
    fileprivate func range(in folder: String) -> Range<Int> {
        func first(where isReached: (String) -> Bool) -> Int {
            var (low, high) = (0, count)
            while low < high {
                let middle = (low + high) / 2
                if isReached(self[middle]) { high = middle } else { low = middle + 1 }
            }
            return low
        }
        let start = first { !$0.precedesInBytes(folder) }
        let end = first { !$0.precedesInBytes(folder) && !$0.utf8.starts(with: folder.utf8) }
        return start..<Swift.max(start, end)
    }
}
