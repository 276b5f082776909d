#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// What the process was started with: read here, and passed on as values.
package enum ProcessEnvironment {
    /// The variables that Waymark heeds, of those that are set.
    package static var heeded: [String: String] { variables(named: ["SOURCE_DATE_EPOCH", "NO_COLOR", "TERM"]) }

    /// Those of the variables that are set.
    package static func variables(named names: [String]) -> [String: String] {
        var variables: [String: String] = [:]
        for name in names {
            if let value = getenv(name) { variables[name] = String(cString: value) }
        }
        return variables
    }
}

/// The memory of the process.
package enum ProcessMemory {
    /// Has memory taken from the system in large pieces, and kept: a portfolio is millions of small values, which all workers make
    /// at once, and each time that one of them asks the system for a little more, the others wait for it.
    package static func takeInLargePieces() {
        #if canImport(Glibc)
        // Swift knows nothing of <malloc.h>. Where there is no such function, nothing is lost.
        guard let symbol = dlsym(dlopen(nil, RTLD_NOW), "mallopt") else { return }
        typealias Function = @convention(c) (_ option: Int32, _ value: Int32) -> Int32
        let mallopt = unsafeBitCast(symbol, to: Function.self)
        let (trimThreshold, topPad, mmapThreshold) = (Int32(-1), Int32(-2), Int32(-3))
        _ = mallopt(topPad, 16 << 20)
        _ = mallopt(trimThreshold, 1 << 30)
        // What is as large as this is taken by itself and given back: holes of its size would add up.
        _ = mallopt(mmapThreshold, 1 << 20)
        #endif
    }
}

/// The program that runs.
package enum ProcessExecutable {
    /// The same for as long as the program is: another build has another size or date. Nothing where it can't be told.
    package static var fingerprint: String? {
        #if canImport(Darwin)
        var size: UInt32 = 4096
        var path = [CChar](repeating: 0, count: Int(size))
        guard _NSGetExecutablePath(&path, &size) == 0 else { return nil }
        #else
        let path = Array("/proc/self/exe".utf8CString)
        #endif
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        #if canImport(Darwin)
        let changed = status.st_mtimespec
        #else
        let changed = status.st_mtim
        #endif
        return "\(status.st_size)-\(changed.tv_sec)-\(changed.tv_nsec)"
    }
}

/// Standard output, where data goes.
package enum StandardOutput {
    package struct Failure: Error, Hashable, Sendable, CustomStringConvertible {
        let error: SystemError

        package var description: String { "standard output can't be written: \(error)" }
        package var exitCode: Int32 { SysExit.ioError }
    }

    package static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

    /// Writes all of the text, at once: what a buffer keeps for the end of the process is lost without a word where a disk is full.
    package static func write(_ text: String) throws(Failure) { try write(text, to: STDOUT_FILENO) }

    static func write(_ text: String, to descriptor: Int32) throws(Failure) {
        let bytes = Array(text.utf8)
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes { rest -> Int in
                #if canImport(Darwin)
                Darwin.write(descriptor, rest.baseAddress, rest.count)
                #elseif canImport(Musl)
                Musl.write(descriptor, rest.baseAddress, rest.count)
                #else
                Glibc.write(descriptor, rest.baseAddress, rest.count)
                #endif
            }
            if count >= 0 {
                written += count
            } else if errno == EAGAIN || errno == EWOULDBLOCK {
                // Somebody who shares it wants no waiting: what reads it is waited for all the same.
                var ready = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                _ = poll(&ready, 1, -1)
            } else if errno != EINTR {
                throw Failure(error: .last)
            }
        }
    }
}

/// Standard error, where everything for people goes.
package enum StandardError {
    package static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }

    /// Writes all of the text; a reader that has gone away is no concern of ours.
    package static func write(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            var rest = UnsafeRawBufferPointer(bytes)
            while let start = rest.baseAddress, !rest.isEmpty {
                #if canImport(Darwin)
                let count = Darwin.write(STDERR_FILENO, start, rest.count)
                #elseif canImport(Musl)
                let count = Musl.write(STDERR_FILENO, start, rest.count)
                #else
                let count = Glibc.write(STDERR_FILENO, start, rest.count)
                #endif
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return }
                rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
            }
        }
    }
}
