import Diagnostics
import Markup

extension Trend {
    /// Reads `history.csv`: a line of names, then a row a month end and journey; without a journey it is the whole portfolio's.
    ///
    /// ```
    /// date,journey,health,trust,progress,maturity,status,measured,counting,untouched
    /// 2026-10-31,,60.12,,,2,,26,27,
    /// 2026-10-31,move-home,60.87,97,33.33,4,active,,,
    /// ```
    /// A row that can't be read is reported at its line and left out; of two rows for the same, the first is kept. A large portfolio has
    /// hundreds of thousands, so all is done on bytes.
    package static func read(_ source: SourceText) -> Checked<Trend> {
        let (source, damage) = UTF8Repair.repaired(source)
        var reading = TrendReading(source: source)
        reading.read()
        return Checked(reading.builder.trend(), damage + reading.diagnostics)
    }
}

private struct TrendReading {
    enum Column: Int, CaseIterable {
        case date, journey, health, trust, progress, maturity, status, measured, counting, untouched

        static let names = allCases.map { "\($0)" }
        static let required: [Column] = [.date, .journey, .health, .trust, .progress, .maturity]

        var name: String { Self.names[rawValue] }
    }

    private static let statuses = Trend.Status.allCases.map { (status: $0, name: Array($0.rawValue.utf8)) }

    let source: SourceText
    var builder = TrendBuilder()
    var diagnostics: [Diagnostic] = []

    private let bytes: [UInt8]
    private var index = 0
    /// Of the line that was read last.
    private var fields: [TextRange] = []
    /// By column: the place of its field.
    private var places = [Int?](repeating: nil, count: Column.allCases.count)
    private var width = 0
    /// Of the row before: most often the next has the same day.
    private var lastDay: (text: ArraySlice<UInt8>, month: Int)?
    private var lastJourney = -1

    init(source: SourceText) {
        self.source = source
        bytes = source.bytes
    }

    mutating func say(_ code: DiagnosticCode, _ range: TextRange, _ message: String, hint: String? = nil) {
        diagnostics.append(
            Diagnostic(code, at: Location(path: source.path, range: range), message, hint: hint))
    }

    mutating func read() {
        index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        guard readLine() else {
            return say(.historyHeader, 0..<0, "the file is empty", hint: Self.again)
        }
        guard readHeader() else { return }
        width = fields.count
        while readLine() { readRow() }
    }

    static let again = "delete the file, and let 'waymark history --record' write it anew"

    // MARK: Lines

    /// The fields of the next line that is not blank; false at the end. No field has a line end in it: ids have none.
    private mutating func readLine() -> Bool {
        let bytes = bytes
        return bytes.withUnsafeBufferPointer { bytes in
            while index < bytes.count {
                fields.removeAll(keepingCapacity: true)
                while true {
                    let field = Self.field(from: index, of: bytes)
                    fields.append(field.words)
                    index = field.end
                    guard index < bytes.count, bytes[index] == UInt8(ascii: ",") else { break }
                    index += 1
                }
                if index < bytes.count, bytes[index] == 0x0D { index += 1 }
                if index < bytes.count, bytes[index] == 0x0A { index += 1 }
                if fields.count > 1 || !fields[0].isEmpty { return true }
            }
            return false
        }
    }

    /// Without the spaces around it, with its quotes, if it has any; and where it ends.
    private static func field(
        from start: Int, of bytes: UnsafeBufferPointer<UInt8>
    ) -> (words: TextRange, end: Int) {
        func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
        var (start, index) = (start, start)
        while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
        start = index
        if index < bytes.count, bytes[index] == UInt8(ascii: "\"") {
            index += 1
            while index < bytes.count, bytes[index] != UInt8(ascii: "\""), !isLineEnd(bytes[index]) { index += 1 }
        }
        while index < bytes.count, bytes[index] != UInt8(ascii: ","), !isLineEnd(bytes[index]) { index += 1 }
        var end = index
        while end > start, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
        return (start..<end, index)
    }

