import Diagnostics

/// A text of the interface, cut at its `{names}` and its bars once, so that filling it in is only joining.
///
/// A class, as are its forms: a value would count all of its parts whenever it is looked up.
final class Phrase: Sendable {
    /// One form, cut at its names.
    private final class Form: Sendable {
        /// All that stands around the names.
        let bytes: [UInt8]
        /// Each name, and how much of the bytes stands before it.
        let gaps: [(end: Int, name: String)]
        /// Of a form without names: itself.
        let text: String?

        init(_ form: Substring) {
            // By bytes: the signs are of ASCII, and there are hundreds of texts to go through before anything is written.
            let all = form.utf8.withContiguousStorageIfAvailable { Array($0) } ?? Array(form.utf8)
            var bytes: [UInt8] = []
            var gaps: [(end: Int, name: String)] = []
            var rest = all[...]
            while let start = rest.firstIndex(of: UInt8(ascii: "{")),
                let end = rest[start...].firstIndex(of: UInt8(ascii: "}"))
            {
                bytes += rest[..<start]
                gaps.append((bytes.count, String(decoding: rest[(start + 1)..<end], as: UTF8.self)))
                rest = rest[(end + 1)...]
            }
            text = gaps.isEmpty ? String(form) : nil
            self.bytes = gaps.isEmpty ? [] : bytes + rest
            self.gaps = gaps
        }
    }

    /// As it was written.
    let text: String
    /// One for each category of the language, in their order; or one that all numbers share.
    private let forms: [Form]
    /// The last of these, which stands for those that there are not.
    private let usual: Form
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
                exact.append((number, Form(form.text)))
            } else {
                forms.append(Form(form.text))
            }
        }
        self.forms = forms
        usual = forms.last ?? Form("")
        self.exact = exact
    }

    func filled(with values: KeyValuePairs<String, String>) -> String { Self.join(usual, values) }

    func filled(for number: Int, with values: some Sequence<(key: String, value: String)>) -> String {
        if !exact.isEmpty, let form = exact.first(where: { $0.number == number })?.form {
            return Self.join(form, values)
        }
        guard forms.count > 1, let place = rule.categories.firstIndex(of: rule.category(of: number)),
            place < forms.count
        else { return Self.join(usual, values) }
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

    /// Without the spaces at its ends.
    static func trimmed(_ text: Substring) -> Substring {
        var bytes = text.utf8
        while bytes.first == UInt8(ascii: " ") { bytes.removeFirst() }
        while bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
        return Substring(bytes)
    }
}

// MARK: As it is written

extension Phrase {
    /// What stands between bars; a text without one is kept as it is, the spaces at its ends too.
    static func forms(of text: String) -> [(number: Int?, text: Substring)] {
        guard text.withBytes({ $0.contains(UInt8(ascii: "|")) }) else { return [(nil, text[...])] }
        return text.utf8.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false).map { bytes in
            let form = trimmed(Substring(bytes))
            guard form.utf8.first == UInt8(ascii: "="), let space = form.firstIndex(of: " "),
                let number = Int(form[form.index(after: form.startIndex)..<space])
            else { return (nil, form) }
            return (number, form[form.index(after: space)...])
        }
    }

    /// The `{names}` of a text, in order, each once.
    static func names(in text: String) -> [String] {
        Set(Form(text[...]).gaps.map(\.name)).sorted()
    }
}
