import Diagnostics
import Journeys

/// Where a portfolio's files come from: a folder of the disk, or a revision of one.
package protocol ContentSource: Sendable {
    typealias File = ContentFolder.File

    /// How messages name the file at a relative path.
    func shownPath(of path: String) -> String

    /// What stands before a relative path in what is published, such as `content/`: nothing of this machine.
    var publishedPrefix: String { get }

    /// All files but those that are ignored, by the bytes of their paths.
    func list() -> Checked<[File]>

    /// A file's bytes, as they are, under the path that messages show; no bytes if it can't be read.
    func read(_ file: File) -> Checked<SourceText>

    /// What tells the file at a path from all others; nothing where it may change at any time. Where git changes files when it checks
    /// them out, it is that of what was committed.
    func version(of path: String) -> String?

    /// The name that git gives to just the bytes that `read` returns, where it is known without reading them.
    func blob(of path: String) -> String?
}

extension ContentSource {
    package func version(of path: String) -> String? { nil }
    package func blob(of path: String) -> String? { nil }
    package var publishedPrefix: String { shownPath(of: "") }

    /// All files but those whose path is that of another in other code points: `é` can be one of them or two. Some disks keep the two
    /// apart; whoever names one of the files can't.
    func listOfDistinct() -> Checked<[ContentFolder.File]> {
        let listed = list()
        // In ASCII nothing can be written in two ways, and what is the same stands side by side.
        let isASCII = listed.value.allSatisfy { $0.path.isASCII }
        if isASCII, zip(listed.value, listed.value.dropFirst()).allSatisfy({ $0.path != $1.path }) { return listed }
        var diagnostics = listed.diagnostics
        var seen: Set<String> = []
        let files = listed.value.filter { file in
            // Equal strings may have different bytes.
            if seen.insert(file.path).inserted { return true }
            diagnostics.append(
                Diagnostic(
                    .duplicateID, at: Location(path: shownPath(of: file.path), range: 0..<0),
                    "another file has this name in other code points, so this one is not read",
                    hint: "rename one of the two, or delete it"))
            return false
        }
        return Checked(files, diagnostics)
    }
}

/// The folder that holds a portfolio's content.
package struct ContentFolder: ContentSource {
    package struct File: Hashable, Sendable {
        /// Relative to the content folder, with `/` between its names, in the bytes that the disk has.
        package let path: String
        /// How long it is, where that is known without asking the disk.
        package let size: Int?

        package init(path: String, size: Int?) {
            self.path = path
            self.size = size
        }
    }

    package let publishedPrefix: String
    private let folder: SourceFolder

    /// - Parameter location: the folder as it was named on the command line; it may be a link.
    package init(_ location: String) throws(FolderError) {
        folder = try SourceFolder(location)
        publishedPrefix = RepositoryPaths.published(location)
    }

    package var location: String { folder.location }

    package func shownPath(of path: String) -> String { folder.prefix + path }

    package func list() -> Checked<[File]> {
        let listed = folder.list(ignoring: Self.isIgnored)
        let files = listed.value.map { File(path: $0, size: nil) }
        return Checked(files, listed.diagnostics + emptySettingsFolder(among: files))
    }

    /// A folder of the name that settings have: with files in it, it is told of with those.
    private func emptySettingsFolder(among files: [File]) -> [Diagnostic] {
        let name = PortfolioSettings.path
        if files.contains(where: { $0.path == name || $0.path.hasPrefix(name + "/") }) { return [] }
        guard let status = try? FileStatus(at: location + "/" + name), status.kind == .folder else { return [] }
        return [ContentListing.settingsFolder(root: folder.prefix)]
    }

    package func read(_ file: File) -> Checked<SourceText> {
        folder.read(file.path)
    }

    /// Files and folders that start with `.`, `_` or the `~$` of what Office keeps beside an open file, and `README.md` however it is written, at every depth.
    static func isIgnored(_ name: String) -> Bool {
        SourceFolder.isHidden(name) || name.utf8.first == UInt8(ascii: "_") || name.utf8.starts(with: "~$".utf8)
            || SourceFolder.isReadMe(name)
    }

    /// Whether it lies in what is ignored, or is ignored itself.
    static func isBelowIgnored(_ path: String) -> Bool {
        path.utf8.split(separator: UInt8(ascii: "/")).contains { isIgnored(String(Substring($0))) }
    }
}
