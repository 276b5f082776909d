import Journeys
import Testing

@testable import Pages

@Suite struct FiguresTests {
    private let figures = Figures(words: TemplateSet.compiled().value.words)

    @Test(arguments: [
        (0.0, "0"), (12, "12"), (12.5, "12.5"), (12.345, "12.35"), (-3.1, "−3.1"), (1234, "1234"),
        (12345.6, "12,345.6"),
        (-0.001, "0"), (0.05, "0.05"), (1_000_000, "1,000,000"),
    ])
    func `numbers have no idle zeros`(value: Double, text: String) {
        #expect(figures.number(value) == text)
    }

    @Test func `emotions carry their sign`() {
        #expect(figures.signed(1.5) == "+1.5")
        #expect(figures.signed(-2) == "−2")
        #expect(figures.signed(0.01) == "0")
    }

    @Test func `units stand where they are read`() {
        #expect(figures.quantity(62, unit: "%") == "62\u{202F}%")
        #expect(figures.quantity(38, unit: "£ per household") == "£38 per household")
        #expect(figures.quantity(4.5, unit: "days") == "4.5\u{A0}days")
        #expect(figures.quantity(4.5, unit: nil) == "4.5")
    }

    @Test func `beside a value a unit is told by its sign alone`() {
        #expect(figures.amount(38, unit: "£ per household") == "£38")
        #expect(figures.amount(62, unit: "%") == "62\u{202F}%")
        #expect(figures.amount(5.5, unit: "points, 1 to 7") == "5.5")
        #expect(figures.caption(of: "£ per household") == "£ per household")
        #expect(figures.caption(of: "%") == nil && figures.caption(of: nil) == nil)
    }

    @Test(arguments: [([4.95, 5], 2), ([20.2, 17], 1), ([45, 22], 0), ([33.75, 22.5, 18.75], 2), ([], 0)])
    func `a column has as many decimals as one of its figures needs`(values: [Double], places: Int) {
        #expect(Figures.places(for: values) == places)
        #expect(figures.number(5, places: 2, isFilled: true) == "5.00")
    }

    @Test func `dates are no more precise than they were written`() {
        #expect(CalendarPeriod(iso: "2026-11-15").map(figures.date) == "15 November 2026")
        #expect(CalendarPeriod(iso: "2026-02").map(figures.date) == "February 2026")
        #expect(CalendarPeriod(iso: "2025").map(figures.date) == "2025")
    }

    @Test func `one is not many`() {
        let words = TemplateSet.compiled().value.words
        #expect(words.count(.journeyCount, 1, as: "1") == "1 journey")
        #expect(words.count(.journeyCount, 12, as: "12") == "12 journeys")
    }
}
