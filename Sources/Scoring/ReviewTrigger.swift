import Journeys

/// What should prompt a review of a journey.
///
/// Source: "Scores", section 9.
package enum ReviewTrigger: Sendable {
    package enum Kind: String, CaseIterable, Hashable, Sendable {
        case overdue, metric, evidence, solution, untouched
    }

    /// By how many days; a journey that was never reviewed by one rhythm.
    case overdue(days: Int)
    /// The latest value of a metric, dated after the review, lies outside its limits.
    case metric(Int, ControlLimits)
    /// A piece of evidence that it cites is dated after the review.
    case evidence(Int, CalendarPeriod)
    /// A solution that touches it shipped after the review.
    case solution(Int, CivilDate)
    /// The review date moved while nothing else of the journey did in a year.
    case untouched

    package var kind: Kind {
        switch self {
        case .overdue: .overdue
        case .metric: .metric
        case .evidence: .evidence
        case .solution: .solution
        case .untouched: .untouched
        }
    }
}

/// When a journey is due for review, and what else asks for one.
package struct Review: Sendable {
    /// An index into the portfolio's journeys.
    package let journey: Int
    /// Nothing for one that was never reviewed.
    package let due: CivilDate?
    /// 0 where it is not overdue.
    package let overdueDays: Int
    /// By kind, then in the order of the journey's metrics and of the portfolio's lists.
    package let triggers: [ReviewTrigger]
    /// Open pains of severity 4 and more.
    package let grievousPains: Int
    /// days overdue / rhythm × (1 + open pains of severity 4+)
    package let urgency: Double

    /// Each kind of trigger once, in its order.
    package var kinds: [ReviewTrigger.Kind] { triggers.map(\.kind).eachOnce() }

    init(_ index: Int, overdueDays: Int, due: CivilDate?, triggers: [ReviewTrigger], in basis: PortfolioBasis) {
        let grievous = basis.findingsOfJourney[index].count { place in
            let finding = basis.findings[place]
            return finding.kind == .pain && finding.isOpen && (finding.severity ?? 0) >= 4
        }
        journey = index
        self.due = due
        self.overdueDays = overdueDays
        self.triggers = triggers
        grievousPains = grievous
        let rhythm = Double(basis.portfolio.journeys[index].rhythm.days)
        urgency = (Double(overdueDays) / rhythm * Double(1 + grievous)).nineDecimals
    }
}

/// What should be reviewed first. Advisory: it never fails a build by itself.
package struct ReviewAgenda: Sendable {
    /// By journey; nothing for those that do not count.
    package let reviews: [Review?]
    /// The journeys that something asks to review, the most urgent first, then by id.
    package let order: [Int]

    /// - Parameter untouched: the journeys whose review date moved while nothing else of them did in a year: only the history
    ///   of the files can tell.
    package init(_ basis: PortfolioBasis, untouched: Set<Int> = []) {
        let portfolio = basis.portfolio
        let limits = portfolio.metrics.indices.map { metric -> ControlLimits? in
            guard !basis.journeysOfMetric[metric].isEmpty else { return nil }
            let limits = ControlLimits(portfolio.metrics[metric].values(asOf: basis.asOf))
            return limits.flatMap { $0.isBroken ? $0 : nil }
        }
        let reviews = portfolio.journeys.indices.map { index -> Review? in
            guard portfolio.journeys[index].counts else { return nil }
            return Self.review(index, in: basis, limits: limits, isUntouched: untouched.contains(index))
        }
        self.reviews = reviews
        let prompted = reviews.compactMap { $0 }.filter { !$0.triggers.isEmpty }.map { review in
            let record = portfolio.journeys[review.journey].record
            return (urgency: -review.urgency, id: record.id, path: record.path, journey: review.journey)
        }
        order = prompted.sorted { ($0.urgency, $0.id, $0.path) < ($1.urgency, $1.id, $1.path) }.map(\.journey)
    }

    /// - Parameter limits: by metric, of those whose latest value lies outside.
    private static func review(
        _ index: Int, in basis: PortfolioBasis, limits: [ControlLimits?], isUntouched: Bool
    ) -> Review {
        let journey = basis.portfolio.journeys[index]
        guard let reviewed = journey.reviewed, let age = journey.age(asOf: basis.asOf) else {
            let days = journey.rhythm.days
            return Review(index, overdueDays: days, due: nil, triggers: [.overdue(days: days)], in: basis)
        }
        let day = reviewed.first
        let overdue = max(0, age - journey.rhythm.days)
        var triggers: [ReviewTrigger] = overdue > 0 ? [.overdue(days: overdue)] : []
        for metric in basis.metricsOfJourney[index] {
            if let limits = limits[metric], limits.latest.date > day { triggers.append(.metric(metric, limits)) }
        }
        for evidence in cited(by: journey, in: basis.portfolio) {
            guard let date = basis.portfolio.evidence[evidence].date else { continue }
            // A month or a year stands here for its first day.
            if date.first > day, date.first <= basis.asOf { triggers.append(.evidence(evidence, date)) }
        }
        for place in basis.touching.solutions[index] {
            let solution = basis.portfolio.solutions[place]
            guard solution.status == .shipped, let shipped = solution.shipped?.first else { continue }
            if shipped > day { triggers.append(.solution(place, shipped)) }
        }
        if isUntouched { triggers.append(.untouched) }
        return Review(
            index, overdueDays: overdue, due: day.advanced(by: journey.rhythm.days), triggers: triggers, in: basis)
    }

    /// The evidence that a finding, feeling, quote, insight or Evidence lane of a journey cites: each once, in the portfolio's order.
    private static func cited(by journey: Journey, in portfolio: Portfolio) -> [Int] {
        var cited: [Int] = []
        func add(_ references: [Reference]) {
            // By place: a reference holds more than where it leads.
            for place in references.indices {
                if let target = references[place].target, target.kind == .evidence { cited.append(target.index) }
            }
        }
        for place in journey.places {
            for quote in place.moment.quotes { add(quote.evidence) }
            for feeling in place.moment.feelings { add(feeling.evidence) }
            for finding in place.moment.findings { add(finding.evidence) }
            add(place.moment.references(in: "evidence"))
            for insight in InsightPlaces.insights(at: place.moment) { add(portfolio.insights[insight].evidence) }
        }
        cited.sort()
        // A dozen of numbers, of which a set would make a table.
        var each: [Int] = []
        for evidence in cited where evidence != each.last { each.append(evidence) }
        return each
    }
}
