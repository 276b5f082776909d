import Diagnostics
import Journeys
import Markup

extension ChangeLog {
    /// Reads `changes.csv`: a line of names, then a row a change. A row that can't be read is reported at its line and left out.
    ///
    /// ```
    /// date,journey,on,act,field,subject,title,moment,place,from,to,added,removed,likeness,because,day,by
    /// 2026-10-31,move-home,pain,worsened,,serial,Nobody says what to read,final-reading,Final reading,2,4,,,,,2026-10-12,Ada Example
    /// ```
    package static func read(_ source: SourceText) -> Checked<ChangeLog> {
        let (source, damage) = UTF8Repair.repaired(source)
        var reading = ChangeLogReading(source: source)
        reading.read()
        return Checked(ChangeLog(reading.entries), damage + reading.diagnostics)
    }
}

private struct ChangeLogReading {
    private static let again = "delete the file, and let 'waymark history --record' write it anew"

    let source: SourceText
    private(set) var entries: [ChangeLog.Entry] = []
    private(set) var diagnostics: [Diagnostic] = []
    private var places: [ChangeLogColumn: Int] = [:]

    init(source: SourceText) {
        self.source = source
    }

    private mutating func say(_ code: DiagnosticCode, _ range: TextRange, _ message: String, hint: String? = nil) {
        diagnostics.append(Diagnostic(code, at: Location(path: source.path, range: range), message, hint: hint))
    }

    mutating func read() {
        let table = DelimitedText(source)
        guard let head = table.records.first else {
            return say(.historyHeader, 0..<0, "the file is empty", hint: Self.again)
        }
        guard readHead(head) else { return }
        let rows = table.records.dropFirst()
        for row in rows {
            guard row.fields.count == head.fields.count, !row.hasStrayQuotes else {
                let what =
                    row.hasStrayQuotes
                    ? "a quote of this row does not close where a field ends"
                    : "the row has \(row.fields.count) \(row.fields.count == 1 ? "field" : "fields"): "
                        + "expected \(head.fields.count), as in the first line"
                say(.historyRow, row.range, what, hint: "after a merge keep one side of it; or " + Self.again)
                continue
            }
            if let entry = entry(of: row) { entries.append(entry) }
        }
    }

    private mutating func readHead(_ head: DelimitedText.Record) -> Bool {
        let names = ChangeLogColumn.allCases.map(\.rawValue)
        for (place, field) in head.fields.enumerated() {
            guard let column = ChangeLogColumn(rawValue: field.text.lowercased()) else {
                say(
                    .historyColumn, field.range,
                    "'\(field.text)' is not a column of recorded changes, so it is not read",
                    hint: NearestName.hint(for: field.text, among: names))
                continue
            }
            if places[column] == nil {
                places[column] = place
            } else {
                say(.historyHeader, field.range, "the column '\(field.text)' is given twice: the first is read")
            }
        }
        let missing = ChangeLogColumn.required.filter { places[$0] == nil }.map { "'\($0.rawValue)'" }
        if missing.isEmpty { return true }
        say(
            .historyHeader, head.range, "the first line has no column \(missing.joined(separator: " and "))",
            hint: Self.again)
        return false
    }

    private mutating func entry(of row: DelimitedText.Record) -> ChangeLog.Entry? {
        func field(_ column: ChangeLogColumn) -> DelimitedText.Field? { places[column].map { row.fields[$0] } }
        func text(_ column: ChangeLogColumn) -> String? {
            field(column).flatMap { $0.text.isEmpty ? nil : $0.text }
        }
        func names(_ column: ChangeLogColumn) -> [String] { NameList.names(in: text(column) ?? "") }
        let month = month(field(.date))
        let noun: Change.Noun? = value(field(.on), of: .on)
        let act: Change.Act? = value(field(.act), of: .act)
        let day = day(field(.day))
        let likeness = likeness(field(.likeness))
        guard let month, let noun, let act, let day, let likeness else { return nil }
        let subject = text(.subject) ?? ""
        let change = Change(
            noun, act,
            of: Change.Subject(
                journey: text(.journey), id: subject, title: text(.title) ?? subject, moment: text(.moment),
                place: text(.place), likeness: likeness), field: text(.field), from: text(.from), to: text(.to),
            added: names(.added), removed: names(.removed), because: names(.because))
        return ChangeLog.Entry(month: month, change: change, day: day, people: names(.by))
    }

    // MARK: Fields

    private mutating func month(_ field: DelimitedText.Field?) -> CivilDate? {
        guard let field else { return nil }
        guard let day = CivilDate(iso: field.text), MonthEnd.isOne(day) else {
            let what = field.text.isEmpty ? "the date is missing" : "'\(field.text)' is not the last day of a month"
            say(
                .historyDate, field.range, "\(what): expected one, such as 2026-10-31",
                hint: CivilDate(iso: field.text).flatMap { MonthEnd.last(1, upTo: $0).first }.map {
                    "the month end before it is \($0.iso)"
                })
            return nil
        }
        return day
    }

    private mutating func value<Value: RawRepresentable & CaseIterable>(
        _ field: DelimitedText.Field?, of column: ChangeLogColumn
    ) -> Value? where Value.RawValue == String {
        guard let field else { return nil }
        if let value = Value(rawValue: field.text) { return value }
        let names = Value.allCases.map(\.rawValue)
        say(
            .historyValue, field.range,
            "'\(field.text)' is not a value of '\(column.rawValue)': it is one of \(names.joined(separator: ", "))",
            hint: NearestName.hint(for: field.text, among: names))
        return nil
    }

    /// Nothing for what is none, and one of nothing for an empty field or a column that is not there.
    private mutating func day(_ field: DelimitedText.Field?) -> CivilDate?? {
        guard let field, !field.text.isEmpty else { return .some(nil) }
        if let day = CivilDate(iso: field.text) { return .some(day) }
        say(.historyValue, field.range, "'\(field.text)' is not a day: expected one such as 2026-10-12, or nothing")
        return nil
    }

    private mutating func likeness(_ field: DelimitedText.Field?) -> Double?? {
        guard let field, !field.text.isEmpty else { return .some(nil) }
        if let value = Double(field.text), (0...1).contains(value) { return .some(value) }
        say(.historyValue, field.range, "'\(field.text)' is not a likeness: expected a number from 0 to 1, or nothing")
        return nil
    }
}
