import Diagnostics
import Markup

/// A measured quantity: how it is computed, where it should go, and how it has moved.
package struct Metric: ContentItem {
    package static let kind = ContentKind.metric

    package enum Kind: String, CaseIterable, Sendable {
        case nps, csat, ces, conversion, time, cost, volume, ratio, other
    }

    package enum Perspective: String, CaseIterable, Sendable {
        case customer, business
    }

    package enum Direction: String, CaseIterable, Sendable {
        case up, down
    }

    package let record: Record
    package let unit: String?
    package let type: Kind
    /// How it is computed: mean, top-2-box, net …
    package let method: String?
    package let perspective: Perspective
    package let direction: Direction
    package let scale: ClosedRange<Double>?
    package let baseline: Double?
    package let target: Double?
    /// A change that means nothing.
    package let noise: Double?
    /// The CSV that it names, relative to its file, or that of its own stem.
    package let data: Reference?
    package let source: String?
    package let sourceRange: TextRange?
    package let frequency: ReviewRhythm
    /// Where figures stand in its text, which are not read.
    let tabledFigures: TextRange?
    /// The rows of its CSV; nothing where it has none.
    package var series: Series?

    /// A value a date, by date, up to and including `day`; see `Series.values`.
    package func values(asOf day: CivilDate) -> [Series.Point] { series?.values(asOf: day) ?? [] }
}

/// The time series of a metric, as it stands in its CSV.
package struct Series: Sendable {
    package struct Row: Hashable, Sendable {
        package let date: CivilDate
        package let value: Double
        package let segment: String?
        package let sample: Double?
        /// Counted from 1.
        package let line: Int
        private let keptDate: KeptRange
        private let keptValue: KeptRange

        package init(
            date: CivilDate, value: Double, segment: String?, sample: Double?, line: Int, dateRange: TextRange = 0..<0,
            valueRange: TextRange = 0..<0
        ) {
            keptDate = KeptRange(dateRange)
            keptValue = KeptRange(valueRange)
            self.date = date
            self.value = value
            self.segment = segment
            self.sample = sample
            self.line = line
        }

        /// Where its date and its value stand in the file.
        package var dateRange: TextRange { keptDate.range }
        package var valueRange: TextRange { keptValue.range }
    }

    package struct Point: Hashable, Sendable {
        package let date: CivilDate
        package let value: Double

        package init(date: CivilDate, value: Double) {
            self.date = date
            self.value = value
        }
    }

    /// The file, relative to the content folder.
    package let path: String
    /// By date, then by segment.
    package let rows: [Row]

    package init(path: String, rows: [Row]) {
        self.path = path
        self.rows = rows
    }
}
