import Journeys
import Testing

@testable import Pages

/// A small portfolio in German and in Arabic, as its readers see it.
@Suite struct LanguageTests {
    private static let german = SamplePortfolio(files: [
        "portfolio.yml": "title: Larkfeld\nlanguage: de\n",
        "journeys/umzug.md": """
        ---
        title: Umziehen
        level: lifecycle
        owner: Ruth Kessler
        reviewed: 2026-03-05
        metrics: [dauer]
        ---
        ## Vorher

        ### Bescheid geben

        - **Doing:** Ruft an
        - **Feeling:** -1,5 Genervt
        - **Pains:**
          - Die Zählernummer fehlt {severity=4}

        ### Abwarten

        - **Feeling:** +1
        """,
        "metrics/dauer.md": "---\ntitle: Dauer\nperspective: customer\nunit: Tage\ntarget: 1000\n---\n",
        "metrics/dauer.csv": "date,value\n2026-10-31,1234.5\n2026-11-01,2345\n",
    ])

    private static let arabic = SamplePortfolio(files: [
        "portfolio.yml": "title: مزرعة القبرة\nlanguage: ar\n",
        "journeys/move.md": """
        ---
        title: الانتقال إلى بيت جديد
        level: lifecycle
        reviewed: 2026-03-05
        ---
        ## قبل الانتقال

        ### إبلاغ الشركة {.moment-of-truth}

        > I have forty things to do.

        - **Doing:** يتصل بالهاتف
        - **Feeling:** -2 → +1 منزعج
        - **Touchpoints:** Move form
        - **Pains:**
          - رقم العداد مطلوب {severity=4}
          - لا تأكيد {severity=3}
          - انتظار طويل {severity=3}

        ### الانتظار

        - **Feeling:** 0
        """,
    ])

    private func page(_ path: String, of portfolio: SamplePortfolio) throws -> String {
        let language = try #require(LanguageTag(portfolio == Self.german ? "de" : "ar"))
        return try #require(portfolio.pages(language: language)[path], "there is no page '\(path)'")
    }

    @Test func `German pages are German, in words, dates, numbers and reasons`() throws {
        let map = try page("journeys/umzug.html", of: Self.german)
        #expect(map.contains("<html lang=\"de\" dir=\"ltr\">"))
        #expect(map.contains("Lebenszyklus-Journey"))
        #expect(map.contains("Handlung"), "a lane that the portfolio did not name")
        #expect(map.contains("5. März 2026"))
        let card = try page("scorecards/umzug.html", of: Self.german)
        #expect(
            card.contains(
                "1 Pain Point ist offen, mit Schweregrad 4 oder 5; am meisten schmerzt es bei „Bescheid geben“."))
        #expect(card.contains("Gesundheit"))
        let metric = try page("metrics/dauer.html", of: Self.german)
        #expect(metric.contains("1.234,5"))
        let portfolio = try page("index.html", of: Self.german)
        #expect(portfolio.contains("Stand: 15. November 2026"))
    }

    @Test func `Arabic pages run from right to left, with the six forms of its numbers`() throws {
        let map = try page("journeys/move.html", of: Self.arabic)
        #expect(map.contains("<html lang=\"ar\" dir=\"rtl\">"))
        #expect(map.contains("رحلة دورة الحياة"))
        #expect(map.contains("5 مارس 2026"))
        #expect(map.contains("\u{200E}−2 \u{200F}←\u{200F} \u{200E}+1"))
        #expect(map.contains("<blockquote dir=\"auto\">"))
        let card = try page("scorecards/move.html", of: Self.arabic)
        #expect(card.contains("3 آلام مفتوحة، منها 1 بشدة 4 أو 5؛ وأشدها عند «إبلاغ الشركة»."))
    }

    @Test func `the curve is mirrored with its map, and a chart of time is not`() throws {
        let moments = [-2.0, 1].enumerated().map { index, value in
            EmotionCurve.Column(title: "\(index)", values: [value], isMomentOfTruth: false, isMoment: true)
        }
        let curve = EmotionCurve(columns: moments)
        func drawn(_ language: String) throws -> String {
            let set = TemplateSet.compiled(language: try #require(LanguageTag(language)))
            let scored = (language == "ar" ? Self.arabic : Self.german).scored()
            let edition = Edition(
                scored, map: try #require(SiteMap(scored.linked.portfolio)), words: set.value.words)
            return String(decoding: curve.svg(edition, journey: "J"), as: UTF8.self)
        }
        #expect(try drawn("de").contains("<circle class=\"station felt-low-2\" cx=\"120\""))
        let mirrored = try drawn("ar")
        #expect(mirrored.contains("<circle class=\"station felt-low-2\" cx=\"360\""))
        #expect(mirrored.contains("transform=\"matrix(-1 0 0 1 480 0)\""))
    }

    @Test(arguments: [german, arabic]) func `data is the same in every language`(portfolio: SamplePortfolio) {
        func data(_ language: String) -> [String: String] {
            portfolio.pages(language: LanguageTag(language) ?? .english)
                .filter { $0.key.hasPrefix("data/") && $0.key != "data/portfolio.schema.json" }
                // The search's files are for its pages, and name kinds of things in their language.
                .filter { !$0.key.hasPrefix("data/search/") }
        }
        let english = data("en")
        #expect(english.count > 5)
        for language in ["de", "ar"] {
            let differing = data(language).filter { $0.value != english[$0.key] }.keys.sorted()
            #expect(differing == [], "\(language)")
        }
    }

    @Test(arguments: [german, arabic]) func `no name is left to be filled in`(portfolio: SamplePortfolio) {
        let language = portfolio == Self.german ? "de" : "ar"
        for (path, html) in portfolio.pages(language: LanguageTag(language) ?? .english)
        where path.hasSuffix(".html") {
            // What scripts say is filled in by them.
            let shown = html.replacing(#/ data-[a-z-]+="[^"]*"/#, with: "")
            let left = shown.utf8.split(separator: UInt8(ascii: "{")).dropFirst().compactMap { rest -> String? in
                let name = rest.prefix { (0x61...0x7A).contains($0) }
                return !name.isEmpty && rest.dropFirst(name.count).first == UInt8(ascii: "}") ? String(name) : nil
            }
            #expect(left == [], "\(path)")
        }
    }
}
