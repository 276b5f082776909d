/// A folder to read from that was named on the command line and can't be used.
package enum FolderError: Error, Hashable, Sendable, CustomStringConvertible {
    case missing(String)
    case notAFolder(String)
    case unreadable(String, SystemError)

    package var description: String {
        switch self {
        case .missing(let path): "there is no folder '\(path)' to read from: name the folder that holds the content"
        case .notAFolder(let path): "'\(path)' is not a folder: name the folder, not a file in it"
        case .unreadable(let path, let error): "the folder '\(path)' can't be read: \(error)"
        }
    }

    package var exitCode: Int32 {
        switch self {
        case .missing, .notAFolder: SysExit.noInput
        case .unreadable(_, let error): error.isForbidden ? SysExit.noPermission : SysExit.noInput
        }
    }
}
