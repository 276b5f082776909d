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
    /// When the status of any file changed last, in nanoseconds since 1970-01-01.
    private(set) var newest: Int64 = 0
    /// When the files were looked at.
    private let taken: Int64
    /// All files and folders, if they were to be listed: in no order.
    private(set) var entries: [Entry] = []

    /// A file or a folder, relative to the one that is looked at.
    struct Entry: Hashable, Sendable {
        let path: String
        /// Tells its state from all others that it could have.
        let sum: UInt64
    }

    /// Coarser than the clocks of any disk that tells parts of a second.
    static let tick: Int64 = 20_000_000

    /// Looks at one level of folders after the other, since those of a level need nothing of each other.
    ///
    /// Nothing where some of it can't be looked at.
    ///
    /// - Parameter isListed: whether it is to be known which files there are.
    init?(of path: String, workers: Workers, isListed: Bool = false) async {
        taken = Self.now
        guard let root = try? OpenFolder(path) else { return nil }
        let each = Workers(jobs: workers.count, chunk: 1)
        var level = [""]
        while !level.isEmpty {
            let folders = level
            level = []
            for state in await each.map(folders.indices, { OneFolder(folders[$0], in: root, isListed: isListed) }) {
                guard let state else { return nil }
                sum &+= state.sum
                count += state.count
                newest = max(newest, state.newest)
                level += state.folders
                entries += state.entries
            }
        }
    }

    /// What stands in a folder itself.
    private struct OneFolder: Sendable {
        var sum: UInt64 = 0
        var count = 0
        var newest: Int64 = 0
        /// Each with a `/` at its end.
        var folders: [String] = []
        var entries: [Entry] = []

        /// - Parameter prefix: the folder's path with a `/` at its end; empty for the root.
        init?(_ prefix: String, in root: OpenFolder, isListed: Bool) {
            guard let folder = prefix.isEmpty ? root : try? root.folder(named: String(prefix.dropLast())),
                let found = try? folder.entries()
            else { return nil }
            var start = Checksum()
            start.add(prefix.utf8)
            for entry in found {
                guard entry.isUTF8 else { return nil }
                var checksum = start
                checksum.add(entry.name.utf8)
                if entry.kind == .folder {
                    folders.append(prefix + entry.name + "/")
                } else {
                    guard let stamp = folder.stamp(of: entry.name) else { return nil }
                    newest = max(newest, stamp.changed)
                    checksum.add(stamp)
                }
                sum &+= checksum.value
                count += 1
                if isListed { entries.append(Entry(path: prefix + entry.name, sum: checksum.value)) }
            }
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
    var isSettled: Bool { newest + Self.tick < taken }

    /// The same, of a folder that is settled; waits for that if somebody has just written to it.
    static func settled(of path: String, workers: Workers, isListed: Bool) async -> FolderState? {
        guard let state = await FolderState(of: path, workers: workers, isListed: isListed) else { return nil }
        if state.isSettled { return state }
        // What is to come yet is not waited for.
        guard state.newest <= now else { return nil }
        // To look took its time as well.
        let wait = max(0, state.newest + tick - now)
        usleep(UInt32(wait / 1000) + 1000)
        let later = await FolderState(of: path, workers: workers, isListed: isListed)
        return later?.isSettled == true ? later : nil
    }

    /// Waits until a state that is taken of what was just written is settled.
    ///
    /// - Parameter work: what can be done in the meantime.
    static func settle(_ work: () -> Void = {}) {
        let start = now
        work()
        let rest = 2 * tick - (now - start)
        if rest > 0 { usleep(UInt32(min(rest, 2 * tick) / 1000)) }
    }

    static func == (left: FolderState, right: FolderState) -> Bool {
        (left.sum, left.count) == (right.sum, right.count)
    }

    func hash(into hasher: inout Hasher) { hasher.combine(sum) }

    /// To be kept, and held against another.
    var text: String { "\(count)-\(String(sum, radix: 16))" }

    private static var now: Int64 {
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
        ] { withUnsafeBytes(of: fact.littleEndian) { add($0) } }
    }
}

extension OpenFolder {
    struct Stamp {
        let device: UInt64
        let number: UInt64
        let size: UInt64
        /// In nanoseconds since 1970-01-01.
        let modified: Int64
        let changed: Int64
    }

    /// What tells a file as it is now from all that it was and will be.
    func stamp(of name: String) -> Stamp? {
        var status = stat()
        guard fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return nil }
        #if canImport(Darwin)
        let (modified, changed) = (status.st_mtimespec, status.st_ctimespec)
        #else
        let (modified, changed) = (status.st_mtim, status.st_ctim)
        #endif
        func nanoseconds(_ time: timespec) -> Int64 { Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec) }
        return Stamp(
            device: UInt64(truncatingIfNeeded: status.st_dev), number: UInt64(truncatingIfNeeded: status.st_ino),
            size: UInt64(truncatingIfNeeded: status.st_size), modified: nanoseconds(modified),
            changed: nanoseconds(changed))
    }
}
