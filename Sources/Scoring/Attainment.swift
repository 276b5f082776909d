import Journeys

/// How far a metric has come towards its target, from 0 to 100, as of a day.
///
/// With v its latest value, b its baseline and t its target, the first of these that applies:
/// 1. b ≠ t: 50 + 50 × ((v - b) / (t - b) held within -1 … 1). At the baseline 50, at the target 100.
/// 2. a scale of low … high, up and low < t ≤ high: 100 × clamp((v - low) / (t - low));
///    down and low ≤ t < high: 100 × clamp((high - v) / (high - t)).
/// 3. t above 0, up: 100 × clamp(v / t); down: 100 where v ≤ t, else 100 × clamp(t / v).
/// 4. 100 where the target is met; else not measured.
///
/// Source: "Scores", section 1, customer and business outcomes.
package struct Attainment: Hashable, Sendable {
    /// What the value was taken from.
    package enum Rule: Hashable, Sendable {
        case baseline(Double, target: Double)
        case scale(low: Double, high: Double, target: Double)
        case share(ofTarget: Double)
        case met(target: Double)
        /// There is no case for a target of 0 or below that is not met.
        case notMet(target: Double)
        case noTarget
        case noValue
    }

    /// From 0 to 100; nothing: not measured.
    package let value: Double?
    package let rule: Rule
    package let direction: Metric.Direction
    /// The last value on or before the day.
    package let latest: Series.Point?
    /// Whether the latest value is no older than twice the metric's frequency.
    package let isCurrent: Bool

    package init(of metric: Metric, asOf day: CivilDate) {
        self.init(of: metric, latest: metric.values(asOf: day).last, asOf: day)
    }

    package init(of metric: Metric, latest: Series.Point?, asOf day: CivilDate) {
        self.latest = latest
        direction = metric.direction
        isCurrent = latest.map { day.days - $0.date.days <= 2 * metric.frequency.days } ?? false
        guard let target = metric.target else {
            value = nil
            rule = .noTarget
            return
        }
        guard let latest else {
            value = nil
            rule = .noValue
            return
        }
        let (value, rule) = Self.measure(latest.value, of: metric, against: target)
        // Numbers near the end of what a Double holds give no quotient.
        self.value = value.flatMap { $0.isFinite ? $0.nineDecimals : nil }
        self.rule = rule
    }

    private static func measure(_ value: Double, of metric: Metric, against target: Double) -> (Double?, Rule) {
        let isUp = metric.direction == .up
        if let baseline = metric.baseline, baseline.nineDecimals != target.nineDecimals {
            let way = min(max((value - baseline) / (target - baseline), -1), 1)
            return (50 + 50 * way, .baseline(baseline, target: target))
        }
        if let scale = metric.attainmentScale {
            let (low, high) = (scale.lowerBound, scale.upperBound)
            let rule = Rule.scale(low: low, high: high, target: target)
            if isUp, low < target, target <= high { return (100 * clamp((value - low) / (target - low)), rule) }
            if !isUp, low <= target, target < high { return (100 * clamp((high - value) / (high - target)), rule) }
        }
        let isMet = metric.isMet(target, by: value)
        if target > 0 {
            let rule = Rule.share(ofTarget: target)
            if isUp { return (100 * clamp(value / target), rule) }
            return (isMet ? 100 : 100 * clamp(target / value), rule)
        }
        return isMet ? (100, .met(target: target)) : (nil, .notMet(target: target))
    }

    private static func clamp(_ share: Double) -> Double { min(max(share, 0), 1) }
}

extension Metric {
    /// The two ends that values can lie between: the metric's own, or those that its type brings along.
    package var attainmentScale: ClosedRange<Double>? {
        if let scale { return scale }
        switch type {
        case .nps: return -100...100
        case .csat: return 0...100
        case .ces: return 1...7
        // A rate that should fall is mostly far from 100: the whole scale would flatter it.
        case .conversion, .ratio: return direction == .up ? 0...100 : nil
        case .time, .cost, .volume, .other: return nil
        }
    }

    package func isMet(_ target: Double, by value: Double) -> Bool {
        direction == .up
            ? value.nineDecimals >= target.nineDecimals : value.nineDecimals <= target.nineDecimals
    }
}
