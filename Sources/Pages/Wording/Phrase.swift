/// A text of the interface, cut at its `{names}` and its bars once, so that filling it in is only joining.
struct Phrase: Sendable {
    private enum Part: Sendable {
        case text(String)
        case value(String)
    }

    /// As it was written.
    let text: String
    /// One for each category of the language, in their order; or one that all numbers share.
    private let forms: [[Part]]
    /// Those for a number and no other, such as `=0 none`.
    private let exact: [(number: Int, parts: [Part])]
    private let rule: PluralRule

    init(_ text: String, rule: PluralRule = .oneOther) {
        self.text = text
        self.rule = rule
        var forms: [[Part]] = []
        var exact: [(number: Int, parts: [Part])] = []
        for form in Self.forms(of: text) {
            if let number = form.number {
                exact.append((number, Self.parts(of: form.text)))
            } else {
                forms.append(Self.parts(of: form.text))
            }
        }
        self.forms = forms
        self.exact = exact
    }

    func filled(with values: KeyValuePairs<String, String>) -> String { Self.join(forms.last ?? [], values) }

    func filled(for number: Int, with values: some Sequence<(key: String, value: String)>) -> String {
        if !exact.isEmpty, let parts = exact.first(where: { $0.number == number })?.parts {
            return Self.join(parts, values)
        }
        guard forms.count > 1, let place = rule.categories.firstIndex(of: rule.category(of: number)),
            place < forms.count
        else { return Self.join(forms.last ?? [], values) }
        return Self.join(forms[place], values)
    }

    private static func join(_ parts: [Part], _ values: some Sequence<(key: String, value: String)>) -> String {
        if parts.count == 1, case .text(let text) = parts[0] { return text }
        // All of them at once: to append them to a text one by one would take three times as long.
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: shortText) { bytes in
            var end = 0
            for part in parts {
                switch part {
                case .text(let text): copy(text, into: bytes, at: &end)
                case .value(let name):
                    guard let value = values.first(where: { $0.key == name })?.value else {
                        copy("{\(name)}", into: bytes, at: &end)
                        continue
                    }
                    copy(value, into: bytes, at: &end)
                }
            }
            guard end <= bytes.count else { return joinLong(parts, values) }
            return String(decoding: bytes[..<end], as: UTF8.self)
        }
    }

    /// In bytes: what nearly all filled phrases fit into.
    private static let shortText = 512

    /// Copies what there is room for, and counts all of it.
    private static func copy(_ text: String, into bytes: UnsafeMutableBufferPointer<UInt8>, at end: inout Int) {
        let count = text.utf8.count
        if end + count <= bytes.count {
            _ = bytes[end...].initialize(fromContentsOf: text.utf8)
        }
        end += count
    }

    private static func joinLong(_ parts: [Part], _ values: some Sequence<(key: String, value: String)>) -> String {
        parts.reduce(into: "") { joined, part in
            switch part {
            case .text(let text): joined += text
            case .value(let name): joined += values.first { $0.key == name }?.value ?? "{\(name)}"
            }
        }
    }

    private static func parts(of text: Substring) -> [Part] {
        var parts: [Part] = []
        var rest = text
        while let start = rest.firstIndex(of: "{"), let end = rest[start...].firstIndex(of: "}") {
            if start > rest.startIndex { parts.append(.text(String(rest[..<start]))) }
            parts.append(.value(String(rest[rest.index(after: start)..<end])))
            rest = rest[rest.index(after: end)...]
        }
        if !rest.isEmpty { parts.append(.text(String(rest))) }
        return parts
    }

    static func trimmed(_ text: Substring) -> Substring {
        var text = text
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        return text
    }
}

// MARK: As it is written

extension Phrase {
    /// What stands between bars; a text without one is kept as it is, the spaces at its ends too.
    static func forms(of text: String) -> [(number: Int?, text: Substring)] {
        guard text.contains("|") else { return [(nil, text[...])] }
        return text.split(separator: "|", omittingEmptySubsequences: false).map { form in
            let form = trimmed(form)
            guard form.first == "=", let space = form.firstIndex(of: " "),
                let number = Int(form[form.index(after: form.startIndex)..<space])
            else { return (nil, form) }
            return (number, form[form.index(after: space)...])
        }
    }

    /// The `{names}` of a text, in order, each once.
    static func names(in text: String) -> [String] {
        var names: Set<String> = []
        for case .value(let name) in parts(of: text[...]) { names.insert(name) }
        return names.sorted()
    }
}
