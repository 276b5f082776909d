#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// All that a folder's files are known by without reading them: names, sizes, identities and times. Two states that are one are of the
/// same bytes, unless somebody wrote within a tick of the clock; see `isSettled`.
struct FolderState: Hashable, Sendable {
    /// Of all files, whatever the order that the disk gives them in.
    private(set) var sum: UInt64 = 0
    private(set) var count = 0
    /// Until when a change of any file could have the time of the last one, in nanoseconds since 1970-01-01.
    private var settled: Int64 = 0
    /// When the files were looked at.
    private var taken: Int64
    /// All files and folders, if they were to be listed: in no order.
    private(set) var entries: [Entry] = []
    /// The same without their paths.
    private var sums: [UInt64] = []

    enum Listing {
        case none, sums, paths
    }

    /// A file or a folder, relative to the one that is looked at.
    struct Entry: Hashable, Sendable {
        let path: String
        /// Tells its state from all others that it could have.
        let sum: UInt64
    }

    /// Looks at one level of folders after the other, since those of a level need nothing of each other; what is many files is shared
    /// by all workers.
    ///
    /// Nothing where some of it can't be looked at.
    ///
    /// - Parameter listing: what is to be known of the files that are there.
    init?(of path: String, workers: Workers, listing: Listing = .none) async {
        guard let root = try? OpenFolder(path) else { return nil }
        await self.init(of: root, workers: workers, listing: listing)
    }

    /// The same of a folder that is held open, whatever has its name by now.
    init?(of root: OpenFolder, workers: Workers, listing: Listing = .none) async {
        taken = Self.now
        let each = Workers(jobs: workers.count, chunk: 1)
        var level = [""]
        while !level.isEmpty {
            let folders = level
            level = []
            var rest: [FolderPart] = []
            for part in await each.map(folders.indices, { FolderPart(folders[$0], in: root, listing: listing) }) {
                guard let part else { return nil }
                add(part)
                level += part.folders
                rest += part.rest
            }
            let parts = rest
            for part in await each.map(parts.indices, { parts[$0].lookedAt(in: root, listing: listing) }) {
                guard let part else { return nil }
                add(part)
            }
        }
    }

    private mutating func add(_ part: FolderPart) {
        sum &+= part.sum
        count += part.count
        settled = max(settled, part.settled)
        entries += part.entries
        sums += part.sums
    }

    /// What stands in a folder itself, or some of it.
    private struct FolderPart: Sendable {
        private let prefix: String
        private(set) var sum: UInt64 = 0
        private(set) var count = 0
        private(set) var settled: Int64 = 0
        /// Each with a `/` at its end.
        private(set) var folders: [String] = []
        private(set) var entries: [Entry] = []
        private(set) var sums: [UInt64] = []
        /// Files that have not been looked at, in parts for one worker each.
        private(set) var rest: [FolderPart] = []
        private var files = FileNames()

        /// So many files one worker looks at.
        private static let size = 1024

        private init(_ prefix: String, files: FileNames) {
            self.prefix = prefix
            self.files = files
        }

        /// - Parameter prefix: the folder's path with a `/` at its end; empty for the root.
        init?(_ prefix: String, in root: OpenFolder, listing: Listing) {
            self.prefix = prefix
            guard let folder = Self.folder(prefix, in: root) else { return nil }
            var parts: [FileNames] = []
            var folders = FileNames()
            var isUTF8 = true
            let visited: Void? = try? folder.visit { name, kind in
                isUTF8 = isUTF8 && name.isUTF8
                if kind == .folder { return folders.append(name) }
                if parts.last.map({ $0.count == Self.size }) ?? true { parts.append(FileNames()) }
                parts[parts.count - 1].append(name)
            }
            guard visited != nil, isUTF8 else { return nil }
            let start = Self.start(prefix)
            for index in 0..<folders.count {
                folders.withName(index) { name in
                    self.folders.append(prefix + name.text + "/")
                    var checksum = start
                    checksum.add(name.lazy.map(UInt8.init(bitPattern:)))
                    add(name, checksum.value, listing: listing)
                }
            }
            if parts.count > 1 {
                rest = parts.map { FolderPart(prefix, files: $0) }
            } else if let files = parts.first {
                self.files = files
                guard look(in: folder, listing: listing) else { return nil }
            }
            files = FileNames()
        }

        /// The same with all of its files looked at; nothing where one can't be.
        func lookedAt(in root: OpenFolder, listing: Listing) -> FolderPart? {
            var part = self
            guard let folder = Self.folder(prefix, in: root), part.look(in: folder, listing: listing) else {
                return nil
            }
            part.files = FileNames()
            return part
        }

        private mutating func look(in folder: OpenFolder, listing: Listing) -> Bool {
            let start = Self.start(prefix)
            for index in 0..<files.count {
                let isThere = files.withName(index) { name in
                    guard let named = name.baseAddress, let stamp = folder.stamp(of: named) else { return false }
                    settled = max(settled, stamp.settled)
                    var checksum = start
                    checksum.add(name.lazy.map(UInt8.init(bitPattern:)))
                    checksum.add(stamp)
                    add(name, checksum.value, listing: listing)
                    return true
                }
                if !isThere { return false }
            }
            return true
        }

