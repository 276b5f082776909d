import Diagnostics
import Markup

extension Series {
    /// Reads a metric's CSV: a header with `date,value` and optionally `segment,sample`, then a row a date and segment.
    ///
    /// A row that can't be read is reported at its line and left out; of a date given twice for a segment, the first is kept.
    package static func read(_ source: SourceText, path: String) -> Checked<Series> {
        let written = source
        let (source, damage) = UTF8Repair.repaired(written)
        var reading = SeriesReading(source: source)
        reading.read()
        let rows = reading.rows.sorted { left, right in
            left.date != right.date ? left.date < right.date : (left.segment ?? "") < (right.segment ?? "")
        }
        return Checked(
            Series(path: path, rows: rows), FileDamage.told(with: reading.diagnostics, damage: damage, in: written))
    }
}

struct SeriesReading {
    private enum Column: String, CaseIterable {
        case date, value, segment, sample
    }

    private struct Key: Hashable {
        let date: CivilDate
        let segment: String?
    }

    let source: SourceText
    var rows: [Series.Row] = []
    var diagnostics: [Diagnostic] = []

    private var columns: [Column: Int] = [:]
    /// Those without a name, until something is found in one.
    private var unnamed: [Int] = []
    private var width = 0
    private var seen: [Key: TextRange] = [:]

    init(source: SourceText) {
        self.source = source
    }

    mutating func say(
        _ code: DiagnosticCode, _ range: TextRange, _ message: String, notes: [Diagnostic.Note] = [],
        hint: String? = nil
    ) {
        diagnostics.append(
            Diagnostic(code, at: Location(path: source.path, range: range), message, notes: notes, hint: hint))
    }

    mutating func read() {
        let table = DelimitedText(source)
        guard let header = table.records.first else {
            return say(.seriesHeader, 0..<0, "the file is empty", hint: "its first line names the columns: date,value")
        }
        let names = table.records.dropFirst().prefix(20).first { record in
            record.fields.contains { $0.text.lowercased() == "date" }
                && record.fields.contains { $0.text.lowercased() == "value" }
        }
        guard readHeader(header, namesBelow: names?.line) else { return }
        for quote in table.strayQuotes {
            say(
                .seriesRow, quote, "a quote opens or closes in the wrong place",
                hint: "a field with quotes in it is quoted as a whole, and quotes inside are written twice")
        }
        var quotes = table.strayQuotes[...]
        for record in table.records.dropFirst() {
            while let first = quotes.first, first.upperBound <= record.range.lowerBound { quotes.removeFirst() }
            if let first = quotes.first, record.range.overlaps(first) { continue }
            // Spreadsheets write rows that were emptied, and cells beside the table that were touched once.
            if record.fields.allSatisfy({ $0.text.utf8.allSatisfy { $0 <= 0x20 } }) { continue }
            let told = diagnostics.count
            warnOfUnnamed(in: record)
            if let row = row(of: record) { rows.append(row) }
            if told >= Self.mostTold, diagnostics.count > told {
                diagnostics.removeLast(diagnostics.count - told)
                untold.count += 1
                if untold.count == 1 { untold.first = record.range }
            }
        }
        if columns[.segment] != nil {
            sayOfSegments(in: table)
            sayOfWhole(in: table)
        }
        if untold.count > 0 {
            say(
                .seriesRow, untold.first,
                untold.count == 1
                    ? "this row can't be read either" : "this row and \(untold.count - 1) more can't be read either",
                hint: "is it the right file? So many rows are seldom each a mistake of their own")
        }
    }

    /// Of a file that is something else altogether every row is wrong.
    private static let mostTold = 100
    private var untold = (first: 0..<0, count: 0)

