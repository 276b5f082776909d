import Diagnostics
import Testing

import struct Foundation.Data
import struct Foundation.URL

@testable import Templates

/// What docs/templates.md shows as the output of a mistake is the output.
@Suite struct DocumentationTests {
    private static let fields: [String: Datum] = [
        "title": "T", "notes": .html("N"), "moment-of-truth": true, "tags": .texts(["a"]),
        "lanes": .list([["name": "L"]]), "owner": ["name": "Kim"],
    ]

    static let mistakes = [
        "<h3>{{titel}}</h3>\n", "<p>{{owner.nme}}</p>\n", "<h4>{{words.evidnce}}</h4>\n", "{{> partials/lnae}}\n",
        "<div>{{notes}}</div>\n", "<h3>{{{title}}}</h3>\n", "<p>{{lanes}}</p>\n", "<p>{{moment-of-truth}}</p>\n",
        "<p>{{owner}}</p>\n", "{{lanes.name}}\n", "<h3>{{title</h3>\n", "{{{notes}}\n",
        "{{#lanes}}\n<p>{{name}}</p>\n", "{{#lanes}}\n  {{#owner}}\n  {{name}}\n{{/lanes}}\n", "<h3>{{ }}</h3>\n",
        "{{the title}}\n", "{{=<% %>}}\n", "{{title}} {{> partials/step}}\n",
    ]

    @Test(arguments: mistakes) func showsTheOutput(template: String) throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let guide = try String(decoding: Data(contentsOf: root.appending(path: "docs/templates.md")), as: UTF8.self)
        let sources = [("step", template), ("lane", "")].map { name, text in
            TemplateSource(
                name: "partials/\(name)",
                source: SourceText(path: "templates/partials/\(name).mustache", text: text))
        }
        let library = TemplateLibrary(sources, constants: ["words": ["evidence": "Evidence"]])
        let schema = ViewSchema("step", Self.fields.mapValues(Shape.init))
        let printer = DiagnosticPrinter(style: .plain) { path in
            sources.first { $0.source.path == path }.map { SourceLines($0.source) }
        }
        let diagnostics = library.compile("partials/step", for: schema).diagnostics
        try #require(diagnostics.count == 1)
        #expect(guide.contains(printer.text(of: diagnostics[0])))
    }
}
