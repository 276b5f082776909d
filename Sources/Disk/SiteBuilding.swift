import Diagnostics
import Journeys
import Pages

/// The line from files to a site that is ready to be published.
package struct SiteBuilding: Sendable {
    package let reading: PortfolioReading
    package let site: Site
    /// Of reading, of the templates and of the site, in their one order.
    package let diagnostics: [Diagnostic]
    /// The template files that diagnostics may be about, by their paths.
    package let templates: [String: SourceText]

    package static func prepare(
        _ folder: ContentFolder, overrides: TemplateFolder?, options: PortfolioReading.Options, workers: Workers,
        lap: (String) -> Void = { _ in }
    ) async -> SiteBuilding {
        let reading = await PortfolioReading.read(folder, options: options, workers: workers, lap: lap)
        let own = overrides?.read() ?? Checked([])
        let templates = TemplateSet.compiled(overrides: own.value.map { TemplateFile(path: $0.path, source: $0.source) })
        lap("templates")
        let site = SiteRendering.site(for: reading.linked, asOf: reading.asOf, templates: templates.value)
        lap("plan")
        let root = folder.shownPath(of: "")
        let conflicts = site.value.conflicts.map { conflict in
            Diagnostic(
                .pathTaken, at: Location(path: root + conflict.second.text, range: 0..<0),
                "'\(conflict.second.text)' and '\(conflict.first.text)' can't both be published: a disk may hold only one of them",
                hint: "rename the file, or give it another 'id:'")
        }
        let diagnostics = reading.diagnostics + own.diagnostics + templates.diagnostics + site.diagnostics + conflicts
        return SiteBuilding(
            reading: reading, site: site.value, diagnostics: diagnostics.inOrder(),
            templates: Dictionary(own.value.map { ($0.source.path, $0.source) }, uniquingKeysWith: { first, _ in first }))
    }
}
