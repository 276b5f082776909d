extension Change {
    /// Where it belongs among what a reviewer asks.
    package var section: ChangeReport.Section {
        switch noun {
        case .settings, .page: return .portfolio
        case .opportunity, .solution: return .done
        case .metric, .evidence, .goal, .persona, .quote: return .known
        case .pain, .employeePain, .gain, .need, .insight:
            return [.backed, .unbacked].contains(act) || field == "evidence" ? .known : .met
        case .journey: return act == .changed ? .care : .met
        case .stage, .step: return Self.background.contains(field ?? "") ? .known : .met
        }
    }

    private static let background: Set<String> = ["evidence", "insights", "metrics", "feeling-evidence", "notes"]

    /// One sentence without its end, in the author's words.
    package var sentence: String {
        var sentence = name + " " + predicate
        if let likeness { sentence += " (taken for the same: \(Int((likeness * 100).rounded()))% alike)" }
        if !because.isEmpty { sentence += ", because " + because.joined(separator: "; ") }
        return sentence
    }

    private var name: String {
        switch noun {
        case .settings: return "The portfolio's"
        case .journey: return "Journey '\(shown(title))'"
        case .quote: return "A quote" + (place.map { " at '\(shown($0))'" } ?? "")
        default:
            let words = noun.words.prefix(1).uppercased() + noun.words.dropFirst()
            let at = noun.isFinding ? place.map { " at '\(shown($0))'" } ?? "" : ""
            return "\(words) '\(shown(title))'" + at
        }
    }

    private var predicate: String {
        let way = "\(from.map(shown) ?? "none") → \(to.map(shown) ?? "none")"
        switch act {
        case .added:
            if noun == .quote { return "is new: “\(shown(title))”" }
            if noun == .step { return "is new, in '\(shown(to ?? ""))'" }
            return "is new" + (to.map { noun.isFinding ? ", severity \($0)" : ": \($0)" } ?? "")
        case .removed:
            if noun == .quote { return "is gone: “\(shown(title))”" }
            if noun == .step { return "is gone, from '\(shown(from ?? ""))'" }
            return "is gone" + (from.map { noun.isFinding ? ", severity \($0)" : ": \($0)" } ?? "")
        case .opened: return "was opened" + (to.map { ", severity \($0)" } ?? ", severity not assessed")
        case .resolved: return "is resolved" + (to.map { " since \($0)" } ?? "")
        case .reopened: return "is open again"
        case .worsened: return "got worse: severity \(way)"
        case .eased: return "eased: severity \(way)"
        case .renamed: return "was called '\(shown(from ?? ""))'"
        case .moved:
            let kind = field == Self.order ? noun.words + " " : ""
            if field == Self.order, from == to {
                return "moved among its neighbours, and is \(kind)\(to ?? "none") as before"
            }
            return "moved: \(kind)\(from.map(shown) ?? "none") → \(kind)\(to.map(shown) ?? "none")"
                + (along.map { ", with \($0)" } ?? "")
        // Marks and links are seen, and the words are the same.
        case .reworded where from == to: return "has other marks or links: “\(shown(to ?? ""))”"
        case .reworded: return "was reworded: “\(shown(from ?? ""))” → “\(shown(to ?? ""))”"
        case .backed: return "rests on evidence now: \(list(added))"
        case .unbacked: return "no longer rests on evidence: \(list(removed))"
        case .changed: return fieldChange(way)
        }
    }

    private func fieldChange(_ way: String) -> String {
        if self.field == Self.severity {
            return "\(to == nil ? "is no longer assessed" : "is assessed now"): severity \(way)"
        }
        let field = String((field ?? "").map { $0 == "-" || $0 == "_" ? " " : $0 })
        if self.field == "data" {
            return "data: \(dataRows), latest \(from == to ? from.map(shown) ?? "none" : way)"
        }
        if self.field == "quote" {
            return "changed: “\(shown(title))”" + (from == nil && to == nil ? "" : ", said by \(way)") + lists
        }
        let isList = !added.isEmpty || !removed.isEmpty
        if isList, noun == .settings { return field + entries }
        if !isList, let from, from == to { return "\(field), its marks or links: \(shown(from))" }
        return isList ? field + lists : "\(field): \(way)"
    }

    /// `1 corrected (2026-09-30: 10 → 11), 2 new values, 1 removed`
    private var dataRows: String {
        let rows = DataRowChanges(added: added, removed: removed)
        var parts: [String] = []
        if !rows.corrected.isEmpty {
            let told = rows.corrected.prefix(3).map { "\(shown($0.name)): \($0.from) → \($0.to)" }
            let more = rows.corrected.count > 3 ? " and \(rows.corrected.count - 3) more" : ""
            parts.append("\(rows.corrected.count) corrected (\(told.joined(separator: "; "))\(more))")
        }
        if !rows.added.isEmpty { parts.append("\(rows.added.count) new \(rows.added.count == 1 ? "value" : "values")") }
        if !rows.removed.isEmpty { parts.append("\(rows.removed.count) removed") }
        return parts.joined(separator: ", ")
    }

    /// Of a list of names with values, such as trackers, those that have another value now are told once.
    private var entries: String {
        let rows = DataRowChanges(entriesAdded: added, removed: removed)
        let parts = rows.corrected.map { " \($0.name): \(shown($0.from)) → \(shown($0.to))" }
        return parts.joined(separator: ",") + (rows.added.isEmpty ? "" : " + \(list(rows.added))")
            + (rows.removed.isEmpty ? "" : " − \(list(rows.removed))")
    }

    private var lists: String {
        (added.isEmpty ? "" : " + \(list(added))") + (removed.isEmpty ? "" : " − \(list(removed))")
    }

    private func list(_ names: [String]) -> String {
        names.prefix(6).map(shown).joined(separator: ", ") + (names.count > 6 ? " and \(names.count - 6) more" : "")
    }

    private func shown(_ text: String) -> String { text.cut }
}
