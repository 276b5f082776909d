#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// Where the site is to go, and whether that is a place for one.
struct OutputLocation {
    let path: String
    /// The folder of the person who runs this, if they have one.
    let home: String?

    static var currentHome: String? { getenv("HOME").map { String(cString: $0) } }

    /// Refuses the whole disk, the home folder, and a folder that overlaps the content. Compares folders, not spellings: links and
    /// letter case make no difference.
    func check(against content: String) throws(PublishError) {
        let output = lineage(of: path)
        if output.exists, let folder = output.folders.first {
            if output.folders.count == 1 || lineage(of: home).folders.contains(folder) {
                throw .wholeDisk(folder: path)
            }
            if lineage(of: content).folders.contains(folder) { throw .overlapsContent(folder: path, content: content) }
        }
        guard let source = try? FileStatus(at: content).identity else { return }
        if output.folders.contains(source) { throw .overlapsContent(folder: path, content: content) }
    }

    /// The folder, made with its parents if it is not there yet.
    func open(gate: DiskGate?) throws(PublishError) -> OpenFolder {
        let names = path.split(separator: "/", omittingEmptySubsequences: true)
        var current = path.hasPrefix("/") ? "/" : ""
        for name in names {
            current += name
            if mkdir(current, 0o777) != 0 {
                let error = SystemError.last
                // Some disks say of a folder that is there that it can't be made, rather than that it exists.
                let existing: FileStatus
                do throws(SystemError) {
                    existing = try FileStatus(at: current)
                } catch let behind {
                    if error.isNotEmpty, behind.isMissing || behind.isNoFolder { throw .linkToNowhere(current) }
                    throw .failed(.make, path: current, error)
                }
                guard existing.kind == .folder else { throw .notAFolder(current) }
            }
            current += "/"
        }
        do throws(SystemError) {
            return try OpenFolder(path.isEmpty ? "." : path, gate: gate)
        } catch {
            throw .failed(.open, path: path, error)
        }
    }

    private struct Lineage {
        /// The folder, or the first above it that exists; then its parent, and so on up to the root.
        var folders: [FileStatus.Identity] = []
        var exists = true
    }

    private func lineage(of path: String?) -> Lineage {
        var lineage = Lineage()
        guard var current = path.map({ $0.isEmpty ? "." : $0 }) else { return lineage }
        while true {
            if let real = realpath(current, nil) {
                defer { free(real) }
                current = String(cString: real)
                break
            }
            lineage.exists = false
            while current.last == "/" { current.removeLast() }
            guard let slash = current.utf8.lastIndex(of: UInt8(ascii: "/")) else {
                current = "."
                continue
            }
            current = slash == current.startIndex ? "/" : String(current[..<slash])
        }
        while true {
            if let status = try? FileStatus(at: current) { lineage.folders.append(status.identity) }
            guard current != "/", let slash = current.utf8.lastIndex(of: UInt8(ascii: "/")) else { return lineage }
            current = slash == current.startIndex ? "/" : String(current[..<slash])
        }
    }
}
