import Diagnostics
import Markup

/// How opportunities are ranked.
package enum PriorityModel: String, CaseIterable, Sendable {
    case weighted, rice, ice
    case iceMean = "ice-mean"
    case wsjf, ulwick
}

/// The weights and thresholds of all scores, with their defaults. Weights may have any positive sum.
package struct ScoringSettings: Sendable {
    package struct Health: Sendable {
        package var experience = 40.0
        package var customerOutcomes = 25.0
        package var businessOutcomes = 20.0
        package var operations = 15.0
    }

    package struct Trust: Sendable {
        package var evidence = 60.0
        package var stewardship = 40.0
    }

    /// The least score that each grade asks for, 0 to 100; what is below D is E.
    package struct Grades: Sendable {
        package var a = 80.0
        package var b = 65.0
        package var c = 50.0
        package var d = 35.0
    }

    package struct Priority: Sendable {
        package var model = PriorityModel.weighted
        package var customerImpact = 0.45
        package var businessImpact = 0.30
        package var ease = 0.25
        /// Whether a model is named that there is none of: what opportunities give for the one that was meant is no mistake of theirs.
        package var isModelUnread = false
    }

    package var health = Health()
    package var trust = Trust()
    /// Days for which evidence is fresh.
    package var freshEvidence = 548.0
    package var grades = Grades()
    package var priority = Priority()

    package init() {}
}

extension ScoringSettings {
    /// Reads the mapping under `scoring:`.
    static func read(_ node: YAMLNode, in source: SourceText) -> Checked<ScoringSettings> {
        guard case .mapping(let mapping) = node.kind else {
            let problem = Diagnostic(
                .wrongKind, at: Location(path: source.path, range: node.range),
                "'scoring' has keys of its own, such as 'health:'")
            return Checked(ScoringSettings(), [problem])
        }
        var settings = ScoringSettings()
        var fields = FieldReader(source: source, mapping: mapping)
        fields.weights(
            "health", of: "'health'",
            [
                ("experience", { settings.health.experience = $0 }),
                ("customer_outcomes", { settings.health.customerOutcomes = $0 }),
                ("business_outcomes", { settings.health.businessOutcomes = $0 }),
                ("operations", { settings.health.operations = $0 }),
            ]
        ) {
            settings.health.experience + settings.health.customerOutcomes + settings.health.businessOutcomes
                + settings.health.operations
        }
        fields.weights(
            "trust", of: "'trust'",
            [
                ("evidence", { settings.trust.evidence = $0 }), ("stewardship", { settings.trust.stewardship = $0 }),
            ]
        ) { settings.trust.evidence + settings.trust.stewardship }
        fields.group("evidence") { inner in
            if let days = inner.number("fresh", in: 1...36_500, isWhole: true, unit: .days) {
                settings.freshEvidence = days
            }
        }
        fields.group("grades") { inner in
            if let a = inner.number("A", in: 0...100) { settings.grades.a = a }
            if let b = inner.number("B", in: 0...100) { settings.grades.b = b }
            if let c = inner.number("C", in: 0...100) { settings.grades.c = c }
            if let d = inner.number("D", in: 0...100) { settings.grades.d = d }
            let grades = settings.grades
            // The first that is not below the one before it, where it is given.
            let fallen = zip(["B", "C", "D"], [(grades.a, grades.b), (grades.b, grades.c), (grades.c, grades.d)])
                .first { key, pair in pair.0 <= pair.1 && inner.has(key) }?.0
            if !(grades.a > grades.b && grades.b > grades.c && grades.c > grades.d),
                let place = inner.valueRange(fallen ?? "A") ?? inner.mapping.entries.first?.keyRange
            {
                inner.say(.wrongValue, place, "the thresholds of 'grades' must fall from A to D")
            }
        }
        fields.group("priority") { inner in
            if let model = inner.choice("model", PriorityModel.self) {
                settings.priority.model = model
            } else {
                settings.priority.isModelUnread = inner.has("model")
            }
            if let weight = inner.number("customer_impact", in: 0...Double.infinity) {
                settings.priority.customerImpact = weight
            }
            if let weight = inner.number("business_impact", in: 0...Double.infinity) {
                settings.priority.businessImpact = weight
            }
            if let weight = inner.number("ease", in: 0...Double.infinity) { settings.priority.ease = weight }
            if settings.priority.model != .weighted {
                for key in ["customer_impact", "business_impact", "ease"] {
                    guard let place = inner.keyRange(key) else { continue }
                    inner.say(
                        .unknownKey, place,
                        "'\(key)' is a weight of the model 'weighted', so it is not read with '\(settings.priority.model.rawValue)'"
                    )
                }
            }
            let sum = settings.priority.customerImpact + settings.priority.businessImpact + settings.priority.ease
            if sum <= 0, let first = inner.mapping.entries.first {
                inner.say(.wrongValue, first.keyRange, "the weights of 'priority' are all 0: one must be above it")
            }
        }
        fields.finish(kind: "'scoring'")
        return Checked(settings, fields.diagnostics)
    }
}

extension FieldReader {
    /// Reads a mapping under a key with a reader of its own, and warns about the keys that it did not ask for.
    mutating func group(_ key: String, _ read: (inout FieldReader) -> Void) {
        guard let node = node(key) else { return }
        guard case .mapping(let mapping) = node.kind else {
            var hint: String?
            if key == "priority", case .scalar(let text) = node.kind,
                let model = PriorityModel(rawValue: text.lowercased())
            {
                hint = "write priority: {model: \(model.rawValue)}"
            } else if key == "grades" || key == "theme" || key == "checks" {
                let examples = [
                    "grades": "A: 80, B: 65", "theme": "accent: \"#0b6e4f\"", "checks": "overdue-review: warning",
                ]
                hint = examples[key].map { "write \(key): {\($0)}" }
            }
            return say(
                .wrongKind, node.range, "'\(key)' has keys of its own: expected 'key: value' lines below it", hint: hint
            )
        }
        var inner = FieldReader(source: source, mapping: mapping)
        read(&inner)
        inner.finish(kind: "'\(key)'")
        add(inner.diagnostics)
    }

    fileprivate mutating func weights(
        _ key: String, of what: String, _ parts: [(String, (Double) -> Void)], sum: () -> Double
    ) {
        group(key) { inner in
            for (name, set) in parts {
                if let weight = inner.number(name, in: 0...Double.infinity, unit: .points) { set(weight) }
            }
            if sum() <= 0, let first = inner.mapping.entries.first {
                inner.say(.wrongValue, first.keyRange, "the weights of \(what) are all 0: one must be above it")
            }
        }
    }
}
