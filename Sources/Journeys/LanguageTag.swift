/// A language as BCP 47 writes it: `de`, `pt-BR`, `az-Arab`.
package struct LanguageTag: Hashable, Sendable {
    /// As it was written.
    package let text: String

    package static let english = LanguageTag(checked: "en")

    private init(checked text: String) { self.text = text }

    package init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard let first = parts.first, (2...3).contains(first.count),
            parts.allSatisfy({ (1...8).contains($0.count) && $0.utf8.allSatisfy(Self.isAlphanumeric) }),
            first.utf8.allSatisfy({ (0x61...0x7A).contains($0 | 0x20) })
        else { return nil }
        self.text = text
    }

    private static let names = [
        "arabic": "ar", "chinese": "zh", "deutsch": "de", "dutch": "nl", "english": "en", "englisch": "en",
        "español": "es", "français": "fr", "french": "fr", "german": "de", "italian": "it", "japanese": "ja",
        "polish": "pl", "portuguese": "pt", "spanish": "es", "العربية": "ar",
    ]

    /// The tag of a language that is called by its name, and of `de_DE`, as programs have it.
    static func named(_ text: String) -> String? {
        if let tag = names[text.lowercased()] { return tag }
        let plain = text.replacing("_", with: "-")
        return plain != text && LanguageTag(plain) != nil ? plain : nil
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
    }

    private var parts: [Substring] { text.lowercased().split(separator: "-").map { $0 } }

    /// The language itself, in lower case.
    package var base: String { parts.first.map(String.init) ?? "" }

    /// From the widest to the tag itself, in lower case: `de`, `de-at` for `de-AT`.
    package var lineage: [String] {
        let parts = parts
        return parts.indices.map { parts[...$0].joined(separator: "-") }
    }

    /// By the script that is named, or else by the one that the language is mostly written in.
    ///
    /// Source: Unicode CLDR, `supplemental/likelySubtags.xml` and the layout of its locales.
    package var isRightToLeft: Bool {
        if let script = parts.dropFirst().first(where: { $0.count == 4 && $0.first?.isLetter == true }) {
            return Self.rightToLeftScripts.contains(String(script))
        }
        return Self.rightToLeftLanguages.contains(base)
    }

    private static let rightToLeftScripts: Set<String> = [
        "adlm", "arab", "hebr", "mand", "nkoo", "rohg", "samr", "syrc", "thaa",
    ]
    private static let rightToLeftLanguages: Set<String> = [
        "ar", "arc", "azb", "ckb", "dv", "fa", "glk", "he", "iw", "ks", "lrc", "mzn", "nqo", "pnb", "ps", "sd", "syr",
        "ug", "ur", "yi",
    ]
}
