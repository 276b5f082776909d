import Diagnostics

@testable import Templates

/// A library whose sources are at `<name>.mustache`.
func library(
    _ templates: [String: String], constants: TemplateConstants = .none
) -> TemplateLibrary {
    TemplateLibrary(
        templates.sorted { $0.key < $1.key }.map { name, text in
            TemplateSource(name: name, source: SourceText(path: "\(name).mustache", text: text))
        }, constants: constants)
}

struct Rendered {
    let text: String
    let diagnostics: [Diagnostic]
}

func render(
    _ template: String, _ fields: [String: Datum] = [:], partials: [String: String] = [:],
    constants: TemplateConstants = .none
) -> Rendered {
    let library = library(partials.merging(["page": template]) { _, page in page }, constants: constants)
    let compiled = library.compile("page", for: ViewSchema("page", fields.mapValues(Shape.init)))
    var record = Record(fields: fields)
    var output = PageBuffer()
    withUnsafeMutablePointer(to: &record) {
        compiled.value.program.render(ViewStore(inPlaceAt: $0), into: &output)
    }
    return Rendered(text: String(decoding: output.bytes, as: UTF8.self), diagnostics: compiled.diagnostics)
}

func render<V: TemplateView>(
    _ templates: [String: String], _ view: V, constants: TemplateConstants = .none
) -> Rendered {
    let checked = library(templates, constants: constants).template("page", for: V.self)
    var output = PageBuffer()
    checked.value.render(view, into: &output)
    return Rendered(text: String(decoding: output.bytes, as: UTF8.self), diagnostics: checked.diagnostics)
}
