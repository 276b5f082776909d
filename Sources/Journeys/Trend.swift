/// How the scores of a portfolio moved from month end to month end, as `history.csv` has it.
package struct Trend: Hashable, Sendable {
    /// The file, relative to the content folder.
    package static let path = "history.csv"

    package enum Measure: String, CaseIterable, Hashable, Sendable {
        case health, trust, progress
    }

    package enum Status: String, CaseIterable, Hashable, Sendable {
        /// Active and of today: it counts.
        case active
        case draft, archived, future

        package init(_ journey: Journey) {
            switch journey.status {
            case .draft: self = .draft
            case .archived: self = .archived
            case .active: self = journey.state == .future ? .future : .active
            }
        }
    }

    /// A journey's at one month end. Scores run from 0 to 100; nothing: not measured.
    package struct Figures: Hashable, Sendable {
        // There is one of these for each journey and month end, and optionals would take twice the room.
        private let keptHealth: KeptNumber
        private let keptTrust: KeptNumber
        private let keptProgress: KeptNumber
        /// Below 0: none.
        private let keptMaturity: Int8
        package let status: Status

        package init(health: Double?, trust: Double?, progress: Double?, maturity: Int?, status: Status) {
            keptHealth = KeptNumber(health)
            keptTrust = KeptNumber(trust)
            keptProgress = KeptNumber(progress)
            keptMaturity = maturity.map { Int8(clamping: $0) } ?? -1
            self.status = status
        }

        package var health: Double? { keptHealth.number }
        package var trust: Double? { keptTrust.number }
        package var progress: Double? { keptProgress.number }
        /// Nothing where that is not known.
        package var maturity: Int? { keptMaturity < 0 ? nil : Int(keptMaturity) }

        package subscript(measure: Measure) -> Double? {
            switch measure {
            case .health: health
            case .trust: trust
            case .progress: progress
            }
        }
    }

    /// Those of all counting journeys together at one month end.
    package struct Whole: Hashable, Sendable {
        package let health: Double?
        package let maturity: Int?
        /// How many of the counting journeys are measured; nothing where that is not known.
        package let measured: Int?
        package let counting: Int?

        package init(health: Double?, maturity: Int?, measured: Int?, counting: Int?) {
            self.health = health
            self.maturity = maturity
            self.measured = measured
            self.counting = counting
        }
    }

    /// Month ends that anything is known of, the oldest first.
    package let days: [CivilDate]
    /// By day.
    package let wholes: [Whole?]
    /// The ids of all journeys that any month has, in byte order.
    package let journeys: [String]
    /// Day by day of the first journey, then of the next.
    private let figures: [Figures?]
    /// By day, then by id: what the text of a journey is told by whose review date alone moved in the year before it was recorded.
    private let marks: [[String: String]]

    init(days: [CivilDate], wholes: [Whole?], journeys: [String], figures: [Figures?], marks: [[String: String]]) {
        self.days = days
        self.wholes = wholes
        self.journeys = journeys
        self.figures = figures
        self.marks = marks
    }

    package static let none = Trend(days: [], wholes: [], journeys: [], figures: [], marks: [])

    package var isEmpty: Bool { days.isEmpty }

    /// By day, of the journey at a place of `journeys`.
    package func figures(of journey: Int) -> ArraySlice<Figures?> {
        figures[journey * days.count..<(journey + 1) * days.count]
    }

    /// Whether a journey's are what they were on the day before.
    package func isUnmoved(_ journey: Int, on day: Int) -> Bool {
        let place = journey * days.count + day
        return figures[place - 1] == figures[place]
    }

    package func figures(of journey: Int, on day: Int) -> Figures? { figures[journey * days.count + day] }

    /// The place of an id in `journeys`.
    package func place(of id: String) -> Int? {
        var (low, high) = (0, journeys.count)
        while low < high {
            let middle = (low + high) / 2
            if journeys[middle].precedesInBytes(id) { low = middle + 1 } else { high = middle }
        }
        return journeys.indices.contains(low) && journeys[low] == id ? low : nil
    }

    /// What pages compare a day with: the last month end that is known at the end of the quarter before it.
    package func lastQuarter(before day: CivilDate) -> Int? {
        let end = MonthEnd.lastOfQuarter(before: day)
        return days.lastIndex { $0 <= end }
    }

    /// What is known on a day: nothing of later month ends.
    package func known(on day: CivilDate) -> Trend {
        guard let last = days.last, last > day else { return self }
        let count = days.count { $0 <= day }
        var builder = TrendBuilder()
        for index in 0..<count { builder.add(self, on: index) }
        return builder.trend()
    }

    /// Of the last month end: by id, what the text of a journey is told by that was reviewed by date alone.
    package var untouched: [String: String] { marks.last ?? [:] }

    package func untouched(on day: Int) -> [String: String] { marks[day] }
}

