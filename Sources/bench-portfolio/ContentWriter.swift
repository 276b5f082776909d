#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// Writes files into a folder that must be new or empty.
struct ContentWriter {
    struct Failure: Error, CustomStringConvertible {
        let description: String

        init(_ what: String) {
            description = what
        }

        init(_ what: String, code: Int32) {
            description = what + ": " + String(cString: strerror(code))
        }
    }

    private let folder: String
    private var made: Set<String> = []
    private(set) var files = 0
    private(set) var bytes = 0

    init(_ folder: String) throws(Failure) {
        self.folder = folder
        try Self.make(folder)
        guard let stream = opendir(folder) else { throw Failure("can't open '\(folder)'", code: errno) }
        defer { closedir(stream) }
        var entries = 0
        while readdir(stream) != nil { entries += 1 }
        // `.` and `..`
        guard entries <= 2 else { throw Failure("'\(folder)' is not empty: name a new folder") }
    }

    mutating func write(_ text: String, to path: String) throws(Failure) {
        var folder = ""
        for name in path.split(separator: "/").dropLast() {
            folder += "/" + name
            if made.insert(folder).inserted { try Self.make(self.folder + folder) }
        }
        let file = open(self.folder + "/" + path, O_WRONLY | O_CREAT | O_EXCL, 0o666)
        guard file >= 0 else { throw Failure("can't make '\(path)'", code: errno) }
        var text = text
        let failure = text.withUTF8 { Self.write($0, to: file) }
        guard close(file) == 0, failure == nil else { throw Failure("can't write '\(path)'", code: failure ?? errno) }
        files += 1
        bytes += text.utf8.count
    }

    /// The error code, if it fails.
    static func write(_ bytes: UnsafeBufferPointer<UInt8>, to file: Int32) -> Int32? {
        var count = 0
        while count < bytes.count {
            let rest = UnsafeBufferPointer(rebasing: bytes[count...])
            #if canImport(Darwin)
            let more = Darwin.write(file, rest.baseAddress, rest.count)
            #elseif canImport(Glibc)
            let more = Glibc.write(file, rest.baseAddress, rest.count)
            #elseif canImport(Musl)
            let more = Musl.write(file, rest.baseAddress, rest.count)
            #endif
            if more >= 0 { count += more } else if errno != EINTR { return errno }
        }
        return nil
    }

    private static func make(_ folder: String) throws(Failure) {
        guard mkdir(folder, 0o777) == 0 || errno == EEXIST else { throw Failure("can't make '\(folder)'", code: errno) }
    }
}
