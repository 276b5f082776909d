import Diagnostics

/// The interface's words, from `words.yml`, so that a portfolio can speak another language.
package struct Words: Sendable {
    /// The file, relative to the template folder.
    package static let path = "words.yml"

    /// By key, in full: `words.evidence` is `evidence` here.
    package let texts: [String: String]

    package subscript(_ word: Word) -> String { texts[word.rawValue] ?? word.rawValue }

    /// With `{name}` replaced by what is given for it.
    package func callAsFunction(_ word: Word, _ values: KeyValuePairs<String, String> = [:]) -> String {
        var text = self[word]
        for (name, value) in values { text = Self.replacing("{\(name)}", in: text, by: value) }
        return text
    }

    /// "1 journey", "12 journeys": the two forms stand in one text, with a bar between them.
    package func count(_ word: Word, _ number: Int, as figure: String) -> String {
        let forms = self[word].split(separator: "|", omittingEmptySubsequences: false)
        let form = number == 1 ? forms.first : forms.last
        return Self.replacing("{n}", in: Self.trimmed(form ?? "{n}"), by: figure)
    }

    private static func replacing(_ name: String, in text: String, by value: String) -> String {
        var result = ""
        var rest = text[...]
        while let start = rest.firstRange(of: name) {
            result += rest[..<start.lowerBound]
            result += value
            rest = rest[start.upperBound...]
        }
        return result + rest
    }

    fileprivate static func trimmed(_ text: Substring) -> String {
        var text = text
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}

extension Words {
    /// The default words with the author's over them; a key that no default has is warned about.
    package static func read(defaults: SourceText, overrides: SourceText?) -> Checked<Words> {
        var texts = entries(of: defaults)
        let known = texts.keys.sorted()
        var diagnostics: [Diagnostic] = []
        if let overrides {
            for (key, text) in entries(of: overrides).sorted(by: { $0.key < $1.key }) {
                if texts[key] == nil {
                    diagnostics.append(
                        Diagnostic(
                            .unknownKey, at: Location(path: overrides.path, range: 0..<0),
                            "'\(key)' is not one of the interface's words",
                            hint: NearestName.hint(for: key, among: known)))
                }
                texts[key] = text
            }
        }
        return Checked(Words(texts: texts), diagnostics)
    }

    /// One `key: text` a line. The only place that knows what the file looks like.
    private static func entries(of source: SourceText) -> [String: String] {
        var entries: [String: String] = [:]
        for line in String(decoding: source.bytes, as: UTF8.self).split(whereSeparator: \.isNewline) {
            guard !line.hasPrefix("#"), let colon = line.firstIndex(of: ":") else { continue }
            var text = trimmed(line[line.index(after: colon)...])
            if text.count >= 2, text.hasPrefix("\""), text.hasSuffix("\"") { text = String(text.dropFirst().dropLast()) }
            entries[trimmed(line[..<colon])] = text
        }
        return entries
    }
}
