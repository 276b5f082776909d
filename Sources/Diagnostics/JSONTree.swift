/// JSON that nests, with its keys in the order in which they are written.
indirect enum JSONTree {
    case text(String)
    case number(Int)
    case flag(Bool)
    case list([JSONTree])
    case object([(String, JSONTree)])

    /// A line each value, set in by two spaces a level.
    func text(depth: Int = 0) -> String {
        switch self {
        case .text(let text): return JSONString.quoted(text)
        case .number(let number): return String(number)
        case .flag(let flag): return flag ? "true" : "false"
        case .list(let elements):
            return Self.lines(of: elements.map { $0.text(depth: depth + 1) }, between: ("[", "]"), depth: depth)
        case .object(let members):
            let members = members.map { "\(JSONString.quoted($0.0)): \($0.1.text(depth: depth + 1))" }
            return Self.lines(of: members, between: ("{", "}"), depth: depth)
        }
    }

    private static func lines(of parts: [String], between marks: (String, String), depth: Int) -> String {
        guard !parts.isEmpty else { return marks.0 + marks.1 }
        let indent = String(repeating: "  ", count: depth)
        return marks.0 + "\n" + parts.map { "\(indent)  \($0)" }.joined(separator: ",\n") + "\n\(indent)\(marks.1)"
    }
}
