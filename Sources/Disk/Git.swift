#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// The git that is installed, asked through plumbing that reads: nothing of the working tree, the index or the references is
/// touched, and nothing that a repository's own settings name is run.
package struct Git: Sendable {
    let path: String
    private let environment: [String: String]
    private let patience: Duration

    /// Variables that git is given of ours. All others are kept from it: `GIT_DIR` or `GIT_INDEX_FILE`, say, as a hook has them,
    /// would lead it to another repository.
    static let passedOn = [
        "HOME", "PATH", "XDG_CONFIG_HOME", "TMPDIR", "SUDO_UID", "DEVELOPER_DIR", "GIT_CONFIG_GLOBAL",
        "GIT_CONFIG_SYSTEM",
        "GIT_CONFIG_NOSYSTEM", "GIT_CEILING_DIRECTORIES", "GIT_DISCOVERY_ACROSS_FILESYSTEM",
    ]

    private static let fixed = [
        // Its messages are read here, too.
        "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0",
        // Of a partial clone, what is not there is not fetched.
        "GIT_NO_LAZY_FETCH": "1",
        // Objects are what their names say.
        "GIT_NO_REPLACE_OBJECTS": "1",
    ]

    private static let settings = [
        "core.quotepath=off", "core.fsmonitor=false", "core.hooksPath=/dev/null", "protocol.allow=never",
    ]

    /// - Parameter environment: that of the process; `PATH` says where git is looked for. Relative folders in it are passed over:
    ///   they would run what stands in the folder that is read.
    /// - Returns: nothing where there is no git.
    package init?(
        environment: [String: String] = ProcessEnvironment.variables(named: Git.passedOn),
        patience: Duration = .seconds(60)
    ) {
        let folders = (environment["PATH"] ?? "").split(separator: ":").filter { $0.hasPrefix("/") }
        guard let path = folders.lazy.map({ $0 + "/git" }).first(where: Self.isProgram) else { return nil }
        self.path = path
        self.patience = patience
        self.environment = environment.filter { Self.passedOn.contains($0.key) }.merging(Self.fixed) { $1 }
    }

    private static func isProgram(_ path: String) -> Bool {
        guard access(path, X_OK) == 0, let status = try? FileStatus(at: path) else { return false }
        return status.kind == .file
    }

    /// All that a command says, for what says little.
    func answer(_ arguments: [String], in folder: String, input: [UInt8] = []) throws(GitError) -> [UInt8] {
        var answer: [UInt8] = []
        try stream(arguments, in: folder, input: input) {
            answer += $0
            return .more
        }
        return answer
    }

    /// What a command says, as it says it. Once there is enough it is ended.
    func stream(
        _ arguments: [String], in folder: String, input: [UInt8] = [],
        receive: (UnsafeRawBufferPointer) -> ChildProcess.Appetite
    ) throws(GitError) {
        let command = arguments.first ?? ""
        let process = try start(arguments, in: folder)
        do throws(ChildProcess.Failure) {
            var isEnough = false
            func watched(_ bytes: UnsafeRawBufferPointer) -> ChildProcess.Appetite {
                let appetite = receive(bytes)
                isEnough = appetite == .enough
                return appetite
            }
            let end = try process.finish(sending: input, receive: watched)
            if isEnough || end.status == 0 { return }
            throw .ended(status: end.status, complaint: end.complaint)
        } catch {
            throw GitError(error, of: command)
        }
    }

    func start(_ arguments: [String], in folder: String) throws(GitError) -> ChildProcess {
        let options = ["--no-pager", "--literal-pathspecs"] + Self.settings.flatMap { ["-c", $0] } + ["-C", folder]
        do throws(ChildProcess.Failure) {
            return try ChildProcess(
                ChildProcess.Program(
                    path: path, arguments: options + arguments, environment: environment, patience: patience))
        } catch {
            throw GitError(error, of: arguments.first ?? "")
        }
    }
}

/// Git did not do what it was asked to.
package struct GitError: Error, Hashable, Sendable, CustomStringConvertible {
    let command: String
    let failure: ChildProcess.Failure

    init(_ failure: ChildProcess.Failure, of command: String) {
        self.command = command
        self.failure = failure
    }

    /// What git itself said, without its `fatal: `.
    var complaint: String {
        guard case .ended(_, let complaint) = failure else { return "" }
        var text = complaint[...]
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return String(text.hasPrefix("fatal: ") ? text.dropFirst(7) : text)
    }

    /// A partial clone lacks an object, and git may not fetch it.
    var isOfMissingObject: Bool { complaint.hasBytes(of: "promisor remote") }

    package var description: String {
        switch failure {
        case .notStarted(let error): "git can't be started: \(error)"
        case .failed(let error): "'git \(command)' can't be talked to: \(error)"
        case .stoodStill: "'git \(command)' stood still, and was given up"
        case .ended(let status, _):
            complaint.isEmpty ? "'git \(command)' ended with status \(status)" : "'git \(command)' says: \(complaint)"
        }
    }
}
