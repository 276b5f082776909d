import Diagnostics
import Journeys
import Testing

@testable import Pages

/// The languages that pages speak.
@Suite struct WordsTests {
    private static let languages = ["de", "ar"]

    private func file(_ path: String, _ text: String) -> TemplateFile {
        TemplateFile(path: path, source: SourceText(path: "mine/" + path, text: text))
    }

    private func set(_ language: String, _ own: TemplateFile...) -> Checked<TemplateSet> {
        TemplateSet.compiled(
            overrides: own, language: LanguageTag(language) ?? .english,
            at: Location(path: "content/portfolio.yml", range: 0..<0))
    }

    private func texts(_ language: String?) throws -> [String: String] {
        var diagnostics: [Diagnostic] = []
        let file = try #require(
            TemplateSet.defaultFiles.compactMap { WordsFile(path: $0.path, source: $0.source) }
                .first { $0.language == language })
        let entries = file.entries(&diagnostics)
        #expect(diagnostics == [])
        let texts = Dictionary(entries.map { ($0.key, $0.text) }) { first, _ in first }
        #expect(texts.count == entries.count, "a key that stands twice")
        return texts
    }

    // MARK: What comes with the binary

    @Test func `authors can write lanes as the pages of a language call them`() throws {
        #expect(SpokenLanes.labels.keys.sorted() == Self.languages.sorted())
        for language in Self.languages {
            let texts = try texts(language)
            let shown = Lane.standard.map { texts["lane-\($0.id)"] }
            #expect(Lane.standard.map { SpokenLanes.labels[language]?[$0.id] } == shown)
        }
    }

    @Test(arguments: languages) func `a language has every word, with the same names to fill in`(language: String)
        throws
    {
        let (english, other) = (try texts(nil), try texts(language))
        #expect(english.keys.filter { other[$0] == nil }.sorted() == [])
        #expect(other.keys.filter { english[$0] == nil }.sorted() == [])
        for (key, text) in english {
            #expect(Phrase.names(in: other[key] ?? "") == Phrase.names(in: text), "\(key)")
        }
    }

    @Test(arguments: [nil, "de", "ar"]) func `the words of the binary say the same line by line as they do as YAML`(
        language: String?
    ) throws {
        let file = try #require(
            TemplateSet.defaultFiles.compactMap { WordsFile(path: $0.path, source: $0.source) }
                .first { $0.language == language })
        let plain = file.plainTexts
        #expect(Dictionary(plain.map { ($0.key, $0.text) }) { first, _ in first } == (try texts(language)))
        #expect(plain.count == Set(plain.map(\.key)).count)
    }

    @Test(arguments: languages) func `a language has its own forms for numbers`(language: String) throws {
        let english = try texts(nil)
        let count = PluralRule(language: language).categories.count
        for (key, text) in try texts(language) {
            let forms = Phrase.forms(of: text).filter { $0.number == nil }.count
            #expect(forms == 1 || forms == count, "\(key)")
            // Where a figure is named alone, English having two forms, a language may get by with one.
            if english[key]?.contains("|") != true { #expect(forms == 1, "\(key)") }
        }
    }

    @Test(arguments: languages) func `a language has twelve months and ten digits`(language: String) throws {
        let words = try texts(language)
        for key in ["months", "short-months"] {
            #expect(words[key]?.split(separator: ",").count == 12, "\(key)")
        }
        #expect(words["digits"]?.count == 10)
        #expect(set(language).diagnostics.map(\.message) == [])
    }

    // MARK: Which language is spoken

    @Test(arguments: [("de", "Ziele"), ("de-AT", "Ziele"), ("DE", "Ziele"), ("ar-EG", "الأهداف"), ("en-GB", "Goals")])
    func `a tag falls back to the language it is of`(tag: String, goals: String) {
        let words = set(tag).value.words
        #expect(words[.goals] == goals)
        #expect(words.language.text == tag || words.language == .english)
    }

    @Test func `a language without words is said, and English stands in`() {
        let set = set("fr-CA")
        #expect(set.value.words[.goals] == "Goals")
        #expect(set.diagnostics.map(\.code) == [.missingWords])
        #expect(set.diagnostics.first?.location.path == "content/portfolio.yml")
        #expect(set.diagnostics.first?.hint?.contains("'words.fr.yml'") == true)
    }

    @Test func `an author adds a language with a file of its own`() throws {
        let set = set("fr", file("words.fr.yml", "goals: Objectifs\njourney-count: \"{n} parcours | {n} parcours\"\n"))
        #expect(set.value.words[.goals] == "Objectifs")
        #expect(set.value.words[.metrics] == "Metrics")
        #expect(set.value.words.count(.journeyCount, 0, as: "0") == "0 parcours")
        #expect(set.diagnostics.map(\.code) == [.missingWords])
        #expect(set.diagnostics.first?.message.contains("lack") == true)
        #expect(set.value.assets.filter { $0.path.contains("words") }.isEmpty)
    }

    @Test func `an author's words stand over ours, those for one language over those for any`() {
        let any = file("words.yml", "goals: Vorhaben\nmetrics: Messgrößen\n")
        let german = file("words.de.yml", "metrics: Kenngrößen\n")
        let english = file("words.en.yml", "goals: Aims\n")
        let words = set("de", any, german, english).value.words
        #expect(words[.goals] == "Vorhaben")
        #expect(words[.metrics] == "Kenngrößen")
        #expect(words[.personas] == "Personas")
        #expect(set("en", english).value.words[.goals] == "Aims")
    }

    @Test func `a mistake in a word is said where it stands`() {
        let words = "days: \"{n} Tag | {n} Tage | {n} Tage\"\nas-of: \"Stand: {dat}\"\njurneys: x\n"
        let set = set("de", file("words.de.yml", words))
        #expect(set.diagnostics.map(\.code) == [.wrongValue, .unknownName, .unknownKey])
        #expect(set.diagnostics.map(\.severity) == [.warning, .warning, .warning])
        #expect(set.diagnostics.map(\.location.path) == Array(repeating: "mine/words.de.yml", count: 3))
        #expect(set.diagnostics[0].hint == "write one | other")
        #expect(set.diagnostics[1].hint == "did you mean 'date'?")
        #expect(set.diagnostics[2].hint == "did you mean 'journeys'?")
    }

    // MARK: Texts of another direction

    @Test func `a name of another direction keeps it to itself`() {
        let (german, arabic) = (set("de").value.words, set("ar").value.words)
        #expect(german.isolated("Umzug") == "Umzug")
        #expect(german.isolated("نقل") == "\u{2068}نقل\u{2069}")
        #expect(arabic.isolated("نقل") == "نقل")
        #expect(arabic.isolated("SAP CRM") == "\u{2068}SAP CRM\u{2069}")
    }

    @Test(arguments: [
        ("ar", true), ("he-IL", true), ("fa", true), ("az-Arab", true), ("en", false), ("de-AT", false),
        ("ar-Latn", false),
    ])
    func `scripts have a direction`(tag: String, isRightToLeft: Bool) {
        #expect(LanguageTag(tag)?.isRightToLeft == isRightToLeft)
    }
}
