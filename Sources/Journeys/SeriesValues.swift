extension Series {
    /// One value a date, by date, from the rows up to and including `day`.
    ///
    /// The rows of no segment where the file has any; otherwise, for the dates that have at least half of the median number of
    /// segments a date, the mean over the segments, weighted by `sample` where every row of that date has one above 0.
    package func values(asOf day: CivilDate) -> [Point] {
        let seen = rows.prefix { $0.date <= day }
        let whole = seen.filter { $0.segment == nil }
        if !whole.isEmpty || seen.isEmpty { return whole.map { Point(date: $0.date, value: $0.value) } }

        var dates: [ArraySlice<Row>] = []
        var start = seen.startIndex
        while start < seen.endIndex {
            let end = seen[start...].firstIndex { $0.date != seen[start].date } ?? seen.endIndex
            dates.append(seen[start..<end])
            start = end
        }
        let counts = dates.map(\.count).sorted()
        let middle = counts.count / 2
        let median =
            counts.count % 2 == 1 ? Double(counts[middle]) : Double(counts[middle - 1] + counts[middle]) / 2
        return dates.filter { Double($0.count) >= median / 2 }.map { rows in
            Point(date: rows[rows.startIndex].date, value: Self.mean(of: rows))
        }
    }

    /// Where the latest of `values` comes from.
    package enum Origin: Hashable, Sendable {
        /// It is written in the file.
        case rows
        /// Of the segments, each of which counts the same.
        case mean
        /// Of the segments, by `sample`.
        case weightedMean
    }

    package func origin(asOf day: CivilDate) -> Origin {
        let seen = rows.prefix { $0.date <= day }
        guard let latest = values(asOf: day).last, !seen.contains(where: { $0.segment == nil }) else { return .rows }
        return Self.weights(of: seen.filter { $0.date == latest.date }[...]) == nil ? .mean : .weightedMean
    }

    /// The last row of each segment up to and including `day`, by segment.
    package func latestOfSegments(asOf day: CivilDate) -> [Row] {
        var latest: [String: Row] = [:]
        for row in rows.prefix(while: { $0.date <= day }) { if let segment = row.segment { latest[segment] = row } }
        return latest.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map(\.value)
    }

    /// The samples, where every row has one above 0.
    private static func weights(of rows: ArraySlice<Row>) -> [Double]? {
        let samples = rows.compactMap(\.sample).filter { $0 > 0 }
        return samples.count == rows.count ? samples : nil
    }

    private static func mean(of rows: ArraySlice<Row>) -> Double {
        guard let samples = weights(of: rows) else {
            return rows.reduce(0) { $0 + $1.value } / Double(rows.count)
        }
        let weighted = zip(rows, samples).reduce(0) { $0 + $1.0.value * $1.1 }
        return weighted / samples.reduce(0, +)
    }
}
