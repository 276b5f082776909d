import Foundation
import Testing

@testable import Disk

@Suite struct ClockTests {
    @Test func `Today is a day of this age`() {
        let day = Int(Date().timeIntervalSince1970 / 86_400)
        #expect((day - 1...day + 1).contains(Clock.today()))
    }

    @Test(arguments: [("0", 0), ("86399", 0), ("86400", 1), ("1764460800", 20_422), ("253402300799", 2_932_896)])
    func `SOURCE_DATE_EPOCH is a day`(text: String, day: Int) throws {
        #expect(try Clock.sourceDateEpoch(in: ["SOURCE_DATE_EPOCH": text]) == day)
    }

    @Test func `SOURCE_DATE_EPOCH may be missing`() throws {
        #expect(try Clock.sourceDateEpoch(in: ["HOME": "/"]) == nil)
    }

    @Test(arguments: ["", "-1", "+1", "1.5", "1e9", " 1", "today", "٣", "253402300800", "99999999999999999999999"])
    func `A malformed SOURCE_DATE_EPOCH is refused`(text: String) {
        let error = SourceDateEpochError(value: text)
        #expect(throws: error) { try Clock.sourceDateEpoch(in: ["SOURCE_DATE_EPOCH": text]) }
        #expect(error.description.contains("'\(text)'"))
    }

    @Test func `A stopwatch reports its laps, what the process has taken and the pages`() {
        var watch = Stopwatch()
        watch.lap("read")
        watch.lap("parse")
        let table = watch.timings(pages: 20_000).table
        let lines = table.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
        #expect(lines.map(\.first) == ["read", "parse", "total", "user", "system", "peak", "pages"])
        #expect(lines.map { $0.dropFirst(2).first } == ["ms", "ms", "ms", "ms", "ms", "MiB", nil])
        #expect(lines.last?.last == "20000")
        #expect(watch.laps.reduce(.zero) { $0 + $1.duration } <= watch.total)
    }

    @Test func `What a process has taken is that of a process`() {
        #expect(ProcessUse.peakMemory > 1 << 20)
        #expect(ProcessUse.peakMemory < 1 << 40)
        #expect(ProcessUse.user + ProcessUse.system > .zero)
    }
}
