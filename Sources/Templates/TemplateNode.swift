import Diagnostics

/// A template as a tree, with the place of everything that can be wrong.
struct ParsedTemplate: Sendable {
    let name: String
    let source: SourceText
    let nodes: [TemplateNode]
    /// The names in its partial tags.
    let partials: [String]
    /// What is wrong with it whatever it is used for.
    let diagnostics: [Diagnostic]
}

indirect enum TemplateNode: Sendable {
    /// Here a line begins that is not only a tag: the place where a partial's indentation goes.
    case lineStart
    case text(TextRange)
    case print(TemplateName, TemplatePrinting)
    case section(TemplateSection)
    case partial(TemplatePartial)
}

/// How a tag asks for a value to be printed.
enum TemplatePrinting: Sendable {
    /// `{{name}}`
    case escaped
    /// `{{{name}}}` or `{{&name}}`
    case raw
}

/// `{{#name}}…{{/name}}` or `{{^name}}…{{/name}}`
struct TemplateSection: Sendable {
    enum Condition: Sendable {
        case filled, empty
    }

    let name: TemplateName
    let condition: Condition
    let nodes: [TemplateNode]
}

/// `{{> name}}`
struct TemplatePartial: Sendable {
    enum Placement: Sendable {
        /// Alone on its line, behind this white space.
        case ownLine(indentation: TextRange)
        case inline
    }

    let name: String
    let range: TextRange
    let placement: Placement
}

/// A name in a tag: `.`, `title` or `owner.name`.
struct TemplateName: Sendable {
    struct Part: Sendable {
        let text: String
        let range: TextRange
    }

    let text: String
    let range: TextRange
    /// None for `.`, and none for what isn't a name, which was reported when it was read.
    let parts: [Part]

    var isCurrent: Bool { text == "." }
}

extension TemplateName {
    init(_ source: SourceText, _ range: TextRange) {
        text = String(decoding: source.bytes[range], as: UTF8.self)
        self.range = range
        guard text != "." else {
            parts = []
            return
        }
        let parts = source.bytes[range].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        let areNames = parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(Self.isNameByte) }
        self.parts =
            areNames
            ? parts.map { Part(text: String(decoding: $0, as: UTF8.self), range: $0.startIndex..<$0.endIndex) } : []
    }

    var isName: Bool { isCurrent || !parts.isEmpty }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), 0x80...:
            true
        default:
            false
        }
    }
}