    private mutating func readHeader(_ header: DelimitedText.Record, namesBelow below: Int?) -> Bool {
        if header.fields.count == 1, let separator = header.fields[0].text.first(where: { ";\t|".contains($0) }) {
            let name = separator == ";" ? "semicolons" : separator == "|" ? "'|'" : "tabs"
            say(
                .seriesSeparator, header.range, "the columns are separated by \(name): expected commas",
                hint: "save the file as CSV with commas, and with a point for the decimal")
            return false
        }
        width = header.fields.count
        for (index, field) in header.fields.enumerated() {
            // Spreadsheets leave columns that somebody touched once: what they hold is told, if anything.
            if field.text.isEmpty {
                unnamed.append(index)
                continue
            }
            guard let column = Column(rawValue: field.text.lowercased()) else {
                say(
                    .seriesColumn, field.range, "'\(field.text)' is not a column of a time series, so it is not read",
                    hint: NearestName.hint(for: field.text, among: Column.allCases.map(\.rawValue))
                        ?? "the columns are date, value, segment and sample")
                continue
            }
            if columns[column] == nil {
                columns[column] = index
            } else {
                say(.seriesHeader, field.range, "the column '\(column.rawValue)' is given twice: the first is read")
            }
        }
        let missing = [Column.date, .value].filter { columns[$0] == nil }
        guard !missing.isEmpty else { return true }
        // A mistyped name was reported as unknown already: one mistake, one message.
        let names = missing.map { "'\($0.rawValue)'" }.joined(separator: " and ")
        diagnostics.removeAll { $0.code == .seriesColumn }
        let strange = header.fields.filter { !$0.text.isEmpty && Column(rawValue: $0.text.lowercased()) == nil }
        let mistyped =
            strange.lazy.compactMap { field in
                NearestName.nearest(to: field.text, among: missing.map(\.rawValue)).map { (field, $0) }
            }.first ?? (missing.count == 1 && strange.count == 1 ? (strange[0], missing[0].rawValue) : nil)
        if let (field, name) = mistyped {
            say(
                .seriesHeader, field.range,
                "'\(field.text)' is not a column, and the first line has no column \(names)",
                hint: "did you mean '\(name)'?")
        } else {
            say(
                .seriesHeader, header.range, "the first line has no column \(names)",
                hint: below.map { "delete what stands above 'date,value' in line \($0)" }
                    ?? "the first line names the columns: date,value")
        }
        return false
    }

    /// What stands in a column without a name, the first time.
    private mutating func warnOfUnnamed(in record: DelimitedText.Record) {
        guard !unnamed.isEmpty, record.fields.count == width,
            let full = unnamed.first(where: { !record.fields[$0].text.isEmpty })
        else { return }
        unnamed = []
        say(
            .seriesColumn, record.fields[full].range, "the first line gives this column no name, so it is not read",
            hint: "the columns are date, value, segment and sample")
    }

    private mutating func row(of record: DelimitedText.Record) -> Series.Row? {
        guard record.fields.count == width else {
            if let decimal = decimalComma(in: record) {
                let written = String(decoding: source.bytes[decimal], as: UTF8.self)
                let point = written.replacing(",", with: ".")
                // `1,200` may be either.
                let isGroup = written.split(separator: ",").last?.count == 3
                let whole = isGroup ? "\(written.replacing(",", with: "")) or " : ""
                say(
                    .seriesSeparator, decimal, "a comma stands for the decimal here: expected a point",
                    hint: "write \(whole)\(point)\(isGroup ? ", whichever is meant" : "")")
            } else {
                say(
                    .seriesRow, record.range,
                    "the row has \(record.fields.count == 1 ? "1 field" : "\(record.fields.count) fields"): expected \(width), as in the first line"
                )
            }
            return nil
        }
        let date = date(in: record)
        let value = number(.value, in: record)
        let sample = field(.sample, of: record).flatMap { $0.text.isEmpty ? nil : $0 }
        let size = sample.map { _ in number(.sample, in: record) }
        guard let date, let value else { return nil }
        let segment = field(.segment, of: record)?.text
        let key = Key(date: date, segment: segment?.isEmpty == true ? nil : segment)
        if let first = seen[key] {
            let whose = key.segment.map { " of '\($0)'" } ?? ""
            say(
                .seriesDuplicate, record.range, "\(date.iso)\(whose) is given twice: the first value is kept",
                notes: [Diagnostic.Note("it is given here first", at: Location(path: source.path, range: first))])
            return nil
        }
        seen[key] = record.range
        func place(_ column: Column) -> TextRange { field(column, of: record)?.range ?? record.range }
        return Series.Row(
            date: date, value: value, segment: key.segment, sample: size ?? nil, line: record.line,
            dateRange: place(.date), valueRange: place(.value))
    }

