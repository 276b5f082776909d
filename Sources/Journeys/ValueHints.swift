import Markup

/// What an author most likely meant by a number that can't be read: `75%`, `1,5`, `about 20`, `1e3`.
enum NumberHint {
    /// What a number counts.
    enum Unit {
        case plain
        /// `18 months` are 558 of these.
        case days
        /// Parts of a sum that is mostly 100: `40%` are 40 of these.
        case points
    }

    /// - Parameters:
    ///   - range: what the number may be; a hint never offers a number outside it.
    static func hint(
        for text: String, in range: ClosedRange<Double>? = nil, isWhole: Bool = false, unit: Unit = .plain
    ) -> String? {
        func isLegal(_ number: Double) -> Bool {
            (range?.contains(number) ?? true) && (!isWhole || number == number.rounded())
        }
        func offer(_ number: Double, _ why: String = "") -> String? {
            let text = ExactNumber.text(of: number)
            return isLegal(number) && ExactNumber.read(text) != nil ? "write \(text)\(why)" : nil
        }
        if range == 1...5, let degree = WrittenSeverity.degree(of: text) { return offer(Double(degree)) }
        // An error of a spreadsheet, and a sum in brackets, which books take for less than nothing.
        if text.hasPrefix("#") || text.hasPrefix("(") || text.hasPrefix("=") { return nil }
        let plain = PlainSigns.folded(text)
        if plain != text, ExactNumber.read(plain) != nil || grouped(plain) != nil {
            let number = grouped(plain) ?? ExactNumber.read(plain)
            return number.flatMap { offer($0, ", in plain digits") }
        }
        // Of what takes any number from 0 up, a weight, the whole is 1.
        let isShare = range == 0...1 || range == 0...Double.infinity
        if let number = ExactNumber.read(text) {
            // A number that is only out of range.
            return range == 0...1 && number >= 2 && number <= 100 ? offer(number / 100, " for \(text)%") : nil
        }
        if unit == .days, let days = days(text) { return offer(Double(days), ", which is \(text) in days") }
        if let groups = grouped(text) {
            return offer(
                groups,
                text.contains(",") ? ", without commas; a decimal has a point" : ", without signs between its digits")
        }
        let point = text.replacing(",", with: ".")
        if point != text, let number = ExactNumber.read(point) {
            return isLegal(number) ? "write \(point), with a point for the decimal" : nil
        }
        if point.hasPrefix("."), let number = ExactNumber.read("0" + point) { return offer(number) }
        if range == 1...5, let sign = text.firstRange(of: "/"), text[sign.upperBound...] == "5",
            let stars = ExactNumber.read(text[..<sign.lowerBound])
        {
            return offer(stars)
        }
        if let many = counted(point) { return offer(many) }
        guard let (written, number) = onlyNumber(in: point) else { return nil }
        if isShare, unit != .points, text.contains("%") { return offer(number / 100, " for \(written)%") }
        return isLegal(number) && ExactNumber.read(written) != nil ? "write \(written), the number alone" : nil
    }

    /// `18 months`, with the days of a month and a year that rhythms have.
    private static func days(_ text: String) -> Int? {
        if let rhythm = ReviewRhythm(text) { return rhythm.days }
        let parts = text.lowercased().split(separator: " ")
        guard parts.count == 2, ["year", "years"].contains(parts[1]), let years = Int(parts[0]) else { return nil }
        return (1...100).contains(years) ? years * 366 : nil
    }

    /// `5k` and `1.2 million`.
    private static func counted(_ text: String) -> Double? {
        let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
        let word = text.dropFirst(digits.count).drop { $0 == " " }.lowercased()
        let factors = ["k": 1e3, "thousand": 1e3, "tsd": 1e3, "mio": 1e6, "mn": 1e6, "million": 1e6]
        guard let number = ExactNumber.read(digits), let factor = factors[word] else { return nil }
        return number * factor
    }

