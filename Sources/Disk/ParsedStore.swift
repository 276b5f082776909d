import Diagnostics
import Journeys

/// What files were read as in earlier runs, by their paths and contents: a file that has not changed since is not parsed again.
///
/// It is kept in a number of files, each for a part of the paths, so that one change writes one of them anew. A file that is damaged
/// is as good as not there.
struct ParsedStore: Sendable {
    /// Where it is kept, and for which content folder.
    struct Place: Sendable {
        let cache: UserCache
        let folder: String
    }

    struct Version: Hashable, Sendable {
        let path: String
        /// Tells the contents from all others: see `GitBlobID`.
        let contents: String
    }

    private let cache: UserCache
    private let name: String
    private let shards: [Shard]

    /// - Parameters:
    ///   - reading: all that a file is read as depends on besides its contents: the settings, and how messages name it.
    ///   - count: how many files there are.
    init(at place: Place, reading: [String], count: Int, workers: Workers) async {
        let shardCount = Self.shardCount(for: count)
        cache = place.cache
        name = Fingerprint(of: [place.cache.edition, place.folder, String(shardCount)] + reading).text
        let (cache, name) = (cache, name)
        cache.removeUnfinished()
        let each = Workers(jobs: workers.count, chunk: 1)
        shards = await each.map(0..<shardCount) { index in
            let name = "\(name)-\(index)"
            return Shard(named: name, cache.bytes(of: name))
        }
    }

    /// So that one has some 200 files, which are a megabyte or two.
    private static func shardCount(for files: Int) -> Int {
        var count = 1
        while count < 256, files > 256 * count { count *= 2 }
        return count
    }

    private func shard(of path: String) -> Int {
        Int(path.withBytes(Self.checksum) % UInt64(shards.count))
    }

    func value<Value: Packed>(_ version: Version) -> Checked<Value>? { shards[shard(of: version.path)].value(version) }

    /// A file that the portfolio has, and what it was parsed as, unless it was known.
    struct Used: Sendable {
        enum Parsed: Sendable {
            case item(Checked<ParsedItem>)
            case table(Checked<Series>)
        }

        let version: Version
        let parsed: Parsed?
    }

    /// Writes those parts anew that something was parsed for.
    ///
    /// - Parameter used: all that the portfolio has now, each once. What else is there, such as other branches, is kept as far as it is
    ///   no more.
    func keep(_ used: [Used], workers: Workers) async {
        if used.allSatisfy({ $0.parsed == nil }) { return }
        var parts = [[Int]](repeating: [], count: shards.count)
        var isNew = [Bool](repeating: false, count: shards.count)
        for (index, file) in used.enumerated() {
            let shard = shard(of: file.version.path)
            parts[shard].append(index)
            if file.parsed != nil { isNew[shard] = true }
        }
        let (known, changed) = (parts, isNew.indices.filter { isNew[$0] })
        let each = Workers(jobs: workers.count, chunk: 1)
        // Each is as long as the last one, so there is room for it already.
        await each.forEach(changed.indices, scratch: { PackWriter(capacity: 1 << 20) }) { pack, index in
            let shard = changed[index]
            pack.removeAll()
            shards[shard].write(known[shard].map { used[$0] }, into: &pack)
            pack.withBytes { cache.keep($0, named: "\(name)-\(shard)") }
        }
        cache.removeOthers()
    }

    /// How many bytes a sum has.
    static let sumLength = 8

    static func sum(of bytes: ArraySlice<UInt8>) -> [UInt8] { bytes.withUnsafeBufferPointer(sum) }

    static func sum(of bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        withUnsafeBytes(of: checksum(of: bytes).littleEndian, Array.init)
    }

