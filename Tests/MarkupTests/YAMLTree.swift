import Diagnostics
import Markup

extension YAMLNode {
    /// The tree as one line: `{a: x, b: [1, ~]}`.
    var outline: String {
        switch kind {
        case .scalar(let text): text
        case .empty: "~"
        case .broken: "!"
        case .sequence(let items): "[" + items.map(\.outline).joined(separator: ", ") + "]"
        case .mapping(let mapping): mapping.outline
        }
    }
}

extension YAMLMapping {
    var outline: String { "{" + entries.map { "\($0.key): \($0.value.outline)" }.joined(separator: ", ") + "}" }

    /// Reads a whole text.
    static func read(_ source: SourceText) -> Checked<YAMLMapping> { read(source, in: 0..<source.bytes.count) }
}

extension Checked {
    var codes: [String] { diagnostics.sorted().map(\.code.rawValue) }
    var messages: [String] { diagnostics.sorted().map(\.message) }
    var ranges: [TextRange] { diagnostics.sorted().map(\.location.range) }
}
