#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// A descriptor that is closed when nobody has it any more.
final class Descriptor {
    private(set) var number: Int32

    init(_ number: Int32) {
        self.number = number
    }

    deinit { close() }

    var isOpen: Bool { number >= 0 }

    func close() {
        guard isOpen else { return }
        #if canImport(Darwin)
        _ = Darwin.close(number)
        #elseif canImport(Glibc)
        _ = Glibc.close(number)
        #elseif canImport(Musl)
        _ = Musl.close(number)
        #endif
        number = -1
    }

    func makeNonBlocking() throws(SystemError) {
        guard fcntl(number, F_SETFL, fcntl(number, F_GETFL) | O_NONBLOCK) == 0 else { throw .last }
    }

    /// How many bytes came; 0 at the end.
    func read(into buffer: inout [UInt8]) throws(ChildProcess.Failure) -> Int {
        while true {
            let count = buffer.withUnsafeMutableBytes { bytes -> Int in
                #if canImport(Darwin)
                Darwin.read(number, bytes.baseAddress, bytes.count)
                #elseif canImport(Glibc)
                Glibc.read(number, bytes.baseAddress, bytes.count)
                #elseif canImport(Musl)
                Musl.read(number, bytes.baseAddress, bytes.count)
                #endif
            }
            if count >= 0 { return count }
            guard errno == EINTR else { throw .failed(.last) }
        }
    }
}

/// What the child reads from or writes to: two ends, of which it gets one.
///
/// A socket rather than a pipe: one can be made that no other program inherits, and writing to one whose reader has gone can be had
/// without the signal that would end us.
final class Channel {
    let ours: Descriptor
    let theirs: Descriptor

    init() throws(SystemError) {
        var ends: [Int32] = [-1, -1]
        #if canImport(Glibc)
        let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        #elseif canImport(Musl)
        let kind = SOCK_STREAM | SOCK_CLOEXEC
        #else
        let kind = SOCK_STREAM
        #endif
        guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { throw .last }
        #if canImport(Darwin)
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        var on: Int32 = 1
        setsockopt(ends[0], SOL_SOCKET, SO_NOSIGPIPE, &on, socklen_t(MemoryLayout<Int32>.size))
        #endif
        ours = Descriptor(ends[0])
        theirs = Descriptor(ends[1])
    }

    func send(_ bytes: UnsafeRawBufferPointer) -> Int {
        #if canImport(Darwin)
        Darwin.send(ours.number, bytes.baseAddress, bytes.count, 0)
        #elseif canImport(Glibc)
        Glibc.send(ours.number, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL))
        #elseif canImport(Musl)
        Musl.send(ours.number, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL))
        #endif
    }
}
