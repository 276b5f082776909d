/// How often a series moves by itself as far as it moved around a day on which something shipped.
///
/// Of all pairs of windows that both end by that day and have two values on each side, the share that differs by as much, either
/// way. Each distinct pair of value sets counts once: a series of months does not move thirty times as often as its days allow.
/// Source: "Scores", section 7; the idea is that of a placebo test in time (Abadie, Diamond and Hainmueller 2010).
package struct OwnMovement: Hashable, Sendable {
    /// With fewer pairs the question is not asked.
    static let fewest = 8
    /// What moves as far more often than this moves by itself.
    static let most = 0.2

    /// Of how many pairs of windows, how many differ by as much.
    package let pairs: Share

    package var share: Double { Double(pairs.part) / Double(pairs.whole) }
    var isUsual: Bool { share.nineDecimals > Self.most }

    /// Nothing where there are fewer than eight pairs.
    ///
    /// - Parameter change: seasonal changes are held against seasonal ones, plain against plain.
    init?(by change: Double, seasonal: Bool, until shipped: Int, width: Int, in series: WindowMeans) {
        var count = 0
        var asFar = 0
        var pairs = WindowPairs(series, width: width, seasonal: seasonal, until: shipped)
        while let pair = pairs.next() {
            count += 1
            if pair.change(in: series, seasonal: seasonal).magnitude >= change.magnitude { asFar += 1 }
        }
        guard count >= Self.fewest else { return nil }
        self.pairs = Share(asFar, of: count)
    }
}

/// All distinct pairs of windows of a series, from the first on: it goes from one day on which a value enters or leaves
/// a window to the next, so that it takes as many steps as there are values, however long the series is in days.
private struct WindowPairs {
    /// The values after `day + start`, up to and including `day + end`.
    struct Window {
        let start: Int
        let end: Int
        var low = 0
        var high = 0

        var places: Range<Int> { low..<high }

        mutating func move(to day: Int, in days: [Int]) {
            while high < days.count, days[high] <= day + end { high += 1 }
            while low < high, days[low] <= day + start { low += 1 }
        }

        /// The next day on which a value enters or leaves.
        func nextChange(in days: [Int]) -> Int {
            let entry = high < days.count ? days[high] - end : Int.max
            return low < high ? min(entry, days[low] - start) : entry
        }
    }

    private let days: [Int]
    private let last: Int
    private let seasonal: Bool
    private var windows: [Window]
    private var earlier: LoopWindows?

    init(_ series: WindowMeans, width: Int, seasonal: Bool, until shipped: Int) {
        days = series.days
        self.seasonal = seasonal
        let settling = LoopWindows.settling
        last = shipped - settling - width
        windows = [Window(start: -width, end: 0), Window(start: settling, end: settling + width)]
        if seasonal {
            windows += windows.map {
                Window(start: $0.start - LoopWindows.season, end: $0.end - LoopWindows.season)
            }
        }
    }

    mutating func next() -> LoopWindows? {
        while true {
            let day = windows.reduce(Int.max) { min($0, $1.nextChange(in: days)) }
            guard day <= last else { return nil }
            for index in windows.indices { windows[index].move(to: day, in: days) }
            let pair = LoopWindows(
                before: windows[0].places, after: windows[1].places, beforeThen: seasonal ? windows[2].places : 0..<0,
                afterThen: seasonal ? windows[3].places : 0..<0)
            if pair.isMeasured, !seasonal || pair.isSeasonal, pair != earlier {
                earlier = pair
                return pair
            }
        }
    }
}
