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
    package static var heeded: [String: String] {
        var variables: [String: String] = [:]
        for name in ["SOURCE_DATE_EPOCH", "NO_COLOR", "TERM"] {
            if let value = getenv(name) { variables[name] = String(cString: value) }
        }
        return variables
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
