import Diagnostics
import Testing

/// One case of the Mustache specification under its name there, with words and data of ours.
struct SpecificationCase: Sendable, CustomTestStringConvertible {
    enum Outcome: Sendable {
        case output(String)
        /// Where the specification renders nothing, a strict engine reports what it can't find, and our kinds decide how a
        /// value is printed.
        case mistakes([DiagnosticCode])
    }

    let name: String
    let template: String
    let fields: [String: Datum]
    let partials: [String: String]
    let outcome: Outcome

    init(
        _ name: String, _ template: String, _ fields: [String: Datum] = [:], partials: [String: String] = [:],
        gives output: String
    ) {
        self.name = name
        self.template = template
        self.fields = fields
        self.partials = partials
        outcome = .output(output)
    }

    init(
        _ name: String, _ template: String, _ fields: [String: Datum] = [:], isMistake codes: DiagnosticCode...
    ) {
        self.name = name
        self.template = template
        self.fields = fields
        partials = [:]
        outcome = .mistakes(codes)
    }

    var testDescription: String { name }

    func check() {
        let rendered = render(template, fields, partials: partials)
        switch outcome {
        case .output(let text):
            #expect(rendered.diagnostics == [])
            #expect(rendered.text == text)
        case .mistakes(let codes):
            #expect(rendered.diagnostics.map(\.code) == codes)
            #expect(rendered.text == "")
        }
    }
}
