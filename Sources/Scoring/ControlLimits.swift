import Journeys

/// Within what a series moves as long as nothing but chance is at work.
///
///     mean ± 2.66 × mean moving range of the 8 to 24 values before the latest
///
/// A chart of individuals: W. Shewhart 1931; 2.66 = 3 / d₂ for ranges of two values, d₂ = 1.128. Source: "Scores", section 9.
///
/// A class, as those of a metric stand in the reviews of all journeys that it is one of.
package final class ControlLimits: Sendable {
    static let fewest = 8
    static let most = 24
    static let factor = 2.66

    package let latest: Series.Point
    package let mean: Double
    package let low: Double
    package let high: Double
    /// From how many values.
    package let values: Int

    /// Nothing where there are fewer than eight values before the latest.
    init?(_ points: [Series.Point]) {
        guard let latest = points.last else { return nil }
        let values = points.dropLast().suffix(Self.most).map(\.value)
        guard values.count >= Self.fewest else { return nil }
        let mean = values.reduce(0, +) / Double(values.count)
        let ranges = zip(values.dropFirst(), values).map { ($0 - $1).magnitude }
        let reach = Self.factor * ranges.reduce(0, +) / Double(ranges.count)
        self.latest = latest
        self.mean = mean.nineDecimals
        low = (mean - reach).nineDecimals
        high = (mean + reach).nineDecimals
        self.values = values.count
    }

    /// Whether the latest value lies outside.
    package var isBroken: Bool { latest.value.nineDecimals < low || latest.value.nineDecimals > high }
}