        private mutating func add(_ name: UnsafeBufferPointer<CChar>, _ checksum: UInt64, listing: Listing) {
            sum &+= checksum
            count += 1
            switch listing {
            case .none: break
            case .sums: sums.append(checksum)
            case .paths: entries.append(Entry(path: prefix + name.text, sum: checksum))
            }
        }

        private static func folder(_ prefix: String, in root: OpenFolder) -> OpenFolder? {
            prefix.isEmpty ? root : try? root.folder(named: String(prefix.dropLast()))
        }

        private static func start(_ prefix: String) -> Checksum {
            var start = Checksum()
            start.add(prefix.utf8)
            return start
        }
    }

    /// The sum of one file.
    ///
    /// - Parameter prefix: the path of its folder with a `/` at its end; empty for the root.
    static func sum(of name: String, in prefix: String, _ stamp: OpenFolder.Stamp) -> UInt64 {
        var checksum = Checksum()
        checksum.add(prefix.utf8)
        checksum.add(name.utf8)
        checksum.add(stamp)
        return checksum.value
    }

    /// The same of a file whose path is known, as it is now.
    static func sum(of path: String, in folder: String) -> UInt64? {
        guard let root = try? OpenFolder(folder), let stamp = root.stamp(of: path) else { return nil }
        let start = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path.utf8.index(after: $0) } ?? path.startIndex
        return sum(of: String(path[start...]), in: String(path[..<start]), stamp)
    }

    /// The same folder with a file in another state.
    mutating func replace(_ old: UInt64, by new: UInt64) { sum = sum &- old &+ new }

    /// Nothing changed so shortly before it was looked at that a later change could have the same time.
    var isSettled: Bool { settled < taken }

    /// The same, of a folder that is settled; waits for that if somebody has just written to it.
    ///
    /// What is read of the folder afterwards is what the state is of, or another state is seen by whoever looks next: what was changed
    /// before the wait was over is read as well, and what is changed after it has another time.
    static func settled(of path: String, workers: Workers, listing: Listing = .none) async -> FolderState? {
        guard let root = try? OpenFolder(path) else { return nil }
        return await settled(of: root, workers: workers, listing: listing)
    }

    static func settled(of root: OpenFolder, workers: Workers, listing: Listing = .none) async -> FolderState? {
        guard var state = await FolderState(of: root, workers: workers, listing: listing) else { return nil }
        if state.isSettled { return state }
        settle(until: state.settled)
        state.taken = now
        // What is to come yet is not waited for.
        return state.isSettled ? state : nil
    }

    /// Waits until then, but no longer than a disk takes that tells parts of a second: afterwards what is written has another time than
    /// what was written before.
    ///
    /// - Parameter time: in nanoseconds since 1970-01-01.
    static func settle(until time: Int64 = now + OpenFolder.Stamp.tick) {
        let rest = min(time - now, OpenFolder.Stamp.tick)
        if rest > 0 { usleep(UInt32(rest / 1000) + 1000) }
    }

    static func == (left: FolderState, right: FolderState) -> Bool {
        (left.sum, left.count) == (right.sum, right.count)
    }

    func hash(into hasher: inout Hasher) { hasher.combine(sum) }

    /// Whether all of these are there, of a folder of which the sums were to be known.
    func holds(_ others: [UInt64]) -> Bool {
        let found = Set(sums)
        return others.allSatisfy(found.contains)
    }

    /// To be kept, and held against another.
    var text: String { "\(count)-\(String(sum, radix: 16))" }

    static var now: Int64 {
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        return Int64(now.tv_sec) * 1_000_000_000 + Int64(now.tv_nsec)
    }
}

extension Checksum {
    fileprivate mutating func add(_ stamp: OpenFolder.Stamp) {
        for fact in [
            stamp.device, stamp.number, stamp.size, UInt64(bitPattern: stamp.modified),
            UInt64(bitPattern: stamp.changed),
        ] { add(word: fact) }
    }
}

/// Names as the disk has them, one behind the other: of tens of thousands none is a text of its own.
private struct FileNames: Sendable {
    /// With a zero behind each.
    private var bytes: [CChar] = []
    private var ends: [Int] = []

    var count: Int { ends.count }

    mutating func append(_ name: UnsafeBufferPointer<CChar>) {
        bytes += name
        bytes.append(0)
        ends.append(bytes.count)
    }

    /// - Parameter body: given the name, which a zero stands behind.
    func withName<Result>(_ index: Int, _ body: (UnsafeBufferPointer<CChar>) -> Result) -> Result {
        bytes.withUnsafeBufferPointer { bytes in
            let start = index == 0 ? 0 : ends[index - 1]
            return body(UnsafeBufferPointer(rebasing: bytes[start..<ends[index] - 1]))
        }
    }
}

extension UnsafeBufferPointer<CChar> {
    fileprivate var text: String {
        withMemoryRebound(to: UInt8.self) { String(decoding: $0, as: UTF8.self) }
    }

    fileprivate var isUTF8: Bool {
        allSatisfy { $0 >= 0 } || withMemoryRebound(to: UInt8.self) { String(validating: $0, as: UTF8.self) != nil }
    }
}
