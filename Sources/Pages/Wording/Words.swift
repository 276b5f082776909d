import Diagnostics
import Journeys

/// The interface's words in the language of the portfolio, looked up and cut into forms once.
package final class Words: Sendable {
    /// A text, and the rule of the language that it is written in: one that is not translated stays English.
    struct Entry: Sendable {
        let text: String
        let rule: PluralRule
    }

    /// The language that most of them are in.
    package let language: LanguageTag
    private let isRightToLeft: Bool
    /// Whether they are read by people, on pages, and not by terminals and programs.
    private let isForPages: Bool
    /// By key, in full: `words.evidence` is `evidence` here.
    package let texts: [String: String]
    /// Those that views are made with.
    private let phrases: PhraseTable<Word>
    private let scorePhrases: PhraseTable<ScoreWord>
    private let sentencePhrases: PhraseTable<SentenceWord>
    private let changePhrases: PhraseTable<ChangeWord>

    init(_ entries: [String: Entry], language: LanguageTag, isForPages: Bool = true) {
        func phrase(_ key: String) -> Phrase {
            let entry = entries[key]
            return Phrase(entry?.text ?? key, rule: entry?.rule ?? .oneOther)
        }
        self.language = language
        isRightToLeft = language.isRightToLeft
        self.isForPages = isForPages
        texts = entries.mapValues(\.text)
        phrases = PhraseTable { phrase($0.rawValue) }
        scorePhrases = PhraseTable { phrase($0.rawValue) }
        sentencePhrases = PhraseTable { phrase($0.rawValue) }
        changePhrases = PhraseTable { phrase($0.rawValue) }
    }

    package subscript(_ word: Word) -> String { phrases[word].text }

    /// With `{name}` replaced by what is given for it.
    package func callAsFunction(_ word: Word, _ values: KeyValuePairs<String, String>) -> String {
        phrases[word].filled(with: values)
    }

    package subscript(_ word: ScoreWord) -> String { scorePhrases[word].text }

    package func callAsFunction(_ word: ScoreWord, _ values: KeyValuePairs<String, String>) -> String {
        scorePhrases[word].filled(with: values)
    }

    func callAsFunction(_ word: SentenceWord, _ values: KeyValuePairs<String, String> = [:]) -> String {
        sentencePhrases[word].filled(with: values)
    }

    subscript(_ word: ChangeWord) -> String { changePhrases[word].text }

    func callAsFunction(_ word: ChangeWord, _ values: KeyValuePairs<String, String>) -> String {
        changePhrases[word].filled(with: values)
    }

    // MARK: Forms for numbers

    /// "1 journey", "12 journeys": the form for a number.
    package func count(_ word: Word, _ number: Int, as figure: String) -> String {
        phrases[word].filled(for: number, with: ["n": figure] as KeyValuePairs)
    }

    func count(_ word: Word, _ number: Int, as figure: String, _ values: KeyValuePairs<String, String>) -> String {
        phrases[word].filled(for: number, with: [("n", figure)] + values.map { (key: $0.key, value: $0.value) })
    }

    /// - Parameter values: what there is to fill in besides `{n}`.
    func count(
        _ word: ScoreWord, _ number: Int, as figure: String, _ values: KeyValuePairs<String, String> = [:]
    ) -> String {
        let all: [(key: String, value: String)] = [("n", figure)] + Array(values)
        return scorePhrases[word].filled(for: number, with: all)
    }

    func count(_ word: ChangeWord, _ number: Int, as figure: String) -> String {
        changePhrases[word].filled(for: number, with: ["n": figure] as KeyValuePairs)
    }

    func count(_ word: SentenceWord, _ number: Int, _ values: KeyValuePairs<String, String>) -> String {
        sentencePhrases[word].filled(for: number, with: values)
    }
}

// MARK: Labels and lists

extension Words {
    /// A label as it stands inside of a sentence.
    func inline(_ label: String) -> String { self(.labelCase) == "lower" ? label.lowercased() : label }

    /// With commas between them.
    func listed(_ parts: [String]) -> String { parts.joined(separator: self(.listComma)) }

    /// A transition: "−1 → +2".
    func transition(_ steps: [String]) -> String {
        steps.count == 1 ? steps[0] : steps.joined(separator: " \(self[.arrow]) ")
    }
}

// MARK: Texts of another direction

extension Words {
    /// An author's name between words of ours: between marks that keep its direction to itself, where it is written in
    /// another one.
    ///
    /// FIRST STRONG ISOLATE … POP DIRECTIONAL ISOLATE, see the Unicode Bidirectional Algorithm (UAX 9).
    func isolated(_ text: String) -> String {
        guard isForPages else { return text }
        let isForeign = isRightToLeft ? text.withBytes { $0.contains(where: Self.isLatin) } : Self.isRightToLeft(text)
        return isForeign ? "\u{2068}\(text)\u{2069}" : text
    }

    private static func isLatin(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

    /// Hebrew, Arabic, Syriac, Thaana, N'Ko and their presentation forms.
    private static func isRightToLeft(_ text: String) -> Bool {
        guard text.withBytes({ $0.contains { $0 >= 0xD6 } }) else { return false }
        return text.unicodeScalars.contains { scalar in
            (0x590...0x8FF).contains(scalar.value) || (0xFB1D...0xFDFF).contains(scalar.value)
                || (0xFE70...0xFEFF).contains(scalar.value)
        }
    }
}