// MARK: Putting it together

/// Gathers a trend in any order.
package struct TrendBuilder {
    private struct Month {
        var whole: Trend.Whole?
        /// By the number of the journey.
        var figures: [Trend.Figures?] = []
        var marks: [String: String] = [:]
    }

    private var months: [Month] = []
    private var days: [CivilDate] = []
    private var numberOfDay: [CivilDate: Int] = [:]
    /// In the order in which they came.
    private var ids: [String] = []
    private var numberOfID: [String: Int] = [:]

    package init() {}

    mutating func month(_ day: CivilDate) -> Int {
        if let number = numberOfDay[day] { return number }
        numberOfDay[day] = days.count
        days.append(day)
        months.append(Month())
        return days.count - 1
    }

    mutating func journey(_ id: String) -> Int {
        if let number = numberOfID[id] { return number }
        numberOfID[id] = ids.count
        ids.append(id)
        return ids.count - 1
    }

    /// The journey that came behind another, if its id has these bytes: months most often hold the same journeys in one order.
    func follower(of journey: Int, is bytes: ArraySlice<UInt8>) -> Int? {
        let next = journey + 1
        guard next < ids.count else { return nil }
        let isSame = ids[next].withBytes { id in bytes.withUnsafeBufferPointer { id.isSame(as: $0) } }
        return isSame ? next : nil
    }

    func has(journey: Int, in month: Int) -> Bool {
        journey < months[month].figures.count && months[month].figures[journey] != nil
    }

    func hasWhole(in month: Int) -> Bool { months[month].whole != nil }

    mutating func set(_ figures: Trend.Figures, of journey: Int, in month: Int) {
        let missing = journey + 1 - months[month].figures.count
        if missing > 0 { months[month].figures += repeatElement(nil, count: missing) }
        months[month].figures[journey] = figures
    }

    mutating func set(_ whole: Trend.Whole, in month: Int) { months[month].whole = whole }

    mutating func mark(_ id: String, _ text: String, in month: Int) { months[month].marks[id] = text }

    package mutating func add(
        _ whole: Trend.Whole, _ journeys: some Sequence<(id: String, figures: Trend.Figures)>, on day: CivilDate
    ) {
        let month = month(day)
        set(whole, in: month)
        for journey in journeys { set(journey.figures, of: self.journey(journey.id), in: month) }
    }

    /// Takes over a month end of another trend.
    package mutating func add(_ trend: Trend, on day: Int) {
        let month = month(trend.days[day])
        if let whole = trend.wholes[day] { set(whole, in: month) }
        for place in trend.journeys.indices {
            if let figures = trend.figures(of: place, on: day) {
                set(figures, of: journey(trend.journeys[place]), in: month)
            }
        }
        months[month].marks = trend.untouched(on: day)
    }

    /// Says of the last month end which journeys were reviewed by date alone, and of no other.
    package mutating func setUntouched(_ marks: [String: String]) {
        for month in months.indices { months[month].marks = [:] }
        if let last = days.indices.max(by: { days[$0] < days[$1] }) { months[last].marks = marks }
    }

    package func trend() -> Trend {
        let inTime = days.indices.sorted { days[$0] < days[$1] }
        let order = ids.indices.sorted { ids[$0].precedesInBytes(ids[$1]) }
        var figures: [Trend.Figures?] = []
        figures.reserveCapacity(order.count * inTime.count)
        for journey in order {
            for month in inTime {
                let known = months[month].figures
                figures.append(journey < known.count ? known[journey] : nil)
            }
        }
        return Trend(
            days: inTime.map { days[$0] }, wholes: inTime.map { months[$0].whole }, journeys: order.map { ids[$0] },
            figures: figures, marks: inTime.map { months[$0].marks })
    }
}
