import Journeys
import Scoring

/// How numbers and dates are written on pages, in the words of the portfolio's language.
final class Figures: Sendable {
    let words: Words
    private let months: [String]
    private let shortMonths: [String]
    private let decimalMark: String
    private let groupMark: String
    /// How many digits a number has at least that is grouped.
    private let groupedFrom: Int
    private let minus: String
    private let plus: String
    /// From 0 to 9, where they are not those of ASCII.
    private let digits: [Character]?
    /// From 0 % to 100 %.
    private let percentages = Kept<String>(count: 101)
    /// The same days are named on many pages.
    private let dates = KeptByDay()
    private let shortDates = KeptByDay()
    /// By tenths of a point, each up and down: nearly all changes are of less than forty points.
    private let changes = Kept<String>(count: 2 * keptChanges)
    private static let keptChanges = 400

    init(words: Words) {
        self.words = words
        func list(_ word: Word) -> [String] { words[word].split(separator: ",").map { String(Phrase.trimmed($0)) } }
        months = list(.months)
        shortMonths = list(.shortMonths)
        decimalMark = words[.decimalMark]
        groupMark = words[.groupMark]
        groupedFrom = Int(words[.groupedFrom]) ?? 5
        minus = words[.minus]
        plus = words[.plus]
        let digits = Array(words[.digits])
        self.digits = digits.count == 10 && digits[0] != "0" ? digits : nil
    }

    /// At most `places` decimals, none of them an idle zero unless they are filled up; rounded half away from zero.
    func number(_ value: Double, places: Int = 2, isFilled: Bool = false) -> String {
        guard value.isFinite, abs(value) < 1e15 else { return String(value) }
        // Most are whole.
        let whole = Int(value)
        if Double(whole) == value, !isFilled || places == 0 { return number(whole) }
        var scale = 1
        for _ in 0..<places { scale *= 10 }
        let scaled = Int((abs(value) * Double(scale)).rounded(.toNearestOrAwayFromZero))
        var text = grouped(scaled / scale)
        var fraction = scaled % scale
        if fraction > 0 || isFilled && places > 0 {
            var width = places
            while !isFilled, fraction % 10 == 0 {
                fraction /= 10
                width -= 1
            }
            let digits = fraction < 10 && width == 1 ? Self.small[fraction] : String(fraction)
            let zeros = width - digits.utf8.count
            text += decimalMark
            text += written(zeros > 0 ? String(repeating: "0", count: zeros) + digits : digits)
        }
        return value < 0 && scaled > 0 ? minus + text : text
    }

    func number(_ value: Int) -> String { value < 0 ? minus + grouped(-value) : grouped(value) }

    /// In the digits of the language.
    private func written(_ ascii: String) -> String {
        guard let digits else { return ascii }
        return String(ascii.map { $0.wholeNumberValue.map { digits[$0] } ?? $0 })
    }

    /// A score or its points: whole, rounded half away from zero once what differs by the order of additions is gone.
    func whole(_ value: Double) -> String { number(value.nineDecimals, places: 0) }

    /// An emotion or a change: with its sign, except for nought.
    func signed(_ value: Double, places: Int = 1) -> String {
        let text = number(value, places: places)
        return value > 0 && text != written("0") ? plus + text : text
    }

    /// By how much a score moved: with its sign and one decimal, so that several stand under each other; nothing where it has not.
    func change(_ value: Double) -> String? {
        let tenths = Int((abs(value.nineDecimals) * 10).nineDecimals.rounded(.toNearestOrAwayFromZero))
        guard tenths > 0 else { return nil }
        func text() -> String {
            (value < 0 ? minus : plus) + grouped(tenths / 10) + decimalMark + written(String(tenths % 10))
        }
        guard tenths < Self.keptChanges else { return text() }
        return changes.value(at: 2 * tenths + (value < 0 ? 1 : 0), make: text)
    }

    /// A share between 0 and 1 as a whole percentage.
    func percent(_ share: Double) -> String {
        let value = (share * 100).rounded(.toNearestOrAwayFromZero)
        func text() -> String { words(.percent, ["n": number(value, places: 0)]) }
        // Nearly all.
        return value >= 0 && value <= 100 ? percentages.value(at: Int(value), make: text) : text()
    }