    /// Eight bytes at a time, each step of which can be undone: what differs in one place has another sum. Four sums run side by side,
    /// as each step waits for the one before it, and are put together at the end. They start far from each other, so that words which
    /// change places are told as well.
    private static func checksum(of bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
        func step(_ sum: inout UInt64, _ word: UInt64) {
            sum = (sum ^ word) &* 0x100_0000_01B3
            sum ^= sum >> 32
        }
        let raw = UnsafeRawBufferPointer(bytes)
        func word(at place: Int) -> UInt64 {
            UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: place, as: UInt64.self))
        }
        var sum = UInt64(bytes.count)
        var (second, third) = (sum ^ 0x9E37_79B9_7F4A_7C15, sum ^ 0xBF58_476D_1CE4_E5B9)
        var fourth = sum ^ 0x94D0_49BB_1331_11EB
        var place = 0
        while place + 32 <= bytes.count {
            step(&sum, word(at: place))
            step(&second, word(at: place + 8))
            step(&third, word(at: place + 16))
            step(&fourth, word(at: place + 24))
            place += 32
        }
        for other in [second, third, fourth] { step(&sum, other) }
        for byte in bytes[place...] { sum = (sum ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return sum
    }
}

/// Some of the files: what they were read as, each behind the other, then their versions, the place where these start, and a checksum.
private struct Shard: Sendable {
    /// Stands in the file as well: one that was copied from elsewhere is not believed.
    private let name: String
    private let bytes: [UInt8]
    /// In the order in which they were kept.
    private let versions: [ParsedStore.Version]
    private let ranges: [ParsedStore.Version: TextRange]

    /// So many bytes at the end are the checksum of all before; as many before them say where the versions start.
    private static let wordLength = 8

    init(named name: String, _ bytes: [UInt8]?) {
        self.name = name
        var versions: [ParsedStore.Version] = []
        var ranges: [ParsedStore.Version: TextRange] = [:]
        let bytes = bytes ?? []
        let end = bytes.count - Self.wordLength
        guard end >= Self.wordLength, Array(bytes[end...]) == bytes[..<end].withUnsafeBufferPointer(ParsedStore.sum)
        else {
            (self.bytes, self.versions, self.ranges) = ([], [], [:])
            return
        }
        let place = end - Self.wordLength
        let versionsStart = bytes[place..<end].reversed().reduce(0) { $0 << 8 | UInt64($1) }
        var pack = PackReader(bytes, in: Int(clamping: versionsStart)..<max(place, Int(clamping: versionsStart)))
        guard pack.text() == name else {
            (self.bytes, self.versions, self.ranges) = ([], [], [:])
            return
        }
        let entries = pack.list {
            (version: ParsedStore.Version(path: $0.text(), contents: $0.text()), length: $0.number())
        }
        var start = 0
        for entry in entries where entry.length >= 0 && entry.length <= place - start {
            versions.append(entry.version)
            ranges[entry.version] = start..<start + entry.length
            start += entry.length
        }
        (self.bytes, self.versions, self.ranges) = (bytes, versions, ranges)
    }

    func value<Value: Packed>(_ version: ParsedStore.Version) -> Checked<Value>? {
        guard let range = ranges[version] else { return nil }
        var pack = PackReader(bytes, in: range)
        let value = Checked<Value>(from: &pack)
        return pack.isFinished ? value : nil
    }

    /// Appends the same with others in it.
    func write(_ used: [ParsedStore.Used], into values: inout PackWriter) {
        var entries: [(version: ParsedStore.Version, length: Int)] = []
        entries.reserveCapacity(used.count + versions.count)
        func add(_ version: ParsedStore.Version, _ parsed: ParsedStore.Used.Parsed?, to values: inout PackWriter) {
            let start = values.count
            switch parsed {
            case .item(let item)?: item.pack(into: &values)
            case .table(let table)?: table.pack(into: &values)
            case nil: if let range = ranges[version] { values.append(bytes[range]) }
            }
            let length = values.count - start
            if length > 0 { entries.append((version, length)) }
        }
        for file in used { add(file.version, file.parsed, to: &values) }
        if !versions.isEmpty {
            // The latest come first: from the first on that there is no room for, all are left out.
            let (names, room) = (Set(used.map(\.version)), 2 * values.count)
            for version in versions where !names.contains(version) {
                guard values.count + (ranges[version]?.count ?? 0) <= room else { break }
                add(version, nil, to: &values)
            }
        }
        let versionsStart = UInt64(values.count)
        values.text(name)
        values.list(entries) { pack, entry in
            pack.text(entry.version.path)
            pack.text(entry.version.contents)
            pack.number(entry.length)
        }
        values.append(withUnsafeBytes(of: versionsStart.littleEndian, Array.init)[...])
        values.append(values.withBytes(ParsedStore.sum)[...])
    }
}
