#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// A change to the output folder that is about to be made.
package enum DiskChange: Hashable, Sendable {
    case makeFolder, createFile, write, rename, removeFile, removeFolder
}

/// Asked before every change. Tests fail here what a full disk or a kill would.
package typealias DiskGate = @Sendable (DiskChange) throws(SystemError) -> Void

/// A folder that is held open. Everything in it is reached by name from here, never through a link.
final class OpenFolder: Sendable {
    struct Entry {
        let name: String
        /// Whether `name` is what the disk has; if not, what is no UTF-8 in it is shown as �.
        let isUTF8: Bool
        let kind: FileStatus.Kind
    }

    let descriptor: Int32
    private let gate: DiskGate?

    private init(descriptor: Int32, gate: DiskGate?) {
        self.descriptor = descriptor
        self.gate = gate
    }

    deinit {
        _ = close(descriptor)
    }

    /// Opens a folder that a person named, which may well be a link.
    convenience init(_ path: String, gate: DiskGate? = nil) throws(SystemError) {
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .last }
        self.init(descriptor: descriptor, gate: gate)
    }

    func folder(named name: String) throws(SystemError) -> OpenFolder {
        let inner = openat(descriptor, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard inner >= 0 else { throw .last }
        return OpenFolder(descriptor: inner, gate: gate)
    }

    /// Opens a file to read. A pipe is not waited for: see what it is before reading.
    func file(named name: String) throws(SystemError) -> OpenFile {
        let file = openat(descriptor, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard file >= 0 else { throw .last }
        return OpenFile(descriptor: file)
    }

    /// What stands at a name; nothing if nothing does.
    func status(of name: String) throws(SystemError) -> FileStatus? {
        var status = stat()
        guard fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
            let error = SystemError.last
            if error.isMissing { return nil }
            throw error
        }
        return FileStatus(status)
    }

    /// What is in the folder, in the disk's own order.
    func entries() throws(SystemError) -> [Entry] {
        var entries: [Entry] = []
        try visit { name, kind in
            name.withMemoryRebound(to: UInt8.self) { bytes in
                let valid = String(validating: bytes, as: UTF8.self)
                entries.append(
                    Entry(
                        name: valid ?? String(decoding: bytes, as: UTF8.self), isUTF8: valid != nil, kind: kind))
            }
        }
        return entries
    }

    /// The same without a text for every name.
    ///
    /// - Parameter body: given a name, which a zero stands behind.
    func visit(_ body: (_ name: UnsafeBufferPointer<CChar>, _ kind: FileStatus.Kind) -> Void) throws(SystemError) {
        // A stream closes the descriptor that it was given, and moves its offset: it gets one of its own.
        let own = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard own >= 0 else { throw .last }
        guard let stream = fdopendir(own) else {
            let error = SystemError.last
            _ = close(own)
            throw error
        }
        defer { closedir(stream) }
        while true {
            // The end and a failure look the same but for errno.
            errno = 0
            guard let entry = readdir(stream) else { break }
            // In place: a record is shorter than its type says, so a copy of it would read past its end.
            let kind = entry.pointee.d_type
            withUnsafePointer(to: &entry.pointee.d_name) { name in
                name.withMemoryRebound(to: CChar.self, capacity: 1) { name in
                    let name = UnsafeBufferPointer(start: name, count: strlen(name))
                    if !Self.isOwn(name), let start = name.baseAddress { body(name, self.kind(kind, of: start)) }
                }
            }
        }
        if errno != 0 { throw .last }
    }

    /// Whether it names the folder itself or the one that it is in.
    private static func isOwn(_ name: UnsafeBufferPointer<CChar>) -> Bool {
        name.count <= 2 && name.allSatisfy { $0 == CChar(UInt8(ascii: ".")) }
    }

    private func kind(_ type: UInt8, of name: UnsafePointer<CChar>) -> FileStatus.Kind {
        switch type {
        case UInt8(DT_REG): return .file
        case UInt8(DT_DIR): return .folder
        case UInt8(DT_LNK): return .link
        case UInt8(DT_UNKNOWN): break
        default: return .other
        }
        // Some disks don't say.
        var status = stat()
        guard fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return .other }
        return FileStatus(status).kind
    }
}

// MARK: Changes

extension OpenFolder {
    /// Makes a folder, if nobody has yet, and opens it.
    func folder(makingIfMissing name: String) throws(SystemError) -> OpenFolder {
        do throws(SystemError) {
            return try folder(named: name)
        } catch {
            guard error.isMissing else { throw error }
        }
        try gate?(.makeFolder)
        guard mkdirat(descriptor, name, 0o777) == 0 || errno == EEXIST else { throw .last }
        return try folder(named: name)
    }

    /// Puts a file at `name` in one step: what `write` writes goes to a new file beside it, which then takes the name. Whoever
    /// looks, or comes after a kill, finds the old file or the new one, whole.
    func replaceFile<Failure: Error>(
        named name: String, temporary: String, failure: (SystemError) -> Failure,
        write: (borrowing OpenFile) throws(Failure) -> Void
    ) throws(Failure) {
        let file: OpenFile
        do throws(SystemError) {
            file = try newFile(named: temporary)
        } catch {
            throw failure(error)
        }
        do throws(Failure) {
            try write(file)
            do throws(SystemError) {
                try put(file, named: temporary, at: name)
            } catch {
                throw failure(error)
            }
        } catch {
            // What fails here was failing already; a next run removes it.
            try? removeFile(named: temporary)
            throw error
        }
    }

    /// A file to be filled and then put in its place.
    func newFile(named temporary: String) throws(SystemError) -> OpenFile {
        try gate?(.createFile)
        let created = openat(descriptor, temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666)
        guard created >= 0 else { throw .last }
        return OpenFile(descriptor: created, gate: gate)
    }

    /// Gives a file that has been filled its name.
    func put(_ file: consuming OpenFile, named temporary: String, at name: String) throws(SystemError) {
        try file.finish()
        try gate?(.rename)
        guard renameat(descriptor, temporary, descriptor, name) == 0 else { throw .last }
    }

    func rename(_ old: String, to new: String, in folder: OpenFolder) throws(SystemError) {
        try gate?(.rename)
        guard renameat(descriptor, old, folder.descriptor, new) == 0 else { throw .last }
    }

    func removeFile(named name: String) throws(SystemError) {
        try gate?(.removeFile)
        guard unlinkat(descriptor, name, 0) == 0 || errno == ENOENT else { throw .last }
    }

    /// Only if it is empty.
    func removeFolder(named name: String) throws(SystemError) {
        try gate?(.removeFolder)
        guard unlinkat(descriptor, name, AT_REMOVEDIR) == 0 else { throw .last }
    }
}
