import Diagnostics
import Markup
import Testing

@testable import Journeys

@Suite("A time series")
struct SeriesTests {
    private static func read(_ csv: String) -> TextPortfolio {
        TextPortfolio(["metrics/m.md": "---\ntitle: M\nperspective: customer\n---\n", "metrics/m.csv": csv])
    }

    private static func values(_ csv: String) -> [Double] {
        read(csv).portfolio.metrics.first?.values(asOf: CivilDate(days: 30_000)).map(\.value) ?? []
    }

    @Test("reads columns in any order, quotes, blank lines and signs")
    func forms() {
        let csv = "\u{FEFF}Value, DATE ,segment\r\n\"+61.5\",2026-01-31,\r\n\r\n-3,2025-12-31,\r\n"
        #expect(Self.read(csv).diagnostics.isEmpty)
        #expect(Self.values(csv) == [-3, 61.5])
    }

    @Test("is that of no segment where there is one")
    func whole() {
        #expect(Self.values("date,value,segment\n2026-01-01,10,a\n2026-01-01,50,\n2026-02-01,20,a\n") == [50])
    }

    @Test("is the mean of its segments otherwise, weighted where every row of a date has a sample above 0")
    func segments() {
        let csv = """
            date,value,segment,sample
            2026-01-01,10,a,1
            2026-01-01,20,b,3
            2026-02-01,10,a,1
            2026-02-01,20,b,0
            2026-03-01,10,a,
            2026-03-01,30,b,5
            """
        #expect(Self.values(csv) == [17.5, 15, 20])
    }

    @Test("leaves out dates with less than half of the median number of segments")
    func median() {
        let full = "2026-01-01,1,a\n2026-01-01,1,b\n2026-01-01,1,c\n2026-02-01,2,a\n2026-02-01,2,b\n2026-02-01,2,c\n"
        #expect(Self.values("date,value,segment\n" + full + "2026-03-01,9,a\n") == [1, 2])
        #expect(Self.values("date,value,segment\n" + full + "2026-03-01,9,a\n2026-03-01,9,b\n") == [1, 2, 9])
    }

    @Test("stops at the day that it is asked for")
    func day() throws {
        let read = Self.read("date,value\n2026-02-01,2\n2026-01-01,1\n")
        let day = try #require(CivilDate(iso: "2026-01-31"))
        #expect(read.portfolio.metrics.first?.values(asOf: day).map(\.value) == [1])
    }

    @Test(
        "says where a row is wrong, and reads the others",
        arguments: [
            ("«31/01/2026»,61", .seriesDate), ("2026-01-30,«n/a»", .seriesNumber),
            ("2026-01-30,«61,5»", .seriesSeparator),
            ("2026-01-30,«\"61,5\"»", .seriesSeparator), ("«2026-01-30»", .seriesRow),
            ("2026-01-30,«\"»61", .seriesRow),
            ("2026-01-30,«»", .seriesNumber), ("«2026-01-31,9»", .seriesDuplicate),
        ] as [(String, DiagnosticCode)])
    func rows(row: String, code: DiagnosticCode) {
        let read = Self.read("date,value\n2026-01-31,1\n\(row)\n2026-02-28,\"2\"\n")
        #expect(read.codes == [code])
        #expect(read.places == read.marks)
        #expect(
            Self.values("date,value\n2026-01-31,1\n\(row)\n2026-02-28,\"2\"\n".filter { $0 != "«" && $0 != "»" }) == [
                1, 2,
            ])
    }
}
