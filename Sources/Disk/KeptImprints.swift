import Diagnostics
import Pages
import Templates

/// What is known of a published site that allows to publish other free words of a journey without making all pages anew: the states of
/// the content's files, and for each journey all that is not free in it and where its words are printed.
///
/// It is kept in a number of files, each for a part of the journeys, so that of many only one is read and written anew; another tells
/// which of these belong together.
package struct KeptImprints: Sendable {
    struct Entry: Hashable, Sendable {
        /// The state of its file, see `FolderState`.
        let file: UInt64
        /// Of its outline: see `Journey`.
        let outline: UInt64
        /// The lines of its file that what is not free stands in, in the order of the outline.
        let lines: [Int]
        /// An index into the portfolio's journeys.
        let journey: Int
        let page: String
        let data: String
        let scorecard: String
        let imprint: PackedImprint
        /// The lines of its file that messages show.
        let told: ToldLines
    }

    /// Where they are kept.
    struct Place: Sendable {
        let cache: UserCache
        let name: String

        fileprivate func bytes(_ part: String) -> [UInt8]? { cache.bytes(of: name + part) }

        fileprivate func keep(_ bytes: [UInt8], _ part: String) {
            bytes.withUnsafeBufferPointer { cache.keep($0, named: name + part) }
        }
    }

    /// A file of them.
    private struct Part: Sendable {
        /// Tells its bytes from others.
        let sum: UInt64
        /// Nothing where they are kept already.
        let bytes: [UInt8]?

        static let none = Part(sum: 0, bytes: nil)

        init(_ bytes: [UInt8]) {
            self.init(sum: bytes.sum, bytes: bytes)
        }

        init(sum: UInt64, bytes: [UInt8]?) {
            self.sum = sum
            self.bytes = bytes
        }
    }

    private let place: Place
    /// The states of all files of the content, in order.
    private let files: [UInt64]
    private let parts: [Part]
    /// Where the tables of the whole portfolio print lines of journeys.
    private let tables: Part
    private let spareEntries: Part
    /// The journeys of which lines are printed elsewhere as well.
    private let isPrintedElsewhere: Set<Int>

    private static let partCount = 64

    /// - Parameters:
    ///   - files: the states of all files of the content, in order.
    ///   - entries: the bytes of entries by the paths of journeys.
    ///   - tables: where the tables of the whole portfolio print lines of journeys.
    ///   - isPrintedElsewhere: the journeys of which lines are printed elsewhere as well.
    init(
        at place: Place, files: [UInt64], entries: [(path: String, bytes: [UInt8])], tables: [[UInt8]],
        spareEntries: SpareEntries, isPrintedElsewhere: Set<Int>
    ) {
        var parts = [[(path: String, bytes: ArraySlice<UInt8>)]](repeating: [], count: Self.partCount)
        for entry in entries { parts[Self.part(of: entry.path)].append((entry.path, entry.bytes[...])) }
        self.init(
            at: place, files: files, parts: parts.map { $0.isEmpty ? .none : Part(Self.bytes(of: $0)) },
            tables: Part(Self.bytes(of: tables)), spareEntries: Part(spareEntries.packed),
            isPrintedElsewhere: isPrintedElsewhere)
    }

    private init(
        at place: Place, files: [UInt64], parts: [Part], tables: Part, spareEntries: Part, isPrintedElsewhere: Set<Int>
    ) {
        self.place = place
        self.files = files
        self.parts = parts
        self.tables = tables
        self.spareEntries = spareEntries
        self.isPrintedElsewhere = isPrintedElsewhere
    }

    private static func part(of path: String) -> Int {
        var sum = Checksum()
        sum.add(path.utf8)
        return Int(sum.value % UInt64(partCount))
    }

    // MARK: Looking at them

    /// A journey whose file has changed.
    struct Change: Sendable {
        let path: String
        /// The new state of its file.
        let file: UInt64
        /// What was kept of it.
        let entry: Entry
    }

    /// The journeys whose files have changed, if nothing else has; nothing otherwise.
    ///
    /// - Parameter most: how many they may be.
    func changed(in content: FolderState, most: Int) -> [Change]? {
        let known = Set(files)
        let new = content.entries.filter { !known.contains($0.sum) }
        guard content.entries.count == files.count, new.count <= most else { return nil }
        let missing = known.subtracting(content.entries.map(\.sum))
        guard new.count == missing.count else { return nil }
        var entries: [String: ArraySlice<UInt8>] = [:]
        for part in Set(new.map { Self.part(of: $0.path) }) {
            guard let found = self.entries(ofPart: part) else { return nil }
            entries.merge(found) { first, _ in first }
        }
        var changed: [Change] = []
        for file in new {
            guard let entry = entries[file.path].flatMap({ Entry(whole: Array($0)) }), missing.contains(entry.file)
            else { return nil }
            changed.append(Change(path: file.path, file: file.sum, entry: entry))
        }
        return changed
    }

    /// Whether lines of a journey are printed in its own files and the tables alone.
    func canMoveLines(of journey: Int) -> Bool { !isPrintedElsewhere.contains(journey) }

    /// Where the tables print lines, in the order of `JourneyFiles.tables`; of one that can't be told, nothing.
    func runsOfTables() -> [[PrintedRun]] {
        guard let bytes = place.bytes(Self.tablesName), bytes.sum == tables.sum else { return [] }
        var pack = PackReader(bytes)
        let runs = pack.list { PrintedWords.runs($0.raw()) }
        return pack.isFinished ? runs : []
    }

    func keptSpareEntries() -> SpareEntries? {
        guard let bytes = place.bytes(Self.spareEntriesName), bytes.sum == spareEntries.sum else { return nil }
        return SpareEntries(whole: bytes)
    }

    /// The same for other states of some files; nothing where what is kept has changed meanwhile.
    ///
    /// - Parameter tables: where lines are printed in the tables, if they are others.
    func replacing(
        _ changed: [Change], with new: [Entry], tables: [[PrintedRun]]?, spareEntries: SpareEntries
    ) -> KeptImprints? {
        let old = Set(changed.map(\.entry.file))
        var parts = parts
        for (part, changed) in Dictionary(grouping: zip(changed, new), by: { Self.part(of: $0.0.path) }) {
            guard let kept = entries(ofPart: part) else { return nil }
            let bytes = Dictionary(changed.map { ($0.path, $1.packed[...]) }) { first, _ in first }
            parts[part] = Part(Self.bytes(of: kept.map { ($0.path, bytes[$0.path] ?? $0.bytes) }))
        }
        return KeptImprints(
            at: place, files: (files.filter { !old.contains($0) } + new.map(\.file)).sorted(), parts: parts,
            tables: tables.map { Part(Self.bytes(of: $0.map(PrintedWords.bytes))) } ?? self.tables,
            spareEntries: Part(spareEntries.packed), isPrintedElsewhere: isPrintedElsewhere)
    }

    // MARK: As bytes

    private static let (tablesName, spareEntriesName) = ("-tables", "-spare")

    /// What tells the build that they are of from others.
    struct Build {
        let key: String
        /// The states of all that it was made from.
        let inputs: String
        /// The state of the published folder.
        let output: String
    }

    /// Nothing for bytes that are damaged, or are of another build.
    init?(at place: Place, of build: Build) {
        guard let bytes = place.bytes(""), bytes.count > ParsedStore.sumLength else { return nil }
        let end = bytes.count - ParsedStore.sumLength
        guard Array(bytes[end...]) == ParsedStore.sum(of: bytes[..<end]) else { return nil }
        var pack = PackReader(bytes, in: 0..<end)
        guard pack.text() == build.key, pack.text() == build.inputs, pack.text() == build.output else { return nil }
        let files = pack.list { $0.sum() }
        let parts = pack.list { Part(sum: $0.sum(), bytes: nil) }
        let (tables, spareEntries) = (Part(sum: pack.sum(), bytes: nil), Part(sum: pack.sum(), bytes: nil))
        let isPrintedElsewhere = Set(pack.list { $0.number() })
        guard pack.isFinished, parts.count == Self.partCount else { return nil }
        self.init(
            at: place, files: files, parts: parts, tables: tables, spareEntries: spareEntries,
            isPrintedElsewhere: isPrintedElsewhere)
    }

    /// Writes what is new of them. The last file says which others belong to it: of a run that ends before, nothing is believed.
    func keep(of build: Build) {
        for (number, part) in parts.enumerated() { if let bytes = part.bytes { place.keep(bytes, "-\(number)") } }
        if let bytes = tables.bytes { place.keep(bytes, Self.tablesName) }
        if let bytes = spareEntries.bytes { place.keep(bytes, Self.spareEntriesName) }
        var pack = PackWriter(capacity: 16 * files.count + 4096)
        for text in [build.key, build.inputs, build.output] { pack.text(text) }
        pack.list(files) { $0.sum($1) }
        pack.list(parts) { $0.sum($1.sum) }
        pack.sum(tables.sum)
        pack.sum(spareEntries.sum)
        pack.list(isPrintedElsewhere.sorted()) { $0.number($1) }
        pack.append(pack.withBytes(ParsedStore.sum)[...])
        place.keep(pack.bytes, "")
    }

    private static func bytes(of entries: [(path: String, bytes: ArraySlice<UInt8>)]) -> [UInt8] {
        var pack = PackWriter(capacity: entries.reduce(4096) { $0 + $1.bytes.count + 128 })
        pack.list(entries) { pack, entry in
            pack.text(entry.path)
            pack.number(entry.bytes.count)
        }
        for entry in entries { pack.append(entry.bytes) }
        return pack.bytes
    }

    private static func bytes(of tables: [[UInt8]]) -> [UInt8] {
        var pack = PackWriter()
        pack.list(tables) { $0.raw($1) }
        return pack.bytes
    }

    /// The bytes of entries by the paths of journeys; nothing where they are damaged, or of another build.
    private func entries(ofPart part: Int) -> [(path: String, bytes: ArraySlice<UInt8>)]? {
        guard let bytes = place.bytes("-\(part)"), bytes.sum == parts[part].sum else { return nil }
        var pack = PackReader(bytes)
        let lengths = pack.list { (path: $0.text(), length: $0.number()) }
        var start = pack.offset
        var entries: [(path: String, bytes: ArraySlice<UInt8>)] = []
        for (path, length) in lengths {
            guard length >= 0, length <= bytes.count - start else { return nil }
            entries.append((path, bytes[start..<start + length]))
            start += length
        }
        return pack.isSound && start == bytes.count ? entries : nil
    }
}

extension Packed {
    /// Nothing for bytes that are not those of one value.
    init?(whole bytes: [UInt8]) {
        var pack = PackReader(bytes)
        self.init(from: &pack)
        if !pack.isFinished { return nil }
    }

    var packed: [UInt8] {
        var pack = PackWriter()
        self.pack(into: &pack)
        return pack.bytes
    }
}

extension [UInt8] {
    /// Tells them from others.
    var sum: UInt64 { ParsedStore.sum(of: self[...]).reversed().reduce(0) { $0 << 8 | UInt64($1) } }
}
