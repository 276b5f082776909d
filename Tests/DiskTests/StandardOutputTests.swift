#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif
import Foundation
import Testing

@testable import Disk

/// What is written to standard output is there whole, or it is said that it is not.
@Suite(.timeLimit(.minutes(5))) struct StandardOutputTests {
    /// Linux has a device on which every disk is full.
    private static let full = "/dev/full"

    @Test(.enabled(if: FileManager.default.fileExists(atPath: full))) func `A full device is told`() throws {
        let descriptor = open(Self.full, O_WRONLY)
        defer { close(descriptor) }
        let failure = #expect(throws: StandardOutput.Failure.self) { try StandardOutput.write("a", to: descriptor) }
        #expect(failure?.exitCode == 74)
        #expect(failure?.description == "standard output can't be written: No space left on device")
    }

    @Test func `All of a long text is written, to one that does not wait as well`() throws {
        let channel = try Channel()
        try channel.ours.makeNonBlocking()
        let text = String(repeating: "What customers meet, line by line.\n", count: 100_000)
        let (ours, theirs) = (channel.ours.number, channel.theirs.number)
        // A thread of its own: tasks share a few, and this one waits.
        Thread.detachNewThread {
            try? StandardOutput.write(text, to: ours)
            shutdown(ours, Int32(SHUT_WR))
        }
        var read: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = recv(theirs, &buffer, buffer.count, 0)
            guard count > 0 else { break }
            read += buffer[..<count]
        }
        #expect(String(decoding: read, as: UTF8.self) == text)
    }

    @Test func `One that takes nothing is told`() throws {
        let descriptor = open("/dev/null", O_RDONLY)
        defer { close(descriptor) }
        #expect(throws: StandardOutput.Failure.self) { try StandardOutput.write("a", to: descriptor) }
        #expect(throws: Never.self) { try StandardOutput.write("", to: descriptor) }
    }
}