    /// What stands between quotes, which spreadsheets may put around words.
    private func unquoted(_ field: TextRange) -> TextRange {
        let quote = UInt8(ascii: "\"")
        guard field.count > 1, bytes[field.lowerBound] == quote, bytes[field.upperBound - 1] == quote else {
            return field
        }
        return field.lowerBound + 1..<field.upperBound - 1
    }

    private func text(_ range: TextRange) -> String { String(decoding: bytes[range], as: UTF8.self) }

    // MARK: The line of names

    private mutating func readHeader() -> Bool {
        let line = fields[0].lowerBound..<(fields.last?.upperBound ?? 0)
        if fields.count == 1, let separator = text(line).first(where: { $0 == ";" || $0 == "\t" }) {
            let name = separator == ";" ? "semicolons" : "tabs"
            say(
                .historyHeader, line, "the columns are separated by \(name): expected commas",
                hint: "save the file as CSV with commas, and with a point for the decimal")
            return false
        }
        var unknown: [(name: String, range: TextRange)] = []
        for (place, field) in fields.enumerated() {
            let name = text(unquoted(field))
            guard let column = Column.names.firstIndex(of: name.lowercased()) else {
                unknown.append((name, field))
                continue
            }
            if places[column] == nil {
                places[column] = place
            } else {
                say(.historyHeader, field, "the column '\(name)' is given twice: the first is read")
            }
        }
        let missing = Column.required.filter { places[$0.rawValue] == nil }.map(\.name)
        guard missing.isEmpty else {
            report(missing: missing, unknown: unknown, in: line)
            return false
        }
        for (name, range) in unknown {
            say(
                .historyColumn, range, "'\(name)' is not a column of a recorded history, so it is not read",
                hint: NearestName.hint(for: name, among: Column.names))
        }
        return true
    }

    /// Where a name is mistyped, that is the one mistake.
    private mutating func report(missing: [String], unknown: [(name: String, range: TextRange)], in line: TextRange) {
        let names = missing.map { "'\($0)'" }.joined(separator: " and ")
        for (name, range) in unknown {
            guard let near = NearestName.nearest(to: name, among: missing) else { continue }
            return say(
                .historyHeader, range, "'\(name)' is not a column, and the first line has no column \(names)",
                hint: "did you mean '\(near)'?")
        }
        say(.historyHeader, line, "the first line has no column \(names)", hint: Self.again)
    }

    // MARK: Rows

    private func field(_ column: Column) -> TextRange? { places[column.rawValue].map { unquoted(fields[$0]) } }

    private mutating func readRow() {
        let line = fields[0].lowerBound..<(fields.last?.upperBound ?? 0)
        guard fields.count == width else {
            return say(
                .historyRow, line,
                "the row has \(fields.count) \(fields.count == 1 ? "field" : "fields"): expected \(width), as in the first line",
                hint: "after a merge keep one side of it; or " + Self.again)
        }
        let month = month()
        let health = score(.health)
        let trust = score(.trust)
        let progress = score(.progress)
        let maturity = whole(.maturity, in: 0...5)
        guard let month, let health, let trust, let progress, let maturity else { return }
        let mark = field(.untouched).flatMap { $0.isEmpty ? nil : text($0) }
        guard let id = field(.journey), !id.isEmpty else {
            return addWhole(health: health, maturity: maturity, to: month, line: line)
        }
        guard let status = status() else { return }
        let journey = builder.follower(of: lastJourney, is: bytes[id]) ?? builder.journey(text(id))
        lastJourney = journey
        guard !builder.has(journey: journey, in: month) else {
            return say(
                .historyDuplicate, line, "'\(text(id))' has this month end twice: the first is kept",
                hint: "delete one of the two rows")
        }
        builder.set(
            Trend.Figures(health: health, trust: trust, progress: progress, maturity: maturity, status: status),
            of: journey, in: month)
        if let mark { builder.mark(text(id), mark, in: month) }
    }

