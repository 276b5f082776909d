import Pages

/// What has to happen to an output folder so that it holds a site: worked out from what is there, before anything is changed.
struct PublishPlan {
    /// Files of ours that the site no longer has.
    let stale: [SitePath]
    /// Files of ours that stand where a folder must be, or in a folder where a file must be: they go first.
    private(set) var filesInTheWay: [SitePath] = []
    /// Folders where a file must be, and those in them: the inner ones first.
    private(set) var foldersInTheWay: [SitePath] = []
    let leftovers: [String]
    /// Lists everything that is, was or will be ours while the folder is being changed.
    let before: PublishedManifest
    /// Lists the site.
    let after: PublishedManifest

    /// - Parameters:
    ///   - paths: all of the site's, in the order of their bytes.
    ///   - written: what the last manifest lists as ours.
    ///   - folder: how messages name the output folder.
    init(
        paths: [SitePath], wanted: Set<SitePath>, written: Set<SitePath>, survey: OutputSurvey,
        foreignFiles: ForeignFiles,
        folder: String
    ) throws(PublishError) {
        if let failure = survey.failures.first {
            throw .failed(.list, path: folder + "/" + failure.path, failure.error)
        }
        if foreignFiles == .refuse, !survey.foreign.isEmpty {
            throw .foreignFiles(
                folder: folder, first: survey.foreign.prefix(5).map(\.shown), count: survey.foreign.count)
        }
        leftovers = survey.leftovers
        let kept = Set(survey.adopted + survey.foreign.compactMap(\.path)).subtracting(wanted)
        stale = written.subtracting(wanted).subtracting(kept).sorted()
        after = PublishedManifest(written: paths, adopted: kept.sorted())
        before = stale.isEmpty ? after : PublishedManifest(written: (paths + stale).sorted(), adopted: after.adopted)
        try clearFolders(paths, wanted: wanted, survey: survey, kept: kept, folder: folder)
        try clearFiles(paths, wanted: wanted, survey: survey, kept: kept, folder: folder)
    }

    /// Finds folders where the site has a file. Only what is ours is removed for it. Names are compared as a disk that ignores
    /// case would; where one does not, a file of ours that goes for it was stale anyway.
    private mutating func clearFolders(
        _ paths: [SitePath], wanted: Set<SitePath>, survey: OutputSurvey, kept: Set<SitePath>, folder: String
    ) throws(PublishError) {
        let files = stale.isEmpty ? [] : Set(paths.map(\.folded))
        let blocking = survey.folders.filter { wanted.contains($0) || files.contains($0.folded) }
        if blocking.isEmpty { return }
        for path in Array(kept) + survey.hidden {
            guard let file = blocking.first(where: { path.isUnder($0) }), wanted.contains(file) else { continue }
            throw .inTheWay(path: folder + "/" + path.text, needed: "the file '\(file)'")
        }
        filesInTheWay += survey.own.filter { path in blocking.contains { path.isUnder($0) } }
        foldersInTheWay = survey.folders.filter { inner in blocking.contains { inner == $0 || inner.isUnder($0) } }
            .reversed()
    }

    /// Finds files where the site has a folder.
    private mutating func clearFiles(
        _ paths: [SitePath], wanted: Set<SitePath>, survey: OutputSurvey, kept: Set<SitePath>, folder: String
    ) throws(PublishError) {
        var folders: Set<String> = []
        var exact: Set<SitePath> = []
        var last: SitePath?
        for path in paths {
            let folder = path.folder
            if folder == last { continue }
            last = folder
            var next = folder
            while let current = next, exact.insert(current).inserted {
                folders.insert(current.folded)
                next = current.folder
            }
        }
        for path in Array(kept) + survey.hidden where exact.contains(path) {
            throw .inTheWay(path: folder + "/" + path.text, needed: "a folder")
        }
        if stale.isEmpty { return }
        filesInTheWay += survey.own.filter { !wanted.contains($0) && folders.contains($0.folded) }
    }
}

/// What to do about files in the output folder that Waymark did not write.
package enum ForeignFiles: Hashable, Sendable {
    case refuse
    /// They stay, and are known from then on. Where the site has a file of the same name, it takes their place.
    case adopt
}

extension SitePath {
    func isUnder(_ folder: SitePath) -> Bool {
        text.utf8.count > folder.text.utf8.count && text.utf8.starts(with: folder.text.utf8)
            && text.utf8.dropFirst(folder.text.utf8.count).first == UInt8(ascii: "/")
    }
}
