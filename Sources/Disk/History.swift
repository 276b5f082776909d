import Changes
import Journeys
import Scoring

/// What the commits of a portfolio tell of it: its scores from month end to month end, each as its content was then and as of that day.
package struct History: Hashable, Sendable {
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
                let journey = scored.portfolio.journeys[scores.journey]
                return JourneyFigures(
                    id: journey.id,
                    figures: Trend.Figures(
                        health: scores.health.value, trust: scores.trust.value, progress: scores.progress.value,
                        maturity: scores.maturity.level, status: Trend.Status(journey)))
            }.sorted { $0.id.precedesInBytes($1.id) }
        }

        package func journey(_ id: String) -> Trend.Figures? {
            var (low, high) = (0, journeys.count)
            while low < high {
                let middle = (low + high) / 2
                if journeys[middle].id.precedesInBytes(id) {
                    low = middle + 1
                } else {
                    high = middle
                }
            }
            return journeys.indices.contains(low) && journeys[low].id == id ? journeys[low].figures : nil
        }
    }

    package struct JourneyFigures: Hashable, Sendable {
        package let id: String
        package let figures: Trend.Figures

        package init(id: String, figures: Trend.Figures) {
            self.id = id
            self.figures = figures
        }
    }

    /// The oldest first, a month apart.
    package let points: [Point]
    /// The journeys whose review date moved while nothing else of their files did in a year: by id, what the rest of the file is told by.
    /// Nothing where the commits do not go back a year, so that they can't tell.
    package let untouched: [String: String]?
    /// By the month end up to which they were made, of those that have one before them; nothing unless it was asked for.
    package let changes: [CivilDate: [ChangeLog.Entry]]

    package init(points: [Point], untouched: [String: String]?, changes: [CivilDate: [ChangeLog.Entry]] = [:]) {
        self.points = points
        self.untouched = untouched
        self.changes = changes
    }

    /// A value a point, for a line; nothing where there is none.
    package var health: [Double?] { points.map { $0.figures?.health } }

    /// Of a journey by its id, whatever file it stood in.
    package func values(of measure: Trend.Measure, ofJourney id: String) -> [Double?] {
        points.map { $0.figures?.journey(id)?[measure] }
    }
}

// MARK: Recording it

extension Trend {
    /// What is to be recorded: the month ends that a history has scored, and of what was recorded before, those that it could not. They may
    /// lie before a clone that is shallow, or before a cut.
    ///
    /// Scores get the two decimals here that the file has, so that it makes no difference where they are taken from.
    package init(_ history: History, over recorded: Trend) {
        var builder = TrendBuilder()
        let scored = Set(history.points.filter { $0.figures != nil }.map(\.day))
        for day in recorded.days.indices where !scored.contains(recorded.days[day]) { builder.add(recorded, on: day) }
        for point in history.points {
            guard let figures = point.figures else { continue }
            builder.add(
                Trend.Whole(
                    health: figures.health?.twoDecimals, maturity: figures.maturity,
                    measured: figures.journeysMeasured.part, counting: figures.journeysMeasured.whole),
                figures.journeys.lazy.map { ($0.id, $0.figures.rounded) }, on: point.day)
        }
        builder.setUntouched(history.untouched ?? recorded.untouched)
        self = builder.trend()
    }
}

extension ChangeLog {
    /// What is to be recorded: what a history has compared, and what was recorded before of months that it could not.
    package init(_ history: History, over recorded: ChangeLog, namingPeople: Bool = true) {
        let entries = history.changes.sorted { $0.key < $1.key }.flatMap(\.value)
        self = recorded.replacing(Set(history.changes.keys), with: namingPeople ? entries : entries.map(\.unsigned))
    }
}

extension ChangeLog.Entry {
    fileprivate var unsigned: ChangeLog.Entry {
        ChangeLog.Entry(month: month, change: change, day: day, people: [])
    }
}

extension Trend.Figures {
    fileprivate var rounded: Trend.Figures {
        Trend.Figures(
            health: health?.twoDecimals, trust: trust?.twoDecimals, progress: progress?.twoDecimals, maturity: maturity,
            status: status)
    }
}
