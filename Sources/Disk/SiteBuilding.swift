import Diagnostics
import Journeys
import Pages
import Scoring

/// The line from files to a site that is ready to be published.
package struct SiteBuilding: Sendable {
    package let reading: PortfolioReading
    package let site: Site
    /// Of reading, of the templates and of the site, in their one order.
    package let diagnostics: [Diagnostic]
    /// The template files that diagnostics may be about, by their paths.
    package let templates: [String: SourceText]

    /// Errors by the content file that they are about; those of a time series are its metric's.
    private static func flaws(of reading: PortfolioReading, root: String, isStrict: Bool) -> Flaws {
        let errors = reading.diagnostics.filter { $0.severity == .error || isStrict }
        var byFile: [String: [String]] = [:]
        for error in errors where error.location.path.hasPrefix(root) {
            byFile[String(error.location.path.dropFirst(root.count)), default: []].append(error.message)
        }
        for metric in reading.linked.portfolio.metrics {
            guard let messages = metric.series.flatMap({ byFile[$0.path] }) else { continue }
            byFile[metric.path, default: []] += messages
        }
        return Flaws(byFile: byFile, count: errors.count)
    }

    /// Pages that a disk may not be able to hold beside each other, but for those of ids that are told to be the same.
    private static func conflicts(of site: Site, in reading: PortfolioReading, root: String) -> [SiteConflict] {
        if site.conflicts.isEmpty { return [] }
        let told = Set(reading.diagnostics.filter { $0.code == .duplicateID }.map(\.location.path))
        let records = ContentKind.allCases.flatMap { reading.linked.portfolio.records(of: $0) }
        let doubles = Set(records.filter { told.contains(root + $0.path) }.map { $0.id.lowercased() })
        return site.conflicts.filter { conflict in
            let name = conflict.second.text.split(separator: "/").last ?? ""
            return !doubles.contains(name.prefix { $0 != "." }.lowercased())
        }
    }

    /// - Parameters:
    ///   - isStrict: whether warnings are errors.
    ///   - isPublished: whether the site is wanted; without, what can be found in it is left out, which takes long and is never wrong.
    package static func prepare(
        _ folder: some ContentSource, overrides: TemplateFolder?, options: PortfolioReading.Options, workers: Workers,
        isStrict: Bool = false, isPublished: Bool = true, lap: (String) -> Void = { _ in }
    ) async -> SiteBuilding {
        let reading = await PortfolioReading.read(folder, options: options, workers: workers, lap: lap)
        let portfolio = reading.linked.portfolio
        let map = SiteMap(portfolio)
        // Neither needs the other: what can be found, and the scores and the other pages. It fills what these leave idle.
        async let searched = workers.count > 1 && isPublished ? SearchedTexts(portfolio, map: map) : nil
        let scored = await reading.scored(root: folder.shownPath(of: ""), workers: workers)
        lap("score")
        let own = overrides?.read() ?? Checked([])
        let root = folder.shownPath(of: "")
        let settings = portfolio.settings
        let templates = TemplateSet.compiled(
            overrides: own.value.map { TemplateFile(path: $0.path, source: $0.source) }, language: settings.language,
            at: settings.languageRange.map { Location(path: root + PortfolioSettings.path, range: $0) })
        lap("templates")
        let flaws = flaws(of: reading, root: root, isStrict: isStrict)
        let (log, prefix) = (reading.log, folder.publishedPrefix)
        let draft =
            if workers.count > 1 {
                await SiteDraft.inParallel(
                    for: scored.value, log: log, map: map, templates: templates.value, flaws: flaws, root: prefix)
            } else {
                SiteDraft(
                    for: scored.value, log: log, map: map, templates: templates.value, flaws: flaws, root: prefix)
            }
        let texts =
            if let found = await searched { found } else {
                isPublished ? SearchedTexts(portfolio, map: map) : .none
            }
        let site = draft?.site(with: texts) ?? Checked(Site(pages: []))
        lap("plan")
        let conflicts = conflicts(of: site.value, in: reading, root: root).map { conflict in
            Diagnostic(
                .pathTaken, at: Location(path: root + conflict.second.text, range: 0..<0),
                "'\(conflict.second.text)' and '\(conflict.first.text)' can't both be published: a disk may hold only one of them",
                hint: conflict.second.text.hasSuffix(".md")
                    ? "rename the file, or give it another 'id:'" : "rename the file, and what links to it")
        }
        var diagnostics = reading.diagnostics + scored.diagnostics + own.diagnostics
        diagnostics += templates.diagnostics + conflicts
        diagnostics += site.diagnostics.map {
            Diagnostic(
                $0.code, at: Location(path: root + $0.location.path, range: $0.location.range), $0.message,
                hint: $0.hint)
        }
        return SiteBuilding(
            reading: reading, site: site.value, diagnostics: diagnostics.inOrder().withoutConsequences(),
            templates: Dictionary(
                own.value.map { ($0.source.path, $0.source) }, uniquingKeysWith: { first, _ in first }))
    }
}