    /// With its unit behind it; a percent sign and a currency stand close: `62 %`, `£38 per household`.
    func quantity(_ value: Double, unit: String?, places: Int = 2, isFilled: Bool = false) -> String {
        func number(_ value: Double) -> String { self.number(value, places: places, isFilled: isFilled) }
        guard let unit, let sign = Self.sign(of: unit) else {
            return number(value) + (unit.map { $0.isEmpty ? "" : "\u{A0}" + $0 } ?? "")
        }
        if unit == "%" { return words(.percent, ["n": number(value)]) }
        return (value < 0 ? minus : "") + sign + number(abs(value)) + unit.dropFirst()
    }

    /// With no more of its unit than a sign, where the rest stands beside it: `62 %`, `£38`, `4.95`.
    func amount(_ value: Double, unit: String?) -> String { quantity(value, unit: unit.flatMap(Self.sign)) }

    /// A unit, where `amount` leaves something of it to be said.
    func caption(of unit: String?) -> String? {
        guard let unit, !unit.isEmpty, Self.sign(of: unit) != unit else { return nil }
        return unit
    }

    /// That a unit is, or begins with.
    private static func sign(of unit: String) -> String? {
        if unit == "%" { return unit }
        // Most are words: a letter is no sign of a currency.
        if let first = unit.utf8.first, first < 0x80, first != UInt8(ascii: "$") { return nil }
        guard let first = unit.first, currencies.contains(first), unit.dropFirst().first.map({ $0 == " " }) ?? true
        else { return nil }
        return String(first)
    }

    /// As many decimals, at most two, as the one needs that needs most: figures of a column stand under each other.
    static func places(for values: some Sequence<Double>) -> Int {
        values.lazy.filter { abs($0) < 1e15 }.map { value in
            let hundredths = Int((abs(value) * 100).rounded(.toNearestOrAwayFromZero))
            return hundredths % 100 == 0 ? 0 : hundredths % 10 == 0 ? 1 : 2
        }.max() ?? 0
    }

    /// In the digits of ASCII, as in names of classes.
    static func plain(_ value: Int) -> String { small.indices.contains(value) ? small[value] : String(value) }

    /// Most numbers of a page are points, percentages, lines and years.
    private static let small = (0..<2100).map { String($0) }
    private static let currencies: Set<Character> = ["£", "$", "€", "¥"]

    /// 15 November 2026
    func date(_ day: CivilDate) -> String {
        dates.text(of: day) {
            let (year, month, number) = day.yearMonthDay
            return words(.date, ["day": ungrouped(number), "month": months.name(month), "year": ungrouped(year)])
        }
    }

    /// November 2026
    func month(of day: CivilDate) -> String {
        let (year, month, _) = day.yearMonthDay
        return words(.monthOfYear, ["month": months.name(month), "year": ungrouped(year)])
    }

    /// A day, a month or a year, no more precise than it was written.
    func date(_ period: CalendarPeriod) -> String {
        switch period.precision {
        case .day: date(period.first)
        case .month: month(of: period.first)
        case .year: ungrouped(period.first.yearMonthDay.year)
        }
    }

    /// Nov 2026, for axes.
    func shortDate(_ day: CivilDate) -> String {
        shortDates.text(of: day) {
            let (year, month, _) = day.yearMonthDay
            return words(.monthOfYear, ["month": shortMonths.name(month), "year": ungrouped(year)])
        }
    }

    /// Without groups, as days and years are.
    private func ungrouped(_ value: Int) -> String {
        digits == nil ? Self.plain(value) : written(String(value))
    }

    private func grouped(_ value: Int) -> String {
        if value >= 0, value < 1000, digits == nil, groupedFrom > 3 { return Self.small[value] }
        let digits = written(String(value))
        // A digit of any script is one character of one scalar.
        guard digits.unicodeScalars.count >= groupedFrom else { return digits }
        var groups: [Substring] = []
        var rest = digits[...]
        while !rest.isEmpty {
            groups.append(rest.suffix(3))
            rest = rest.dropLast(3)
        }
        return groups.reversed().joined(separator: groupMark)
    }
}

extension [String] {
    /// Of a month, 1 to 12; a list that is too short leaves its number.
    fileprivate func name(_ month: Int) -> String { indices.contains(month - 1) ? self[month - 1] : String(month) }
}
