import Journeys

/// How far a journey is from pain: that of customers, or that of employees.
///
///     d = 1 - Π over the open pains of a moment with severity s of (1 - 0.8 (s / 5)² × reach)     reach: 1 unless given
///     relief = 100 × (1 - (0.5 mean d + 0.5 max d))                                                over the assessed moments
///
/// Not measured when no pain of the journey, open or resolved, has a severity.
///
/// Source: "Scores", section 1, relief and operations.
package enum Relief {
    /// - Parameter resolved: a finding that is taken as resolved, whatever its status.
    static func score(
        of journey: Int, from kind: Finding.Kind, in basis: PortfolioBasis,
        resolved: ScoredFinding.Identity? = nil
    ) -> Score {
        var assessed = 0
        var sum = 0.0
        var worst: (moment: Int, pain: Double)?
        var pains: [ScoreInput] = []
        var (isMeasured, unrated, severe) = (false, 0, 0)
        for index in basis.momentsOfJourney[journey] where basis.moments[index].isAssessed {
            assessed += 1
            var left = 1.0
            for place in basis.moments[index].findings where basis.findings[place].kind == kind {
                let finding = basis.findings[place]
                let isOpen = finding.isOpen && basis.identity(of: place) != resolved
                guard let severity = finding.severity else {
                    if isOpen { unrated += 1 }
                    continue
                }
                isMeasured = true
                guard isOpen else { continue }
                let factor = Self.left(bySeverity: severity, reach: finding.reach)
                left *= factor
                if severity >= 4 { severe += 1 }
                pains.append(ScoreInput(.finding(place), 1 - factor, weight: Double(severity)))
            }
            let pain = 1 - left
            sum += pain
            if worst.map({ pain > $0.pain }) ?? true { worst = (index, pain) }
        }
        let isOfCustomers = kind == .pain
        guard isMeasured, let worst else { return .notMeasured(.reliefNotMeasured(isOfCustomers: isOfCustomers)) }
        let hurts = worst.pain > 0
        return .sum(
            [
                part(.everywhere, sum / Double(assessed), pains),
                part(.atWorst, worst.pain, hurts ? [ScoreInput(.moment(worst.moment), worst.pain)] : []),
            ],
            explanation: .relief(
                isOfCustomers: isOfCustomers, open: pains.count, severe: severe, unrated: unrated,
                worst: hurts ? basis.moments[worst.moment].title : nil))
    }

    /// What one open pain leaves of a moment's relief, from 0 to 1: 1 - 0.8 (s / 5)² × reach.
    package static func left(bySeverity severity: Int, reach: Double?) -> Double {
        let share = Double(severity) / 5
        return 1 - 0.8 * share * share * (reach ?? 1)
    }

    private static func part(_ name: Contribution.Name, _ pain: Double, _ inputs: [ScoreInput]) -> Contribution {
        Contribution(name: name, value: 100 * (1 - pain), weight: 0.5, points: 50 * (1 - pain), inputs: inputs)
    }
}
