import Diagnostics

/// All templates of a site, parsed once, to be compiled for the views that pages have.
package struct TemplateLibrary: Sendable {
    private let templates: [String: ParsedTemplate]
    private let constants: TemplateConstants

    /// - Parameter sources: of two of one name, the later stands, so that an author's own can follow the built-in ones.
    package init(_ sources: [TemplateSource], constants: TemplateConstants) {
        let parsed = sources.map { ($0.name, TemplateParser.parse($0)) }
        templates = Dictionary(parsed) { _, later in later }
        self.constants = constants
    }

    /// The template of a name for a type of view, and all that is wrong with it and its partials, each mistake once.
    /// A template with mistakes renders nothing.
    package func template<V: TemplateView>(_ name: String, for view: V.Type) -> Checked<Template<V>> {
        let compiled = compile(name, for: V.fields.schema)
        return Checked(
            Template(program: compiled.value.program, sources: compiled.value.sources), compiled.diagnostics)
    }

    func compile(_ name: String, for schema: ViewSchema) -> Checked<(program: TemplateProgram, sources: Set<String>)> {
        guard let template = templates[name] else {
            return Checked((TemplateProgram(), []), [missing(name)])
        }
        var compiler = TemplateCompiler(library: templates, constants: constants)
        let program = compiler.compile(template, for: schema)
        return Checked((program, compiler.used), compiler.diagnostics)
    }

    /// No file says that it should be there, so the place is the file that isn't.
    private func missing(_ name: String) -> Diagnostic {
        Diagnostic(
            .unknownTemplate, at: Location(path: name, range: 0..<0), "there is no template '\(name)'",
            hint: NearestName.hint(for: name, among: templates.keys.sorted()), severity: .error)
    }

    /// Warnings for the sources that none of the templates was made from.
    /// - Parameter used: `Template.sources` of all of them.
    package func strays(besides used: Set<String>) -> [Diagnostic] {
        templates.values.filter { !used.contains($0.name) }.map { template in
            Diagnostic(
                .unknownTemplate, at: Location(path: template.source.path, range: 0..<0),
                "template '\(template.name)' is not used by any page",
                hint: NearestName.hint(for: template.name, among: used.sorted()))
        }.inOrder()
    }
}

extension [Diagnostic] {
    /// A partial is compiled wherever it is included: a mistake at one place that reads the same is one mistake.
    func onceEach() -> [Diagnostic] {
        var result: [Diagnostic] = []
        for diagnostic in inOrder() {
            let isKnown =
                result.last.map {
                    $0.location == diagnostic.location && $0.code == diagnostic.code
                        && $0.message == diagnostic.message
                } ?? false
            if !isKnown { result.append(diagnostic) }
        }
        return result
    }
}
