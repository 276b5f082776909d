import Diagnostics
import Markup

/// How often something is due: a review, or a metric's next value.
package struct ReviewRhythm: Hashable, Sendable {
    /// At least 1.
    package let days: Int
    /// As it was written: `quarterly`, `6 weeks`.
    package let text: String

    package static let quarterly = ReviewRhythm(days: 92, text: "quarterly")
    package static let monthly = ReviewRhythm(days: 31, text: "monthly")

    package static let names: [(name: String, days: Int)] = [
        ("daily", 1), ("weekly", 7), ("monthly", 31), ("quarterly", 92), ("half-yearly", 183), ("yearly", 366),
    ]

    private init(days: Int, text: String) {
        self.days = days
        self.text = text
    }

    /// Reads a name, or "N days", "N weeks" or "N months" (31 days each), N from 1 to 9999.
    package init?(_ text: String) {
        let lowered = text.lowercased()
        if let named = Self.names.first(where: { $0.name == lowered }) {
            self.init(days: named.days, text: named.name)
            return
        }
        let parts = lowered.split(separator: " ")
        guard parts.count == 2, parts[0].utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let count = Int(parts[0]), (1...9999).contains(count)
        else { return nil }
        let unit: Int
        switch parts[1] {
        case "day", "days": unit = 1
        case "week", "weeks": unit = 7
        case "month", "months": unit = 31
        default: return nil
        }
        self.init(days: count * unit, text: "\(count) \(parts[1])")
    }
}

extension ReviewRhythm {
    private static let otherNames = [
        "annually": "yearly", "annual": "yearly", "every year": "yearly", "biannually": "half-yearly",
        "semi-annually": "half-yearly",
        "semi-annual": "half-yearly", "biweekly": "2 weeks", "fortnightly": "2 weeks", "every month": "monthly",
        "every quarter": "quarterly", "every week": "weekly", "every day": "daily", "bimonthly": "2 months",
        "täglich": "daily", "wöchentlich": "weekly", "monatlich": "monthly", "vierteljährlich": "quarterly",
        "quartalsweise": "quarterly", "halbjährlich": "half-yearly", "jährlich": "yearly",
        "jede woche": "weekly", "jeden monat": "monthly", "jedes quartal": "quarterly", "jedes halbjahr": "half-yearly",
        "jedes jahr": "yearly", "once a week": "weekly", "once a month": "monthly", "once a quarter": "quarterly",
        "once a year": "yearly",
    ]

    private static let germanUnits = [
        "tag": "day", "tage": "days", "tagen": "days", "woche": "week", "wochen": "weeks", "monat": "month",
        "monate": "months", "monaten": "months", "jahr": "year", "jahre": "years",
    ]

    /// What was most likely meant by a text that is no rhythm: `every 3 months`, `6weeks`, `2 years`, `annually`.
    static func meant(by text: String) -> String? {
        let words = PlainSigns.folded(text).lowercased()
        if let name = otherNames[words] { return name }
        let rest =
            words.hasPrefix("every ")
            ? words.dropFirst(6) : words.hasPrefix("alle ") ? words.dropFirst(5) : words[...]
        let digits = rest.prefix { $0.isNumber }
        let written = String(rest.dropFirst(digits.count).drop { $0 == " " || $0 == "-" })
        let unit = germanUnits[written] ?? written
        guard let count = Int(digits), (1...400).contains(count) else { return nil }
        if unit == "year" || unit == "years" { return count == 1 ? "yearly" : "\(count * 12) months" }
        if unit.isEmpty { return count > 1 ? "'\(count) days', if these are days" : nil }
        return ReviewRhythm("\(count) \(unit)").map { "'\($0.text)'" }
    }
}

extension ReviewRhythm: Packed {
    package func pack(into pack: inout PackWriter) {
        pack.number(days)
        pack.text(text)
    }

    package init(from pack: inout PackReader) { self.init(days: max(1, pack.number()), text: pack.text()) }
}
