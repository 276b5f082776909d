import Journeys

/// What a score comes to: a figure from 0 to 100, or "not measured", which is never a zero.
package struct ScoreFigure: Hashable, Sendable {
    private let kept: KeptNumber
    /// The share of the weight that is measured, 0 to 1.
    package let coverage: Double

    init(_ value: Double?, coverage: Double) {
        kept = KeptNumber(value?.nineDecimals)
        self.coverage = coverage.nineDecimals
    }

    /// From 0 to 100; nothing: not measured.
    package var value: Double? { kept.number }
}

/// A figure with its reasons.
package struct Score: Hashable, Sendable {
    package let figure: ScoreFigure
    /// What the value was made of: their points add up to it.
    package let contributions: [Contribution]
    package let explanation: Explanation

    package var value: Double? { figure.value }
    package var coverage: Double { figure.coverage }

    init(_ value: Double?, coverage: Double, contributions: [Contribution], explanation: Explanation) {
        figure = ScoreFigure(value, coverage: coverage)
        self.contributions = contributions
        self.explanation = explanation
    }

    static func notMeasured(_ explanation: Explanation, contributions: [Contribution] = []) -> Score {
        Score(nil, coverage: 0, contributions: contributions, explanation: explanation)
    }
}

/// A part of a score.
package struct Contribution: Hashable, Sendable {
    package enum Name: String, Hashable, Sendable {
        // Of health
        case experience
        case customerOutcomes = "customer_outcomes"
        case businessOutcomes = "business_outcomes"
        case operations
        // Of experience
        case emotion, relief
        // Of emotion
        case mean, worst, end
        // Of relief and operations
        case everywhere, atWorst = "at_worst"
        // Of outcomes
        case metric
        // Of trust
        case evidence, stewardship
        // Of evidence
        case backed, fresh, mixed
        // Of stewardship
        case owner, reviewed, described
        case currentMetric = "current_metric"
        case placed
        // Of progress
        case pain
    }

    package let name: Name
    /// From 0 to 100; nothing: not measured.
    package let value: Double?
    package let weight: Double
    /// What it adds to the score.
    package let points: Double
    /// What the value was taken from.
    package let inputs: [ScoreInput]
}

/// Something that a contribution was taken from.
package struct ScoreInput: Hashable, Sendable {
    /// What it is, by its index in the portfolio's lists or those of the basis.
    package enum Subject: Hashable, Sendable {
        case journey(Int)
        case moment(Int)
        /// An entry of the Feeling of a moment.
        case emotion(moment: Int, entry: Int)
        case finding(Int)
        case metric(Int)
        case opportunity(Int)
        case solution(Int)
    }

    private let place: Place
    private let kept: KeptNumber
    package let weight: Double

    init(_ subject: Subject, _ value: Double?, weight: Double = 1) {
        place = Place(subject)
        kept = KeptNumber(value)
        self.weight = weight
    }

    package var subject: Subject { place.subject }
    /// In the measure of the contribution: an emotion, a share, an attainment.
    package var value: Double? { kept.number }

    /// A subject in a third of its room: of a journey each claim is an input of several scores.
    private struct Place: Hashable, Sendable {
        private enum Kind: Hashable, Sendable {
            case journey, moment, emotion, finding, metric, opportunity, solution
        }

        private let index: UInt32
        private let entry: UInt16
        private let kind: Kind

        init(_ subject: Subject) {
            switch subject {
            case .journey(let index): self.init(.journey, index)
            case .moment(let index): self.init(.moment, index)
            case .emotion(let moment, let entry): self.init(.emotion, moment, entry)
            case .finding(let index): self.init(.finding, index)
            case .metric(let index): self.init(.metric, index)
            case .opportunity(let index): self.init(.opportunity, index)
            case .solution(let index): self.init(.solution, index)
            }
        }

        private init(_ kind: Kind, _ index: Int, _ entry: Int = 0) {
            self.kind = kind
            self.index = UInt32(index)
            // Behind some ten thousands of feelings at one moment the last of these stands for the rest.
            self.entry = UInt16(clamping: entry)
        }

        var subject: Subject {
            let index = Int(index)
            return switch kind {
            case .journey: .journey(index)
            case .moment: .moment(index)
            case .emotion: .emotion(moment: index, entry: Int(entry))
            case .finding: .finding(index)
            case .metric: .metric(index)
            case .opportunity: .opportunity(index)
            case .solution: .solution(index)
            }
        }
    }
}

extension Score {
    /// One part of a mean by weight.
    struct Part {
        let name: Contribution.Name
        let value: Double?
        let weight: Double
    }

    /// mean = Σ w v / Σ w over the parts that are measured; coverage = Σ w of these / Σ w of all.
    ///
    /// Source: "Scores", terms: a mean "by weight" leaves out what is not measured and renormalises.
    static func mean(byWeight parts: [Part], explanation: Explanation) -> Score {
        let all = parts.reduce(0) { $0 + $1.weight }
        let measured = parts.reduce(0) { $1.value == nil ? $0 : $0 + $1.weight }
        let isMeasured = measured > 0
        var sum = 0.0
        let contributions = parts.map { part in
            let points = isMeasured ? (part.value ?? 0) * part.weight / measured : 0
            sum += points
            return Contribution(
                name: part.name, value: part.value, weight: part.weight, points: points, inputs: [])
        }
        return Score(
            isMeasured ? sum : nil, coverage: all > 0 ? measured / all : 0, contributions: contributions,
            explanation: explanation)
    }

    /// What is measured whole: contributions whose weights add up to 1, or whatever they add up to.
    static func sum(_ contributions: [Contribution], coverage: Double = 1, explanation: Explanation) -> Score {
        Score(
            contributions.reduce(0) { $0 + $1.points }, coverage: coverage, contributions: contributions,
            explanation: explanation)
    }
}
