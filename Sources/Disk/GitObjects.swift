/// The contents of a repository's objects, from one process that answers for as long as it is asked.
///
/// `git cat-file --batch`: a line a request; the answer is `<object> <type> <size>`, a line end, the content, a line end; or
/// `<object> missing`.
final class GitObjects {
    private let repository: GitRepository
    private var process: ChildProcess?

    init(of repository: GitRepository) {
        self.repository = repository
    }

    /// The contents of blobs; those that are missing are left out.
    func contents(of objects: [String]) throws(GitError) -> [String: [UInt8]] {
        guard !objects.isEmpty else { return [:] }
        let process = try running()
        var answers = Answers(awaited: objects.count)
        do throws(ChildProcess.Failure) {
            let requests = objects.map { $0 + "\n" }.joined()
            let isComplete = try process.exchange(Array(requests.utf8)) { answers.take($0) }
            guard isComplete else { throw process.failure() }
        } catch {
            self.process = nil
            throw GitError(error, of: "cat-file")
        }
        return answers.contents
    }

    private func running() throws(GitError) -> ChildProcess {
        if let process { return process }
        let started = try repository.git.start(["cat-file", "--batch"], in: repository.folder)
        process = started
        return started
    }

    /// Puts answers together from the pieces that they come in.
    private struct Answers {
        private(set) var contents: [String: [UInt8]] = [:]
        private var awaited: Int
        /// The head of an answer, as far as it is known.
        private var head: [UInt8] = []
        private var open: (object: String, bytes: [UInt8], size: Int)?

        init(awaited: Int) {
            self.awaited = awaited
        }

        mutating func take(_ bytes: UnsafeRawBufferPointer) -> ChildProcess.Appetite {
            var rest = bytes[...]
            while !rest.isEmpty, awaited > 0 {
                if var answer = open {
                    open = nil
                    // With the line end behind the content.
                    let part = rest.prefix(answer.size + 1 - answer.bytes.count)
                    answer.bytes += part
                    rest = rest.dropFirst(part.count)
                    if answer.bytes.count <= answer.size {
                        open = answer
                        continue
                    }
                    answer.bytes.removeLast()
                    contents[answer.object] = answer.bytes
                    awaited -= 1
                } else {
                    let end = rest.firstIndex(of: UInt8(ascii: "\n"))
                    head += rest[..<(end ?? rest.endIndex)]
                    guard let end else { break }
                    rest = rest[(end + 1)...]
                    begin()
                    head.removeAll(keepingCapacity: true)
                }
            }
            return awaited > 0 ? .more : .enough
        }

        private mutating func begin() {
            let parts = head.split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
            guard parts.count == 3, let size = Int(parts[2]) else {
                awaited -= 1
                return
            }
            var bytes: [UInt8] = []
            bytes.reserveCapacity(size + 1)
            open = (parts[0], bytes, size)
        }
    }
}
