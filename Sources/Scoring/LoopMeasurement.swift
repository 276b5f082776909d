import Journeys

/// What became of a metric after a solution shipped that should move it.
///
/// W = the larger of 90 days and two periods of the metric's frequency; before = mean of the values with
/// shipped - W < day ≤ shipped; after = mean of those with shipped + 14 < day ≤ shipped + 14 + W, up to the day of the scores.
/// change = after - before, less the same a year earlier where that is known: a before-and-after comparison, with the season
/// taken out by differences. Source: "Scores", section 7.
package struct LoopMeasurement: Hashable, Sendable {
    package enum Outcome: String, CaseIterable, Sendable {
        case improved, worse, unchanged
        case tooEarly = "too-early"
        case noData = "no-data"
    }

    /// The least change that means something, and where it comes from.
    package struct Noise: Hashable, Sendable {
        package enum Source: Hashable, Sendable {
            /// The metric's own `noise`.
            case metric
            /// 10% of the way from baseline to target.
            case way(baseline: Double, target: Double)
            /// 2% of the mean before.
            case before
        }

        package let threshold: Double
        package let source: Source

        init(_ metric: Metric, before: Double) {
            if let noise = metric.noise {
                threshold = noise.nineDecimals
                source = .metric
            } else if let baseline = metric.baseline, let target = metric.target {
                threshold = (0.1 * (target - baseline).magnitude).nineDecimals
                source = .way(baseline: baseline, target: target)
            } else {
                threshold = (0.02 * before.magnitude).nineDecimals
                source = .before
            }
        }
    }

    /// Why a change counts as none.
    package enum UnchangedReason: Hashable, Sendable {
        case noise, ownMovement
    }

    /// The figures that a verdict rests on.
    package struct Figures: Hashable, Sendable {
        package let before: Double
        package let after: Double
        package let change: Double
        /// Whether the season was taken out of the change.
        package let isSeasonal: Bool
        /// How many values stand on each side.
        package let valuesBefore: Int
        package let valuesAfter: Int
        package let noise: Noise
        /// How often the series moves as far by itself; nothing where it is too short to say.
        package let ownMovement: OwnMovement?
        package let unchangedBecause: UnchangedReason?
        /// Whether the latest value is better than `before`, by the metric's direction.
        package let isStillBetter: Bool
    }

    /// An index into the portfolio's metrics.
    package let metric: Int
    /// The days of each window, in full: what is not known yet belongs to them too.
    package let beforeDays: ClosedRange<CivilDate>
    package let afterDays: ClosedRange<CivilDate>
    package let outcome: Outcome
    /// A verdict while the window after is still open.
    package let isPreliminary: Bool
    /// Nothing without a verdict.
    package let figures: Figures?

    init(_ index: Int, of metric: Metric, series: WindowMeans, shipped: CivilDate, asOf day: CivilDate) {
        self.metric = index
        let width = Self.width(of: metric)
        let settled = shipped.days + LoopWindows.settling
        beforeDays = CivilDate(days: shipped.days - width + 1)...shipped
        afterDays = CivilDate(days: settled + 1)...CivilDate(days: settled + width)
        let windows = LoopWindows(around: shipped.days, width: width, through: day.days, in: series)
        let isOpen = day.days < settled + width
        guard windows.isMeasured else {
            outcome = isOpen && windows.before.count >= 2 ? .tooEarly : .noData
            isPreliminary = false
            figures = nil
            return
        }

        let isSeasonal = windows.isSeasonal
        let before = series.mean(windows.before).nineDecimals
        let change = windows.change(in: series, seasonal: isSeasonal)
        let noise = Noise(metric, before: before)
        let ownMovement = OwnMovement(
            by: change, seasonal: isSeasonal, until: shipped.days, width: width, in: series)
        let isUp = metric.direction == .up
        let reason = Self.reason(of: change, noise: noise, ownMovement: ownMovement)
        outcome = reason != nil ? .unchanged : (change > 0) == isUp ? .improved : .worse
        isPreliminary = isOpen
        let latest = series.mean(series.days.count - 1..<series.days.count).nineDecimals
        figures = Figures(
            before: before, after: series.mean(windows.after).nineDecimals, change: change, isSeasonal: isSeasonal,
            valuesBefore: windows.before.count, valuesAfter: windows.after.count, noise: noise,
            ownMovement: ownMovement, unchangedBecause: reason, isStillBetter: isUp ? latest > before : latest < before)
    }

    private static func reason(of change: Double, noise: Noise, ownMovement: OwnMovement?) -> UnchangedReason? {
        if change.magnitude <= noise.threshold { return .noise }
        return ownMovement?.isUsual == true ? .ownMovement : nil
    }

    /// W, in days.
    static func width(of metric: Metric) -> Int { max(90, 2 * metric.frequency.days) }
}
