import Diagnostics

/// One template file, by the name that partial tags call it.
package struct TemplateSource: Sendable {
    /// The path inside the templates folder without its extension: `journey`, `partials/step`.
    package let name: String
    package let source: SourceText

    package init(name: String, source: SourceText) {
        self.name = name
        self.source = source
    }
}
