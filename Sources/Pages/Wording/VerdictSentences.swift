import Journeys
import Scoring

extension Wording {
    /// What the attainment of a metric was taken from.
    package func sentence(for attainment: Attainment) -> String {
        let value = attainment.latest.map { number($0.value) } ?? ""
        let isUp = attainment.direction == .up
        switch attainment.rule {
        case .noTarget: return words(.attainmentNoTarget)
        case .noValue: return words(.attainmentNoValue)
        case .baseline(let baseline, let target):
            return words(
                .attainmentBaseline, ["value": value, "baseline": number(baseline), "target": number(target)])
        case .scale(let low, let high, let target):
            return words(
                .attainmentScale, ["value": value, "end": number(isUp ? low : high), "target": number(target)])
        case .share(let target):
            return words(isUp ? .attainmentShare : .attainmentAtMost, ["value": value, "target": number(target)])
        case .met(let target): return words(.attainmentMet, ["value": value, "target": number(target)])
        case .notMet(let target): return words(.attainmentNotMet, ["value": value, "target": number(target)])
        }
    }

    /// Why a solution worked, did not, or can't be said to yet.
    package func sentence(for measurement: LoopMeasurement) -> String {
        let end = figures.date(measurement.afterDays.upperBound)
        guard let found = measurement.figures else {
            return measurement.outcome == .tooEarly ? words(.loopTooEarly, ["date": end]) : words(.loopNoValues)
        }
        var sentences = [
            words(
                .loopChange,
                [
                    "before": number(found.before), "after": number(found.after), "change": signed(found.change),
                    "season": words(found.isSeasonal ? .loopSeasonOut : .loopSeasonIn),
                ])
        ]
        switch found.unchangedBecause {
        case .noise: sentences.append(sentence(for: found.noise))
        case .ownMovement: sentences.append(words(.loopMovesByItself))
        case nil: break
        }
        if let own = found.ownMovement {
            sentences.append(
                words.count(
                    .loopOwnMovement, own.pairs.whole,
                    ["n": figures.number(own.pairs.part), "of": figures.number(own.pairs.whole)]))
        }
        if measurement.isPreliminary { sentences.append(words(.loopPreliminary, ["date": end])) }
        return Self.joined(sentences)
    }

    private func sentence(for noise: LoopMeasurement.Noise) -> String {
        let least = number(noise.threshold)
        switch noise.source {
        case .metric: return words(.loopNoiseOfMetric, ["least": least])
        case .way: return words(.loopNoiseOfWay, ["least": least])
        case .before: return words(.loopNoiseOfBefore, ["least": least])
        }
    }
}
