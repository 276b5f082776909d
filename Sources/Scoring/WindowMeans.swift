import Journeys

/// Means over windows of days of a series, each at the cost of a subtraction.
///
/// Sums are kept from the first value on, in two Doubles each (the error of every addition beside its result, after Knuth's
/// TwoSum, The Art of Computer Programming 2, 4.2.2): else a long series of large values would blur the means that are compared.
struct WindowMeans: Sendable {
    /// By date.
    let days: [Int]
    private let sums: [Double]
    private let errors: [Double]

    init(_ points: [Series.Point]) {
        days = points.map(\.date.days)
        var sums = [0.0]
        var errors = [0.0]
        sums.reserveCapacity(points.count + 1)
        errors.reserveCapacity(points.count + 1)
        var sum = 0.0
        var error = 0.0
        for point in points {
            let next = sum + point.value
            let added = next - sum
            error += (sum - (next - added)) + (point.value - added)
            sum = next
            sums.append(sum)
            errors.append(error)
        }
        self.sums = sums
        self.errors = errors
    }

    /// The mean over places of the series; asked for where there are some.
    func mean(_ places: Range<Int>) -> Double {
        let (low, high) = (places.lowerBound, places.upperBound)
        return ((sums[high] - sums[low]) + (errors[high] - errors[low])) / Double(places.count)
    }

    /// The places of the values after one day, up to and including another.
    func places(after start: Int, through end: Int) -> Range<Int> {
        let low = place(after: start)
        return low..<max(low, place(after: end))
    }

    /// The place of the first value after a day, by halving.
    private func place(after day: Int) -> Int {
        var low = 0
        var high = days.count
        while low < high {
            let middle = (low + high) / 2
            if days[middle] <= day { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

/// The windows before and after a day, on which something shipped or could have.
struct LoopWindows: Hashable, Sendable {
    /// What ships is given so many days to be felt before it is measured.
    static let settling = 14
    static let season = 365

    let before: Range<Int>
    let after: Range<Int>
    /// The same a season earlier.
    let beforeThen: Range<Int>
    let afterThen: Range<Int>

    /// - Parameter last: the day at which what is known ends: no window looks behind it.
    init(around shipped: Int, width: Int, through last: Int, in series: WindowMeans) {
        func places(_ start: Int, _ end: Int, earlier: Int) -> Range<Int> {
            series.places(after: start - earlier, through: min(end, last) - earlier)
        }
        let start = shipped + Self.settling
        before = places(shipped - width, shipped, earlier: 0)
        after = places(start, start + width, earlier: 0)
        beforeThen = places(shipped - width, shipped, earlier: Self.season)
        afterThen = places(start, start + width, earlier: Self.season)
    }

    init(before: Range<Int>, after: Range<Int>, beforeThen: Range<Int>, afterThen: Range<Int>) {
        self.before = before
        self.after = after
        self.beforeThen = beforeThen
        self.afterThen = afterThen
    }

    var isMeasured: Bool { before.count >= 2 && after.count >= 2 }
    var isSeasonal: Bool { beforeThen.count >= 2 && afterThen.count >= 2 }

    /// after - before, with the same of a season earlier taken off where that is asked for.
    func change(in series: WindowMeans, seasonal: Bool) -> Double {
        let plain = series.mean(after) - series.mean(before)
        guard seasonal else { return plain.nineDecimals }
        return (plain - (series.mean(afterThen) - series.mean(beforeThen))).nineDecimals
    }
}
