import Diagnostics
import Markup

extension Opportunity {
    static func read(_ source: SourceText, path: String, settings: PortfolioSettings) -> Checked<Opportunity> {
        var reading = RecordReading(source, path: path, kind: kind, settings: settings)
        let record = reading.freeRecord()
        var inputs: [Input: Double] = [:]
        for input in Input.allCases {
            inputs[input] =
                settings.scoring.priority.isModelUnread
                ? reading.fields.number(input.rawValue)
                : read(input, with: &reading, model: settings.scoring.priority.model)
        }
        var opportunity = Opportunity(
            record: record, addresses: reading.fields.references("addresses"), inputs: inputs,
            goals: reading.fields.references("goals"), metrics: reading.fields.references("metrics"),
            stage: reading.fields.choice("stage", Stage.self) ?? .discover,
            decision: reading.fields.choice("decision", Decision.self),
            decisionRange: reading.fields.valueRange("decision"), because: reading.fields.text("because"),
            decided: reading.fields.date("decided"), decidedRange: reading.fields.valueRange("decided"))
        let told = opportunity.decidedRange ?? reading.fields.valueRange("because")
        if let told, opportunity.decided != nil || opportunity.because != nil, !reading.fields.isMeant("decision") {
            reading.say(
                .decidedWithoutDecision, told, "this tells of a decision, but not which it was",
                hint: "add 'decision: will', 'later' or 'wont'")
        }
        opportunity.given = reading.meant([.because], inputs: Input.allCases)
        return Checked(opportunity, reading.finish())
    }

    /// The values that each model allows for its inputs.
    private static func read(_ input: Input, with reading: inout RecordReading, model: PriorityModel) -> Double? {
        let key = input.rawValue
        switch input {
        case .customerImpact, .businessImpact: return reading.fields.number(key, in: 1...5)
        case .effort:
            switch model {
            case .rice: return positive(key, with: &reading, unit: "person-months")
            case .wsjf: return step(key, of: wsjfSteps, with: &reading)
            default: return reading.fields.number(key, in: 1...5)
            }
        case .reach: return reading.fields.number(key, in: 0...Double.infinity)
        case .impact:
            return model == .rice
                ? step(key, of: [0.25, 0.5, 1, 2, 3], with: &reading) : reading.fields.number(key, in: 1...10)
        case .confidence:
            return model == .rice ? reading.fields.number(key, in: 0...1) : reading.fields.number(key, in: 1...10)
        case .ease: return reading.fields.number(key, in: 1...10)
        case .value, .timeCriticality, .riskReduction: return step(key, of: wsjfSteps, with: &reading)
        case .importance, .satisfaction: return reading.fields.number(key, in: 0...10)
        }
    }

    private static let wsjfSteps: [Double] = [1, 2, 3, 5, 8, 13, 20]

    private static func positive(_ key: String, with reading: inout RecordReading, unit: String) -> Double? {
        guard let number = reading.fields.number(key) else { return nil }
        if number > 0 { return number }
        reading.say(.badNumber, reading.fields.valueRange(key) ?? 0..<0, "'\(key)' takes a number of \(unit) above 0")
        return nil
    }

    private static func step(_ key: String, of steps: [Double], with reading: inout RecordReading) -> Double? {
        guard let number = reading.fields.number(key) else { return nil }
        if steps.contains(number) { return number }
        let list = steps.map { $0 == $0.rounded() ? String(Int($0)) : String($0) }.joined(separator: ", ")
        reading.say(.badNumber, reading.fields.valueRange(key) ?? 0..<0, "'\(key)' takes one of \(list)")
        return nil
    }
}

extension Solution {
    static func read(_ source: SourceText, path: String, settings: PortfolioSettings) -> Checked<Solution> {
        var reading = RecordReading(source, path: path, kind: kind, settings: settings)
        let record = reading.freeRecord()
        let status = reading.fields.choice("status", Status.self)
        let shipped = reading.fields.date("shipped")
        var solution = Solution(
            record: record, opportunities: reading.fields.references("opportunities"), status: status ?? .idea,
            delivery: reading.fields.trackerKeys("delivery"), shipped: shipped,
            shippedRange: reading.fields.valueRange("shipped"), metrics: reading.fields.references("metrics"))
        if status == .shipped, !reading.fields.has("shipped") {
            let kind = Self.kind.withArticle
            let needs = "a shipped solution needs its date"
            if !reading.fields.sayMistyped("shipped", of: kind, needs, code: .shippedWithoutDate) {
                reading.say(
                    .shippedWithoutDate, reading.fields.valueRange("status") ?? 0..<0, needs,
                    hint: "add 'shipped: 2026-08-18', the day it reached customers")
            }
        }
        let statusIsKnown = status != nil || !reading.fields.isMeant("status")
        if shipped != nil, statusIsKnown, solution.status != .shipped {
            reading.say(
                .shippedButNot, reading.fields.valueRange("shipped") ?? 0..<0,
                "the solution has a day on which it shipped, but its status is '\(solution.status.rawValue)'",
                hint: "set 'status: shipped', or delete the date")
        }
        solution.given = reading.meant([.metrics])
        return Checked(solution, reading.finish())
    }
}
