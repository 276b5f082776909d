import Journeys
import Scoring

/// How one score went: what is recorded of it, and where it stands today.
struct Course: Hashable, Sendable {
    struct Point: Hashable, Sendable {
        let day: CivilDate
        /// Nothing where it was not measured.
        let value: Double?
    }

    /// By day; the last is today.
    let points: [Point]
    /// What it was at the end of the last quarter, and which day that is.
    let before: Point?

    var today: Double? { points.last?.value }

    /// Since the end of the last quarter.
    var change: Double? { Self.change(from: before?.value, to: today) }

    /// Both sides have two decimals, so that it is the difference of what data files say.
    static func change(from before: Double?, to today: Double?) -> Double? {
        guard let today, let before else { return nil }
        return (today.twoDecimals - before).nineDecimals
    }

    /// - Parameters:
    ///   - recorded: by day of a trend.
    ///   - before: the day of the trend that today is compared with.
    init(_ recorded: [Double?], on days: [CivilDate], before: Int?, today: Double?, asOf: CivilDate) {
        self.init(on: days, before: before, today: today, asOf: asOf) { recorded[$0] }
    }

    /// - Parameter recorded: by day of the trend.
    init(on days: [CivilDate], before: Int?, today: Double?, asOf: CivilDate, _ recorded: (Int) -> Double?) {
        var points: [Point] = []
        points.reserveCapacity(days.count + 1)
        // A month end may be today: it has been scored anew.
        for (place, day) in days.enumerated() {
            guard day < asOf else { break }
            points.append(Point(day: day, value: recorded(place)))
        }
        points.append(Point(day: asOf, value: today))
        self.points = points
        self.before = before.map { Point(day: days[$0], value: recorded($0)) }
    }
}

extension Edition {
    func course(of measure: Trend.Measure, ofJourney index: Int) -> Course {
        let place = trendPlaces[index]
        return Course(
            on: trend.days, before: quarter, today: today(measure, ofJourney: index), asOf: asOf
        ) { day in
            place.flatMap { trend.figures(of: $0, on: day)?[measure] }
        }
    }

    /// The change that is the course's, without the course.
    func change(of measure: Trend.Measure, ofJourney index: Int) -> Double? {
        guard let quarter, let place = trendPlaces[index] else { return nil }
        return Course.change(
            from: trend.figures(of: place, on: quarter)?[measure], to: today(measure, ofJourney: index))
    }

    private func today(_ measure: Trend.Measure, ofJourney index: Int) -> Double? {
        switch measure {
        case .health: scores[index].health.value
        case .trust: scores[index].trust.value
        case .progress: scores[index].progress.value
        }
    }

    var courseOfHealth: Course {
        Course(
            trend.wholes.map { $0?.health }, on: trend.days, before: quarter, today: scored.health.value, asOf: asOf)
    }

    /// Whether nothing was known of a journey yet at the day that today is compared with.
    func isNew(_ index: Int) -> Bool {
        guard let quarter else { return false }
        return trendPlaces[index].map { trend.figures(of: $0, on: quarter) == nil } ?? true
    }

    /// "30 September 2026": what changes are since.
    var quarterDay: String? { quarter.map { figures.date(trend.days[$0]) } }
}