    private mutating func addWhole(health: Double?, maturity: Int?, to month: Int, line: TextRange) {
        let measured = whole(.measured, in: 0...Int(Int32.max))
        let counting = whole(.counting, in: 0...Int(Int32.max))
        guard let measured, let counting else { return }
        guard !builder.hasWhole(in: month) else {
            return say(
                .historyDuplicate, line, "the portfolio has this month end twice: the first is kept",
                hint: "delete one of the two rows; those of a journey name it")
        }
        builder.set(
            Trend.Whole(health: health, maturity: maturity, measured: measured, counting: counting), in: month)
        // The journeys of a month begin again behind the portfolio's row.
        lastJourney = -1
    }

    private mutating func month() -> Int? {
        guard let range = field(.date) else { return nil }
        if let lastDay, lastDay.text == bytes[range] { return lastDay.month }
        let text = text(range)
        guard let day = CivilDate(iso: text) else {
            let what = text.isEmpty ? "the date is missing" : "'\(text)' is not a date"
            say(
                .historyDate, range, "\(what): expected the last day of a month, such as 2026-10-31",
                hint: text.isEmpty ? nil : DateHint.hint(for: text, isFull: true))
            return nil
        }
        guard MonthEnd.isOne(day) else {
            let end = MonthEnd.last(1, upTo: day).first
            say(
                .historyDate, range, "\(text) is not the last day of a month: what is recorded is of month ends",
                hint: end.map { "the month end before it is \($0.iso)" })
            return nil
        }
        let month = builder.month(day)
        lastDay = (bytes[range], month)
        return month
    }

    /// Digits, and behind a point more of them; nothing for what is no score, and a score of nothing for an empty field.
    private mutating func score(_ column: Column) -> Double?? {
        guard let range = field(column), !range.isEmpty else { return .some(nil) }
        var digits = 0
        var count = 0
        var scale = 0
        for byte in bytes[range] {
            if byte == UInt8(ascii: "."), scale == 0, count > 0 {
                scale = 1
            } else if (0x30...0x39).contains(byte), count < 15 {
                digits = digits * 10 + Int(byte - 0x30)
                count += 1
                scale *= 10
            } else {
                count = 0
                break
            }
        }
        // Both are exact, so the quotient is the nearest there is.
        let value = scale > 1 ? Double(digits) / Double(scale) : Double(digits)
        guard count > 0, scale != 1, value <= 100 else {
            let text = text(range)
            say(
                .historyValue, range, "'\(text)' is not a score: expected a number from 0 to 100, or nothing",
                hint: NumberHint.hint(for: text, in: 0...100))
            return nil
        }
        return .some(value)
    }

    /// Nothing for what is none, and one of nothing for an empty field or a column that is not there.
    private mutating func whole(_ column: Column, in bounds: ClosedRange<Int>) -> Int?? {
        guard let range = field(column), !range.isEmpty else { return .some(nil) }
        if range.count < 11, bytes[range].allSatisfy({ (0x30...0x39).contains($0) }) {
            let value = bytes[range].reduce(0) { $0 * 10 + Int($1 - 0x30) }
            if bounds.contains(value) { return .some(value) }
        }
        let most = bounds.upperBound < 10 ? " from \(bounds.lowerBound) to \(bounds.upperBound)" : ""
        say(.historyValue, range, "'\(text(range))' is not a value of '\(column.name)': expected a whole number\(most)")
        return nil
    }

    private mutating func status() -> Trend.Status? {
        guard let range = field(.status), !range.isEmpty else { return .active }
        for (status, name) in Self.statuses where bytes[range].elementsEqual(name) { return status }
        let names = Trend.Status.allCases.map(\.rawValue)
        say(
            .historyValue, range, "'\(text(range))' is not a status: it is one of \(names.joined(separator: ", "))",
            hint: NearestName.hint(for: text(range), among: names))
        return nil
    }
}