    /// `1,200`, `1 200 000` and `1'200`: signs between groups of three digits; `1.234,5` and `1,234.5` with a decimal behind them.
    private static func grouped(_ text: String) -> Double? {
        let signs: [Character] = [",", " ", "'", "’", "_", "."]
        guard let sign = text.first(where: signs.contains) else { return nil }
        var (whole, decimals) = (text[...], "")
        if let last = text.last(where: signs.contains), last != sign, last == "." || last == "," {
            let end = text.lastIndex(of: last) ?? text.endIndex
            (whole, decimals) = (text[..<end], "." + text[text.index(after: end)...])
        } else if sign == "." {
            return nil
        }
        let parts = whole.split(separator: sign, omittingEmptySubsequences: false)
        guard parts.count > 1, let first = parts.first, (1...3).contains(first.count),
            parts.dropFirst().allSatisfy({ $0.count == 3 })
        else { return nil }
        return first == "0" ? nil : ExactNumber.read(parts.joined() + decimals)
    }

    /// The number among words or signs, if there is exactly one; `1e3` as what it stands for.
    private static func onlyNumber(in text: String) -> (written: String, number: Double)? {
        if text.utf8.count < 12, text.lowercased().contains("e"), let number = Double(text), number.isFinite {
            return (ExactNumber.text(of: number), number)
        }
        let runs = text.split { !($0.isASCII && ($0.isNumber || $0 == "." || $0 == "-")) }
        let numbers = runs.filter { $0.contains(where: \.isNumber) }
        guard numbers.count == 1, let number = ExactNumber.read(numbers[0]) else { return nil }
        return (String(numbers[0]), number)
    }

}

/// What an author most likely meant by a date that is not one of ISO 8601: `31/12/2026`, `1 May 2026`, `2026-8`.
enum DateHint {
    /// - Parameter isFull: whether a month or a year will not do.
    static func hint(for text: String, isFull: Bool = false) -> String {
        if let day = missingDay(text) { return day }
        if let day = dayWithin(text) { return "write \(day.iso)" }
        if let last = lastOfPeriod(text, isFull: isFull) { return last }
        if let day = countedDay(text) { return "write \(day.iso), if this is a day as spreadsheets count them" }
        if isFull, CalendarPeriod(iso: text) != nil { return "add the day: a full date is needed here" }
        // Quarters, halves and versions are no months.
        if month(named: text) == nil, text.contains(where: \.isLetter) { return general }
        let parts = text.split { !$0.isNumber }.map(String.init)
        let numbers = parts.compactMap { Int($0) }
        guard numbers.count == parts.count, let year = parts.firstIndex(where: { $0.count == 4 }) else {
            // `31-Oct-26`, as spreadsheets show days.
            if numbers.count == 2, parts.allSatisfy({ $0.count <= 2 }), let month = month(named: text),
                let day = CivilDate(year: 2000 + numbers[1], month: month, day: numbers[0])
            {
                return "write \(day.iso)"
            }
            // `18.08.26`: nobody writes it with the month or the year first.
            let isShort = numbers.count == 3 && parts.allSatisfy { $0.count <= 2 } && text.contains(".")
            let day = isShort ? CivilDate(year: 2000 + numbers[2], month: numbers[1], day: numbers[0]) : nil
            return day.map { "write \($0.iso)" } ?? general
        }
        if let month = month(named: text), !isFull || numbers.count > 1 {
            return named(month, numbers: numbers, year: year)
        }
        switch (numbers.count, year) {
        case (3, 0):
            if let date = CivilDate(year: numbers[0], month: numbers[1], day: numbers[2]) { return "write \(date.iso)" }
        case (3, 2):
            let dayFirst = CivilDate(year: numbers[2], month: numbers[1], day: numbers[0])
            let monthFirst = CivilDate(year: numbers[2], month: numbers[0], day: numbers[1])
            // Nobody writes 12.08.2026 with the month first.
            let isSettled = text.contains(".") || dayFirst == monthFirst
            switch (dayFirst, monthFirst) {
            case (let day?, let month?) where !isSettled: return "write \(day.iso) or \(month.iso), whichever day it is"
            case (let day?, _): return "write \(day.iso)"
            case (nil, let month?): return "write \(month.iso)"
            default: break
            }
        case (2, _) where !isFull:
            let month = CalendarPeriod(iso: "\(parts[year])-\(padded(numbers[1 - year]))")
            if let month { return "write \(month.iso)" }
        default: break
        }
        return general
    }

    /// `Sep 2026`, as `2026-09`.
    static func period(named text: String) -> String? {
        let numbers = text.split { !$0.isNumber }
        guard let month = month(named: text), numbers.count == 1, numbers[0].count == 4 else { return nil }
        return "\(numbers[0])-\(padded(month))"
    }

