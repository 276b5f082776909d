import Journeys

/// What an opportunity is worth by the portfolio's model.
///
/// - `weighted`: C = (customer impact - 1) / 4, B = (business impact - 1) / 4, E = (5 - effort) / 4;
///   base = 100 × (0.45 C + 0.30 B + 0.25 E); confidence = 0.5 + 0.5 × share of the addressed findings that are backed, by
///   severity (0.5 when it addresses none); priority = base × confidence.
/// - `rice`: reach × impact × confidence / effort (S. McBride, Intercom 2016).
/// - `ice`: impact × confidence × ease; `ice-mean`: their mean (S. Ellis).
/// - `wsjf`: (value + time criticality + risk reduction) / effort (D. Reinertsen 2009, as in SAFe).
/// - `ulwick`: importance + max(importance - satisfaction, 0) (A. Ulwick 2005).
///
/// Source: "Scores", section 6.
package struct Priority: Sendable {
    package typealias Input = Opportunity.Input

    /// An input of the model, with its value.
    package struct Given: Hashable, Sendable {
        package enum Source: Hashable, Sendable {
            /// As the author gave it.
            case opportunity
            /// The highest severity that is addressed stands in.
            case severity(of: ScoredFinding.Identity)
        }

        package let input: Input
        package let value: Double
        package let source: Source
    }

    /// What one input adds to the base, in the weighted model.
    package struct Part: Hashable, Sendable {
        package let input: Input
        /// The input on a scale from 0 to 1; more is better.
        package let scaled: Double
        /// Of all weights, which sum to 1.
        package let weight: Double

        package var points: Double { 100 * scaled * weight }
    }

    /// How sure we are that what is addressed is so.
    package struct Confidence: Hashable, Sendable {
        /// Severities (or 1) of the findings addressed, and of those among them that rest on evidence.
        package let weight: Double
        package let backed: Double

        /// From 0.5 to 1.
        package var value: Double { weight > 0 ? 0.5 + 0.5 * backed / weight : 0.5 }
    }

    /// An index into the portfolio's opportunities.
    package let opportunity: Int
    package let model: PriorityModel
    /// Nothing where an input is missing.
    package let value: Double?
    /// The inputs of the model that are known, in the order of its formula.
    package let given: [Given]
    /// Those that are missing, in the same order.
    package let missing: [Input]
    /// In the weighted model: what the base is made of; empty where an input is missing.
    package let parts: [Part]
    package let confidence: Confidence?
    /// By which equal priorities are ranked: as given, or what stands in; nothing without either.
    package let customerImpact: Double?

    init(of index: Int, in basis: PortfolioBasis) {
        let opportunity = basis.portfolio.opportunities[index]
        let settings = basis.settings.priority
        let model = settings.model
        let addressed = basis.addressing.addressed[index].map { AddressedFinding($0, in: basis) }
        let impact = Self.customerImpact(of: opportunity, addressed)
        var given: [Given] = []
        var missing: [Input] = []
        for input in model.inputs {
            if input == .customerImpact, let impact {
                given.append(impact)
            } else if let value = opportunity.inputs[input] {
                given.append(Given(input: input, value: value, source: .opportunity))
            } else {
                missing.append(input)
            }
        }
        let values = Dictionary(uniqueKeysWithValues: given.map { ($0.input, $0.value) })
        self.opportunity = index
        self.model = model
        self.given = given
        self.missing = missing
        customerImpact = impact?.value
        guard model == .weighted else {
            parts = []
            confidence = nil
            value = missing.isEmpty ? model.value(of: values).flatMap { $0.isFinite ? $0.nineDecimals : nil } : nil
            return
        }
        let confidence = Confidence(
            weight: addressed.reduce(0) { $0 + $1.weight },
            backed: addressed.reduce(0) { $0 + ($1.isBacked ? $1.weight : 0) })
        self.confidence = confidence
        guard missing.isEmpty else {
            parts = []
            value = nil
            return
        }
        parts = Self.parts(of: given, settings: settings)
        value = (parts.reduce(0) { $0 + $1.points } * confidence.value).nineDecimals
    }

    /// As given, or the highest severity that is addressed.
    private static func customerImpact(of opportunity: Opportunity, _ addressed: [AddressedFinding]) -> Given? {
        if let value = opportunity.inputs[.customerImpact] {
            return Given(input: .customerImpact, value: value, source: .opportunity)
        }
        var highest: (severity: Int, of: ScoredFinding.Identity)?
        for finding in addressed {
            guard let severity = finding.severity, severity > highest?.severity ?? 0 else { continue }
            highest = (severity, finding.identity)
        }
        return highest.map {
            Given(input: .customerImpact, value: Double($0.severity), source: .severity(of: $0.of))
        }
    }

    private static func parts(of given: [Given], settings: ScoringSettings.Priority) -> [Part] {
        let weights = PriorityWeights(settings)
        return given.map { given in
            switch given.input {
            case .customerImpact:
                Part(input: given.input, scaled: (given.value - 1) / 4, weight: weights.customerImpact)
            case .businessImpact:
                Part(input: given.input, scaled: (given.value - 1) / 4, weight: weights.businessImpact)
            default: Part(input: given.input, scaled: (5 - given.value) / 4, weight: weights.ease)
            }
        }
    }
}

