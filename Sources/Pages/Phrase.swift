/// A text of the interface, cut at its `{names}` once, so that filling it in is only joining.
struct Phrase: Sendable {
    private enum Part: Sendable {
        case text(String)
        case value(String)
    }

    /// As it was written.
    let text: String
    /// "1 journey" and "12 journeys" stand in one text, with a bar between them; otherwise the two are the same.
    private let one: [Part]
    private let many: [Part]
    private let whole: [Part]

    init(_ text: String) {
        self.text = text
        whole = Self.parts(of: text[...])
        let forms = text.split(separator: "|", omittingEmptySubsequences: false)
        one = Self.parts(of: Self.trimmed(forms.first ?? ""))
        many = Self.parts(of: Self.trimmed(forms.last ?? ""))
    }

    func filled(with values: KeyValuePairs<String, String>) -> String { Self.join(whole, values) }

    func filled(for number: Int, with values: KeyValuePairs<String, String>) -> String {
        Self.join(number == 1 ? one : many, values)
    }

    func filled(for number: Int, with values: [(key: String, value: String)]) -> String {
        Self.join(number == 1 ? one : many, values)
    }

    private static func join(_ parts: [Part], _ values: some Sequence<(key: String, value: String)>) -> String {
        var result = ""
        for part in parts {
            switch part {
            case .text(let text): result += text
            case .value(let name):
                if let value = values.first(where: { $0.key == name })?.value {
                    result += value
                } else {
                    result += "{\(name)}"
                }
            }
        }
        return result
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
