import Journeys

/// Why a score is what it is, as values; the pages put them into words.
package enum Explanation: Hashable, Sendable {
    /// A part of a score, and its value if it is measured.
    package struct Measured: Hashable, Sendable {
        package let name: Contribution.Name
        package let value: Double?
    }

    case health([Measured])
    case experience(emotion: Double?, relief: Double?)
    /// `low`: how many moments are felt below -1; `worst`: the title of the moment that is felt worst, at `value`.
    case emotion(low: Int, felt: Int, moments: Int, worst: String, value: Double)
    case emotionNotMeasured(moments: Int)
    /// `open`: open pains with a severity; `severe`: those of 4 and more; `unrated`: open ones without a severity.
    case relief(isOfCustomers: Bool, open: Int, severe: Int, unrated: Int, worst: String?)
    case reliefNotMeasured(isOfCustomers: Bool)
    /// `lowest`: the title of the metric that is furthest from its target, at an attainment of `value`.
    case outcomes(Metric.Perspective, measured: Int, metrics: Int, lowest: String, value: Double)
    case outcomesNotMeasured(Metric.Perspective, metrics: Int)
    case trust(evidence: Double?, stewardship: Double?)
    case evidence(backed: Int, claims: Int, fresh: Double, isQualitative: Bool, isQuantitative: Bool)
    case evidenceNotMeasured
    case stewardship(hasOwner: Bool, reviewed: Double, described: Share, hasCurrentMetric: Bool, isPlaced: Bool)
    case progress(pains: Int, untouched: Int, shipped: Int)
    case progressNotMeasured
}
