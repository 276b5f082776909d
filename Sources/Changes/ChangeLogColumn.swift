/// A column of `changes.csv`.
package enum ChangeLogColumn: String, CaseIterable, Sendable {
    case date, journey, on, act, field, subject, title, moment, place, from, to, added, removed, likeness, because, day,
        by

    static let required: [ChangeLogColumn] = [.date, .on, .act, .subject]
}

/// Several names in one field of a table: between them `; `, a `;` or `\` of a name with `\` before it.
package enum NameList {
    /// What is listed of a change: of more, the rest is counted.
    package static let limit = 12

    /// - Returns: at most `limit` names; then `+7` for seven more.
    package static func text(of names: [String]) -> String {
        var shown = names.prefix(limit).map { name in
            name.replacing("\\", with: "\\\\").replacing(";", with: "\\;")
        }
        if names.count > limit { shown.append("+\(names.count - limit)") }
        return shown.joined(separator: "; ")
    }

    package static func names(in text: String) -> [String] {
        guard !text.isEmpty else { return [] }
        var names: [String] = [""]
        var isEscaped = false
        for character in text {
            if isEscaped {
                names[names.count - 1].append(character)
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else if character == ";" {
                names.append("")
            } else if character != " " || !(names.last ?? "").isEmpty || names.count == 1 {
                names[names.count - 1].append(character)
            }
        }
        return names
    }

    /// How many more the last of the names stands for; nothing where it is a name as others are.
    package static func more(_ name: String) -> Int? {
        guard name.hasPrefix("+"), let count = Int(name.dropFirst()), count > 0 else { return nil }
        return count
    }
}