    /// Whether a text that is no date was meant as a certain one.
    static func isMeant(_ text: String) -> Bool { text.utf8.count < 40 && hint(for: text) != general }

    private static let general = "write year, month and day, such as 2026-08-18"

    /// `2026-10-15 (v2)`, `2026-07 - 2026-08`, `Q4 2026` and `end of 2026`.
    private static func lastOfPeriod(_ text: String, isFull: Bool) -> String? {
        if isFull { return nil }
        let words = text.lowercased().split { " /,;()".contains($0) }.map(String.init)
        let periods = words.compactMap { CalendarPeriod(iso: $0) }
        if periods.count == 2, words.count == 3 { return "write \(periods[1].iso), the end of it" }
        if words.count > 1, periods.count == 1, CalendarPeriod(iso: words[0]) != nil, words[0].utf8.count > 4 {
            return "write \(periods[0].iso), the date alone"
        }
        guard let year = words.first(where: { $0.utf8.count == 4 && Int($0) != nil }) else { return nil }
        if words.count == 2, let quarter = words.first(where: { $0 != year }), quarter.utf8.count == 2,
            quarter.hasPrefix("q"), let number = Int(quarter.dropFirst()), (1...4).contains(number)
        {
            return "write \(year)-\(padded(number * 3)), the last month of the quarter"
        }
        let isEnd =
            words.last == year
            && ["end", "end of", "by end of", "the end of", "ende"].contains(words.dropLast().joined(separator: " "))
        return isEnd ? "write \(year)" : nil
    }

    /// `46326`, or with the time behind a point: what a spreadsheet has in a cell that is not formatted as a date. From 1970 to 2064.
    private static func countedDay(_ text: String) -> CivilDate? {
        let digits = text.prefix { $0 != "." }
        guard digits.utf8.count == 5, let number = Int(digits), (firstOf1970...60_000).contains(number),
            text.utf8.dropFirst(5).dropFirst().allSatisfy({ (0x30...0x39).contains($0) })
        else { return nil }
        return CivilDate(days: number - firstOf1970)
    }

    private static let firstOf1970 = 25_569

    /// `2026-10-31 00:00:00`, `2026-10-31T08:00Z`, `20261031`, `2026年10月31日` and `２０２６-１０-３１`.
    private static func dayWithin(_ text: String) -> CivilDate? {
        let plain = PlainSigns.folded(text)
        if plain.utf8.count > 10, plain.dropFirst(10).first == " " || plain.dropFirst(10).first == "T",
            plain.dropFirst(11).first?.isNumber == true, plain.contains(":")
        {
            return CivilDate(iso: String(plain.prefix(10)))
        }
        if plain.utf8.count == 8, plain.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
            return CivilDate(iso: "\(plain.prefix(4))-\(plain.dropFirst(4).prefix(2))-\(plain.suffix(2))")
        }
        let parts = plain.split { "年月日년월일. ".contains($0) }.map(String.init)
        let isEastern = plain.contains { "年년".contains($0) }
        if isEastern, parts.count == 3, let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]) {
            return CivilDate(year: year, month: month, day: day)
        }
        return plain == text ? nil : CivilDate(iso: plain)
    }

    /// `2026-02-30` and `2026-13-01` look right, but the calendar does not have them.
    private static func missingDay(_ text: String) -> String? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { Int($0) }
        guard (2...3).contains(parts.count), numbers.count == parts.count, parts[0].count == 4 else { return nil }
        guard (1...12).contains(numbers[1]) else { return "the month is a number from 01 to 12" }
        guard numbers.count == 3 else { return nil }
        let length = CivilDate.length(ofMonth: numbers[1], year: numbers[0])
        return (1...length).contains(numbers[2]) ? nil : "\(parts[0])-\(padded(numbers[1])) has \(length) days"
    }

    private static let months = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]

    private static func month(named text: String) -> Int? {
        let words = text.lowercased().split { !$0.isLetter }
        return words.lazy.compactMap { word in months.firstIndex(of: String(word.prefix(3))).map { $0 + 1 } }.first
    }

    private static func named(_ month: Int, numbers: [Int], year: Int) -> String {
        let days = numbers.indices.filter { $0 != year }
        if days.isEmpty { return "write \(numbers[year])-\(padded(month))" }
        guard days.count == 1, let date = CivilDate(year: numbers[year], month: month, day: numbers[days[0]]) else {
            return general
        }
        return "write \(date.iso)"
    }

    private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
