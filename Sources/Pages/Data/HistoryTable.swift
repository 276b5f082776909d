import Journeys
import Scoring
import Templates

/// A trend as a table: a row a month end and journey, before them the portfolio's own, which names no journey.
package enum HistoryTable {
    package enum Purpose: Sendable {
        /// To be read again: `history.csv` of the content folder.
        case record
        /// For others: `data/history.csv` of the site.
        case publication
    }

    private static let columns = [
        "date", "journey", "health", "trust", "progress", "maturity", "status", "measured", "counting",
    ]

    package static func write(_ trend: Trend, for purpose: Purpose, into file: inout PageBuffer) {
        CSVWriter.write(into: &file, columns: columns + (purpose == .record ? ["untouched"] : [])) { table in
            for (index, day) in trend.days.enumerated() {
                let date = day.iso
                let marks = trend.untouched(on: index)
                if let whole = trend.wholes[index] {
                    table.row { write(whole, of: date, for: purpose, &$0) }
                }
                for (place, id) in trend.journeys.enumerated() {
                    guard let figures = trend.figures(of: place, on: index) else { continue }
                    table.row { row in
                        row.text(date)
                        switch purpose {
                        case .record: row.name(id)
                        case .publication: row.text(id)
                        }
                        row.score(figures.health)
                        row.score(figures.trust)
                        row.score(figures.progress)
                        row.count(figures.maturity)
                        row.text(figures.status.rawValue)
                        row.text(nil)
                        row.text(nil)
                        if purpose == .record { row.text(marks.isEmpty ? nil : marks[id]) }
                    }
                }
            }
        }
    }

    private static func write(
        _ whole: Trend.Whole, of date: String, for purpose: Purpose, _ row: inout CSVWriter
    ) {
        row.text(date)
        row.text(nil)
        row.score(whole.health)
        row.text(nil)
        row.text(nil)
        row.count(whole.maturity)
        row.text(nil)
        row.count(whole.measured)
        row.count(whole.counting)
        if purpose == .record { row.text(nil) }
    }
}
