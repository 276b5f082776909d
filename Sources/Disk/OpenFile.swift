#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// What the disk says about a file, a folder or a link.
struct FileStatus: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        case file, folder, link
        /// A pipe, a socket, a device.
        case other
    }

    /// The same for two names of one file.
    struct Identity: Hashable, Sendable {
        let device: UInt64
        let number: UInt64
    }

    let kind: Kind
    let size: Int
    let identity: Identity

    init(_ status: stat) {
        switch status.st_mode & S_IFMT {
        case S_IFREG: kind = .file
        case S_IFDIR: kind = .folder
        case S_IFLNK: kind = .link
        default: kind = .other
        }
        size = Int(status.st_size)
        identity = Identity(
            device: UInt64(truncatingIfNeeded: status.st_dev), number: UInt64(truncatingIfNeeded: status.st_ino))
    }

    /// What stands at a path that a person named, links followed.
    init(at path: String) throws(SystemError) {
        var status = stat()
        guard stat(path, &status) == 0 else { throw .last }
        self.init(status)
    }
}

/// A file that is held open.
struct OpenFile: ~Copyable {
    private var descriptor: Int32
    private let gate: DiskGate?

    init(descriptor: Int32, gate: DiskGate? = nil) {
        self.descriptor = descriptor
        self.gate = gate
    }

    /// Opens a file by its path to read it. A pipe is not waited for: see what it is before reading.
    init(reading path: String) throws(SystemError) {
        let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { throw .last }
        self.init(descriptor: descriptor)
    }

    /// The same of one that a person named, which may well be a link.
    init(following path: String) throws(SystemError) {
        let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { throw .last }
        self.init(descriptor: descriptor)
    }

    deinit {
        if descriptor >= 0 { _ = close(descriptor) }
    }

    func status() throws(SystemError) -> FileStatus {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .last }
        return FileStatus(status)
    }

    /// Fills as much of the buffer as the file still has bytes for, and says how much that was.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(SystemError) -> Int {
        guard let start = buffer.baseAddress else { return 0 }
        var count = 0
        while count < buffer.count {
            let more = Self.read(descriptor, start + count, buffer.count - count)
            if more == 0 { break }
            if more > 0 { count += more } else if errno != EINTR { throw .last }
        }
        return count
    }

    /// Reads from the start again.
    func rewind() throws(SystemError) {
        guard lseek(descriptor, 0, SEEK_SET) == 0 else { throw .last }
    }

    /// All of the file, however it grows or shrinks meanwhile.
    ///
    /// - Parameter size: how long it was, so that one buffer does.
    func bytes(expecting size: Int) throws(SystemError) -> [UInt8] {
        // One more than is needed: the end is seen without another buffer.
        var bytes = try part(upTo: size + 1)
        while bytes.count > size {
            let more = try part(upTo: 1 << 16)
            if more.isEmpty { break }
            bytes += more
        }
        return bytes
    }

    private func part(upTo size: Int) throws(SystemError) -> [UInt8] {
        var failure: SystemError?
        let part = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            do throws(SystemError) {
                count = try read(into: UnsafeMutableRawBufferPointer(buffer))
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
        return part
    }

    func write(_ bytes: [UInt8]) throws(SystemError) {
        var failure: SystemError?
        bytes.withUnsafeBytes { bytes in
            do throws(SystemError) {
                try write(bytes)
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
    }

    func write(_ bytes: UnsafeRawBufferPointer) throws(SystemError) {
        try gate?(.write)
        guard let start = bytes.baseAddress else { return }
        var count = 0
        while count < bytes.count {
            let more = Self.write(descriptor, start + count, bytes.count - count)
            if more >= 0 { count += more } else if errno != EINTR { throw .last }
        }
    }

    /// Closes the file, which is when some disks say that they could not keep what was written.
    mutating func finish() throws(SystemError) {
        let closing = descriptor
        descriptor = -1
        guard close(closing) == 0 || errno == EINTR else { throw .last }
    }

    private static func read(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer, _ count: Int) -> Int {
        #if canImport(Darwin)
        Darwin.read(descriptor, buffer, count)
        #elseif canImport(Glibc)
        Glibc.read(descriptor, buffer, count)
        #elseif canImport(Musl)
        Musl.read(descriptor, buffer, count)
        #endif
    }

    private static func write(_ descriptor: Int32, _ buffer: UnsafeRawPointer, _ count: Int) -> Int {
        #if canImport(Darwin)
        Darwin.write(descriptor, buffer, count)
        #elseif canImport(Glibc)
        Glibc.write(descriptor, buffer, count)
        #elseif canImport(Musl)
        Musl.write(descriptor, buffer, count)
        #endif
    }
}
