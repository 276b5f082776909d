#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

import Diagnostics

/// A folder that authors write in: how its files are listed, read and named in messages.
struct SourceFolder: Sendable {
    /// The folder as it was named.
    let location: String
    /// What stands before a relative path in messages: the folder, relative to where the command was run, and a `/`.
    let prefix: String

    init(_ location: String) throws(FolderError) {
        self.location = location
        prefix = Self.prefix(for: location)
        let status: FileStatus
        do throws(SystemError) {
            status = try FileStatus(at: location)
        } catch {
            throw error.isMissing ? .missing(location) : .unreadable(location, error)
        }
        guard status.kind == .folder else { throw .notAFolder(location) }
        // To be read, and to be gone into.
        guard access(location, R_OK | X_OK) == 0 else { throw .unreadable(location, .last) }
    }

    /// `./content//` is shown as `content/`, and the folder that the command was run in as nothing.
    static func prefix(for location: String) -> String {
        let names = location.split(separator: "/").filter { $0 != "." }
        let start = location.hasPrefix("/") ? "/" : ""
        return start + names.map { $0 + "/" }.joined()
    }

    /// The paths of all files, relative to the folder, in the order of their bytes; and what of the folder can't be used.
    ///
    /// - Parameter isIgnored: whether a file or a folder of that name is none of ours.
    func list(ignoring isIgnored: @escaping (_ name: String) -> Bool) -> Checked<[String]> {
        let root: OpenFolder
        do throws(SystemError) {
            root = try OpenFolder(location)
        } catch {
            return Checked([], [unreadable("", "the folder can't be read: \(error)")])
        }
        let walk = FolderWalk(root) { _, name in isIgnored(name) ? .ignore : .enter }
        var files: [String] = []
        var diagnostics: [Diagnostic] = []
        for entry in walk.entries {
            switch entry.kind {
            case .folder: break
            case .file: files.append(entry.path)
            case .link:
                diagnostics.append(
                    Diagnostic(
                        .symbolicLink, at: place(of: entry.path), "'\(entry.path)' is a symbolic link and is left out",
                        hint:
                            "put the file itself there; links are not followed, so that nothing from outside is published"
                    ))
            case .other:
                diagnostics.append(unreadable(entry.path, "'\(entry.path)' is neither a file nor a folder"))
            case .notUTF8:
                diagnostics.append(
                    Diagnostic(
                        .notUTF8, at: place(of: entry.path), "the name '\(entry.path)' is not valid UTF-8",
                        hint: "rename it"))
            case .failed(let error):
                diagnostics.append(unreadable(entry.path, "'\(entry.path)' can't be read: \(error)"))
            }
        }
        return Checked(files, diagnostics)
    }

    /// What is longer is no text that people write, and libcmark ends the program where it would need more than a gigabyte: for a sign
    /// of one byte it may take six.
    private static let longestText = 100_000_000

    /// A file's bytes, as they are; none if it can't be read.
    func read(_ path: String) -> Checked<SourceText> {
        let shown = prefix + path
        do throws(SystemError) {
            let open = try OpenFile(reading: location + "/" + path)
            let status = try open.status()
            guard status.kind == .file else {
                return Checked(
                    SourceText(path: shown, bytes: []), [unreadable(path, "'\(path)' is no longer a file")])
            }
            if path.hasSuffix(".md"), status.size > Self.longestText {
                let (size, most) = ((status.size + 999_999) / 1_000_000, Self.longestText / 1_000_000)
                return Checked(
                    SourceText(path: shown, bytes: []),
                    [
                        unreadable(
                            path, "'\(path)' has \(size) MB, and a text may have \(most) MB at most",
                            hint: "make several files of it, or move it out of the folder")
                    ])
            }
            return Checked(SourceText(path: shown, bytes: try open.bytes(expecting: status.size)))
        } catch {
            return Checked(
                SourceText(path: shown, bytes: []), [unreadable(path, "'\(path)' can't be read: \(error)")])
        }
    }

    private func place(of path: String) -> Location {
        Location(path: path.isEmpty ? location : prefix + path, range: 0..<0)
    }

    private func unreadable(_ path: String, _ message: String, hint: String? = nil) -> Diagnostic {
        Diagnostic(.unreadable, at: place(of: path), message, hint: hint)
    }
}

extension SourceFolder {
    static func isHidden(_ name: String) -> Bool { name.utf8.first == UInt8(ascii: ".") }
    static func isReadMe(_ name: String) -> Bool { name.utf8.count == 9 && name.lowercased() == "readme.md" }
}
