import Journeys

/// Findings of two journeys whose texts share 60% or more of their words.
///
/// Jaccard's index |A ∩ B| / |A ∪ B| over the distinct lower-cased runs of three and more letters, five at least in each;
/// insights take no part. Source: "Scores", section 8, j.
enum SharedWords {
    static func find(in basis: PortfolioBasis) -> [Contradiction] {
        var vocabulary: [String: Int] = [:]
        var findingsOfWords: [[Int]: [Int]] = [:]
        for journey in basis.counting {
            for index in basis.findingsOfJourney[journey] where !basis.findings[index].isInsight {
                var ids = words(of: basis.findings[index].text).map { word in
                    if let id = vocabulary[word] { return id }
                    vocabulary[word] = vocabulary.count
                    return vocabulary.count - 1
                }
                ids.sort()
                let distinct = ids.indices.filter { $0 == 0 || ids[$0] != ids[$0 - 1] }.map { ids[$0] }
                if distinct.count >= 5 { findingsOfWords[distinct, default: []].append(index) }
            }
        }

        let groups = Array(findingsOfWords)
        var found: [Contradiction] = []
        func add(_ one: Int, _ other: Int, _ share: Share) {
            guard basis.findings[one].journey != basis.findings[other].journey else { return }
            let isInOrder = basis.name(of: one) < basis.name(of: other)
            let pair = isInOrder ? [one, other] : [other, one]
            found.append(Contradiction(.sameWordsTwice, pair.map { .finding($0) }, .sameWordsTwice(share)))
        }
        // Texts of the same words are compared once, however many there are.
        for group in groups {
            let count = group.key.count
            for (place, one) in group.value.enumerated() {
                for other in group.value[(place + 1)...] { add(one, other, Share(count, of: count)) }
            }
        }
        for pair in SimilarSets.pairs(among: groups.map(\.key)) {
            for one in groups[pair.first].value {
                for other in groups[pair.second].value { add(one, other, pair.share) }
            }
        }
        return found
    }

    /// The runs of three and more letters, in lower case, in order.
    static func words(of text: String) -> [String] {
        text.utf8.allSatisfy { $0 < 0x80 } ? asciiWords(of: text) : unicodeWords(of: text)
    }

    /// The same on bytes, for most texts.
    private static func asciiWords(of text: String) -> [String] {
        var words: [String] = []
        var word: [UInt8] = []
        func end() {
            if word.count >= 3 { words.append(String(decoding: word, as: UTF8.self)) }
            word.removeAll(keepingCapacity: true)
        }
        for byte in text.utf8 {
            let letter = byte | 0x20
            if (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(letter) { word.append(letter) } else { end() }
        }
        end()
        return words
    }

    private static func unicodeWords(of text: String) -> [String] {
        var words: [String] = []
        var word = String.UnicodeScalarView()
        func isLetter(_ scalar: Unicode.Scalar) -> Bool {
            if scalar.value < 0x80 { return (0x61...0x7A).contains(scalar.value) }
            switch scalar.properties.generalCategory {
            case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: return true
            default: return false
            }
        }
        for scalar in text.lowercased().unicodeScalars {
            if isLetter(scalar) {
                word.append(scalar)
            } else if !word.isEmpty {
                if word.count >= 3 { words.append(String(word)) }
                word = String.UnicodeScalarView()
            }
        }
        if word.count >= 3 { words.append(String(word)) }
        return words
    }
}
