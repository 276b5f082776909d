#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

import Diagnostics

/// The file that a baseline is kept in, wherever it was named.
package struct BaselineFile: Sendable {
    package enum Failure: Error, Hashable, Sendable, CustomStringConvertible {
        case missing(String)
        case unreadable(String, SystemError)
        case noFile(String)
        case unwritable(String, SystemError)

        package var description: String {
            switch self {
            case .missing(let path): "there is no baseline '\(path)': write it with '--write-baseline \(path)'"
            case .unreadable(let path, let error): "the baseline '\(path)' can't be read: \(error)"
            case .noFile(let path): "'\(path)' is not a file, so it is no baseline"
            case .unwritable(let path, let error): "the baseline '\(path)' can't be written: \(error)"
            }
        }

        package var exitCode: Int32 {
            switch self {
            case .missing, .noFile: SysExit.noInput
            case .unreadable(_, let error): error.isForbidden ? SysExit.noPermission : SysExit.noInput
            case .unwritable(_, let error): error.isForbidden ? SysExit.noPermission : SysExit.cantCreate
            }
        }
    }

    package enum Outcome: Hashable, Sendable {
        case written, unchanged
    }

    package let path: String

    package init(_ path: String) {
        self.path = path
    }

    /// How messages name it.
    package var shownPath: String { String(SourceFolder.prefix(for: path).dropLast()) }

    package func read() throws(Failure) -> SourceText {
        do throws(SystemError) {
            let file = try OpenFile(following: path)
            let status = try file.status()
            if status.kind == .file {
                return SourceText(path: shownPath, bytes: try file.bytes(expecting: status.size))
            }
        } catch {
            throw error.isMissing ? .missing(path) : .unreadable(path, error)
        }
        throw .noFile(path)
    }

    /// In one step: whoever reads meanwhile, or after a kill, finds the old file or the new one, whole. Of a link, it is the file that it
    /// leads to.
    package func write(_ text: String) throws(Failure) -> Outcome {
        let bytes = Array(text.utf8)
        if let before = try? read(), before.bytes == bytes { return .unchanged }
        let path = path
        let failure: (SystemError) -> Failure = { .unwritable(path, $0) }
        let place = BuildMemory.resolved(path) ?? path
        let names = place.split(separator: "/", omittingEmptySubsequences: false)
        guard let name = names.last, !name.isEmpty, name != ".", name != ".." else { throw .noFile(path) }
        let parent = place.utf8.count == name.utf8.count ? "." : String(place.dropLast(name.count))
        if let status = try? FileStatus(at: path), status.kind != .file { throw .noFile(path) }
        let folder: OpenFolder
        do throws(SystemError) {
            folder = try OpenFolder(parent)
        } catch {
            throw failure(error)
        }
        folder.removeUnfinished(of: String(name))
        try folder.replaceFile(named: String(name), failure: failure) { (file) throws(Failure) in
            do throws(SystemError) {
                try file.write(bytes)
            } catch {
                throw failure(error)
            }
        }
        return .written
    }
}
