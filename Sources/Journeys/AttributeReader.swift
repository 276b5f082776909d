import Diagnostics
import Markup

/// Reads the attributes of a heading, a quote or an entry as the values that they should be.
struct AttributeReader {
    let list: AttributeList?
    private let path: String
    private(set) var diagnostics: [Diagnostic] = []
    private var known: [String] = []

    init(_ list: AttributeList?, in source: SourceText) {
        self.list = list
        path = source.path
    }

    private mutating func say(_ code: DiagnosticCode, _ range: TextRange, _ message: String, hint: String? = nil) {
        diagnostics.append(Diagnostic(code, at: Location(path: path, range: range), message, hint: hint))
    }

    /// The value of a key: the first, where it is given twice.
    private mutating func pair(_ key: String) -> AttributeList.Pair? {
        guard let list else { return nil }
        if known.isEmpty { known.reserveCapacity(8) }
        known.append(key)
        let pairs = list.pairs
        var place = 0
        while place < pairs.count, pairs[place].key.text != key { place += 1 }
        if place == pairs.count { return nil }
        let pair = pairs[place]
        for again in (place + 1)..<pairs.count where pairs[again].key.text == key {
            say(.badAttribute, pairs[again].key.range, "'\(key)' is given twice: the first is kept")
        }
        if pair.value.text.isEmpty {
            say(.badAttribute, pair.key.range, "'\(key)' has no value")
            return nil
        }
        if !pair.value.text.isASCII, let curly = pair.value.text.unicodeScalars.first(where: Self.curlyQuotes.contains)
        {
            say(
                .badAttribute, pair.value.range, "curly quotes (\(curly)) do not quote a value here",
                hint: "write \(key)=\"…\" with straight quotes")
            return nil
        }
        return pair
    }

    private static let curlyQuotes: [Unicode.Scalar] = [
        "\u{201C}", "\u{201D}", "\u{201E}", "\u{2018}", "\u{00AB}", "\u{00BB}",
    ]

    mutating func id() -> AttributeList.Word? {
        guard let list else { return nil }
        for again in list.ids.indices.dropFirst() {
            say(
                .badAttribute, list.ids[again].range,
                "a second id, '\(list.ids[again].text)': one is enough, and the first is kept")
        }
        return list.ids.first
    }

    /// Whether the class is there; every other class is warned about.
    mutating func hasClass(_ name: String?) -> Bool {
        guard let list else { return false }
        for word in list.classes where word.text != name {
            let isAssessed = list.pairs.contains { $0.key.text == "severity" }
            let severity = isAssessed ? nil : WrittenSeverity.words[word.text.lowercased()]
            say(
                .unknownClass, word.range, "the class '\(word.text)' means nothing here",
                hint: name.flatMap { NearestName.hint(for: word.text, among: [$0]) }
                    ?? name.flatMap { Self.truths.contains(word.text.lowercased()) ? "did you mean '\($0)'?" : nil }
                    ?? severity.map { "how bad it is stands as severity=\($0)" })
        }
        return list.classes.contains { $0.text == name }
    }

    private static let truths: Set<String> = ["mot", "truth", "moment", "key-moment", "moments-of-truth"]

    mutating func references(_ key: String) -> [Reference] {
        guard let pair = pair(key) else { return [] }
        // Most often it is one id.
        if pair.value.text.withBytes({ $0.allSatisfy { $0 != UInt8(ascii: ",") && $0 != 0x20 && $0 < 0x80 } }) {
            return [Reference(form: .id, written: pair.value.text, range: pair.value.range)]
        }
        // The text and its place are of one length, unless the place is only known roughly.
        let isExact = pair.value.range.count == pair.value.text.utf8.count
        return CommaList(pair.value.text).parts.map {
            Reference(form: .id, written: $0.text, range: isExact ? pair.value.range.part($0.range) : pair.value.range)
        }
    }

    /// Of a key that takes one id.
    mutating func reference(_ key: String) -> Reference? {
        let all = references(key)
        if all.count > 1 {
            say(
                .badAttribute, all[1].range, "'\(key)' takes one id, not several: the first is kept",
                hint: "write an entry for each, or leave out '\(key)' where it holds for all")
        }
        return all.first
    }

    mutating func text(_ key: String) -> String? { pair(key)?.value.text }

    mutating func number(_ key: String, in range: ClosedRange<Double>, isWhole: Bool = false) -> Double? {
        guard let pair = pair(key) else { return nil }
        let text = pair.value.text
        // Only where it is told: most numbers are right.
        func expected() -> String { FieldReader.expectation(range, isWhole: isWhole) }
        guard let number = ExactNumber.read(text), !isWhole || number == number.rounded() else {
            let hint =
                text.hasSuffix(",") || text.hasSuffix(";") || text.contains("=")
                ? "attributes are separated by spaces alone"
                : NumberHint.hint(for: text, in: range, isWhole: isWhole)
            say(
                .badAttribute, pair.value.range, "'\(text)' is not a value of '\(key)': it takes \(expected())",
                hint: hint)
            return nil
        }
        guard range.contains(number) else {
            say(
                .badAttribute, pair.value.range, "\(text) is out of range: '\(key)' takes \(expected())",
                hint: NumberHint.hint(for: text, in: range, isWhole: isWhole))
            return nil
        }
        return number
    }

    mutating func date(_ key: String) -> CalendarPeriod? {
        guard let pair = pair(key) else { return nil }
        if let period = CalendarPeriod(iso: pair.value.text) { return period }
        say(
            .badDate, pair.value.range,
            "'\(pair.value.text)' is not a date: '\(key)' takes one such as 2026-08-18, 2026-08 or 2026",
            hint: DateHint.hint(for: pair.value.text))
        return nil
    }

    mutating func choice<Choice: RawRepresentable & CaseIterable>(_ key: String, _: Choice.Type) -> Choice?
    where Choice.RawValue == String {
        guard let pair = pair(key) else { return nil }
        if let choice = Choice(rawValue: pair.value.text) { return choice }
        let names = Choice.allCases.map(\.rawValue)
        say(
            .badAttribute, pair.value.range,
            "'\(pair.value.text)' is not a value of '\(key)': it takes one of \(names.joined(separator: ", "))",
            hint: OtherNames.value(for: pair.value.text, among: names).map { "did you mean '\($0)'?" }
                ?? NearestName.hint(for: pair.value.text, among: names))
        return nil
    }

    /// Warns about every key that nobody asked for.
    mutating func finish(on what: String) {
        guard let list else { return }
        for pair in list.pairs where !known.contains(pair.key.text) {
            let names = known.isEmpty ? "none are" : known.joined(separator: ", ") + (known.count == 1 ? " is" : " are")
            say(
                .unknownAttribute, pair.key.range, "'\(pair.key.text)' is not read on \(what)",
                hint: pair.key.text == "id"
                    ? "write #\(pair.value.text)"
                    : NearestName.hint(for: pair.key.text, among: known)
                        ?? OtherNames.attribute(for: pair.key.text, among: known).map { "did you mean '\($0)'?" }
                        ?? "of attributes, \(names) read here")
        }
    }
}
