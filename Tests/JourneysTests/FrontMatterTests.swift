import Diagnostics
import Testing

@testable import Journeys

@Suite("Front matter")
struct FrontMatterTests {
    @Test(
        "says each mistake once, at its place",
        arguments: [
            ("«titel»: A", [.missingKey]),
            ("«name»: A", [.missingKey]),
            ("title: A\n«ower»: P", [.unknownKey]),
            ("title: A\nlevel: sub\n«parnt»: x", [.unknownKey]),
            ("title: A\nlevel: sub\nparent: «[x]»", [.wrongKind]),
            ("title: A\nlevel: sub\nparent: «#x»", [.yamlSyntax]),
            ("title: A\nstate: future\n«baselin»: x", [.futureWithoutBaseline]),
            ("title: A\nstate: «future»", [.futureWithoutBaseline]),
            ("title: A\nreviewed: \"«31/12/2026»\"", [.badDate]),
            ("title: A\nweight: «0,3»", [.badNumber]),
            ("title: A\nowner: '«A & B»'", [.severalOwners]),
            ("title: A\ntags: [a, «{b: c}»]", [.wrongKind]),
            ("title: A«:» B", [.yamlSyntax]),
            ("«title:A»", [.yamlSyntax]),
            ("title: A\n«owner me»\nteam: T", [.yamlSyntax]),
            ("title: A\n  «owner»: me", [.yamlSyntax]),
            ("title: A\n«title»: B", [.duplicateKey]),
        ] as [(String, [DiagnosticCode])])
    func mistakes(yaml: String, codes: [DiagnosticCode]) {
        let read = TextPortfolio(["journeys/a.md": "---\n\(yaml)\n---\n"])
        #expect(read.codes == codes)
        #expect(read.places == read.marks)
    }

    @Test("with a key in all sorts of capitals is read a few times at most")
    func capitals() {
        let keys = (0..<2_000).map { number in
            let key = "contributors".enumerated().map { place, letter in
                number >> place & 1 == 1 ? letter.uppercased() : String(letter)
            }
            return key.joined() + ": [a]\n"
        }
        let time = ContinuousClock().measure {
            let read = TextPortfolio(["journeys/a.md": "---\ntitle: A\n\(keys.joined())---\n"])
            #expect(read.diagnostics.count > 1_000)
        }
        #expect(time < .seconds(20))
    }

    @Test("of empty values is as if they were not there")
    func empty() {
        let read = TextPortfolio([
            "journeys/a.md":
                "---\ntitle: A\nowner:\nparent: ~\ntags: []\nweight: null\ngoals: \"\"\nteam: # later\n---\n"
        ])
        #expect(read.diagnostics.isEmpty)
        #expect(read.journey("a")?.weight == 1)
        #expect(read.journey("a")?.parent == nil)
    }

    @Test("takes one value for a list, and keeps values as they are written")
    func values() {
        let read = TextPortfolio(["journeys/a.md": "---\ntitle: 1.10\ntags: no\nproducts: [08, \"x: y\"]\n---\n"])
        #expect(read.journey("a")?.title == "1.10")
        #expect(read.journey("a")?.record.tags == ["no"])
        #expect(read.journey("a")?.products == ["08", "x: y"])
    }

    @Test(
        "offers the number that was meant",
        arguments: [
            ("0,3", nil, "write 0.3, with a point for the decimal"), ("30%", 0...1, "write 0.3 for 30%"),
            ("12", 0...1, "write 0.12 for 12%"), ("about 20", nil, "write 20, the number alone"),
            ("1,200", nil, "write 1200, without commas; a decimal has a point"),
            ("1e3", nil, "write 1000, the number alone"),
            ("4 to 5", nil, nil), ("high", nil, nil), ("9,5", 1...5, nil),
        ] as [(String, ClosedRange<Double>?, String?)])
    func numbers(written: String, range: ClosedRange<Double>?, hint: String?) {
        #expect(NumberHint.hint(for: written, in: range) == hint)
    }

    @Test(
        "offers the number in what it counts",
        arguments: [
            ("18 months", .days, "write 558, which is 18 months in days"),
            ("6 weeks", .days, "write 42, which is 6 weeks in days"),
            ("2 Years", .days, "write 732, which is 2 Years in days"),
            ("yearly", .days, "write 366, which is yearly in days"),
            ("about 90", .days, "write 90, the number alone"), ("18 months", .plain, "write 18, the number alone"),
            ("40%", .points, "write 40, the number alone"), ("40%", .plain, "write 0.4 for 40%"),
        ] as [(String, NumberHint.Unit, String)])
    func units(written: String, unit: NumberHint.Unit, hint: String) {
        #expect(NumberHint.hint(for: written, in: 0...Double.infinity, unit: unit) == hint)
    }

    @Test(
        "offers the date that was meant",
        arguments: [
            ("31/12/2026", "write 2026-12-31"), ("12/31/2026", "write 2026-12-31"), ("12.08.2026", "write 2026-08-12"),
            ("08/07/2026", "write 2026-07-08 or 2026-08-07, whichever day it is"), ("2026-8-1", "write 2026-08-01"),
            ("2026-02-30", "2026-02 has 28 days"), ("2026-13", "the month is a number from 01 to 12"),
            ("1 May 2026", "write 2026-05-01"), ("May 2026", "write 2026-05"), ("2026/8", "write 2026-08"),
            ("soon", "write year, month and day, such as 2026-08-18"),
        ])
    func dates(written: String, hint: String) {
        #expect(DateHint.hint(for: written) == hint)
    }
}
