extension PortfolioChanges {
    /// How a journey is felt, before and now, where that changed.
    package struct Felt: Hashable, Sendable {
        package struct Moment: Hashable, Sendable {
            package let title: String
            /// From -2 to +2; empty: nobody knows.
            package let values: [Double]
            package let isMomentOfTruth: Bool
            /// What only stands under a stage that has steps need not be felt.
            package let isMoment: Bool
            /// The moment of the other side that it is.
            package let other: Int?

            package var mean: Double? { values.isEmpty ? nil : values.reduce(0, +) / Double(values.count) }
        }

        package let journey: String
        package let title: String
        package let base: [Moment]
        package let head: [Moment]
    }
}

extension PortfolioChanges.Felt {
    /// What is one in one column, in the order of now; what is gone before what it stood before.
    package var columns: [(base: Moment?, head: Moment?)] {
        var columns: [(base: Moment?, head: Moment?)] = []
        var next = 0
        func addRemoved(before end: Int) {
            while next < end {
                if base[next].other == nil { columns.append((base[next], nil)) }
                next += 1
            }
        }
        for moment in head {
            if let other = moment.other { addRemoved(before: other) }
            columns.append((moment.other.map { base[$0] }, moment))
            if let other = moment.other { next = max(next, other + 1) }
        }
        addRemoved(before: base.count)
        return columns.filter { column in
            [column.base, column.head].contains { $0.map { $0.isMoment || !$0.values.isEmpty } ?? false }
        }
    }
}
