import Journeys

/// What the index of a repository has of the content folder, by paths relative to it.
struct GitIndex {
    /// The objects of the files that lie on the disk as the index has them.
    private(set) var clean: [String: String] = [:]
    /// The objects of the files that the index says to take for unchanged, whatever lies on the disk: mostly nothing does, since a
    /// sparse checkout leaves them out.
    private(set) var skipped: [String: String] = [:]
    /// The folders that are repositories of their own.
    private(set) var submodules: [String] = []

    init(of repository: GitRepository) throws(GitError) {
        let (git, folder) = (repository.git, repository.folder)
        // Both tell paths relative to the folder that they are asked in, and of that folder alone.
        let changed = Set(
            try git.answer(["diff-files", "--name-only", "--relative", "-z", "--", "."], in: folder).split(separator: 0)
                .map { String(decoding: $0, as: UTF8.self) })
        for record in try git.answer(["ls-files", "--stage", "-v", "-z", "--", "."], in: folder).split(separator: 0) {
            // `H 100644 5f1c… 0<tab>journeys/move-home.md`
            guard let tab = record.firstIndex(of: UInt8(ascii: "\t")) else { continue }
            let parts = record[..<tab].split(separator: UInt8(ascii: " ")).map(GitRepository.line)
            let path = String(decoding: record[(tab + 1)...], as: UTF8.self)
            guard parts.count == 4 else { continue }
            if parts[1] == "160000" {
                submodules.append(path)
            } else if parts[3] == "0", parts[1] != "120000" {
                // `S` is left out by a sparse checkout. Of a letter in lower case git was told not to look whether it changed.
                if parts[0] == "S" || parts[0] == "s" {
                    skipped[path] = parts[2]
                } else if parts[0] == "H", !changed.contains(path) {
                    clean[path] = parts[2]
                }
            }
        }
    }
}
