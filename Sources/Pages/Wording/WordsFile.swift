import Diagnostics
import Journeys
import Markup

/// A file of words: `words.yml`, or `words.de.yml` for one language.
struct WordsFile: Sendable {
    /// In lower case; none: that of the site, whichever it is.
    let language: String?
    let source: SourceText

    /// - Parameter path: relative to the template folder.
    init?(path: String, source: SourceText) {
        guard path.hasPrefix("words."), path.hasSuffix(".yml") else { return nil }
        let middle = path.dropFirst("words".count).dropLast(".yml".count)
        if middle.isEmpty {
            language = nil
        } else {
            guard let tag = LanguageTag(String(middle.dropFirst())) else { return nil }
            language = tag.lineage.last
        }
        self.source = source
    }

    struct Entry {
        let key: String
        let text: String
        let range: TextRange
    }

    /// One `key: text` a line.
    func entries(_ diagnostics: inout [Diagnostic]) -> [Entry] {
        let (source, damage) = UTF8Repair.repaired(source)
        let start = source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let mapping = YAMLMapping.read(source, in: start..<source.bytes.count)
        diagnostics += damage + mapping.diagnostics
        return mapping.value.entries.compactMap { entry in
            switch entry.value.kind {
            case .scalar(let text): return Entry(key: entry.key, text: text, range: entry.keyRange)
            case .empty: return Entry(key: entry.key, text: "", range: entry.keyRange)
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

extension WordsFile {
    /// The texts of a file whose lines are all `key: "text"` or comments, as those that come with the binary are: to read them as YAML
    /// takes ten times as long, whenever pages are made.
    var plainTexts: [(key: String, text: String)] {
        var texts: [(key: String, text: String)] = []
        source.bytes.withUnsafeBufferPointer { bytes in
            for line in bytes.split(separator: UInt8(ascii: "\n")) where line.first != UInt8(ascii: "#") {
                guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { continue }
                let text = line[(colon + 1)...].dropFirst(2).dropLast()
                let key = String(decoding: UnsafeBufferPointer(rebasing: line[..<colon]), as: UTF8.self)
                texts.append((key, Self.unescaped(UnsafeBufferPointer(rebasing: text))))
            }
        }
        return texts
    }

    /// With `\u202F` and the like as the letter that it stands for.
    private static func unescaped(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        let parts = String(decoding: bytes, as: UTF8.self)
        guard bytes.contains(UInt8(ascii: "\\")) else { return parts }
        var text = ""
        for (place, part) in parts.split(separator: "\\u", omittingEmptySubsequences: false).enumerated() {
            guard place > 0 else {
                text += part
                continue
            }
            if let scalar = UInt32(part.prefix(4), radix: 16).flatMap(Unicode.Scalar.init) {
                text.unicodeScalars.append(scalar)
            }
            text += part.dropFirst(4)
        }
        return text
    }
}

extension Words {
    /// The words of a language, from the widest file to the narrowest: English, the language's that come with the binary, the
    /// author's for any language, the author's for this one. What a narrower file does not have stays as it was.
    ///
    /// - Parameter defaults: those that come with the binary, of other languages than English.
    /// - Parameter place: where the portfolio says its language, for what is wrong with that.
    static func read(
        defaults: [WordsFile], own: [WordsFile], language: LanguageTag, at place: Location? = nil
    ) -> Checked<Words> {
        var diagnostics: [Diagnostic] = []
        var entries = english
        var spoken = LanguageTag.english
        var translated: Set<String> = []

        func add(_ file: WordsFile) {
            let rule = PluralRule(language: (file.language.flatMap(LanguageTag.init) ?? spoken).base)
            for entry in file.entries(&diagnostics) {
                let place = Location(path: file.source.path, range: entry.range)
                guard let english = entries[entry.key] else {
                    diagnostics.append(
                        Diagnostic(
                            .unknownKey, at: place, "'\(entry.key)' is not one of the interface's words",
                            hint: NearestName.hint(for: entry.key, among: Self.english.keys.sorted())))
                    // The author's own templates may use it.
                    entries[entry.key] = Words.Entry(text: entry.text, rule: rule)
                    continue
                }
                if let mistake = mistake(in: entry, rule: rule, replacing: english, at: place) {
                    diagnostics.append(mistake)
                }
                entries[entry.key] = Words.Entry(text: entry.text, rule: rule)
                translated.insert(entry.key)
            }
        }
        let lineage = language.lineage
        for tag in lineage {
            guard let file = defaults.first(where: { $0.language == tag }) else { continue }
            spoken = language
            add(file)
        }
        if own.contains(where: { $0.language.map(lineage.contains) ?? false }) { spoken = language }
        for file in own where file.language == nil { add(file) }
        for tag in lineage {
            for file in own where file.language == tag { add(file) }
        }
        if let place, language.base != LanguageTag.english.base {
            let missing = english.keys.filter { !translated.contains($0) }.sorted()
            if !missing.isEmpty {
                diagnostics.append(incomplete(language, missing, of: english.count, at: place))
            }
        }
        return Checked(Words(entries, language: spoken), diagnostics)
    }

    /// English stands in for what a language lacks, which its readers would not know why.
    private static func incomplete(
        _ language: LanguageTag, _ missing: [String], of known: Int, at place: Location
    ) -> Diagnostic {
        if missing.count == known {
            return Diagnostic(
                .missingWords, at: place,
                "there are no words for '\(language.text)': the pages speak English around the content",
                hint: "add 'words.\(language.base).yml' to the template folder; it may start with a few words")
        }
        let rest = missing.count > 3 ? " and \(missing.count - 3) more" : ""
        let names = missing.prefix(3).map { "'\($0)'" }.joined(separator: ", ")
        return Diagnostic(
            .missingWords, at: place, "the words for '\(language.text)' lack \(names)\(rest): these stay English",
            hint: "add them to 'words.\(language.base).yml' in the template folder")
    }

    /// A number of forms that the language does not have, or a name that is never filled in.
    private static func mistake(
        in entry: WordsFile.Entry, rule: PluralRule, replacing english: Words.Entry, at place: Location
    ) -> Diagnostic? {
        let forms = Phrase.forms(of: entry.text).filter { $0.number == nil }.count
        if forms > 1, forms != rule.categories.count {
            let names = rule.categories.map(\.rawValue).joined(separator: " | ")
            return Diagnostic(
                .wrongValue, at: place,
                "'\(entry.key)' has \(forms) forms; the language has \(rule.categories.count)", hint: "write \(names)",
                severity: .warning)
        }
        let names = Phrase.names(in: english.text)
        guard let unknown = Phrase.names(in: entry.text).first(where: { !names.contains($0) }) else { return nil }
        return Diagnostic(
            .unknownName, at: place, "'{\(unknown)}' is not filled in here",
            hint: NearestName.hint(for: unknown, among: names), severity: .warning)
    }
}

// MARK: English

extension Words {
    /// As it comes with the binary: read once, as pages speak it and data too.
    private static let english: [String: Words.Entry] = {
        var entries: [String: Words.Entry] = [:]
        for file in TemplateSet.defaultFiles.compactMap({ WordsFile(path: $0.path, source: $0.source) })
        where file.language == nil {
            for (key, text) in file.plainTexts { entries[key] = Words.Entry(text: text, rule: .oneOther) }
        }
        return entries
    }()

    /// The same with signs that stand on a keyboard.
    static let plainEnglish: Words = {
        var entries = english
        for (key, sign) in [("minus", "-"), ("percent", "{n}%")] {
            entries[key] = Words.Entry(text: sign, rule: .oneOther)
        }
        return Words(entries, language: .english, isForPages: false)
    }()
}
