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
        end()
        while waitpid(id, nil, 0) < 0, errno == EINTR {}
    }

    /// With all that it has started.
    private func end() { kill(-id, SIGKILL) }

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
            let ready = Self.poll(&polls, polls.count, Self.milliseconds(patience))
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
        if try exchange(bytes, isLast: true, receive: receive) { end() }
        let status = try waitForEnd()
        // As shells count: 128 and the signal, where one ended it.
        let signal = status & 0x7F
        return (signal == 0 ? (status >> 8) & 0xFF : 128 + signal, String(decoding: complaint, as: UTF8.self))
    }

    /// Takes complaints until it ends. Their own end is not waited for: what it has started may still hold them open.
    private func waitForEnd() throws(Failure) -> Int32 {
        var buffer = [UInt8](repeating: 0, count: 1 << 12)
        let deadline = ContinuousClock.now + patience
        while true {
            var status: Int32 = 0
            let ended = waitpid(id, &status, WNOHANG)
            if ended < 0, errno != EINTR { throw .failed(.last) }
            var poll = pollfd(fd: errors.ours.number, events: Int16(POLLIN), revents: 0)
            // What is there is taken at once; as long as it goes on, it is looked after a hundred times a second.
            let isReady = Self.poll(&poll, 1, ended > 0 ? 0 : 10) > 0
            if isReady { try readComplaint(&buffer) }
            if ended > 0 {
                isReaped = true
                while errors.ours.isOpen, Self.poll(&poll, 1, 0) > 0, try readComplaint(&buffer) {}
                return status
            }
            guard isReady || ContinuousClock.now < deadline else { throw .stoodStill }
        }
    }

    private static func poll(_ descriptors: UnsafeMutablePointer<pollfd>, _ count: Int, _ milliseconds: Int32) -> Int32
    {
        #if canImport(Darwin)
        Darwin.poll(descriptors, nfds_t(count), milliseconds)
        #elseif canImport(Glibc)
        Glibc.poll(descriptors, nfds_t(count), milliseconds)
        #elseif canImport(Musl)
        Musl.poll(descriptors, nfds_t(count), milliseconds)
        #endif
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
        let flags = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_CLOEXEC_DEFAULT
        #else
        var actions = posix_spawn_file_actions_t()
        var attributes = posix_spawnattr_t()
        let flags = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF
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
        // A group of its own can be ended as a whole. It starts with no signal held back, and dies of a closed pipe, whatever we do.
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        sigaddset(&signals, SIGPIPE)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setpgroup(&attributes, 0)
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
