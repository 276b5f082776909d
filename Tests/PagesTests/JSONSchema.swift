import Foundation

/// What a JSON Schema (2020-12) says is wrong with a value, for the keywords that ours is written with.
struct JSONSchema {
    private static let known: Set<String> = [
        "$schema", "$defs", "$ref", "title", "description", "type", "enum", "const", "anyOf", "properties", "required",
        "additionalProperties", "items", "minItems", "maxItems", "minimum", "maximum", "pattern",
    ]

    private let root: [String: Any]

    init?(_ text: String) {
        guard let root = Self.parse(text) as? [String: Any] else { return nil }
        self.root = root
    }

    static func parse(_ text: String) -> Any? {
        try? JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)
    }

    func problems(of text: String) -> [String] {
        guard let value = Self.parse(text) else { return ["it is no JSON"] }
        return problems(of: value, under: root, at: "")
    }

    private func problems(of value: Any, under schema: [String: Any], at path: String) -> [String] {
        var found = schema.keys.filter { !Self.known.contains($0) }.map { "\(path): keyword '\($0)' is not known here" }
        if let reference = schema["$ref"] as? String {
            let name = reference.split(separator: "/").last.map(String.init) ?? ""
            guard let definition = (root["$defs"] as? [String: Any])?[name] as? [String: Any] else {
                return found + ["\(path): there is no '\(reference)'"]
            }
            found += problems(of: value, under: definition, at: path)
        }
        if let choices = schema["anyOf"] as? [[String: Any]] {
            let all = choices.map { problems(of: value, under: $0, at: path) }
            if !all.contains([]) { found += all.flatMap { $0 } }
        }
        if let allowed = schema["enum"] as? [Any], !allowed.contains(where: { Self.equal($0, value) }) {
            found.append("\(path): \(value) is none of \(allowed)")
        }
        if let constant = schema["const"], !Self.equal(constant, value) { found.append("\(path): not \(constant)") }
        let types = schema["type"] as? [String] ?? (schema["type"] as? String).map { [$0] } ?? []
        if !types.isEmpty, !types.contains(where: { Self.isOf($0, value) }) {
            found.append("\(path): \(value) is not \(types)")
        }
        found += Self.limits(of: value, schema).map { "\(path): \($0)" }
        if let object = value as? [String: Any] { found += members(of: object, under: schema, at: path) }
        if let list = value as? [Any], let items = schema["items"] as? [String: Any] {
            for (index, item) in list.enumerated() {
                found += problems(of: item, under: items, at: "\(path)[\(index)]")
            }
        }
        return found
    }

    private func members(of object: [String: Any], under schema: [String: Any], at path: String) -> [String] {
        let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
        let required = schema["required"] as? [String] ?? []
        var found = required.filter { object[$0] == nil }.map { "\(path): '\($0)' is missing" }
        for (key, value) in object {
            if let property = properties[key] {
                found += problems(of: value, under: property, at: "\(path).\(key)")
            } else if schema["additionalProperties"] as? Bool == false {
                found.append("\(path): '\(key)' is not known")
            }
        }
        return found
    }

    private static func limits(of value: Any, _ schema: [String: Any]) -> [String] {
        var found: [String] = []
        if let number = value as? NSNumber, !isOf("boolean", value) {
            if let least = schema["minimum"] as? NSNumber, number.doubleValue < least.doubleValue {
                found.append("\(number) is below \(least)")
            }
            if let most = schema["maximum"] as? NSNumber, number.doubleValue > most.doubleValue {
                found.append("\(number) is above \(most)")
            }
        }
        if let text = value as? String, let pattern = schema["pattern"] as? String,
            text.range(of: pattern, options: .regularExpression) == nil
        {
            found.append("'\(text)' is not like \(pattern)")
        }
        if let list = value as? [Any] {
            if let least = schema["minItems"] as? Int, list.count < least { found.append("fewer than \(least)") }
            if let most = schema["maxItems"] as? Int, list.count > most { found.append("more than \(most)") }
        }
        return found
    }

    private static func isOf(_ type: String, _ value: Any) -> Bool {
        let number = value as? NSNumber
        // The type that Foundation encodes truth values with; the numbers of a JSON text never have it.
        let isBoolean = number.map { $0.objCType[0] == 0x63 } ?? false
        switch type {
        case "null": return value is NSNull
        case "boolean": return isBoolean
        case "object": return value is [String: Any]
        case "array": return value is [Any]
        case "string": return value is String
        case "integer": return !isBoolean && (number.map { $0.doubleValue == $0.doubleValue.rounded() } ?? false)
        case "number": return !isBoolean && number != nil
        default: return false
        }
    }

    private static func equal(_ left: Any, _ right: Any) -> Bool {
        (left as? NSObject).map { $0.isEqual(right) } ?? false
    }
}
