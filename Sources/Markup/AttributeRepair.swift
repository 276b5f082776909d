/// What was most likely meant by braces that can't be read as attributes.
enum AttributeRepair {
    /// `{severity: 4}`, `{severity = 4, evidence=a, b}` and `{evidence=“a b”}` as they are written; nothing where that would be a guess.
    static func repaired(_ braces: String) -> String? {
        var braces = PlainSigns.folded(braces)[...]
        if braces.hasPrefix("{{"), braces.hasSuffix("}}") { braces = braces.dropFirst().dropLast() }
        guard braces.first == "{", braces.last == "}" else { return nil }
        var rest = braces.dropFirst().dropLast()
        if isMomentOfTruth(rest) { return "{.moment-of-truth}" }
        rest = rest.drop { $0 == ":" }
        var words: [String] = []
        func skip(_ isSkipped: (Character) -> Bool) { rest = rest.drop(while: isSkipped) }
        func isBlank(_ character: Character) -> Bool { character == " " || character == "," || character == ";" }
        skip(isBlank)
        // `{#the one}`: an id in words.
        let name = rest.dropFirst().prefix { isName($0) || $0 == " " }
        if rest.first == "#", name.count + 1 == rest.count, name.contains(" ") {
            return "{#" + name.split(separator: " ").joined(separator: "-") + "}"
        }
        while let first = rest.first {
            if first == "#" || first == "." {
                var word = rest.prefix { !isBlank($0) }
                rest = rest.dropFirst(word.count)
                while let last = word.last, "!?:".contains(last) { word.removeLast() }
                guard word.count > 1, word.dropFirst().allSatisfy(isName) else { return nil }
                words.append(String(word))
                if first == "#" { addWords(ofID: &words[words.count - 1], from: &rest) }
            } else {
                let key = rest.prefix { $0.isLetter }
                rest = rest.dropFirst(key.count).drop { $0 == " " }
                let name = key.lowercased()
                guard AttributeList.usualKeys.contains(name) || name == "id", let sign = rest.first else { return nil }
                if sign == "=" || sign == ":" {
                    rest = rest.dropFirst().drop { $0 == " " }
                } else if name != "severity" || !sign.isNumber {
                    return nil
                }
                if name == "reach", let share = share(from: &rest) {
                    words.append("reach=\(share)")
                    skip(isBlank)
                    continue
                }
                guard var value = value(from: &rest) else { return nil }
                if ["evidence", "persona", "segment"].contains(name), !value.hasPrefix("\"") {
                    value = joined(value, with: &rest)
                }
                if name == "id", !value.allSatisfy(isName) { return nil }
                words.append(name == "id" ? "#\(value)" : "\(name)=\(value)")
            }
            skip(isBlank)
        }
        return words.isEmpty ? nil : "{" + words.joined(separator: " ") + "}"
    }

    private static let quotes: [Character] = [
        "\"", "\u{201C}", "\u{201D}", "\u{201E}", "\u{2018}", "\u{2019}", "\u{AB}", "\u{BB}", "'",
    ]

    /// `moment-of-truth` without its point, with other signs between its words, or in other letters.
    static func isMomentOfTruth(_ words: Substring) -> Bool {
        words.lowercased().filter { !" .-_".contains($0) } == "momentoftruth"
    }

    /// A value; several with commas between them in quotes.
    private static func value(from rest: inout Substring) -> String? {
        if let quote = rest.first, quotes.contains(quote) {
            let inner = rest.dropFirst().prefix { !quotes.contains($0) }
            rest = rest.dropFirst(inner.count + 1)
            guard rest.first != nil, !inner.isEmpty else { return nil }
            rest = rest.dropFirst()
            return inner.allSatisfy(isName) ? String(inner) : "\"\(inner)\""
        }
        var values: [String] = []
        while true {
            let word = rest.prefix { isName($0) || $0 == "#" || $0 == "+" }
            guard !word.isEmpty else { return nil }
            values.append(String(word))
            rest = rest.dropFirst(word.count)
            // The word behind a comma is another value, unless it is a key.
            guard rest.first == "," || rest.first == ";" else { break }
            let next = rest.dropFirst().drop { $0 == " " }
            let sign = next.drop { isName($0) || $0 == "#" }.drop { $0 == " " }.first
            if sign == "=" || sign == ":" || next.isEmpty || next.first == "#" || next.first == "." { break }
            rest = next
        }
        return values.count == 1 ? values[0] : "\"\(values.joined(separator: ", "))\""
    }

    /// `{#no mail severity=4}`: the words of an id, up to a key.
    private static func addWords(ofID id: inout String, from rest: inout Substring) {
        while rest.first == " " {
            let next = rest.drop { $0 == " " }
            let word = next.prefix(while: isName)
            let behind = next.dropFirst(word.count)
            let isKey = AttributeList.usualKeys.contains(word.lowercased()) || word.first == "."
            let isWord = behind.isEmpty || behind.first == " "
            if word.isEmpty || isKey || !isWord || "=:".contains(behind.first(where: { $0 != " " }) ?? " ") { return }
            id += "-\(word)"
            rest = behind
        }
    }

    /// `60%` and `60 %`, as the share that it is.
    private static func share(from rest: inout Substring) -> String? {
        let digits = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
        let behind = rest.dropFirst(digits.count).drop { $0 == " " }
        guard behind.first == "%", let number = Double(digits), (0...100).contains(number) else { return nil }
        rest = behind.dropFirst()
        return "\(number / 100)"
    }

    /// A value of two words without their quotes: what follows is no key.
    private static func joined(_ value: String, with rest: inout Substring) -> String {
        var words = [value]
        while rest.first == " ", case let word = rest.drop(while: { $0 == " " }).prefix(while: isName), !word.isEmpty {
            let behind = rest.drop { $0 == " " }.dropFirst(word.count)
            guard behind.isEmpty || behind.first == " ", ![":", "="].contains(behind.first { $0 != " " }) else { break }
            words.append(String(word))
            rest = behind
        }
        return words.count == 1 ? value : "\"\(words.joined(separator: " "))\""
    }

    private static func isName(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || "-_.".contains(character)
    }
}
