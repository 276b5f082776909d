import Diagnostics
import Markup

/// Reads the keys of front matter as the values that they should be, and says what is wrong with each.
///
/// A value that can't be read is reported and then treated as if the key had not been given.
struct FieldReader {
    let source: SourceText
    let mapping: YAMLMapping
    private(set) var diagnostics: [Diagnostic] = []
    /// The keys that were asked for.
    private(set) var known: [String] = []
    /// Of each entry, whether it was asked for, and how many were.
    private var isKnown: [Bool]
    private var knownEntries = 0

    /// Where a missing key is reported: the line of `---` that opens front matter, or the entry of a list.
    private let opening: TextRange?

    init(source: SourceText, mapping: YAMLMapping, opening: TextRange? = nil) {
        self.source = source
        self.mapping = mapping
        self.opening = opening
        isKnown = Array(repeating: false, count: mapping.entries.count)
        known.reserveCapacity(16)
    }

    mutating func say(_ code: DiagnosticCode, _ range: TextRange, _ message: String, hint: String? = nil) {
        diagnostics.append(Diagnostic(code, at: Location(path: source.path, range: range), message, hint: hint))
    }

    mutating func add(_ more: [Diagnostic]) {
        diagnostics += more
    }

    /// The value of a key that has one; asking for a key makes it a known one.
    mutating func node(_ key: String) -> YAMLNode? {
        let place = mapping.place(of: key)
        let isAskedAgain = place.map { isKnown[$0] } ?? false
        know(key, at: place)
        guard let place else { return nil }
        let value = mapping.entries[place].value
        switch value.kind {
        case .empty:
            sayIfCommented(value, key: key)
            return nil
        case .broken: return nil
        default:
            if !isAskedAgain { warnOfComment(behind: value, of: key) }
            return value
        }
    }

    /// A key that is not there may be noted more than once, which makes no difference to what is near it.
    private mutating func know(_ key: String, at place: Int?) {
        if let place {
            if isKnown[place] { return }
            isKnown[place] = true
            knownEntries += 1
        }
        known.append(key)
    }

    /// Whether the key has a value at all, even one that could not be read.
    func has(_ key: String) -> Bool {
        guard let value = mapping[key]?.value else { return false }
        switch value.kind {
        case .empty: return commented(value) != nil
        case .scalar(let text): return !text.isBlank
        default: return true
        }
    }

    /// Whether the key was given, or mistyped: what is missing with it is no mistake of its own.
    func isMeant(_ key: String) -> Bool { has(key) || mistyped(key) != nil }

    func keyRange(_ key: String) -> TextRange? { mapping[key]?.keyRange }
    func valueRange(_ key: String) -> TextRange? { mapping[key]?.value.range }

    // MARK: Texts

    mutating func scalar(_ key: String) -> (text: String, node: YAMLNode)? {
        guard let node = node(key) else { return nil }
        guard case .scalar(let text) = node.kind else {
            let found = if case .sequence = node.kind { "a list" } else { "further keys" }
            let only = Self.plainName(in: node).map { "write \(key): \($0)" }
            say(.wrongKind, node.range, "'\(key)' has \(found): expected one value", hint: only)
            return nil
        }
        return text.isBlank ? nil : withoutWikiSigns(text, node, of: key) ?? (text, node.inner(text))
    }

    mutating func text(_ key: String) -> String? {
        guard let (text, node) = scalar(key) else { return nil }
        warnOfCurlyQuotes(around: text, node, of: key)
        return text
    }

    /// Where a key has a text of no letters: `""`.
    func emptyText(_ key: String) -> TextRange? {
        guard let value = mapping[key]?.value, case .scalar(let text) = value.kind, text.isEmpty else { return nil }
        return value.range
    }

    /// The texts of a list; one value is a list of one.
    mutating func scalars(_ key: String) -> [(text: String, node: YAMLNode)] {
        guard let node = node(key) else { return [] }
        switch node.kind {
        case .scalar(let text): return text.isEmpty ? [] : unspacedEntries(of: node) ?? [(text, node.inner(text))]
        case .sequence(let items):
            var texts: [(text: String, node: YAMLNode)] = []
            for item in items {
                switch item.kind {
                case .scalar(let text):
                    warnOfComment(behind: item, of: key)
                    if !text.isEmpty { texts += unspacedEntries(of: item) ?? [(text, item.inner(text))] }
                case .empty: sayIfCommented(item, key: key)
                case .broken: break
                case .sequence:
                    say(
                        .wrongKind, item.range, "'\(key)' takes plain values: this is a list in the list",
                        hint: Self.plainName(in: item).map { "write \($0), without brackets of its own" })
                case .mapping:
                    say(
                        .wrongKind, item.range, "'\(key)' takes plain values: this is a key with a value of its own",
                        hint: "a text with a colon in it needs quotes around it")
                }
            }
            return texts
        default:
            say(
                .wrongKind, node.range, "'\(key)' has further keys: expected a list of values",
                hint: Self.bareKeys(of: node).map { "write \(key): [\($0.joined(separator: ", "))]" })
            return []
        }
    }

    // MARK: Numbers, dates and choices

