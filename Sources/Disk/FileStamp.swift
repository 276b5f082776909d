#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

extension OpenFolder {
    struct Stamp {
        let device: UInt64
        let number: UInt64
        let size: UInt64
        /// In nanoseconds since 1970-01-01.
        let modified: Int64
        let changed: Int64

        /// Coarser than the clocks of any disk that tells parts of a second.
        static let tick: Int64 = 20_000_000
        /// The same for one that does not: ext3 and HFS+ count seconds, FAT each other one.
        private static let coarseTick: Int64 = 2_000_000_000 + tick

        /// Until when a further change could have the same time, in nanoseconds since 1970-01-01.
        var settled: Int64 { changed + (changed % 1_000_000_000 == 0 ? Self.coarseTick : Self.tick) }
    }

    /// What tells a file as it is now from all that it was and will be.
    func stamp(of name: UnsafePointer<CChar>) -> Stamp? {
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
