import Diagnostics
import Markup

/// Reads the keys of front matter as the values that they should be, and says what is wrong with each.
///
/// A value that can't be read is reported and then treated as if the key had not been given.
struct FieldReader {
    let source: SourceText
    let mapping: YAMLMapping
    private(set) var diagnostics: [Diagnostic] = []
    private var known: [String] = []

    init(source: SourceText, mapping: YAMLMapping) {
        self.source = source
        self.mapping = mapping
    }

    mutating func say(_ code: DiagnosticCode, _ range: TextRange, _ message: String, hint: String? = nil) {
        diagnostics.append(Diagnostic(code, at: Location(path: source.path, range: range), message, hint: hint))
    }

    mutating func add(_ more: [Diagnostic]) {
        diagnostics += more
    }

    /// The value of a key that has one; asking for a key makes it a known one.
    mutating func node(_ key: String) -> YAMLNode? {
        known.append(key)
        guard let value = mapping[key]?.value else { return nil }
        switch value.kind {
        case .empty, .broken: return nil
        default: return value
        }
    }

    /// Whether the key stands there at all, even with a value that could not be read.
    func has(_ key: String) -> Bool {
        guard let entry = mapping[key] else { return false }
        if case .empty = entry.value.kind { return false }
        return true
    }

    func keyRange(_ key: String) -> TextRange? { mapping[key]?.keyRange }
    func valueRange(_ key: String) -> TextRange? { mapping[key]?.value.range }

    // MARK: Texts

    mutating func scalar(_ key: String) -> (text: String, node: YAMLNode)? {
        guard let node = node(key) else { return nil }
        guard case .scalar(let text) = node.kind else {
            let found = if case .sequence = node.kind { "a list" } else { "further keys" }
            say(.wrongKind, node.range, "'\(key)' has \(found): expected one value")
            return nil
        }
        return text.isEmpty ? nil : (text, node)
    }

    mutating func text(_ key: String) -> String? { scalar(key)?.text }

    /// The texts of a list; one value is a list of one.
    mutating func scalars(_ key: String) -> [(text: String, node: YAMLNode)] {
        guard let node = node(key) else { return [] }
        switch node.kind {
        case .scalar(let text): return text.isEmpty ? [] : [(text, node)]
        case .sequence(let items):
            var texts: [(text: String, node: YAMLNode)] = []
            for item in items {
                switch item.kind {
                case .scalar(let text): if !text.isEmpty { texts.append((text, item)) }
                case .empty, .broken: break
                case .sequence, .mapping:
                    say(.wrongKind, item.range, "'\(key)' takes plain values: this is a list or has further keys")
                }
            }
            return texts
        default:
            say(.wrongKind, node.range, "'\(key)' has further keys: expected a list of values")
            return []
        }
    }

    mutating func texts(_ key: String) -> [String] { scalars(key).map(\.text) }

    // MARK: References

    mutating func reference(_ key: String) -> Reference? {
        scalar(key).map { Reference(form: .id, written: $0.text, range: $0.node.range(ofPart: 0..<$0.text.utf8.count)) }
    }

    mutating func references(_ key: String) -> [Reference] {
        scalars(key).map {
            Reference(form: .id, written: $0.text, range: $0.node.range(ofPart: 0..<$0.text.utf8.count))
        }
    }

    // MARK: Numbers, dates and choices

    mutating func number(_ key: String, in range: ClosedRange<Double>? = nil, isWhole: Bool = false) -> Double? {
        guard let (text, node) = scalar(key) else { return nil }
        let expected = Self.expectation(range, isWhole: isWhole)
        guard let number = ExactNumber.read(text) else {
            say(
                .badNumber, node.range, "'\(text)' is not a number: '\(key)' takes \(expected)",
                hint: Self.numberHint(text))
            return nil
        }
        guard range?.contains(number) ?? true, !isWhole || number == number.rounded() else {
            say(.badNumber, node.range, "\(text) is out of range: '\(key)' takes \(expected)")
            return nil
        }
        return number
    }

    static func expectation(_ range: ClosedRange<Double>?, isWhole: Bool) -> String {
        let noun = isWhole ? "a whole number" : "a number"
        guard let range else { return noun }
        if range.upperBound == .infinity { return "\(noun), \(format(range.lowerBound)) or more" }
        return "\(noun) from \(format(range.lowerBound)) to \(format(range.upperBound))"
    }

