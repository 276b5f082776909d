import Journeys

/// How well a journey is looked after. Always measured.
///
///     25 × owner named
///     25 × reviewed in time: age ≤ rhythm: 1; age ≥ 2 × rhythm: 0; linear between; never reviewed: 0
///     20 × share of moments that have Doing, a Feeling with a number, and Touchpoints or Channels      no moments: 0
///     15 × at least one metric whose latest value is no older than twice its frequency
///     15 × placed: of the top level, or with a parent
///
/// Source: "Scores", section 2, stewardship.
struct Stewardship: Sendable {
    /// Each from 0 to 1.
    private(set) var owner: Double
    private(set) var reviewed: Double
    let described: Double
    private(set) var currentMetric: Double
    let placed: Double
    private let journey: Int
    private let moments: Share
    /// Those whose latest value is no older than twice their frequency.
    private let metrics: [Int]
    private let basis: PortfolioBasis

    init(of index: Int, in basis: PortfolioBasis) {
        let journey = basis.portfolio.journeys[index]
        let moments = basis.momentsOfJourney[index]
        let whole = moments.count { basis.moments[$0].isDescribed }
        let current = basis.metricsOfJourney[index].filter { basis.attainments[$0].isCurrent }
        self.journey = index
        self.moments = Share(whole, of: moments.count)
        metrics = current
        self.basis = basis
        owner = journey.record.owner == nil ? 0 : 1
        reviewed = Self.timeliness(ofAge: journey.age(asOf: basis.asOf), rhythm: journey.rhythm.days)
        described = moments.isEmpty ? 0 : Double(whole) / Double(moments.count)
        currentMetric = current.isEmpty ? 0 : 1
        placed = basis.isPlaced(index) ? 1 : 0
    }

    static func timeliness(ofAge age: Int?, rhythm: Int) -> Double {
        guard let age, age < 2 * rhythm else { return 0 }
        return age <= rhythm ? 1 : Double(2 * rhythm - age) / Double(rhythm)
    }

    func namingOwner() -> Stewardship { with { $0.owner = 1 } }
    func reviewing() -> Stewardship { with { $0.reviewed = 1 } }
    func updatingMetric() -> Stewardship { with { $0.currentMetric = 1 } }

    private func with(_ change: (inout Stewardship) -> Void) -> Stewardship {
        var copy = self
        change(&copy)
        return copy
    }

    var figure: ScoreFigure {
        ScoreFigure(25 * owner + 25 * reviewed + 20 * described + 15 * currentMetric + 15 * placed, coverage: 1)
    }

    var score: Score {
        let metrics = metrics.map { ScoreInput(.metric($0), basis.attainments[$0].latest?.value) }
        return .sum(
            [
                part(.owner, owner, 25), part(.reviewed, reviewed, 25), part(.described, described, 20),
                part(.currentMetric, currentMetric, 15, metrics), part(.placed, placed, 15),
            ],
            explanation: .stewardship(
                hasOwner: owner > 0, reviewed: reviewed, described: moments, hasCurrentMetric: currentMetric > 0,
                isPlaced: placed > 0))
    }

    private func part(
        _ name: Contribution.Name, _ share: Double, _ weight: Double, _ inputs: [ScoreInput]? = nil
    ) -> Contribution {
        Contribution(
            name: name, value: 100 * share, weight: weight, points: weight * share,
            inputs: inputs ?? [ScoreInput(.journey(journey), share)])
    }
}

extension Journey {
    /// Days since its review; a month or year counts only once it has begun. Nothing: never reviewed.
    package func age(asOf day: CivilDate) -> Int? {
        guard let reviewed, reviewed.hasBegun(by: day) else { return nil }
        return day.days - reviewed.first.days
    }
}

extension CalendarPeriod {
    /// A month or year counts only once it has begun; a day is what it is.
    package func hasBegun(by day: CivilDate) -> Bool { precision == .day || first <= day }
}

extension PortfolioBasis {
    /// A journey of the top level, or one with a parent.
    package func isPlaced(_ journey: Int) -> Bool {
        portfolio.journeys[journey].level == 0 || hierarchy.primary[journey] != nil
    }
}
