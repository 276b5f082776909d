import Testing

@testable import Journeys

@Suite struct WrittenValuesTests {
    @Test func `Numbers are the nearest that there are to what was written`() {
        for text in [
            "0", "7", "0.1", "2.675", "123456.789012", "99999999999999", "1234567890123456789", "0.30000000000000004",
        ] {
            #expect(ExactNumber.read(text) == Double(text), "\(text)")
            #expect(ExactNumber.read("-" + text) == Double("-" + text), "\(text)")
            #expect(ExactNumber.read(text[...]) == Double(text), "\(text)")
        }
        #expect(ExactNumber.read("\u{2212}1.5") == -1.5)
        #expect(ExactNumber.read("-0")?.sign == .plus)
        for text in [
            "", "+", ".5", "5.", "1.2.3", "1e3", "0x1", "nan", "1,5", "\u{662}", String(repeating: "9", count: 400),
        ] {
            #expect(ExactNumber.read(text) == nil, "\(text)")
        }
    }

    @Test func `Dates have four, two and two digits`() {
        #expect(CalendarPeriod(iso: "2026-02-28")?.iso == "2026-02-28")
        #expect(CalendarPeriod(iso: "2026-02")?.last.iso == "2026-02-28")
        #expect(CalendarPeriod(iso: "2026")?.last.iso == "2026-12-31")
        for text in [
            "", "202", "2026-", "2026-2", "2026-02-", "2026-02-30", "2026/02/28", "2026-02_28", "2026-13", "26-02-2028",
        ] {
            #expect(CalendarPeriod(iso: text) == nil, "\(text)")
        }
    }

    @Test func `Placeholders are found in any case, with blanks around and a point behind`() {
        for text in ["n/a", " N/A ", "TBD.", "k.a.", "k. a.", "?", "...", "Entfällt", "なし。", "not applicable"] {
            #expect(Placeholders.found(in: text) != nil, "\(text)")
        }
        for text in ["", "  ", ".", "none of it", "nobody", "web", "to be defined soon"] {
            #expect(Placeholders.found(in: text) == nil, "\(text)")
        }
        #expect(Placeholders.found(in: " Nobody", isName: true) == "Nobody")
    }
}
