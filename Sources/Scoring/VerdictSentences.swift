import Diagnostics
import Journeys

/// Verdicts in plain English: the one place that a translation would replace.
enum VerdictSentences {
    // MARK: Attainment

    static func sentence(for attainment: Attainment) -> String {
        let value = attainment.latest.map { $0.value.plain } ?? ""
        let isUp = attainment.direction == .up
        switch attainment.rule {
        case .noTarget: return "It has no target."
        case .noValue: return "It has no value yet."
        case .baseline(let baseline, let target):
            return "\(value) on the way from the baseline \(baseline.plain), which counts 50, to the target "
                + "\(target.plain), which counts 100."
        case .scale(let low, let high, let target):
            return "\(value) on the way from \((isUp ? low : high).plain), the poor end of the scale, to the target "
                + "\(target.plain)."
        case .share(let target):
            return isUp
                ? "\(value) of the target of \(target.plain)."
                : "\(value), where the target is \(target.plain) or less."
        case .met(let target): return "\(value): the target of \(target.plain) is met."
        case .notMet(let target):
            return "\(value): the target of \(target.plain) is not met, and there is no scale to say by how much."
        }
    }

    // MARK: The closed loop

    static func sentence(for measurement: LoopMeasurement) -> String {
        guard let figures = measurement.figures else {
            return measurement.outcome == .tooEarly
                ? "Too early to tell: it is measured until \(measurement.afterDays.upperBound.iso)."
                : "There are not two values on each side of the day it shipped."
        }
        let season =
            figures.isSeasonal
            ? "with the season taken out by the same days a year earlier"
            : "and no season was taken out, for want of values a year earlier"
        var text = "From \(figures.before.plain) to \(figures.after.plain): \(signed(figures.change)), \(season)."
        switch figures.unchangedBecause {
        case .noise: text += " \(noise(figures.noise))"
        case .ownMovement: text += " It counts as unchanged: the series moves as far by itself too often."
        case nil: break
        }
        if let own = figures.ownMovement {
            text += " It moved as far by itself in \(own.pairs.part) of \(own.pairs.whole) earlier pairs of windows."
        }
        if measurement.isPreliminary { text += " Preliminary until \(measurement.afterDays.upperBound.iso)." }
        return text
    }

    private static func noise(_ noise: LoopMeasurement.Noise) -> String {
        let least = noise.threshold.plain
        switch noise.source {
        case .metric: return "It counts as unchanged: the metric's noise is \(least)."
        case .way: return "It counts as unchanged: it is within 10% of the way from baseline to target, \(least)."
        case .before: return "It counts as unchanged: it is within 2% of the value before, \(least)."
        }
    }

    // MARK: Priority

    static func sentence(for priority: Priority) -> String {
        func name(_ input: Opportunity.Input) -> String {
            input.rawValue.split(separator: "_").joined(separator: " ")
        }
        guard priority.missing.isEmpty else {
            return "Not scored: it lacks \(priority.missing.map(name).joined(separator: ", "))."
        }
        let inputs = priority.given.map { given in
            let value = "\(name(given.input)) \(given.value.plain)"
            if case .severity = given.source { return value + " (the highest severity it addresses)" }
            return value
        }
        let base = "From \(inputs.joined(separator: ", "))"
        guard let confidence = priority.confidence else { return base + "." }
        let points = priority.parts.reduce(0) { $0 + $1.points }
        let backed =
            confidence.weight > 0
            ? "\(confidence.backed.plain) of \(confidence.weight.plain) of what it addresses, by severity, rests on evidence"
            : "it addresses nothing"
        return "\(base): \(points.plain), times a confidence of \(confidence.value.plain), since \(backed)."
    }

    static func sentence(for firmness: RankFirmness) -> String {
        let place =
            firmness.best == firmness.worst
            ? "It stays at rank \(firmness.best) under all weights near the chosen ones"
            : "Under weights near the chosen ones it ranks from \(firmness.best) to \(firmness.worst)"
        return "\(place); of all weightings, it is first in \(firmness.first.part) of \(firmness.first.whole)."
    }

    // MARK: Contradictions

