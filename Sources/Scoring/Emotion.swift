import Journeys

/// What customers feel on a journey.
///
/// mean = mean over the moments that have an emotion, moments of truth counting twice; worst = the lowest; end = the end of the
/// last moment that has one.
///     E = 0.5 mean + 0.25 worst + 0.25 end          (the peak-end rule)
///     E = 0.7 mean + 0.3 worst                      (a journey of the top level: its last stage is leaving)
///     part = (E + 2) / 4 × 100
///
/// Source: "Scores", section 1, experience. The peak-end rule: Kahneman et al. 1993.
enum Emotion {
    static func score(of journey: Int, in basis: PortfolioBasis) -> Score {
        let all = basis.momentsOfJourney[journey]
        var felt: [ScoreInput] = []
        felt.reserveCapacity(all.count)
        var (sum, weights, low) = (0.0, 0.0, 0)
        var worst: (moment: Int, value: Double)?
        var end: (moment: Int, value: Double)?
        for index in all {
            guard let emotion = basis.moments[index].emotion else { continue }
            let weight = basis.moments[index].isMomentOfTruth ? 2.0 : 1
            sum += weight * emotion.value
            weights += weight
            if emotion.value.nineDecimals < -1 { low += 1 }
            if worst.map({ emotion.worst < $0.value }) ?? true { worst = (index, emotion.worst) }
            end = (index, emotion.end)
            felt.append(ScoreInput(.moment(index), emotion.value, weight: weight))
        }
        guard let worst, let end else { return .notMeasured(.emotionNotMeasured(moments: all.count)) }

        let isTop = basis.portfolio.journeys[journey].level == 0
        let worstWeight = isTop ? 0.3 : 0.25
        var contributions = [
            part(.mean, sum / weights, isTop ? 0.7 : 0.5, felt),
            part(.worst, worst.value, worstWeight, [ScoreInput(.moment(worst.moment), worst.value)]),
        ]
        if !isTop { contributions.append(part(.end, end.value, 0.25, [ScoreInput(.moment(end.moment), end.value)])) }
        return .sum(
            contributions, coverage: Double(felt.count) / Double(all.count),
            explanation: .emotion(
                low: low, felt: felt.count, moments: all.count, worst: basis.moments[worst.moment].title,
                value: worst.value))
    }

    private static func part(
        _ name: Contribution.Name, _ emotion: Double, _ weight: Double, _ inputs: [ScoreInput]
    ) -> Contribution {
        // The weights add up to 1, so the scale can be changed part by part.
        let value = (emotion + 2) / 4 * 100
        return Contribution(name: name, value: value, weight: weight, points: weight * value, inputs: inputs)
    }
}
