import Diagnostics
import Markup

/// Keys that take words of the author's own, and the names of people.
extension FieldReader {
    mutating func texts(_ key: String) -> [String] {
        let values = scalars(key)
        warnOfNothing(in: values, of: key)
        return once(values, of: key).map(\.text)
    }

    /// Words of the author's own, each once: those that differ in case alone are one. A text with commas may be one of them.
    mutating func words(_ key: String) -> [String] {
        let values = scalars(key)
        warnOfNothing(in: values, of: key)
        return once(values, of: key, inAnyCase: true).map(\.text)
    }

    /// `N/A`, which would be a value like any other. Among others, `NA` is a region.
    private mutating func warnOfNothing(
        in values: [(text: String, node: YAMLNode)], of key: String, isName: Bool = false
    ) {
        for value in values where value.text.utf8.count <= Placeholders.longest {
            guard let said = Placeholders.found(in: value.text, isName: isName),
                values.count == 1 || said.lowercased() != "na"
            else { continue }
            say(
                .emptyEntry, value.node.range,
                "'\(said)' says nothing, but is read as a value of '\(key)' like any other",
                hint: "delete it, and the line if nothing is left")
        }
    }

    /// Names of people and teams, each once: none has a comma in it.
    mutating func people(_ key: String) -> [String] {
        let values = names(key)
        warnOfNothing(in: values, of: key, isName: true)
        return once(values, of: key, inAnyCase: true).map(\.text)
    }

    /// The keys of a tracker, of which none has a blank in it.
    mutating func trackerKeys(_ key: String) -> [String] {
        names(key).flatMap { value -> [String] in
            let parts = value.text.split(separator: " ").map(String.init)
            let areKeys =
                parts.count > 1 && parts.allSatisfy { $0.utf8.contains(UInt8(ascii: "-")) && $0.last?.isNumber == true }
            guard areKeys else { return [value.text] }
            say(
                .wrongValue, value.node.range, "'\(key)' is one text: blanks separate nothing here",
                hint: "write \(key): [\(parts.joined(separator: ", "))]")
            return parts
        }
    }
}