    /// - Parameter unit: what the number counts, by which hints convert what was written.
    mutating func number(
        _ key: String, in range: ClosedRange<Double>? = nil, isWhole: Bool = false, unit: NumberHint.Unit = .plain
    ) -> Double? {
        guard let (text, node) = scalar(key) else { return nil }
        // Only where it is told: most numbers are right.
        func expected() -> String { Self.expectation(range, isWhole: isWhole) }
        guard let number = ExactNumber.read(text) else {
            say(
                .badNumber, node.range, "'\(text)' is not a number: '\(key)' takes \(expected())",
                hint: NumberHint.hint(for: text, in: range, isWhole: isWhole, unit: unit))
            return nil
        }
        guard !isWhole || number == number.rounded() else {
            say(.badNumber, node.range, "\(text) is not a whole number: '\(key)' takes \(expected())")
            return nil
        }
        guard range?.contains(number) ?? true else {
            say(
                .badNumber, node.range, "\(text) is out of range: '\(key)' takes \(expected())",
                hint: NumberHint.hint(for: text, in: range, isWhole: isWhole))
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
            hint: OtherNames.value(for: text, among: expected).map { "did you mean '\($0)'?" }
                ?? NearestName.hint(for: text, among: expected))
    }

    mutating func rhythm(_ key: String) -> ReviewRhythm? {
        guard let (text, node) = scalar(key) else { return nil }
        if let rhythm = ReviewRhythm(text) { return rhythm }
        let names = ReviewRhythm.names.map(\.name)
        let meant = ReviewRhythm.meant(by: text)
        say(
            .wrongValue, node.range,
            "'\(text)' is not a rhythm: '\(key)' takes \(names.joined(separator: ", ")), or one such as '6 weeks'",
            hint: meant.map { "write \($0)" } ?? NearestName.hint(for: text, among: names))
        return nil
    }

    // MARK: The rest

    /// Says that a key is missing; one that is mistyped is reported once, as what it was meant to be.
    ///
    /// Asked for last, when all other keys are known.
    mutating func require(_ key: String, of kind: String) {
        know(key, at: mapping.place(of: key))
        guard !has(key) else { return }
        if sayMistyped(key, of: kind, "'\(key)' is missing: \(kind) needs it") { return }
        if let place = keyRange(key) {
            return say(.missingKey, place, "'\(key)' has no value: \(kind) needs it")
        }
        let place = opening ?? mapping.entries.first?.keyRange ?? 0..<0
        say(.missingKey, place, "'\(key)' is missing: \(kind) needs it", hint: "add a line of '\(key): …'")
    }

    /// Says which of several keys are missing, in one message.
    mutating func require(_ keys: [String], of kind: String) {
        let missing = keys.filter { !isMeant($0) && keyRange($0) == nil }
        guard missing.count > 1 else {
            for key in keys { require(key, of: kind) }
            return
        }
        for key in keys where !missing.contains(key) { require(key, of: kind) }
        let names = missing.map { "'\($0)'" }.joined(separator: ", ")
        let place = opening ?? mapping.entries.first?.keyRange ?? 0..<0
        say(.missingKey, place, "\(names) are missing: \(kind) needs them")
    }

    /// Reports a key that stands in place of one that is needed, with the code of what is missing.
    mutating func sayMistyped(
        _ key: String, of kind: String, _ consequence: String, code: DiagnosticCode = .missingKey
    ) -> Bool {
        guard let typo = mistyped(key) else { return false }
        say(
            code, typo.keyRange, "'\(typo.key)' is not a key of \(kind), and \(consequence)",
            hint: "did you mean '\(key)'?")
        if let place = mapping.place(of: typo.key), !isKnown[place] {
            isKnown[place] = true
            knownEntries += 1
        }
        return true
    }

    func mistyped(_ key: String) -> YAMLMapping.Entry? {
        // In nearly every file all keys are known: then there is none to compare.
        if knownEntries == mapping.entries.count || mapping.place(of: key) != nil { return nil }
        let unknown = mapping.entries.indices.lazy.filter { !isKnown[$0] }.prefix(100).map { mapping.entries[$0] }
        return unknown.first { NearestName.nearest(to: $0.key, among: [key]) != nil }
            ?? unknown.first { OtherNames.name($0.key, means: key) && nearest(to: $0.key) == nil }
    }

    private func nearest(to key: String) -> String? { NearestName.nearest(to: key, among: known) }

    /// Warns about every key that nobody asked for.
    mutating func finish(kind: String) {
        if knownEntries == mapping.entries.count { return }
        // A file with hundreds of unknown keys is no front matter: near names would take longer than they help.
        var hints = 100
        for (place, entry) in mapping.entries.enumerated() where !isKnown[place] {
            // A line that could not be read may hold no key at all: that has been said.
            if entry.value.isBroken { continue }
            hints -= 1
            let meant = hints < 0 ? nil : nearest(to: entry.key) ?? OtherNames.key(for: entry.key, among: known)
            say(
                .unknownKey, entry.keyRange, "'\(entry.key)' is not a key of \(kind), so it is not read",
                hint: OtherNames.hint(forKey: entry.key, of: kind) ?? meant.map { "did you mean '\($0)'?" })
        }
    }
}

extension YAMLNode {
    /// The same value without its quotes, as far as the file says it as the text does.
    func inner(_ text: String) -> YAMLNode { YAMLNode(kind: kind, range: range(ofPart: 0..<text.utf8.count)) }
}

extension String {
    /// Whether nobody could read anything in it.
    fileprivate var isBlank: Bool {
        // Nearly every value starts with a letter or a digit.
        if let first = utf8.first, first > 0x20, first < 0x80 { return false }
        return unicodeScalars.allSatisfy {
            $0 == " " || $0 == "\t" || PlainSigns.isBlank($0) || PlainSigns.isInvisible($0)
        }
    }
}
