import Changes
import Journeys
import Scoring

/// What was changed, in the language of the site: labels of fields, and values as pages show them elsewhere.
struct SpokenChange {
    let edition: Edition

    private var words: Words { edition.words }
    private var figures: Figures { edition.figures }

    // MARK: Names

    func noun(_ noun: Change.Noun) -> String {
        switch noun {
        case .journey: words[.journey]
        case .stage: words[.stage]
        case .step: words[.step]
        case .pain: words[.pain]
        case .employeePain: words[.employeePain]
        case .gain: words[.gain]
        case .need: words[.need]
        case .quote: words[.quote]
        case .persona: words[.persona]
        case .goal: words[.goal]
        case .metric: words[.metric]
        case .evidence: words[.evidence]
        case .insight: words[.insight]
        case .opportunity: words[.opportunity]
        case .solution: words[.solution]
        case .page: words[.page]
        case .settings: words[.portfolio]
        }
    }

    func act(_ act: Change.Act) -> String {
        switch act {
        case .added: words[.wasAdded]
        case .removed: words[.wasRemoved]
        case .renamed: words[.wasRenamed]
        case .moved: words[.wasMoved]
        case .changed: words[.wasChanged]
        case .opened: words[.wasOpened]
        case .resolved: words[.wasResolved]
        case .reopened: words[.wasReopened]
        case .worsened: words[.gotWorse]
        case .eased: words[.wasEased]
        case .backed: words[.wasBacked]
        case .unbacked: words[.wasUnbacked]
        case .reworded: words[.wasReworded]
        }
    }

    /// Lanes are called as the maps call them; a field that nothing is known of any more, as it was written.
    func field(_ field: String) -> String {
        if let lane = edition.taxonomy.lanes.first(where: { $0.id == field }) { return lane.label }
        if let key = Self.keys[field], let label = words.texts[key] { return label }
        if let label = words.texts["field-" + field.replacing("_", with: "-")] { return label }
        if Self.plain.contains(field), let label = words.texts[field.replacing("_", with: "-")] { return label }
        return field.replacing("-", with: " ").replacing("_", with: " ")
    }

    /// Fields whose label has the field's own name as its key.
    private static let plain: Set<String> = [
        "status", "state", "level", "baseline", "personas", "goals", "metrics", "rhythm", "triggers", "contributors",
        "products", "segments", "owner", "team", "tags", "decision", "stage", "addresses", "reach", "effort", "impact",
        "confidence", "ease", "customer_impact", "business_impact", "value", "time_criticality", "risk_reduction",
        "importance", "satisfaction", "target", "perspective", "type", "method", "scale", "noise", "source",
        "frequency", "sample", "researcher", "role", "segment", "quote", "by", "severity", "evidence", "delivery",
        "opportunities", "solutions", "insights", "persona", "resolved", "weight", "verdict", "levels", "lanes",
        "audiences", "moment-of-truth", "metric",
    ]

    private static let keys = [
        "review": "reviewed", "share": "share-of-customers", "parent": "wider-goal", "date": "dated",
        "direction": "better", "stages": "stage-model", "emotion": "feeling", "feeling-evidence": "evidence",
        "audience": "audiences", "data": "latest-values",
    ]

    // MARK: Values

    /// As pages show such a value elsewhere.
    func value(_ text: String, of change: Change) -> String {
        if let word = word(text, of: change) { return word }
        if text.contains("-"), let period = CalendarPeriod(iso: text) { return figures.date(period) }
        if change.field == "emotion" { return text.replacing("-", with: words[.minus]) }
        if let number = Double(text), number.isFinite, !text.hasPrefix("0") || text.count < 3 {
            return figures.number(number, places: 4)
        }
        return words.isolated(text)
    }

    private func word(_ text: String, of change: Change) -> String? {
        switch (change.noun, change.field) {
        case (.opportunity, "stage"): Opportunity.Stage(rawValue: text).map { words[$0.word] }
        case (.opportunity, "decision"): Opportunity.Decision(rawValue: text).map { words[$0.word] }
        case (.solution, "status"): Solution.Status(rawValue: text).map { words[$0.word] }
        case (.solution, "verdict"): LoopMeasurement.Outcome(rawValue: text).map { words[$0.word] }
        case (.evidence, "method"): Evidence.Method(rawValue: text).map { words[$0.word] }
        case (.journey, "status"): Self.statuses[text].map { words[$0] }
        case (_, "moment-of-truth"): words[.momentOfTruth]
        default: nil
        }
    }

    private static let statuses: [String: Word] = ["active": .active, "draft": .draft, "archived": .archived]

    /// "Low → high"; of one that was or is not said, that alone.
    func way(of change: Change) -> String? {
        let sides = (change.from.map { value($0, of: change) }, change.to.map { value($0, of: change) })
        switch sides {
        case (let from?, let to?): return from == to ? nil : words.transition([from, to])
        case (nil, let to?): return to
        case (let from?, nil): return words.transition([from, words[.absent]])
        case (nil, nil): return nil
        }
    }

    /// "+ A, B − C"
    func lists(of change: Change) -> String? {
        let parts = [("+", change.added), ("−", change.removed)].filter { !$0.1.isEmpty }.map { sign, names in
            "\(sign) \(list(names))"
        }
        return parts.isEmpty ? nil : parts.joined(separator: " ")
    }

    /// The titles of what is named by id, as far as it is still there.
    func list(_ names: [String]) -> String {
        let limit = 6
        var shown: [String] = []
        var more = 0
        for name in names {
            if let count = NameList.more(name) {
                more += count
            } else if shown.count < limit {
                let title = words.isolated(title(of: name))
                if !shown.contains(title) { shown.append(title) }
            } else {
                more += 1
            }
        }
        if more > 0 { shown.append(words(.andMore, ["n": figures.number(more)])) }
        return words.listed(shown)
    }

    private func title(of name: String) -> String {
        edition.item(named: name).map { edition.title(of: $0) } ?? name
    }
}

extension Edition {
    /// What an id, or an id and an anchor, leads to today.
    func item(named name: String) -> Target? {
        guard let id = name.split(separator: "#", maxSplits: 1).first else { return nil }
        return ContentKind.allCases.lazy.compactMap { self.linked.directory.item($0, id: String(id)) }.first
    }
}
