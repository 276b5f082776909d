import Journeys
import Scoring

/// What is recorded of earlier months, in the files of the portfolio and of journeys.
extension PublishedData {
    func writeMonth(_ day: Int, _ json: inout JSONWriter) {
        let whole = edition.trend.wholes[day]
        json.object(.line) { json in
            json.text("date", edition.trend.days[day].iso)
            json.object("health", .line) { json in
                json.score("value", whole?.health)
                json.count("journeys", whole?.measured)
                json.count("of", whole?.counting)
            }
            json.count("maturity", whole?.maturity)
        }
    }

    /// Since the end of the last quarter; nothing where it is not recorded, or not measured on both sides.
    func writeChange(of index: Int, _ json: inout JSONWriter) {
        json.object("change", .line) { json in
            json.text("since", edition.quarter.map { edition.trend.days[$0].iso })
            for (key, measure) in Self.measures {
                json.score(key, edition.course(of: measure, ofJourney: index).change)
            }
        }
    }

    func writeTrend(of index: Int, _ json: inout JSONWriter) {
        let trend = edition.trend
        let recorded = edition.trendPlaces[index].map { Array(zip(trend.days, trend.figures(of: $0))) } ?? []
        json.list("trend", recorded.lazy.compactMap { day, figures in figures.map { (day, $0) } }) { json, month in
            let (day, figures) = month
            json.object(.line) { json in
                json.text("date", day.iso)
                for (key, measure) in Self.measures { json.score(key, figures[measure]) }
                json.count("maturity", figures.maturity)
                json.text("status", figures.status.rawValue)
            }
        }
    }

    private static let measures: [(key: StaticString, measure: Trend.Measure)] = [
        ("health", .health), ("trust", .trust), ("progress", .progress),
    ]
}
