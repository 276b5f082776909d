#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// What the operating system answered when it would not do something.
package struct SystemError: Error, Hashable, Sendable, CustomStringConvertible {
    package let code: Int32

    package init(code: Int32) {
        self.code = code
    }

    /// Why the last call failed. To be asked for before anything else is called.
    static var last: SystemError { SystemError(code: errno) }

    /// In the system's own words: `No space left on device`.
    package var description: String { String(cString: strerror(code)) }

    var isMissing: Bool { code == ENOENT }
    /// A file or a link stands where a folder was expected.
    var isNoFolder: Bool { code == ENOTDIR || code == ELOOP }
    var isNotEmpty: Bool { code == ENOTEMPTY || code == EEXIST }
    /// A folder stands where a file was to be put.
    var isOccupied: Bool { code == EISDIR || isNotEmpty }
    var isMountPoint: Bool { code == EBUSY }
    var isForbidden: Bool { code == EACCES || code == EPERM || code == EROFS }
}

/// Codes of `sysexits.h` that this target ends with.
enum SysExit {
    static let usage: Int32 = 64
    static let noInput: Int32 = 66
    static let unavailable: Int32 = 69
    static let cantCreate: Int32 = 73
    static let ioError: Int32 = 74
    static let temporaryFailure: Int32 = 75
    static let noPermission: Int32 = 77
}
