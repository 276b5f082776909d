#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// Files that are written beside others, and whose folders nobody looks through for what a kill has left: caches, baselines, recorded
/// histories. While one is written it is called by the process that does it: `.4711-history.csv`.
extension OpenFolder {
    /// Puts a file at `name` in one step, see `replaceFile(named:temporary:failure:write:)`.
    func replaceFile<Failure: Error>(
        named name: String, failure: (SystemError) -> Failure, write: (borrowing OpenFile) throws(Failure) -> Void
    ) throws(Failure) {
        let temporary = ".\(getpid())-\(name)"
        // One that was killed, with the same number, may have left it: in a container all runs have the same.
        try? removeFile(named: temporary)
        try replaceFile(named: name, temporary: temporary, failure: failure, write: write)
    }

    /// Removes what was being written by runs that have ended, which were killed then.
    ///
    /// - Parameter name: of one file; of all unless said.
    func removeUnfinished(of name: String? = nil) {
        guard let files = try? entries() else { return }
        for file in files where file.kind == .file && file.name.hasPrefix(".") {
            let writer = file.name.dropFirst().prefix { $0 != "-" }
            guard let process = pid_t(writer), process != getpid(),
                name == nil || file.name == ".\(writer)-\(name ?? "")",
                kill(process, 0) != 0, errno == ESRCH
            else { continue }
            try? removeFile(named: file.name)
        }
    }
}
