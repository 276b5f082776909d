import Journeys
import Scoring

/// How the scores of a portfolio moved from month end to month end, each as its content was then and as of that day.
package struct Trend: Hashable, Sendable {
    /// One month end.
    package struct Point: Hashable, Sendable {
        package let day: CivilDate
        /// What the content is taken from: the last commit up to the end of the day.
        package let commit: String?
        package let state: State

        package init(day: CivilDate, commit: String?, state: State) {
            self.day = day
            self.commit = commit
            self.state = state
        }

        /// Nothing where there is nothing to score.
        package var figures: Figures? {
            guard case .scored(let figures) = state else { return nil }
            return figures
        }
    }

    package enum State: Hashable, Sendable {
        case scored(Figures)
        /// The history begins later.
        case noCommit
        /// What came before the first commit of a shallow clone is not there.
        case cutOff
        /// The commit has no content folder.
        case noContent
        /// The content has errors; the first of them in words.
        case broken(errors: Int, first: String)
    }

    /// The scores of a portfolio on one day.
    package struct Figures: Hashable, Sendable {
        package let health: Double?
        /// How many of the counting journeys are measured.
        package let journeysMeasured: Share
        package let maturity: Int
        /// By id, in byte order; also those that do not count.
        package let journeys: [JourneyFigures]

        package init(health: Double?, journeysMeasured: Share, maturity: Int, journeys: [JourneyFigures]) {
            self.health = health
            self.journeysMeasured = journeysMeasured
            self.maturity = maturity
            self.journeys = journeys
        }

        package init(_ scored: ScoredPortfolio) {
            health = scored.health.value
            journeysMeasured = scored.health.journeys
            maturity = scored.maturity.level
            journeys = scored.journeys.map { scores in
                JourneyFigures(
                    id: scored.portfolio.journeys[scores.journey].id, health: scores.health.value,
                    trust: scores.trust.value, progress: scores.progress.value, maturity: scores.maturity.level)
            }.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
        }

        package func journey(_ id: String) -> JourneyFigures? {
            var (low, high) = (0, journeys.count)
            while low < high {
                let middle = (low + high) / 2
                if journeys[middle].id.utf8.lexicographicallyPrecedes(id.utf8) {
                    low = middle + 1
                } else {
                    high = middle
                }
            }
            return journeys.indices.contains(low) && journeys[low].id == id ? journeys[low] : nil
        }
    }

    /// Scores from 0 to 100; nothing: not measured.
    package struct JourneyFigures: Hashable, Sendable {
        package let id: String
        package let health: Double?
        package let trust: Double?
        package let progress: Double?
        package let maturity: Int

        package init(id: String, health: Double?, trust: Double?, progress: Double?, maturity: Int) {
            self.id = id
            self.health = health
            self.trust = trust
            self.progress = progress
            self.maturity = maturity
        }
    }

    /// The oldest first, a month apart.
    package let points: [Point]
    /// The ids of the journeys whose review date moved while nothing else of their files did in a year.
    package let untouched: Set<String>

    package init(points: [Point], untouched: Set<String>) {
        self.points = points
        self.untouched = untouched
    }
}

// MARK: Reading it

extension Trend {
    package enum Measure: String, CaseIterable, Hashable, Sendable {
        case health, trust, progress
    }

    /// A value a point, for a line; nothing where there is none.
    package var health: [Double?] { points.map { $0.figures?.health } }

    /// Of a journey by its id, whatever file it stood in.
    package func values(of measure: Measure, ofJourney id: String) -> [Double?] {
        points.map { $0.figures?.journey(id)?[measure] }
    }

    /// What a page compares today with: the end of the last quarter of the calendar. Nothing where it is not scored.
    package func lastQuarter(before day: CivilDate) -> Point? {
        let end = MonthEnd.lastOfQuarter(before: day)
        return points.last { $0.day == end && $0.figures != nil }
    }

    /// The journeys of a portfolio whose review date alone has moved, as scores want them.
    package func untouchedJourneys(of portfolio: Portfolio) -> Set<Int> {
        Set(portfolio.journeys.indices.filter { untouched.contains(portfolio.journeys[$0].id) })
    }
}

extension Trend.JourneyFigures {
    package subscript(measure: Trend.Measure) -> Double? {
        switch measure {
        case .health: health
        case .trust: trust
        case .progress: progress
        }
    }
}
