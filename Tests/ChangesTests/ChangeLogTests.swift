import Diagnostics
import Journeys
import Testing

@testable import Changes

@Suite struct ChangeLogTests {
    private static let head = "date,journey,on,act,field,subject,title,place,from,to,added,because,likeness,day,by\n"

    private func read(_ text: String) -> Checked<ChangeLog> {
        ChangeLog.read(SourceText(path: "changes.csv", text: text))
    }

    @Test func `rows are read as the changes that they tell`() throws {
        let log = read(
            Self.head
                + "2026-10-31,move,pain,worsened,,serial,\"A \"\"long\"\" number, again\",Tell us,2,4,,,,2026-10-12,Ada Example; Ben Example\n"
                + "2026-09-30,,opportunity,changed,decision,prefill,Fill it in,,,will,,It is plain.,,,\n"
                + "2026-10-31,move,step,renamed,,tell,Tell us,Tell us,Ring us,,,,0.8,,\n")
        #expect(log.diagnostics == [])
        #expect(log.value.entries.map(\.change.kind) == ["decision-changed", "pain-worsened", "step-renamed"])
        let pain = try #require(log.value.entries.dropFirst().first)
        #expect(pain.change.title == "A \"long\" number, again")
        #expect(pain.change.sentence == "Pain 'A \"long\" number, again' at 'Tell us' got worse: severity 2 → 4")
        #expect(pain.day?.iso == "2026-10-12" && pain.people == ["Ada Example", "Ben Example"])
        #expect(log.value.entries.first?.change.because == ["It is plain."])
        #expect(log.value.entries.last?.change.likeness == 0.8)
        #expect(log.value.months.map(\.iso) == ["2026-09-30", "2026-10-31"])
        #expect(log.value.entries(of: "move").map(\.change.subject) == ["serial", "tell"])
        let october = try #require(CivilDate(iso: "2026-10-31"))
        #expect(log.value.entries(in: october).count == 2)
        #expect(log.value.known(on: october.advanced(by: -1)).entries.count == 1)
        #expect(log.value.replacing([october], with: []).entries.count == 1)
    }

    @Test(arguments: [
        ("", "history/header", "the file is empty"),
        ("date,on,act\n", "history/header", "the first line has no column 'subject'"),
        (
            head.replacing("by\n", with: "bye\n"), "history/unknown-column",
            "'bye' is not a column of recorded changes, so it is not read"
        ),
        (head + "2026-10-31,move\n", "history/row", "the row has 2 fields: expected 15, as in the first line"),
        (
            head + "2026-10-30,,page,added,,a,A,,,,,,,,\n", "history/date",
            "'2026-10-30' is not the last day of a month: expected one, such as 2026-10-31"
        ),
        (
            head + "2026-10-31,,payn,added,,a,A,,,,,,,,\n", "history/value",
            "'payn' is not a value of 'on': it is one of journey, stage, step, pain, employee-pain, gain, need, quote, persona, "
                + "goal, metric, evidence, insight, opportunity, solution, page, settings"
        ),
        (
            head + "2026-10-31,,page,added,,a,A,,,,,,2,,\n", "history/value",
            "'2' is not a likeness: expected a number from 0 to 1, or nothing"
        ),
        (
            head + "2026-10-31,,page,added,,a,A,,,,,,,soon,\n", "history/value",
            "'soon' is not a day: expected one such as 2026-10-12, or nothing"
        ),
    ]) func `what can't be read is said at its place, and left out`(text: String, code: String, message: String) {
        let log = read(text)
        #expect(log.diagnostics.map(\.code.rawValue) == [code])
        #expect(log.diagnostics.map(\.message) == [message])
        #expect(log.value.isEmpty)
    }

    @Test func `one row that can't be read takes no other with it`() {
        let good = "2026-10-31,,page,added,,a,A,,,,,,,,\n"
        let log = read(Self.head + good + "2026-10-31,,page,grown,,b,B,,,,,,,,\n<<<<<<< HEAD\n" + good)
        #expect(log.value.entries.count == 2)
        #expect(log.diagnostics.map(\.code) == [.historyValue, .historyRow])
        #expect(log.diagnostics.first?.hint == nil)
    }

    @Test(arguments: [
        [], ["a"], ["a; b", "c\\d", "e"],
        ["with, comma", " inner  blanks kept"].map { $0.trimmingPrefix(" ") }.map(String.init),
    ]) func `names in one field come back as they were`(names: [String]) {
        #expect(NameList.names(in: NameList.text(of: names)) == names)
    }

    @Test func `of many names the rest is counted`() {
        let text = NameList.text(of: (1...20).map { "n\($0)" })
        let names = NameList.names(in: text)
        #expect(names.count == NameList.limit + 1)
        #expect(names.last.flatMap(NameList.more) == 8)
        #expect(NameList.more("n8") == nil)
    }
}
