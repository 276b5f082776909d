import Diagnostics

extension PortfolioSettings {
    /// A rule of how a portfolio is looked after: each portfolio says under `checks` how serious it is there.
    package enum Check: String, CaseIterable, Sendable {
        case overdueReview = "overdue-review"
        case missingOwner = "missing-owner"
        case severalOwners = "several-owners"
        case severePain = "severe-pain-without-evidence"
        case momentOfTruth = "moment-of-truth-without-metric"
        case goal = "goal-without-metric"
        case opportunity = "opportunity-without-values"
        case solution = "shipped-without-metric"
        case decision = "decision-without-reason"
        case personalData = "personal-data"
        case manySteps = "many-steps"
        case noStage = "no-stage"
        case expiredWaiver = "expired-waiver"
        case idleWaiver = "idle-waiver"

        package var code: DiagnosticCode {
            switch self {
            case .overdueReview: .overdueReview
            case .missingOwner: .missingOwner
            case .severalOwners: .severalOwners
            case .severePain: .severePainWithoutEvidence
            case .momentOfTruth: .momentOfTruthWithoutMetric
            case .goal: .goalWithoutMetric
            case .opportunity: .opportunityWithoutValues
            case .solution: .shippedWithoutMetric
            case .decision: .decisionWithoutReason
            case .personalData: .personalData
            case .manySteps: .manySteps
            case .noStage: .noStage
            case .expiredWaiver: .expiredWaiver
            case .idleWaiver: .idleWaiver
            }
        }

        /// How serious it is where the portfolio does not say; nothing: it is off. A portfolio that has just been started has neither
        /// owners nor reviews, its journeys have no stages, and its moments of truth no metrics.
        package var standard: Diagnostic.Severity? {
            switch self {
            case .overdueReview, .missingOwner, .momentOfTruth, .noStage: nil
            default: code.severity
            }
        }

        /// By its name, or by the code that messages show.
        init?(named name: String) {
            guard let check = Self.allCases.first(where: { $0.rawValue == name || $0.code.rawValue == name }) else {
                return nil
            }
            self = check
        }
    }

    /// As many steps as a map is read with ease, where the portfolio does not say.
    package static let standardMaxSteps = 40

    /// Diagnostics of rules with the severity that the portfolio gives them, without those that are off.
    package func settled(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
        diagnostics.compactMap { diagnostic in
            guard let check = Check.allCases.first(where: { $0.code == diagnostic.code }) else { return diagnostic }
            guard let severity = checks[check] else { return nil }
            var settled = diagnostic
            settled.severity = severity
            return settled
        }
    }
}

extension DiagnosticCode {
    /// Of how a portfolio is looked after: content with such an error is sound.
    package var isOfGovernance: Bool { PortfolioSettings.Check.allCases.contains { $0.code == self } }
}

// MARK: Reading them

extension PortfolioSettings {
    private static let maxStepsKey = "max-steps"

    mutating func readChecks(from fields: inout FieldReader) {
        fields.group("checks") { inner in
            for entry in inner.mapping.entries where entry.key != Self.maxStepsKey {
                // To ask for it makes it known, also where it is no rule: that is said here.
                let value = inner.scalar(entry.key)
                guard let check = Check(named: entry.key) else {
                    if !entry.value.isBroken { Self.sayUnknown(entry.key, at: entry.keyRange, with: &inner) }
                    continue
                }
                guard let (text, node) = value else { continue }
                switch text {
                case "error": checks[check] = .error
                case "warning": checks[check] = .warning
                case "off": checks[check] = nil
                default:
                    inner.wrongValue(text, at: node.range, of: entry.key, expected: ["error", "warning", "off"])
                }
            }
            if let count = inner.number(Self.maxStepsKey, in: 1...10_000, isWhole: true) { maxSteps = Int(count) }
        }
    }

    private static func sayUnknown(_ key: String, at range: TextRange, with fields: inout FieldReader) {
        if DiagnosticCode(rawValue: key) != nil {
            return fields.say(
                .wrongValue, range, "'\(key)' is no rule of governance, so 'checks' can't set it",
                hint: "it is left out of one run with 'waymark check --allow \(key)'")
        }
        let names = Check.allCases.map(\.rawValue) + Check.allCases.map(\.code.rawValue) + [maxStepsKey]
        let stem = key.split(separator: "/").last.map(String.init) ?? key
        // What is called no-stage in one place is called missing-owner in another.
        let turned = "missing-" + stem.dropFirst("no-".count)
        let near =
            stem.hasPrefix("no-") && names.contains(turned)
            ? turned : NearestName.nearest(to: key, among: names) ?? NearestName.nearest(to: stem, among: names)
        fields.say(
            .wrongValue, range, "'\(key)' is not a rule that 'checks' can set",
            hint: near.map { "did you mean '\($0)'?" }
                ?? "the rules are \(Check.allCases.map(\.rawValue).joined(separator: ", "))")
    }
}
