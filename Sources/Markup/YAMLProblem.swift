import CYAML
import Diagnostics

extension YAMLReading {
    func describeProblem(of parser: yaml_parser_t) -> Diagnostic {
        let problem = parser.problem.map { String(cString: $0) } ?? "it can't be read"
        let context = parser.context.map { String(cString: $0) } ?? ""
        let isReader = parser.error == YAML_READER_ERROR
        var place = isReader ? range.lowerBound + Int(parser.problem_offset) : offset(of: parser.problem_mark)
        place = min(place, range.upperBound)
        let found = String(decoding: source.bytes[place..<range.upperBound].prefix(4), as: UTF8.self).first
        // What was begun and never ended is best shown where it begins.
        let begun = ["quoted scalar", "flow", "simple key", "alias", "anchor", "tag"]
        if begun.contains(where: context.contains) { place = offset(of: parser.context_mark) }
        place = min(place, max(range.lowerBound, range.upperBound - 1))
        let explanation = Self.explanation(problem: problem, context: context, found: found)
        return Diagnostic(
            .yamlSyntax, at: Location(path: source.path, range: place..<min(place + 1, range.upperBound)),
            explanation.message, hint: explanation.hint)
    }

    /// What libyaml stopped at, in an author's words.
    static func explanation(problem: String, context: String, found: Character?) -> (message: String, hint: String?) {
        if problem.contains("cannot start any token") {
            if found == "\t" {
                return ("a tab can't be used to indent here", "use spaces")
            }
            let character = found.map { "'\($0)'" } ?? "this character"
            return ("a value can't start with \(character)", "put quotes around the value")
        }
        if problem.contains("mapping values are not allowed") {
            return ("a colon followed by a space can't stand inside a value here", "put quotes around the value")
        }
        if context.contains("quoted scalar") {
            return (
                "the quotes that open here are never closed",
                "a quote inside quotes is written twice ('') or escaped (\\\")"
            )
        }
        if context.contains("flow sequence") {
            return (
                "the list that opens with '[' is not closed with ']'",
                "separate its values by commas, and quote those that have commas, colons or brackets"
            )
        }
        if context.contains("flow mapping") {
            return (
                "the mapping that opens with '{' is not closed with '}'",
                "separate its keys by commas, and put quotes around a text that starts with '{'"
            )
        }
        if context.contains("simple key") || problem.contains("could not find expected ':'") {
            return ("expected a colon and a space after the key", "write 'key: value'")
        }
        if context.contains("block mapping") || context.contains("block collection") {
            return (
                "expected 'key: value' in line with the keys above",
                "keys of one level start in the same column; a value that starts with a quote, '[' or '{' must end with it"
            )
        }
        if problem.contains("control characters") {
            return ("a control character can't stand in YAML", "delete it")
        }
        if context.contains("alias") || context.contains("anchor") {
            return ("a value can't start with '*' or '&'", "put quotes around the value")
        }
        if context.contains("tag") {
            return ("a value can't start with '!'", "put quotes around the value")
        }
        return ("this is not YAML: \(problem)", nil)
    }
}
