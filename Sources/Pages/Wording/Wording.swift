import Scoring

/// Puts what scores and verdicts say of themselves into the sentences of a language.
package final class Wording: Sendable {
    let words: Words
    let figures: Figures
    private let smallNumbers: [String]

    package init(words: Words) {
        self.words = words
        figures = Figures(words: words)
        let list = words(.smallNumbers)
        smallNumbers = list.isEmpty ? [] : list.split(separator: ",").map { String(Phrase.trimmed($0)) }
    }

    /// What terminals and data files say: English, whatever the site speaks, with the signs of a keyboard, which can be
    /// searched for.
    package static let english = Wording(words: .plainEnglish)

    // MARK: Parts of sentences

    /// Small numbers in words, as in running text, where the language does so.
    func word(_ number: Int) -> String {
        smallNumbers.indices.contains(number) ? smallNumbers[number] : figures.number(number)
    }

    /// A part of a whole: both in words, or neither.
    func word(_ part: Int, of whole: Int) -> String {
        smallNumbers.indices.contains(whole) ? word(part) : figures.number(part)
    }

    /// "an owner, a review in time and steps"
    func list(_ parts: [String]) -> String {
        guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
        let rest = words.listed(Array(parts.dropLast()))
        return words(.listEnd, ["rest": rest, "last": last])
    }

    /// A score or a part of one, without decimals.
    func whole(_ value: Double?) -> String { value.map { figures.whole($0) } ?? words[.notMeasured] }

    func number(_ value: Double) -> String { figures.number(value.nineDecimals) }

    /// A change, or what is felt.
    func signed(_ value: Double) -> String { figures.signed(value.nineDecimals, places: 2) }

    /// Sentences begin with a capital, where the language has any.
    static func capitalised(_ text: String) -> String {
        if let byte = text.utf8.first, byte < 0x80 {
            guard (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) else { return text }
            // Nothing behind it that could go with it: to ask what characters are takes hundreds of instructions.
            if text.utf8.dropFirst().first.map({ $0 < 0x80 }) ?? true {
                var bytes = Array(text.utf8)
                bytes[0] = byte & ~0x20
                return String(decoding: bytes, as: UTF8.self)
            }
        }
        guard let first = text.first, first.isLowercase else { return text }
        return first.uppercased() + text.dropFirst()
    }

    static func joined(_ sentences: [String]) -> String {
        var text = ""
        for sentence in sentences where !sentence.isEmpty {
            if !text.isEmpty { text += " " }
            text += capitalised(sentence)
        }
        return text
    }
}
