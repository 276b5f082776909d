/// Texts that are the same on every page of a site, such as interface words: `{{words.evidence}}`.
///
/// They are escaped and made part of the program when a template is compiled, so that they cost nothing to render.
package struct TemplateConstants: Sendable, ExpressibleByDictionaryLiteral {
    package enum Entry: Sendable, ExpressibleByStringLiteral, ExpressibleByDictionaryLiteral {
        case text(String)
        case group(TemplateConstants)

        package init(stringLiteral text: String) {
            self = .text(text)
        }

        package init(dictionaryLiteral entries: (String, Entry)...) {
            self = .group(TemplateConstants(entries))
        }
    }

    package let entries: [String: Entry]

    package init(_ entries: [String: Entry]) {
        self.entries = entries
    }

    package init(dictionaryLiteral entries: (String, Entry)...) {
        self.init(entries)
    }

    /// Of two entries of one name, the later stands.
    private init(_ entries: [(String, Entry)]) {
        self.init(Dictionary(entries) { _, later in later })
    }

    package static let none = TemplateConstants([String: Entry]())
}

extension TemplateConstants {
    /// The group at a path of names.
    func group(at path: [String]) -> TemplateConstants? {
        var group = self
        for name in path {
            guard case .group(let inner) = group.entries[name] else { return nil }
            group = inner
        }
        return group
    }
}
