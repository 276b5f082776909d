import Diagnostics

/// A day of the Gregorian calendar, without a time or a zone.
///
/// Conversion after H. Hinnant, "chrono-Compatible Low-Level Date Algorithms" (2013).
package struct CivilDate: Hashable, Sendable, Comparable {
    /// Days since 1970-01-01.
    package let days: Int

    package init(days: Int) {
        self.days = days
    }

    /// Nothing for a day that the calendar does not have.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month),
            (1...Self.length(ofMonth: month, year: year)).contains(day)
        else { return nil }
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        days = era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// Reads `2026-11-30`, and nothing else.
    package init?(iso text: some StringProtocol) {
        guard let period = CalendarPeriod(iso: text), period.precision == .day else { return nil }
        self = period.first
    }

    package var yearMonthDay: (year: Int, month: Int, day: Int) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthIndex = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * monthIndex + 2) / 5 + 1
        let month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }

    /// `2026-11-30`
    package var iso: String {
        let (year, month, day) = yearMonthDay
        if (0...9999).contains(year) { return Self.iso(year, month, day) }
        return "\(Self.padded(year, to: 4))-\(Self.padded(month, to: 2))-\(Self.padded(day, to: 2))"
    }

    package func advanced(by count: Int) -> CivilDate { CivilDate(days: days + count) }

    package static func < (left: CivilDate, right: CivilDate) -> Bool { left.days < right.days }

    static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Of a year of at most four digits: pages and data have many thousands of dates.
    private static func iso(_ year: Int, _ month: Int, _ day: Int) -> String {
        String(unsafeUninitializedCapacity: 10) { text in
            func put(_ number: Int, at place: Int) {
                text[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / 10)
                text[place + 1] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10)
            }
            put(year / 100, at: 0)
            put(year % 100, at: 2)
            text[4] = UInt8(ascii: "-")
            put(month, at: 5)
            text[7] = UInt8(ascii: "-")
            put(day, at: 8)
            return 10
        }
    }

    private static func padded(_ number: Int, to width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}

/// A day, a month or a year, as an author wrote it: `2025-12-24`, `2025-12` or `2025`.
package struct CalendarPeriod: Hashable, Sendable {
    package enum Precision: CaseIterable, Hashable, Sendable {
        case day, month, year
    }

    package let first: CivilDate
    package let last: CivilDate
    package let precision: Precision

    package init(_ day: CivilDate) {
        first = day
        last = day
        precision = .day
    }

    package init?(iso text: some StringProtocol) {
        let read = text.utf8.withContiguousStorageIfAvailable { Self.numbers(in: $0) }
        guard let numbers = read ?? Array(text.utf8).withUnsafeBufferPointer({ Self.numbers(in: $0) }) else {
            return nil
        }
        let year = numbers.year
        switch (numbers.month, numbers.day) {
        case (let month?, let day?):
            guard let day = CivilDate(year: year, month: month, day: day) else { return nil }
            self.init(day)
        case (let month?, nil):
            let length = (1...12).contains(month) ? CivilDate.length(ofMonth: month, year: year) : 0
            guard let start = CivilDate(year: year, month: month, day: 1),
                let end = CivilDate(year: year, month: month, day: length)
            else { return nil }
            self.init(first: start, last: end, precision: .month)
        default:
            guard let start = CivilDate(year: year, month: 1, day: 1),
                let end = CivilDate(year: year, month: 12, day: 31)
            else { return nil }
            self.init(first: start, last: end, precision: .year)
        }
    }

    /// The year, and the month and the day where they are given: of four, two and two digits, with a hyphen between them.
    private static func numbers(in text: UnsafeBufferPointer<UInt8>) -> (year: Int, month: Int?, day: Int?)? {
        func number(_ places: Range<Int>) -> Int? {
            var number = 0
            for place in places {
                guard (0x30...0x39).contains(text[place]) else { return nil }
                number = number * 10 + Int(text[place] - 0x30)
            }
            return number
        }
        guard text.count == 10 || text.count == 7 || text.count == 4, let year = number(0..<4) else { return nil }
        guard text.count > 4 else { return (year, nil, nil) }
        guard text[4] == UInt8(ascii: "-"), let month = number(5..<7) else { return nil }
        guard text.count > 7 else { return (year, month, nil) }
        guard text[7] == UInt8(ascii: "-"), let day = number(8..<10) else { return nil }
        return (year, month, day)
    }

    private init(first: CivilDate, last: CivilDate, precision: Precision) {
        self.first = first
        self.last = last
        self.precision = precision
    }

    /// As it was written: `2025-12-24`, `2025-12` or `2025`.
    package var iso: String {
        switch precision {
        case .day: first.iso
        case .month: String(first.iso.prefix(7))
        case .year: String(first.iso.prefix(4))
        }
    }

    /// Its last day, but never one behind `today`: the freshest that the period can be.
    package func freshest(asOf today: CivilDate) -> CivilDate { last > today && first <= today ? today : last }
}

extension CalendarPeriod: Packed {
    package func pack(into pack: inout PackWriter) {
        pack.choice(precision)
        pack.number(first.days)
        pack.number(last.days - first.days)
    }

    package init(from pack: inout PackReader) {
        let precision: Precision = pack.choice()
        // Beyond the years that there are, no date can be told any more.
        let first = CivilDate(days: max(-1_000_000, min(pack.number(), 10_000_000)))
        self.init(first: first, last: first.advanced(by: max(0, min(pack.number(), 366))), precision: precision)
    }
}
