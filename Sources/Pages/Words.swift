import Diagnostics
import Markup

/// The interface's words, from `words.yml`, so that a portfolio can speak another language.
package struct Words: Sendable {
    /// The file, relative to the template folder.
    package static let path = "words.yml"

    /// By key, in full: `words.evidence` is `evidence` here.
    package let texts: [String: String]
    /// Those that views are made with.
    private let phrases: [Word: Phrase]
    private let scorePhrases: [ScoreWord: Phrase]

    init(texts: [String: String]) {
        self.texts = texts
        phrases = Dictionary(
            uniqueKeysWithValues: Word.allCases.map { ($0, Phrase(texts[$0.rawValue] ?? $0.rawValue)) })
        scorePhrases = Dictionary(
            uniqueKeysWithValues: ScoreWord.allCases.map { ($0, Phrase(texts[$0.rawValue] ?? $0.rawValue)) })
    }

    package subscript(_ word: Word) -> String { phrases[word]?.text ?? word.rawValue }

    /// With `{name}` replaced by what is given for it.
    package func callAsFunction(_ word: Word, _ values: KeyValuePairs<String, String> = [:]) -> String {
        phrases[word]?.filled(with: values) ?? word.rawValue
    }

    package subscript(_ word: ScoreWord) -> String { scorePhrases[word]?.text ?? word.rawValue }

    package func callAsFunction(_ word: ScoreWord, _ values: KeyValuePairs<String, String> = [:]) -> String {
        scorePhrases[word]?.filled(with: values) ?? word.rawValue
    }

    /// - Parameter values: what there is to fill in besides `{n}`.
    func count(
        _ word: ScoreWord, _ number: Int, as figure: String, _ values: KeyValuePairs<String, String> = [:]
    ) -> String {
        let all: [(key: String, value: String)] = [("n", figure)] + Array(values)
        return scorePhrases[word]?.filled(for: number, with: all) ?? figure
    }

    /// "1 journey", "12 journeys": the form for a number.
    package func count(_ word: Word, _ number: Int, as figure: String) -> String {
        phrases[word]?.filled(for: number, with: ["n": figure]) ?? figure
    }
}

extension Words {
    /// The default words with the author's over them; a key that no default has is warned about.
    package static func read(defaults: SourceText, overrides: SourceText?) -> Checked<Words> {
        var diagnostics: [Diagnostic] = []
        var texts: [String: String] = [:]
        for entry in entries(of: defaults, &diagnostics) { texts[entry.key] = entry.text }
        let known = texts.keys.sorted()
        if let overrides {
            for entry in entries(of: overrides, &diagnostics) {
                if texts[entry.key] == nil {
                    diagnostics.append(
                        Diagnostic(
                            .unknownKey, at: Location(path: overrides.path, range: entry.range),
                            "'\(entry.key)' is not one of the interface's words",
                            hint: NearestName.hint(for: entry.key, among: known)))
                }
                texts[entry.key] = entry.text
            }
        }
        return Checked(Words(texts: texts), diagnostics)
    }

    /// One `key: text` a line.
    private static func entries(
        of source: SourceText, _ diagnostics: inout [Diagnostic]
    ) -> [(key: String, text: String, range: TextRange)] {
        let (source, damage) = UTF8Repair.repaired(source)
        let start = source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let mapping = YAMLMapping.read(source, in: start..<source.bytes.count)
        diagnostics += damage + mapping.diagnostics
        return mapping.value.entries.compactMap { entry in
            switch entry.value.kind {
            case .scalar(let text): return (entry.key, text, entry.keyRange)
            case .empty: return (entry.key, "", entry.keyRange)
            case .broken: return nil
            case .sequence, .mapping:
                diagnostics.append(
                    Diagnostic(
                        .wrongKind, at: Location(path: source.path, range: entry.value.range),
                        "'\(entry.key)' has a list or further keys: a word of the interface is one text"))
                return nil
            }
        }
    }
}
