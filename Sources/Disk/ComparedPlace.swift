/// Where the content that is compared lies: a folder, or where one would be that only commits have.
struct ComparedPlace: Sendable {
    /// As it was named.
    let location: String
    /// Nothing where it is not checked out, or can't be read.
    let folder: ContentFolder?
    /// What messages name before a path.
    let root: String

    init(_ folder: ContentFolder) {
        location = folder.location
        self.folder = folder
        root = folder.shownPath(of: "")
    }

    /// - Parameter needsFolder: whether the working tree is compared.
    init(_ location: String, needsFolder: Bool) throws(FolderError) {
        self.location = location
        root = SourceFolder.prefix(for: location)
        do throws(FolderError) {
            folder = try ContentFolder(location)
        } catch {
            guard !needsFolder else { throw error }
            if case .notAFolder = error { throw error }
            folder = nil
        }
    }

    func repository(_ git: Git) throws(HistoryError) -> GitRepository {
        if folder != nil { return try GitRepository(around: location, git: git) }
        // The nearest folder above it that is there.
        var above = location.split(separator: "/", omittingEmptySubsequences: true)[...]
        var missing = ""
        while let name = above.popLast() {
            if name == ".." { throw .noRepository(location) }
            if name != "." { missing = name + "/" + missing }
            let path = (location.hasPrefix("/") ? "/" : "") + above.joined(separator: "/")
            let parent = path.isEmpty ? "." : path
            if let status = try? FileStatus(at: parent), status.kind == .folder {
                return try GitRepository(around: parent, missing: missing, git: git)
            }
        }
        throw .noRepository(location)
    }
}
