import Diagnostics
import Markup

/// What could be better, and how much it is worth.
package struct Opportunity: ContentItem {
    package static let kind = ContentKind.opportunity

    package enum Stage: String, CaseIterable, Sendable {
        case discover, define, develop, deliver, measure, closed
    }

    package enum Decision: String, CaseIterable, Sendable {
        case will, later, wont
    }

    /// The inputs of the scoring models, by their keys in front matter; what was not given is missing.
    package enum Input: String, CaseIterable, Sendable {
        case customerImpact = "customer_impact"
        case businessImpact = "business_impact"
        case effort
        case reach, impact, confidence, ease
        case value
        case timeCriticality = "time_criticality"
        case riskReduction = "risk_reduction"
        case importance, satisfaction
    }

    package let record: Record
    /// Findings, moments and insights.
    package var addresses: [Reference]
    package let inputs: [Input: Double]
    package var goals: [Reference]
    package var metrics: [Reference]
    package let stage: Stage
    package let decision: Decision?
    package let decisionRange: TextRange?
    package let because: String?
    package let decided: CalendarPeriod?
    package let decidedRange: TextRange?
    /// Of those that rules of governance ask for.
    package var given = GivenKeys.none
}

/// What is being done about an opportunity, and where it stands.
package struct Solution: ContentItem {
    package static let kind = ContentKind.solution

    package enum Status: String, CaseIterable, Sendable {
        case idea, planned, building, shipped, rejected
    }

    package let record: Record
    package var opportunities: [Reference]
    package let status: Status
    /// Keys in the trackers of the portfolio, such as `HM-214`.
    package let delivery: [String]
    package let shipped: CalendarPeriod?
    package let shippedRange: TextRange?
    /// Those that it should move.
    package var metrics: [Reference]
    /// Of those that rules of governance ask for.
    package var given = GivenKeys.none
}
