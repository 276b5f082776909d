import Diagnostics

/// JSON with keys in the order in which they are written.
indirect enum JSONText {
    case null
    case text(String)
    /// A number as it is to be written.
    case number(String)
    case bool(Bool)
    case list([JSONText])
    case object([(String, JSONText)])

    static func text(_ text: String?) -> JSONText { text.map { .text($0) } ?? .null }
    static func whole(_ number: Int?) -> JSONText { number.map { .number(String($0)) } ?? .null }
    /// With two decimals at most, as data files have scores.
    static func score(_ value: Double?) -> JSONText { value.map { .number(Figure.plain($0)) } ?? .null }
    /// With four decimals at most, as data files have shares.
    static func share(_ value: Double?) -> JSONText { value.map { .number(Figure.plain($0, 4)) } ?? .null }

    /// Lists of things a line each; what is in them on one line.
    func text(depth: Int = 0) -> String {
        switch self {
        case .null: return "null"
        case .text(let text): return JSONString.quoted(text)
        case .number(let digits): return digits
        case .bool(let value): return value ? "true" : "false"
        case .list(let elements):
            guard !elements.isEmpty else { return "[]" }
            guard elements.contains(where: \.isObject) else {
                return "[" + elements.map { $0.text(depth: depth) }.joined(separator: ", ") + "]"
            }
            let indent = String(repeating: "  ", count: depth + 1)
            let lines = elements.map { indent + $0.text(depth: depth + 1) }.joined(separator: ",\n")
            return "[\n\(lines)\n\(String(repeating: "  ", count: depth))]"
        case .object(let members):
            return "{"
                + members.map { "\(JSONString.quoted($0.0)): \($0.1.text(depth: depth))" }.joined(separator: ", ")
                + "}"
        }
    }

    private var isObject: Bool {
        if case .object = self { return true }
        return false
    }
}
