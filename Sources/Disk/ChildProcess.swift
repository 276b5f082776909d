#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// A program that runs beside us, started without a shell. It is given bytes and gives bytes, and both go on at once, so that
/// neither waits for the other however much there is.
final class ChildProcess {
    /// What is needed to start one.
    struct Program: Sendable {
        /// Where it is: no search is made.
        let path: String
        let arguments: [String]
        /// All of its environment: nothing of ours is handed on.
        let environment: [String: String]
        /// How long it may stand still before it is given up.
        var patience = Duration.seconds(60)
    }

    enum Failure: Error, Hashable, Sendable {
        case notStarted(SystemError)
        /// It ended before it had said all; by a status other than 0 or by a signal.
        case ended(status: Int32, complaint: String)
        case stoodStill
        case failed(SystemError)
    }

    /// Whether more is wanted of what it says.
    enum Appetite {
        case more, enough
    }

    private let patience: Duration
    private let id: pid_t
    private let input: Channel
    private let output: Channel
    private let errors: Channel
    private var isReaped = false
    /// The beginning of what it wrote to standard error.
    private var complaint: [UInt8] = []
    private static let longestComplaint = 1 << 14

    init(_ program: Program) throws(Failure) {
        do throws(SystemError) {
            let (input, output, errors) = (try Channel(), try Channel(), try Channel())
            try input.ours.makeNonBlocking()
            id = try Self.spawn(program, input: input.theirs, output: output.theirs, errors: errors.theirs)
            input.theirs.close()
            output.theirs.close()
            errors.theirs.close()
            (self.input, self.output, self.errors) = (input, output, errors)
        } catch {
            throw .notStarted(error)
        }
        patience = program.patience
    }

    /// One that is still there was given up.
    deinit {
        guard !isReaped else { return }
        kill(id, SIGKILL)
        while waitpid(id, nil, 0) < 0, errno == EINTR {}
    }

    /// Sends bytes and takes what comes back until there is enough of it.
    ///
    /// - Parameter isLast: whether nothing more will be sent.
    /// - Returns: whether there was enough; if not, it has closed its output.
    func exchange(
        _ bytes: [UInt8], isLast: Bool = false, receive: (UnsafeRawBufferPointer) -> Appetite
    ) throws(Failure) -> Bool {
        var sent = 0
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            if isLast, sent == bytes.count { input.ours.close() }
            var polls = [
                pollfd(fd: output.ours.number, events: Int16(POLLIN), revents: 0),
                pollfd(fd: errors.ours.number, events: Int16(POLLIN), revents: 0),
                pollfd(fd: sent < bytes.count ? input.ours.number : -1, events: Int16(POLLOUT), revents: 0),
            ]
            let ready = poll(&polls, nfds_t(polls.count), Self.milliseconds(patience))
            if ready < 0 {
                if errno == EINTR { continue }
                throw .failed(.last)
            }
            guard ready > 0 else { throw .stoodStill }
            if polls[2].revents != 0 { sent += try send(bytes[sent...]) }
            if polls[1].revents != 0 { try readComplaint(&buffer) }
            guard polls[0].revents != 0 else { continue }
            let count = try output.ours.read(into: &buffer)
            if count == 0 { return false }
            if buffer.withUnsafeBytes({ receive(UnsafeRawBufferPointer(rebasing: $0[..<count])) }) == .enough {
                return true
            }
        }
    }

    /// Sends the last bytes, takes what still comes, and waits for its end, which is made if there is enough before.
    ///
    /// - Returns: its status, and what it complained of.
    func finish(
        sending bytes: [UInt8] = [], receive: (UnsafeRawBufferPointer) -> Appetite = { _ in .more }
    ) throws(Failure) -> (status: Int32, complaint: String) {
        if try exchange(bytes, isLast: true, receive: receive) { kill(id, SIGKILL) }
        var buffer = [UInt8](repeating: 0, count: 1 << 12)
        while errors.ours.isOpen, try readComplaint(&buffer) {}
        var status: Int32 = 0
        while waitpid(id, &status, 0) < 0 {
            guard errno == EINTR else { throw .failed(.last) }
        }
        isReaped = true
        // As shells count: 128 and the signal, where one ended it.
        let signal = status & 0x7F
        return (signal == 0 ? (status >> 8) & 0xFF : 128 + signal, String(decoding: complaint, as: UTF8.self))
    }

    /// What went wrong with one that has closed its output too early.
    func failure() -> Failure {
        do throws(Failure) {
            let end = try finish()
            return .ended(status: end.status, complaint: end.complaint)
        } catch {
            return error
        }
    }

    private func send(_ bytes: ArraySlice<UInt8>) throws(Failure) -> Int {
        let count = bytes.withUnsafeBytes { input.send($0) }
        if count >= 0 { return count }
        if errno == EAGAIN || errno == EINTR { return 0 }
        // It reads no more: what it says, and how it ends, tells why.
        if errno == EPIPE || errno == ECONNRESET { return bytes.count }
        throw .failed(.last)
    }

    @discardableResult
    private func readComplaint(_ buffer: inout [UInt8]) throws(Failure) -> Bool {
        let count = try errors.ours.read(into: &buffer)
        if count == 0 {
            // Not asked again: its end would be reported without end.
            errors.ours.close()
            return false
        }
        complaint += buffer[..<min(count, Self.longestComplaint - complaint.count)]
        return true
    }

    private static func milliseconds(_ duration: Duration) -> Int32 {
        let (seconds, attoseconds) = duration.components
        return Int32(clamping: seconds * 1000 + attoseconds / 1_000_000_000_000_000)
    }
}

// MARK: Starting

extension ChildProcess {
    private static func spawn(
        _ program: Program, input: Descriptor, output: Descriptor, errors: Descriptor
    ) throws(SystemError) -> pid_t {
        #if canImport(Darwin)
        var actions: posix_spawn_file_actions_t?
        var attributes: posix_spawnattr_t?
        let flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_CLOEXEC_DEFAULT
        #else
        var actions = posix_spawn_file_actions_t()
        var attributes = posix_spawnattr_t()
        let flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF
        #endif
        posix_spawn_file_actions_init(&actions)
        posix_spawnattr_init(&attributes)
        defer {
            posix_spawn_file_actions_destroy(&actions)
            posix_spawnattr_destroy(&attributes)
        }
        posix_spawn_file_actions_adddup2(&actions, input.number, STDIN_FILENO)
        posix_spawn_file_actions_adddup2(&actions, output.number, STDOUT_FILENO)
        posix_spawn_file_actions_adddup2(&actions, errors.number, STDERR_FILENO)
        // It starts with no signal held back, and dies of a closed pipe, whatever we do.
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        sigaddset(&signals, SIGPIPE)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setflags(&attributes, Int16(flags))

        let variables = program.environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        var arguments = ([program.path] + program.arguments).map { strdup($0) } + [nil]
        var environment = variables.map { strdup($0) } + [nil]
        defer { for text in arguments + environment { free(text) } }
        var id: pid_t = 0
        let code = posix_spawn(&id, program.path, &actions, &attributes, &arguments, &environment)
        guard code == 0 else { throw SystemError(code: code) }
        return id
    }
}

// MARK: Descriptors

/// A descriptor that is closed when nobody has it any more.
private final class Descriptor {
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
private final class Channel {
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
