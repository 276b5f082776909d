import Journeys
import Scoring

/// What is recorded of earlier months, in the files of the portfolio and of journeys.
extension PublishedData {
    func writeMonth(_ day: Int, _ json: inout JSONWriter) {
        let whole = edition.trend.wholes[day]
        json.object(.line) { json in
            json.text("date", trendDays[day])
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
            json.text("since", edition.quarter.map { trendDays[$0] })
            json.score("health", edition.change(of: .health, ofJourney: index))
            json.score("trust", edition.change(of: .trust, ofJourney: index))
            json.score("progress", edition.change(of: .progress, ofJourney: index))
        }
    }

    func writeTrend(of index: Int, _ json: inout JSONWriter) {
        let trend = edition.trend
        let place = edition.trendPlaces[index]
        json.list("trend", place == nil ? 0..<0 : trend.days.indices) { json, day in
            guard let figures = place.flatMap({ trend.figures(of: $0, on: day) }) else { return }
            json.object(.line) { json in
                json.text("date", trendDays[day])
                json.score("health", figures.health)
                json.score("trust", figures.trust)
                json.score("progress", figures.progress)
                json.count("maturity", figures.maturity)
                json.text("status", figures.status.rawValue)
            }
        }
    }
}
