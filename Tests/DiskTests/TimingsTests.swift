import Foundation
import Testing

@testable import Disk

@Suite struct TimingsTests {
    private let timings = Timings(
        laps: [
            .init(name: "list", duration: .microseconds(8_949)), .init(name: "parse", duration: .milliseconds(12_345)),
        ],
        total: .milliseconds(12_360), user: .seconds(20), system: .microseconds(50), peakMemory: 78 << 20, pages: 9)

    @Test func `A table has a figure a line`() {
        #expect(
            timings.table == """
                list             8.9 ms
                parse        12345.0 ms
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
                let ms: Double
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
                    stages: [.init(name: "list", ms: 8.9), .init(name: "parse", ms: 12345)], total_ms: 12360,
                    user_ms: 20000, system_ms: 0, peak_mib: 78, pages: 9))
    }
}