    /// Of a row that has all fields.
    func segment(of record: DelimitedText.Record) -> DelimitedText.Field? {
        record.fields.count == width ? field(.segment, of: record) : nil
    }

    private func field(_ column: Column, of record: DelimitedText.Record) -> DelimitedText.Field? {
        columns[column].map { record.fields[$0] }
    }

    private mutating func date(in record: DelimitedText.Record) -> CivilDate? {
        guard let field = field(.date, of: record) else { return nil }
        if let date = CivilDate(iso: field.text) { return date }
        let what = field.text.isEmpty ? "the date is missing" : "'\(field.text)' is not a date"
        say(
            .seriesDate, field.range, "\(what): expected a full one, such as 2026-10-31",
            hint: field.text.isEmpty ? nil : Self.hint(forDate: field.text))
        return nil
    }

    /// `Total` and `Sum 2026` are no dates that went wrong.
    private static func hint(forDate text: String) -> String {
        let general = DateHint.hint(for: "")
        let hint = DateHint.hint(for: text, isFull: true)
        if hint == general, let period = DateHint.period(named: text) {
            return "write a day of \(period): the last one, if the value is of the whole month"
        }
        return hint == general && text.first?.isLetter == true
            ? "delete the row if it is no value of a day: a total, or a note" : hint
    }

    private mutating func number(_ column: Column, in record: DelimitedText.Record) -> Double? {
        guard let field = field(column, of: record) else { return nil }
        if let number = ExactNumber.read(field.text) {
            if column == .sample, number < 0 {
                say(.seriesNumber, field.range, "a sample can't be below 0")
                return nil
            }
            return number
        }
        if field.text.contains(","), ExactNumber.read(field.text.replacing(",", with: ".")) != nil {
            say(
                .seriesSeparator, field.range, "'\(field.text)' has a comma for the decimal: expected a point",
                hint: NumberHint.hint(for: field.text))
            return nil
        }
        let what = field.text.isEmpty ? "the \(column.rawValue) is missing" : "'\(field.text)' is not a number"
        say(
            .seriesNumber, field.range, "\(what): expected one such as 61.5",
            hint: Self.hint(forNumber: field.text))
        return nil
    }

    /// Spreadsheets write `#N/A` for what they could not work out, and formulas where these are shown.
    private static func hint(forNumber text: String) -> String? {
        if text.isEmpty || text.hasPrefix("#") || Placeholders.found(in: text) != nil {
            return "delete the row: a day without a value needs none"
        }
        return text.hasPrefix("=") ? "write the number that the formula gives" : NumberHint.hint(for: text)
    }

    /// One field too many, and two neighbours that make a number with a comma between them.
    private func decimalComma(in record: DelimitedText.Record) -> TextRange? {
        guard record.fields.count > width, let value = columns[.value], record.fields.count > value + 1 else {
            return nil
        }
        let (whole, rest) = (record.fields[value], record.fields[value + 1])
        guard ExactNumber.read(whole.text) != nil, !rest.text.isEmpty,
            rest.text.utf8.allSatisfy({ (0x30...0x39).contains($0) })
        else { return nil }
        return whole.range.lowerBound..<rest.range.upperBound
    }
}