    static func sentence(for contradiction: Contradiction, in basis: PortfolioBasis) -> String {
        let names = contradiction.subjects.map { "'\($0.name(in: basis))'" }
        func name(_ index: Int) -> String { names.indices.contains(index) ? names[index] : "" }
        switch contradiction.reason {
        case .painUnderGoodMetric(let severity, let attainment, let moment):
            return "\(name(0)) is a pain of severity \(severity), but \(name(1)) stands at \(attainment.plain) of 100 "
                + "at '\(basis.name(ofMoment: moment))'."
        case .painWhereItFeelsGood(let emotion, let severity):
            return "\(name(0)) is felt at \(signed(emotion)), but has \(name(1)), a pain of severity \(severity)."
        case .poorMetricWithoutPain(let attainment):
            return "\(name(0)) stands at \(attainment.plain) of 100, but no pain is recorded at \(name(1))."
        case .solutionWithoutEffect(let outcome, let isPreliminary):
            let said = isPreliminary ? "so far measured" : "measured"
            return outcome == .worse
                ? "\(name(0)) shipped and is \(said) as making things worse."
                : "\(name(0)) shipped and is \(said) as changing nothing."
        case .touchpointFeltApart(let one, let other, _):
            return "\(name(0)) is felt at \(signed(one.mean)) in \(name(1)) and at \(signed(other.mean)) in "
                + "\(name(2)), by the same persona."
        case .resolvedPainUnderPoorMetric(let latest, let baseline, _):
            return "\(name(0)) is resolved, but \(name(1)) stands at \(latest.value.plain), worse than its baseline of "
                + "\(baseline.plain)."
        case .closedOverOpenPain(let severity):
            return "\(name(0)) is closed, but addresses \(name(1)), which is open with severity \(severity)."
        case .sameFindingTwice(let findings):
            let list = findings.map { "'\(basis.name(of: $0))'" }.joined(separator: ", ")
            return "\(name(0)) and \(name(1)) both address \(list)."
        case .sameOpportunityTwice(let owners):
            return "\(name(0)) and \(name(1)) are both for \(name(2)), and belong to "
                + "\(owners.joined(separator: " and "))."
        case .sameWordsTwice(let share):
            return "\(name(0)) and \(name(1)) share \(share.part) of their \(share.whole) words."
        }
    }

    static func expired(_ waiver: PortfolioSettings.Waiver, at location: Location) -> Diagnostic {
        Diagnostic(
            .expiredWaiver, at: location,
            "the waiver of '\(waiver.subject)' by rule '\(waiver.rule)' ended on \(waiver.until?.iso ?? "")",
            hint: "settle what it put off, and delete it; or say until when it holds")
    }

    static func idle(_ waiver: PortfolioSettings.Waiver, at location: Location) -> Diagnostic {
        Diagnostic(
            .idleWaiver, at: location,
            "the waiver of '\(waiver.subject)' waives nothing: rule '\(waiver.rule)' finds nothing there",
            hint: "delete it, if what it put off is settled")
    }

    // MARK: Reviews

    static func sentence(for trigger: ReviewTrigger, of review: Review, in portfolio: Portfolio) -> String {
        switch trigger {
        case .overdue(let days):
            guard let due = review.due else { return "It has never been reviewed." }
            return "It was due on \(due.iso), \(days) \(days == 1 ? "day" : "days") ago."
        case .metric(let metric, let limits):
            return "'\(portfolio.metrics[metric].record.title)' came to \(limits.latest.value.plain) on "
                + "\(limits.latest.date.iso), outside \(limits.low.plain) to \(limits.high.plain), where chance alone "
                + "would keep it."
        case .evidence(let evidence, let date):
            return "'\(portfolio.evidence[evidence].record.title)' of \(date.iso) is newer than the review."
        case .solution(let solution, let shipped):
            return "'\(portfolio.solutions[solution].record.title)' shipped on \(shipped.iso), after the review."
        case .untouched: return "Its review date moved, but nothing else of it has changed in a year."
        }
    }

    private static func signed(_ value: Double) -> String { (value.nineDecimals > 0 ? "+" : "") + value.plain }
}

extension Attainment {
    /// The reason in plain English.
    package var sentence: String { VerdictSentences.sentence(for: self) }
}

extension LoopMeasurement {
    /// The reason in plain English.
    package var sentence: String { VerdictSentences.sentence(for: self) }
}

extension Priority {
    /// The reason in plain English.
    package var sentence: String { VerdictSentences.sentence(for: self) }
}

extension RankFirmness {
    /// The reason in plain English.
    package var sentence: String { VerdictSentences.sentence(for: self) }
}

extension Contradiction {
    /// Both sides in plain English.
    package func sentence(in basis: PortfolioBasis) -> String { VerdictSentences.sentence(for: self, in: basis) }
}

extension ReviewTrigger {
    /// The reason in plain English.
    package func sentence(of review: Review, in portfolio: Portfolio) -> String {
        VerdictSentences.sentence(for: self, of: review, in: portfolio)
    }
}
