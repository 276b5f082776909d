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

    /// Coarser than the clocks of any disk that tells parts of a second.
    static let tick: Int64 = 20_000_000

    /// Looks at one level of folders after the other, since those of a level need nothing of each other.
    ///
    /// Nothing where some of it can't be looked at.
    init?(of path: String, workers: Workers) async {
        taken = Self.now
        guard let root = try? OpenFolder(path) else { return nil }
        let each = Workers(jobs: workers.count, chunk: 1)
        var level = [""]
        while !level.isEmpty {
            let folders = level
            level = []
            for state in await each.map(folders.indices, { OneFolder(folders[$0], in: root) }) {
                guard let state else { return nil }
                sum &+= state.sum
                count += state.count
                newest = max(newest, state.newest)
                level += state.folders
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

        /// - Parameter prefix: the folder's path with a `/` at its end; empty for the root.
        init?(_ prefix: String, in root: OpenFolder) {
            guard let folder = prefix.isEmpty ? root : try? root.folder(named: String(prefix.dropLast())),
                let entries = try? folder.entries()
            else { return nil }
            var start = Checksum()
            start.add(prefix.utf8)
            for entry in entries {
                guard entry.isUTF8 else { return nil }
                var checksum = start
                checksum.add(entry.name.utf8)
                if entry.kind == .folder {
                    folders.append(prefix + entry.name + "/")
                } else {
                    guard let stamp = folder.stamp(of: entry.name) else { return nil }
                    newest = max(newest, stamp.changed)
                    for fact in [
                        stamp.device, stamp.number, stamp.size, UInt64(bitPattern: stamp.modified),
                        UInt64(bitPattern: stamp.changed),
                    ] { withUnsafeBytes(of: fact.littleEndian) { checksum.add($0) } }
                }
                sum &+= checksum.value
                count += 1
            }
        }
    }

    /// Nothing changed so shortly before it was looked at that a later change could have the same time.
    var isSettled: Bool { newest + Self.tick < taken }

    /// Waits until a state that is taken of what was just written is settled.
    static func settle() { usleep(UInt32(2 * tick / 1000)) }

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
