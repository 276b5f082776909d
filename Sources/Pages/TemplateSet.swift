import Diagnostics
import Journeys
import Templates

/// A file of an author's template folder.
package struct TemplateFile: Sendable {
    /// Relative to that folder: `journey.mustache`, `words.de.yml`, `theme/print.css`.
    package let path: String
    package let source: SourceText

    package init(path: String, source: SourceText) {
        self.path = path
        self.source = source
    }
}

/// The templates of a site, compiled, with its words and assets: those that come with the binary, file by file replaced by the
/// author's own.
package struct TemplateSet: Sendable {
    package let words: Words
    /// Published as they are, by their paths.
    package let assets: [TemplateFile]

    let header: Template<HeaderView>
    let footer: Template<FooterView>
    let portfolio: Template<PortfolioPage>
    let framework: Template<FrameworkPage>
    let list: Template<ListPage>
    let journey: Template<JourneyPage>
    let scorecard: Template<ScorecardPage>
    let pair: Template<PairPage>
    let opportunity: Template<OpportunityPage>
    let solution: Template<SolutionPage>
    let metric: Template<MetricPage>
    let goal: Template<GoalPage>
    let persona: Template<PersonaPage>
    let evidence: Template<EvidencePage>
    let insight: Template<InsightPage>
    let touchpoints: Template<TouchpointsPage>
    let teams: Template<TeamsPage>
    let contradictions: Template<ContradictionsPage>
    let changes: Template<ChangesPage>
    let glossary: Template<GlossaryPage>
    let freePage: Template<FreePageView>
    let search: Template<SearchPage>
    let notFound: Template<NotFoundPage>
    /// Of no site: a comparison of two states of one.
    let diff: Template<DiffPage>

    private static let templateSuffix = ".mustache"
    private static let partialFolder = "partials/"
    /// Where messages say that a mistake in a default is: it can only be seen by who changes them.
    private static let defaultFolder = "templates/"

    private init(_ compiler: inout TemplateSetCompiler, words: Words, assets: [TemplateFile]) {
        self.words = words
        self.assets = assets
        header = compiler.template("header")
        footer = compiler.template("footer")
        portfolio = compiler.template("portfolio")
        framework = compiler.template("framework")
        list = compiler.template("list")
        journey = compiler.template("journey")
        scorecard = compiler.template("scorecard")
        pair = compiler.template("pair")
        opportunity = compiler.template("opportunity")
        solution = compiler.template("solution")
        metric = compiler.template("metric")
        goal = compiler.template("goal")
        persona = compiler.template("persona")
        evidence = compiler.template("evidence")
        insight = compiler.template("insight")
        touchpoints = compiler.template("touchpoints")
        teams = compiler.template("teams")
        contradictions = compiler.template("contradictions")
        changes = compiler.template("changes")
        glossary = compiler.template("glossary")
        freePage = compiler.template("page")
        search = compiler.template("search")
        notFound = compiler.template("404")
        diff = compiler.template("diff")
    }

    /// Those that come with the binary.
    static var defaultFiles: [TemplateFile] {
        DefaultTemplates.files.map { path, text in
            let bytes = text.withUTF8Buffer { Array($0) }
            return TemplateFile(path: path, source: SourceText(path: defaultFolder + path, bytes: bytes))
        }
    }

    /// Compiles all of them, so that one run tells of every mistake.
    ///
    /// - Parameters:
    ///   - language: what the interface is to speak.
    ///   - place: where the portfolio says so.
    package static func compiled(
        overrides: [TemplateFile] = [], language: LanguageTag = .english, at place: Location? = nil
    ) -> Checked<TemplateSet> {
        var sources: [TemplateSource] = []
        var assets: [String: TemplateFile] = [:]
        var known: [String] = []
        var words: [WordsFile] = []
        for file in defaultFiles {
            known.append(file.path)
            if let file = WordsFile(path: file.path, source: file.source) {
                words.append(file)
            } else if let source = template(file) {
                sources.append(source)
            } else {
                assets[file.path] = file
            }
        }
        var diagnostics: [Diagnostic] = []
        var ownWords: [WordsFile] = []
        for file in overrides {
            if let file = WordsFile(path: file.path, source: file.source) {
                ownWords.append(file)
            } else if let source = template(file) {
                if !known.contains(file.path), !file.path.hasPrefix(partialFolder) {
                    diagnostics.append(unknown(file, among: known))
                    continue
                }
                sources.append(source)
            } else if !file.path.contains("/"), !known.contains(file.path) {
                diagnostics.append(unknown(file, among: known))
            } else {
                assets[file.path] = file
            }
        }
        let read = Words.read(defaults: words, own: ownWords, language: language, at: place)
        let entries = read.value.texts.mapValues { TemplateConstants.Entry.text($0) }
        let library = TemplateLibrary(sources, constants: ["words": .group(TemplateConstants(entries))])
        var compiler = TemplateSetCompiler(library: library)
        let set = TemplateSet(
            &compiler, words: read.value,
            assets: assets.values.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) })
        return Checked(set, (diagnostics + read.diagnostics + compiler.diagnostics).inOrder())
    }

    private static func template(_ file: TemplateFile) -> TemplateSource? {
        guard file.path.hasSuffix(templateSuffix) else { return nil }
        return TemplateSource(name: String(file.path.dropLast(templateSuffix.count)), source: file.source)
    }

    private static func unknown(_ file: TemplateFile, among known: [String]) -> Diagnostic {
        Diagnostic(
            .unknownTemplate, at: Location(path: file.source.path, range: 0..<0),
            "'\(file.path)' stands in for none of the templates; partials go under 'partials/', other files into a folder",
            hint: NearestName.hint(for: file.path, among: known))
    }
}

/// Compiles one template after another, and keeps what was wrong.
private struct TemplateSetCompiler {
    let library: TemplateLibrary
    var diagnostics: [Diagnostic] = []

    mutating func template<V: TemplateView>(_ name: String) -> Template<V> {
        let compiled = library.template(name, for: V.self)
        diagnostics += compiled.diagnostics
        return compiled.value
    }
}