    private static func format(_ number: Double) -> String {
        number == number.rounded() ? String(Int(number)) : String(number)
    }

    /// What an author may have meant: `75%`, `1,5`, `~20`.
    static func numberHint(_ text: String) -> String? {
        let point = text.replacing(",", with: ".")
        if ExactNumber.read(point) != nil { return "write \(point), with a point for the decimal" }
        let digits = String(text.filter { $0.isASCII && ($0.isNumber || $0 == "." || $0 == "-") })
        return ExactNumber.read(digits) == nil ? nil : "write \(digits), the number alone"
    }

    mutating func date(_ key: String) -> CalendarPeriod? {
        guard let (text, node) = scalar(key) else { return nil }
        if let period = CalendarPeriod(iso: text) { return period }
        say(
            .badDate, node.range, "'\(text)' is not a date: '\(key)' takes one such as 2026-08-18, 2026-08 or 2026",
            hint: DateHint.hint(for: text))
        return nil
    }

    mutating func choice<Choice: RawRepresentable & CaseIterable>(_ key: String, _: Choice.Type) -> Choice?
    where Choice.RawValue == String {
        guard let (text, node) = scalar(key) else { return nil }
        if let choice = Choice(rawValue: text) { return choice }
        wrongValue(text, at: node.range, of: key, expected: Choice.allCases.map(\.rawValue))
        return nil
    }

    mutating func wrongValue(_ text: String, at range: TextRange, of key: String, expected: [String]) {
        let list = expected.joined(separator: ", ")
        say(
            .wrongValue, range,
            "'\(text)' is not a value of '\(key)': it takes \(expected.count > 1 ? "one of " : "")\(list)",
            hint: NearestName.hint(for: text, among: expected))
    }

    mutating func rhythm(_ key: String) -> ReviewRhythm? {
        guard let (text, node) = scalar(key) else { return nil }
        if let rhythm = ReviewRhythm(text) { return rhythm }
        let names = ReviewRhythm.names.map(\.name)
        say(
            .wrongValue, node.range,
            "'\(text)' is not a rhythm: '\(key)' takes \(names.joined(separator: ", ")), or one such as '6 weeks'",
            hint: NearestName.hint(for: text, among: names))
        return nil
    }

    // MARK: The rest

    mutating func require(_ key: String, of kind: String) {
        known.append(key)
        guard !has(key) else { return }
        // A key without a value is shown where it stands, a missing one at the top of the front matter.
        let range = keyRange(key) ?? mapping.entries.first.map { $0.keyRange } ?? 0..<min(3, source.bytes.count)
        let expected = keyRange(key) == nil ? "'\(key)' is missing" : "'\(key)' has no value"
        // A mistyped key is reported once, as what it was meant to be.
        if keyRange(key) == nil, let typo = mistyped(key) {
            say(
                .missingKey, typo.keyRange,
                "'\(typo.key)' is not a key of \(kind), and '\(key)' is missing: \(kind) needs it",
                hint: "did you mean '\(key)'?")
            known.append(typo.key)
            return
        }
        say(.missingKey, range, "\(expected): \(kind) needs it")
    }

    private func mistyped(_ key: String) -> YAMLMapping.Entry? {
        mapping.entries.first { !known.contains($0.key) && NearestName.nearest(to: $0.key, among: [key]) != nil }
    }

    /// Warns about every key that nobody asked for.
    mutating func finish(kind: String) {
        for entry in mapping.entries where !known.contains(entry.key) {
            say(
                .unknownKey, entry.keyRange, "'\(entry.key)' is not a key of \(kind), so it is not read",
                hint: NearestName.hint(for: entry.key, among: known))
        }
    }
}

/// Dates written in other ways than ISO's.
enum DateHint {
    static func hint(for text: String) -> String {
        let parts = text.split { !$0.isNumber }.map(String.init)
        let numbers = parts.compactMap { Int($0) }
        if numbers.count == 3, parts[0].count == 4,
            let date = CivilDate(year: numbers[0], month: numbers[1], day: numbers[2])
        {
            return "write \(date.iso)"
        }
        if numbers.count == 3, parts[2].count == 4, numbers[0] > 12 || numbers[0] == numbers[1],
            let date = CivilDate(year: numbers[2], month: numbers[1], day: numbers[0])
        {
            return "write \(date.iso)"
        }
        return "write year, month and day: 2026-08-18"
    }
}
