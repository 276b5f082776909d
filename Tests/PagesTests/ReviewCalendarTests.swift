import Testing

@testable import Pages

@Suite struct ReviewCalendarTests {
    private func unfolded(_ text: String) -> [String] {
        text.replacing("\r\n ", with: "").split(separator: "\r\n").map(String.init)
    }

    @Test func `a journey has a day on which its review is due`() throws {
        let text = try #require(try SamplePortfolio.small.data()["reviews.ics"])
        #expect(
            unfolded(text) == [
                "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Waymark//waymark 0.1.0//EN", "CALSCALE:GREGORIAN",
                "X-WR-CALNAME:Larkfield",
                "BEGIN:VEVENT", "UID:life.review@waymark", "DTSTAMP:20261115T000000Z", "DTSTART;VALUE=DATE:20270101",
                "SUMMARY:Life with us: Due on 1 January 2027",
                "DESCRIPTION:Owner: Ruth Kessler\\ncontent/journeys/life.md",
                "TRANSP:TRANSPARENT", "END:VEVENT",
                "BEGIN:VEVENT", "UID:move.review@waymark", "DTSTAMP:20261115T000000Z", "DTSTART;VALUE=DATE:20260412",
                "SUMMARY:Move home: Overdue since 12 April 2026\\, 217 days",
                "DESCRIPTION:Owner: Priya Raman\\nTeam: Moves\\ncontent/journeys/move.md", "TRANSP:TRANSPARENT",
                "END:VEVENT",
                "END:VCALENDAR",
            ])
    }

    @Test func `drafts and journeys that were never reviewed have none`() throws {
        let text = try #require(
            try SamplePortfolio.empty.with(
                "journeys/a.md", "---\ntitle: A\nlevel: lifecycle\nstatus: draft\nreviewed: 2026-11-01\n---\n"
            ).with("journeys/b.md", "---\ntitle: B\nlevel: lifecycle\n---\n").data()["reviews.ics"])
        #expect(!text.contains("VEVENT"))
    }

    @Test func `no line is longer than 75 octets, and no character is cut in two`() throws {
        let text = try #require(try SamplePortfolio.hostile.data()["reviews.ics"])
        #expect(text.utf8.last == UInt8(ascii: "\n"))
        for line in text.utf8.split(separator: UInt8(ascii: "\n")) {
            #expect(line.count <= 76 && line.last == UInt8(ascii: "\r"))
            #expect(String(validating: line, as: UTF8.self) != nil)
        }
        let summary = try #require(unfolded(text).first { $0.hasPrefix("SUMMARY:") })
        #expect(summary.hasPrefix("SUMMARY:=\"a\"\\, \\\\b\\; 👩‍👩‍👧 עברית\u{2028}x: Due"))
    }

    @Test func `line ends are written out, and other control characters left out`() {
        var calendar = CalendarWriter()
        calendar.text("X", "a\r\nb\nc\rd\u{0}\u{7}e\u{7F}\tf")
        #expect(String(decoding: calendar.bytes, as: UTF8.self) == "X:a\\nb\\nc\\nde\tf\r\n")
    }
}
