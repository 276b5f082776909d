#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// Paths as code hosts know them: from the root of the repository that the content lies in, wherever the command was run and however the
/// folder was named there. Without a repository, from the folder that the command was run in.
///
/// The root is the nearest folder upwards that has a `.git`; git itself is not asked, since reports need no git.
package struct RepositoryPaths: Sendable {
    private let workingFolder: [Substring]
    private let root: [Substring]
    private let hasRepository: Bool

    /// - Parameters:
    ///   - folder: as it was named on the command line.
    ///   - workingFolder: where the command was run, from the root of the disk on; asked for unless given.
    package init(around folder: String, workingFolder: String? = nil) {
        let working = Self.names(of: workingFolder ?? Self.current(), in: [])
        self.workingFolder = working
        var place = Self.names(of: folder, in: working)
        while !place.isEmpty, !Self.hasRepository("/" + place.joined(separator: "/")) { place.removeLast() }
        hasRepository = !place.isEmpty
        root = hasRepository ? place : working
    }

    /// Of a path that messages show; one outside of the root stays whole.
    package func path(of shown: String) -> String {
        guard !shown.isEmpty else { return "" }
        let names = Self.names(of: shown, in: workingFolder)
        guard names.starts(with: root) else { return "/" + names.joined(separator: "/") }
        return names.dropFirst(root.count).joined(separator: "/")
    }

    /// What stands before a path of the content folder in all that is published, with a `/` at its end: from the root of the repository;
    /// without one the folder's own name. It is the same on every machine and however the folder was named, and tells nothing of the folders
    /// that a repository happens to lie in.
    static func published(_ folder: String, workingFolder: String? = nil) -> String {
        let paths = RepositoryPaths(around: folder, workingFolder: workingFolder)
        let names = names(of: folder, in: paths.workingFolder)
        let shown = paths.hasRepository ? names.dropFirst(paths.root.count) : names.suffix(1)
        return shown.map { $0 + "/" }.joined()
    }

    /// A path's names from the root of the disk on, without `.` and `..`.
    private static func names(of path: String, in folder: [Substring]) -> [Substring] {
        var names = path.utf8.first == UInt8(ascii: "/") ? [] : folder
        for name in path.split(separator: "/") where name != "." {
            if name == ".." {
                if !names.isEmpty { names.removeLast() }
            } else {
                names.append(name)
            }
        }
        return names
    }

    private static func hasRepository(_ folder: String) -> Bool { (try? FileStatus(at: folder + "/.git")) != nil }

    private static func current() -> String {
        guard let path = getcwd(nil, 0) else { return "/" }
        defer { free(path) }
        return String(cString: path)
    }
}
