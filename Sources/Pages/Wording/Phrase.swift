import Diagnostics

/// A text of the interface, cut at its `{names}` and its bars once, so that filling it in is only joining.
struct Phrase: Sendable {
    /// One form, cut at its names.
    private struct Form: Sendable {
        /// All that stands around the names.
        var bytes: [UInt8] = []
        /// Each name, and how much of the bytes stands before it.
        var gaps: [(end: Int, name: String)] = []
        /// Of a form without names: itself.
        var text: String?
    }

    /// As it was written.
    let text: String
    /// One for each category of the language, in their order; or one that all numbers share.
    private let forms: [Form]
    /// Those for a number and no other, such as `=0 none`.
    private let exact: [(number: Int, form: Form)]
    private let rule: PluralRule

    init(_ text: String, rule: PluralRule = .oneOther) {
        self.text = text
        self.rule = rule
        var forms: [Form] = []
        var exact: [(number: Int, form: Form)] = []
        for form in Self.forms(of: text) {
            if let number = form.number {
                exact.append((number, Self.form(of: form.text)))
            } else {
                forms.append(Self.form(of: form.text))
            }
        }
        self.forms = forms
        self.exact = exact
    }

    func filled(with values: KeyValuePairs<String, String>) -> String { Self.join(forms.last ?? Form(), values) }

    func filled(for number: Int, with values: some Sequence<(key: String, value: String)>) -> String {
        if !exact.isEmpty, let form = exact.first(where: { $0.number == number })?.form {
            return Self.join(form, values)
        }
        guard forms.count > 1, let place = rule.categories.firstIndex(of: rule.category(of: number)),
            place < forms.count
        else { return Self.join(forms.last ?? Form(), values) }
        return Self.join(forms[place], values)
    }

    private static func join(_ form: Form, _ values: some Sequence<(key: String, value: String)>) -> String {
        if let text = form.text { return text }
        // All of it at once: to append to a text part by part would take three times as long.
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: shortText) { bytes in
            var end = 0
            form.bytes.withUnsafeBufferPointer { text in
                var start = 0
                for gap in form.gaps {
                    copy(UnsafeBufferPointer(rebasing: text[start..<gap.end]), into: bytes, at: &end)
                    start = gap.end
                    let value = value(named: gap.name, among: values)
                    value.withBytes { copy($0, into: bytes, at: &end) }
                }
                copy(UnsafeBufferPointer(rebasing: text[start...]), into: bytes, at: &end)
            }
            guard end <= bytes.count else { return joinLong(form, values) }
            return String(decoding: UnsafeBufferPointer(rebasing: bytes[..<end]), as: UTF8.self)
        }
    }

    /// In bytes: what nearly all filled phrases fit into.
    private static let shortText = 512

    private static func value(named name: String, among values: some Sequence<(key: String, value: String)>) -> String {
        for (key, value) in values where key == name { return value }
        return "{\(name)}"
    }

    /// Copies what there is room for, and counts all of it.
    private static func copy(
        _ text: UnsafeBufferPointer<UInt8>, into bytes: UnsafeMutableBufferPointer<UInt8>, at end: inout Int
    ) {
        if end + text.count <= bytes.count, let start = bytes.baseAddress, let first = text.baseAddress {
            (start + end).update(from: first, count: text.count)
        }
        end += text.count
    }

    private static func joinLong(_ form: Form, _ values: some Sequence<(key: String, value: String)>) -> String {
        var joined: [UInt8] = []
        var start = 0
        for gap in form.gaps {
            joined += form.bytes[start..<gap.end]
            joined += value(named: gap.name, among: values).utf8
            start = gap.end
        }
        return String(decoding: joined + form.bytes[start...], as: UTF8.self)
    }

    private static func form(of text: Substring) -> Form {
        var form = Form()
        var rest = text
        // By bytes: the signs are of ASCII, and there are hundreds of texts to go through before anything is written.
        while let start = rest.utf8.firstIndex(of: UInt8(ascii: "{")),
            let end = rest.utf8[start...].firstIndex(of: UInt8(ascii: "}"))
        {
            form.bytes += rest[..<start].utf8
            form.gaps.append((form.bytes.count, String(rest[rest.utf8.index(after: start)..<end])))
            rest = rest[rest.utf8.index(after: end)...]
        }
        form.bytes += rest.utf8
        if form.gaps.isEmpty { form.text = String(text) }
        return form
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
        guard text.withBytes({ $0.contains(UInt8(ascii: "|")) }) else { return [(nil, text[...])] }
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
        Set(form(of: text[...]).gaps.map(\.name)).sorted()
    }
}
