import Diagnostics
import Journeys

/// What the files of a revision were read as: those that another one has as well, or an earlier run had, need not be read again.
struct ParsedFiles: Sendable {
    typealias Version = ParsedStore.Version

    /// What else is made of a file than its contents say.
    struct Key: Hashable, Sendable {
        /// The version of the settings that the files were read under; an empty one where there were none.
        let settings: String
        /// What messages name before a path.
        let root: String
    }

    private var key: Key?
    private var items: [Version: Checked<ParsedItem>] = [:]
    private var tables: [Version: Checked<Series>] = [:]
    private var trend: (version: Version, value: Checked<Trend>)?
    private let place: ParsedStore.Place?
    private var store: ParsedStore?
    /// What the next run need not read again: all that has been there in this one, and what was parsed for it.
    private var used: [ParsedStore.Used] = []

    /// - Parameter place: where is kept from run to run what files were read as.
    init(keptAt place: ParsedStore.Place? = nil) {
        self.place = place
    }

    /// Whether it pays to find out which version a file has.
    var isKept: Bool { place != nil }

    /// Other settings may read the same bytes otherwise.
    ///
    /// - Parameter count: how many files there are to read.
    func usable(under key: Key, count: Int, workers: Workers) async -> ParsedFiles {
        if key == self.key { return self }
        await keep(workers: workers)
        var empty = ParsedFiles(keptAt: place)
        empty.key = key
        if let place {
            empty.store = await ParsedStore(
                at: place, reading: [key.settings, key.root], count: count, workers: workers)
        }
        return empty
    }

    /// What another revision has read of the same file, by the version that the revision has of it.
    func item(_ version: Version) -> Checked<ParsedItem>? { items[version] }
    func series(_ version: Version) -> Checked<Series>? { tables[version] }
    func trend(_ version: Version) -> Checked<Trend>? { trend?.version == version ? trend?.value : nil }

    /// What an earlier run has read of the same bytes.
    func kept<Value: Packed>(_ blob: Version) -> Checked<Value>? { store?.value(blob) }

    /// What a file was read as.
    struct Read<Value: Sendable>: Sendable {
        /// Nothing of a file that may be another next time.
        let version: Version?
        let value: Checked<Value>
        /// Its very bytes, where it pays to know them.
        var blob: Version?
        /// Whether the next run would have to parse it again if nobody kept it.
        var isNew = false
    }

    /// Files without a version are left out.
    ///
    /// - Parameter trend: what is recorded of earlier months, as it was read before it was looked at for a day.
    func replaced(
        by items: [Read<ParsedItem>], _ tables: [Read<Series>], trend: (version: Version, value: Checked<Trend>)?
    ) -> ParsedFiles {
        var files = self
        files.trend = trend
        (files.items, files.tables) = ([:], [:])
        for file in items { if let version = file.version { files.items[version] = file.value } }
        for file in tables { if let version = file.version { files.tables[version] = file.value } }
        guard place != nil else { return files }
        let known = Set(used.map(\.version))
        func use<Value>(_ all: [Read<Value>], _ parsed: (Checked<Value>) -> ParsedStore.Used.Parsed) {
            for file in all {
                // Of two revisions with the same file the first has parsed it.
                guard let blob = file.blob, known.isEmpty || !known.contains(blob) else { continue }
                files.used.append(ParsedStore.Used(version: blob, parsed: file.isNew ? parsed(file.value) : nil))
            }
        }
        use(items) { .item($0) }
        use(tables) { .table($0) }
        return files
    }

    /// For the next run.
    func keep(workers: Workers) async {
        await store?.keep(used, workers: workers)
    }
}
