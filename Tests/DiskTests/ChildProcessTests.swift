import Foundation
import Testing

@testable import Disk

// In turn, and each within a minute: what hangs here would hold up everything else.
@Suite(.serialized, .timeLimit(.minutes(5))) struct ChildProcessTests {
    private func shell(_ script: String, patience: Duration = .seconds(30)) throws -> ChildProcess {
        try ChildProcess(
            ChildProcess.Program(
                path: "/bin/sh", arguments: ["-c", script], environment: ["WORD": "a b"], patience: patience))
    }

    private func output(of process: ChildProcess, sending bytes: [UInt8] = []) throws -> (
        text: String, status: Int32, complaint: String
    ) {
        var output: [UInt8] = []
        let end = try process.finish(sending: bytes) {
            output += $0
            return .more
        }
        return (String(decoding: output, as: UTF8.self), end.status, end.complaint)
    }

    @Test func `It has its own environment, and says how it ended and what it complained of`() throws {
        let end = try output(of: shell("echo \"$WORD$HOME\"; echo no >&2; exit 3"))
        #expect(end.text == "a b\n")
        #expect(end.complaint == "no\n")
        #expect(end.status == 3)
    }

    @Test func `Much goes both ways at once, and more complaints than are kept`() throws {
        let bytes = [UInt8](repeating: UInt8(ascii: "x"), count: 3_000_000)
        let end = try output(of: shell("head -c 2000000 /dev/zero >&2; cat"), sending: bytes)
        #expect(end.text.utf8.count == bytes.count)
        #expect(end.complaint.utf8.count == 1 << 14)
        #expect(end.status == 0)
    }

    @Test func `One that reads nothing of what it is sent does no harm`() throws {
        let bytes = [UInt8](repeating: 0, count: 3_000_000)
        #expect(try output(of: shell("exec 0<&-; echo done"), sending: bytes).text == "done\n")
    }

    @Test func `It answers for as long as it is asked`() throws {
        let process = try shell("while read line; do echo \"<$line>\"; done")
        for word in ["one", "two"] {
            var answer = ""
            let isEnough = try process.exchange(Array((word + "\n").utf8)) {
                answer += String(decoding: $0, as: UTF8.self)
                return answer.hasSuffix("\n") ? .enough : .more
            }
            #expect(isEnough)
            #expect(answer == "<\(word)>\n")
        }
        #expect(try process.finish().status == 0)
    }

    @Test func `One that stands still is given up`() throws {
        let process = try shell("sleep 60", patience: .milliseconds(50))
        #expect(throws: ChildProcess.Failure.stoodStill) { try process.finish() }
    }

    @Test func `Enough ends it, with what it has started`() throws {
        let process = try shell("yes & yes")
        #expect(try process.finish { _ in .enough }.status == 128 + SIGKILL)
    }

    @Test func `What it leaves behind is not waited for`() throws {
        let process = try shell("sleep 5 >/dev/null & echo no >&2; exit 4")
        let start = ContinuousClock.now
        let end = try output(of: process)
        #expect(end.status == 4)
        #expect(end.complaint == "no\n")
        #expect(ContinuousClock.now - start < .seconds(5))
    }

    @Test func `A program that is not there is not started`() {
        #expect(throws: ChildProcess.Failure.notStarted(SystemError(code: ENOENT))) {
            _ = try ChildProcess(ChildProcess.Program(path: "/no/such", arguments: [], environment: [:]))
        }
    }
}
