import Foundation
import Testing

@testable import Disk

@Suite struct TimingsTests {
    private let timings = Timings(
        laps: [
            .init(name: "list", duration: .microseconds(8_949), work: .microseconds(8_850)),
            .init(name: "parse", duration: .milliseconds(12_345), work: .milliseconds(24_001)),
        ],
        total: .milliseconds(12_360), user: .seconds(20), system: .microseconds(50), peakMemory: 78 << 20, pages: 9)

    @Test func `A table has a figure a line`() {
        #expect(
            timings.table == """
                list             8.9 ms       8.8 ms of work
                parse        12345.0 ms   24001.0 ms of work
                total        12360.0 ms
                user         20000.0 ms
                system           0.0 ms
                peak            78.0 MiB
                pages              9

                """)
    }

    @Test func `JSON has the same figures`() throws {
        struct Figures: Decodable, Equatable {
            struct Stage: Decodable, Equatable {
                let name: String
                let ms, work_ms: Double
            }
            let stages: [Stage]
            let total_ms, user_ms, system_ms, peak_mib: Double
            let pages: Int
        }
        #expect(timings.json.split(separator: "\n").count == 1)
        let figures = try JSONDecoder().decode(Figures.self, from: Data(timings.json.utf8))
        #expect(
            figures
                == Figures(
                    stages: [
                        .init(name: "list", ms: 8.9, work_ms: 8.8), .init(name: "parse", ms: 12345, work_ms: 24001),
                    ], total_ms: 12360, user_ms: 20000, system_ms: 0, peak_mib: 78, pages: 9))
    }
}
