#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// What was worked out before, so that it need not be again: a file an answer, which may be deleted at any time.
///
/// It lies in the user's own folder for caches, outside every repository: there it is neither published nor committed, and all
/// clones of a repository share it. What can't be read or written is as good as not there.
package struct UserCache: Sendable {
    private let folder: String
    /// What answers depend on besides the content.
    let edition: String

    /// - Parameter edition: what answers depend on besides the content: the version of the program.
    init(in folder: String, edition: String) {
        let name = edition.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == ".") ? $0 : "-" }
        self.folder = folder + "/" + String(name)
        self.edition = edition
    }

    /// In `$XDG_CACHE_HOME/waymark`, or where the system has such things; nothing without a home.
    ///
    /// - Parameter kind: what is kept: each kind has a folder of its own.
    package init?(
        edition: String, kind: String = "history",
        environment: [String: String] = ProcessEnvironment.variables(named: ["XDG_CACHE_HOME", "HOME"])
    ) {
        // The specification says of relative paths that they are to be ignored.
        if let base = environment["XDG_CACHE_HOME"], base.hasPrefix("/") {
            self.init(in: base + "/waymark/\(kind)", edition: edition)
        } else if let home = environment["HOME"], home.hasPrefix("/") {
            #if canImport(Darwin)
            self.init(in: home + "/Library/Caches/waymark/\(kind)", edition: edition)
            #else
            self.init(in: home + "/.cache/waymark/\(kind)", edition: edition)
            #endif
        } else {
            return nil
        }
    }

    // MARK: Files

    /// First what kind of file it is; then the lines; last their checksum.
    private static let head = "waymark history 2"

    /// What was kept under a name by the same build of the program.
    func bytes(of name: String) -> [UInt8]? { try? read(name) }

    func keep(_ bytes: UnsafeBufferPointer<UInt8>, named name: String) {
        do throws(SystemError) {
            try replace(name, by: bytes)
        } catch {
            // The next run works it out again.
        }
    }

    func lines(of name: String) -> [String]? {
        guard let bytes = try? read(name), let text = String(validating: bytes, as: UTF8.self) else { return nil }
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard lines.count >= 3, lines.removeLast().isEmpty, lines.first == Self.head, let sum = lines.popLast(),
            sum == checksum(of: lines, in: name)
        else { return nil }
        return Array(lines.dropFirst())
    }

    private func read(_ name: String) throws(SystemError) -> [UInt8] {
        let file = try OpenFile(reading: folder + "/" + name)
        let status = try file.status()
        guard status.kind == .file else { return [] }
        return try file.bytes(expecting: status.size)
    }

    func write(_ lines: [String], to name: String) {
        // A line end in a name would make two lines of one.
        guard lines.allSatisfy({ !$0.utf8.contains(UInt8(ascii: "\n")) }) else { return }
        let lines = [Self.head] + lines
        let text = lines.joined(separator: "\n") + "\n" + checksum(of: lines, in: name) + "\n"
        text.withBytes { keep($0, named: name) }
    }

    private func replace(_ name: String, by bytes: UnsafeBufferPointer<UInt8>) throws(SystemError) {
        try makeFolder()
        let place = try OpenFolder(folder)
        try place.replaceFile(named: name, failure: { (error: SystemError) in error }) { (file) throws(SystemError) in
            try file.write(UnsafeRawBufferPointer(bytes))
        }
    }

    /// Removes what was being written by runs that have ended, which were killed then.
    func removeUnfinished() {
        (try? OpenFolder(folder))?.removeUnfinished()
    }

    /// Removes what other builds of the program kept of the same kind and nobody has written to for a month.
    func removeOthers() {
        let month: Int64 = 30 * 24 * 3600 * 1_000_000_000
        guard let slash = folder.lastIndex(of: "/") else { return }
        let name = String(folder[folder.index(after: slash)...])
        guard let above = try? OpenFolder(String(folder[..<slash])), let own = above.stamp(of: name),
            let others = try? above.entries()
        else { return }
        for other in others where other.kind == .folder && other.name != name {
            guard let stamp = above.stamp(of: other.name), own.modified - stamp.modified > month,
                let old = try? above.folder(named: other.name), let files = try? old.entries()
            else { continue }
            for file in files where file.kind == .file { try? old.removeFile(named: file.name) }
            try? above.removeFolder(named: other.name)
        }
    }

    /// With the folders above it, for nobody else to look into: what content says may not be for all.
    private func makeFolder() throws(SystemError) {
        var path = ""
        for name in folder.split(separator: "/") {
            path += "/" + name
            guard mkdir(path, 0o700) == 0 || (try? FileStatus(at: path))?.kind == .folder else { throw .last }
        }
    }

    /// Of the name and the edition as well: a file that came from elsewhere is as bad as a damaged one.
    private func checksum(of lines: [String], in name: String) -> String {
        var sum = Checksum()
        for line in [edition, name] + lines { sum.add(line.utf8) }
        return sum.text
    }
}

/// FNV-1a, 64 bits (G. Fowler, L. C. Noll, K.-P. Vo), of lines: enough to tell a file that was cut off, damaged or changed.
struct Checksum {
    private var sum: UInt64 = 0xCBF2_9CE4_8422_2325

    mutating func add(_ line: some Sequence<UInt8>) {
        for byte in line { add(byte) }
        add(0x0A)
    }

    /// All bytes of a word at once, each of which reaches all that is added behind it.
    mutating func add(word: UInt64) {
        sum = (sum ^ word) &* 0x100_0000_01B3
        sum ^= sum >> 32
    }

    private mutating func add(_ byte: UInt8) { sum = (sum ^ UInt64(byte)) &* 0x100_0000_01B3 }

    var value: UInt64 { sum }
    var text: String { String(sum, radix: 16) }
}
