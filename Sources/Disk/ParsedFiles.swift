import Diagnostics
import Journeys

/// What the files of a revision were read as: those that another one has as well need not be read again.
struct ParsedFiles: Sendable {
    private struct Version: Hashable {
        let path: String
        let bytes: String
    }

    /// Of the settings that the files were read under; an empty one where there were none.
    private var settings = ""
    private var items: [Version: Checked<ParsedItem>] = [:]
    private var tables: [Version: Checked<Series>] = [:]

    init() {}

    /// Other settings may read the same bytes otherwise.
    ///
    /// - Parameter version: of the file of settings.
    func usable(under version: String?) -> ParsedFiles {
        let version = version ?? ""
        if version == settings { return self }
        var empty = ParsedFiles()
        empty.settings = version
        return empty
    }

    func item(at path: String, version: String?) -> Checked<ParsedItem>? {
        version.flatMap { items[Version(path: path, bytes: $0)] }
    }

    func series(at path: String, version: String?) -> Checked<Series>? {
        version.flatMap { tables[Version(path: path, bytes: $0)] }
    }

    /// Files without a version are left out: they may be others next time.
    func replaced(
        by items: some Sequence<((path: String, version: String?), Checked<ParsedItem>)>,
        _ tables: some Sequence<((path: String, version: String?), Checked<Series>)>
    ) -> ParsedFiles {
        var files = ParsedFiles()
        files.settings = settings
        for (file, item) in items {
            if let version = file.version { files.items[Version(path: file.path, bytes: version)] = item }
        }
        for (file, table) in tables {
            if let version = file.version { files.tables[Version(path: file.path, bytes: version)] = table }
        }
        return files
    }
}
