import Changes
import Diagnostics
import Journeys
import Scoring

/// The line from files to a linked portfolio: read and parse all, in parallel; then model and link.
package struct PortfolioReading: Sendable {
    package let linked: LinkedPortfolio
    /// The day that the portfolio is read for.
    package let asOf: CivilDate
    /// The journeys that were reviewed by date alone, as has been recorded of the text that they still have.
    package let untouched: Set<Int>
    /// What has been recorded of changes up to the day.
    package let log: ChangeLog
    /// In their one order.
    package let diagnostics: [Diagnostic]

    init(
        linked: LinkedPortfolio, asOf: CivilDate, untouched: Set<Int>, log: ChangeLog, diagnostics: [Diagnostic]
    ) {
        self.linked = linked
        self.asOf = asOf
        self.untouched = untouched
        self.log = log
        self.diagnostics = diagnostics
    }

    /// What is known before the portfolio's own settings have been read.
    package struct Options: Sendable {
        /// The day that was asked for, and today: `as_of` in `portfolio.yml` stands between the two.
        let asOf: CivilDate?
        let today: CivilDate
        /// Where is kept from run to run what files were read as.
        private(set) var kept: ParsedStore.Place?

        package init(asOf: CivilDate?, today: CivilDate) {
            self.asOf = asOf
            self.today = today
        }

        /// The same for a content folder of which is known from the last run what its files were read as: it changes nothing but the
        /// time that it takes.
        package func keeping(in cache: UserCache?, for location: String) -> Options {
            var options = self
            options.kept = cache.map {
                ParsedStore.Place(cache: $0, folder: BuildMemory.resolved(location) ?? location)
            }
            return options
        }

        /// Tells these from others.
        package var key: String { "\(asOf?.iso ?? "-") \(today.iso)" }
    }

    package static func read(
        _ folder: some ContentSource, options: Options, workers: Workers, lap: (String) -> Void = { _ in }
    ) async -> PortfolioReading {
        let parsed = await parsed(folder, options: options, workers: workers, lap: lap)
        lap("parse")
        let reading = await parsed.linked(workers: workers)
        lap("link")
        return reading
    }

    /// What the files were read as is kept before anything is linked: then nobody else holds it, and each item can be let go once it is.
    private static func parsed(
        _ folder: some ContentSource, options: Options, workers: Workers, lap: (String) -> Void
    ) async -> ParsedPortfolio {
        var known = ParsedFiles(keptAt: options.kept)
        let parsed = await ParsedPortfolio.read(folder, options: options, workers: workers, known: &known, lap: lap)
        await known.keep(workers: workers)
        return parsed
    }

    /// - Parameter known: what was read of other revisions, which need not be read again; left as what this one has.
    static func read(
        _ folder: some ContentSource, options: Options, workers: Workers, known: inout ParsedFiles,
        lap: (String) -> Void = { _ in }
    ) async -> PortfolioReading {
        await ParsedPortfolio.read(folder, options: options, workers: workers, known: &known, lap: lap)
            .linked(workers: workers)
    }

    /// The portfolio with its scores, and what is wrong with these.
    ///
    /// - Parameter texts: which texts are alike, where that is known already.
    package func scored(root: String, texts: SimilarTexts? = nil) -> Checked<ScoredPortfolio> {
        settled(ScoredPortfolio.score(linked, asOf: asOf, root: root, untouched: untouched, texts: texts), root: root)
    }

    /// The same, by as many as there are workers.
    package func scored(root: String, workers: Workers) async -> Checked<ScoredPortfolio> {
        guard workers.count > 1 else { return scored(root: root) }
        return settled(
            await ScoredPortfolio.scoreInParallel(linked, asOf: asOf, root: root, untouched: untouched), root: root)
    }

    private func settled(_ scored: Checked<ScoredPortfolio>, root: String) -> Checked<ScoredPortfolio> {
        let diagnostics = scored.diagnostics + scored.value.checks(root: root)
        return Checked(scored.value, linked.portfolio.settings.settled(diagnostics))
    }

    /// The day that a portfolio would be read for: of its files only the settings are looked at.
    package static func day(of folder: some ContentSource, options: Options) -> CivilDate {
        if let asked = options.asOf { return asked }
        let file = folder.list().value.first { $0.path == PortfolioSettings.path }
        return ParsedPortfolio.settings(in: folder, file: file).value.asOf ?? options.today
    }
}