/// The weights of the weighted model, with a sum of 1.
struct PriorityWeights: Sendable {
    let customerImpact: Double
    let businessImpact: Double
    let ease: Double

    init(_ settings: ScoringSettings.Priority) {
        let sum = settings.customerImpact + settings.businessImpact + settings.ease
        customerImpact = sum > 0 ? settings.customerImpact / sum : 0
        businessImpact = sum > 0 ? settings.businessImpact / sum : 0
        ease = sum > 0 ? settings.ease / sum : 0
    }
}

/// What an opportunity addresses: a finding at one place, or an insight wherever it is named.
private struct AddressedFinding {
    let identity: ScoredFinding.Identity
    let severity: Int?
    let isBacked: Bool

    var weight: Double { Double(severity ?? 1) }

    init(_ identity: ScoredFinding.Identity, in basis: PortfolioBasis) {
        self.identity = identity
        switch identity {
        case .own(let index):
            severity = basis.findings[index].severity
            isBacked = basis.findings[index].isBacked
        case .insight(let index):
            severity = basis.portfolio.insights[index].severity
            isBacked = basis.portfolio.insights[index].evidence.contains { $0.target != nil }
        }
    }
}

extension PriorityModel {
    /// In the order of the formula.
    package var inputs: [Opportunity.Input] {
        switch self {
        case .weighted: [.customerImpact, .businessImpact, .effort]
        case .rice: [.reach, .impact, .confidence, .effort]
        case .ice, .iceMean: [.impact, .confidence, .ease]
        case .wsjf: [.value, .timeCriticality, .riskReduction, .effort]
        case .ulwick: [.importance, .satisfaction]
        }
    }

    /// The result of the models that are a formula of the inputs alone.
    func value(of inputs: [Opportunity.Input: Double]) -> Double? {
        func value(_ input: Opportunity.Input) -> Double { inputs[input] ?? 0 }
        switch self {
        case .weighted: return nil
        case .rice:
            guard value(.effort) > 0 else { return nil }
            return value(.reach) * value(.impact) * value(.confidence) / value(.effort)
        case .ice: return value(.impact) * value(.confidence) * value(.ease)
        case .iceMean: return (value(.impact) + value(.confidence) + value(.ease)) / 3
        case .wsjf:
            guard value(.effort) > 0 else { return nil }
            return (value(.value) + value(.timeCriticality) + value(.riskReduction)) / value(.effort)
        case .ulwick:
            return value(.importance) + max(value(.importance) - value(.satisfaction), 0)
        }
    }
}
