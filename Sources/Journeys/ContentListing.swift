import Diagnostics

/// The files of a content folder, told apart by where they stand.
package struct ContentListing: Sendable {
    package struct Item: Sendable {
        package let path: String
        package let kind: ContentKind
    }

    /// All files, relative to the content folder, in byte order.
    package let files: [String]
    package let items: [Item]
    /// Files that may be a metric's data.
    package let series: [String]
    package let hasSettings: Bool
    /// Whether there are settings that are not read, for the name of their file.
    let hasLostSettings: Bool
    /// Those that hold where there is no file of them.
    package var settingsWithoutFile: PortfolioSettings { hasLostSettings ? .lost : PortfolioSettings() }
    package let hasHistory: Bool
    package let hasChangeLog: Bool

    /// What was changed, as it is recorded beside `Trend.path`.
    package static let changeLogPath = "changes.csv"

    /// - Parameters:
    ///   - files: relative to the content folder, without those that are ignored (see `isIgnored`).
    ///   - root: what stands before a path in diagnostics, such as `content/`.
    package static func read(_ files: [String], root: String) -> Checked<ContentListing> {
        let files = files.sorted { $0.precedesInBytes($1) }
        var diagnostics: [Diagnostic] = []
        var items: [Item] = []
        var unknownFolders: Set<String> = []
        let hasSettings = files.contains(PortfolioSettings.path)
        var hasLostSettings = false
        for path in files {
            guard let slash = path.utf8.firstIndex(of: UInt8(ascii: "/")) else {
                guard var problem = strayFile(path, root: root) else { continue }
                if !hasSettings, isMeantAsSettings(path) {
                    hasLostSettings = true
                    problem.severity = .error
                }
                diagnostics.append(problem)
                continue
            }
            let folder = String(path[..<slash])
            guard let kind = ContentKind(folder: folder) else {
                if folder != "assets", unknownFolders.insert(folder).inserted {
                    diagnostics.append(unknownFolder(folder, root: root))
                    if folder == PortfolioSettings.path { hasLostSettings = true }
                }
                continue
            }
            switch fileExtension(of: path) {
            case "md": items.append(Item(path: path, kind: kind))
            case let ending where misnamed.contains(ending):
                diagnostics.append(
                    Diagnostic(
                        .unknownFile, at: Location(path: root + path, range: 0..<0),
                        "the file is not read: \(kind.folder) end in '.md'",
                        // `move.md.txt` is what an editor makes that hides endings.
                        hint:
                            "rename it to '\(ItemID.stem(of: path).hasSuffix(".md") ? ItemID.stem(of: path) : ItemID.stem(of: path) + ".md")'"
                    ))
            default: break
            }
        }
        let listing = ContentListing(
            files: files, items: items, series: files.filter { fileExtension(of: $0) == "csv" && !isRecord($0) },
            hasSettings: hasSettings, hasLostSettings: hasLostSettings, hasHistory: files.contains(Trend.path),
            hasChangeLog: files.contains(changeLogPath))
        return Checked(listing, diagnostics)
    }

    /// Whether a file holds what commits told: it is no content of its own.
    package static func isRecord(_ path: String) -> Bool { path == Trend.path || path == changeLogPath }

    private static func fileExtension(of path: String) -> String {
        path.withBytes { bytes in
            guard let dot = bytes.lastIndex(of: UInt8(ascii: ".")), !bytes[dot...].contains(UInt8(ascii: "/")) else {
                return ""
            }
            return String(decoding: bytes[(dot + 1)...], as: UTF8.self).lowercased()
        }
    }

    /// Whether a file beside the folders has nearly the name of the settings: what it says is lost where they are not there.
    private static func isMeantAsSettings(_ path: String) -> Bool {
        path.lowercased() == PortfolioSettings.path + ".txt"
            || ["yml", "yaml"].contains(fileExtension(of: path)) && isNearSettings(path)
    }

    private static func isNearSettings(_ path: String) -> Bool {
        NearestName.nearest(to: path, among: [PortfolioSettings.path]) != nil
    }

    private static func strayFile(_ path: String, root: String) -> Diagnostic? {
        let hidden = [PortfolioSettings.path, Trend.path, changeLogPath].first { name in
            path != name && [name, name + ".txt"].contains(path.lowercased())
        }
        if let hidden, hidden != PortfolioSettings.path || path.lowercased() != hidden {
            return Diagnostic(
                .unknownFile, at: Location(path: root + path, range: 0..<0),
                "the file is not read: only '\(hidden)' is",
                hint: "rename it to '\(hidden)'")
        }
        if fileExtension(of: path) == "csv", !isRecord(path),
            let near = NearestName.nearest(to: path, among: [Trend.path, changeLogPath])
        {
            return Diagnostic(
                .unknownFile, at: Location(path: root + path, range: 0..<0),
                "the file is not read: nothing has this name",
                hint: "did you mean '\(near)'?")
        }
        guard path != PortfolioSettings.path, ["md", "markdown", "yml", "yaml"].contains(fileExtension(of: path)) else {
            return nil
        }
        let place = Location(path: root + path, range: 0..<0)
        if isNearSettings(path) {
            return Diagnostic(
                .unknownFile, at: place, "the file is not read: the portfolio's settings stand in 'portfolio.yml'",
                hint: "rename it to 'portfolio.yml'")
        }
        return Diagnostic(
            .unknownFile, at: place, "the file is not read: the folder that a file stands in tells what it is",
            hint: "move it to one of \(ContentKind.allCases.map { $0.folder + "/" }.joined(separator: ", "))")
    }

    /// Where content would stand that is not read: the file itself by that path. Its ending is another one, or its folder has nearly the
    /// name of one.
    static func meantPaths(of files: [String]) -> [String: String] {
        var meant: [String: String] = [:]
        var folders: [Substring: String?] = [:]
        // Nearly all files are content, and stand in the folder of the one before them.
        var last: Substring = ""
        for path in files {
            guard let slash = path.utf8.firstIndex(of: UInt8(ascii: "/")) else { continue }
            let folder = path[..<slash]
            let isMarkdown = path.hasSuffix(".md")
            if isMarkdown, folder == last { continue }
            if folder == "assets" { continue }
            if isMarkdown, ContentKind(folder: folder) != nil {
                last = folder
                continue
            }
            if folders[folder] == nil {
                let names = ContentKind.allCases.map(\.folder)
                folders[folder] =
                    names.contains(String(folder))
                    ? String(folder) : NearestName.nearest(to: String(folder), among: names)
            }
            guard let known = folders[folder] ?? nil else { continue }
            let rest = path[slash...]
            if isMarkdown {
                meant[known + rest] = path
            } else if misnamed.contains(fileExtension(of: path)), let dot = rest.lastIndex(of: ".") {
                meant[known + (rest[..<dot].hasSuffix(".md") ? rest[..<dot] : rest[..<dot] + ".md")] = path
            }
        }
        return meant
    }

    /// Endings that content has by mistake.
    private static let misnamed = ["markdown", "mdown", "mdx", "txt", "yml", "yaml"]

    private static func isForFiles(_ folder: String) -> Bool {
        ["attachments", "files", "images", "img", "media", "photos", "pictures", "static"].contains(folder.lowercased())
    }

    private static func unknownFolder(_ folder: String, root: String) -> Diagnostic {
        if folder == PortfolioSettings.path { return settingsFolder(root: root) }
        let names = ContentKind.allCases.map(\.folder) + ["assets"]
        return Diagnostic(
            .unknownFolder, at: Location(path: root + folder, range: 0..<0),
            "'\(folder)' is not a folder of a portfolio, so its files are not read",
            hint: isForFiles(folder)
                ? "pictures and other files stand in 'assets'"
                : NearestName.hint(for: folder, among: names) ?? "the folders are \(names.joined(separator: ", "))")
    }

    /// A folder of the name that settings have.
    package static func settingsFolder(root: String) -> Diagnostic {
        Diagnostic(
            .unknownFolder, at: Location(path: root + PortfolioSettings.path, range: 0..<0),
            "'\(PortfolioSettings.path)' is a folder, so no settings are read",
            hint: "the settings stand in a file of this name: rename the folder, or move the file out of it",
            severity: .error)
    }
}
